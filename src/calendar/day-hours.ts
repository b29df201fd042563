import type { CalendarDefinition, HoursReason } from '../domain/calendar.ts';
import type { LocalDate, WallSpan } from '../domain/time.ts';
import { DAY, weekday } from './dates.ts';
import { countryHolidays } from './holidays/country-holidays.ts';
import { union } from './spans.ts';

/** What the calendar says of one date, breaks not yet taken out. */
export interface DayHours {
  /** Sorted, neither overlapping nor touching. Empty: closed. */
  readonly open: readonly WallSpan[];
  readonly reason: HoursReason;
  /** Why the rest of the date is closed. */
  readonly closedReason: HoursReason;
  /** The holiday's name, where there is one. */
  readonly name?: string;
}

/** The rules of precedence on one date: its own entry > holiday or make-up day > weekly hours (S11). */
export function dayHours(definition: CalendarDefinition): (date: LocalDate) => DayHours {
  const week = Array.from({ length: 7 }, (_, day) => merge(definition.hours[day] ?? []));
  const makeUp = definition.makeUp === undefined ? week.find((hours) => hours.length > 0) : week[definition.makeUp];
  const dates = new Map(Array.from(definition.dates, ([date, hours]) => [date, merge(hours)]));
  const listed = new Set(definition.holidays.flatMap((source) => (source.kind === 'date' ? [source.date] : [])));
  const countries = definition.holidays.flatMap((source) => {
    const holidays = source.kind === 'country' ? countryHolidays(source.code) : undefined;
    return holidays ? [holidays] : [];
  });

  return (date) => {
    const own = dates.get(date);
    if (own) return { open: own, reason: 'date', closedReason: own.length === 0 ? 'date' : 'outside-hours' };
    // Of several lists, one that closes the date stands above one that makes up for a day off.
    const entries = countries.map((country) => country.entry(date));
    const holiday = entries.find((entry) => entry?.kind === 'holiday');
    if (holiday) return { open: [], reason: 'holiday', closedReason: 'holiday', name: holiday.name };
    if (listed.has(date)) return { open: [], reason: 'holiday', closedReason: 'holiday' };
    const worked = entries.find((entry) => entry?.kind === 'make-up');
    if (worked) return { open: makeUp ?? [], reason: 'make-up', closedReason: 'outside-hours', name: worked.name };
    return { open: week[weekday(date)] ?? [], reason: 'hours', closedReason: 'outside-hours' };
  };
}

/** Open at any instant whatever: nothing but whole days, every day. */
export function isAlwaysOpen({ hours, holidays, dates, breaks }: CalendarDefinition): boolean {
  const isWhole = (day: readonly WallSpan[]) => merge(day).some(({ from, to }) => from <= 0 && to >= DAY);
  return hours.every(isWhole) && holidays.length === 0 && dates.size === 0 && breaks.size === 0;
}

/** Adjoining and overlapping hours are one stretch (S1). */
function merge(hours: readonly WallSpan[]): readonly WallSpan[] {
  return union(hours.map(({ from, to }) => ({ start: from, end: to }))).map(({ start, end }) => ({
    from: start,
    to: end,
  }));
}
