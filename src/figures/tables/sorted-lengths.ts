import { type Column, filledPieces } from './column.ts';

/** Lengths in ascending order, each with the cell that it belongs to. */
export interface SortedLengths {
  readonly cells: Int32Array;
  /** In units. */
  readonly lengths: Uint32Array | Float64Array;
  /** Milliseconds. */
  readonly unit: number;
}

/**
 * Lengths as they are measured, whole numbers from 0 on, are sorted digit by digit, which takes a fraction of what comparing them
 * takes. Cells move with them, so that whoever goes through both afterwards looks nowhere else: of millions that is what counts.
 *
 * @param cell that of each length
 */
export function sortLengths(cell: Column, length: Column): SortedLengths {
  const unit = unitOf(length);
  if (unit === undefined || length.n < FEW) return byComparing(cell, length);
  const from: Pairs = { keys: new Uint32Array(length.n), cells: numbersOf(cell, new Int32Array(cell.n)) };
  let at = 0;
  let most = 0;
  for (const piece of filledPieces(length)) {
    for (let index = 0; index < piece.length; index++) {
      const key = piece[index]! / unit;
      from.keys[at++] = key;
      if (key > most) most = key;
    }
  }
  const { keys, cells } = byDigits(from, most);
  return { cells, lengths: keys, unit };
}

/** Fewer are sorted by comparing. */
const FEW = 2048;
const SECOND = 1000;
const MOST_KEYS = 2 ** 32;

/** Seconds where no length has a part of one, else milliseconds; `undefined`: some are no whole number of 32 bits of them. */
function unitOf(length: Column): number | undefined {
  let most = 0;
  let areSeconds = true;
  for (const piece of filledPieces(length)) {
    for (let index = 0; index < piece.length; index++) {
      const each = piece[index]!;
      if (each < 0 || each !== Math.floor(each)) return undefined;
      if (each > most) most = each;
      if (areSeconds && each % SECOND !== 0) areSeconds = false;
    }
  }
  const unit = areSeconds ? SECOND : 1;
  return most / unit < MOST_KEYS ? unit : undefined;
}

interface Pairs {
  readonly keys: Uint32Array;
  readonly cells: Int32Array;
}

/** Digits of so many bits: a table of their counts stays in the nearest cache. */
const BITS = 11;
const RADIX = 1 << BITS;

/** From the lowest digit to the highest, each time keeping the order of the time before. */
function byDigits(pairs: Pairs, most: number): Pairs {
  const n = pairs.keys.length;
  let from = pairs;
  let to: Pairs = { keys: new Uint32Array(n), cells: new Int32Array(n) };
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += BITS) {
    deal(from, to, shift);
    [from, to] = [to, from];
  }
  return from;
}

function deal(from: Pairs, to: Pairs, shift: number): void {
  const next = new Uint32Array(RADIX + 1);
  for (let at = 0; at < from.keys.length; at++) next[((from.keys[at]! >>> shift) & (RADIX - 1)) + 1]!++;
  for (let digit = 0; digit < RADIX; digit++) next[digit + 1]! += next[digit]!;
  for (let at = 0; at < from.keys.length; at++) {
    const key = from.keys[at]!;
    const place = next[(key >>> shift) & (RADIX - 1)]!++;
    to.keys[place] = key;
    to.cells[place] = from.cells[at]!;
  }
}

function byComparing(cell: Column, length: Column): SortedLengths {
  const lengths = numbersOf(length, new Float64Array(length.n));
  const cells = numbersOf(cell, new Int32Array(cell.n));
  const order = new Uint32Array(length.n).map((_, index) => index);
  order.sort((a, b) => lengths[a]! - lengths[b]!);
  return {
    cells: cells.map((_, index) => cells[order[index]!]!),
    lengths: lengths.map((_, index) => lengths[order[index]!]!),
    unit: 1,
  };
}

function numbersOf<Into extends Int32Array | Float64Array>(column: Column, into: Into): Into {
  let at = 0;
  for (const piece of filledPieces(column)) {
    into.set(piece, at);
    at += piece.length;
  }
  return into;
}
