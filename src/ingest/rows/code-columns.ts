import { BLANK } from '../../domain/event-log.ts';
import { CellCodes, UNKEPT } from '../cells/cell-codes.ts';
import type { CellReader, CutCells } from '../cells/cut-cells.ts';
import type { ColumnSet } from '../log/columns.ts';
import type { CodeColumn as LogColumn } from '../log/event-table.ts';
import type { GrowingDictionary } from '../log/growing-dictionary.ts';

/** What a cell of a text says: '' for nothing; `undefined` where only the reader of texts can tell. */
export type Meaning = (text: string) => string | undefined;

/** Columns of the log that hold codes of texts, and the cells that they are read from. */
export interface CodeColumns {
  add(slot: number, column: LogColumn | undefined, meaning: Meaning, options?: CodeOptions): void;
  /** The slots of the cells, in the order in which `read` wants to have them. */
  slots(): readonly number[];
  /** The readers of the cells, in the same order. */
  readers(): readonly CellReader[];
  /** Reads the cells of a row, by their indexes, -1 where there is none; false where one cannot be read so. */
  read(cells: CutCells, indexes: Int32Array): boolean;
  /** Adds what was read last to the log. */
  push(cells: CutCells, indexes: Int32Array): void;
}

interface CodeOptions {
  /** What stands in the log for a cell that says nothing; absent: `BLANK`. */
  readonly empty?: number;
  /** Not every text has a meaning. */
  readonly isDoubtful?: boolean;
}

/** A cell, and what all different ones in its place say. */
interface CodeCell {
  readonly slot: number;
  readonly codes: CellCodes;
}

interface CodeColumn {
  /** Index into the cells. */
  readonly cell: number;
  readonly column: LogColumn;
  readonly meaning: Meaning;
  /** What stands in the log for a cell that says nothing. */
  readonly empty: number;
  /** By the number of the cell: its code in the log and `FIRST`; 0 where that is not known, `UNREADABLE`. */
  known: Int32Array;
}

const FIRST = 3;
const UNREADABLE = -1;
/** The number of a cell that the file does not have. */
const ABSENT = -2;

/**
 * Of all cells in one place each different one is made a text once; from then on it is a number, and what it says in a column of the log
 * is looked up by that.
 */
export function codeColumns(values: GrowingDictionary, rows: ColumnSet): CodeColumns {
  const places: CodeCell[] = [];
  const columns: CodeColumn[] = [];
  /** Those with cells that cannot be read so. */
  const doubtful: CodeColumn[] = [];
  /** Of the row last read. */
  const numbers: number[] = [];

  function textOf({ bytes, starts, ends }: CutCells, index: number): string {
    return bytes.toString('utf8', starts[index], ends[index]);
  }

  function keep(column: CodeColumn, number: number, code: number): void {
    if (number === UNKEPT) return;
    if (number >= column.known.length) {
      const larger = new Int32Array(Math.max(number + 1, column.known.length * 2));
      larger.set(column.known);
      column.known = larger;
    }
    column.known[number] = code;
  }

  /** Of a cell that is not known yet, or not kept. */
  function codeOf(column: CodeColumn, number: number, cells: CutCells, index: number): number {
    if (number === ABSENT) return BLANK;
    const text = column.meaning(textOf(cells, index)) ?? '';
    const code = text === '' ? column.empty : values.intern(text);
    keep(column, number, code + FIRST);
    return code;
  }

  /** Whether what a cell says is known, or can be. */
  function isReadable(column: CodeColumn, cells: CutCells, indexes: Int32Array): boolean {
    const number = numbers[column.cell]!;
    if (number === ABSENT) return true;
    const known = number >= 0 && number < column.known.length ? column.known[number]! : 0;
    if (known !== 0) return known !== UNREADABLE;
    if (column.meaning(textOf(cells, indexes[column.cell]!)) !== undefined) return true;
    keep(column, number, UNREADABLE);
    return false;
  }

  return {
    add(slot, column, meaning, { empty = BLANK, isDoubtful = false } = {}) {
      if (column === undefined) return;
      let cell = places.findIndex((place) => place.slot === slot);
      if (cell < 0) cell = places.push({ slot, codes: new CellCodes() }) - 1;
      numbers[cell] = ABSENT;
      const added = { cell, column, meaning, empty, known: new Int32Array(64) };
      columns.push(added);
      if (isDoubtful) doubtful.push(added);
    },
    slots: () => places.map(({ slot }) => slot),
    readers: () => places.map(({ codes }) => codes),
    read(cells, indexes) {
      const { bytes, starts, ends, isRead } = cells;
      for (let cell = 0; cell < places.length; cell++) {
        const index = indexes[cell]!;
        const { codes } = places[cell]!;
        if (index < 0) numbers[cell] = ABSENT;
        else numbers[cell] = isRead[index] === 1 ? codes.number : codes.of(bytes, starts[index]!, ends[index]!);
      }
      for (let index = 0; index < doubtful.length; index++) {
        if (!isReadable(doubtful[index]!, cells, indexes)) return false;
      }
      return true;
    },
    push(cells, indexes) {
      const { place } = rows;
      for (let index = 0; index < columns.length; index++) {
        const column = columns[index]!;
        const number = numbers[column.cell]!;
        const known = number >= 0 && number < column.known.length ? column.known[number]! : 0;
        column.column.open[place] = known > 0 ? known - FIRST : codeOf(column, number, cells, indexes[column.cell]!);
      }
    },
  };
}
