import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarWindow, monthsBefore } from '../../src/calendar/windows.ts';
import { iso, utc, zoneNamed } from './calendar-definition.ts';

// Contract, "Ladders and money": calendar windows are the policy zone's; "12 months" at an instant is the span from the
// same local date and time twelve months earlier (29 February: the 28th).

describe('the calendar window of an instant', () => {
  it.each([
    // Shanghai is at UTC+8 all year: its months begin at 16:00Z of the day before.
    ['month', 'Asia/Shanghai', '2026-09-30T16:00:00Z', '2026-10', '2026-09-30T16:00:00Z', '2026-10-31T16:00:00Z'],
    ['month', 'Asia/Shanghai', '2026-09-30T15:59:59.999Z', '2026-09', '2026-08-31T16:00:00Z', '2026-09-30T16:00:00Z'],
    ['month', 'Asia/Shanghai', '2026-10-31T15:59:59.999Z', '2026-10', '2026-09-30T16:00:00Z', '2026-10-31T16:00:00Z'],
    ['month', 'UTC', '2028-02-29T23:59:59.999Z', '2028-02', '2028-02-01T00:00:00Z', '2028-03-01T00:00:00Z'],
    ['quarter', 'UTC', '2026-03-31T23:59:59.999Z', '2026-Q1', '2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z'],
    ['quarter', 'UTC', '2026-04-01T00:00:00Z', '2026-Q2', '2026-04-01T00:00:00Z', '2026-07-01T00:00:00Z'],
    ['quarter', 'UTC', '2026-09-30T12:00:00Z', '2026-Q3', '2026-07-01T00:00:00Z', '2026-10-01T00:00:00Z'],
    ['quarter', 'UTC', '2026-12-31T23:59:59.999Z', '2026-Q4', '2026-10-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['year', 'Asia/Shanghai', '2025-12-31T15:59:59.999Z', '2025', '2024-12-31T16:00:00Z', '2025-12-31T16:00:00Z'],
    ['year', 'Asia/Shanghai', '2025-12-31T16:00:00Z', '2026', '2025-12-31T16:00:00Z', '2026-12-31T16:00:00Z'],
    // New York goes to summer time on 8 March 2026: the month begins at UTC−5 and ends at UTC−4.
    [
      'month',
      'America/New_York',
      '2026-04-01T03:59:59.999Z',
      '2026-03',
      '2026-03-01T05:00:00Z',
      '2026-04-01T04:00:00Z',
    ],
    // Havana went back from 01:00 to 00:00 on 1 November 2026: the month begins with the first of its two midnights.
    ['month', 'America/Havana', '2026-11-01T04:00:00Z', '2026-11', '2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z'],
    ['month', 'America/Havana', '2026-11-01T03:59:59.999Z', '2026-10', '2026-10-01T04:00:00Z', '2026-11-01T04:00:00Z'],
    // St. John's went back from 00:01 on 1 November 2009 to 23:01 on 31 October: that evening's last hour is shown again
    // when November has begun, at 00:00 by UTC−2:30, 02:30Z. A month is a span: it does not begin twice.
    ['month', 'America/St_Johns', '2009-11-01T02:29:59Z', '2009-10', '2009-10-01T02:30:00Z', '2009-11-01T02:30:00Z'],
    ['month', 'America/St_Johns', '2009-11-01T03:00:00Z', '2009-11', '2009-11-01T02:30:00Z', '2009-12-01T03:30:00Z'],
  ] as const)('%s in %s at %s is %s', (kind, place, at, label, start, end) => {
    const window = calendarWindow(kind, utc(at), zoneNamed(place));
    expect([window.label, iso(window.start), iso(window.end)]).toEqual([label, start, end]);
  });

  it('holds the instant, whatever the zone; and windows of a kind adjoin', () => {
    const places = ['Asia/Shanghai', 'America/St_Johns', 'America/Sao_Paulo', 'Pacific/Apia', 'America/Havana'];
    fc.assert(
      fc.property(
        fc.constantFrom('month', 'quarter', 'year'),
        fc.constantFrom(...places),
        fc.integer({ min: utc('1990-01-01T00:00Z'), max: utc('2040-01-01T00:00Z') }),
        (kind, place, at) => {
          const window = calendarWindow(kind, at, zoneNamed(place));
          expect(window.start <= at && at < window.end).toBe(true);
          expect(calendarWindow(kind, window.end, zoneNamed(place)).start).toBe(window.end);
          expect(calendarWindow(kind, window.end - 1, zoneNamed(place))).toEqual(window);
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('months before an instant', () => {
  it.each([
    ['UTC', '2026-10-19T10:30:00Z', 12, '2025-10-19T10:30:00Z'],
    ['UTC', '2028-02-29T10:00:00Z', 12, '2027-02-28T10:00:00Z'],
    ['UTC', '2028-02-29T10:00:00Z', 48, '2024-02-29T10:00:00Z'],
    ['UTC', '2029-02-28T10:00:00Z', 12, '2028-02-28T10:00:00Z'],
    ['UTC', '2026-08-31T00:00:00Z', 6, '2026-02-28T00:00:00Z'],
    ['UTC', '2026-07-31T23:59:59.999Z', 1, '2026-06-30T23:59:59.999Z'],
    ['UTC', '2026-01-15T00:00:00Z', 1, '2025-12-15T00:00:00Z'],
    // Local dates count, not UTC's: 00:30 on 1 March in Shanghai is still 28 February in UTC.
    ['Asia/Shanghai', '2026-02-28T16:30:00Z', 1, '2026-01-31T16:30:00Z'],
    // Berlin, 02:30 on 29 March 2026 does not exist: a month before 29 April, 02:30 is moved forward to 03:30, 01:30Z.
    ['Europe/Berlin', '2026-04-29T00:30:00Z', 1, '2026-03-29T01:30:00Z'],
    // 02:30 on 25 October 2026 comes twice: the first one, by UTC+2, is meant.
    ['Europe/Berlin', '2026-11-25T01:30:00Z', 1, '2026-10-25T00:30:00Z'],
    // By the clock on the wall: 10:00 by UTC+1 in January is 10:00 by UTC+2 half a year before.
    ['Europe/Berlin', '2026-01-20T09:00:00Z', 6, '2025-07-20T08:00:00Z'],
    // Below nought: later. How long a bar on promotion lasts.
    ['UTC', '2026-08-31T10:00:00Z', -6, '2027-02-28T10:00:00Z'],
    ['UTC', '2027-02-28T10:00:00Z', -12, '2028-02-28T10:00:00Z'],
    ['UTC', '2028-02-29T10:00:00Z', -12, '2029-02-28T10:00:00Z'],
  ])('in %s, %s less %i is %s', (place, at, months, before) => {
    expect(iso(monthsBefore(utc(at), months, zoneNamed(place)))).toBe(before);
  });
});
