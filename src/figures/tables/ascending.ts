/** Digits of so many bits: a table of their counts stays in the nearest cache. */
const BITS = 11;
const RADIX = 1 << BITS;
/** Fewer are sorted by comparing. */
const FEW = 4096;

/**
 * The indexes of those numbers that are not NaN, from the least number to the greatest; equal ones in their order. Whole numbers
 * from 0 on, as lengths are, are sorted digit by digit, which takes a fraction of what comparing them takes.
 */
export function ascending(numbers: Float64Array): Uint32Array {
  let known = 0;
  let most = 0;
  let areWhole = true;
  for (const number of numbers) {
    if (Number.isNaN(number)) continue;
    known++;
    if (number > most) most = number;
    areWhole &&= number >= 0 && Number.isSafeInteger(number);
  }
  const indexes = new Uint32Array(known);
  let next = 0;
  for (let index = 0; index < numbers.length; index++) if (!Number.isNaN(numbers[index])) indexes[next++] = index;
  if (known < FEW || !areWhole) return indexes.sort((a, b) => numbers[a]! - numbers[b]! || a - b);
  return byDigits(indexes, numbers, most);
}

/** From the lowest digit to the highest, each time keeping the order of the time before. */
function byDigits(indexes: Uint32Array, numbers: Float64Array, most: number): Uint32Array {
  let from: Pairs = { indexes, keys: new Uint32Array(indexes.length) };
  let to: Pairs = { indexes: new Uint32Array(indexes.length), keys: new Uint32Array(indexes.length) };
  // Two digits at a time are a key of their own: numbers below 2 ** 32 are divided far more quickly than others.
  for (let unit = 1; unit <= most; unit *= TWO_DIGITS) {
    for (let at = 0; at < from.indexes.length; at++) {
      const higher = Math.floor(numbers[from.indexes[at]!]! / unit);
      from.keys[at] = higher - Math.floor(higher / TWO_DIGITS) * TWO_DIGITS;
    }
    for (const shift of [0, BITS]) {
      deal(from, to, shift);
      [from, to] = [to, from];
    }
  }
  return from.indexes;
}

const TWO_DIGITS = RADIX * RADIX;

/** Indexes, each with its key. */
interface Pairs {
  readonly indexes: Uint32Array;
  readonly keys: Uint32Array;
}

function deal(from: Pairs, to: Pairs, shift: number): void {
  const next = new Uint32Array(RADIX + 1);
  for (const key of from.keys) next[((key >>> shift) & (RADIX - 1)) + 1]!++;
  for (let digit = 0; digit < RADIX; digit++) next[digit + 1]! += next[digit]!;
  for (let at = 0; at < from.keys.length; at++) {
    const key = from.keys[at]!;
    const place = next[(key >>> shift) & (RADIX - 1)]!++;
    to.keys[place] = key;
    to.indexes[place] = from.indexes[at]!;
  }
}

/** Numbers by group, each group's from the least to the greatest. */
export interface SortedGroups {
  /** Shares memory with all others. */
  of(group: number): Float64Array;
}

/**
 * @param order the indexes of the numbers to take, as `ascending` gives them
 * @param groupOf the group of each number, by its index: from 0 on, below `groups`; -1: it is taken for none
 */
export function sortedGroups(
  numbers: Float64Array,
  order: Uint32Array,
  groupOf: Int32Array,
  groups: number,
): SortedGroups {
  const starts = new Uint32Array(groups + 1);
  for (const index of order) {
    const group = groupOf[index]!;
    if (group >= 0) starts[group + 1]!++;
  }
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice(0, groups);
  const sorted = new Float64Array(starts[groups] ?? 0);
  for (const index of order) {
    const group = groupOf[index]!;
    if (group >= 0) sorted[next[group]!++] = numbers[index]!;
  }
  return { of: (group) => sorted.subarray(starts[group], starts[group + 1]) };
}
