import { describe, expect, it } from 'vitest';
import { keyOf } from '../../src/calendar/holidays/holidays.ts';
import { loadHolidays } from '../../src/calendar/holidays/load-holidays.ts';
import { openTime } from '../../src/calendar/open-time.ts';
import type { ServiceSpan } from '../../src/domain/calendar.ts';
import { calendar, daily, iso, utc, weekdays } from './calendar-definition.ts';

const HOUR = 3_600_000;

// 2026-03-02 is a Monday. In New York the clocks go forward on 2026-03-08 at 02:00, back on 2026-11-01 at 02:00.
const office = calendar({ hours: weekdays('09:00-17:00') });
const nights = calendar({ hours: weekdays('22:00-06:00') });
const china = calendar({ timezone: 'Asia/Shanghai', hours: weekdays('09:00-12:00 13:00-18:00'), holidays: ['CN'] });
const roundTheClock = calendar({ timezone: 'America/New_York', hours: daily('00:00-24:00') });
/** Never closed either, but counted by the index: the holiday is long past. */
const roundTheClockButOnce = { ...roundTheClock, holidays: [{ kind: 'date', date: 0 }] as const };
const sundays = (timezone: string, hours: string) => calendar({ timezone, hours: { sun: hours } });
const saturdays = (timezone: string, hours: string) => calendar({ timezone, hours: { sat: hours } });

