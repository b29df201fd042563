import type { OffDuty } from './verdict.ts';
/** A breach behind the numbers, as plain JSON; see `Report` for units. */
export interface BreachLine {
  readonly ticket: string;
  readonly clock: string;
  readonly target: string;
  readonly cycle: number;
  readonly startedAt: string;
  readonly dueAt: string;
  /** `null`: still open, cancelled, or an interval of a duty. */
  readonly stoppedAt: string | null;
  /** Cancelled after the breach, which stays (S16). */
  readonly cancelledAt: string | null;
  readonly elapsed: number | null;
  readonly within: number | null;
  readonly over: number | null;
  readonly severity: string | null;
  readonly chargedTo: string;
  /** The roster's name for the id in `chargedTo`. */
  readonly chargedName?: string;
  readonly chargedKind: string;
  /** Who is charged was away when the time ran out. */
  readonly offDuty: OffDuty | null;
  /** `excused`: somebody set it aside, so that it counts in no attainment and for nobody; it stays on record. */
  readonly outcome: 'breached' | 'excused';
  /** The decision that counts, also one that rejected an appeal. */
  readonly excuse: ExcuseLine | null;
}

/** Who answers for breaches, and for how many. */
export interface BreachParty {
  /** As in `BreachLine`. */
  readonly chargedTo: string;
  readonly chargedName?: string;
  readonly chargedKind: string;
  /** With a breach, excused or not. */
  readonly tickets: number;
  /** Excused ones are not among them. */
  readonly breached: number;
  readonly excused: number;
  /** Of those that are not excused. `null`: in no band. */
  readonly bands: readonly { readonly band: string | null; readonly runs: number }[];
}

/** A decision on a breach: what, who, when, why. */
export interface ExcuseLine {
  readonly decision: 'excused' | 'upheld' | 'rejected';
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  /** '' where there is none. */
  readonly evidence: string;
}
