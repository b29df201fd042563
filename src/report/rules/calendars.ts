import type { CalendarDefinition, HolidaySource } from '../../domain/calendar.ts';
import type { Policy, Target } from '../../domain/policy.ts';
import type { LocalDate, Millis, WallSpan } from '../../domain/time.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { iso } from '../iso.ts';
import { item, type Section } from './chapter.ts';

const DAY: Millis = 86_400_000;

/** Which calendar a clock has that names none. */
const UNNAMED = '24x7';

/** Countries whose lists of holidays have make-up days: those with a table of our own in `calendar/holidays`. */
export const WITH_MAKE_UP: readonly string[] = ['CN'];

/** Which hours count: those of a calendar, or of the shift of whoever holds the ticket. */
type ServiceHours = Pick<Target, 'calendar' | 'isOnShift'>;

/** By which hours a promise is counted, to stand behind its length. */
export function hoursText({ calendar, isOnShift }: ServiceHours, policy: Policy, { rules }: Catalogue): string {
  const definition = policy.calendars.get(calendar);
  const isAlways = definition !== undefined && isAlwaysOpen(definition);
  const always = calendar === UNNAMED ? rules.hours.roundTheClock : rules.hours.always(calendar);
  const named = isAlways ? always : rules.hours.of(calendar);
  return isOnShift ? rules.hours.onShift(named) : named;
}

/** A day is 24 hours under such a calendar, and nowhere else (S9). */
export function hasDays({ calendar, isOnShift }: ServiceHours, { calendars }: Policy): boolean {
  const definition = calendars.get(calendar);
  return !isOnShift && definition !== undefined && isAlwaysOpen(definition);
}

/** A section for each calendar of the policy; none for the one that is there without being named. */
export function calendarSections(policy: Policy, words: Catalogue): Section[] {
  return [...policy.calendars.values()]
    .filter(({ id }) => id !== UNNAMED)
    .map((calendar) => ({
      key: `calendar:${calendar.id}`,
      title: calendar.id,
      items: calendarItems(calendar, policy.timezone, words).map((text) => item(text)),
    }));
}

function calendarItems(calendar: CalendarDefinition, timezone: string, { rules }: Catalogue): string[] {
  const zone = calendar.timezone === timezone ? [] : [rules.calendar.timezone(calendar.timezone)];
  if (isAlwaysOpen(calendar)) return [rules.calendar.roundTheClock];
  const { holidays, dates, breaks } = calendar;
  const layers = [holidays.length, dates.size, breaks.size].filter((size) => size > 0).length;
  return [
    ...zone,
    ...weekTexts(calendar, rules),
    ...holidayTexts(calendar, rules),
    ...[...dates].map(([date, hours]) =>
      hours.length === 0
        ? rules.calendar.ownClosed(dateText(date))
        : rules.calendar.ownHours(dateText(date), spansText(hours, rules)),
    ),
    ...[...breaks].map(([date, hours]) => rules.calendar.breakOn(dateText(date), spansText(hours, rules))),
    ...(layers > 1 ? [rules.calendar.precedence] : []),
  ];
}

type Words = Catalogue['rules'];

/** Weekdays of the same hours together; those without any last. */
function weekTexts({ hours: week, dates }: CalendarDefinition, rules: Words): string[] {
  const alike = new Map<string, number[]>();
  week.forEach((hours, day) => {
    const key = hours.length === 0 ? '' : spansText(hours, rules);
    alike.set(key, [...(alike.get(key) ?? []), day]);
  });
  const open = [...alike].filter(([text]) => text !== '');
  const closed = alike.get('');
  const isOverMidnight = [...week, ...dates.values()].flat().some(({ to }) => to > DAY);
  return [
    ...open.map(([text, days]) => {
      const gaps = gapsIn(week[days[0] ?? 0] ?? []);
      const names = weekdaysText(days, rules);
      return gaps.length === 0
        ? rules.calendar.open(names, text)
        : rules.calendar.openWithGaps(names, text, spansText(gaps, rules));
    }),
    ...(closed === undefined ? [] : [rules.calendar.closed(weekdaysText(closed, rules))]),
    ...(isOverMidnight ? [rules.calendar.overMidnight] : []),
  ];
}

/** Runs of three days and more by their first and last. */
function weekdaysText(days: readonly number[], rules: Words): string {
  if (days.length === 7) return rules.everyDay;
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => rules.weekdays[day ?? 0] ?? '';
  return rules.and(
    runs.flatMap((run) => (run.length > 2 ? [rules.range(name(run[0]), name(run.at(-1)))] : run.map(name))),
  );
}

function holidayTexts({ holidays, hours, makeUp }: CalendarDefinition, rules: Words): string[] {
  if (holidays.length === 0) return [rules.calendar.noHolidays];
  const of = <Kind extends HolidaySource['kind']>(kind: Kind) =>
    holidays.filter((source): source is Extract<HolidaySource, { kind: Kind }> => source.kind === kind);
  const codes = of('country').map(({ code }) => code);
  const dates = of('date').map(({ date }) => dateText(date));
  const firstOpen = hours.findIndex((spans) => spans.length > 0);
  const workedAs = rules.weekdays[makeUp ?? firstOpen];
  return [
    ...(codes.length === 0
      ? []
      : [rules.calendar.publicHolidays(rules.and(codes.map((code) => countryText(code, rules))))]),
    ...(codes.some((code) => WITH_MAKE_UP.includes(code)) && workedAs !== undefined
      ? [rules.calendar.makeUp(workedAs)]
      : []),
    ...of('ics').map(({ path }) => rules.calendar.file(path)),
    ...(dates.length === 0 ? [] : [rules.calendar.dates(rules.and(dates))]),
  ];
}

function countryText(code: string, rules: Words): string {
  const [country = code] = code.split('-');
  const name = rules.country(country);
  return country === code ? name : rules.calendar.region(name, code);
}

/** Nothing but whole days, every day. */
function isAlwaysOpen({ hours, holidays, dates, breaks }: CalendarDefinition): boolean {
  const isWhole = (spans: readonly WallSpan[]) => united(spans).some(({ from, to }) => from <= 0 && to >= DAY);
  return hours.every(isWhole) && holidays.length === 0 && dates.size === 0 && breaks.size === 0;
}

/** In order; what adjoins or overlaps is one (S1). */
function united(spans: readonly WallSpan[]): WallSpan[] {
  const found: WallSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last === undefined || span.from > last.to) found.push(span);
    else found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return found;
}

/** Between the spans of one day: lunch. */
function gapsIn(spans: readonly WallSpan[]): WallSpan[] {
  const open = united(spans);
  return open.slice(1).map(({ from }, index) => ({ from: open[index]?.to ?? from, to: from }));
}

function spansText(spans: readonly WallSpan[], rules: Words): string {
  return rules.and(united(spans).map(({ from, to }) => `${timeText(from, rules)}-${timeText(to, rules)}`));
}

/** `08:30`, `24:00`, beyond that of the next day; seconds only where there are any. */
function timeText(time: Millis, rules: Words): string {
  const isNextDay = time > DAY;
  const text = iso(isNextDay ? time - DAY : time % DAY).slice(11, 19);
  const shown = time === DAY ? '24:00' : text.replace(/:00$/, '');
  return isNextDay ? rules.nextDay(shown) : shown;
}

/** `2026-10-01` */
function dateText(date: LocalDate): string {
  return iso(date * DAY).slice(0, 10);
}
