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
}

export interface ScoreTest {
  readonly operator: Operator;
  readonly value: number;
}
