import type { LocalDate, Millis, Weekday } from '../domain/time.ts';

export const SECOND: Millis = 1_000;
export const MINUTE: Millis = 60 * SECOND;
export const HOUR: Millis = 60 * MINUTE;
/** 24 hours of wall-clock time. How long a date really lasts is for its zone to say. */
export const DAY: Millis = 24 * HOUR;

/** A date of the proleptic Gregorian calendar; `month` and `day` count from 1, the year before 1 is 0. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// Both directions by arithmetic on years that begin in March, so that the leap day comes last, and on eras of
// 400 years, which all have 146 097 days (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
const DAYS_OF_ERA = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468;

/** `month` from 1 to 12; a day beyond the month's ends runs over. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - EPOCH;
}

export function civil(date: LocalDate): CivilDate {
  const shifted = date + EPOCH;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export function weekday(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday.
  return ((((date + 3) % 7) + 7) % 7) as Weekday;
}

/** Reads `YYYY-MM-DD`, nothing shorter or longer; `undefined` also for a date that does not exist. */
export function parseDate(text: string): LocalDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? existingDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** `undefined` for a date that does not exist, such as 30 February. */
export function existingDate(year: number, month: number, day: number): LocalDate | undefined {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
  return exists ? dateOf(year, month, day) : undefined;
}

function daysOfMonth(year: number, month: number): number {
  return month === 12 ? 31 : dateOf(year, month + 1, 1) - dateOf(year, month, 1);
}

/** `2026-10-01`; outside the years 0 to 9999 with a sign and six digits, as ISO 8601 has it. */
export function formatDate(date: LocalDate): string {
  const { year, month, day } = civil(date);
  return `${formatYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return (year < 0 ? '-' : '+') + String(Math.abs(year)).padStart(6, '0');
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
