import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/calendar/dates.ts';
import { openTime } from '../../src/calendar/open-time.ts';
import { instantOf, layOut, openTimeOf, pausedFirst } from '../../src/clock/stretches.ts';
import { calendar, utc } from '../calendar/calendar-definition.ts';

const office = openTime(calendar({ timezone: 'UTC', hours: { thu: '09:00-17:00', fri: '09:00-17:00' } }));
const at = (time: string) => utc(`2026-03-05T${time}:00Z`);
const span = (from: string, to: string) => ({ start: at(from), end: at(to) });

describe('what a run is made of', () => {
  test('what is both paused and excluded is excluded; what lies between rounds is neither', () => {
    const stretches = layOut(at('09:00'), [span('10:00', '12:00')], [span('11:00', '13:00')], [span('12:30', '14:00')]);
    expect(stretches.map(({ kind, start }) => `${kind} ${new Date(start).toISOString().slice(11, 16)}`)).toEqual([
      'counts 09:00',
      'pause 10:00',
      'exclusion 11:00',
      'between-rounds 12:30',
      'counts 14:00',
    ]);
    expect(stretches.at(-1)?.end).toBe(Infinity);
    const taken = (kind: Parameters<typeof openTimeOf>[1]) =>
      openTimeOf(stretches, kind, office, at('09:00'), at('18:00')) / MINUTE;
    // Closed from 17:00: 60 + 180 counted, 60 paused, 90 excluded, 90 between rounds, 480 in all.
    expect(taken('counts')).toBe(240);
    expect(taken('pause')).toBe(60);
    expect(taken('exclusion')).toBe(90);
    expect(taken('between-rounds')).toBe(90);
  });
});

describe('the instant by which time is used up', () => {
  const paused = layOut(at('09:00'), [span('10:00', '12:00')], [], []);

  test.each([
    ['before the pause', 30, '09:30'],
    ['exactly when the pause begins', 60, '10:00'],
    ['one minute into what follows it', 61, '12:01'],
    ['exactly at closing (S5)', 60 + 5 * 60, '17:00'],
  ])('%s', (_, minutes, expected) => {
    expect(instantOf(paused, office, at('09:00'), minutes * MINUTE)).toBe(at(expected));
  });

  test('is the next day where closing comes before', () => {
    expect(instantOf(paused, office, at('09:00'), 6 * HOUR + MINUTE)).toBe(utc('2026-03-06T09:01:00Z'));
  });

  test('has used up exactly that much, wherever the pauses lie', () => {
    const minute = fc.integer({ min: 0, max: 2 * 24 * 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, minute), { maxLength: 6 }),
        fc.integer({ min: 1, max: 900 }),
        (pairs, amount) => {
          const pauses = pairs.map(([a, b]) => ({
            start: at('09:00') + Math.min(a, b) * MINUTE,
            end: at('09:00') + Math.max(a, b) * MINUTE,
          }));
          const stretches = layOut(at('09:00'), pauses, [], []);
          const instant = instantOf(stretches, office, at('09:00'), amount * MINUTE);
          expect(instant).toBeDefined();
          expect(openTimeOf(stretches, 'counts', office, at('09:00'), instant ?? 0)).toBe(amount * MINUTE);
          // And not a moment earlier.
          expect(openTimeOf(stretches, 'counts', office, at('09:00'), (instant ?? 0) - 1)).toBe(amount * MINUTE - 1);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('a pause of which nobody knows when it was', () => {
  const placed = layOut(at('09:00'), [span('10:00', '12:00')], [], []);

  test('is taken out of the first time that counts, past closings and other pauses', () => {
    // 60 min before the pause at 10:00, 30 after it.
    const stretches = pausedFirst(placed, office, at('09:00'), 90 * MINUTE);
    expect(stretches.map(({ kind, start }) => `${kind} ${new Date(start).toISOString().slice(11, 16)}`)).toEqual([
      'pause 09:00',
      'pause 10:00',
      'pause 12:00',
      'counts 12:30',
    ]);
    expect(pausedFirst(placed, office, at('09:00'), 0)).toBe(placed);
  });

  test('lets what follows count as much later as it was long', () => {
    const minutes = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(minutes, minutes, minutes, (pause, amount, begin) => {
        const from = at('09:00') + begin * MINUTE;
        const stretches = pausedFirst(placed, office, from, pause * MINUTE);
        const until = utc('2026-03-06T17:00:00Z');
        const before = openTimeOf(placed, 'counts', office, from, until);
        const taken = Math.min(pause * MINUTE, before);
        expect(openTimeOf(stretches, 'counts', office, from, until)).toBe(before - taken);
        expect(openTimeOf(stretches, 'pause', office, from, until)).toBe(
          openTimeOf(placed, 'pause', office, from, until) + taken,
        );
        const due = instantOf(placed, office, from, (pause + amount) * MINUTE);
        if (amount > 0) expect(instantOf(stretches, office, from, amount * MINUTE)).toBe(due);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
