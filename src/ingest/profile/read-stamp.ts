import { GRADES } from '../../domain/event-log.ts';
import type { DayOrder } from '../../domain/profile.ts';
import type { Instant } from '../../domain/time.ts';
import { DAY_FIRST, type DateOrder, dateOrders, MONTH_FIRST, ORDERS, YEAR_FIRST } from '../stamps/date-orders.ts';
import { stampReader } from '../stamps/stamp-reader.ts';

/** What one cell says, where it is a stamp. */
export interface CellStamp {
  /** `NaN` while nobody knows which figure is the day: `05/03/2026`. */
  readonly at: Instant;
  /** Index into `GRADES`. */
  readonly grade: number;
  /** Minutes east of UTC; `undefined` where none is written. */
  readonly offset: number | undefined;
}

/** Reads the stamps of one column as they stand, those without a zone as if they were UTC. */
export interface CellStamps {
  /** `undefined` for what is no stamp. */
  read(text: string): CellStamp | undefined;
  /** What the values read so far say; `undefined` where the question does not arise. */
  dayOrder(): DayOrder | undefined;
  /** A bit of `ORDERS`: in which order three figures are taken, as far as it is known. */
  order(): number;
}

const OFFSET = /(?<=\d)\s*(?:(Z)|([+-])(\d{2}):?(\d{2})?)$/i;
const LONGEST = 60;

export function cellStamps(): CellStamps {
  const orders = dateOrders({ file: '', line: 0 });
  const mapping = { column: '', values: new Map(), place: { file: '' }, formats: [], zone: 'UTC' };
  const reader = stampReader({ ...mapping, assume: 'undecided', ambiguous: 'earlier' }, undefined, orders);
  let asked: DateOrder | undefined;

  return {
    read(text) {
      if (text.length > LONGEST || !/\d/.test(text)) return undefined;
      const isRead = reader.read(text);
      if (!isRead && !reader.isUndecided) return undefined;
      if (reader.isUndecided || reader.notation === 'figures' || reader.notation === 'short-year') {
        asked ??= /(?:^|\D)\d{4}(?:\D|$)/.test(text) ? orders.long : orders.short;
      }
      if (!isRead) return { at: Number.NaN, grade: gradeOf(text), offset: undefined };
      return { at: reader.at, grade: reader.grade, offset: offsetOf(text) };
    },
    dayOrder() {
      if (asked === undefined) return undefined;
      if (asked.contradiction !== undefined) return 'contradictory';
      if (asked.orders === DAY_FIRST) return 'day-first';
      if (asked.orders === MONTH_FIRST) return 'month-first';
      return asked.orders === YEAR_FIRST ? undefined : 'undecided';
    },
    order: () => ORDERS.find(({ bit }) => bit === asked?.orders)?.bit ?? DAY_FIRST,
  };
}

/** Index into `GRADES`. */
function gradeOf(text: string): number {
  if (!text.includes(':')) return GRADES.indexOf('day');
  return GRADES.indexOf(/:\d{2}:\d{2}/.test(text) ? 'exact' : 'minute');
}

function offsetOf(text: string): number | undefined {
  // A date alone ends in figures after a dash.
  if (!text.includes(':')) return undefined;
  const parts = OFFSET.exec(text);
  if (parts === null) return undefined;
  if (parts[1] !== undefined) return 0;
  return (parts[2] === '-' ? -1 : 1) * (Number(parts[3]) * 60 + Number(parts[4] ?? 0));
}
