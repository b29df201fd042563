import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/calendar/dates.ts';
import { ownTables } from '../../../src/calendar/holidays/country-holidays.ts';
import { readHolidayTable } from '../../../src/calendar/holidays/holiday-table.ts';
import { date } from '../calendar-definition.ts';
import { generateCn } from './generate-cn.ts';

const require = createRequire(import.meta.url);
const china = ownTables.get('CN');

function kindOf(day: number) {
  return china?.entry(day)?.kind;
}

function datesOf(year: number): number[] {
  const first = date(`${year}-01-01`);
  return Array.from({ length: date(`${year + 1}-01-01`) - first }, (_, i) => first + i);
}

describe('tables of our own', () => {
  it('are known for some years', () => {
    expect([...ownTables.keys()]).toEqual(['CN']);
    expect([2003, 2004, 2026, 2027].map((year) => china?.covers(year))).toEqual([false, true, true, false]);
  });

  it('a table with a date that does not exist is our bug', () => {
    expect(() => readHolidayTable({ 2026: [['元旦', '02-28..02-30', '']] })).toThrow('2026-02-30');
  });
});

describe('holidays of China', () => {
  it('are what the generator prints', () => {
    const checkedIn = new URL('../../../src/calendar/holidays/cn.ts', import.meta.url);
    expect(readFileSync(checkedIn, 'utf8')).toBe(generateCn());
  });

  // Notice of the General Office of the State Council of 4 November 2025 on the holidays of 2026.
  it.each([
    ['元旦', '2026-01-01', '2026-01-03', 3, ['2026-01-04']],
    ['春节', '2026-02-15', '2026-02-23', 9, ['2026-02-14', '2026-02-28']],
    ['清明', '2026-04-04', '2026-04-06', 3, []],
    ['劳动节', '2026-05-01', '2026-05-05', 5, ['2026-05-09']],
    ['端午', '2026-06-19', '2026-06-21', 3, []],
    ['中秋', '2026-09-25', '2026-09-27', 3, []],
    ['国庆节', '2026-10-01', '2026-10-07', 7, ['2026-09-20', '2026-10-10']],
  ])('2026: %s from %s to %s', (name, first, last, days, makeUpDays) => {
    const named = datesOf(2026).filter((day) => china?.entry(day)?.name === name);
    const off = named.filter((day) => kindOf(day) === 'holiday');
    expect([off.at(0), off.at(-1), off.length]).toEqual([date(first), date(last), days]);
    expect(named.filter((day) => kindOf(day) === 'make-up').map(formatDate)).toEqual(makeUpDays);
  });

  it('2026: 33 days off and 6 make-up days', () => {
    expect(datesOf(2026).filter((day) => kindOf(day) === 'holiday')).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
    expect(datesOf(2026).filter((day) => kindOf(day) === 'make-up')).toHaveLength(6);
  });

  // Two sources: the one our table is printed from, and one that is independent of it.
  const chineseDays: { isWorkday(day: string): boolean } = require('chinese-days');

  it.each([2024, 2025, 2026])('%i: every day is what chinese-days says', (year) => {
    for (const day of datesOf(year)) {
      const isWeekend = [6, 0].includes(new Date(day * 86_400_000).getUTCDay());
      const isWorked = kindOf(day) === 'make-up' || (kindOf(day) === undefined && !isWeekend);
      expect([formatDate(day), isWorked]).toEqual([formatDate(day), chineseDays.isWorkday(formatDate(day))]);
    }
  });

  it.each([2024, 2025, 2026])('%i: every day is what holiday-calendar says', (year) => {
    const source: { dates: { date: string; type: string }[] } = JSON.parse(
      readFileSync(require.resolve(`holiday-calendar/data/CN/${year}.json`), 'utf8'),
    );
    const types: Record<string, string> = { public_holiday: 'holiday', transfer_workday: 'make-up' };
    const expected = new Map(source.dates.map(({ date: day, type }) => [day, types[type] ?? type]));
    for (const day of datesOf(year)) {
      expect([formatDate(day), kindOf(day)]).toEqual([formatDate(day), expected.get(formatDate(day))]);
    }
  });
});
