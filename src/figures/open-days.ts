import { DAY, HOUR, weekday } from '../calendar/dates.ts';
import type { Zone } from '../calendar/zone.ts';
import type { OpenTime } from '../domain/calendar.ts';
import type { Clock } from '../domain/policy.ts';
import type { LocalDate } from '../domain/time.ts';

/** When service was open on one date. */
export interface DayOfHours {
  readonly date: LocalDate;
  readonly isOpen: boolean;
  /** By the weekly hours alone. */
  readonly isOpenByRule: boolean;
  /** By hour: some of it was open. */
  readonly openHours: readonly boolean[];
  /** Of the holiday, or of the day that stands for one. */
  readonly name?: string;
}

/** So many days are looked at, some 130 years: a stamp of the year 1 must cost nothing. */
const MOST_DAYS = 50_000;

/** Each date of a span, both ends in; none where there are too many, or no span. */
export function daysOpen(
  span: { readonly first: LocalDate; readonly last: LocalDate } | undefined,
  openTimes: readonly OpenTime[],
  there: Zone,
): DayOfHours[] {
  if (span === undefined || span.last - span.first >= MOST_DAYS) return [];
  return Array.from({ length: span.last - span.first + 1 }, (_, index) => dayOf(span.first + index, openTimes, there));
}

function dayOf(date: LocalDate, openTimes: readonly OpenTime[], there: Zone): DayOfHours {
  const borders = Array.from({ length: 24 }, (_, hour) => there.instants(date, hour * HOUR).earlier);
  const [start, end] = [there.startOf(date), there.startOf(date + 1)];
  const openHours = borders.map((from, hour) => {
    const until = borders[hour + 1] ?? end;
    return openTimes.some((openTime) => openTime.between(from, until) > 0);
  });
  const isOpen = openHours.includes(true);
  const isOpenByRule = openTimes.some(({ definition: { hours } }) => {
    const reachesOver = hours[weekday(date - 1)]?.some(({ to }) => to > DAY);
    return reachesOver === true || (hours[weekday(date)]?.length ?? 0) > 0;
  });
  const reasons = isOpen === isOpenByRule ? [] : openTimes.flatMap((openTime) => openTime.spans(start, end));
  const name = reasons.find((span) => span.name !== undefined)?.name;
  return { date, isOpen, isOpenByRule, openHours, ...(name !== undefined && { name }) };
}

/**
 * The calendars that say when service is open: those by which clocks count and that close at all. A hotline round the clock
 * beside them would leave no hour closed; where there is nothing else, no hour is.
 */
export function staffedHours(clocks: readonly Clock[], openTimes: ReadonlyMap<string, OpenTime>): OpenTime[] {
  const counts = clocks.flatMap((clock) => [clock, ...clock.targets]);
  // Shifts of the roster may be any of the policy's calendars.
  const isByShift = counts.some(({ isOnShift }) => isOnShift);
  const ids = isByShift ? [...openTimes.keys()] : [...new Set(counts.map(({ calendar }) => calendar))];
  const used = ids.flatMap((id) => openTimes.get(id) ?? []);
  const closing = used.filter(({ definition: { hours, holidays, dates, breaks } }) => {
    const isRound = hours.every((day) => day.length === 1 && day[0]?.from === 0 && day[0].to >= 24 * HOUR);
    return !isRound || holidays.length > 0 || dates.size > 0 || breaks.size > 0;
  });
  return closing.length > 0 ? closing : used;
}
