import { MINUTE } from '../calendar/dates.ts';
import type { Lateness } from '../domain/figure-rules.ts';
import type { Millis } from '../domain/time.ts';
import type { LateRule } from '../domain/time-figures.ts';
import { seconds } from './lengths.ts';

/**
 * The last tenth of a target is what people call the last minute of it; of a short target the last quarter of an hour, unless
 * that were most of it.
 */
export const USUAL_LATENESS: Lateness = { percent: 10, atLeast: 15 * MINUTE, atMostPercent: 50 };

/** Whether so much left of a target is little; what is used up exactly is, what is overdrawn is not. */
export function isLittle(left: Millis, within: Millis, { percent, atLeast, atMostPercent }: Lateness): boolean {
  if (left < 0) return false;
  // In whole numbers: a tenth of a target is seldom a binary fraction.
  return left * 100 <= within * percent || (left <= atLeast && left * 100 <= within * atMostPercent);
}

export function ruleOf({ percent, atLeast, atMostPercent }: Lateness): LateRule {
  return { percent, atLeast: seconds(atLeast), atMostPercent };
}
