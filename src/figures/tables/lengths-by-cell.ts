import { type Column, filledPieces } from './column.ts';

/** Lengths of which those of each cell stand side by side. */
export interface LengthsByCell {
  /** Whole numbers of `unit`; where it is absent, milliseconds as they are. */
  readonly keys: Uint32Array | Float64Array;
  readonly unit: number | undefined;
  /** Where those of each cell start; then their number. */
  readonly starts: Uint32Array;
}

/**
 * Puts the lengths of each cell side by side: looked at by themselves, many short lists, that lie in the nearest memory, take far less
 * than one of millions. Whoever wants those of several cells takes several lists.
 *
 * @param cells the cell of each length, below `count`
 */
export function lengthsByCell(lengths: Column, cells: Column, count: number): LengthsByCell {
  const unit = unitOf(lengths);
  const starts = startsOf(cells, count);
  const keys = unit === undefined ? new Float64Array(cells.n) : new Uint32Array(cells.n);
  const next = starts.slice();
  // Columns of as many numbers have pieces of one size.
  const cellPieces = filledPieces(cells);
  for (const [index, piece] of filledPieces(lengths).entries()) {
    const own = cellPieces[index] ?? NONE;
    const scale = lengths.scales[index] ?? 1;
    if (scale === (unit ?? 1)) for (let at = 0; at < piece.length; at++) keys[next[own[at]!]!++] = piece[at]!;
    else for (let at = 0; at < piece.length; at++) keys[next[own[at]!]!++] = (piece[at]! * scale) / (unit ?? 1);
  }
  return { keys, unit, starts };
}

const NONE = new Int32Array(0);
const SECOND = 1000;
const KEYS = 2 ** 32;

/** By what unit all are whole numbers of 32 bits: seconds where none has a part of one, else milliseconds; `undefined`: by none. */
function unitOf(lengths: Column): number | undefined {
  let most = 0;
  let areSeconds = true;
  for (const [index, piece] of filledPieces(lengths).entries()) {
    const scale = lengths.scales[index] ?? 1;
    for (let at = 0; at < piece.length; at++) {
      const length = piece[at]! * scale;
      if (length < 0 || length !== Math.floor(length)) return undefined;
      if (length > most) most = length;
      if (areSeconds && scale !== SECOND && length % SECOND !== 0) areSeconds = false;
    }
  }
  const unit = areSeconds ? SECOND : 1;
  return most / unit < KEYS ? unit : undefined;
}

function startsOf(cells: Column, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const piece of filledPieces(cells)) for (let at = 0; at < piece.length; at++) starts[piece[at]! + 1]!++;
  for (let cell = 0; cell < count; cell++) starts[cell + 1]! += starts[cell]!;
  return starts;
}
