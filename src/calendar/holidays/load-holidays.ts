import type { CalendarDefinition } from '../../domain/calendar.ts';
import { computedHolidays } from './computed-holidays.ts';
import { ownTables } from './country-holidays.ts';
import type { HolidayTables } from './holidays.ts';

/** All the holidays these calendars ask for. `files`: those of `.ics` files, which somebody else has read. */
export async function loadHolidays(
  definitions: Iterable<CalendarDefinition>,
  files: HolidayTables = new Map(),
): Promise<HolidayTables> {
  const sources = Array.from(definitions).flatMap(({ holidays }) => holidays);
  const codes = sources.flatMap((source) => (source.kind === 'country' ? [source.code] : []));
  const others = Array.from(new Set(codes)).filter((code) => !ownTables.has(code));
  return new Map([...ownTables, ...(await computedHolidays(others)), ...files]);
}
