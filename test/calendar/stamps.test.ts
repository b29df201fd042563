import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, formatLocal, parseInstant } from '../../src/calendar/stamps.ts';
import { iso, utc, zoneNamed } from './calendar-definition.ts';

const shanghai = zoneNamed('Asia/Shanghai');
const newYork = zoneNamed('America/New_York');

describe('writing instants', () => {
  it.each([
    ['2026-03-06T08:30:00Z', '2026-03-06T08:30:00Z', '2026-03-06 16:30:00'],
    ['2026-03-06T08:30:00.050Z', '2026-03-06T08:30:00.050Z', '2026-03-06 16:30:00.050'],
    ['2025-12-31T16:00:00Z', '2025-12-31T16:00:00Z', '2026-01-01 00:00:00'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z', '1970-01-01 07:59:59.999'],
  ])('%s', (text, expected, local) => {
    expect(formatInstant(utc(text))).toBe(expected);
    expect(formatLocal(utc(text), shanghai)).toBe(local);
  });

  it('writes as the runtime does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (instant) => {
        expect(formatInstant(instant)).toBe(new Date(instant).toISOString().replace('.000Z', 'Z'));
      }),
      { seed: 10, numRuns: 1000 },
    );
  });

  it('writes what it reads', () => {
    const instant = fc.integer({ min: utc('0000-01-01T00:00Z'), max: utc('9999-12-31T23:59:59.999Z') });
    fc.assert(
      fc.property(instant, (at) => {
        expect(parseInstant(formatInstant(at), newYork)).toBe(at);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

describe('reading instants', () => {
  it.each([
    ['2026-10-01', '2026-09-30T16:00:00Z'],
    ['2026-10-01T08:00', '2026-10-01T00:00:00Z'],
    ['2026-10-01 08:00:30', '2026-10-01T00:00:30Z'],
    ['2026-10-01T08:00:30.5', '2026-10-01T00:00:30.500Z'],
    ['2026-10-01T08:00Z', '2026-10-01T08:00:00Z'],
    ['2026-10-01T08:00:00+02:00', '2026-10-01T06:00:00Z'],
    ['2026-10-01T08:00:00-0330', '2026-10-01T11:30:00Z'],
    ['2026-10-01T08:00+09', '2026-09-30T23:00:00Z'],
    ['2026-10-01T24:00', '2026-10-01T16:00:00Z'],
    [' 2026-10-01 ', '2026-09-30T16:00:00Z'],
  ])('%j in Shanghai is %s', (text, expected) => expect(iso(parseInstant(text, shanghai))).toBe(expected));

  it.each([
    ['2026-11-01T01:30', '2026-11-01T05:30:00Z'], // twice: the earlier (S4)
    ['2026-03-08T02:30', '2026-03-08T07:30:00Z'], // never: moved forward by the gap (S4)
    ['2026-11-01T01:30-05:00', '2026-11-01T06:30:00Z'],
  ])('%j in New York is %s', (text, expected) => expect(iso(parseInstant(text, newYork))).toBe(expected));

  it.each([
    '',
    'now',
    '2026-10',
    '2026-02-30',
    '2026-10-01T25:00',
    '2026-10-01T24:00:01',
    '2026-10-01T08:60',
    '2026-10-01T08:00:60',
    '2026-10-01T08',
    '2026-10-01T08:00+19:00',
    '2026-10-01T08:00+08:60',
    '2026-10-01Z',
    '1/10/2026',
    '2026-10-01T08:00:00.1234',
  ])('%j is none', (text) => expect(parseInstant(text, shanghai)).toBeUndefined());
});
