import type { CalendarDefinition } from '../../domain/calendar.ts';
import type { Span } from '../../domain/time.ts';
import { civil, DAY, dateOf, formatDate } from '../dates.ts';
import { ownTables } from './country-holidays.ts';
import type { HolidayTables } from './holidays.ts';

/** The holidays of a country as text, so that two versions of them can be told apart. */
export interface HolidayText {
  readonly country: string;
  /** Where they come from: the package and its version. */
  readonly version: string;
  /** A line for each date, `2026-10-01 holiday 国庆节`, and one for each year that is not known. */
  readonly text: string;
}

/** A test holds them against package.json. */
const OWN = 'chinese-days 1.5.7';
const COMPUTED = 'date-holidays 3.37.0';

/**
 * Of the holidays that come with the tool those that these calendars use, by country; of the years in which `span` lies and the one on
 * either side, for a target may run out in the next. Files of holidays are not among them: they are inputs.
 */
export function ownHolidayTexts(
  calendars: readonly CalendarDefinition[],
  tables: HolidayTables,
  span: Span,
): HolidayText[] {
  const sources = calendars.flatMap(({ holidays }) => holidays);
  const countries = new Set(sources.flatMap((source) => (source.kind === 'country' ? [source.code] : [])));
  const [first, last] = [yearOf(span.start) - 1, yearOf(span.end) + 1];
  return [...countries].sort().map((country) => ({
    country,
    version: ownTables.has(country) ? OWN : COMPUTED,
    text: linesOf(tables, country, first, last).join(''),
  }));
}

function yearOf(at: number): number {
  return civil(Math.floor(at / DAY)).year;
}

function linesOf(tables: HolidayTables, country: string, first: number, last: number): string[] {
  const table = tables.get(country);
  const lines: string[] = [];
  for (let year = first; year <= last; year++) {
    if (table?.covers(year) !== true) {
      lines.push(`${year} not known\n`);
      continue;
    }
    for (let date = dateOf(year, 1, 1); date < dateOf(year + 1, 1, 1); date++) {
      const entry = table.entry(date);
      if (entry !== undefined) lines.push(`${formatDate(date)} ${entry.kind} ${entry.name}\n`);
    }
  }
  return lines;
}
