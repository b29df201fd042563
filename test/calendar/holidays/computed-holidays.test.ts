import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { civil, formatDate } from '../../../src/calendar/dates.ts';
import { holidayCodes } from '../../../src/calendar/holidays/codes.ts';
import { computedHolidays } from '../../../src/calendar/holidays/computed-holidays.ts';
import type { Holidays } from '../../../src/calendar/holidays/holidays.ts';
import { date } from '../calendar-definition.ts';
import { generateCodes, libraryCodes } from './generate-codes.ts';

let tables: ReadonlyMap<string, Holidays> = new Map();
beforeAll(async () => {
  tables = await computedHolidays(Array.from(holidayCodes));
});

function holidaysOf(code: string, year: number): string[] {
  const first = date(`${year}-01-01`);
  return Array.from({ length: 366 }, (_, i) => first + i)
    .filter((day) => civil(day).year === year && tables.get(code)?.entry(day) !== undefined)
    .map(formatDate);
}

describe('codes', () => {
  it('are what the generator prints', () => {
    const checkedIn = new URL('../../../src/calendar/holidays/codes.ts', import.meta.url);
    expect(readFileSync(checkedIn, 'utf8').replaceAll(/\s+/g, ' ')).toBe(generateCodes().replaceAll(/\s+/g, ' '));
    expect(Array.from(holidayCodes)).toEqual(libraryCodes());
  });

  it('each have holidays', () => {
    // All of them would take seconds.
    const some = Array.from(holidayCodes).filter((_, i) => i % 9 === 0);
    expect(some.length).toBeGreaterThan(60);
    expect(some.filter((code) => holidaysOf(code, 2026).length === 0)).toEqual([]);
  });
});

describe('public holidays', () => {
  // Facts that every inhabitant knows.
  it.each([
    ['DE', '2026-10-03', 'Tag der Deutschen Einheit'],
    ['DE', '2026-04-03', 'Karfreitag'],
    ['DE', '2026-04-06', 'Ostermontag'],
    // Epiphany is a day off in Bavaria; Corpus Christi, 60 days after Easter, as well.
    ['DE', '2026-01-06', undefined],
    ['DE-BY', '2026-01-06', 'Heilige Drei Könige'],
    ['DE-BY', '2026-06-04', 'Fronleichnam'],
    ['DE-BE', '2026-06-04', undefined],
    // In no state is Christmas Eve one, nor Easter Sunday outside Brandenburg and Hesse.
    ['DE-BY', '2026-12-24', undefined],
    // 4 July 2026 is a Saturday: federal offices close on the Friday as well.
    ['US', '2026-07-03', 'Independence Day (substitute day)'],
    ['US', '2026-11-26', 'Thanksgiving Day'],
    ['US', '2026-11-27', undefined],
    ['US-CA', '2026-11-27', 'Day after Thanksgiving Day'],
    ['US-CA', '2026-03-31', 'César Chávez Day'],
    // 26 December 2026 is a Saturday: Boxing Day is made up for on Monday.
    ['GB-ENG', '2026-12-28', 'Boxing Day (substitute day)'],
    // A single day off, for the funeral of the Queen.
    ['GB-ENG', '2022-09-19', "Queen Elizabeth's Funeral Day"],
    ['GB-SCT', '2026-11-30', 'St Andrew’s Day'],
    // A Sunday's holiday is made up for, and a day between two holidays is one (22 September 2026).
    ['JP', '2026-05-06', '憲法記念日 (振替休日)'],
    ['JP', '2026-09-22', '国民の休日'],
    ['JP', '2026-09-23', '秋分の日'],
    ['FR', '2026-07-14', 'Fête Nationale de la France'],
    // First Thursday of April, but not in Holy Week: 2 April 2026 is Maundy Thursday.
    ['CH-GL', '2026-04-09', 'Näfelser Fahrt'],
    ['CH-GL', '2026-04-02', undefined],
  ])('%s: %s is %j', (code, day, name) => {
    expect(tables.get(code)?.entry(date(day))).toEqual(name === undefined ? undefined : { kind: 'holiday', name });
  });

  it.each([
    // The evening before is not a holiday, and every day of a feast is: in Turkey three of Ramadan, four of Sacrifice.
    ['TR', 2026, ['2026-03-20', '2026-03-21', '2026-03-22']],
    // The Feast of Sacrifice of 2006/07 began on 31 December: its days in January belong to it.
    ['EG', 2007, ['2007-01-01', '2007-01-02', '2007-01-03']],
    // In Iceland, Christmas Eve is a day off from 13:00: no date is closed by it.
    ['IS', 2026, ['2026-12-25', '2026-12-26']],
  ])('%s %i has whole dates, and all of them', (code, year, days) => {
    const first = days[0] ?? '';
    const last = days.at(-1) ?? '';
    const around = holidaysOf(code, year).filter((day) => date(day) >= date(first) - 2 && date(day) <= date(last) + 2);
    expect(around).toEqual(days);
  });

  it('are known for years in which the Islamic calendar is', () => {
    const saudi = tables.get('SA');
    const years = [1969, 1970, 2076, 2077];
    expect(years.map((year) => saudi?.covers(year))).toEqual([false, true, true, false]);
    // 30 Ramadan to 3 Shawwal and 9 to 12 Dhu al-Hijjah in each; a year of 354 days puts some in one year twice.
    const feasts = (year: number) =>
      holidaysOf('SA', year).filter((day) => !/-(02-22|09-23|02-23|09-24|02-21|09-22)$/.test(day)).length;
    expect(years.map(feasts).map((days) => days >= 8)).toEqual([false, true, true, false]);
    expect(holidaysOf('DE', 1969)).toEqual([]);
  });
});

