import type { BreachRef } from './consequence.ts';
import type { Family } from './consequence-figures.ts';
import type { Breakdown, Group, Ratio } from './figures.ts';
import type { Provenance } from './provenance.ts';
import type { Title } from './title.ts';
import type { Outcome } from './verdict.ts';

/**
 * Two reports side by side, as plain JSON; units as in `Report`. `before` and `after` are the first and the second as they were
 * named on the command line; `change` is after − before, `null` where either is not known.
 */
export interface Comparison {
  readonly schemaVersion: 1;
  /** Two policies on the same data, or two periods under the same policy. */
  readonly of: 'policies' | 'periods';
  readonly before: ComparedReport;
  readonly after: ComparedReport;
  readonly tickets: readonly FigureChange[];
  /** In the order of the first, then those that only the second has. */
  readonly clocks: readonly ClockChange[];
  readonly objectives: readonly ObjectiveChange[];
  readonly groups: readonly GroupingChange[];
  /** Whose breaches shift; the most shifts first. */
  readonly parties: readonly PartyChange[];
  /** Run by run, of two policies; `null` of two periods, which have no run in common. */
  readonly verdicts: VerdictChanges | null;
  /** `null` where neither policy says what follows. */
  readonly money: MoneyChanges | null;
  /** Of the JSON that is written. */
  readonly provenance?: Provenance;
}

export interface ComparedReport {
  readonly policy: { readonly file: string; readonly name: string };
  readonly timezone: string;
  readonly asOf: string;
  /** Absent: everything in the data. */
  readonly period?: { readonly label: string; readonly start: string; readonly end: string };
  readonly rows: { readonly rows: number; readonly used: number };
  readonly breaches: number;
  /** Of the policy; `null` where it has no money. */
  readonly currency: string | null;
}

export interface Change {
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
}

/** A share on both sides; `change` in percentage points. */
export interface RatioChange {
  readonly before: Ratio | null;
  readonly after: Ratio | null;
  readonly change: number | null;
}

export interface FigureChange extends Change {
  readonly figure: 'created' | 'cancelled' | 'resolved';
}

export interface ClockChange {
  readonly clock: string;
  readonly title: Title;
  readonly in: 'both' | 'before' | 'after';
  /** Met and breached: what attainment is a share of. */
  readonly decided: Change;
  readonly met: Change;
  readonly breached: Change;
  readonly breachedOpen: Change;
  readonly undecided: Change;
  readonly excused: Change;
  readonly attainment: RatioChange;
  readonly objective: { readonly before: number | null; readonly after: number | null };
  /** Of stopped runs, in service time. */
  readonly mean: Change;
  readonly median: Change;
  /** By the clock on the wall. */
  readonly meanWall: Change;
  /**
   * The change of `breached` in two parts that add up to it: so much comes from there being more or fewer decided runs, at the
   * rate of before; the rest from another rate. Of two periods only; `null` where there was no rate before.
   */
  readonly breachedBy: { readonly volume: number; readonly rate: number } | null;
}

export interface ObjectiveChange {
  readonly id: string;
  readonly title: Title;
  readonly share: RatioChange;
  readonly atLeast: { readonly before: number | null; readonly after: number | null };
}

/** Groups of a division that both sides have. */
export interface GroupingChange extends Breakdown {
  /** It was asked for by name: a page shows the clocks of each group. */
  readonly detailed?: boolean;
  readonly groups: readonly GroupChange[];
}

export interface GroupChange {
  readonly name: string;
  readonly title?: string;
  readonly kind: Group['kind'];
  readonly created: Change;
  /** `change` in percentage points; `null` on a side where nobody can tell. */
  readonly resolution: RatioChange;
  /** Over all clocks. */
  readonly decided: Change;
  readonly breached: Change;
  readonly attainment: RatioChange;
  readonly clocks: readonly GroupClockChange[];
  /** Its own groups by `GroupingChange.inner`; with the same meaning. */
  readonly groups?: readonly GroupChange[];
}

export type GroupClockChange = Pick<
  ClockChange,
  'clock' | 'title' | 'decided' | 'met' | 'breached' | 'attainment' | 'mean' | 'median'
