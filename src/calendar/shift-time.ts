import type { OpenTime, ServiceSpan } from '../domain/calendar.ts';
import type { Instant } from '../domain/time.ts';

/** Whose opening hours count from an instant on, until the next turn. */
export interface Turn {
  readonly from: Instant;
  readonly openTime: OpenTime;
  /** It is the shift of whoever holds the ticket, and a proof names its calendar. */
  readonly isShift: boolean;
}

/**
 * Open time that goes from one calendar to the next as a ticket goes from hand to hand.
 *
 * @param turns in order, at least one; the first begins at -Infinity. An instant at which a turn begins is the turn's.
 */
export function shiftTime(turns: readonly Turn[]): OpenTime {
  const endOf = (index: number): Instant => turns[index + 1]?.from ?? Infinity;

  /** The last turn that begins by then. */
  function turnAt(instant: Instant): number {
    let index = turns.length - 1;
    while (index > 0 && turns[index]!.from > instant) index--;
    return index;
  }

  return {
    definition: turns[0]!.openTime.definition,
    between(start, end) {
      let sum = 0;
      for (let index = turnAt(start); index < turns.length && turns[index]!.from < end; index++) {
        const { from, openTime } = turns[index]!;
        sum += openTime.between(Math.max(start, from), Math.min(end, endOf(index)));
      }
      return sum;
    },
    after(start, amount) {
      let left = amount;
      for (let index = turnAt(start); index < turns.length; index++) {
        const { from, openTime } = turns[index]!;
        const begin = Math.max(start, from);
        const end = endOf(index);
        if (end === Infinity) return openTime.after(begin, left);
        // Used up exactly at the end of a turn is used up in it (S5); of nothing, the next opening is asked for.
        const here = openTime.between(begin, end);
        if (here > 0 && here >= left) return openTime.after(begin, left);
        left -= here;
      }
      return undefined;
    },
    workingDayEnd: (start, days, end) => turns[turnAt(start)]!.openTime.workingDayEnd(start, days, end),
    spans(start, end) {
      const spans: ServiceSpan[] = [];
      for (let index = turnAt(start); index < turns.length && turns[index]!.from < end; index++) {
        const { from, openTime, isShift } = turns[index]!;
        const { id } = openTime.definition;
        for (const span of openTime.spans(Math.max(start, from), Math.min(end, endOf(index)))) {
          spans.push(isShift ? { ...span, shift: id } : span);
        }
      }
      return spans;
    },
    unknownHolidayYears: (start, end) => turns.flatMap(({ openTime }) => openTime.unknownHolidayYears(start, end)),
  };
}
