import type { HolidayList } from '../../domain/calendar.ts';
import type { LocalDate } from '../../domain/time.ts';
import { civil } from '../dates.ts';
import type { HolidayEntry } from './holiday-table.ts';

/** The holidays of a country or region, or of a calendar file. */
export interface Holidays {
  /** Whether the holidays of this year are known. A year that is not known has no entries: say so, do not guess. */
  covers(year: number): boolean;
  /** `undefined`: a day like any other of its weekday. */
  entry(date: LocalDate): HolidayEntry | undefined;
}

/** By `keyOf` what the policy writes under `holidays`: a code, or a file. */
export type HolidayTables = ReadonlyMap<string, Holidays>;

export function keyOf(list: HolidayList): string {
  // Versions of a policy may stand in several folders, and a path begins in that of the file that names it.
  return list.kind === 'country' ? list.code : `${list.place.file}: ${list.path}`;
}

/** Entries worked out a year at a time, each year when it is first asked for. */
export function byYear(
  covers: (year: number) => boolean,
  workOut: (year: number) => ReadonlyMap<LocalDate, HolidayEntry>,
): Holidays {
  const years = new Map<number, ReadonlyMap<LocalDate, HolidayEntry>>();
  return {
    covers,
    entry(date) {
      const { year } = civil(date);
      let entries = years.get(year);
      if (entries === undefined) {
        entries = workOut(year);
        years.set(year, entries);
      }
      return entries.get(date);
    },
  };
}
