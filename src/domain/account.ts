import type { Holder } from './person.ts';
import type { Instant, Millis, Span } from './time.ts';
import type { Verdict } from './verdict.ts';

/**
 * What the time of a run was, in the order in which reports tell it. `ours`: open, not paused, and somebody held it; `nobody`:
 * the same, and nobody did; `waiting`: open and paused; `closed`: outside opening hours, paused or not (S13); `excluded`: open
 * and excluded, paused or not; `between-rounds`: from a stop to its reopening, open or not.
 */
export const TIME_USES = ['ours', 'nobody', 'waiting', 'closed', 'excluded', 'between-rounds'] as const;
export type TimeUse = (typeof TIME_USES)[number];

/** All time of one run that was used alike, added up. */
export interface UsedTime {
  readonly use: TimeUse;
  /** Of waiting: whom the pause rule says it waits for, else the rule's own words. */
  readonly waiting?: { readonly for: string } | { readonly rule: string };
  readonly length: Millis;
}

/** How a run's time went by, and who had a hand in it, as far as somebody asked. Instants and lengths as the verdict has them. */
export interface RunAccount {
  readonly verdict: Verdict;
  /** They add up to the verdict's `wall`, to the millisecond. Absent where stamps do not tell the time, or nobody asked. */
  readonly uses?: readonly UsedTime[];
  /** Between the start and the end, both out, in order. */
  readonly handOvers: readonly RunHandOver[];
  /** Of a breach: who held it for how much of the time that counted until it ran out; in the order in which they did. */
  readonly shares: readonly Share[];
  /** Pauses that began while it ran, and not between its rounds, in order; none of a duty. */
  readonly pauses: readonly RunPause[];
}

export interface Share {
  /** Absent: nobody. */
  readonly holder?: Holder;
  readonly counted: Millis;
}

/** The holder of a ticket changed, at a row of the export. */
export interface HandOver {
  readonly at: Instant;
  readonly row: number;
  /** Absent: nobody. */
  readonly from?: Holder;
  readonly to?: Holder;
}

/** The same in a run: with what the target in force allowed and what was left of it then, negative once it was used up. */
export interface RunHandOver extends HandOver {
  readonly within?: Millis;
  readonly left?: Millis;
}

/** Somebody stopped the clock of a run for a while. */
export interface RunPause {
  readonly start: Instant;
  /** Absent: it has no end yet. */
  readonly end?: Instant;
  readonly row: number;
  /** Who wrote the row or, where the export does not say, who held the ticket then; absent: nobody. */
  readonly by?: Holder;
  readonly isByActor: boolean;
  /** Of the target in force when it began; absent without one. */
  readonly within?: Millis;
  readonly left?: Millis;
  /** Open time that did not count for it. */
  readonly spared: Millis;
  /** The run is within its target, and would not be had this one pause not been. */
  readonly isDecisive: boolean;
}

/** Of one ticket. */
export interface TicketAccount {
  /** One for each verdict, in their order. */
  readonly runs: readonly RunAccount[];
  /** From its first row on, whatever ran; being given to somebody by nobody is none. In order. */
  readonly handOvers: readonly HandOver[];
  /** When somebody held it while it was in work: while a run of a clock of kind resolution went on or, without one, any. */
  readonly held: readonly (Span & { readonly holder: Holder })[];
}
