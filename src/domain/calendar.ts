import type { Place } from './diagnostic.ts';
import type { Instant, LocalDate, Millis, Span, WallSpan, Weekday } from './time.ts';

/** Opening hours as the policy states them; `calendar/` makes an index of open time from it. */
export interface CalendarDefinition {
  readonly id: string;
  /** IANA name. */
  readonly timezone: string;
  /** Open spans of each weekday, Monday first; seven entries. 24×7 is `[{from: 0, to: 24 h}]` on each. */
  readonly hours: readonly (readonly WallSpan[])[];
  /** Closed dates, or sources of them. */
  readonly holidays: readonly HolidaySource[];
  /** A date's own hours: they stand above holidays and weekly hours (S11). An empty list: closed. */
  readonly dates: ReadonlyMap<LocalDate, readonly WallSpan[]>;
  /** Taken out of whatever hours the date has, last of all (S11). */
  readonly breaks: ReadonlyMap<LocalDate, readonly WallSpan[]>;
  /** The weekday whose hours a make-up working day has; absent: the first weekday that has any. */
  readonly makeUp?: Weekday;
}

export type HolidaySource = { readonly kind: 'date'; readonly date: LocalDate; readonly place?: Place } | HolidayList;

/** Holidays that stand elsewhere. */
export type HolidayList =
  /** ISO 3166: a country, `DE`, or a region of it, `US-CA`. */
  | { readonly kind: 'country'; readonly code: string }
  /** The path of a calendar file as the policy gives it, which is from the policy's own folder. */
  | { readonly kind: 'ics'; readonly path: string; readonly place: Place };

/** Why a stretch of time is open or closed, for the proof. */
export type HoursReason = 'hours' | 'outside-hours' | 'holiday' | 'make-up' | 'date' | 'break' | 'always';

/** A stretch in which service is open throughout or closed throughout, for one reason. */
export interface ServiceSpan extends Span {
  readonly open: boolean;
  readonly reason: HoursReason;
  /** The holiday's name, where there is one. */
  readonly name?: string;
  /** Id of the calendar that says so, where it is that of a holder's shift. */
  readonly shift?: string;
}

/** Where the N-th working day ends: at its closing time, or at the wall-clock time of the start (S9). */
export type WorkingDayEnd = 'closing' | 'same-time' | 'same-time-exact';

/**
 * Open time of one calendar, as an index: every question costs a binary search, not a walk over days.
 * The whole time line is covered; asking about any instant is allowed.
 */
export interface OpenTime {
  readonly definition: CalendarDefinition;
  /** Open milliseconds in `[start, end)`; 0 when `end <= start`. */
  between(start: Instant, end: Instant): Millis;
  /**
   * The earliest instant by which `amount` of open time has passed since `start`. Used up exactly at closing
   * time, that is the closing instant (S5). For 0: `start` if open then, else the next opening.
   * `undefined` when the calendar never opens long enough.
   */
  after(start: Instant, amount: Millis): Instant | undefined;
  /**
   * The end of the `days`-th working day after the local date of `start`, whatever the hour (S9).
   * `same-time` moves to the next opening when closed at that hour; `same-time-exact` does not.
   */
  workingDayEnd(start: Instant, days: number, end: WorkingDayEnd): Instant | undefined;
  /** Open and closed stretches covering `[start, end)` without gaps, in order, each with its reason. */
  spans(start: Instant, end: Instant): ServiceSpan[];
  /** The years within `[start, end)` of which a list of holidays says nothing. */
  unknownHolidayYears(start: Instant, end: Instant): { readonly list: HolidayList; readonly year: number }[];
}
