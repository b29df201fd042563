import type { ClockFigures, Durations, Group, Ratio, TicketFigures } from './figures.ts';

/** A figure that cannot be told, and why: never 0 instead. */
export interface Untold {
  readonly figure: 'first-contact' | 'reopened' | 'backlog' | 'satisfaction' | 'low' | 'dissatisfied';
  readonly why:
    | 'no-resolution-clock'
    | 'no-response-clock'
    | 'no-reopening'
    /** A row a ticket: only its first reply, or only whether it was reopened, is nowhere written. */
    | 'one-row-a-ticket'
    /** No ticket of the exports has a second reply: they hold the first ones only. */
    | 'first-replies-only'
    | 'no-rating'
    /** The scores are on another scale than 1 to 5, and the policy does not say which are low. */
    | 'unknown-scale';
}

/** Whose a ticket is, or a rating; as `Group`. */
export interface TicketHolder {
  readonly name: string;
  readonly title?: string;
  readonly kind: Group['kind'];
}

/** Tickets that are open at the as-of instant. Ages are wall time since the ticket's first instant. */
export interface Backlog {
  readonly open: number;
  readonly age: Durations;
  /** In the order of the bands. */
  readonly bands: readonly AgeBand[];
}

export interface AgeBand {
  /** Seconds; `from` is in, `until` is out; `null`: however old. */
  readonly from: number;
  readonly until: number | null;
  readonly tickets: number;
}

export interface BacklogFigures extends Backlog {
  /** Tickets to which no clock of kind resolution applies: whether they are open nobody can say. */
  readonly unknown: number;
  /** One for each of the report's groupings, by their first dimension; employees are holders. The most open first. */
  readonly groups: readonly { readonly by: string; readonly groups: readonly (Backlog & TicketHolder)[] }[];
  /** The oldest first, not more than `MOST_LISTED`. */
  readonly oldest: readonly OpenTicket[];
}

export interface OpenTicket {
  readonly ticket: string;
  readonly createdAt: string;
  /** Seconds of wall time. */
  readonly age: number;
  readonly holder: TicketHolder;
}

/** Ratings given in the period, of each ticket the last. */
export interface Satisfaction {
  readonly ratings: number;
  /** Of the scores, up to three decimals; `null` without any. */
  readonly mean: number | null;
  /** Low scores ÷ ratings; `null` where nobody says what is low. */
  readonly low: Ratio | null;
  /** Dissatisfied with what they were told ÷ those of whom it is known; `null` where nobody can tell. */
  readonly dissatisfied: Ratio | null;
}

export interface SatisfactionFigures extends Satisfaction {
  /** The field of the records with the rating. */
  readonly field: string;
  /** What is low: `<= 2`; `null`: unknown. */
  readonly lowWhen: string | null;
  /**
   * Who counts as dissatisfied after feedback. `low-after-resolution`: who gave a low score once the ticket was resolved, of all
   * who gave one then. `condition`: tickets resolved in the period for which the policy's condition holds.
   */
  readonly dissatisfiedBy: 'low-after-resolution' | 'condition';
  /** By score, the lowest first. */
  readonly scores: readonly { readonly score: number; readonly ratings: number }[];
  /** Ratings that are no number. */
  readonly unreadable: number;
  /** One for each of the report's groupings, by their first dimension; employees are holders when the rating was given. */
  readonly groups: readonly { readonly by: string; readonly groups: readonly (Satisfaction & TicketHolder)[] }[];
  /** The low ones, the worst first, not more than `MOST_LISTED`. */
  readonly lowest: readonly LowRating[];
}

export interface LowRating {
  readonly ticket: string;
  readonly score: number;
  readonly givenAt: string;
  readonly holder: TicketHolder;
  /** It was given once the ticket was resolved; `null` without a clock of kind resolution. */
  readonly isAfterResolution: boolean | null;
}

export interface TrendFigures {
  /** In order, without gaps. */
  readonly months: readonly TrendMonth[];
  /** Earlier months that are not listed, because there are too many. */
  readonly leftOut: number;
}

/** A month of the policy's zone, as far as the as-of instant goes. */
export interface TrendMonth {
  /** `2026-10`. */
  readonly month: string;
  readonly start: string;
  readonly end: string;
  /** The as-of instant lies before its end. */
  readonly isPartial: boolean;
  /** Created in the month, and what became of them since. */
  readonly tickets: TicketFigures;
  /** Tickets whose resolution, as it stands, lies in the month; `null` without a clock of kind resolution. */
  readonly resolved: number | null;
  /** Tickets open at its end or at the as-of instant, whatever month they are from. */
  readonly backlog: number | null;
  /** All clocks of the policy, in its order. What is still going stands in the last month. */
  readonly clocks: readonly ClockFigures[];
  /** What is otherwise than in the month before; `null` in the first of the list. */
  readonly change: MonthChange | null;
}

/** This month less the one before; `null` where one of both is not known. */
export interface MonthChange {
  readonly created: number;
  readonly resolved: number | null;
  readonly backlog: number | null;
  /** In the order of the month's clocks. */
  readonly clocks: readonly {
    readonly clock: string;
    readonly breached: number;
    /** Of the attainment, in percentage points. */
    readonly points: number | null;
    /** Of the mean service time, in seconds. */
    readonly openMean: number | null;
  }[];
}