// python-holidays 0.109 (PyPI), category "public": holidays.country_holidays(country, subdiv=region, years=…).
const secondSource: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(new URL('second-source.json', import.meta.url), 'utf8'),
);

/** Where the two differ, and who is right. `ours`: only date-holidays closes the date; `theirs`: only the other does. */
const differences: Readonly<Record<string, { readonly ours?: string; readonly theirs?: string }>> = {
  // All Sundays: Spain's regions move a national holiday that falls on one, or drop it.
  ES: { ours: '2024-12-08 2025-10-12 2026-11-01 2026-12-06' },
  // Easter Monday is none in Scotland, so python-holidays does not count it for the whole kingdom. Name a region.
  GB: { ours: '2024-04-01 2025-04-21 2026-04-06' },
  // A day of remembrance since 2024, the first Sunday in November.
  IT: { theirs: '2024-11-03 2025-11-02' },
  // WRONG in date-holidays: Seollal is the day before, the day and the day after, not the two days after; election days
  // and one-off days are not known to it, nor Labour Day as a public holiday. Give such dates in the policy.
  KR: {
    ours: '2025-01-31 2026-02-19',
    theirs: '2024-02-09 2024-04-10 2024-10-01 2025-01-27 2025-01-28 2025-06-03 2026-02-16 2026-05-01 2026-06-03',
  },
  // Good Friday is no day off by law; Liberation Day is one every fifth year, as 2025, for the civil service.
  NL: { theirs: '2024-03-29 2025-04-18 2025-05-05 2026-04-03' },
  // WRONG in date-holidays: Hari Raya Haji was proclaimed for Monday 17 June 2024; polling days are not known to it.
  SG: { ours: '2024-06-16', theirs: '2024-06-17 2025-05-03' },
};

describe('against a second source, 2024 to 2026', () => {
  it.each(Object.entries(secondSource))('%s agrees, but for what is known', (code, years) => {
    const theirs = Object.entries(years).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`));
    const ours = [2024, 2025, 2026].flatMap((year) => holidaysOf(code, year));
    expect(theirs.length).toBeGreaterThan(10);
    expect({
      ours: ours.filter((day) => !theirs.includes(day)).join(' '),
      theirs: theirs.filter((day) => !ours.includes(day)).join(' '),
    }).toEqual({ ours: '', theirs: '', ...differences[code] });
  });
});