describe('open time between two instants', () => {
  it.each([
    ['a whole day', office, '2026-03-02T00:00Z', '2026-03-03T00:00Z', 8],
    ['from opening to closing', office, '2026-03-02T09:00Z', '2026-03-02T17:00Z', 8],
    ['from closing to opening', office, '2026-03-02T17:00Z', '2026-03-03T09:00Z', 0],
    ['Friday 16:00 to Monday 10:00: 1 h + 1 h', office, '2026-03-06T16:00Z', '2026-03-09T10:00Z', 2],
    ['of no length', office, '2026-03-02T12:00Z', '2026-03-02T12:00Z', 0],
    ['the wrong way round', office, '2026-03-03T12:00Z', '2026-03-02T12:00Z', 0],
    ['the wrong way round, round the clock', roundTheClock, '2026-03-03T12:00Z', '2026-03-02T12:00Z', 0],
    ['a year of 261 weekdays', office, '2026-01-01T00:00Z', '2027-01-01T00:00Z', 261 * 8],
    ['a lunch hour is closed', china, '2026-03-02T00:00Z', '2026-03-03T00:00Z', 8],

    // S1
    ['a shift over midnight', nights, '2026-03-02T20:00Z', '2026-03-03T12:00Z', 8],
    ['only its part after midnight', nights, '2026-03-03T00:00Z', '2026-03-03T12:00Z', 6],
    ['belongs to its Friday', nights, '2026-03-07T00:00Z', '2026-03-09T00:00Z', 6],
    [
      'a holiday on the date it starts takes it away',
      { ...nights, ...calendar({ hours: weekdays('22:00-06:00'), holidays: ['2026-03-06'] }) },
      '2026-03-06T12:00Z',
      '2026-03-07T12:00Z',
      0,
    ],
    [
      'a holiday on the date it ends does not',
      calendar({ hours: daily('22:00-06:00'), holidays: ['2026-03-07'] }),
      '2026-03-06T12:00Z',
      '2026-03-07T12:00Z',
      8,
    ],
    [
      'nor does a date’s own entry',
      calendar({ hours: daily('22:00-06:00'), dates: { '2026-03-07': '' } }),
      '2026-03-06T12:00Z',
      '2026-03-07T12:00Z',
      8,
    ],
    [
      'overlapping shifts count once: 22–06 and 05–10 are 12 h',
      calendar({ hours: { fri: '22:00-06:00', sat: '05:00-10:00' } }),
      '2026-03-06T00:00Z',
      '2026-03-08T00:00Z',
      12,
    ],

    // S2
    ['a 23-hour Sunday', roundTheClock, '2026-03-08T05:00Z', '2026-03-09T04:00Z', 23],
    ['a 25-hour Sunday', roundTheClock, '2026-11-01T04:00Z', '2026-11-02T05:00Z', 25],
    ['a 23-hour Sunday, indexed', roundTheClockButOnce, '2026-03-08T05:00Z', '2026-03-09T04:00Z', 23],
    ['a 25-hour Sunday, indexed', roundTheClockButOnce, '2026-11-01T04:00Z', '2026-11-02T05:00Z', 25],

    // S3: the hour from 02:00 to 03:00 does not exist
    ['across a gap', sundays('America/New_York', '01:00-04:00'), '2026-03-08T00:00Z', '2026-03-09T00:00Z', 2],
    ['opening in a gap', sundays('America/New_York', '02:30-05:00'), '2026-03-08T00:00Z', '2026-03-09T00:00Z', 2],
    ['closing in a gap', sundays('America/New_York', '00:30-02:30'), '2026-03-08T00:00Z', '2026-03-09T00:00Z', 1.5],
    ['within a gap', sundays('America/New_York', '02:15-02:45'), '2026-03-08T00:00Z', '2026-03-09T00:00Z', 0],
    ['the whole gap', sundays('America/New_York', '02:00-03:00'), '2026-03-08T00:00Z', '2026-03-09T00:00Z', 0],
    // S3: the hour from 01:00 to 02:00 is there twice
    ['across an overlap', sundays('America/New_York', '00:00-03:00'), '2026-11-01T00:00Z', '2026-11-02T00:00Z', 4],
    [
      'opening in an overlap',
      sundays('America/New_York', '01:30-03:00'),
      '2026-11-01T00:00Z',
      '2026-11-02T00:00Z',
      2.5,
    ],
    [
      'closing in an overlap',
      sundays('America/New_York', '00:00-01:30'),
      '2026-11-01T00:00Z',
      '2026-11-02T00:00Z',
      2.5,
    ],
    ['within an overlap', sundays('America/New_York', '01:15-01:45'), '2026-11-01T00:00Z', '2026-11-02T00:00Z', 1.5],
    ['up to an overlap', sundays('America/New_York', '00:00-01:00'), '2026-11-01T00:00Z', '2026-11-02T00:00Z', 2],
    ['from its end', sundays('America/New_York', '02:00-03:00'), '2026-11-01T00:00Z', '2026-11-02T00:00Z', 1],
    ['a gap of 30 min', sundays('Australia/Lord_Howe', '01:00-03:00'), '2026-10-03T00:00Z', '2026-10-05T00:00Z', 1.5],
    [
      'an overlap of 30 min',
      sundays('Australia/Lord_Howe', '01:00-03:00'),
      '2026-04-04T00:00Z',
      '2026-04-06T00:00Z',
      2.5,
    ],
    [
      'a date without midnight',
      sundays('America/Sao_Paulo', '00:00-02:00'),
      '2018-11-04T00:00Z',
      '2018-11-05T00:00Z',
      1,
    ],
    [
      'closing at the missing midnight',
      saturdays('America/Sao_Paulo', '22:00-24:00'),
      '2018-11-03T12:00Z',
      '2018-11-05T00:00Z',
      2,
    ],
    [
      'an hour before midnight twice',
      saturdays('America/Sao_Paulo', '22:00-24:00'),
      '2018-02-17T12:00Z',
      '2018-02-19T00:00Z',
      3,
    ],
    [
      'a week without its Friday: 4 days of 8 h',
      calendar({ timezone: 'Pacific/Apia', hours: weekdays('09:00-17:00') }),
      '2011-12-26T10:00Z',
      '2012-01-01T10:00Z',
      32,
    ],

    // S11
    ['China’s National Day week, Oct 1–7', china, '2026-09-30T16:00Z', '2026-10-07T16:00Z', 0],
    ['a make-up Saturday has Monday’s hours', china, '2026-10-09T16:00Z', '2026-10-10T16:00Z', 8],
    [
      'or those the calendar says',
      {
        ...china,
        ...calendar({
          timezone: 'Asia/Shanghai',
          hours: { mon: '09:00-18:00', fri: '09:00-12:00' },
          holidays: ['CN'],
          makeUp: 4,
        }),
      },
      '2026-10-09T16:00Z',
      '2026-10-10T16:00Z',
      3,
    ],
    [
      'a make-up day stands above Saturday’s own hours',
      calendar({
        timezone: 'Asia/Shanghai',
        hours: { ...weekdays('09:00-18:00'), sat: '09:00-12:00' },
        holidays: ['CN'],
      }),
      '2026-10-09T16:00Z',
      '2026-10-10T16:00Z',
      9,
    ],
    [
      'a listed date closes a make-up day',
      calendar({ timezone: 'Asia/Shanghai', hours: weekdays('09:00-18:00'), holidays: ['2026-10-10', 'CN'] }),
      '2026-10-09T16:00Z',
      '2026-10-10T16:00Z',
      0,
    ],
    [
      'a holiday on a weekend changes nothing: Mon–Fri 40 h',
      calendar({ hours: weekdays('09:00-17:00'), holidays: ['2026-03-07'] }),
      '2026-03-02T00:00Z',
      '2026-03-09T00:00Z',
      40,
    ],
    [
      'a holiday on a weekday: 32 h',
      calendar({ hours: weekdays('09:00-17:00'), holidays: ['2026-03-04'] }),
      '2026-03-02T00:00Z',
      '2026-03-09T00:00Z',
      32,
    ],
    [
      'a date’s own hours stand above a holiday',
      calendar({ hours: weekdays('09:00-17:00'), holidays: ['2026-03-04'], dates: { '2026-03-04': '10:00-12:00' } }),
      '2026-03-04T00:00Z',
      '2026-03-05T00:00Z',
      2,
    ],
    [
      'a date’s own hours on a Sunday',
      calendar({ hours: weekdays('09:00-17:00'), dates: { '2026-03-08': '10:00-12:00' } }),
      '2026-03-07T00:00Z',
      '2026-03-09T00:00Z',
      2,
    ],
    [
      'breaks come off last: 8 h − 1 h',
      calendar({ hours: weekdays('09:00-17:00'), breaks: { '2026-03-05': '10:00-11:00' } }),
      '2026-03-05T00:00Z',
      '2026-03-06T00:00Z',
      7,
    ],
    [
      'of a date’s own hours, too: 10–12 − 11–13',
      calendar({ dates: { '2026-03-05': '10:00-12:00' }, breaks: { '2026-03-05': '11:00-13:00' } }),
      '2026-03-05T00:00Z',
      '2026-03-06T00:00Z',
      1,
    ],
    [
      'a break after midnight, on the date it is on: 8 h − 1 h',
      calendar({ hours: { fri: '22:00-06:00' }, breaks: { '2026-03-07': '01:00-02:00' } }),
      '2026-03-06T00:00Z',
      '2026-03-08T00:00Z',
      7,
    ],
    [
      'a break over midnight',
      calendar({ hours: { fri: '22:00-06:00' }, breaks: { '2026-03-06': '23:00-01:00' } }),
      '2026-03-06T00:00Z',
      '2026-03-08T00:00Z',
      6,
    ],
  ])('%s', (_, definition, start, end, hours) => {
    expect(openTime(definition).between(utc(start), utc(end)) / HOUR).toBe(hours);
  });

  it('is the same in whatever order questions are asked', () => {
    const questions = ['2026', '2019', '2031', '2020', '2040', '1999'].map((year) => ({
      start: utc(`${year}-01-01T00:00Z`),
      end: utc(`${Number(year) + 2}-07-01T00:00Z`),
    }));
    const asked = openTime(office);
    for (const { start, end } of questions) {
      expect(asked.between(start, end)).toBe(openTime(office).between(start, end));
    }
  });

  it('counts from the year 1 to the year 9999 and nothing beyond', () => {
    const open = openTime(calendar({ hours: { mon: '00:00-24:00' } }));
    // 9 999 years are 24 cycles of 400 years with 20 871 weeks each, and 399 years of 145 731 days. The cycle begins
    // with a Monday (0001-01-01), and so does the rest: 145 731 days are 20 818 weeks and 5 days, 20 819 Mondays.
    expect(open.between(-8e15, 8e15) / HOUR).toBe((24 * 20_871 + 20_819) * 24);
    expect(open.between(utc('+010000-01-01T00:00:00Z'), 8e15)).toBe(0);
  });

  it('refuses a calendar whose zone is none', () => {
    expect(() => openTime(calendar({ timezone: 'Asia/Nowhere' }))).toThrow('Asia/Nowhere');
  });
});

