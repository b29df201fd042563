import { describe, expect, it, test } from 'vitest';
import { formatDate } from '../../../src/calendar/dates.ts';
import type { Holidays } from '../../../src/calendar/holidays/holidays.ts';
import { type IcsCode, readIcs } from '../../../src/calendar/holidays/read-ics.ts';
import type { Reading } from '../../../src/domain/diagnostic.ts';
import { date } from '../calendar-definition.ts';

function read(...lines: readonly string[]): Reading<Holidays, IcsCode> {
  return readIcs('company.ics', ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
}

function readEvent(...lines: readonly string[]): Reading<Holidays, IcsCode> {
  return read('BEGIN:VEVENT', ...lines, 'END:VEVENT');
}

/** Every date from the start of 2024 to the end of 2032 that the file closes, as first..last. */
function closed({ value, diagnostics }: Reading<Holidays, IcsCode>): string[] {
  expect(diagnostics).toEqual([]);
  const runs: number[][] = [];
  for (let day = date('2024-01-01'); day <= date('2032-12-31'); day++) {
    if (value.entry(day) === undefined) continue;
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => [...new Set([run[0], run.at(-1)])].map((day) => formatDate(day ?? NaN)).join('..'));
}

describe('an event of whole days', () => {
  it.each<[string, string[], string[]]>([
    ['is one day without an end', ['DTSTART;VALUE=DATE:20261224'], ['2026-12-24']],
    ['may leave out that it is a date', ['DTSTART:20261224'], ['2026-12-24']],
    ['ends before DTEND', ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20270102'], ['2026-12-24..2027-01-01']],
    ['may have a number of days', ['DTSTART;VALUE=DATE:20261224', 'DURATION:P3D'], ['2026-12-24..2026-12-26']],
    ['or of weeks', ['DTSTART;VALUE=DATE:20260803', 'DURATION:P2W'], ['2026-08-03..2026-08-16']],
    ['that was cancelled is none', ['DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED'], []],
    [
      'comes back every year up to a count',
      ['DTSTART;VALUE=DATE:20241231', 'DTEND;VALUE=DATE:20250102', 'RRULE:FREQ=YEARLY;COUNT=3'],
      ['2024-12-31..2025-01-01', '2025-12-31..2026-01-01', '2026-12-31..2027-01-01'],
    ],
    [
      'up to a date, that one in',
      ['RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=10;BYMONTHDAY=5;UNTIL=20261005', 'DTSTART;VALUE=DATE:20251005'],
      ['2025-10-05', '2026-10-05'],
    ],
    [
      'up to the day before',
      ['DTSTART;VALUE=DATE:20251005', 'RRULE:UNTIL=20261004T235959Z;FREQ=YEARLY'],
      ['2025-10-05'],
    ],
    [
      'for ever, but for exceptions',
      ['DTSTART;VALUE=DATE:20291005', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20301005,20311005'],
      ['2029-10-05', '2032-10-05'],
    ],
    // RFC 5545, 3.3.10: dates that do not exist are passed over and not counted.
    [
      'on 29 February where there is one',
      ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;COUNT=3'],
      ['2024-02-29', '2028-02-29', '2032-02-29'],
    ],
  ])('%s', (_, lines, expected) => expect(closed(readEvent(...lines))).toEqual(expected));

  it('began long ago', () => {
    const { value } = readEvent('DTSTART;VALUE=DATE:19500501', 'RRULE:FREQ=YEARLY');
    expect([1949, 1950, 2026].map((year) => value.covers(year))).toEqual([false, true, true]);
    expect(value.entry(date('2026-05-01'))).toBeDefined();
  });

  it('has its SUMMARY for a name, the first on its date', () => {
    const { value } = read(
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261224',
      'SUMMARY;LANGUAGE=zh:公司年会\\, 全',
      ' 天\\n休息',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:second',
      'DTSTART;VALUE=DATE:20261224',
      'DTEND;VALUE=DATE:20261226',
      'END:VEVENT',
    );
    expect(value.entry(date('2026-12-24'))).toEqual({ kind: 'holiday', name: '公司年会, 全天\n休息' });
    expect(value.entry(date('2026-12-25'))).toEqual({ kind: 'holiday', name: 'second' });
  });
});

describe('a file', () => {
  it('may hold other parts, in any case, with any line ends', () => {
    const text = `\uFEFFbegin:vcalendar
PRODID;X="a;b:c":-//x
BEGIN:VTIMEZONE
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:VTIMEZONE
Begin:VEvent
dtstart;value=date:20261224
BEGIN:VALARM
TRIGGER:-PT15M
DURATION:PT15M
END:VALARM
End:vevent
end:vcalendar`;
    expect(closed(readIcs('company.ics', text))).toEqual(['2026-12-24']);
  });

  it('knows the years in which it has an event', () => {
    const { value } = readEvent('DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270102');
    expect([2025, 2026, 2027, 2028].map((year) => value.covers(year))).toEqual([false, true, true, false]);
  });
});

const DAY = 'DTSTART;VALUE=DATE:20261224';
const REFUSED: [string, string[], number, IcsCode][] = [
  ['nothing', [''], 1, 'bad-ics'],
  ['another file', ['ticket,created'], 1, 'bad-ics'],
  ['a line without a colon', ['BEGIN:VCALENDAR', 'VERSION', 'END:VCALENDAR'], 2, 'bad-ics'],
  ['a file cut short', ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', DAY], 2, 'bad-ics'],
  ['an end without a beginning', ['BEGIN:VCALENDAR', 'END:VEVENT'], 2, 'bad-ics'],
  ['no day', event('SUMMARY:x'), 2, 'bad-ics'],
  ['30 February', event('DTSTART;VALUE=DATE:20260230'), 3, 'bad-ics'],
  ['a day in words', event('DTSTART;VALUE=DATE:tomorrow'), 3, 'bad-ics'],
  ['an end before the start', event(DAY, 'DTEND;VALUE=DATE:20261224'), 4, 'bad-ics'],
  ['an end that is no date', event(DAY, 'DTEND:20261224T120000'), 4, 'bad-ics'],
  ['a length in hours', event(DAY, 'DURATION:PT8H'), 4, 'bad-ics'],
  ['a weekly rule', event('RRULE:FREQ=WEEKLY;BYDAY=FR', DAY), 3, 'bad-ics'],
  ['a rule by weekday', event(DAY, 'SUMMARY:x', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'), 5, 'bad-ics'],
  ['a rule of another day', event(DAY, 'RRULE:FREQ=YEARLY;BYMONTHDAY=25'), 4, 'bad-ics'],
  ['every second year', event(DAY, 'RRULE:FREQ=YEARLY;INTERVAL=2'), 4, 'bad-ics'],
  ['a rule without how often', event(DAY, 'RRULE:COUNT=3'), 4, 'bad-ics'],
  ['a count of none', event(DAY, 'RRULE:FREQ=YEARLY;COUNT=0'), 4, 'bad-ics'],
  ['count and end', event(DAY, 'RRULE:FREQ=YEARLY;COUNT=2;UNTIL=20291224'), 4, 'bad-ics'],
  ['an end of repetition that is no date', event(DAY, 'RRULE:FREQ=YEARLY;UNTIL=later'), 4, 'bad-ics'],
  ['two rules', event(DAY, 'RRULE:FREQ=YEARLY', 'RRULE:FREQ=YEARLY'), 5, 'bad-ics'],
  ['more dates', event(DAY, 'RDATE;VALUE=DATE:20271224'), 4, 'bad-ics'],
  ['a single occurrence that was moved', event(DAY, 'RECURRENCE-ID;VALUE=DATE:20261223'), 4, 'bad-ics'],
  ['an exception that is no date', event(DAY, 'RRULE:FREQ=YEARLY', 'EXDATE:20261224T000000'), 5, 'bad-ics'],
  ['a time of day', event('SUMMARY:Christmas lunch', 'DTSTART;TZID=Asia/Shanghai:20261224T120000'), 4, 'timed-event'],
  ['a time of day in UTC', event('DTSTART:20261224T120000Z'), 3, 'timed-event'],
];

function event(...lines: readonly string[]): string[] {
  return ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'];
}

test.each(REFUSED)('%s is told, by its line', (_, lines, line, code) => {
  const { value, diagnostics } = readIcs('company.ics', lines.join('\n'));
  expect(diagnostics).toMatchObject([{ code, place: { file: 'company.ics', line, column: 1 } }]);
  expect(value.entry(date('2026-12-24'))).toBeUndefined();
});
