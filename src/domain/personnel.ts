import type { Countable } from './consequence-rules.ts';
import type { Place } from './diagnostic.ts';
import type { Instant } from './time.ts';

/** One line of the personnel file: what is known of somebody beside the export, an earlier warning or an exam failed. */
export interface PersonnelFact {
  /** The roster's id, else the name. */
  readonly who: string;
  readonly what: Countable;
  readonly at: Instant;
  readonly reason: string;
  readonly place: Place;
}

/** One line of the leave file: somebody was away, `until` out. */
export interface Leave {
  readonly who: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
  readonly place: Place;
}
