import type { Instant, LocalDate, Period } from '../domain/time.ts';
import { civil, dateOf, formatDate } from './dates.ts';
import { parsePeriod } from './periods.ts';
import type { Zone } from './zone.ts';

/**
 * The month, quarter or year of `zone` that an instant lies in, labelled as `parsePeriod` reads it: its start is in, its end
 * is out.
 */
export function calendarWindow(kind: 'month' | 'quarter' | 'year', instant: Instant, zone: Zone): Period {
  const { year, month } = civil(zone.local(instant).date);
  const label = {
    month: formatDate(dateOf(year, month, 1)).slice(0, -3),
    quarter: `${formatDate(dateOf(year, 1, 1)).slice(0, 4)}-Q${Math.ceil(month / 3)}`,
    year: formatDate(dateOf(year, 1, 1)).slice(0, 4),
  }[kind];
  const period = parsePeriod(label, zone);
  if (period === undefined) throw new Error(`no ${kind} ${label}`);
  // Clocks that go back over midnight show the last minutes of a month once more, after the next has begun: at St. John's on
  // 1 November 2009, at 00:01.
  return instant < period.end ? period : calendarWindow(kind, period.end, zone);
}

/**
 * The same local date and time so many months earlier (or, below 0, later); where that month is shorter, its last day: 29
 * February a year on is the 28th. A time that the clocks skip there is moved forward by the gap.
 */
export function monthsBefore(instant: Instant, months: number, zone: Zone): Instant {
  const { date, time } = zone.local(instant);
  const { year, month, day } = civil(date);
  const [first, next] = [firstOf(year, month - months), firstOf(year, month - months + 1)];
  return zone.instants(Math.min(first + day, next) - 1, time).earlier;
}

/** The first of a month, which may lie outside its year: month 0 is December of the year before. */
function firstOf(year: number, month: number): LocalDate {
  const years = Math.floor((month - 1) / 12);
  return dateOf(year + years, month - 12 * years, 1);
}