describe('the instant by which open time has passed', () => {
  const once = calendar({ dates: { '2026-03-04': '09:00-17:00' } });

  it.each([
    ['within a day', office, '2026-03-02T10:00Z', 2 * HOUR, '2026-03-02T12:00:00Z'],
    ['used up exactly at closing (S5)', office, '2026-03-06T16:00Z', HOUR, '2026-03-06T17:00:00Z'],
    ['a millisecond more', office, '2026-03-06T16:00Z', HOUR + 1, '2026-03-09T09:00:00.001Z'],
    ['from closing', office, '2026-03-06T17:00Z', HOUR, '2026-03-09T10:00:00Z'],
    ['from the weekend (S10)', office, '2026-03-07T12:00Z', HOUR, '2026-03-09T10:00:00Z'],
    ['three weeks', office, '2026-03-02T09:00Z', 120 * HOUR, '2026-03-20T17:00:00Z'],
    ['into the next year', office, '2026-12-31T16:00Z', 9 * HOUR, '2027-01-01T17:00:00Z'],
    ['nothing, while open', office, '2026-03-02T12:00Z', 0, '2026-03-02T12:00:00Z'],
    ['nothing, at opening', office, '2026-03-02T09:00Z', 0, '2026-03-02T09:00:00Z'],
    ['nothing, a millisecond before closing', office, '2026-03-06T16:59:59.999Z', 0, '2026-03-06T16:59:59.999Z'],
    ['nothing, at closing', office, '2026-03-06T17:00Z', 0, '2026-03-09T09:00:00Z'],
    ['nothing, at the last closing of the year', office, '2027-12-31T17:00Z', 0, '2028-01-03T09:00:00Z'],
    ['a shift across New Year’s Eve', nights, '2026-12-31T22:00Z', 8 * HOUR, '2027-01-01T06:00:00Z'],
    // Thursday 31 December 22–23 and, of the same date, 26–30, which is Friday 02–06; Friday's own 00–01 lies between.
    [
      'before the rest of a shift, at the turn of the year',
      {
        ...office,
        hours: office.hours.map((_, day) =>
          day === 3
            ? [
                { from: 22 * HOUR, to: 23 * HOUR },
                { from: 26 * HOUR, to: 30 * HOUR },
              ]
            : [{ from: 0, to: HOUR }],
        ),
      },
      '2026-12-31T22:00Z',
      2 * HOUR,
      '2027-01-01T01:00:00Z',
    ],
    ['over a 25-hour day', roundTheClock, '2026-11-01T04:00Z', 25 * HOUR, '2026-11-02T05:00:00Z'],
    ['over a 25-hour day, indexed', roundTheClockButOnce, '2026-11-01T04:00Z', 25 * HOUR, '2026-11-02T05:00:00Z'],
    ['nothing, round the clock', roundTheClock, '2026-11-01T04:00Z', 0, '2026-11-01T04:00:00Z'],
    ['over the National Day week', china, '2026-09-30T09:00Z', 2 * HOUR, '2026-10-08T02:00:00Z'],
    [
      'adjoining spans across midnight',
      calendar({ hours: { sat: '18:00-24:00', sun: '00:00-06:00' } }),
      '2026-03-07T18:00Z',
      12 * HOUR,
      '2026-03-08T06:00:00Z',
    ],
    ['all there is', once, '2020-01-01T00:00Z', 8 * HOUR, '2026-03-04T17:00:00Z'],
    ['more than there is', once, '2026-03-04T00:00Z', 8 * HOUR + 1, undefined],
    ['after all there is', once, '2026-03-04T17:00Z', 0, undefined],
    ['never open', calendar({}), '2026-03-04T17:00Z', 0, undefined],
    ['never open, with a date', calendar({ dates: { '2026-03-04': '' } }), '2026-03-04T00:00Z', 1, undefined],
    ['more than 400 years hold', office, '2026-03-02T09:00Z', 400 * 262 * 8 * HOUR, undefined],
    ['beyond the year 9999', office, '+010000-01-01T00:00:00Z', HOUR, undefined],
    ['from before the year 1', office, '-000100-01-01T00:00:00Z', 8 * HOUR, '0001-01-01T17:00:00Z'],
  ])('%s', (_, definition, start, amount, expected) => {
    expect(iso(openTime(definition).after(utc(start), amount))).toBe(expected);
  });
});

