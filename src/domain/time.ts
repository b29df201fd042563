/** A point on the time line: UTC epoch milliseconds, an integer. */
export type Instant = number;

/** A length of time in milliseconds, an integer (S7). */
export type Millis = number;

/** A stretch of the time line, half-open: `start` is in, `end` is out (S1). */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** A calendar date of some zone: whole days since 1970-01-01. */
export type LocalDate = number;

/** Monday is 0, Sunday is 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * Opening hours on one date, as milliseconds of wall-clock time since that date's midnight: `from` is in,
 * `to` is out. `to` is more than 24 h for a span over midnight, which belongs wholly to the date it starts on.
 */
export interface WallSpan {
  readonly from: Millis;
  readonly to: Millis;
}

/** A month, quarter, year or range in the policy's zone. */
export interface Period extends Span {
  /** As the user gave it: `2026-10`, `2026-Q4`, `2026`, `2026-10-01..2026-10-15`. */
  readonly label: string;
}
