import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTime } from '../../src/calendar/open-time.ts';
import { shiftTime, type Turn } from '../../src/calendar/shift-time.ts';
import type { CalendarDefinition } from '../../src/domain/calendar.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}Z`);

function daily(id: string, from: number, to: number): CalendarDefinition {
  const hours = Array.from({ length: 7 }, () => [{ from: from * HOUR, to: to * HOUR }]);
  return { id, timezone: 'UTC', hours, holidays: [], dates: new Map(), breaks: new Map() };
}

const office = openTime(daily('office', 9, 17));
const early = openTime(daily('early', 8, 16));
const late = openTime(daily('late', 16, 24));

// Nobody until 5 March 15:30, then the early shift until 18:00, then the late one.
const turns: Turn[] = [
  { from: -Infinity, openTime: office, isShift: false },
  { from: at('2026-03-05 15:30'), openTime: early, isShift: true },
  { from: at('2026-03-05 18:00'), openTime: late, isShift: true },
];
const shifts = shiftTime(turns);

describe('between', () => {
  test.each([
    ['2026-03-05 08:00', '2026-03-05 15:30', 6.5, 'the office opens at 9'],
    ['2026-03-05 15:00', '2026-03-05 18:00', 1, 'office until 15:30, then early until 16:00'],
    ['2026-03-05 17:00', '2026-03-05 19:00', 1, 'early is closed, late from 18:00 on'],
    ['2026-03-05 15:00', '2026-03-06 17:00', 8, 'half an hour each of office and early, 6 h late, next day 1 h'],
    ['2026-03-05 18:00', '2026-03-05 18:00', 0, 'nothing'],
    ['2026-03-05 19:00', '2026-03-05 15:00', 0, 'backwards'],
  ])('%s to %s: %d h, %s', (start, end, hours) => {
    expect(shifts.between(at(start), at(end))).toBe(hours * HOUR);
  });
});

describe('after', () => {
  test.each([
    ['2026-03-05 15:00', 0.5, '2026-03-05 15:30', 'at the hand-over the half hour is used up'],
    ['2026-03-05 15:00', 1, '2026-03-05 16:00', 'used up at the closing of the early shift: that instant (S5)'],
    ['2026-03-05 15:00', 1.25, '2026-03-05 18:15', 'goes on when the late shift takes over'],
    ['2026-03-05 16:30', 0, '2026-03-05 18:00', 'the next opening is another shift’s'],
    ['2026-03-06 03:00', 0, '2026-03-06 16:00', 'the late shift opens again'],
  ])('%s plus %d h: %s, %s', (start, hours, expected) => {
    expect(shifts.after(at(start), hours * HOUR)).toBe(at(expected));
  });
});

test('stretches name the shift they are of, and are cut where it goes over', () => {
  expect(shifts.spans(at('2026-03-05 15:00'), at('2026-03-05 19:00'))).toEqual([
    { start: at('2026-03-05 15:00'), end: at('2026-03-05 15:30'), open: true, reason: 'hours' },
    { start: at('2026-03-05 15:30'), end: at('2026-03-05 16:00'), open: true, reason: 'hours', shift: 'early' },
    {
      start: at('2026-03-05 16:00'),
      end: at('2026-03-05 18:00'),
      open: false,
      reason: 'outside-hours',
      shift: 'early',
    },
    { start: at('2026-03-05 18:00'), end: at('2026-03-05 19:00'), open: true, reason: 'hours', shift: 'late' },
  ]);
});

test('agrees with a count minute by minute, and what is used up is used up', () => {
  const minute = 60_000;
  const base = at('2026-03-04 00:00');
  const calendars = [office, early, late];
  const instant = fc.integer({ min: 0, max: 4 * 1440 });
  fc.assert(
    fc.property(
      fc.uniqueArray(instant, { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      instant,
      instant,
      (cuts, order, one, other) => {
        const starts = [-Infinity, ...cuts.sort((a, b) => a - b).map((cut) => base + cut * minute)];
        const list = starts.map((from, index): Turn => {
          return { from, openTime: calendars[order[index] ?? 0] ?? office, isShift: true };
        });
        const whole = shiftTime(list);
        const [start, end] = [base + Math.min(one, other) * minute, base + Math.max(one, other) * minute];
        let counted = 0;
        for (let t = start; t < end; t += minute) {
          const turn = list.findLast(({ from }) => from <= t);
          if (turn && turn.openTime.between(t, t + minute) === minute) counted += minute;
        }
        expect(whole.between(start, end)).toBe(counted);
        if (counted === 0) return;
        const usedUp = whole.after(start, counted);
        expect(usedUp).toBeLessThanOrEqual(end);
        expect(whole.between(start, usedUp ?? 0)).toBe(counted);
        expect(whole.between(start, (usedUp ?? 0) - 1)).toBe(counted - 1);
      },
    ),
    { seed: 7, numRuns: 100 },
  );
});