describe('the end of a working day (S9)', () => {
  const brokenFriday = calendar({ hours: weekdays('09:00-17:00'), breaks: { '2026-03-06': '09:30-10:30' } });
  const noFriday = calendar({ hours: weekdays('09:00-17:00'), breaks: { '2026-03-06': '08:00-18:00' } });
  const earlyFriday = calendar({ hours: { ...weekdays('09:00-17:00'), fri: '09:00-12:00' } });

  it.each([
    ['the next day’s closing', office, '2026-03-05T10:00Z', 1, 'closing', '2026-03-06T17:00:00Z'],
    ['whatever the hour', office, '2026-03-05T23:30Z', 1, 'closing', '2026-03-06T17:00:00Z'],
    ['Friday: Monday’s', office, '2026-03-06T10:00Z', 1, 'closing', '2026-03-09T17:00:00Z'],
    ['Saturday: Monday’s', office, '2026-03-07T10:00Z', 1, 'closing', '2026-03-09T17:00:00Z'],
    ['three days from a Wednesday: Monday', office, '2026-03-04T10:00Z', 3, 'closing', '2026-03-09T17:00:00Z'],
    ['a short day’s own closing', earlyFriday, '2026-03-05T16:00Z', 1, 'closing', '2026-03-06T12:00:00Z'],
    ['the last of two closings', china, '2026-03-05T02:00Z', 1, 'closing', '2026-03-06T10:00:00Z'],
    ['over the National Day week', china, '2026-09-30T09:00Z', 1, 'closing', '2026-10-08T10:00:00Z'],
    ['a make-up Saturday is a working day', china, '2026-09-30T09:00Z', 3, 'closing', '2026-10-10T10:00:00Z'],
    // 2026-09-30T16:30Z is already 1 October in Shanghai, 15:30Z still 30 September.
    [
      'the date is the local one',
      calendar({ timezone: 'Asia/Shanghai', hours: weekdays('09:00-17:00') }),
      '2026-09-30T16:30Z',
      1,
      'closing',
      '2026-10-02T09:00:00Z',
    ],
    [
      'to the last minute',
      calendar({ timezone: 'Asia/Shanghai', hours: weekdays('09:00-17:00') }),
      '2026-09-30T15:30Z',
      1,
      'closing',
      '2026-10-01T09:00:00Z',
    ],
    ['a shift over midnight closes on the morrow', nights, '2026-03-05T10:00Z', 1, 'closing', '2026-03-07T06:00:00Z'],
    [
      'a morning with yesterday’s shift is no working day',
      nights,
      '2026-03-07T03:00Z',
      1,
      'closing',
      '2026-03-10T06:00:00Z',
    ],
    ['a date all break is no working day', noFriday, '2026-03-05T10:00Z', 1, 'closing', '2026-03-09T17:00:00Z'],
    [
      'a date that the zone skipped is no working day',
      calendar({ timezone: 'Pacific/Apia', hours: daily('09:00-17:00') }),
      '2011-12-29T20:00Z',
      1,
      'closing',
      '2011-12-31T03:00:00Z',
    ],
    [
      'round the clock, a day closes at midnight',
      roundTheClock,
      '2026-03-06T17:00Z',
      1,
      'closing',
      '2026-03-08T05:00:00Z',
    ],
    ['no days: today’s closing', office, '2026-03-05T10:00Z', 0, 'closing', '2026-03-05T17:00:00Z'],
    ['no days, on a Sunday: Monday’s', office, '2026-03-08T10:00Z', 0, 'closing', '2026-03-09T17:00:00Z'],

    ['the same time', office, '2026-03-05T10:15:30Z', 1, 'same-time', '2026-03-06T10:15:30Z'],
    ['after hours: the opening after', office, '2026-03-05T18:00Z', 1, 'same-time', '2026-03-09T09:00:00Z'],
    ['before hours: the opening', office, '2026-03-05T07:00Z', 1, 'same-time', '2026-03-06T09:00:00Z'],
    ['at closing: the opening after', office, '2026-03-05T17:00Z', 1, 'same-time', '2026-03-09T09:00:00Z'],
    ['in a break: its end', brokenFriday, '2026-03-05T10:00Z', 1, 'same-time', '2026-03-06T10:30:00Z'],
    ['in a break, exactly', brokenFriday, '2026-03-05T10:00Z', 1, 'same-time-exact', '2026-03-06T10:00:00Z'],
    ['after hours, exactly', office, '2026-03-05T18:00Z', 1, 'same-time-exact', '2026-03-06T18:00:00Z'],
    ['a time that the day does not have', roundTheClock, '2026-03-07T07:30Z', 1, 'same-time', '2026-03-08T07:30:00Z'],
    ['a time that the day has twice', roundTheClock, '2026-10-31T05:30Z', 1, 'same-time', '2026-11-01T05:30:00Z'],
    ['no days, open', office, '2026-03-05T10:00Z', 0, 'same-time', '2026-03-05T10:00:00Z'],
    ['no days, closed', office, '2026-03-05T18:00Z', 0, 'same-time', '2026-03-06T09:00:00Z'],
    ['no days, exactly', office, '2026-03-05T18:00Z', 0, 'same-time-exact', '2026-03-05T18:00:00Z'],

    ['never open', calendar({}), '2026-03-05T18:00Z', 1, 'closing', undefined],
    [
      'no working day left',
      calendar({ dates: { '2026-03-04': '09:00-17:00' } }),
      '2026-03-04T10:00Z',
      1,
      'same-time',
      undefined,
    ],
    [
      'the last one',
      calendar({ dates: { '2026-03-04': '09:00-17:00' } }),
      '2026-03-01T10:00Z',
      1,
      'closing',
      '2026-03-04T17:00:00Z',
    ],
  ] as const)('%s', (_, definition, start, days, end, expected) => {
    expect(iso(openTime(definition).workingDayEnd(utc(start), days, end))).toBe(expected);
  });
});

