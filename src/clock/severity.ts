import type { SeverityBand } from '../domain/policy.ts';
import type { Millis } from '../domain/time.ts';
import { compareNumbers } from '../timeline/condition.ts';

/** The first band whose comparison with the time over holds; `undefined` when none does. */
export function severityOf(bands: readonly SeverityBand[], over: Millis): string | undefined {
  return bands.find((band) => compareNumbers(over, band.operator, band.over))?.name;
}

/**
 * The bands that a breach comes into as it grows, each with the least time over at which it is in that band; the last is
 * that of `over`. Where it leaves one and no other holds, that is told without a name; before the first it is in none.
 */
export function bandsUpTo(
  bands: readonly SeverityBand[],
  over: Millis,
): { readonly name: string | undefined; readonly from: Millis }[] {
  // A comparison with a length changes at that length or a millisecond beyond it.
  const borders = new Set([0, ...bands.flatMap((band) => [band.over, band.over + 1])]);
  const entered: { name: string | undefined; from: Millis }[] = [];
  for (const from of [...borders].sort((a, b) => a - b)) {
    if (from < 0 || from > over) continue;
    const name = severityOf(bands, from);
    if (name !== entered.at(-1)?.name) entered.push({ name, from });
  }
  return entered;
}
