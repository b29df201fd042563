import type { BasisPoints, Per } from './consequence-rules.ts';
import type { PersonnelFact } from './personnel.ts';
import type { Instant, Period } from './time.ts';
import type { Title } from './title.ts';

/** One consequence, in the words of the consequence record. */
export interface Consequence {
  readonly who: string;
  /** The roster's name for the id. */
  readonly whoName?: string;
  readonly kind: Per | 'customer';
  /** A ladder's or reward's id; `compensation`, `liability`. */
  readonly ladder: string;
  readonly title: Title;
  /** From 1. */
  readonly tier: number;
  /** `fine`, `bonus`, `points`, the action, or what is given. */
  readonly consequence: string;
  /** Of money in minor units; of points their number; absent where only a share is known. */
  readonly amount?: number;
  readonly isMoney: boolean;
  readonly share?: BasisPoints;
  /** What the share is a share of, in minor units; absent: not known, or there is no share. */
  readonly base?: number;
  /** In words, where it is neither money nor a share: `6 months`. */
  readonly quantity?: string;
  /** The instant it fell due. */
  readonly at: Instant;
  /** It counts in the period in which this lies: when the breach that reached the tier was settled. */
  readonly settledAt: Instant;
  readonly window: Pick<Period, 'label'> & Partial<Period>;
  /** In the window, then: breaches (weighted), consequences, minutes over, percent, rating. */
  readonly count: number;
  /** The breach that reached the tier; absent for what is known when a window has ended. */
  readonly breach?: BreachRef;
  /** Every breach counted in the window by then, in their order: the last is `breach`. */
  readonly counted: readonly BreachRef[];
  /** Facts of the personnel file that it rests on: counted, needed, or what came before it; absent: none. */
  readonly facts?: readonly PersonnelFact[];
  /** A person must decide: it is put forward, never a fact. */
  readonly isProposal: boolean;
  /** Of what lasts: until this instant. */
  readonly until?: Instant;
  /** What a cap took off, in minor units (of points their number). */
  readonly cappedBy?: number;
  /** What the least amount of a compensation added, in minor units. */
  readonly raisedBy?: number;
}

export interface BreachRef {
  readonly ticket: string;
  readonly clock: string;
  readonly cycle: number;
}
