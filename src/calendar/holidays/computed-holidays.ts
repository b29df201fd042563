import type { LocalDate } from '../../domain/time.ts';
import { DAY, HOUR } from '../dates.ts';
import type { HolidayEntry } from './holiday-table.ts';
import { byYear, type Holidays } from './holidays.ts';

/** The years for which each table of the library has every month; its Islamic calendar is the shortest. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2076;

/**
 * The public holidays of any country or region of `holidayCodes`, as the package date-holidays has them: substitute
 * days included, other kinds (bank, school, observance) not. What is announced from year to year it cannot know.
 *
 * The package takes 100 ms to load, so only those who need it pay for it.
 */
export async function computedHolidays(codes: readonly string[]): Promise<Map<string, Holidays>> {
  if (codes.length === 0) return new Map();
  const { default: Library } = await import('date-holidays');
  return new Map(
    codes.map((code) => {
      // In UTC a holiday's own wall-clock times come back, whatever the zone of its country or of this machine. Not
      // `types: ['public']`: rules that look at other kinds of days would then go astray (Näfelser Fahrt in Glarus).
      const country = new Library(code, { timezone: 'UTC' });
      const workOut = (year: number) => {
        const events = covers(year) ? [year - 1, year, year + 1].flatMap((each) => country.getHolidays(each)) : [];
        return datesOf(events.filter(({ type }) => type === 'public'));
      };
      return [code, byYear(covers, workOut)];
    }),
  );
}

function covers(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

interface Event {
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
}

/**
 * A holiday closes the dates whose daytime, from 6 to 18 o'clock, lies within it: Islamic and Jewish ones begin at
 * the sunset before, which the library puts at 18 o'clock; an afternoon off closes no date. The first name stands.
 */
function datesOf(events: readonly Event[]): Map<LocalDate, HolidayEntry> {
  const dates = new Map<LocalDate, HolidayEntry>();
  for (const { start, end, name } of events) {
    const first = Math.ceil((start.getTime() - 6 * HOUR) / DAY);
    const last = Math.floor((end.getTime() - 18 * HOUR) / DAY);
    for (let date = first; date <= last; date++) {
      if (!dates.has(date)) dates.set(date, { kind: 'holiday', name });
    }
  }
  return dates;
}
