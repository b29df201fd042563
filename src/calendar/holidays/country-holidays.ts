import type { LocalDate } from '../../domain/time.ts';
import { cn } from './cn.ts';
import { type HolidayEntry, type HolidayTable, readHolidayTable } from './holiday-table.ts';

/** One file a country; the key is what a policy writes under `holidays`: ISO 3166-1 alpha-2. */
const tables: Readonly<Record<string, HolidayTable>> = { CN: cn };

export interface CountryHolidays {
  /** Whether the holidays of this year are known. A year that is not known has no entries: say so, do not guess. */
  covers(year: number): boolean;
  /** `undefined`: a day like any other of its weekday. */
  entry(date: LocalDate): HolidayEntry | undefined;
}

/** The codes a policy may name, sorted. */
export const holidayCountries: readonly string[] = Object.keys(tables).sort();

const read = new Map<string, CountryHolidays>();

/** `undefined` for a country whose holidays we do not have. */
export function countryHolidays(code: string): CountryHolidays | undefined {
  const known = read.get(code);
  if (known !== undefined || !Object.hasOwn(tables, code)) return known;
  const table = tables[code] ?? {};
  const entries = readHolidayTable(table);
  const holidays: CountryHolidays = {
    covers: (year) => Object.hasOwn(table, year),
    entry: (date) => entries.get(date),
  };
  read.set(code, holidays);
  return holidays;
}
