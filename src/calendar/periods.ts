import { DateTime } from 'luxon';
import type { Instant, LocalDate, Period } from '../domain/time.ts';
import { DAY, dateOf, formatDate, parseDate } from './dates.ts';
import type { Zone } from './zone.ts';

/**
 * Reads a period: a month `2026-10`, a quarter `2026-Q4`, a year `2026`, or a range of dates
 * `2026-10-01..2026-10-15` of which the last is in. It begins and ends with dates of `zone`.
 * `undefined` for anything else, and for a range that ends before it begins.
 */
export function parsePeriod(text: string, zone: Zone): Period | undefined {
  const dates = datesOf(text);
  return dates && { label: text, start: zone.startOf(dates.first), end: zone.startOf(dates.next) };
}

function datesOf(text: string): { readonly first: LocalDate; readonly next: LocalDate } | undefined {
  const [from = '', until, ...more] = text.split('..');
  if (until !== undefined) {
    const first = parseDate(from);
    const last = parseDate(until);
    if (first === undefined || last === undefined || last < first || more.length > 0) return undefined;
    return { first, next: last + 1 };
  }
  const parts = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (!parts) return undefined;
  const [, year, quarter, month] = parts;
  // Figures ask for one month after another: that is no work for a library of dates.
  if (month !== undefined)
    return { first: dateOf(Number(year), Number(month), 1), next: monthAfter(Number(year), Number(month)) };
  // Dates only, in UTC: when they begin on the time line is for the zone to say, whose midnights may be missing.
  const first = DateTime.utc(Number(year), Number(quarter ?? 1) * 3 - 2);
  return {
    first: localDate(first),
    next: localDate(first.plus(quarter ? { quarters: 1 } : { years: 1 })),
  };
}

function monthAfter(year: number, month: number): LocalDate {
  return month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1);
}

function localDate(midnight: DateTime): LocalDate {
  return midnight.toMillis() / DAY;
}

/** The month an instant lies in by the clock of `zone`, in the way `parsePeriod` reads: `2026-10`. */
export function monthOf(instant: Instant, zone: Zone): string {
  const { date } = zone.local(instant);
  return formatDate(date).slice(0, -3);
}

const UNITS = ['month', 'quarter', 'year'] as const;
type Unit = (typeof UNITS)[number];

/** Periods that the clock on the wall has to tell. */
export const RELATIVE_PERIODS = UNITS.flatMap((unit) => [`last-${unit}`, `this-${unit}`]);

/**
 * The period that a relative name means at an instant, in the way `parsePeriod` reads: at any time of November `last-month` is
 * `2026-10`, in the whole of 2026 `last-year` is `2025`. Whether it is still October is for `zone` to say. What is no relative
 * name stays as it is.
 */
export function absolutePeriod(text: string, now: Instant, zone: Zone): string {
  const [which, name] = text.split('-');
  const unit = UNITS.find((each) => each === name);
  if (unit === undefined || !RELATIVE_PERIODS.includes(text)) return text;
  const today = DateTime.fromMillis(zone.local(now).date * DAY, { zone: 'utc' });
  return nameOf(today.minus({ [unit]: which === 'last' ? 1 : 0 }), unit);
}

function nameOf(date: DateTime, unit: Unit): string {
  if (unit === 'year') return date.toFormat('yyyy');
  return unit === 'quarter' ? `${date.toFormat('yyyy')}-Q${date.quarter}` : date.toFormat('yyyy-MM');
}
