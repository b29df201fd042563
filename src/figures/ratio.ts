import type { Gap, Ratio } from '../domain/report.ts';

/** A share with both its numbers; `percent` has at most three decimals and is `null` over a denominator of 0. */
export function ratio(numerator: number, denominator: number): Ratio {
  const percent = denominator === 0 ? null : Math.round((numerator * 100_000) / denominator) / 1000;
  return { numerator, denominator, percent };
}

/** Whether a share is at least `percent`, by whole numbers: 8999 of 10000 does not reach 90 by rounding. */
export function reaches({ numerator, denominator }: Ratio, percent: number): boolean | null {
  return denominator === 0 ? null : numerator * 100_000 >= Math.round(percent * 1000) * denominator;
}

/** How far a share is from `percent`, in runs, by whole numbers; `null` over a denominator of 0. */
export function gapTo({ numerator, denominator }: Ratio, percent: number): Gap | null {
  if (denominator === 0) return null;
  const surplus = numerator * 100_000 - Math.round(percent * 1000) * denominator;
  // A plain 0, not the negative one that rounding up leaves.
  return { missing: Math.max(0, Math.ceil(-surplus / 100_000)), spare: Math.max(0, Math.floor(surplus / 100_000)) };
}
