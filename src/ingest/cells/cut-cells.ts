import type { Buffer } from 'node:buffer';

/**
 * Cells of one record as they stand in a buffer: the bytes from `starts[cell]` up to, not including, `ends[cell]`; of a cell in quotes
 * what stands between them. Filled again and again, and good until the next record.
 */
export interface CutCells {
  bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the cell's own reader has read it already; `LACKING` where the row has no such cell: then it is empty. */
  readonly isRead: Uint8Array;
}

/** Of a row: it has no such cell, which says less than an empty one. */
export const LACKING = 2;

/**
 * Reads a cell of which it is not known yet where it ends: so no byte of it is looked at twice. What it has read it keeps, for whoever
 * knows more of it than that it is a reader.
 */
export interface CellReader {
  /**
   * Where the cell ends that begins at `at`, if it is one that can be read so, and does not go on; -1 where it has to be cut first. No
   * cell that is read so has a delimiter, a quote or a break in it.
   */
  read(bytes: Buffer, at: number): number;
}

const SPACE = 0x20;

/** Where the cell begins without the blanks before it, as far as they are ASCII: `end` for a cell of nothing else. */
export function filledStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! <= SPACE && isBlank(bytes[at]!)) at++;
  return at;
}

/** Where it ends without those after it. */
export function filledEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && bytes[at - 1]! <= SPACE && isBlank(bytes[at - 1]!)) at--;
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

/** Whether the bytes are none that can delimit or enclose cells, or end a record: letters, digits, `_`, `+`, `-`, anything beyond ASCII. */
export function isSafe(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const letter = byte | 0x20;
    const isWord = (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f;
    if (!isWord && byte < 0x80 && byte !== 0x2b && byte !== 0x2d) return false;
  }
  return true;
}
