import { DAY, parseDate } from '../calendar/dates.ts';
import { holidayCodes } from '../calendar/holidays/codes.ts';
import { zone } from '../calendar/zone.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { CalendarDefinition, HolidaySource } from '../domain/calendar.ts';
import type { LocalDate, WallSpan } from '../domain/time.ts';
import type { Complaints } from './complaints.ts';
import { readSpans, readWeek, weekdayNamed } from './hours.ts';
import { didYouMean } from './names.ts';
import { present } from './present.ts';
import { child, type Entry, entriesOf, itemsOf, type Tree, textOf, type Words, wordsOf } from './tree.ts';
import { ALWAYS, WEEKDAYS } from './words/calendars.ts';

/** Reads all calendars. One that cannot be read is there too, so that references to it are no second fault. */
export function readCalendars(
  tree: Tree | undefined,
  timezone: string,
  found: Complaints,
): Map<string, CalendarDefinition> {
  const entries = entriesOf(tree);
  return new Map(entries.map((entry) => [entry.key, readCalendar(entry, timezone, found)]));
}

/** Never closes: what a clock has that names no calendar. */
export function alwaysOpen(id: string, timezone: string): CalendarDefinition {
  const hours = WEEKDAYS.map(() => [{ from: 0, to: DAY }]);
  return { id, timezone, hours, holidays: [], dates: new Map(), breaks: new Map() };
}

function readCalendar({ key: id, keyPlace, value }: Entry, timezone: string, found: Complaints): CalendarDefinition {
  const words = wordsOf(value);
  if (words !== undefined && words.text !== ALWAYS) {
    found.add(
      'bad-value',
      words.place,
      `"${words.text}" is not a calendar`,
      `Expected ${ALWAYS}, or a map with hours.`,
    );
  }
  if (value.kind !== 'map') return alwaysOpen(id, timezone);
  if (id === ALWAYS) {
    const hint = 'Clocks without a calendar have the one of this name; call yours otherwise.';
    found.add('reserved-name', keyPlace, `"${ALWAYS}" is the calendar that never closes`, hint);
  }
  const hours = readWeek(child(value, 'hours'), found);
  return {
    id,
    timezone: readTimezone(child(value, 'timezone'), found) ?? timezone,
    hours,
    holidays: itemsOf(child(value, 'holidays')).flatMap((item) => readHoliday(item, found)),
    dates: readDates(child(value, 'dates'), hours, found),
    breaks: readDates(child(value, 'breaks'), undefined, found),
    ...present('makeUp', weekdayNamed(textOf(child(value, 'make_up')))),
  };
}

/** `undefined` when absent, and after a complaint. */
export function readTimezone(tree: Tree | undefined, found: Complaints): string | undefined {
  const words = wordsOf(tree);
  if (words === undefined) return undefined;
  if (zone(words.text) !== undefined) return words.text;
  found.add(
    'unknown-timezone',
    words.place,
    `there is no time zone "${words.text}"`,
    `A name of the IANA database, such as Asia/Shanghai for all of China.${meantZone(words.text)}`,
  );
  return undefined;
}

/** Follows a hint: an offset is explained, `shanghai` completed, a slip of the pen mended. */
function meantZone(name: string): string {
  if (/^(utc|gmt)?\s*[+-]\d/i.test(name)) return ' An offset alone does not say when clocks change.';
  const zones = Intl.supportedValuesOf('timeZone');
  const city = name.toLowerCase().replaceAll(' ', '_');
  const whole = zones.find((zoneName) => zoneName.toLowerCase().endsWith(`/${city}`));
  return whole === undefined ? didYouMean(name, zones) : ` Did you mean "${whole}"?`;
}

function readDate({ text, place }: Words, found: Complaints): LocalDate | undefined {
  const date = parseDate(text);
  if (date === undefined) {
    const why = /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'a date that exists' : 'a date';
    found.add('bad-date', place, `"${text}" is not ${why}`, 'Written like 2026-10-01.');
  }
  return date;
}

/** @param week where a date may name a weekday whose hours it has */
function readDates(
  tree: Tree | undefined,
  week: readonly WallSpan[][] | undefined,
  found: Complaints,
): Map<LocalDate, WallSpan[]> {
  const dates = new Map<LocalDate, WallSpan[]>();
  for (const { key, keyPlace, value } of entriesOf(tree)) {
    const date = readDate({ text: key, place: keyPlace }, found);
    const weekday = week && weekdayNamed(textOf(value));
    const spans = weekday === undefined ? readSpans(value, found) : (week?.[weekday] ?? []);
    if (date !== undefined) dates.set(date, spans);
  }
  return dates;
}

function readHoliday(item: Tree, found: Complaints): HolidaySource[] {
  const words = wordsOf(item);
  if (words === undefined) return [];
  const { text, place } = words;
  if (holidayCodes.has(text)) return [{ kind: 'country', code: text }];
  if (/\.ics$/i.test(text)) return [{ kind: 'ics', path: text, place }];
  if (!/^\d/.test(text)) {
    const hint = `Written like CN, US-CA, company.ics or 2026-10-01.${meantHolidays(text)}`;
    found.add('bad-value', place, `"${text}" is neither a country or region, nor a calendar file, nor a date`, hint);
    return [];
  }
  const date = readDate(words, found);
  return date === undefined ? [] : [{ kind: 'date', date, place }];
}

/** Follows a hint: of two letters no slip can be told, but case, a name, or a region of a known country can. */
function meantHolidays(text: string): string {
  const [country = '', ...region] = text.toUpperCase().split('-');
  // Reserved for the kingdom beside GB, and what people write.
  const code = [country === 'UK' ? 'GB' : country, ...region].join('-');
  if (holidayCodes.has(code)) return ` Did you mean "${code}"?`;
  const known = [...holidayCodes];
  const regions = known.filter((each) => each.startsWith(`${country}-`));
  if (regions.length > 0) return ` Regions of ${country}: ${regions.join(', ')}.${didYouMean(code, regions)}`;
  if (holidayCodes.has(country)) return ` No regions of ${country} are known; the country is ${country}.`;
  const countries = known.filter((each) => each.length === 2);
  const named = suggestName(text, countries);
  return named === undefined ? '' : ` Did you mean "${named}"?`;
}

/** The country whose English name this is, but for slips. */
function suggestName(text: string, countries: readonly string[]): string | undefined {
  const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const names = countries.map((code) => regionNames.of(code)?.toLowerCase() ?? '');
  const name = text.toLowerCase();
  const exact = names.indexOf(name);
  return countries[exact >= 0 ? exact : names.indexOf(suggest(name, names) ?? '-')];
}
