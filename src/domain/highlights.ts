import type { ConsequenceSum } from './consequence-figures.ts';
import type { Per } from './consequence-rules.ts';
import type { Group, Ratio } from './figures.ts';
import type { Title } from './title.ts';

/**
 * What a manager would be told of a report in a few sentences: each with the numbers it rests on, in the order in which they are
 * told. Which are chosen, and when numbers are too small to say something, is `figures/highlights.ts`.
 */
export type Highlight =
  | WholeHighlight
  | ObjectiveHighlight
  | OtherObjectives
  | ChangeHighlight
  | WeakestHighlight
  | PeopleHighlight
  | ConsequenceHighlight
  | UndecidedHighlight
  | SetAsideHighlight
  | DataEndHighlight;

/** Everything in one sentence: the tickets of the period and what became of its promises. */
export interface WholeHighlight {
  readonly kind: 'whole';
  readonly created: number;
  /** Kept ÷ kept or broken, of all clocks; `percent` is `null` where they are too few for one. */
  readonly kept: Ratio;
  readonly breached: number;
  readonly breachedOpen: number;
  readonly excused: number;
}

/** What was aimed for, of one clock or of several. */
export interface ObjectiveHighlight {
  readonly kind: 'objective';
  /** The clock, or the id of an objective over several. */
  readonly id: string;
  readonly isClock: boolean;
  readonly title: Title;
  readonly kept: Ratio;
  /** Percent. */
  readonly aim: number;
  readonly isReached: boolean;
  /** Of a missed one: so many more kept, of the same, and it had been reached. Of a reached one: so many fewer, and it still had. */
  readonly margin: number;
}

/** The objectives that have no sentence of their own. */
export interface OtherObjectives {
  readonly kind: 'other-objectives';
  readonly reached: number;
  readonly missed: readonly { readonly id: string; readonly title: Title }[];
}

/** Against the month before: of the clock whose attainment changed most. */
export interface ChangeHighlight {
  readonly kind: 'change';
  readonly clock: string;
  readonly title: Title;
  readonly month: string;
  readonly kept: Ratio;
  readonly before: { readonly month: string; readonly kept: Ratio };
  /** Percentage points; less than 0: it fell. */
  readonly points: number;
}

/** Of a dimension the group that keeps least. */
export interface WeakestHighlight {
  readonly kind: 'weakest';
  /** `channel`, `department`, `hour` …, as `Grouping`. */
  readonly by: string;
  readonly group: Pick<Group, 'name' | 'title' | 'kind'>;
  readonly kept: Ratio;
  /** Of all other groups of the dimension together. */
  readonly others: Ratio;
  readonly breached: number;
  /** Of the whole dimension. */
  readonly breachedInAll: number;
}

/** Where most breaches lie: a fact to look into, no judgement. */
export interface PeopleHighlight {
  readonly kind: 'people';
  /** The most breaches first. */
  readonly people: readonly (Pick<Group, 'name' | 'title' | 'kind'> & {
    readonly breached: number;
    /** Kept or broken, of those that they answer for. */
    readonly judged: number;
  })[];
  /** Of the people named together, and of everybody. */
  readonly breached: number;
  readonly breachedInAll: number;
}

/** What follows, in money and otherwise. */
export interface ConsequenceHighlight {
  readonly kind: 'consequences';
  readonly sums: readonly (ConsequenceSum & { readonly of: Per | 'customer' })[];
}

/** Runs that nobody can judge: they are in no share. */
export interface UndecidedHighlight {
  readonly kind: 'undecided';
  readonly undecided: number;
  /** Those judged and those not. */
  readonly of: number;
  /** The kind of remark (`imprecise`, `no-start` …), the most runs first. */
  readonly reasons: readonly { readonly reason: string; readonly runs: number }[];
}

/** Rows that cannot be used for a fault of their own. */
export interface SetAsideHighlight {
  readonly kind: 'set-aside';
  readonly rows: number;
  readonly of: number;
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[];
}

/** The exports end before the time that is judged does. */
export interface DataEndHighlight {
  readonly kind: 'data-ends';
  readonly at: string;
  readonly asOf: string;
}
