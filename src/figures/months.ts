import { DAY } from '../calendar/dates.ts';
import { monthOf, parsePeriod } from '../calendar/periods.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Instant, Period } from '../domain/time.ts';

/** The month of the zone that an instant lies in; `undefined` beyond the years 0 to 9999. Quick for millions of instants. */
export function monthFinder(there: Zone): (at: Instant) => Period | undefined {
  const months = new Map<string, Period | undefined>();
  /** By day of UTC; on the days on which months meet the one asked for last. */
  const byDay = new Map<number, Period>();

  function find(at: Instant): Period | undefined {
    const label = monthOf(at, there);
    if (!months.has(label)) months.set(label, parsePeriod(label, there));
    const month = months.get(label);
    // Clocks that go back over midnight show the last minutes of a month once more: they are the next one's.
    return month === undefined || at < month.end ? month : find(month.end);
  }

  return (at) => {
    const day = Math.floor(at / DAY);
    const known = byDay.get(day);
    if (known !== undefined && known.start <= at && at < known.end) return known;
    const month = find(at);
    if (month !== undefined) byDay.set(day, month);
    return month;
  };
}

/** Months by number, in the order in which they are asked for. */
export interface MonthNumbers {
  readonly months: readonly (Period | undefined)[];
  numberAt(at: Instant): number;
}

/** The days from 1970 to 2059: on those that lie in one month a look into a table is enough. */
const DAYS = 1 << 15;

/** The same by numbers, for hundreds of millions of instants. */
export function monthNumbers(monthAt: (at: Instant) => Period | undefined): MonthNumbers {
  const months: (Period | undefined)[] = [];
  const numbers = new Map<Period | undefined, number>();
  /** By day of UTC the number of the month and 1. */
  const byDay = new Int32Array(DAYS);

  function find(at: Instant, day: number): number {
    const month = monthAt(at);
    const number = numbers.get(month) ?? months.push(month) - 1;
    numbers.set(month, number);
    const isWhole = month !== undefined && month.start <= day * DAY && (day + 1) * DAY <= month.end;
    if (isWhole && day >= 0 && day < DAYS) byDay[day] = number + 1;
    return number;
  }

  return {
    months,
    numberAt(at) {
      const day = Math.floor(at / DAY);
      const known = byDay[day];
      return known === undefined || known === 0 ? find(at, day) : known - 1;
    },
  };
}
