import { type Column, filledPieces, type Piece } from './column.ts';

/** Lengths of which those of each cell stand side by side. */
export interface LengthsByCell {
  /** Whole numbers of `unit`; where it is absent, milliseconds as they are. */
  readonly keys: Uint32Array | Float64Array;
  readonly unit: number | undefined;
  /** Where those of each cell start; then their number. */
  readonly starts: Uint32Array;
}

/** Lengths, and by what unit all are whole numbers of 32 bits; `undefined`: by none. */
export interface Measured {
  readonly lengths: Column;
  readonly unit: number | undefined;
}

/**
 * Puts the lengths of each cell side by side: looked at by themselves, many short lists, that lie in the nearest memory, take far less
 * than one of millions. Whoever wants those of several cells takes several lists.
 *
 * @param cells the cell of each length, below `count`
 */
export function lengthsByCell({ lengths, unit }: Measured, cells: Column, count: number): LengthsByCell {
  const starts = startsOf(cells, count);
  const keys = unit === undefined ? new Float64Array(cells.n) : new Uint32Array(cells.n);
  const next = starts.slice();
  // Columns of as many numbers have pieces of one size.
  const cellPieces = filledPieces(cells);
  for (const [index, piece] of filledPieces(lengths).entries()) {
    const own = { lengths: piece, cells: cellPieces[index] ?? NONE };
    putIn(keys, own, { scale: lengths.scales[index] ?? 1, unit: unit ?? 1 }, next);
  }
  return { keys, unit, starts };
}

const NONE = new Int32Array(0);

// One function each for what is done to every piece: V8 makes a loop fast that is alone in its function.

/** @param next where the next length of each cell goes */
function putIn(
  keys: LengthsByCell['keys'],
  { lengths, cells }: { readonly lengths: Piece; readonly cells: Piece },
  { scale, unit }: { readonly scale: number; readonly unit: number },
  next: Uint32Array,
): void {
  if (scale === unit) for (let at = 0; at < lengths.length; at++) keys[next[cells[at]!]!++] = lengths[at]!;
  else for (let at = 0; at < lengths.length; at++) keys[next[cells[at]!]!++] = (lengths[at]! * scale) / unit;
}

function startsOf(cells: Column, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const piece of filledPieces(cells)) countBehind(starts, piece);
  for (let cell = 0; cell < count; cell++) starts[cell + 1]! += starts[cell]!;
  return starts;
}

function countBehind(counts: Uint32Array, cells: Piece): void {
  for (let at = 0; at < cells.length; at++) counts[cells[at]! + 1]!++;
}

const SECOND = 1000;
const KEYS = 2 ** 32;

/** In seconds where none has a part of one, else in milliseconds. */
export function measured(lengths: Column): Measured {
  const pieces = filledPieces(lengths).map((piece, index) => rangeOf(piece, lengths.scales[index] ?? 1));
  const unit = pieces.every(({ areSeconds }) => areSeconds) ? SECOND : 1;
  const areWhole = pieces.every(({ least, most }) => least === 0 && most / unit < KEYS);
  return { lengths, unit: areWhole ? unit : undefined };
}

/** In milliseconds; `least` is below 0 where one is not whole, too. */
function rangeOf(piece: Piece, scale: number) {
  let least = 0;
  let most = 0;
  let areSeconds = true;
  for (let at = 0; at < piece.length; at++) {
    const length = piece[at]!;
    if (length > most) most = length;
    if (length < least || length !== Math.floor(length)) least = -1;
    if (areSeconds && scale !== SECOND && length % SECOND !== 0) areSeconds = false;
  }
  return { least, most: most * scale, areSeconds };
}
