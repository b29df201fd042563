import { cn } from './cn.ts';
import { readHolidayTable } from './holiday-table.ts';
import type { Holidays, HolidayTables } from './holidays.ts';

/**
 * Holidays in tables of our own, one file a country. China's, because date-holidays knows none of the make-up working
 * days (调休), nor which days of a week off are announced, and closes for afternoons that only some have off.
 */
export const ownTables: HolidayTables = new Map([['CN', fromTable(cn)]]);

function fromTable(table: typeof cn): Holidays {
  // Read when a date is looked up: most policies name no country, or another.
  let entries: ReturnType<typeof readHolidayTable> | undefined;
  return {
    covers: (year) => Object.hasOwn(table, year),
    entry(date) {
      entries ??= readHolidayTable(table);
      return entries.get(date);
    },
  };
}
