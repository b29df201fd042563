import { formatDate, weekday } from '../calendar/dates.ts';
import type {
  CellLoad,
  HourLoad,
  LoadFigures,
  RunReference,
  SpecialDay,
  StandingOut,
  Volume,
  WeekdayLoad,
} from '../domain/time-figures.ts';
import { byReference, type KeptLines, MOST_LINES } from './kept-lines.ts';
import type { DayOfHours } from './open-days.ts';
import { ratio } from './ratio.ts';

/** Plain values. */
export interface VolumeTotals {
  /** Tickets created, by local date × 24 + hour. */
  readonly created: Map<number, number>;
  /** Decided runs by weekday × 24 + hour: of their start, the last of the time ran out. */
  readonly met: number[];
  readonly breached: number[];
  readonly ranOut: number[];
  readonly breaches: KeptLines<TimedBreach>;
}

interface TimedBreach extends RunReference {
  readonly cell: number;
}

/** The hours of a week. */
export const CELLS = 7 * 24;

/** The hour of the week, from Monday’s first, of an hour of the local calendar (local date × 24 + hour). */
export function cellOfHour(hour: number): number {
  return weekday(Math.floor(hour / 24)) * 24 + (((hour % 24) + 24) % 24);
}

/** Of the days of a span, when tickets came and when promises were broken: in whole, by weekday, by hour and by both. */
export function volumeFigures(totals: VolumeTotals, days: readonly DayOfHours[]): Omit<LoadFigures, 'people'> {
  const open = new Map(days.map((day) => [day.date, day]));
  const hours = [...totals.created];
  const createdIn = (isIn: (hour: number) => boolean) =>
    hours.reduce((sum, [hour, tickets]) => (isIn(hour) ? sum + tickets : sum), 0);
  const isWorking = (hour: number) => open.get(Math.floor(hour / 24))?.isOpen === true;
  const volume = (created: number, isIn: (cell: number) => boolean): Volume => {
    const count = (runs: readonly number[]) => runs.reduce((sum, each, cell) => (isIn(cell) ? sum + each : sum), 0);
    const [met, breached] = [count(totals.met), count(totals.breached)];
    return { created, met, breached, breaches: ratio(breached, met + breached), ranOut: count(totals.ranOut) };
  };
  const working = days.filter(({ isOpen }) => isOpen);
  const perDay = (tickets: number, divisor: number) =>
    divisor === 0 ? null : Math.round((tickets * 1000) / divisor) / 1000;
  const weekdays = DAYS.map((each): WeekdayLoad => {
    const isOn = (hour: number) => weekday(Math.floor(hour / 24)) === each;
    const own = working.filter(({ date }) => weekday(date) === each);
    return {
      weekday: each,
      ...volume(createdIn(isOn), (cell) => Math.floor(cell / 24) === each),
      daysInSpan: days.filter(({ date }) => weekday(date) === each).length,
      workingDays: own.length,
      perWorkingDay: perDay(
        createdIn((hour) => isOn(hour) && isWorking(hour)),
        own.length,
      ),
    };
  });
  const hoursOfDay = HOURS.map((each): HourLoad => {
    const isIn = (hour: number) => cellOfHour(hour) % 24 === each;
    return {
      hour: each,
      ...volume(createdIn(isIn), (cell) => cell % 24 === each),
      perWorkingDay: perDay(
        createdIn((hour) => isIn(hour) && isWorking(hour)),
        working.length,
      ),
      openDays: days.filter((day) => day.openHours[each]).length,
    };
  });
  const whole = volume(
    createdIn(() => true),
    () => true,
  );
  const [first, last] = [days[0], days.at(-1)];
  return {
    days:
      first === undefined || last === undefined ? null : { first: formatDate(first.date), last: formatDate(last.date) },
    weekdays,
    hours: hoursOfDay,
    cells: gridOf(totals, days, volume),
    whole: {
      ...whole,
      daysInSpan: days.length,
      workingDays: working.length,
      perWorkingDay: perDay(createdIn(isWorking), working.length),
    },
    specialDays: days.flatMap((day) => specialDay(day, createdIn)),
    standOut: [
      ...weekdays.map((each) => ({
        ...each,
        hour: null,
        isIn: (cell: number) => Math.floor(cell / 24) === each.weekday,
      })),
      ...hoursOfDay.map((each) => ({ ...each, weekday: null, isIn: (cell: number) => cell % 24 === each.hour })),
    ].flatMap((each) => standingOut(each, whole, totals.breaches)),
  };
}

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function gridOf(
  { created }: VolumeTotals,
  days: readonly DayOfHours[],
  volume: (created: number, isIn: (cell: number) => boolean) => Volume,
): CellLoad[] {
  const tickets = new Array<number>(CELLS).fill(0);
  for (const [hour, count] of created) tickets[cellOfHour(hour)] = (tickets[cellOfHour(hour)] ?? 0) + count;
  return DAYS.flatMap((each) => {
    const own = days.filter(({ date }) => weekday(date) === each);
    return HOURS.map((hour): CellLoad => {
      const index = each * 24 + hour;
      return {
        ...{ weekday: each, hour },
        ...volume(tickets[index] ?? 0, (cell) => cell === index),
        openDays: own.filter((day) => day.openHours[hour]).length,
        daysInSpan: own.length,
      };
    });
  });
}

function specialDay(
  { date, isOpen, isOpenByRule, name }: DayOfHours,
  createdIn: (isIn: (hour: number) => boolean) => number,
): SpecialDay[] {
  if (isOpen === isOpenByRule) return [];
  const created = createdIn((hour) => Math.floor(hour / 24) === date);
  return [
    { date: formatDate(date), weekday: weekday(date), is: isOpen ? 'open' : 'closed', name: name ?? null, created },
  ];
}

/** With fewer runs, or fewer breaches, an hour stands out by chance. */
const ENOUGH = { runs: 10, breaches: 3 };
/** Well above the whole: one and a half times its share, in whole numbers. */
const ABOVE = { of: 2, times: 3 };

function standingOut(
  {
    weekday: day,
    hour,
    breaches,
    isIn,
  }: Pick<Volume, 'breaches'> & {
    readonly weekday: WeekdayLoad['weekday'] | null;
    readonly hour: number | null;
    readonly isIn: (cell: number) => boolean;
  },
  { breaches: all }: Pick<Volume, 'breaches'>,
  kept: KeptLines<TimedBreach>,
): StandingOut[] {
  const { numerator, denominator } = breaches;
  if (denominator < ENOUGH.runs || numerator < ENOUGH.breaches) return [];
  if (numerator * all.denominator * ABOVE.of < all.numerator * denominator * ABOVE.times) return [];
  const lines = kept.lines
    .toSorted(byReference)
    .slice(0, MOST_LINES)
    .flatMap(({ cell, ...reference }) => (isIn(cell) ? [reference] : []));
  return [{ weekday: day, hour, breaches, runs: { lines, leftOut: numerator - lines.length } }];
}
