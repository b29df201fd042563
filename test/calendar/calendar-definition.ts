import { HOUR, MINUTE, parseDate } from '../../src/calendar/dates.ts';
import { type Zone, zone } from '../../src/calendar/zone.ts';
import type { CalendarDefinition } from '../../src/domain/calendar.ts';
import type { Instant, LocalDate, WallSpan, Weekday } from '../../src/domain/time.ts';

type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
const DAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface CalendarText {
  readonly timezone?: string;
  /** `09:00-12:00 13:00-17:30` for each weekday. */
  readonly hours?: Partial<Record<Day, string>>;
  /** Dates and country codes. */
  readonly holidays?: readonly string[];
  readonly dates?: Readonly<Record<string, string>>;
  readonly breaks?: Readonly<Record<string, string>>;
  readonly makeUp?: Weekday;
}

/** A calendar in the words of a policy; UTC unless it says otherwise. */
export function calendar(text: CalendarText): CalendarDefinition {
  return {
    id: 'test',
    timezone: text.timezone ?? 'UTC',
    hours: DAYS.map((day) => wallSpans(text.hours?.[day] ?? '')),
    holidays: (text.holidays ?? []).map((holiday) =>
      /^\d/.test(holiday) ? { kind: 'date', date: date(holiday) } : { kind: 'country', code: holiday },
    ),
    dates: datedSpans(text.dates),
    breaks: datedSpans(text.breaks),
    ...(text.makeUp === undefined ? {} : { makeUp: text.makeUp }),
  };
}

/** The same hours from Monday to Friday. */
export function weekdays(hours: string): Partial<Record<Day, string>> {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
}

/** The same hours every day. */
export function daily(hours: string): Partial<Record<Day, string>> {
  return { ...weekdays(hours), sat: hours, sun: hours };
}

function datedSpans(spans: Readonly<Record<string, string>> = {}): Map<LocalDate, readonly WallSpan[]> {
  return new Map(Object.entries(spans).map(([day, hours]) => [date(day), wallSpans(hours)]));
}

/** A span that ends before it begins ends on the next day. */
export function wallSpans(text: string): WallSpan[] {
  return text
    .split(' ')
    .filter((span) => span !== '')
    .map((span) => {
      const [from = NaN, to = NaN] = span.split('-').map(wallTime);
      return { from, to: to < from ? to + 24 * HOUR : to };
    });
}

export function wallTime(text: string): number {
  const [hour = NaN, minute = NaN] = text.split(':').map(Number);
  return hour * HOUR + minute * MINUTE;
}

export function date(text: string): LocalDate {
  const parsed = parseDate(text);
  if (parsed === undefined) throw new Error(`no date: ${text}`);
  return parsed;
}

/** `2026-03-06T16:30Z`, read by the runtime. */
export function utc(text: string): Instant {
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || !/Z$|[+-]\d\d:\d\d$/.test(text)) throw new Error(`no instant: ${text}`);
  return instant;
}

/** An instant as text, written by the runtime. */
export function iso(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString().replace('.000Z', 'Z');
}

export function zoneNamed(name: string): Zone {
  const found = zone(name);
  if (!found) throw new Error(`no zone: ${name}`);
  return found;
}
