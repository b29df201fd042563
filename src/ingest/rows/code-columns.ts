import { BLANK } from '../../domain/event-log.ts';
import { ABSENT, CellCodes, UNKEPT } from '../cells/cell-codes.ts';
import { type CutRows, LACKING } from '../cells/cut-rows.ts';
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

/** Cells that are read, each once. */
interface ReadCells {
  /** Where they stand among the wanted columns. */
  readonly slot: number;
  readonly cells: CellCodes;
  /** All columns that are made of them say what stands there. */
  isVerbatim: boolean;
  /** There are so many different ones that they are looked for in the log itself, and not kept a second time: then `cells` has codes of it. */
  isMany: boolean;
}

interface CodeColumn {
  readonly read: ReadCells;
  /** Where they are written. */
  readonly into: LogColumn;
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
/** With more different cells customers are meant, who may be as many as tickets. */
const FEW = 1024;

/**
 * Columns of the log that hold codes of texts, and the cells that they are read from. Of all cells in one place each different one is made
 * a text once; from then on it is a number, and what it says in a column of the log is looked up by that.
 */
export class CodeColumns {
  private readonly values: TextDictionary;
  private readonly isBlank: IsBlank;
  private readonly reads: ReadCells[] = [];
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
    const read = this.readOf(slot);
    if (!isVerbatim || isDoubtful || empty !== BLANK) read.isVerbatim = false;
    const added = { read, into: column, meaning, empty, isDoubtful, isVerbatim };
    const twin = this.columns.find(
      (each) => isVerbatim && each.isVerbatim && each.read === read && each.empty === empty,
    );
    const known = new Int32Array(64);
    known[ABSENT] = BLANK + FIRST;
    this.columns.push({ ...added, twin, known });
  }

  private readOf(slot: number): ReadCells {
    const known = this.reads.find((each) => each.slot === slot);
    if (known !== undefined) return known;
    const read = { slot, cells: new CellCodes(), isVerbatim: true, isMany: false };
    this.reads.push(read);
    return read;
  }

  /** The cells of rows. A row with one that cannot be read so is odd. */
  read(rows: CutRows, cellOf: CellOf): void {
    for (const read of this.reads) {
      const { slot, cells, isVerbatim } = read;
      const cell = cellOf(slot);
      if (isVerbatim && cells.end > FEW) read.isMany = true;
      if (read.isMany && cell >= 0) this.values.bytes.findAll(rows, cell, cells.numbers);
      else cells.read(rows, cell);
    }
    for (const column of this.columns) if (column.isDoubtful) this.markUnreadable(column, rows, cellOf);
  }

  /** Writes what was read of some of the rows into the log, from `place` on. */
  write(rows: CutRows, from: number, to: number, place: number, cellOf: CellOf): void {
    for (const column of this.columns) {
      const { into, twin, read } = column;
      const cell = cellOf(read.slot);
      if (twin !== undefined) into.open.set(twin.into.open.subarray(place, place + to - from), place);
      else if (read.isMany && cell >= 0) this.writeMany(column, rows, cell, from, to, place);
      else this.writeFew(column, rows, cell, from, to, place);
    }
  }

  private writeFew(column: CodeColumn, rows: CutRows, cell: number, from: number, to: number, place: number): void {
    const { read } = column;
    const { open } = column.into;
    const { numbers, end } = read.cells;
    const known = knownUpTo(column, end);
    for (let row = from; row < to; row++) {
      const code = known[numbers[row]!]!;
      open[place + row - from] = code > 0 ? code - FIRST : this.codeOf(column, numbers[row]!, rows, cell, row);
    }
  }

  /** What stands in the cells is what they say, or one of the few texts that say nothing. */
  private writeMany(column: CodeColumn, rows: CutRows, cell: number, from: number, to: number, place: number): void {
    const { read } = column;
    const { open } = column.into;
    const { numbers } = read.cells;
    const { bytes, starts, ends, capacity } = rows;
    const first = cell * capacity;
    for (let row = from; row < to; row++) {
      const start = starts[first + row]!;
      const end = ends[first + row]!;
      const isText = isTrimmed(bytes, start, end) && !this.isBlank(bytes, start, end);
      const code = numbers[row]!;
      if (isText) open[place + row - from] = code >= 0 ? code : this.values.bytes.add(bytes, start, end);
      else open[place + row - from] = this.rareCode(column, rows, cell, row);
    }
  }

  private rareCode(column: CodeColumn, rows: CutRows, cell: number, row: number): number {
    const at = cell * rows.capacity + row;
    const start = rows.starts[at]!;
    const number = start === LACKING ? ABSENT : column.read.cells.of(rows.bytes, start, rows.ends[at]!);
    const code = knownUpTo(column, column.read.cells.end)[number]!;
    return code > 0 ? code - FIRST : this.codeOf(column, number, rows, cell, row);
  }

  /** Of a cell of which it is not known yet, or not kept. */
  private codeOf(column: CodeColumn, number: number, rows: CutRows, cell: number, row: number): number {
    const code = this.interned(column, rows, cell, row);
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
    const { numbers, end } = column.read.cells;
    const known = knownUpTo(column, end);
    const cell = cellOf(column.read.slot);
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
