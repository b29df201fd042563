import type { Durations } from '../domain/report.ts';
import type { Millis } from '../domain/time.ts';

/**
 * Every length that was measured, kept as it is: a median or a percentile cannot be merged from those of the parts.
 * Plain values, so that threads can send them to each other.
 */
export interface Lengths {
  n: number;
  values: Float64Array;
}

export function emptyLengths(): Lengths {
  return { n: 0, values: new Float64Array(0) };
}

export function addLength(lengths: Lengths, length: Millis): void {
  makeRoom(lengths, lengths.n + 1);
  lengths.values[lengths.n++] = length;
}

/** Adds all of `other` to `lengths`; the order does not matter, `summarise` sorts. */
export function mergeLengths(lengths: Lengths, other: Lengths): void {
  makeRoom(lengths, lengths.n + other.n);
  lengths.values.set(other.values.subarray(0, other.n), lengths.n);
  lengths.n += other.n;
}

function makeRoom(lengths: Lengths, needed: number): void {
  if (needed <= lengths.values.length) return;
  const roomier = new Float64Array(Math.max(needed, Math.ceil(lengths.values.length * 1.5), 4));
  roomier.set(lengths.values.subarray(0, lengths.n));
  lengths.values = roomier;
}

/** Seconds, rounded once, to the millisecond. `null` throughout when nothing was measured. */
export function summarise({ n, values }: Lengths): Durations {
  const sorted = values.slice(0, n).sort();
  // Summed in sorted order: even beyond 2^53 ms the mean does not depend on the order of arrival.
  let sum = 0;
  for (const length of sorted) sum += length;
  return durations(
    n,
    sum,
    ranksOf(n).map((rank) => sorted[rank - 1] ?? Number.NaN),
  );
}

/** Of `n` lengths, one at least, in ascending order, counted from 1: the middle two, those of the percentiles, the last. They ascend. */
export function ranksOf(n: number): readonly [number, number, number, number, number] {
  return [Math.ceil(n / 2), Math.floor(n / 2) + 1, nearestRank(90, n), nearestRank(95, n), n];
}

/** @param ranked the lengths of these ranks */
export function durations(n: number, sum: Millis, ranked: readonly Millis[]): Durations {
  if (n === 0) return { n, mean: null, median: null, p90: null, p95: null, longest: null };
  const [lower = 0, upper = 0, p90 = 0, p95 = 0, longest = 0] = ranked;
  return {
    n,
    mean: seconds(sum / n),
    median: seconds((lower + upper) / 2),
    p90: seconds(p90),
    p95: seconds(p95),
    longest: seconds(longest),
  };
}

/** ceil(p · n) for p in percent, in whole numbers: 0.95 · 20 in binary fractions is a hair above 19. */
function nearestRank(percent: number, n: number): number {
  return Math.ceil((percent * n) / 100);
}

export function seconds(length: Millis): number {
  return Math.round(length) / 1000;
}
