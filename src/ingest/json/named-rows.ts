import { lackingColumns, missingColumns, type NamedColumn, namesOf } from '../rows/named-columns.ts';
import type { RowSink } from '../rows/row-sink.ts';
import { Unusable } from '../unusable.ts';
import { type CellFinder, cellFinder, columnsOf } from './cell-at.ts';
import type { Level } from './rows-at.ts';

/** Turns rows into cells. */
export interface RowCells {
  take(row: Level, line: number): void;
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
  let present: readonly string[] | undefined;

  return {
    take(row, line) {
      if (present === undefined) {
        present = columnsOf(row.value).slice(0, MOST_NAMES);
        sink.begin(present);
      }
      for (let slot = 0; slot < finders.length; slot++) {
        const cell = firstFound(finders[slot] ?? [], row);
        cells[slot] = mend(cell, line);
        if (cell !== undefined) isSeen[slot] = true;
      }
      sink.take(cells, line);
    },
    finish() {
      if (present === undefined) return;
      const seen = columns.filter((_, slot) => isSeen[slot]);
      const unseen = columns.filter((_, slot) => !isSeen[slot]);
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