>;

/** Breaches for which somebody answers. `before` + `more` − `fewer` + `takenOver` − `handedOn` = `after`. */
export interface PartyChange {
  readonly name: string;
  readonly title?: string;
  readonly kind: string;
  readonly before: number;
  readonly more: number;
  readonly fewer: number;
  readonly takenOver: number;
  readonly handedOn: number;
  readonly after: number;
  /** Behind the shifts, in the order of the breaches. */
  readonly breaches: readonly (BreachRef & { readonly shift: Shift })[];
}

export const SHIFTS = ['more', 'fewer', 'takenOver', 'handedOn'] as const;
export type Shift = (typeof SHIFTS)[number];

/** Why a verdict is another: a rule that differs, and whose own number in the verdict differs. */
export const WHYS = [
  'clock-only',
  'records',
  'when',
  'cycles',
  'start',
  'stop',
  'cancel',
  'target',
  'change',
  'calendar',
  'pauses',
  'exclusions',
  'reopen',
  'response',
  'boundary',
  'still-open',
  'month',
  'precision',
  'charge',
  'due',
  'severity',
  'excuse',
  'unexplained',
] as const;
export type WhyKind = (typeof WHYS)[number];

/** Numbers are seconds. */
export interface Why {
  readonly kind: WhyKind;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export interface VerdictChanges {
  /** Runs on both sides that are counted, each once. */
  readonly compared: number;
  readonly changed: number;
  /** Each reason with what it says on both sides, the most frequent first; a verdict that has several counts in each. */
  readonly whys: readonly (Why & { readonly verdicts: number; readonly more: number; readonly fewer: number })[];
  /** By ticket, clock and cycle. */
  readonly flips: readonly Flip[];
  /** Changed verdicts that are not listed, because there are too many. */
  readonly leftOut: number;
}

/** `more`: a breach now. `fewer`: none any more. `hands`: somebody else answers for it. `outcome`: neither is a breach. */
export type FlipKind = 'more' | 'fewer' | 'hands' | 'severity' | 'outcome';

export interface Flip extends BreachRef {
  readonly flip: FlipKind;
  /** `null`: it is not counted there, or there is no such run. */
  readonly before: FlipSide | null;
  readonly after: FlipSide | null;
  readonly whys: readonly Why[];
  /** Where the run stands in the export. */
  readonly lines: readonly string[];
}

export interface FlipSide {
  readonly outcome: Outcome;
  readonly target: string | null;
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  readonly stoppedAt: string | null;
  readonly elapsed: number | null;
  readonly within: number | null;
  readonly over: number | null;
  readonly paused: number | null;
  readonly excluded: number | null;
  readonly severity: string | null;
  readonly chargedTo: string;
  readonly chargedName?: string;
  readonly chargedKind: string | null;
}

/** Amounts in major units, each currency for itself. */
export interface MoneyChanges {
  /** What of a kind all bear together. */
  readonly totals: readonly SumChange[];
  /** Who bears what; only where something changes. */
  readonly parties: readonly (SumChange & { readonly who: string; readonly name: string | null })[];
  /** Consequences that are there on one side only, or of another amount. */
  readonly lines: readonly ConsequenceChange[];
}

export interface SumChange {
  /** Of whom it is borne. */
  readonly kind: string;
  readonly family: Family;
  readonly consequence: string;
  readonly proposal: boolean;
  readonly currency: string | null;
  readonly times: Change;
  /** Of the amounts that are known. */
  readonly amount: Change;
}

export interface ConsequenceChange {
  readonly change: 'appears' | 'disappears' | 'altered';
  readonly kind: string;
  readonly who: string;
  readonly name: string | null;
  readonly family: Family;
  readonly ladder: string;
  readonly title: Title;
  readonly tier: number;
  readonly consequence: string;
  readonly currency: string | null;
  readonly amount: Change;
  readonly percent: Change;
  readonly at: string;
  readonly period: string;
  readonly proposal: boolean;
  readonly breach: BreachRef | null;
  /** Of the breaches counted for it those that are one on one side only, or somebody else's there; empty: other rules. */
  readonly because: readonly BreachRef[];
}
