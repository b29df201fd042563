import type { ChargedKind } from './policy.ts';
import type { Outcome } from './verdict.ts';

/** So many proofs a page holds. */
export const MOST_PROOFS = 400;

/** One run behind the figures, as plain JSON; units as in `Report`. What no figure of the report counts is not among them. */
export interface RunLine {
  readonly ticket: string;
  readonly clock: string;
  readonly target: string | null;
  readonly cycle: number;
  readonly outcome: Outcome;
  readonly startedAt: string | null;
  readonly dueAt: string | null;
  readonly stoppedAt: string | null;
  readonly decidedAt: string | null;
  readonly elapsed: number | null;
  readonly within: number | null;
  readonly over: number | null;
  readonly paused: number | null;
  readonly excluded: number | null;
  readonly wall: number | null;
  readonly severity: string | null;
  /** Of a breach, excused or not, who answers; '' and `null` of any other. */
  readonly chargedTo: string;
  /** The roster's name for the id in `chargedTo`. */
  readonly chargedName?: string;
  readonly chargedKind: ChargedKind | null;
  readonly reason: string;
  /** Its outcome is counted in the period; else only its length is: it stopped in the period and was decided in another (S27). */
  readonly isCounted: boolean;
  /** Values in the order of `RunDetails.fields`. */
  readonly fields: readonly string[];
  /** In which group of each of the report's groupings it is counted, in their order. */
  readonly groups: readonly RunGroup[];
  /** The lines of the export that started it and stopped it, `tickets.csv:14`; those of them that are known, each once. */
  readonly lines: readonly string[];
}

/** As `Group`: whose figures contain the run. */
export interface RunGroup {
  readonly kind: string;
  readonly name: string;
  /** In which group of that group, where the grouping has a `inner`. */
  readonly inner?: Omit<RunGroup, 'inner'>;
}

/** The runs behind a report. */
export interface RunDetails {
  /** Names of the records' fields. */
  readonly fields: readonly string[];
  /** By ticket, clock and cycle. */
  readonly runs: readonly RunLine[];
  /**
   * Runs that are not listed, because there are too many: where all would be too many, only those are that were breached,
   * excused or undecided; where those are still too many, none.
   */
  readonly leftOut: number;
}
