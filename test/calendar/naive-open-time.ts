import { IANAZone } from 'luxon';
import { weekday } from '../../src/calendar/dates.ts';
import type { CalendarDefinition } from '../../src/domain/calendar.ts';
import type { Instant, LocalDate, Millis } from '../../src/domain/time.ts';

/** The naive count steps by quarters of an hour, on which all hours and all changes of offset it is given lie. */
export const STEP = 15 * 60_000;
const DAY = 86_400_000;

/** Whether each step from `start` on, up to `end`, is open: by looking at luxon's wall clock at every single one. */
export interface NaiveOpenTime {
  readonly start: Instant;
  readonly isOpen: readonly boolean[];
}

/** Knows weekly hours, dates, listed holidays and breaks; `start` and `end` are multiples of the step. */
export function naiveOpenTime(definition: CalendarDefinition, start: Instant, end: Instant): NaiveOpenTime {
  // Two days more on each side: shifts reach over.
  const walls = wallClock(definition.timezone, start - 2 * DAY, end + 2 * DAY);
  const isOpen = walls.map(() => false);
  const mark = (date: LocalDate, spans: CalendarDefinition['hours'][number], open: boolean) => {
    for (const span of spans) {
      // S3: from the first step that shows the opening to the last that shows the closing, or the first beyond.
      const opened = indexOf(walls, date * DAY + span.from, 'first');
      const closed = indexOf(walls, date * DAY + span.to, 'last');
      if (opened < closed) isOpen.fill(open, opened, closed);
    }
  };
  const firstDate = Math.floor((walls[0] ?? 0) / DAY) + 1;
  const lastDate = Math.floor((walls.at(-1) ?? 0) / DAY);
  for (let date = firstDate; date <= lastDate; date++) mark(date, hoursOf(definition, date), true);
  for (const [date, spans] of definition.breaks) mark(date, spans, false);
  return { start, isOpen: isOpen.slice(2 * (DAY / STEP), walls.length - 2 * (DAY / STEP)) };
}

const wallClocks = new Map<string, readonly number[]>();

/** What luxon shows at each step, as if it were UTC. Remembered, as it takes luxon a while. */
function wallClock(timezone: string, start: Instant, end: Instant): readonly number[] {
  const key = [timezone, start, end].join();
  const zone = IANAZone.create(timezone);
  const walls =
    wallClocks.get(key) ??
    Array.from({ length: (end - start) / STEP }, (_, i) => {
      const instant = start + i * STEP;
      return instant + Math.round(zone.offset(instant) * 60_000);
    });
  wallClocks.set(key, walls);
  return walls;
}

function hoursOf(definition: CalendarDefinition, date: LocalDate) {
  const isHoliday = definition.holidays.some((source) => source.kind === 'date' && source.date === date);
  return definition.dates.get(date) ?? (isHoliday ? [] : (definition.hours[weekday(date)] ?? []));
}

function indexOf(walls: readonly number[], wall: number, which: 'first' | 'last'): number {
  const shown = which === 'first' ? walls.indexOf(wall) : walls.lastIndexOf(wall);
  if (shown >= 0) return shown;
  const beyond = walls.findIndex((shownThen) => shownThen > wall);
  return beyond < 0 ? walls.length : beyond;
}

/** Open time in `[start, end)`: each step's share of it. */
export function naiveBetween(naive: NaiveOpenTime, start: Instant, end: Instant): Millis {
  return naive.isOpen.reduce((sum, isOpen, i) => {
    const step = naive.start + i * STEP;
    return isOpen ? sum + Math.max(0, Math.min(end, step + STEP) - Math.max(start, step)) : sum;
  }, 0);
}

/** As `OpenTime.after`, within the steps; `undefined` when they are too few. */
export function naiveAfter(naive: NaiveOpenTime, start: Instant, amount: Millis): Instant | undefined {
  let left = amount;
  for (const [i, isOpen] of naive.isOpen.entries()) {
    const begun = Math.max(start, naive.start + i * STEP);
    const rest = naive.start + (i + 1) * STEP - begun;
    if (!isOpen || rest <= 0) continue;
    if (left === 0 || left <= rest) return begun + left;
    left -= rest;
  }
  return undefined;
}