describe('stretches with their reasons', () => {
  const told = (spans: readonly ServiceSpan[]) =>
    spans.map(({ start, end, open, reason, name }) =>
      [iso(start), iso(end), open ? 'open' : 'closed', reason, ...(name ? [name] : [])].join(' '),
    );

  it('tells a weekend as one stretch', () => {
    expect(told(openTime(office).spans(utc('2026-03-06T16:30Z'), utc('2026-03-09T11:00Z')))).toEqual([
      '2026-03-06T16:30:00Z 2026-03-06T17:00:00Z open hours',
      '2026-03-06T17:00:00Z 2026-03-09T09:00:00Z closed outside-hours',
      '2026-03-09T09:00:00Z 2026-03-09T11:00:00Z open hours',
    ]);
  });

  it('names holidays and make-up days', () => {
    // From Wed 30 September 17:00 to Sat 10 October 19:00 in Shanghai.
    expect(told(openTime(china).spans(utc('2026-09-30T09:00Z'), utc('2026-10-10T11:00Z')))).toEqual([
      '2026-09-30T09:00:00Z 2026-09-30T10:00:00Z open hours',
      '2026-09-30T10:00:00Z 2026-09-30T16:00:00Z closed outside-hours',
      '2026-09-30T16:00:00Z 2026-10-07T16:00:00Z closed holiday 国庆节',
      '2026-10-07T16:00:00Z 2026-10-08T01:00:00Z closed outside-hours',
      '2026-10-08T01:00:00Z 2026-10-08T04:00:00Z open hours',
      '2026-10-08T04:00:00Z 2026-10-08T05:00:00Z closed outside-hours',
      '2026-10-08T05:00:00Z 2026-10-08T10:00:00Z open hours',
      '2026-10-08T10:00:00Z 2026-10-09T01:00:00Z closed outside-hours',
      '2026-10-09T01:00:00Z 2026-10-09T04:00:00Z open hours',
      '2026-10-09T04:00:00Z 2026-10-09T05:00:00Z closed outside-hours',
      '2026-10-09T05:00:00Z 2026-10-09T10:00:00Z open hours',
      '2026-10-09T10:00:00Z 2026-10-10T01:00:00Z closed outside-hours',
      '2026-10-10T01:00:00Z 2026-10-10T04:00:00Z open make-up 国庆节',
      '2026-10-10T04:00:00Z 2026-10-10T05:00:00Z closed outside-hours',
      '2026-10-10T05:00:00Z 2026-10-10T10:00:00Z open make-up 国庆节',
      '2026-10-10T10:00:00Z 2026-10-10T11:00:00Z closed outside-hours',
    ]);
  });

  it('tells dates, breaks, and a shift that runs into a holiday', () => {
    const definition = calendar({
      hours: daily('22:00-06:00'),
      holidays: ['2026-03-04'],
      dates: { '2026-03-05': '10:00-12:00', '2026-03-06': '' },
      breaks: { '2026-03-04': '01:00-02:00' },
    });
    expect(told(openTime(definition).spans(utc('2026-03-03T22:30Z'), utc('2026-03-07T23:00Z')))).toEqual([
      '2026-03-03T22:30:00Z 2026-03-04T01:00:00Z open hours',
      '2026-03-04T01:00:00Z 2026-03-04T02:00:00Z closed break',
      '2026-03-04T02:00:00Z 2026-03-04T06:00:00Z open hours',
      '2026-03-04T06:00:00Z 2026-03-05T00:00:00Z closed holiday',
      '2026-03-05T00:00:00Z 2026-03-05T10:00:00Z closed outside-hours',
      '2026-03-05T10:00:00Z 2026-03-05T12:00:00Z open date',
      '2026-03-05T12:00:00Z 2026-03-06T00:00:00Z closed outside-hours',
      '2026-03-06T00:00:00Z 2026-03-07T00:00:00Z closed date',
      '2026-03-07T00:00:00Z 2026-03-07T22:00:00Z closed outside-hours',
      '2026-03-07T22:00:00Z 2026-03-07T23:00:00Z open hours',
    ]);
  });

  it('is one stretch round the clock', () => {
    expect(told(openTime(roundTheClock).spans(utc('2026-03-06T00:00Z'), utc('2026-03-16T00:00Z')))).toEqual([
      '2026-03-06T00:00:00Z 2026-03-16T00:00:00Z open always',
    ]);
  });

  it.each([office, roundTheClock])('is nothing for nothing', (definition) => {
    const at = utc('2026-03-06T12:00Z');
    expect(openTime(definition).spans(at, at)).toEqual([]);
    expect(openTime(definition).spans(at, at - 1)).toEqual([]);
  });
});

