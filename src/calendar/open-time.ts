import type { CalendarDefinition, HolidayList, OpenTime } from '../domain/calendar.ts';
import type { Instant, LocalDate, Millis, Span } from '../domain/time.ts';
import { civil, DAY, dateOf } from './dates.ts';
import { isAlwaysOpen } from './day-hours.ts';
import { ownTables } from './holidays/country-holidays.ts';
import { type HolidayTables, keyOf } from './holidays/holidays.ts';
import { type OpenIndex, openIndex } from './open-index.ts';
import { NEVER_DAYS, type Opening, opening } from './opening.ts';
import { alwaysOpenSpans, serviceSpans } from './service-spans.ts';
import { union } from './spans.ts';
import { workingDayEnd } from './working-day.ts';
import { type Zone, zone } from './zone.ts';

/**
 * Open time of a calendar; `definition.timezone` must be a zone. Nothing is open before the year 1 or after 9999,
 * and what is not reached within 400 years is never reached.
 *
 * @param holidays what `loadHolidays` gave; unless given, the holidays that need no loading
 */
export function openTime(definition: CalendarDefinition, holidays: HolidayTables = ownTables): OpenTime {
  const place = zone(definition.timezone);
  if (!place) throw new Error(`calendar "${definition.id}" is in "${definition.timezone}", which is no time zone`);
  const hours = opening(definition, place, holidays);
  const isAlways = isAlwaysOpen(definition);
  const { between, after } = isAlways ? always : counted(hours, place);
  const endOfWorkingDay = workingDayEnd(hours, place, after);
  return {
    definition,
    between,
    after,
    workingDayEnd: endOfWorkingDay,
    spans: isAlways ? alwaysOpenSpans : serviceSpans(hours, place),
    unknownHolidayYears: (start, end) => unknownHolidayYears(definition, holidays, place, start, end),
  };
}

type Counting = Pick<OpenTime, 'between' | 'after'>;

const always: Counting = {
  between: (start, end) => Math.max(0, end - start),
  after: (start, amount) => start + amount,
};

const FIRST_YEAR = 1;
const LAST_YEAR = 9999;
const NEVER: Millis = NEVER_DAYS * DAY;

/** Counts by an index that grows, by whole years, to wherever questions are asked. */
function counted(hours: Opening, place: Zone): Counting {
  let first = 0;
  let last = -1;
  let index: OpenIndex = openIndex({ start: 0, end: 0 }, []);

  /** Makes the index cover these years, and more where it grows, so that growing year by year stays cheap. */
  function cover(from: number, to: number): void {
    const known = last - first + 1;
    const newFirst = known > 0 && from >= first ? first : Math.max(from - known, FIRST_YEAR);
    const newLast = known > 0 && to <= last ? last : Math.min(to + known, LAST_YEAR);
    if (newFirst === first && newLast === last) return;
    [first, last] = [newFirst, newLast];
    index = openIndex(yearSpan(place, first, last), openSpans(hours, place, first, last));
  }

  function yearOf(instant: Instant): number {
    return Math.min(Math.max(civil(place.local(instant).date).year, FIRST_YEAR), LAST_YEAR);
  }

  return {
    between(start, end) {
      if (!(end > start)) return 0;
      if (start < index.start || end > index.end) cover(yearOf(start), yearOf(end));
      return index.before(end) - index.before(start);
    },
    after(start, amount) {
      if (start < index.start || start >= index.end) cover(yearOf(start), yearOf(start));
      for (;;) {
        const found = index.after(start, amount);
        if (found !== undefined && found <= index.end) return found - start <= NEVER ? found : undefined;
        if (last >= Math.min(yearOf(start + NEVER), civil(hours.lastDate).year + 1)) return undefined;
        cover(first, last + 1);
      }
    },
  };
}

function yearSpan(place: Zone, first: number, last: number): Span {
  return { start: place.startOf(dateOf(first, 1, 1)), end: place.startOf(dateOf(last + 1, 1, 1)) };
}

/** The list of open spans, made year by year: a date far off in the data should cost time, but no memory to speak of. */
function* openSpans(hours: Opening, place: Zone, first: number, last: number): Generator<Span> {
  let reaching: Span[] = [];
  let date: LocalDate = dateOf(first, 1, 1) - hours.reach;
  for (let year = first; year <= last; year++) {
    const newYear = dateOf(year + 1, 1, 1);
    for (; date < newYear; date++) reaching.push(...hours.open(date));
    const spans = union(reaching);
    const border = place.startOf(newYear);
    yield* spans.filter((span) => span.end < border);
    reaching = spans.filter((span) => span.end >= border);
  }
  yield* reaching;
}

function unknownHolidayYears(
  definition: CalendarDefinition,
  tables: HolidayTables,
  place: Zone,
  start: Instant,
  end: Instant,
): { list: HolidayList; year: number }[] {
  if (!(end > start)) return [];
  const first = civil(place.local(start).date).year;
  const last = civil(place.local(end - 1).date).year;
  const lists = new Map(
    definition.holidays.flatMap((source) => (source.kind === 'date' ? [] : [[keyOf(source), source] as const])),
  );
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return Array.from(lists).flatMap(([key, list]) =>
    years.filter((year) => !tables.get(key)?.covers(year)).map((year) => ({ list, year })),
  );
}
