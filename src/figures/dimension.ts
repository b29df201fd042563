import type { EventLog } from '../domain/event-log.ts';
import type { Clock } from '../domain/policy.ts';
import type { RunBlock } from '../domain/run-block.ts';
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
  /** The same of runs and tickets that stand in blocks. */
  ofBlocks(ground: BlockGround): BlockDimension;
}

/** A breakdown with its ways to divide. */
export interface Division {
  readonly outer: Dimension;
  readonly inner?: Dimension;
}

/** By what the numbers of a block are read. */
export interface BlockTexts {
  readonly log: EventLog;
  /** By their index in the blocks. */
  readonly clocks: readonly Clock[];
}

export interface BlockGround extends BlockTexts {
  /** The number of a group. Whoever asks counts something in it: there are no groups of nothing. */
  readonly numberOf: (party: Party) => number;
}

/** A dimension by numbers of its groups. Texts are looked at once each, not once for every run. */
export interface BlockDimension {
  readonly ofRun: (block: RunBlock, run: number) => number;
  readonly ofLength?: (block: RunBlock, run: number) => number;
  readonly ofTicket: (block: RunBlock, ticket: number) => number;
}
