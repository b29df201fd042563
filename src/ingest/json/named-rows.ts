import { lackingColumns, missingColumns, type NamedColumn, namesOf } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { Unusable } from '../unusable.ts';
import { type CellFinder, cellFinder, columnsOf } from './cell-at.ts';
import type { TakePlain } from './cut-values.ts';
import { parseJson } from './parse-json.ts';
import { PlainRows } from './plain-rows.ts';
import { rowMembers } from './row-members.ts';
import type { Level } from './rows-at.ts';

/** Turns rows into cells. */
export interface RowCells {
  take(row: Level, line: number): void;
  /** Absent where every row is parsed. */
  readonly takePlain?: TakePlain;
  /** To be called after each chunk, also one that has a fault: rows that were taken by `takePlain` may wait. */
  handOver?(): void;
  /** To be called after the last row. Throws `Unusable` where a column is missing from all of them. */
  finish(): void;
}

interface NamedOptions {
  readonly file: string;
  readonly columns: readonly NamedColumn[];
  readonly mend: (cell: string | undefined, line: number) => string | undefined;
  /** Says more where columns are missing: where else rows might lie. */
  readonly doubt: string | undefined;
}

/** Names of a row's columns that are told of. */
const MOST_NAMES = 200;

/** The columns that a policy names. One that some rows have is blank in the others; one that none has is not in the file. */
export function namedRows({ file, columns, mend, doubt }: NamedOptions, sink: RowSink): RowCells {
  const finders = columns.map((column) => namesOf(column).map(cellFinder));
  const isSeen = columns.map(() => false);
  const cells: (string | undefined)[] = [];
  const members = rowMembers(columns);
  let plain: PlainRows | undefined;
  let present: readonly string[] | undefined;

  function takeCells(row: Level, line: number): void {
    for (let slot = 0; slot < finders.length; slot++) {
      const cell = firstFound(finders[slot] ?? [], row);
      cells[slot] = mend(cell, line);
      if (cell !== undefined) isSeen[slot] = true;
    }
    sink.take(cells, line);
  }

  /** What a policy's columns are in the file is not asked: in JSON every object may have all of them. */
  function plainRows(): PlainRows | undefined {
    // Words for sums and footers stand in tables alone.
    const shape = { count: columns.length, cells: columns.map((_, slot) => slot), isOrdinary: () => true };
    const lane = members && sink.lane?.(shape);
    if (members === undefined || lane === undefined) return undefined;
    return new PlainRows(members, shape.count, lane, (text, line) =>
      takeCells({ value: parseJson(text), parent: undefined }, line),
    );
  }

  return {
    take(row, line) {
      plain?.handOver();
      if (present === undefined) {
        present = columnsOf(row.value).slice(0, MOST_NAMES);
        sink.begin(present);
        plain = plainRows();
      }
      takeCells(row, line);
    },
    takePlain: (chunk, index, line) => plain?.cut(chunk, index, line) ?? -1,
    handOver: () => plain?.handOver(),
    finish() {
      if (present === undefined) return;
      const isThere = (slot: number) => isSeen[slot] === true || plain?.isSeen[slot] === 1;
      const seen = columns.filter((_, slot) => isThere(slot));
      const unseen = columns.filter((_, slot) => !isThere(slot));
      const names = new Set(seen.map(({ name }) => name));
      const there = [...names, ...present.filter((name) => !names.has(name))];
      const missing = missingColumns(unseen, there, { file }, doubt);
      if (missing.length > 0) throw new Unusable(...missing);
      const read = seen.flatMap(namesOf);
      const isRead = (column: string) => read.some((name) => name === column || name.startsWith(`${column}.`));
      const lacking = lackingColumns(
        unseen,
        present.filter((column) => !isRead(column)),
      );
      if (lacking !== undefined) sink.remark(lacking);
    },
  };
}

export function firstFound(finders: readonly CellFinder[], row: Level): string | undefined {
  for (const find of finders) {
    const cell = find(row);
    if (cell !== undefined) return cell;
  }
  return undefined;
}
