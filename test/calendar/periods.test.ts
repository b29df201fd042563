import { describe, expect, it } from 'vitest';
import { monthOf, parsePeriod } from '../../src/calendar/periods.ts';
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
});
