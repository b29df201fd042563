import { BLANK } from '../../domain/event-log.ts';
import { ABSENT, CellCodes, UNKEPT } from '../cells/cell-codes.ts';
import type { CutRows } from '../cells/cut-rows.ts';
import type { CodeColumn as LogColumn } from '../log/columns.ts';
import type { TextDictionary } from '../log/text-dictionary.ts';
import type { IsBlank } from '../stamps/stamp-cells.ts';

/** What a cell of a text says: '' for nothing; `undefined` where only the reader of texts can tell. */
export type Meaning = (text: string) => string | undefined;

interface CodeOptions {
  /** What stands in the log for a cell that says nothing; absent: `BLANK`. */
  readonly empty?: number;
  /** Not every text has a meaning. */
  readonly isDoubtful?: boolean;
  /** A text that is not blank means itself. */
  readonly isVerbatim?: boolean;
}

/** Of a wanted column which of the cells that are cut it is; -1 where the file lacks it. */
type CellOf = (slot: number) => number;

interface CodeColumn {
  /** Index into the slots. */
  readonly slot: number;
  /** The newest rows of the column. */
  readonly open: Int32Array;
  readonly meaning: Meaning;
  /** What stands in the log for a cell that says nothing. */
  readonly empty: number;
  /** Not every cell can be read. */
  readonly isDoubtful: boolean;
  readonly isVerbatim: boolean;
  /** Another column that says the same. */
  readonly twin: CodeColumn | undefined;
  /** By the number of the cell: its code in the log and `FIRST`; 0 where that is not known, `UNREADABLE`. */
  known: Int32Array;
}

const FIRST = 3;
const UNREADABLE = -1;

/**
 * Columns of the log that hold codes of texts, and the cells that they are read from. Of all cells in one place each different one is made
 * a text once; from then on it is a number, and what it says in a column of the log is looked up by that.
 */
export class CodeColumns {
  private readonly values: TextDictionary;
  private readonly isBlank: IsBlank;
  /** The cells that are read, each once, and where they stand among the wanted columns. */
  private readonly cells: CellCodes[] = [];
  private readonly slots: number[] = [];
  private readonly columns: CodeColumn[] = [];

  constructor(values: TextDictionary, isBlank: IsBlank) {
    this.values = values;
    this.isBlank = isBlank;
  }

  add(
    slot: number,
    column: LogColumn | undefined,
    meaning: Meaning,
    { empty = BLANK, isDoubtful = false, isVerbatim = false }: CodeOptions = {},
  ): void {
    if (column === undefined) return;
    if (!this.slots.includes(slot)) {
      this.slots.push(slot);
      this.cells.push(new CellCodes());
    }
    const added = { slot: this.slots.indexOf(slot), open: column.open, meaning, empty, isDoubtful, isVerbatim };
    const twin = this.columns.find(
      (each) => isVerbatim && each.isVerbatim && each.slot === added.slot && each.empty === empty,
    );
    const known = new Int32Array(64);
    known[ABSENT] = BLANK + FIRST;
    this.columns.push({ ...added, twin, known });
  }

  /** The cells of rows. A row with one that cannot be read so is odd. */
  read(rows: CutRows, cellOf: CellOf): void {
    for (const [index, cells] of this.cells.entries()) cells.read(rows, cellOf(this.slots[index] ?? -1));
    for (const column of this.columns) if (column.isDoubtful) this.markUnreadable(column, rows, cellOf);
  }

  /** Writes what was read of some of the rows into the log, from `place` on. */
  write(rows: CutRows, from: number, to: number, place: number, cellOf: CellOf): void {
    for (const column of this.columns) {
      const { open, twin } = column;
      if (twin !== undefined) {
        open.set(twin.open.subarray(place, place + to - from), place);
        continue;
      }
      const { numbers, end } = this.cells[column.slot]!;
      const known = knownUpTo(column, end);
      for (let row = from; row < to; row++) {
        const code = known[numbers[row]!]!;
        open[place + row - from] = code > 0 ? code - FIRST : this.codeOf(column, numbers[row]!, rows, row, cellOf);
      }
    }
  }

  /** Of a cell of which it is not known yet, or not kept. */
  private codeOf(column: CodeColumn, number: number, rows: CutRows, row: number, cellOf: CellOf): number {
    const code = this.interned(column, rows, cellOf(this.slots[column.slot] ?? -1), row);
    if (number !== UNKEPT) column.known[number] = code + FIRST;
    return code;
  }

  private interned({ isVerbatim, meaning, empty }: CodeColumn, rows: CutRows, cell: number, row: number): number {
    const start = rows.starts[cell * rows.capacity + row]!;
    const end = rows.ends[cell * rows.capacity + row]!;
    // Customers may be as many as tickets: no string is made of a text that means itself.
    if (isVerbatim && isTrimmed(rows.bytes, start, end) && !this.isBlank(rows.bytes, start, end)) {
      return this.values.bytes.add(rows.bytes, start, end);
    }
    const text = meaning(textOf(rows, cell, row)) ?? '';
    return text === '' ? empty : this.values.intern(text);
  }

  private markUnreadable(column: CodeColumn, rows: CutRows, cellOf: CellOf): void {
    const { numbers, end } = this.cells[column.slot]!;
    const known = knownUpTo(column, end);
    const cell = cellOf(this.slots[column.slot] ?? -1);
    for (let row = 0; row < rows.count; row++) {
      const number = numbers[row]!;
      if (known[number]! > 0) continue;
      if (known[number] !== UNREADABLE && column.meaning(textOf(rows, cell, row)) !== undefined) continue;
      if (number !== UNKEPT) known[number] = UNREADABLE;
      rows.isOdd[row] = 1;
    }
  }
}

/** Begins and ends with visible characters, as far as ASCII tells. */
function isTrimmed(bytes: Uint8Array, start: number, end: number): boolean {
  return start < end && isVisible(bytes[start]!) && isVisible(bytes[end - 1]!);
}

function isVisible(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f;
}

function textOf({ bytes, starts, ends, capacity }: CutRows, cell: number, row: number): string {
  const at = cell * capacity + row;
  return bytes.toString('utf8', starts[at], ends[at]);
}

/** What is known, with room for all numbers that are less than `end`. */
function knownUpTo(column: CodeColumn, end: number): Int32Array {
  if (end > column.known.length) {
    const larger = new Int32Array(2 * end);
    larger.set(column.known);
    column.known = larger;
  }
  return column.known;
}
