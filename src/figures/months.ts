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
