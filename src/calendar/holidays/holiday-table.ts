import type { LocalDate } from '../../domain/time.ts';
import { existingDate } from '../dates.ts';

/**
 * A country's public holidays as announced, by the year of the dates: the name, the days off as ranges with both
 * ends in (`02-15..02-23`), weekend days within included, and the make-up working days; each list parted by spaces.
 * A year without a row in the table is a year not known.
 */
export type HolidayTable = Readonly<
  Record<number, readonly (readonly [name: string, daysOff: string, makeUpDays: string])[]>
>;

export interface HolidayEntry {
  /** `make-up`: a working day on what would be a weekend, in exchange for a day off. */
  readonly kind: 'holiday' | 'make-up';
  readonly name: string;
}

export function readHolidayTable(table: HolidayTable): Map<LocalDate, HolidayEntry> {
  const entries = new Map<LocalDate, HolidayEntry>();
  for (const [year, rows] of Object.entries(table)) {
    for (const [name, daysOff, makeUpDays] of rows) {
      for (const date of dates(year, daysOff)) entries.set(date, { kind: 'holiday', name });
      for (const date of dates(year, makeUpDays)) entries.set(date, { kind: 'make-up', name });
    }
  }
  return entries;
}

function* dates(year: string, ranges: string): Generator<LocalDate> {
  for (const range of ranges.split(' ').filter((part) => part !== '')) {
    const [first = '', last = first] = range.split('..');
    for (let date = dateIn(year, first); date <= dateIn(year, last); date++) yield date;
  }
}

function dateIn(year: string, monthAndDay: string): LocalDate {
  const [month, day] = monthAndDay.split('-').map(Number);
  const date = existingDate(Number(year), month ?? 0, day ?? 0);
  if (date === undefined) throw new Error(`holiday table: no date ${year}-${monthAndDay}`);
  return date;
}
