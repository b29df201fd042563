import type { Clock } from '../domain/policy.ts';
import type { ClockFigures } from '../domain/report.ts';
import type { Period } from '../domain/time.ts';
import { OUTCOMES, type Outcome, type Verdict } from '../domain/verdict.ts';
import { isCounted, isWithin } from './counted.ts';
import { addLength, emptyLengths, type Lengths, mergeLengths, summarise } from './lengths.ts';
import { byCodeUnits } from './order.ts';
import { ratio, reaches } from './ratio.ts';

const LEFT_OUT = ['undecided', 'not-stopped', 'cancelled'] as const;
type LeftOut = (typeof LEFT_OUT)[number];

/** What is known of one clock's runs so far. Plain values; `add` and `merge` change the first argument. */
export interface ClockTotals {
  readonly outcomes: Record<Outcome, number>;
  breachedOpen: number;
  readonly severity: Map<string, number>;
  readonly open: Lengths;
  readonly wall: Lengths;
  readonly leftOut: Record<LeftOut, number>;
}

export function emptyClockTotals(): ClockTotals {
  return {
    outcomes: {
      met: 0,
      breached: 0,
      running: 0,
      paused: 0,
      cancelled: 0,
      undecided: 0,
      excused: 0,
      'no-target': 0,
    },
    breachedOpen: 0,
    severity: new Map(),
    open: emptyLengths(),
    wall: emptyLengths(),
    leftOut: { undecided: 0, 'not-stopped': 0, cancelled: 0 },
  };
}

/** Whether the verdict says anything about the period: it was decided in it, is still going, or stopped in it. */
export function concerns(verdict: Verdict, period: Period | undefined): boolean {
  return isCounted(verdict, period) || isWithin(period, verdict.run.stop?.at);
}

/** Counts go to the period of the decision, durations to the period of the stop (S27). */
export function addVerdict(totals: ClockTotals, verdict: Verdict, period: Period | undefined): void {
  if (isCounted(verdict, period)) addOutcome(totals, verdict);
  addLengths(totals, verdict, period);
}

function addOutcome(totals: ClockTotals, verdict: Verdict): void {
  totals.outcomes[verdict.outcome] += 1;
  if (verdict.outcome !== 'breached') return;
  if (isStillOpen(verdict)) totals.breachedOpen += 1;
  if (verdict.severity !== undefined) tally(totals.severity, verdict.severity, 1);
}

/** A duty's missed interval has no stop and yet is over. */
function isStillOpen({ run }: Verdict): boolean {
  return run.stop === undefined && run.cancelledAt === undefined && run.clock.kind !== 'duty';
}

/** A run without a length, or with one that only may be so, is left out and counted as left out (S16, S30). */
function addLengths(totals: ClockTotals, verdict: Verdict, period: Period | undefined): void {
  const { run, outcome, elapsed, wall } = verdict;
  if (outcome === 'cancelled' || outcome === 'undecided') {
    if (isCounted(verdict, period)) totals.leftOut[outcome] += 1;
  } else if (run.stop === undefined || (period !== undefined && run.stop.at >= period.end)) {
    if (isCounted(verdict, period)) totals.leftOut['not-stopped'] += 1;
  } else if (outcome !== 'excused' && isWithin(period, run.stop.at)) {
    if (elapsed === undefined || wall === undefined) {
      totals.leftOut.undecided += 1;
    } else {
      addLength(totals.open, elapsed);
      addLength(totals.wall, wall);
    }
  }
}

export function mergeClockTotals(totals: ClockTotals, other: ClockTotals): void {
  for (const outcome of OUTCOMES) totals.outcomes[outcome] += other.outcomes[outcome];
  totals.breachedOpen += other.breachedOpen;
  for (const [band, runs] of other.severity) tally(totals.severity, band, runs);
  mergeLengths(totals.open, other.open);
  mergeLengths(totals.wall, other.wall);
  for (const why of LEFT_OUT) totals.leftOut[why] += other.leftOut[why];
}

function tally(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

export function clockFigures(clock: Clock, totals: ClockTotals): ClockFigures {
  const { outcomes, severity, leftOut } = totals;
  const attainment = ratio(outcomes.met, outcomes.met + outcomes.breached);
  const bands = clock.severity.map((band) => band.name);
  const others = [...severity.keys()].filter((name) => !bands.includes(name)).sort(byCodeUnits);
  return {
    clock: clock.id,
    title: clock.title,
    kind: clock.kind,
    met: outcomes.met,
    breached: outcomes.breached,
    breachedOpen: totals.breachedOpen,
    running: outcomes.running,
    paused: outcomes.paused,
    cancelled: outcomes.cancelled,
    undecided: outcomes.undecided,
    excused: outcomes.excused,
    noTarget: outcomes['no-target'],
    attainment,
    objective:
      clock.attain === undefined ? null : { percent: clock.attain, reached: reaches(attainment, clock.attain) },
    severity: [...new Set(bands), ...others].map((band) => ({ band, runs: severity.get(band) ?? 0 })),
    open: summarise(totals.open),
    wall: summarise(totals.wall),
    leftOut: LEFT_OUT.map((why) => ({ why, runs: leftOut[why] })),
  };
}