describe('years whose holidays are not known', () => {
  // The year 2027 begins in Shanghai at 2026-12-31T16:00Z; its holidays are announced in November 2026.
  it.each([
    ['within the known', china, '2026-01-01T00:00Z', '2026-12-31T16:00Z', []],
    ['a millisecond beyond', china, '2026-01-01T00:00Z', '2026-12-31T16:00:00.001Z', ['CN 2027']],
    ['before the known', china, '2002-06-01T00:00Z', '2004-06-01T00:00Z', ['CN 2002', 'CN 2003']],
    ['none asked for', office, '2030-01-01T00:00Z', '2031-01-01T00:00Z', []],
    ['no time', china, '2030-01-01T00:00Z', '2030-01-01T00:00Z', []],
  ])('%s', (_, definition, start, end, expected) => {
    const years = openTime(definition).unknownHolidayYears(utc(start), utc(end));
    expect(years.map(({ list, year }) => `${keyOf(list)} ${year}`)).toEqual(expected);
  });

  it('each list is asked once', async () => {
    const definition = calendar({ holidays: ['DE', 'CN', 'DE', '2077-05-01'] });
    const open = openTime(definition, await loadHolidays([definition]));
    // China's are known to 2026, the library's to 2076.
    const years = open.unknownHolidayYears(utc('2026-06-01T00:00Z'), utc('2027-06-01T00:00Z'));
    expect(years.map(({ list, year }) => `${keyOf(list)} ${year}`)).toEqual(['CN 2027']);
    const later = open.unknownHolidayYears(utc('2076-06-01T00:00Z'), utc('2077-06-01T00:00Z'));
    expect(later.map(({ list, year }) => `${keyOf(list)} ${year}`)).toEqual(['DE 2077', 'CN 2076', 'CN 2077']);
  });
});

describe('holidays from lists', () => {
  const hours = weekdays('09:00-17:00');

  it('of a country and of a region, in the calendar’s own dates', async () => {
    // 3 October 2025 is a Friday; Berlin is at UTC+02:00: Thursday 15:00–17:00 and Monday 09:00–10:00, 2 h + 1 h.
    const berlin = calendar({ timezone: 'Europe/Berlin', hours, holidays: ['DE'] });
    const open = openTime(berlin, await loadHolidays([berlin]));
    expect(open.between(utc('2025-10-02T13:00Z'), utc('2025-10-06T08:00Z'))).toBe(3 * HOUR);
    expect(open.spans(utc('2025-10-03T00:00Z'), utc('2025-10-03T20:00Z'))).toMatchObject([
      { open: false, reason: 'holiday', name: 'Tag der Deutschen Einheit' },
    ]);
  });

  it('that are not loaded are our bug, not working days', () => {
    expect(() => openTime(calendar({ hours, holidays: ['DE'] })).between(0, HOUR)).toThrow('"DE"');
  });
});
