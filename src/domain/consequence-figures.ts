import type { BreachLine } from './breach-line.ts';
import type { BreachRef } from './consequence.ts';
import type { Count, Per, RewardLine } from './consequence-rules.ts';
import type { Title } from './title.ts';

/**
 * What follows from the verdicts of a period, as plain JSON. Money is a number in major units (200 is 200.00 CNY), exact up
 * to fifteen digits; shares are percentages (5 is 5 %); instants are ISO 8601 in UTC; `null`: not known, or it says nothing.
 */
export interface ConsequenceFigures {
  /** Of ISO 4217; `null` where the policy has no money. */
  readonly currency: string | null;
  /** Each consequence that was settled in the period, in the order in which they fell due. */
  readonly lines: readonly ConsequenceLine[];
  /** Breaches of other periods that reached something in this one: overtime counts at the stop, a graver band when it came. */
  readonly otherBreaches: readonly BreachLine[];
  /** Employees, teams, departments, suppliers; among them the most breaches first. */
  readonly subjects: readonly Subject[];
  /** Over all lines of each kind of bearer that has some: equal to the sums of its subjects. */
  readonly totals: readonly { readonly kind: ConsequenceLine['kind']; readonly sums: readonly ConsequenceSum[] }[];
  /** Breaches of the period for which nobody has a file, by why; only those that there are. */
  readonly withoutFile: readonly { readonly kind: NoFile; readonly breaches: number }[];
}

/** Nobody held it; the roster does not settle the name; the policy charges nobody. */
export type NoFile = 'unassigned' | 'unmatched' | 'nobody';

/** `penalty`: of a ladder; what it is of decides its words: a bonus is withheld by a ladder and given by a reward. */
export type Family = 'penalty' | 'liability' | 'compensation' | 'reward';

/** A consequence in the words of the consequence record. */
export interface ConsequenceLine {
  readonly family: Family;
  /** The roster's id or name; of compensation the customer or, without one, the ticket. */
  readonly who: string;
  /** The roster's name for the id. */
  readonly name: string | null;
  readonly kind: Per | 'customer';
  /** A ladder's id; `compensation`, `liability`, `rewards`. */
  readonly ladder: string;
  /** The reward's id; else `null`. */
  readonly reward: string | null;
  readonly title: Title;
  readonly tier: number;
  /** `fine`, `bonus`, `points`, the action, or what is given. */
  readonly consequence: string;
  readonly amount: number | null;
  /** Of an amount of money; points have none. */
  readonly currency: string | null;
  readonly percent: number | null;
  /** What it is a percentage of, in money; `null`: not known. */
  readonly base: number | null;
  readonly quantity: string | null;
  readonly at: string;
  /** `2026-10`, `2026-Q4`, `2026`; `2025-10-20..2026-10-19`; `ever`; '' of what is per breach. */
  readonly period: string;
  /** In the window, then; up to three decimals. */
  readonly count: number;
  /** What was counted; `weighted`: breaches, not each of them one; `null` of what is per breach, and of rewards. */
  readonly counts: Count['kind'] | 'weighted' | null;
  /** Which consequences, or of breaches which severities; empty: all. */
  readonly countsOf: readonly string[];
  /** Of a reward: what had to be reached. */
  readonly lines: readonly RewardLine[];
  /** The breach that reached it; `null` for what is known when a window has ended. */
  readonly breach: BreachRef | null;
  /** How far over that breach was, in seconds. */
  readonly over: number | null;
  /** The breaches counted by then, in their order; of very many the last … */
  readonly counted: readonly BreachRef[];
  /** … and how many there are before them. */
  readonly countedBefore: number;
  /** What the personnel file says that it rests on, in time order. */
  readonly facts: readonly { readonly what: string; readonly at: string; readonly reason: string }[];
  /** A person must decide. */
  readonly proposal: boolean;
  readonly until: string | null;
  /** What a cap took off: of the amount or, where none is known, of the percentage. */
  readonly capped: number | null;
  /** What the least amount of a compensation added. */
  readonly raised: number | null;
}

/** Somebody on whose file breaches and consequences stand. */
export interface Subject {
  readonly kind: Per;
  /** The roster's id, else the export's name. */
  readonly name: string;
  /** The roster's name for the id. */
  readonly title?: string;
  /** Of an employee: by the roster, at the end of the period. */
  readonly department?: string;
  /** Those that count, excused ones not among them. */
  readonly counted: number;
  readonly excused: number;
  /** Of those that count: while the one charged was on leave or off shift. */
  readonly offDuty: number;
  /** The policy's bands in its order; '' where a clock has none. Only bands that somebody came into. */
  readonly severity: readonly { readonly band: string; readonly counted: number; readonly excused: number }[];
  /** In the order in which they were decided. */
  readonly breaches: readonly BreachLine[];
  readonly sums: readonly ConsequenceSum[];
}

/** All consequences of one sort. */
export interface ConsequenceSum {
  readonly family: Family;
  readonly consequence: string;
  readonly proposal: boolean;
  readonly times: number;
  /** Of the amounts that are known; `null` where none is. */
  readonly amount: number | null;
  readonly currency: string | null;
  /** Shares of which no amount is known, in time order. */
  readonly percents: readonly number[];
}
