import type { Condition, Operator } from './condition.ts';
import type { Place } from './diagnostic.ts';
import type { Millis } from './time.ts';
import type { Title } from './title.ts';

/** Money in minor units of the policy's currency, an integer: 5000 is 50.00 CNY. */
export type Minor = number;

/** A share in basis points, an integer: 500 is 5 %. */
export type BasisPoints = number;

/** How a share of money becomes whole units, once, where the amount arises. */
export interface Rounding {
  /** The step, in minor units: 1 is to the cent, 100 to the yuan. */
  readonly to: Minor;
  readonly rule: 'half-up' | 'half-even' | 'down' | 'up';
}

export type Per = 'employee' | 'team' | 'department' | 'supplier';

/** Windows of the policy's zone. */
export interface CalendarWindow {
  readonly kind: 'month' | 'quarter' | 'year';
}

/** A rolling window ends with the instant counted at, that instant in. */
export type CountingWindow =
  | CalendarWindow
  | { readonly kind: 'ever' }
  | { readonly kind: 'rolling'; readonly months: number };

/** What happens to people besides money. */
export const ACTIONS = [
  'oral_warning',
  'written_warning',
  'self_review',
  'training',
  'exam',
  'exam_failed',
  'promotion_bar',
  'reassignment_review',
  'suspension',
  'dismissal_review',
  'notice',
  'commendation',
] as const;
export type Action = (typeof ACTIONS)[number];

/** A person must decide on these: they are put forward, never told as facts. */
export const PROPOSALS: readonly Action[] = ['suspension', 'reassignment_review', 'dismissal_review'];

/** What a tier, or a reward, brings. `until`: that many months from the instant it falls due. */
export type Award =
  | { readonly kind: 'fine'; readonly amount: Minor }
  | { readonly kind: 'bonus'; readonly amount: Minor }
  | { readonly kind: 'bonus'; readonly share: BasisPoints }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'action'; readonly action: Action; readonly months?: number };

/** What can be counted of earlier consequences: an action, or the kind of an award. */
export type Countable = Action | 'fine' | 'bonus' | 'points';

/** Which breaches count. Empty lists and conditions: all. */
export interface BreachFilter {
  readonly clocks: readonly string[];
  readonly severities: readonly string[];
  /** Of the ticket's fields as of the decision. */
  readonly when: Condition;
}

/** Which runs, or rated tickets, a figure is made of. Empty lists and conditions: all; a rating has no clock. */
export interface RunFilter {
  readonly clocks: readonly string[];
  readonly when: Condition;
}

/**
 * What a ladder counts. `breaches` and `overtime` grow with each breach, `consequences` with each consequence;
 * `attainment` and `rating` are known when a calendar window has ended.
 */
export type Count =
  | {
      readonly kind: 'breaches';
      readonly filter: BreachFilter;
      /** Only those after the latest of these consequences in the window: a training that changed nothing. */
      readonly after?: Countable;
      /** How much a breach of this severity counts; absent: 1. */
      readonly weights: ReadonlyMap<string, number>;
    }
  | { readonly kind: 'overtime'; readonly filter: BreachFilter }
  | { readonly kind: 'consequences'; readonly of: readonly Countable[] }
  | { readonly kind: 'attainment'; readonly filter: RunFilter; readonly atLeastRuns: number }
  | { readonly kind: 'rating'; readonly filter: RunFilter; readonly atLeastRuns: number };

export interface Ladder {
  readonly id: string;
  readonly title: Title;
  readonly count: Count;
  readonly per: Per;
  readonly window: CountingWindow;
  /** each: every count that reaches a tier acts; highest: the highest tier reached in the window stands alone. */
  readonly apply: 'each' | 'highest';
  readonly tiers: readonly Tier[];
  /** At most so much fine, or so many points, in a window; `share`: of the roster's bonus base. */
  readonly cap: Cap;
  /** So many of a window's breaches count for nothing. */
  readonly grace: number;
  /** The count begins at nought again after one of these consequences, or after so many months without a breach. */
  readonly reset: { readonly after: readonly Countable[]; readonly cleanMonths?: number };
  /** Breaches of somebody who was not on duty when the time ran out do not count here. */
  readonly sparesOffDuty: boolean;
  readonly place: Place;
}

export interface Cap {
  readonly fine?: Minor;
  readonly fineShare?: BasisPoints;
  readonly bonusShare?: BasisPoints;
  readonly points?: number;
}

export interface Tier {
  /** From 1. */
  readonly number: number;
  /**
   * The tier acts when the count reaches this: a number of breaches or consequences; of `overtime` milliseconds; of
   * `attainment` (percent) and `rating` it acts when the figure is below.
   */
  readonly at: number;
  /** It acts at every later count too … */
  readonly repeats: boolean;
  /** … or at `at` + n, `at` + 2n … */
  readonly every?: number;
  /** It acts only for somebody who has had so many of these in the window. */
  readonly needs: readonly { readonly of: Countable; readonly times: number }[];
  readonly awards: readonly Award[];
  readonly place: Place;
}

/** What a breach costs: the customer's compensation, or what the supplier owes us. The first that matches counts. */
export interface Compensation {
  readonly id: string;
  readonly when: Condition;
  readonly clocks: readonly string[];
  /** In the policy's own words: voucher, cash, 延长保修. */
  readonly give: string;
  readonly worth: Worth;
  /** The first whose comparison with the time over holds stands instead of `worth`; otherwise that is it. */
  readonly bands: readonly { readonly operator: Operator; readonly over: Millis; readonly worth: Worth }[];
  readonly cap?: Minor;
  readonly atLeast?: Minor;
  /** Also for breaches that are excused: the customer waited all the same. */
  readonly despiteExcuse: boolean;
  readonly place: Place;
}

/** An amount, or a share of a field of the ticket (of nothing known: the share itself), or something else in words. */
export interface Worth {
  readonly amount?: Minor;
  readonly share?: BasisPoints;
  /** The field with the price or loss. */
  readonly of?: string;
  /** `6 months` of warranty, `1 visit`. */
  readonly quantity?: string;
}

/** For those who meet or beat the line in a window. */
export interface Reward {
  readonly id: string;
  readonly title: Title;
  readonly per: Exclude<Per, 'supplier'>;
  readonly window: CalendarWindow;
  /** The runs that count. */
  readonly filter: RunFilter;
  /** All must hold, of the window's figures. */
  readonly lines: readonly RewardLine[];
  readonly awards: readonly Award[];
  readonly place: Place;
}

export interface RewardLine {
  /** attainment in percent, mean rating, number of runs, of ratings, of breaches (excused ones not among them). */
  readonly figure: 'attainment' | 'rating' | 'runs' | 'ratings' | 'breaches';
  readonly operator: Operator;
  readonly value: number;
}

/** All that follows from verdicts. */
export interface ConsequenceRules {
  readonly ladders: readonly Ladder[];
  readonly compensation: readonly Compensation[];
  /** What suppliers owe for breaches that are charged to them. */
  readonly liability: readonly Compensation[];
  readonly rewards: readonly Reward[];
  readonly rounding: Rounding;
  /** The field with the customer's rating, a number. */
  readonly rating?: string;
  /** The field that names the customer. */
  readonly customer?: string;
}
