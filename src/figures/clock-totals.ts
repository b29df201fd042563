import type { Clock } from '../domain/policy.ts';
import type { ClockFigures } from '../domain/report.ts';
import type { Millis, Period } from '../domain/time.ts';
import { OUTCOMES, type Outcome, type Verdict } from '../domain/verdict.ts';
import { isCounted, isWithin } from './counted.ts';
import { addLength, emptyLengths, type Lengths, mergeLengths, summarise } from './lengths.ts';
import { byCodeUnits } from './order.ts';
import { gapTo, ratio, reaches } from './ratio.ts';

const LEFT_OUT = ['undecided', 'not-stopped', 'cancelled', 'excused'] as const;
type LeftOut = (typeof LEFT_OUT)[number];

/** What is known of one clock's runs so far. Plain values; `add` and `merge` change the first argument. */
export interface ClockTotals {
  readonly outcomes: Record<Outcome, number>;
  breachedOpen: number;
  /** How far over, of each band; of a breach in no band under ''. */
  readonly over: Map<string, Lengths>;
  /** Breaches in a band, also those of which nobody knows how far over they are. */
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
    over: new Map(),
    severity: new Map(),
    open: emptyLengths(),
    wall: emptyLengths(),
    leftOut: { undecided: 0, 'not-stopped': 0, cancelled: 0, excused: 0 },
  };
}

/** What one verdict adds to every total it belongs to. */
export interface Contribution {
  readonly clock: string;
  /** Absent: counted in another period. */
  readonly outcome?: Outcome;
  readonly isOpen: boolean;
  readonly severity?: string;
  /** Of a breach, how far beyond its target; absent: unknown. */
  readonly over?: Millis;
  readonly lengths?: { readonly open: Millis; readonly wall: Millis };
  readonly leftOut?: LeftOut;
}

/**
 * Counts go to the period of the decision, durations to the period of the stop (S27). `undefined` when the verdict
 * says nothing of the period: it was neither decided in it nor stopped in it, nor was it going at its end.
 */
export function contribution(verdict: Verdict, period: Period | undefined): Contribution | undefined {
  const { run, outcome, severity, over } = verdict;
  const isHere = isCounted(verdict, period);
  if (!isHere && !isWithin(period, run.stop?.at)) return undefined;
  const isBreach = isHere && outcome === 'breached';
  return {
    clock: run.clock.id,
    isOpen: isBreach && isStillOpen(verdict),
    ...(isHere && { outcome }),
    ...(isBreach && severity !== undefined && { severity }),
    ...(isBreach && over !== undefined && { over }),
    ...lengthOf(verdict, isHere, period),
  };
}

/** A duty's missed interval has no stop and yet is over. */
export function isStillOpen({ run }: Verdict): boolean {
  return run.stop === undefined && run.cancelledAt === undefined && run.clock.kind !== 'duty';
}

/** A run without a length, or with one that only may be so, is left out and counted as left out (S16, S30). */
function lengthOf(
  { run, outcome, elapsed, wall }: Verdict,
  isHere: boolean,
  period: Period | undefined,
): Pick<Contribution, 'lengths' | 'leftOut'> {
  if (outcome === 'cancelled' || outcome === 'undecided' || outcome === 'excused') {
    return isHere ? { leftOut: outcome } : {};
  }
  const stoppedAt = run.stop?.at;
  if (stoppedAt === undefined || (period !== undefined && stoppedAt >= period.end)) {
    return isHere ? { leftOut: 'not-stopped' } : {};
  }
  if (!isWithin(period, stoppedAt)) return {};
  return elapsed === undefined || wall === undefined ? { leftOut: 'undecided' } : { lengths: { open: elapsed, wall } };
}

export function addContribution(totals: ClockTotals, part: Contribution): void {
  if (part.outcome !== undefined) totals.outcomes[part.outcome] += 1;
  if (part.isOpen) totals.breachedOpen += 1;
  if (part.severity !== undefined) tally(totals.severity, part.severity, 1);
  if (part.over !== undefined) addLength(lengthsOf(totals.over, part.severity ?? ''), part.over);
  if (part.leftOut !== undefined) totals.leftOut[part.leftOut] += 1;
  if (part.lengths !== undefined) {
    addLength(totals.open, part.lengths.open);
    addLength(totals.wall, part.lengths.wall);
  }
}

export function mergeClockTotals(totals: ClockTotals, other: ClockTotals): void {
  for (const outcome of OUTCOMES) totals.outcomes[outcome] += other.outcomes[outcome];
  totals.breachedOpen += other.breachedOpen;
  for (const [band, runs] of other.severity) tally(totals.severity, band, runs);
  for (const [band, lengths] of other.over) mergeLengths(lengthsOf(totals.over, band), lengths);
  mergeLengths(totals.open, other.open);
  mergeLengths(totals.wall, other.wall);
  for (const why of LEFT_OUT) totals.leftOut[why] += other.leftOut[why];
}

function tally(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

function lengthsOf(bands: Map<string, Lengths>, band: string): Lengths {
  const known = bands.get(band);
  if (known !== undefined) return known;
  const fresh = emptyLengths();
  bands.set(band, fresh);
  return fresh;
}

export function clockFigures(clock: Clock, totals: ClockTotals): ClockFigures {
  const { outcomes, severity, over, leftOut } = totals;
  const attainment = ratio(outcomes.met, outcomes.met + outcomes.breached);
  const bands = clock.severity.map((band) => band.name);
  const all = emptyLengths();
  for (const lengths of over.values()) mergeLengths(all, lengths);
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
      clock.attain === undefined
        ? null
        : {
            percent: clock.attain,
            reached: reaches(attainment, clock.attain),
            gap: gapTo(attainment, clock.attain),
          },
    severity: [...new Set(bands), ...others].map((band) => ({
      band,
      runs: severity.get(band) ?? 0,
      over: summarise(over.get(band) ?? emptyLengths()),
    })),
    over: summarise(all),
    open: summarise(totals.open),
    wall: summarise(totals.wall),
    leftOut: LEFT_OUT.map((why) => ({ why, runs: leftOut[why] })),
  };
}
