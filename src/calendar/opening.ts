import type { CalendarDefinition } from '../domain/calendar.ts';
import type { LocalDate, Span, WallSpan } from '../domain/time.ts';
import { DAY, dateOf } from './dates.ts';
import { type DayHours, dayHours } from './day-hours.ts';
import type { HolidayTables } from './holidays/holidays.ts';
import { intersect, subtract, union } from './spans.ts';
import type { Zone } from './zone.ts';

/** The hours of each date on the time line. */
export interface Opening {
  hours(date: LocalDate): DayHours;
  /** The open spans that start on `date`, breaks taken out; they may end on later dates (S1). */
  open(date: LocalDate): Span[];
  /** What the breaks took out of them. */
  taken(date: LocalDate): Span[];
  /** How many dates after its own a date's open time can reach. */
  readonly reach: number;
  /** No date after this one has open time; with weekly hours the end of the year 9999. */
  readonly lastDate: LocalDate;
}

/** 400 years, after which the Gregorian calendar repeats itself: what has not happened by then never will. */
export const NEVER_DAYS = 146_097;

const END_OF_TIME = dateOf(9999, 12, 31);

export function opening(definition: CalendarDefinition, zone: Zone, holidays: HolidayTables): Opening {
  const hours = dayHours(definition, holidays);
  const place = (date: LocalDate, spans: readonly WallSpan[]) =>
    union(spans.map((span) => onTimeLine(zone, date, span)));
  // A break takes out its own hours of its own date, also from a shift that began the evening before: it is written
  // by somebody who knows on which date the service stood still.
  const breaks = union(Array.from(definition.breaks).flatMap(([date, spans]) => place(date, spans)));
  const withoutBreaks = (spans: Span[]) => (breaks.length === 0 ? spans : subtract(spans, breaks));
  const all = [...definition.hours, ...definition.dates.values()].flat();
  const isWeekly = definition.hours.some((day) => day.length > 0);
  return {
    hours,
    open: (date) => withoutBreaks(place(date, hours(date).open)),
    taken: (date) => intersect(place(date, hours(date).open), breaks),
    reach: Math.ceil(Math.max(0, ...all.map((span) => span.to / DAY - 1))),
    lastDate: isWeekly ? END_OF_TIME : Math.max(-END_OF_TIME, ...definition.dates.keys()),
  };
}

/**
 * Hours are membership by the clock on the wall (S3). Where the clocks go back, a span lasts from the first
 * occurrence of its start to the last of its end; where they go forward, a boundary they skip is the change itself.
 */
function onTimeLine(zone: Zone, date: LocalDate, { from, to }: WallSpan): Span {
  const start = zone.instants(date, from);
  const end = zone.instants(date, to);
  return {
    start: start.kind === 'missing' ? start.resumesAt : start.earlier,
    end: end.kind === 'missing' ? end.resumesAt : end.later,
  };
}
