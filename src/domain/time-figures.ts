import type { TimeUse } from './account.ts';
import type { Group, Ratio } from './figures.ts';
import type { Weekday } from './time.ts';
import type { Title } from './title.ts';
import type { Outcome } from './verdict.ts';

// Sections of a report that cost time to make: they are there only where somebody asks. Units as in `Report`.

/** What they are called in a report. */
export const TIME_SECTIONS = ['timeUse', 'load', 'handOvers', 'latePauses'] as const;
export type TimeSection = (typeof TIME_SECTIONS)[number];

/** Somebody, as a group by employee is called; `unassigned`: nobody. */
export type Hand = Pick<Group, 'kind' | 'name' | 'title'>;

/** One run, and where it stands in the exports. */
export interface RunReference {
  readonly ticket: string;
  readonly clock: string;
  readonly cycle: number;
  /** As `RunLine`; of what the line tells. */
  readonly lines: readonly string[];
}

/** A list that is as long as is still read; `leftOut` lines are not in it. */
export interface Listed<Line> {
  readonly lines: readonly Line[];
  readonly leftOut: number;
}

// --- steps: the weakest of them, and where the time goes ------------------------------------------------------------

/** With fewer decided runs than this a step is no judge of the chain: one run more would turn its share over. */
export const ENOUGH_RUNS = 5;

export interface TimeUseFigures {
  /** In the order of the policy. */
  readonly steps: readonly StepFigures[];
  /** The clock whose `rank` is 1; `null`: no step was broken. */
  readonly weakest: string | null;
  /** Clocks of kind resolution; without one, all. In the order of the policy. */
  readonly clocks: readonly ClockTimeUse[];
}

/** One clock as a step of the chain. */
export interface StepFigures {
  readonly clock: string;
  readonly title: Title;
  readonly kind: string;
  readonly met: number;
  readonly breached: number;
  readonly excused: number;
  readonly attainment: Ratio;
  /** Of the breaches of all steps. */
  readonly ofBreaches: Ratio;
  /** Time beyond the target of its breaches; a duty's missed interval has none. */
  readonly over: Sum;
  /** Open time of its stopped runs. */
  readonly elapsed: Sum;
  /** Among the steps that were broken, from the weakest, 1, on; `null`: it was not. */
  readonly rank: number | null;
}

/** Seconds. */
export interface Sum {
  readonly n: number;
  readonly total: number;
  readonly mean: number | null;
}

/** Where the time of a clock's runs went. */
export interface ClockTimeUse extends UseOfTime {
  readonly clock: string;
  readonly title: Title;
  /** False: the export does not say who holds a ticket, and nothing is nobody's. */
  readonly knowsHolder: boolean;
  readonly groupings: readonly {
    readonly by: string;
    /** The most time first; hours, weekdays and months in their order. */
    readonly groups: readonly (Hand & UseOfTime)[];
  }[];
  /** The longest on the wall first. */
  readonly longest: Listed<
    RunReference & { readonly outcome: Outcome; readonly wall: number; readonly parts: readonly TimePart[] }
  >;
}

export interface UseOfTime {
  readonly runs: number;
  /** Of them not stopped: measured up to the as-of instant. */
  readonly open: number;
  /** Runs of the period whose time is not known: undecided for lack of digits, or without a start; and those cancelled. */
  readonly leftOut: number;
  readonly wall: number;
  /** They add up to `wall`; each that there is, in the order of `TIME_USES`, of waiting the longest first. */
  readonly parts: readonly TimePart[];
}

export interface TimePart {
  readonly use: TimeUse;
  /** Of waiting, where the policy says it: `customer`, `supplier`, or a word of its own. */
  readonly waitingFor: string | null;
  /** Of waiting, where it does not say so: the pause rule's own words. */
  readonly rule: string | null;
  readonly length: number;
  /** Of `wall`. */
  readonly percent: number | null;
}

// --- load: when work comes in, and who carries it --------------------------------------------------------------------

export interface LoadFigures {
  /** The days counted, in the policy's zone: from the first, in, to the last, in; `null` where there are none. */
  readonly days: { readonly first: string; readonly last: string } | null;
  /** Monday to Sunday. */
  readonly weekdays: readonly WeekdayLoad[];
  /** Of all days, 0 to 23 o'clock. */
  readonly hours: readonly HourLoad[];
  /** Monday at 0 to Sunday at 23. */
  readonly cells: readonly CellLoad[];
  readonly whole: Volume & DayCount;
  /** Days of the span on which a calendar that is otherwise open was closed, or open though it is otherwise closed. */
  readonly specialDays: readonly SpecialDay[];
  /** Hours and weekdays whose share of breaches is well above the whole's. */
  readonly standOut: readonly StandingOut[];
  /** Who answers for runs or held tickets; most runs first. */
  readonly people: readonly PersonLoad[];
}

/** Runs are those decided, met or breached, by the hour in which they started. */
export interface Volume {
  /** Tickets. */
  readonly created: number;
  readonly met: number;
  readonly breached: number;
  readonly breaches: Ratio;
  /** Breaches by the hour in which the time ran out. */
  readonly ranOut: number;
}

/** A working day is one with open time, in any calendar by which a clock counts. */
export interface DayCount {
  readonly daysInSpan: number;
  readonly workingDays: number;
  /** Tickets created on working days ÷ working days, to the thousandth; `null` without any. */
  readonly perWorkingDay: number | null;
}

