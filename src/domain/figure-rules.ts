import type { Condition, Operator } from './condition.ts';
import type { Millis } from './time.ts';

/** How figures are made where that is a matter of choice. They decide no verdict; the newest version's hold for all. */
export interface FigureRules {
  /** A resolved ticket was resolved on first contact where this holds, as of now; absent: where one reply was enough. */
  readonly firstContact?: Condition;
  /** Where one band of ages ends and the next begins, wall time, ascending; absent: 1, 3, 7, 14 and 30 days. */
  readonly backlogBands?: readonly Millis[];
  /** Which scores are low; absent: up to 2, on a scale of 1 to 5. */
  readonly lowScore?: ScoreTest;
  /** A customer is dissatisfied after feedback where this holds, as of now; absent: who then gives a low score. */
  readonly dissatisfied?: Condition;
  /** What is little time left of a target, before which a pause or a hand-over is late; absent: the usual. */
  readonly late?: Lateness;
}

export interface ScoreTest {
  readonly operator: Operator;
  readonly value: number;
}

/** A share of the target in percent; or a length of service time, but then no more than another share. */
export interface Lateness {
  readonly percent: number;
  readonly atLeast: Millis;
  readonly atMostPercent: number;
}
