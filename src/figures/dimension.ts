import type { Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Party } from './party.ts';

/** One way to divide runs and tickets into groups, each of them into exactly one. */
export interface Dimension {
  readonly by: string;
  /** A run goes by the fields as of its decision … */
  ofVerdict(verdict: Verdict): Party;
  /** … its length by them too or, where that is another group, by when it stopped (S27) … */
  ofLength?(verdict: Verdict): Party;
  /** … and a ticket, created at `createdAt`, by its fields as of the as-of instant, which stand in it since `at`. */
  ofTicket(values: readonly string[], at: Instant, createdAt: Instant): Party;
  /** A rating goes by its ticket, with the fields as of when it was given, or by when it was given. */
  ofRating?(at: Instant): Party;
  /** Its groups are stretches of time: they stand in its order. */
  readonly compare?: (a: Party, b: Party) => number;
}

/** A breakdown with its ways to divide. */
export interface Division {
  readonly outer: Dimension;
  readonly inner?: Dimension;
}
