import { lackingColumns, missingColumns, type NamedColumn, type Wanted } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { Unusable } from '../unusable.ts';
import { readHeader } from './header.ts';

/** A record of a text or a row of a sheet, and its line or row number, from 1. */
export type TakeRecord = (cells: readonly string[], line: number) => void;

/** A table's records as they come, header and all. */
export interface TableRows {
  readonly take: TakeRecord;
  /** To be called after the last record. */
  finish(): void;
}

interface TableOptions {
  /** As places name it. */
  readonly file: string;
  readonly wanted: Wanted;
  /** The lines that make the header, from 1; absent: found. */
  readonly header?: readonly number[];
  /** A row's length says nothing, as in sheets: cells that it lacks are blank, those beyond the header are of no column. */
  readonly isRagged?: boolean;
  /** Says what may be wrong with the header, for a complaint about missing columns. */
  readonly doubt?: (cells: readonly string[]) => string | undefined;
}

/**
 * Turns the records of a table into rows: finds the header, and hands over the cells of the wanted columns of what stands
 * below it. Throws `Unusable` where wanted columns are missing.
 */
export function tableRows({ file, wanted, doubt, isRagged = false }: TableOptions, sink: RowSink): TableRows {
  let positions: readonly number[] | undefined;
  let width = 0;
  let needed = 0;
  const row: (string | undefined)[] = [];

  function takeHeader(cells: readonly string[], line: number): void {
    const header = readHeader(cells);
    const columns: readonly NamedColumn[] =
      wanted === 'all' ? [...header.keys()].map((name) => ({ name, isRequired: false })) : wanted;
    const missing = missingColumns(columns, [...header.keys()], { file, line }, doubt?.(cells));
    if (missing.length > 0) throw new Unusable(...missing);
    positions = columns.map(({ name, alternatives = [] }) => {
      const found = [name, ...alternatives].find((each) => header.has(each));
      return found === undefined ? -1 : (header.get(found) ?? -1);
    });
    width = cells.length;
    needed = Math.max(0, ...positions.map((position) => position + 1));
    sink.begin([...header.keys()], line);
    const lacking = lackingColumns(columns, [...header.keys()]);
    if (lacking !== undefined) sink.remark(lacking, line);
  }

  return {
    take(cells, line) {
      if (cells.length === 1 && cells[0]?.trim() === '') return;
      if (positions === undefined) {
        takeHeader(cells, line);
      } else if (!isRagged && (cells.length > width || cells.length < needed)) {
        sink.refuse(line, {
          code: 'wrong-cell-count',
          message: `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header ${width}`,
          hint: 'A delimiter or a line break inside a cell needs quotes around the cell.',
          ticket: cells[positions[0] ?? -1]?.trim(),
        });
      } else {
        for (const [slot, position] of positions.entries())
          row[slot] = position < 0 ? undefined : (cells[position] ?? '');
        sink.take(row, line);
      }
    },
    finish() {},
  };
}