export interface WeekdayLoad extends Volume, DayCount {
  readonly weekday: Weekday;
}

export interface HourLoad extends Volume {
  readonly hour: number;
  /** Created in this hour on working days ÷ all working days. */
  readonly perWorkingDay: number | null;
  /** Days of the span on which some of the hour was open. */
  readonly openDays: number;
}

export interface CellLoad extends Volume {
  readonly weekday: Weekday;
  readonly hour: number;
  readonly openDays: number;
  readonly daysInSpan: number;
}

export interface SpecialDay {
  readonly date: string;
  readonly weekday: Weekday;
  /** `open`: a working day against the rule, such as a make-up day. */
  readonly is: 'closed' | 'open';
  /** The holiday's; `null`: the policy gives none. */
  readonly name: string | null;
  readonly created: number;
}

export interface StandingOut {
  readonly weekday: Weekday | null;
  readonly hour: number | null;
  readonly breaches: Ratio;
  readonly runs: Listed<RunReference>;
}

export interface PersonLoad extends Hand {
  /** For which they answer or would have answered. */
  readonly met: number;
  readonly breached: number;
  readonly attainment: Ratio;
  /** Times that a ticket in work came to them in the span. */
  readonly received: number;
  /** The most tickets in work that they held at one time, and when first; `null`: the export does not say who holds one. */
  readonly heldAtOnce: number | null;
  readonly heldAtOnceAt: string | null;
}

// --- hand-overs ------------------------------------------------------------------------------------------------------

export interface HandOverFigures {
  /** False: the export does not say who holds a ticket, or not since when. */
  readonly isKnown: boolean;
  /** Of the tickets that had a row in the period or before and after it: those handed over in it. */
  readonly tickets: Ratio;
  readonly handOvers: number;
  /** How many tickets had so many hand-overs in the period: 0, 1, 2 … */
  readonly distribution: readonly { readonly handOvers: number; readonly tickets: number }[];
  /** The most first. */
  readonly pairs: readonly { readonly from: Hand; readonly to: Hand; readonly handOvers: number }[];
  /** By how much of the target was used up, in percent: `from` is in, `to` is out; `null`: and more. Runs, not tickets. */
  readonly used: readonly { readonly from: number; readonly to: number | null; readonly handOvers: number }[];
  readonly people: readonly PersonHandOvers[];
  /** Passed on with little or nothing left, by instant. */
  readonly late: Listed<LateHandOver>;
  /** What counts as little: see `LateRule`. */
  readonly rule: LateRule;
  /** Breaches of the period whose run had been handed over before its time ran out, of all breaches. */
  readonly breaches: Ratio;
  /** Of those, the ones for which another person answers than had held it for most of the time that counted. */
  readonly answeredByOthers: number;
  readonly afterHandOver: Listed<BreachAfterHandOver>;
}

export interface PersonHandOvers extends Hand {
  readonly handedOn: number;
  readonly takenOver: number;
  /** Runs. */
  readonly handedOnLate: number;
  readonly takenOverLate: number;
}

export interface LateHandOver extends RunReference {
  readonly at: string;
  readonly from: Hand;
  readonly to: Hand;
  readonly within: number;
  /** Negative: the time had run out. */
  readonly left: number;
}

export interface BreachAfterHandOver extends RunReference {
  readonly dueAt: string;
  /** Before the time ran out. */
  readonly handOvers: number;
  readonly charged: Hand;
  readonly most: Hand;
  readonly counted: number;
  /** Of all the time that counted until it ran out. */
  readonly percent: number | null;
  readonly isAnsweredByOther: boolean;
}

// --- pauses set just before a deadline ---------------------------------------------------------------------------------

/**
 * Little is left of a target where it is `percent` of it or less; or `atLeast` seconds or less, but then no more than
 * `atMostPercent` of it. Service time.
 */
export interface LateRule {
  readonly percent: number;
  readonly atLeast: number;
  readonly atMostPercent: number;
}

export interface LatePauseFigures {
  readonly rule: LateRule;
  /** Pauses of the period that were set while a run with a target went on and was in time: those set late among all. */
  readonly pauses: Ratio;
  /** Runs that were met, and would have been breached without such a pause … */
  readonly saved: number;
  /** … and those still going that are within their target only by it. */
  readonly savedSoFar: number;
  /** The most late pauses first. */
  readonly people: readonly PersonPauses[];
  /** By instant. */
  readonly late: Listed<LatePause>;
}

export interface PersonPauses extends Hand {
  readonly pauses: Ratio;
  readonly saved: number;
  readonly savedSoFar: number;
}

/** One pause of one run; one row may pause several runs of a ticket. */
export interface LatePause extends RunReference {
  readonly at: string;
  readonly by: Hand;
  /** The export names who wrote the row; else `by` is who held the ticket. */
  readonly isByActor: boolean;
  readonly within: number;
  readonly left: number;
  /** `null`: it has no end yet. */
  readonly until: string | null;
  /** On the wall, up to the as-of instant. */
  readonly lasted: number;
  /** Open time that did not count for it. */
  readonly spared: number;
  readonly outcome: Outcome;
  /** Whether the run is in time only by this pause. */
  readonly isDecisive: boolean;
}
