import type { Ratio } from '../domain/report.ts';

/** A share with both its numbers; `percent` has at most three decimals and is `null` over a denominator of 0. */
export function ratio(numerator: number, denominator: number): Ratio {
  const percent = denominator === 0 ? null : Math.round((numerator * 100_000) / denominator) / 1000;
  return { numerator, denominator, percent };
}

/** Whether a share is at least `percent`, by whole numbers: 8999 of 10000 does not reach 90 by rounding. */
export function reaches({ numerator, denominator }: Ratio, percent: number): boolean | null {
  return denominator === 0 ? null : numerator * 100_000 >= Math.round(percent * 1000) * denominator;
}
