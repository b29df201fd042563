import type { CalendarDefinition, HoursReason } from '../domain/calendar.ts';
import type { LocalDate, WallSpan } from '../domain/time.ts';
import { DAY, weekday } from './dates.ts';
import type { HolidayEntry } from './holidays/holiday-table.ts';
import { type HolidayTables, keyOf } from './holidays/holidays.ts';
import { union } from './spans.ts';

/** What the calendar says of one date, breaks not yet taken out. */
export interface DayHours {
  /** Sorted, neither overlapping nor touching. Empty: closed. */
  readonly open: readonly WallSpan[];
  readonly reason: HoursReason;
  /** Why the rest of the date is closed. */
  readonly closedReason: HoursReason;
  /** The holiday's name, where there is one. */
  readonly name?: string;
}

const never: DayHours = { open: [], reason: 'hours', closedReason: 'outside-hours' };

/** The rules of precedence on one date: its own entry > holiday or make-up day > weekly hours (S11). */
export function dayHours(definition: CalendarDefinition, tables: HolidayTables): (date: LocalDate) => DayHours {
  const week = definition.hours.map((hours): DayHours => ({ ...never, open: merge(hours) }));
  const makeUp = (definition.makeUp === undefined ? week.find(({ open }) => open.length > 0) : week[definition.makeUp])
    ?.open;
  const dates = new Map(Array.from(definition.dates, ([date, hours]) => [date, merge(hours)]));
  const listed = new Set(definition.holidays.flatMap((source) => (source.kind === 'date' ? [source.date] : [])));
  const lists = definition.holidays.flatMap((source) => {
    if (source.kind === 'date') return [];
    const list = tables.get(keyOf(source));
    if (list === undefined) throw new Error(`calendar "${definition.id}": holidays "${keyOf(source)}" are not loaded`);
    return [list];
  });

  return (date) => {
    const own = dates.get(date);
    if (own) return { open: own, reason: 'date', closedReason: own.length === 0 ? 'date' : 'outside-hours' };
    // Of several lists, one that closes the date stands above one that makes up for a day off.
    let worked: HolidayEntry | undefined;
    for (const list of lists) {
      const entry = list.entry(date);
      if (entry?.kind === 'holiday') return holiday(entry.name);
      worked ??= entry;
    }
    if (listed.has(date)) return holiday('');
    if (worked) return { open: makeUp ?? [], reason: 'make-up', closedReason: 'outside-hours', name: worked.name };
    return week[weekday(date)] ?? never;
  };
}

function holiday(name: string): DayHours {
  return { open: [], reason: 'holiday', closedReason: 'holiday', ...(name !== '' && { name }) };
}

/** Open at any instant whatever: nothing but whole days, every day. */
export function isAlwaysOpen({ hours, holidays, dates, breaks }: CalendarDefinition): boolean {
  const isWhole = (day: readonly WallSpan[]) => merge(day).some(({ from, to }) => from <= 0 && to >= DAY);
  return hours.every(isWhole) && holidays.length === 0 && dates.size === 0 && breaks.size === 0;
}

/** Adjoining and overlapping hours are one stretch (S1). */
function merge(hours: readonly WallSpan[]): readonly WallSpan[] {
  return union(hours.map(({ from, to }) => ({ start: from, end: to }))).map(({ start, end }) => ({
    from: start,
    to: end,
  }));
}
