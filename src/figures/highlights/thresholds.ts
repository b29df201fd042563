import type { Ratio } from '../../domain/figures.ts';
import { ratio } from '../ratio.ts';

/** From when on numbers are large enough to say something of them. */
export const LEAST = {
  /** Fewer runs make no percentage that anybody should quote, and no objective reached or missed. */
  runs: 10,
  /** Runs of each of two months, and percentage points between them: less may be chance. */
  runsOfMonth: 20,
  change: 5,
  /** Breaches of a group, and percentage points below all others together, that make it a weak spot. */
  breachesOfGroup: 3,
  gap: 10,
  /** Breaches of one person, and of everybody, for anybody to be named. */
  breachesOfPerson: 3,
  breachesInAll: 5,
  /** Percent of all breaches that those named must have together: less is no concentration. */
  concentration: 25,
  /** Percent of runs, or of rows, that are lost; or so many rows. */
  lost: 1,
  lostRows: 10,
} as const;

/** A share without a percentage where that would be one of too few. */
export function shareOf(kept: number, judged: number): Ratio {
  const share = ratio(kept, judged);
  return judged < LEAST.runs ? { ...share, percent: null } : share;
}

export function isLost(part: number, whole: number): boolean {
  return part > 0 && part * 100 >= LEAST.lost * whole;
}
