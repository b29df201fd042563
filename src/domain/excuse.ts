import type { Place } from './diagnostic.ts';
import type { Instant } from './time.ts';

/** One line of the excuses file: somebody's decision on a breach. */
export interface Excuse {
  readonly ticket: string;
  readonly clock: string;
  /** Absent: every cycle. */
  readonly cycle?: number;
  /** excused and upheld set the breach aside; rejected leaves it, with the appeal on record. */
  readonly decision: 'excused' | 'upheld' | 'rejected';
  readonly by: string;
  /** When it was decided. */
  readonly at: Instant;
  readonly reason: string;
  readonly evidence: string;
  readonly place: Place;
}
