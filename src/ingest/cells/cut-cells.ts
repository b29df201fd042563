import type { Buffer } from 'node:buffer';

/**
 * Cells of one record as they stand in a buffer: the bytes from `starts[cell]` up to, not including, `ends[cell]`; of a cell in quotes
 * what stands between them. Filled again and again, and good until the next record.
 */
export interface CutCells {
  bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
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
