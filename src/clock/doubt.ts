import type { Instant, Millis } from '../domain/time.ts';
import type { Run, Verdict } from '../domain/verdict.ts';
import type { Court } from './court.ts';
import type { Measurement } from './measure.ts';
import { measureReading } from './measure-reading.ts';
import { bandsUpTo, severityOf } from './severity.ts';

/** The lengths of a run at its best and at its worst reading. */
export type Bounds = { readonly best: Millis; readonly worst: Millis };

/** How a run reads at its best and at its worst, and whether that decides its verdict. */
export interface Doubt {
  readonly dependsOnDigits: boolean;
  readonly bounds: Bounds | undefined;
  /** The readings with least and most time used; absent where nothing is doubtful. A breach at its best is beyond doubt. */
  readonly best: Measurement | undefined;
  readonly worst: Measurement | undefined;
}

export const NO_DOUBT: Doubt = { dependsOnDigits: false, bounds: undefined, best: undefined, worst: undefined };

/** How far a run went beyond its target, and when it came to which length. */
type OverTarget = Pick<Measurement, 'isBreached' | 'elapsed' | 'allowed' | 'overFrom'>;

/** Reads a run at its best and at its worst (S8). */
export function doubtOf(run: Run, court: Court): Doubt {
  const [best, worst] = [measureReading(run, court, 'best'), measureReading(run, court, 'worst')];
  return {
    dependsOnDigits: best?.isBreached !== worst?.isBreached,
    bounds: best && worst ? { best: best.elapsed, worst: worst.elapsed } : undefined,
    best,
    worst,
  };
}

/**
 * A breach is settled when it is beyond doubt, and not before the stop where that tells it from a slip in the export, or where
 * the clock calls nothing a breach before it (S26).
 */
export function settledAt(run: Run, { exceededAt = -Infinity }: Measurement, doubt: Doubt): Instant {
  const waits = run.earlyStop !== undefined || run.clock.stillOpen === 'closed-only';
  const told = waits ? (run.stop?.at ?? run.cancelledAt ?? -Infinity) : -Infinity;
  return Math.max(exceededAt, doubt.best?.exceededAt ?? -Infinity, told);
}

/**
 * Where digits are missing, the band is known only if both readings fall into it (S8): a graver one may cost more. Which of
 * two occurrences a local time was is settled by the policy (S4).
 */
export function bandOf({ clock, certainty }: Run, nominal: OverTarget, { best, worst }: Doubt): string | undefined {
  const isSettled = certainty === 'ambiguous';
  const least = overOf(isSettled ? nominal : (best ?? nominal));
  const most = overOf(isSettled ? nominal : (worst ?? nominal));
  if (least === undefined || most === undefined) return undefined;
  const band = severityOf(clock.severity, least);
  return band === severityOf(clock.severity, most) ? band : undefined;
}

/**
 * The bands it came into, and when; before the breach was settled it was in none. Where digits are missing it is in none
 * either while one reading is in the graver band already and the other is not.
 */
export function bandsEntered(
  { clock, certainty }: Run,
  nominal: OverTarget,
  settled: Instant,
  { best, worst }: Doubt,
): NonNullable<Verdict['bands']> {
  // A promise for an hour or a day leaves exact stamps in doubt, too.
  const readings = certainty === 'ambiguous' ? [nominal] : [best ?? nominal, worst ?? nominal];
  const entered = readings.map((reading) =>
    bandsUpTo(clock.severity, overOf(reading) ?? 0).map(({ name, from }) => ({
      name,
      from: from <= 1 ? settled : Math.max(settled, reading.overFrom(from) ?? settled),
    })),
  );
  const bands: { name: string | undefined; from: Instant }[] = [];
  for (const from of new Set(
    entered
      .flat()
      .map((band) => band.from)
      .sort((a, b) => a - b),
  )) {
    // A target that was used up when it came into force is over by much at once: of the bands of one instant the last counts.
    const [name, other = name] = entered.map((each) => each.findLast((band) => band.from <= from)?.name ?? '');
    const known = name === other && name !== '' ? name : undefined;
    if (known !== bands.at(-1)?.name) bands.push({ name: known, from });
  }
  return bands;
}

/** How far beyond its target; `undefined` where there is none, or it was kept. */
export function overOf({ isBreached, elapsed, allowed }: OverTarget): Millis | undefined {
  return isBreached && allowed !== undefined ? elapsed - allowed : undefined;
}
