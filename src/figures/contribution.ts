import type { Instant, Period } from '../domain/time.ts';
import { OUTCOMES, type Outcome, type Verdict } from '../domain/verdict.ts';
import { isCounted, isWithin } from './counted.ts';

export const LEFT_OUT = ['undecided', 'not-stopped', 'cancelled', 'excused'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/**
 * What a verdict adds to the figures of a period, in one byte, for there are millions: its outcome, whether it is a breach that is
 * still open, and whether it has lengths or is left out of them. 0: nothing.
 */
export type Contribution = number;

const NOTHING: Contribution = 0;
/** The lowest four bits: the number of the outcome from 1 on; 0: it is counted in another period. */
const OUTCOME = 0b0000_1111;
/** The next three: why it is left out, by number from 1 on; or one of these two. */
const REST = 0b0111_0000;
const LENGTHS = 0b0101_0000;
const NEITHER = 0b0110_0000;
const STILL_OPEN = 0b1000_0000;

const leftOutAs: Readonly<Record<LeftOut, number>> = {
  undecided: 0b0001_0000,
  'not-stopped': 0b0010_0000,
  cancelled: 0b0011_0000,
  excused: 0b0100_0000,
};

/** What of a run decides what it adds. */
export interface Contributing {
  /** Index in `OUTCOMES`. */
  readonly outcome: number;
  /** It is counted in the period. */
  readonly isHere: boolean;
  /** `NaN`: it has not stopped. */
  readonly stopAt: Instant;
  /** Neither stopped nor over in another way. */
  readonly isOpen: boolean;
  readonly hasLengths: boolean;
}

/**
 * Counts go to the period of the decision, lengths to the period of the stop (S27). Nothing is added by a verdict that was
 * neither decided in the period nor stopped in it, nor was going at its end.
 */
export function contribution(verdict: Verdict, period: Period | undefined): Contribution {
  const { run, outcome, elapsed, wall } = verdict;
  return contributionOf(
    {
      outcome: OUTCOMES.indexOf(outcome),
      isHere: isCounted(verdict, period),
      stopAt: run.stop?.at ?? Number.NaN,
      isOpen: isStillOpen(verdict),
      hasLengths: elapsed !== undefined && wall !== undefined,
    },
    period,
  );
}

/** A duty's missed interval has no stop and yet is over. */
export function isStillOpen({ run }: Verdict): boolean {
  return run.stop === undefined && run.cancelledAt === undefined && run.clock.kind !== 'duty';
}

/** The same of a run of which only so much is known. */
export function contributionOf(run: Contributing, period: Period | undefined): Contribution {
  const { outcome, isHere, isOpen } = run;
  if (!isHere && !isWithin(period, run.stopAt)) return NOTHING;
  const rest = restOf(run, period);
  if (!isHere) return rest;
  return (outcome + 1) | rest | (isOpen && outcome === BREACHED ? STILL_OPEN : 0);
}

const BREACHED = OUTCOMES.indexOf('breached');
const CANCELLED = OUTCOMES.indexOf('cancelled');
const UNDECIDED = OUTCOMES.indexOf('undecided');
const EXCUSED = OUTCOMES.indexOf('excused');

/** A run without a length, or with one that only may be so, is left out and counted as left out (S16, S30). */
function restOf({ outcome, isHere, stopAt, hasLengths }: Contributing, period: Period | undefined): number {
  if (outcome === CANCELLED || outcome === UNDECIDED || outcome === EXCUSED) {
    if (!isHere) return NEITHER;
    return leftOutAs[outcome === CANCELLED ? 'cancelled' : outcome === EXCUSED ? 'excused' : 'undecided'];
  }
  if (Number.isNaN(stopAt) || (period !== undefined && stopAt >= period.end)) {
    return isHere ? leftOutAs['not-stopped'] : NEITHER;
  }
  if (!isWithin(period, stopAt)) return NEITHER;
  return hasLengths ? LENGTHS : leftOutAs.undecided;
}

/** `undefined`: counted in another period. */
export function outcomeIn(part: Contribution): Outcome | undefined {
  return OUTCOMES[(part & OUTCOME) - 1];
}

/** The same as a number: the index in `OUTCOMES`, -1 for `undefined`. */
export function outcomeIndex(part: Contribution): number {
  return (part & OUTCOME) - 1;
}

export function isBreachIn(part: Contribution): boolean {
  return (part & OUTCOME) === BREACHED + 1;
}

export function isOpenIn(part: Contribution): boolean {
  return (part & STILL_OPEN) !== 0;
}

export function hasLengths(part: Contribution): boolean {
  return (part & REST) === LENGTHS;
}

/** The index in `LEFT_OUT`; -1 or beyond its end: it is not left out. */
export function leftOutIndex(part: Contribution): number {
  return ((part & REST) >> 4) - 1;
}

/** Whether it says something that belongs to the stop, not to the decision: the length, or that it is not known. */
export function isOfStop(part: Contribution): boolean {
  return hasLengths(part) || ((part & REST) === leftOutAs.undecided && (part & OUTCOME) !== UNDECIDED + 1);
}
