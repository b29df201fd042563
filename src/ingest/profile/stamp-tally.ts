import { DAY } from '../../calendar/dates.ts';
import { GRADES } from '../../domain/event-log.ts';
import type { DayOrder, StampProfile } from '../../domain/profile.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { gapsBetween } from './gaps.ts';
import { mostFrequent } from './most-frequent.ts';
import { writtenLike } from './written-like.ts';

/** What one cell says, where it is a stamp. */
export interface CellStamp {
  /** `NaN` where it is written like one and cannot be read alone: `05/03/2026`. */
  readonly at: Instant;
  /** Index into `GRADES`. */
  readonly grade: number;
  /** Minutes east of UTC; `undefined` where none is written. */
  readonly offset: number | undefined;
}

/** Patterns, offsets and unreadable values that are told apart; a column of times has few. */
const MOST = 200;
const SHOWN = 8;
/** More dates than three centuries have are not counted each by itself. */
const MOST_DATES = 120_000;

export function stampTally() {
  const patterns = new Map<string, number>();
  const grades = new Map<number, number>();
  const offsets = new Set<number>();
  const days = new Set<LocalDate>();
  const unreadable = new Map<string, number>();
  const figures = { first: 0, second: 0, any: false };
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let withZone = 0;
  let unreadableRows = 0;

  const count = <Key>(into: Map<Key, number>, key: Key, rows: number): void => {
    if (into.has(key) || into.size < MOST) into.set(key, (into.get(key) ?? 0) + rows);
  };

  return {
    /** A value that is a stamp, met in so many rows. */
    add(text: string, { at, grade, offset }: CellStamp, rows: number): void {
      count(patterns, writtenLike(text), rows);
      count(grades, grade, rows);
      const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?!\d)/.exec(text);
      if (parts !== null) {
        figures.any = true;
        figures.first = Math.max(figures.first, Number(parts[1]));
        figures.second = Math.max(figures.second, Number(parts[2]));
      }
      if (offset !== undefined) {
        withZone += rows;
        if (offsets.size < MOST) offsets.add(offset);
      }
      if (Number.isNaN(at)) return;
      if (at < from) from = at;
      if (at > to) to = at;
      if (days.size < MOST_DATES) days.add(Math.floor(at / DAY));
    },
    /** A value that is none. */
    miss(text: string, rows: number): void {
      unreadableRows += rows;
      count(unreadable, text.slice(0, 60), rows);
    },
    finish(): StampProfile {
      const order = figures.any ? dayOrder(figures) : undefined;
      return {
        patterns: mostFrequent(patterns, SHOWN),
        precision: precision(grades),
        ...(from <= to && { from, to }),
        withZone,
        offsets: [...offsets].sort((a, b) => a - b).slice(0, SHOWN),
        ...(order !== undefined && { dayOrder: order }),
        unreadable: mostFrequent(unreadable, SHOWN),
        unreadableRows,
        gaps: days.size < MOST_DATES ? gapsBetween(days) : [],
      };
    },
  };
}

/** There is no thirteenth month. */
function dayOrder({ first, second }: { readonly first: number; readonly second: number }): DayOrder {
  if (first > 12 && second > 12) return 'contradictory';
  if (first > 12) return 'day-first';
  return second > 12 ? 'month-first' : 'undecided';
}

const WRITTEN = ['second', 'minute', 'hour', 'day'] as const;

function precision(grades: ReadonlyMap<number, number>): StampProfile['precision'] {
  const rowsOf = (grade: (typeof WRITTEN)[number]): number =>
    [...grades].reduce((sum, [index, rows]) => sum + (writtenTo(index) === grade ? rows : 0), 0);
  return WRITTEN.map((grade) => ({ grade, rows: rowsOf(grade) })).filter(({ rows }) => rows > 0);
}

function writtenTo(index: number): (typeof WRITTEN)[number] {
  const grade = GRADES[index];
  return grade === 'minute' || grade === 'hour' || grade === 'day' ? grade : 'second';
}
