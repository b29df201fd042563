import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, dateOf, existingDate, formatDate, parseDate, weekday } from '../../src/calendar/dates.ts';

describe('dates', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-10-01', 20_727],
  ])('%s is day %i', (text, day) => {
    expect(parseDate(text)).toBe(day);
    expect(formatDate(day)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '2026-01-01 ',
    '26-01-01',
    '2026/01/01',
    '2026-01-01T00:00',
    '',
  ])('%j is no date', (text) => expect(parseDate(text)).toBeUndefined());

  it('knows leap years', () => {
    expect([1900, 2000, 2024, 2026, 2100].map((year) => existingDate(year, 2, 29) !== undefined)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ['1970-01-01', 3], // a Thursday
    ['1969-12-28', 6],
    ['2026-10-01', 3],
    ['2026-10-05', 0],
  ])('the weekday of %s is %i', (text, day) => expect(weekday(parseDate(text) ?? NaN)).toBe(day));

  it('writes years of other than four digits with a sign', () => {
    expect(formatDate(dateOf(-1, 12, 31))).toBe('-000001-12-31');
    expect(formatDate(dateOf(12_345, 6, 7))).toBe('+012345-06-07');
    expect(formatDate(dateOf(7, 6, 7))).toBe('0007-06-07');
  });

  it('agrees with the runtime in both directions', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000_000, max: 3_000_000 }), (day) => {
        const runtime = new Date(day * 86_400_000);
        const expected = {
          year: runtime.getUTCFullYear(),
          month: runtime.getUTCMonth() + 1,
          day: runtime.getUTCDate(),
        };
        expect(civil(day)).toEqual(expected);
        expect(dateOf(expected.year, expected.month, expected.day)).toBe(day);
        expect(weekday(day)).toBe((runtime.getUTCDay() + 6) % 7);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
