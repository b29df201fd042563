import type { Grade } from './event-log.ts';
import type { Excuse } from './excuse.ts';
import type { Holder } from './person.ts';
import type { ChargedKind, ChargeRule, Clock, Target } from './policy.ts';
import type { Instant, Millis, Span } from './time.ts';

/** In the words of the verdict record. */
export const OUTCOMES = [
  'met',
  'breached',
  'running',
  'paused',
  'cancelled',
  'undecided',
  'excused',
  'no-target',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One start-to-stop of a clock on a ticket, before any target is held against it. */
export interface Run {
  readonly clock: Clock;
  /** Counts from 1. */
  readonly cycle: number;
  readonly start?: Moment;
  readonly stop?: Moment;
  readonly cancelledAt?: Instant;
  /** From a stop to its reopening: counts for nothing. In order. */
  readonly gaps: readonly VagueSpan[];
  /** Union of the pause rules' spans that touch the run, in order; the end of one still open is Infinity. */
  readonly pauses: readonly PauseSpan[];
  /** Paused time of which the export tells only how long it was (`Clock.pauseTotals`): the least and most it can be. */
  readonly unplacedPause?: { readonly least: Millis; readonly most: Millis };
  /** How exactly the instants behind it are known, at the worst. */
  readonly certainty: Certainty;
  /** A stop that came before the start: until a later one came, nobody could judge the run (S30). */
  readonly earlyStop?: Moment;
  /** Stops that were undone by a reopening, the first of them first; empty without reopenings. */
  readonly undoneStops: readonly Moment[];
  /** The stop is the end of a stay (`Clock.during`): what changed at that instant is no longer the run's. */
  readonly endsStay?: true;
  /** Why the run cannot be judged plainly, or how it was read. */
  readonly remarks: readonly Remark[];
}

/**
 * `exact`: to the second. `ambiguous`: a local time that occurred twice (S4). `minute`: some digits lack, but the
 * length is right within two minutes. `coarse`: no length can be given, only bounds (S8). Worst last.
 */
export const CERTAINTIES = ['exact', 'ambiguous', 'minute', 'coarse'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** An instant a run took from a row of the export. */
export interface Moment {
  /** How exactly the stamp is known. */
  readonly grade: Grade;
  /** The earliest it can be, but for a local time that occurred twice and is read as the later (S4) … */
  readonly at: Instant;
  /** … which can have been this; absent: no earlier than `at`. */
  readonly earliest?: Instant;
  /** The latest it can be: later than `at` where the stamp lacks digits (S8) or is ambiguous (S4). */
  readonly latest: Instant;
  /** Code of its event, of an event column; only in logs with events that are a length after another. */
  readonly event?: number;
  /** Row of the event log; -1 for an interval of a duty that begins where a missed one ended. */
  readonly row: number;
  /** Code of who did it, in the log's values; absent where nobody is named: an event column names nobody. */
  readonly actor?: number;
  /** Of a start from which the count began anew at a change (S21, restart): when the row itself happened. */
  readonly happenedAt?: Instant;
}

/** A span between two stamps. */
export interface VagueSpan extends Span {
  /** Latest possible start and end, where the stamps lack digits; otherwise equal to `start` and `end`. */
  readonly latestStart: Instant;
  readonly latestEnd: Instant;
  /** Where a local time that occurred twice is read as the later (S4); absent: no earlier than `start` and `end`. */
  readonly earliestStart?: Instant;
  readonly earliestEnd?: Instant;
}

export interface PauseSpan extends VagueSpan {
  /** Indexes into `Clock.pause`. */
  readonly rules: readonly number[];
  /** Rows that began it and ended it; the latter -1 for one that is still open. */
  readonly startRow: number;
  readonly endRow: number;
  /** It lasted longer than the clock's `maxPause`, and ends with that. */
  readonly isCut: boolean;
  readonly certainty: Certainty;
}

/**
 * What makes a verdict other than plain. The first that applies, with its detail, is the record's `reason`.
 * The order is the order of precedence.
 */
export const REMARKS = [
  'incomplete-rows',
  'stop-before-start',
  'no-start',
  'pause-too-long',
  'imprecise',
  'ambiguous-time',
  'no-target',
  'cancelled',
  'too-many-intervals',
  'reset',
  'promised-before-start',
  'created-by-agent',
  'answered-by-resolution',
  'still-open',
  'used-up-at-change',
  'reopened',
  'before-policy',
  'after-policy',
] as const;
export interface Remark {
  readonly kind: (typeof REMARKS)[number];
  readonly detail?: string;
}

/** A run held against its target. Lengths are service time of the target's calendar unless said otherwise. */
export interface Verdict {
  readonly ticket: string;
  readonly run: Run;
  /** The target in force at the instant judged. */
  readonly target?: Target;
  readonly outcome: Outcome;
  /** When the target ran out or would run out; absent when not known. */
  readonly dueAt?: Instant;
  /** Of a breach its `dueAt`, else the stop or the cancellation. */
  readonly decidedAt?: Instant;
  /**
   * When nothing that happened later could change it any more: the run belongs to that month (S27). A breach is settled
   * when time first counted beyond its target: one used up exactly at closing may still be kept at the next opening.
   */
  readonly settledAt?: Instant;
  /** When the run used up the lengths of objectives that are over its clock: those it did, and not before they did. */
  readonly milestones?: readonly { readonly length: Millis; readonly passedAt: Instant }[];
  /** Absent when not known to the minute. */
  readonly elapsed?: Millis;
  readonly within?: Millis;
  /** Beyond the target, as of the stop or the as-of instant. */
  readonly over?: Millis;
  readonly paused?: Millis;
  readonly excluded?: Millis;
  /** Wall time from the first start to the last stop, or to the as-of instant. */
  readonly wall?: Millis;
  /** Least and most the elapsed time can be, where stamps lack digits. */
  readonly bounds?: { readonly best: Millis; readonly worst: Millis };
  readonly severity?: string;
  /**
   * Of a breach with severity bands: each band it came into, and when; the last is `severity`, as of the report. Without a
   * name: it left a band, and no other holds.
   */
  readonly bands?: readonly { readonly name: string | undefined; readonly from: Instant }[];
  /** Somebody set the breach aside: its outcome is `excused`. */
  readonly excuse?: Excuse;
  /** Who answers; present for breaches only. */
  readonly charged?: Charged;
  /** Value of each field of the records, in their order, as of `decidedAt` (or the as-of instant); '' when blank. */
  readonly fields: readonly string[];
  /**
   * Of a run that stopped within its target: the fields as they were until then, where the stop changed them. Who passed
   * a ticket on in time did so, not whoever took it over.
   */
  readonly fieldsBefore?: readonly string[];
  readonly reason: string;
}

/** On leave, outside their shift, or not employed: before their first day or after their last. */
export type OffDuty = 'leave' | 'shift' | 'left';

export interface Charged {
  /** The roster's id, else the export's name; empty for unassigned and nobody. */
  readonly to: string;
  /** The roster's name for the id. */
  readonly name?: string;
  readonly kind: ChargedKind;
  /** An employee who was away when the time ran out: on leave, or outside their shift. */
  readonly offDuty?: OffDuty;
  /** The charge rules that were asked, in their order; the last of them charged whom it named, if any did. */
  readonly grounds?: readonly AskedRule[];
}

/** A charge rule, and what the export says to it. */
export interface AskedRule {
  readonly rule: ChargeRule;
  /** Absent: nobody held the ticket or stopped the clock, the field was blank. */
  readonly named?: Named;
  /** Who held it too short to answer (S25), the last of them first. */
  readonly tooShort: readonly ShortHolding[];
}

/** Whom, or what, a row of the export names. */
export interface Named extends Holder {
  /** Since when it holds; of who stopped a clock, when they did. Absent where the export does not say: form tickets. */
  readonly since?: Instant;
  /** Row of the event log. */
  readonly row: number;
}

/** `by` is absent where nobody held it. */
export interface ShortHolding {
  readonly by?: Holder;
  readonly since: Instant;
  readonly row: number;
  /** Service time. */
  readonly held: Millis;
}
