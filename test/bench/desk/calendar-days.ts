import { weekday } from './desk.ts';
import { DAY, date } from './local-time.ts';

type Hours = readonly (readonly [opens: number, closes: number])[];

const WEEKDAY: Hours = [
  [9, 12],
  [13, 18],
];
const SATURDAY: Hours = [[10, 14]];
const WEEK: readonly Hours[] = [[], WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, SATURDAY];

/** The days on which the desk is closed; `policies/*.yaml` name the same. */
const HOLIDAYS = new Set(
  (
    '2024-01-01 2024-02-12 2024-02-13 2024-02-14 2024-02-15 2024-02-16 2024-04-04 2024-04-05 2024-05-01 2024-05-02 2024-05-03 ' +
    '2024-06-10 2024-09-16 2024-09-17 2024-10-01 2024-10-02 2024-10-03 2024-10-04 2024-10-07 2025-01-01 2025-01-28 2025-01-29 ' +
    '2025-01-30 2025-01-31 2025-02-03 2025-02-04 2025-04-04 2025-05-01 2025-05-02 2025-05-05 2025-06-02 2025-10-01 2025-10-02 ' +
    '2025-10-03 2025-10-06 2025-10-07 2025-10-08 2026-01-01'
  ).split(' '),
);

/**
 * The office hours as a table for programs that know no calendars: of each day its number since 1970, its date, the open
 * seconds before it, and its two stretches in seconds of the day, 0 and 0 where there is none. It reaches past the as-of
 * instant.
 */
export function calendarDays(): string {
  const lines = ['day,date,pre,s1,e1,s2,e2'];
  let open = 0;
  for (let day = Date.UTC(2023, 11, 25) / 1000 / DAY; day <= Date.UTC(2026, 1, 1) / 1000 / DAY; day++) {
    const hours = HOLIDAYS.has(date(day)) ? [] : (WEEK[weekday(day)] ?? []);
    const [[opens, closes] = [0, 0], [opensAgain, closesAgain] = [0, 0]] = hours;
    const seconds = [opens, closes, opensAgain, closesAgain].map((hour) => hour * 3_600);
    lines.push([day, date(day), open, ...seconds].join(','));
    open += (closes - opens + closesAgain - opensAgain) * 3_600;
  }
  return `${lines.join('\n')}\n`;
}
