import { describe, expect, it } from 'vitest';
import { absolutePeriod, monthOf, parsePeriod } from '../../src/calendar/periods.ts';
import { iso, utc, zoneNamed } from './calendar-definition.ts';

const shanghai = zoneNamed('Asia/Shanghai');

describe('periods', () => {
  it.each([
    ['2026-10', '2026-09-30T16:00:00Z', '2026-10-31T16:00:00Z'],
    ['2026-12', '2026-11-30T16:00:00Z', '2026-12-31T16:00:00Z'],
    ['2024-02', '2024-01-31T16:00:00Z', '2024-02-29T16:00:00Z'],
    ['2026-Q1', '2025-12-31T16:00:00Z', '2026-03-31T16:00:00Z'],
    ['2026-Q4', '2026-09-30T16:00:00Z', '2026-12-31T16:00:00Z'],
    ['2026', '2025-12-31T16:00:00Z', '2026-12-31T16:00:00Z'],
    ['2026-10-01..2026-10-15', '2026-09-30T16:00:00Z', '2026-10-15T16:00:00Z'],
    ['2026-10-01..2026-10-01', '2026-09-30T16:00:00Z', '2026-10-01T16:00:00Z'],
  ])('%s in Shanghai', (text, start, end) => {
    const period = parsePeriod(text, shanghai);
    expect([period?.label, iso(period?.start), iso(period?.end)]).toEqual([text, start, end]);
  });

  it('have an hour more or less where the clocks change', () => {
    const march = parsePeriod('2026-03', zoneNamed('America/New_York'));
    expect([iso(march?.start), iso(march?.end)]).toEqual(['2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z']);
  });

  it.each([
    // On 4 November 2018 the clocks of São Paulo went from 24:00 to 01:00: midnight is missing, the day begins at 01:00
    // by UTC−02:00. Samoa left out 30 December 2011, and was at UTC−10:00 before and at UTC+14:00 after.
    ['2018-11-04..2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-05T02:00:00Z'],
    ['2011-12', 'Pacific/Apia', '2011-12-01T10:00:00Z', '2011-12-31T10:00:00Z'],
    ['2011-12-30..2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z'],
    ['0099', 'UTC', '0099-01-01T00:00:00Z', '0100-01-01T00:00:00Z'],
    ['0000-02', 'UTC', '0000-02-01T00:00:00Z', '0000-03-01T00:00:00Z'],
    ['9999-Q4', 'UTC', '9999-10-01T00:00:00Z', '+010000-01-01T00:00:00Z'],
  ])('%s in %s, where midnights are missing or years are short', (text, place, start, end) => {
    const period = parsePeriod(text, zoneNamed(place));
    expect([iso(period?.start), iso(period?.end)]).toEqual([start, end]);
  });

  it.each([
    '',
    '2026-13',
    '2026-00',
    '2026-1',
    '2026-Q5',
    '2026-q4',
    '26-10',
    '2026-10-01',
    '2026-10-15..2026-10-01',
    '2026-10-01..',
    '..2026-10-01',
    '2026-10-01..2026-02-30',
    '2026-10-01..2026-10-02..2026-10-03',
    '2026-10..2026-11',
  ])('%j is none', (text) => expect(parsePeriod(text, shanghai)).toBeUndefined());

  it.each([
    ['2026-09-30T15:59:59.999Z', '2026-09'],
    ['2026-09-30T16:00Z', '2026-10'],
  ])('%s is in %s', (at, month) => {
    expect(monthOf(utc(at), shanghai)).toBe(month);
    const period = parsePeriod(month, shanghai);
    expect(period && period.start <= utc(at) && utc(at) < period.end).toBe(true);
  });

  // In Shanghai it is the new year eight hours earlier than in London.
  it.each([
    ['last-month', '2026-11-22T16:00Z', '2026-10'],
    ['this-month', '2026-11-22T16:00Z', '2026-11'],
    ['last-month', '2026-12-31T15:59:59Z', '2026-11'],
    ['last-month', '2026-12-31T16:00Z', '2026-12'],
    ['last-month', '2026-03-31T00:00Z', '2026-02'],
    ['last-quarter', '2026-01-05T00:00Z', '2025-Q4'],
    ['this-quarter', '2026-12-31T15:59:59Z', '2026-Q4'],
    ['last-year', '2026-12-31T16:00Z', '2026'],
    ['this-year', '2026-12-31T16:00Z', '2027'],
    ['2026-10', '2026-12-31T16:00Z', '2026-10'],
    ['last-week', '2026-12-31T16:00Z', 'last-week'],
    ['last-month-x', '2026-12-31T16:00Z', 'last-month-x'],
  ])('%s at %s is %s', (text, now, expected) => expect(absolutePeriod(text, utc(now), shanghai)).toBe(expected));
});
