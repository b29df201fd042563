import { describe, expect, test } from 'vitest';
import { ownTables } from '../../../src/calendar/holidays/country-holidays.ts';
import { WITH_MAKE_UP } from '../../../src/report/rules/calendars.ts';
import { told } from './telling.ts';

type Row = readonly [calendar: string, english: readonly string[], chinese: readonly string[]];

/** Everything that is told of a calendar, its name first. */
describe('a calendar', () => {
  test.each<Row>([
    ['24x7', ['Open round the clock, every day of the year.'], ['全年每日 24 小时。']],
    ['{hours: {mon-sun: "00:00-24:00"}}', ['Open round the clock, every day of the year.'], ['全年每日 24 小时。']],
    [
      '{hours: {mon-fri: [08:30-12:00, 13:30-18:00], sat: [09:00-12:00]}}',
      [
        'Open: Monday to Friday 08:30-12:00 and 13:30-18:00; the break 12:00-13:30 does not count.',
        'Open: Saturday 09:00-12:00.',
        'Closed: Sunday.',
        'Public holidays change nothing.',
      ],
      [
        '工作时间：周一至周五 08:30-12:00、13:30-18:00，其间 12:00-13:30 为休息，不计时。',
        '工作时间：周六 09:00-12:00。',
        '休息日：周日。',
        '节假日不另作区分。',
      ],
    ],
    // Hours that adjoin are one stretch (S1): there is no break.
    [
      '{hours: {"mon,wed": [12:00-18:00, 08:00-12:00], "sat-sun": 22:00-06:00}}',
      [
        'Open: Monday and Wednesday 08:00-18:00.',
        'Open: Saturday and Sunday 22:00-06:00 the next day.',
        'Closed: Tuesday, Thursday and Friday.',
        'Hours that run over midnight belong to the day on which they begin.',
        'Public holidays change nothing.',
      ],
      [
        '工作时间：周一、周三 08:00-18:00。',
        '工作时间：周六、周日 22:00-次日 06:00。',
        '休息日：周二、周四、周五。',
        '跨越午夜的工作时间，算作开始那一日的工作时间。',
        '节假日不另作区分。',
      ],
    ],
    [
      '{timezone: Europe/Berlin, hours: {mon-sun: "18:00-24:00"}, holidays: [DE, US-CA]}',
      [
        'Its times of day are those of Europe/Berlin.',
        'Open: every day 18:00-24:00.',
        'Closed on public holidays: Germany and United States (US-CA).',
      ],
      [
        '所称时刻为 Europe/Berlin 时区的时间。',
        '工作时间：每日 18:00-24:00。',
        '法定节假日休息：德国、美国（US-CA）。',
      ],
    ],
    [
      '{hours: {tue-fri: "09:00-17:00"}, holidays: CN}',
      [
        'Open: Tuesday to Friday 09:00-17:00.',
        'Closed: Monday, Saturday and Sunday.',
        'Closed on public holidays: China.',
        'Days declared to be worked in exchange for a holiday are worked, with the hours of Tuesday.',
      ],
      [
        '工作时间：周二至周五 09:00-17:00。',
        '休息日：周一、周六、周日。',
        '法定节假日休息：中国。',
        '调休上班的日期照常上班，工作时间同周二。',
      ],
    ],
    [
      `{hours: {mon-fri: "09:00-17:00"}, holidays: [CN, firm/days.ics, 2026-12-31], make_up: fri, dates: {2026-10-10: "10:00-14:00", 2026-05-04: closed}, breaks: {2026-03-05: "10:00-11:00"}}`,
      [
        'Open: Monday to Friday 09:00-17:00.',
        'Closed: Saturday and Sunday.',
        'Closed on public holidays: China.',
        'Days declared to be worked in exchange for a holiday are worked, with the hours of Friday.',
        'Closed on the dates of the calendar file firm/days.ics.',
        'Closed on 2026-12-31.',
        'On 2026-10-10 open 10:00-14:00.',
        'On 2026-05-04 closed.',
        'On 2026-03-05 10:00-11:00 does not count.',
        'Where several of these speak of one date, its own hours come before holidays and days worked in exchange, and these before the days of the week; breaks are taken out last.',
      ],
      [
        '工作时间：周一至周五 09:00-17:00。',
        '休息日：周六、周日。',
        '法定节假日休息：中国。',
        '调休上班的日期照常上班，工作时间同周五。',
        '日历文件 firm/days.ics 所列的日期休息。',
        '下列日期休息：2026-12-31。',
        '2026-10-10 的工作时间为 10:00-14:00。',
        '2026-05-04 休息。',
        '2026-03-05 10:00-11:00 不计时。',
        '同一日期有不同规定的，该日期自己的工作时间优先于节假日和调休，节假日和调休优先于每周的工作时间；不计时的时段最后扣除。',
      ],
    ],
  ])('%s', (calendar, english, chinese) => {
    const { en, zh } = told('calendars', { calendars: `calendars:\n  shop: ${calendar}\n` });
    expect(en).toEqual(['shop', ...english]);
    expect(zh).toEqual(['shop', ...chinese]);
  });

  test('nothing is told where a policy names none', () => {
    expect(told('calendars', { calendars: '' }).en).toEqual([]);
  });
});

test('make-up days are told of the countries that have any', () => {
  expect(WITH_MAKE_UP).toEqual([...ownTables.keys()]);
});
