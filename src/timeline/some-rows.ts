import type { NumberColumn, StampColumn } from '../domain/event-log.ts';

/** Rows that are looked at at once: they stay in the nearest memory, and cost a fraction of what each costs that is asked for by itself. */
const ROWS = 1 << 12;

/** A column of codes, some rows at a time; each array is of use until the next. */
export function* someCodes(column: NumberColumn): Generator<Int32Array> {
  const room = new Int32Array(Math.min(ROWS, column.length));
  for (let first = 0; first < column.length; first += ROWS) {
    const end = Math.min(first + ROWS, column.length);
    column.copy(first, end, room);
    yield room.subarray(0, end - first);
  }
}

/** The same of stamps, of a log of so many rows. */
export function* someInstants(column: StampColumn, rows: number): Generator<Float64Array> {
  const room = new Float64Array(Math.min(ROWS, rows));
  for (let first = 0; first < rows; first += ROWS) {
    const end = Math.min(first + ROWS, rows);
    column.copy(first, end, room);
    yield room.subarray(0, end - first);
  }
}

/** Which codes a column has, of those below `size`; what is blank or cleared has none. */
export function codesIn(column: NumberColumn, size: number): number[] {
  const isSeen = new Uint8Array(size);
  const seen: number[] = [];
  for (const codes of someCodes(column)) noteSeen(codes, isSeen, seen);
  return seen;
}

function noteSeen(codes: Int32Array, isSeen: Uint8Array, seen: number[]): void {
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!;
    if (code < 0 || isSeen[code] === 1) continue;
    isSeen[code] = 1;
    seen.push(code);
  }
}
