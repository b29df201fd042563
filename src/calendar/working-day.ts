import type { OpenTime } from '../domain/calendar.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { NEVER_DAYS, type Opening } from './opening.ts';
import type { Zone } from './zone.ts';

/**
 * Working days are dates with open time. `closing` is the last close of the hours that begin on the date, which
 * for a span over midnight lies on the next (S1). Zero days: `closing` is that of the start date or, where that is
 * no working day, of the next; `same-time` is the start itself, moved to the next opening when closed.
 */
export function workingDayEnd(hours: Opening, place: Zone, after: OpenTime['after']): OpenTime['workingDayEnd'] {
  const closings = new Map<LocalDate, Instant | undefined>();

  function closingOf(date: LocalDate): Instant | undefined {
    if (!closings.has(date)) closings.set(date, hours.open(date).at(-1)?.end);
    return closings.get(date);
  }

  /** The `days`-th working day after `date`. */
  function count(date: LocalDate, days: number): LocalDate | undefined {
    const end = Math.min(date + NEVER_DAYS, hours.lastDate);
    let left = days;
    for (let next = date + 1; next <= end; next++) {
      if (closingOf(next) !== undefined && --left === 0) return next;
    }
    return undefined;
  }

  return (start, days, end) => {
    const { date, time } = place.local(start);
    if (end === 'closing') {
      const day = days > 0 ? count(date, days) : count(date - 1, 1);
      return day === undefined ? undefined : closingOf(day);
    }
    const day = days > 0 ? count(date, days) : date;
    if (day === undefined) return undefined;
    const sameTime = days > 0 ? place.instants(day, time).earlier : start;
    return end === 'same-time-exact' ? sameTime : after(sameTime, 0);
  };
}
