import { Buffer } from 'node:buffer';

/** Who reads cells may look so far behind the last of them. */
export const MARGIN = 512;
/** Of a row: it has no such cell, which says less than an empty one. */
export const LACKING = -1;
/** Rows that are read together at the most: so few that what was cut of them is still at hand when it is read. */
export const MOST_ROWS = 1024;

/**
 * Records as they stand in a buffer, and where in it their wanted cells are. Filled again and again.
 *
 * The bounds lie cell by cell, not row by row, for so they are read: a whole column at a time, by one small loop that knows its kind of cell.
 * That is three times as fast as to go from cell to cell of a row and ask each for its kind.
 *
 * A class, as all that is asked for each row.
 */
export class CutRows {
  /** Rows that it has room for. */
  readonly capacity: number;
  /** Rows that it holds. */
  count = 0;
  bytes: Buffer = Buffer.alloc(MARGIN);
  /** The same bytes, for who reads four at once. */
  words: DataView = viewOf(this.bytes);
  /**
   * A cell's bytes reach from here up to, not including, `ends`; of a cell in quotes what stands between them. At `cell * capacity + row`.
   * Both are `LACKING` where the row has no such cell.
   */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The lines on which the rows begin in the file, and in pairs where in the bytes each begins and ends. */
  readonly lines: Int32Array;
  readonly bounds: Int32Array;
  /** 1 for a row of which not everything is understood at a glance: it has to come as text. */
  readonly isOdd: Uint8Array;

  constructor(cells: number, capacity: number) {
    this.capacity = capacity;
    this.starts = new Int32Array(cells * capacity);
    this.ends = new Int32Array(cells * capacity);
    this.lines = new Int32Array(capacity);
    this.bounds = new Int32Array(2 * capacity);
    this.isOdd = new Uint8Array(capacity);
  }

  /** The bytes that the next rows stand in: `MARGIN` more than there are cells. */
  standIn(bytes: Buffer): void {
    this.bytes = bytes;
    this.words = viewOf(bytes);
  }

  /** Leaves off the blanks around the cell whose bounds stand at `at`, as far as they are ASCII: a cell of nothing else becomes empty. */
  trim(at: number): void {
    const end = this.ends[at]!;
    this.starts[at] = filledStart(this.bytes, this.starts[at]!, end);
    this.ends[at] = filledEnd(this.bytes, this.starts[at]!, end);
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

const SPACE = 0x20;

/** Where the cell begins without the blanks before it, as far as they are ASCII: `end` for a cell of nothing else. */
export function filledStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at]!)) at++;
  return at;
}

/** Where it ends without those after it. */
export function filledEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(bytes[at - 1]!)) at--;
  return at;
}

/** Space, tab, LF, VT, FF, CR: what `trim` takes away, too. */
function isBlank(byte: number): boolean {
  return byte === SPACE || (byte >= 0x09 && byte <= 0x0d);
}

/** Whether the cell is just these bytes. */
export function isCell(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index++) if (bytes[start + index] !== text[index]) return false;
  return true;
}
