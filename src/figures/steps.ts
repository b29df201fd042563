import type { Clock } from '../domain/policy.ts';
import type { Millis, Period } from '../domain/time.ts';
import { ENOUGH_RUNS, type StepFigures, type Sum } from '../domain/time-figures.ts';
import type { Verdict } from '../domain/verdict.ts';
import { contribution, hasLengths, outcomeIn } from './contribution.ts';
import { seconds } from './lengths.ts';
import { ratio } from './ratio.ts';

/** What is known of one clock as a step of the chain. Plain values; `add` and `merge` change the first argument. */
export interface StepTotals {
  met: number;
  breached: number;
  excused: number;
  readonly over: Added;
  readonly elapsed: Added;
}

/** Whole milliseconds. */
interface Added {
  n: number;
  total: Millis;
}

export function emptyStep(): StepTotals {
  return { met: 0, breached: 0, excused: 0, over: { n: 0, total: 0 }, elapsed: { n: 0, total: 0 } };
}

/** Counts and lengths as in the summary. */
export function addStep(totals: StepTotals, verdict: Verdict, period: Period | undefined): void {
  const part = contribution(verdict, period);
  if (part === 0) return;
  const outcome = outcomeIn(part);
  if (outcome === 'met' || outcome === 'breached' || outcome === 'excused') totals[outcome] += 1;
  const isDuty = verdict.run.clock.kind === 'duty';
  if (outcome === 'breached' && verdict.over !== undefined && !isDuty) addTo(totals.over, verdict.over);
  if (hasLengths(part) && verdict.elapsed !== undefined) addTo(totals.elapsed, verdict.elapsed);
}

function addTo(sum: Added, length: Millis): void {
  sum.n += 1;
  sum.total += length;
}

export function mergeStep(totals: StepTotals, other: StepTotals): void {
  for (const outcome of ['met', 'breached', 'excused'] as const) totals[outcome] += other[outcome];
  for (const length of ['over', 'elapsed'] as const) {
    totals[length].n += other[length].n;
    totals[length].total += other[length].total;
  }
}

/** The steps in the order of the policy, with their ranks. */
export function stepFigures(
  clocks: readonly Clock[],
  known: ReadonlyMap<string, StepTotals>,
): { readonly steps: StepFigures[]; readonly weakest: string | null } {
  const totals = clocks.map((clock) => ({ clock, step: known.get(clock.id) ?? emptyStep() }));
  const breaches = totals.reduce((sum, { step }) => sum + step.breached, 0);
  const ranked = totals
    .filter(({ step }) => step.breached > 0)
    .sort((a, b) => byWeakness(a.step, b.step))
    .map(({ clock }) => clock.id);
  const [weakest] = ranked;
  return {
    weakest: weakest ?? null,
    steps: totals.map(({ clock, step }) => {
      const rank = ranked.indexOf(clock.id) + 1;
      return {
        ...{ clock: clock.id, title: clock.title, kind: clock.kind },
        ...{ met: step.met, breached: step.breached, excused: step.excused },
        attainment: ratio(step.met, step.met + step.breached),
        ofBreaches: ratio(step.breached, breaches),
        over: sumOf(step.over),
        elapsed: sumOf(step.elapsed),
        rank: rank === 0 ? null : rank,
      };
    }),
  };
}

/**
 * The weaker first: steps with enough decided runs before those without; of both the lower share met, then more breaches,
 * then more time over in all; what is then alike stays in the order of the policy.
 */
function byWeakness(a: StepTotals, b: StepTotals): number {
  const [ofA, ofB] = [a.met + a.breached, b.met + b.breached];
  const byShare = a.met * ofB - b.met * ofA;
  return (
    Number(ofB >= ENOUGH_RUNS) - Number(ofA >= ENOUGH_RUNS) ||
    byShare ||
    b.breached - a.breached ||
    b.over.total - a.over.total
  );
}

function sumOf({ n, total }: Added): Sum {
  return { n, total: seconds(total), mean: n === 0 ? null : seconds(total / n) };
}
