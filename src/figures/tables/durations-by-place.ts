import type { Durations } from '../../domain/report.ts';
import { durations, ranksOf, summarise } from '../lengths.ts';
import { type Column, filledPieces } from './column.ts';
import { ranked } from './ranked.ts';

/** Where the lengths of each cell belong, by the cell's number; -1: nowhere. */
export interface Places {
  readonly placeOf: Int32Array;
  /** All are below. */
  readonly places: number;
}

/** The durations of each place. */
export type DurationsAt = (place: number) => Durations;

/** Lengths one after the other, and by what unit they are whole numbers of 32 bits; absent: by none. */
export interface Measured {
  readonly lengths: Column;
  readonly unit: number | undefined;
}

/** Seconds where no length has a part of one, else milliseconds. */
export function measuredIn(lengths: Column): Measured {
  let most = 0;
  let areSeconds = true;
  for (const [index, piece] of filledPieces(lengths).entries()) {
    const scale = lengths.scales[index]!;
    for (let at = 0; at < piece.length; at++) {
      const length = piece[at]! * scale;
      if (length < 0 || length !== Math.floor(length)) return { lengths, unit: undefined };
      if (length > most) most = length;
      if (areSeconds && !Number.isInteger(length / SECOND)) areSeconds = false;
    }
  }
  const unit = areSeconds ? SECOND : 1;
  return { lengths, unit: most / unit < KEYS ? unit : undefined };
}

const SECOND = 1000;
const KEYS = 2 ** 32;

/**
 * Puts the lengths of each place together and looks at them by themselves: many short lists, that lie in the nearest memory, take far
 * less than one of millions.
 *
 * @param cells the cell of each length
 * @param columns lengths of the same runs, each with a result
 */
export function durationsByPlace(
  cells: Column,
  columns: readonly Measured[],
  { placeOf, places }: Places,
): DurationsAt[] {
  const starts = startsOf(cells, placeOf, places);
  return columns.map((measured) => durationsFrom(starts, cells, measured, placeOf));
}

function durationsFrom(starts: Uint32Array, cells: Column, measured: Measured, placeOf: Int32Array): DurationsAt {
  const { unit } = measured;
  const places = starts.length - 1;
  const n = starts[places] ?? 0;
  const keys = unit === undefined ? new Float64Array(n) : new Uint32Array(n);
  putTogether(keys, cells, measured, placeOf, starts.slice());
  const scratch = new Uint32Array(unit === undefined ? 0 : longest(starts));
  const known = new Map<number, Durations>();
  for (let place = 0; place < places; place++) {
    const own = keys.subarray(starts[place], starts[place + 1]);
    if (own.length === 0) continue;
    known.set(place, own instanceof Uint32Array ? durationsOf(own, unit ?? 1, scratch) : durationsOfAny(own));
  }
  return (place) => known.get(place) ?? NONE;
}

/** @param next where the next length of each place goes */
function putTogether(
  keys: Uint32Array | Float64Array,
  cells: Column,
  { lengths, unit = 1 }: Measured,
  placeOf: Int32Array,
  next: Uint32Array,
): void {
  // Columns of as many numbers have pieces of one size.
  const lengthPieces = filledPieces(lengths);
  for (const [index, cellPiece] of filledPieces(cells).entries()) {
    const lengthPiece = lengthPieces[index] ?? EMPTY;
    const scale = lengths.scales[index] ?? 1;
    for (let at = 0; at < cellPiece.length; at++) {
      const place = placeOf[cellPiece[at]!]!;
      if (place >= 0) keys[next[place]!++] = (lengthPiece[at]! * scale) / unit;
    }
  }
}

const EMPTY = new Int32Array(0);
const NONE = durations(0, 0, []);

function durationsOf(keys: Uint32Array, unit: number, scratch: Uint32Array): Durations {
  let sum = 0;
  for (let at = 0; at < keys.length; at++) sum += keys[at]!;
  // In whole numbers, so that the mean does not depend on the order of arrival.
  if (sum * unit > Number.MAX_SAFE_INTEGER) return durationsOfAny(Float64Array.from(keys, (key) => key * unit));
  const ranks = ranked(keys, ranksOf(keys.length), scratch);
  return durations(
    keys.length,
    sum * unit,
    ranks.map((key) => key * unit),
  );
}

function durationsOfAny(lengths: Float64Array): Durations {
  return summarise({ n: lengths.length, values: lengths });
}

/** Where the lengths of each place start, when they stand in the order of the places; then their number. */
function startsOf(cells: Column, placeOf: Int32Array, places: number): Uint32Array {
  const byCell = new Uint32Array(placeOf.length);
  for (const piece of filledPieces(cells)) for (let at = 0; at < piece.length; at++) byCell[piece[at]!]!++;
  const starts = new Uint32Array(places + 1);
  for (let cell = 0; cell < placeOf.length; cell++) {
    if (placeOf[cell]! >= 0) starts[placeOf[cell]! + 1]! += byCell[cell]!;
  }
  for (let place = 0; place < places; place++) starts[place + 1]! += starts[place]!;
  return starts;
}

function longest(starts: Uint32Array): number {
  let most = 0;
  for (let place = 1; place < starts.length; place++) most = Math.max(most, starts[place]! - starts[place - 1]!);
  return most;
}
