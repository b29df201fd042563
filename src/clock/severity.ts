import type { SeverityBand } from '../domain/policy.ts';
import type { Millis } from '../domain/time.ts';
import { compareNumbers } from '../timeline/condition.ts';

/** The first band whose comparison with the time over holds; `undefined` when none does. */
export function severityOf(bands: readonly SeverityBand[], over: Millis): string | undefined {
  return bands.find((band) => compareNumbers(over, band.operator, band.over))?.name;
}

/**
 * The bands that a breach comes into as it grows, each with the least time over at which it is in that band; the last is
 * that of `over`. Where no band holds there is none.
 */
export function bandsUpTo(
  bands: readonly SeverityBand[],
  over: Millis,
): { readonly name: string; readonly from: Millis }[] {
  // A comparison with a length changes at that length or a millisecond beyond it.
  const borders = new Set([1, ...bands.flatMap((band) => [band.over, band.over + 1])]);
  const entered: { name: string; from: Millis }[] = [];
  let last: string | undefined;
  for (const from of [...borders].sort((a, b) => a - b)) {
    if (from < 1 || from > over) continue;
    const name = severityOf(bands, from);
    if (name !== undefined && name !== last) entered.push({ name, from });
    last = name;
  }
  return entered;
}
