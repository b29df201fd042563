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
  return summariseSorted(values.slice(0, n).sort());
}

/** The same of lengths that are in ascending order. */
export function summariseSorted(sorted: Float64Array): Durations {
  const n = sorted.length;
  if (n === 0) return { n, mean: null, median: null, p90: null, p95: null, longest: null };
  const at = (rank: number) => sorted[rank - 1] ?? Number.NaN;
  // Summed in sorted order: even beyond 2^53 ms the mean does not depend on the order of arrival.
  let sum = 0;
  for (const length of sorted) sum += length;
  const mean = sum / n;
  const median = (at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1)) / 2;
  return {
    n,
    mean: seconds(mean),
    median: seconds(median),
    p90: seconds(at(nearestRank(90, n))),
    p95: seconds(at(nearestRank(95, n))),
    longest: seconds(at(n)),
  };
}

/** ceil(p · n) for p in percent, in whole numbers: 0.95 · 20 in binary fractions is a hair above 19. */
function nearestRank(percent: number, n: number): number {
  return Math.ceil((percent * n) / 100);
}

export function seconds(length: Millis): number {
  return Math.round(length) / 1000;
}
