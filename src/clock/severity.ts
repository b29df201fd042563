import type { SeverityBand } from '../domain/policy.ts';
import type { Millis } from '../domain/time.ts';
import { compareNumbers } from '../timeline/condition.ts';

/** The first band whose comparison with the time over holds; `undefined` when none does. */
export function severityOf(bands: readonly SeverityBand[], over: Millis): string | undefined {
  return bands.find((band) => compareNumbers(over, band.operator, band.over))?.name;
}
