import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTime } from '../../src/calendar/open-time.ts';
import type { CalendarDefinition } from '../../src/domain/calendar.ts';
import type { Instant, WallSpan } from '../../src/domain/time.ts';
import { utc } from './calendar-definition.ts';
import { naiveAfter, naiveBetween, naiveOpenTime, STEP } from './naive-open-time.ts';

const DAY = 86_400_000;

/** Weeks in which something happens, and one in which nothing does. */
const weeks = [
  ['Asia/Shanghai', '2026-02-26T00:00Z'],
  ['America/New_York', '2026-03-05T00:00Z'],
  ['America/New_York', '2026-10-29T00:00Z'],
  ['Europe/London', '2025-12-29T00:00Z'],
  ['Australia/Lord_Howe', '2026-04-02T00:00Z'],
  ['Australia/Lord_Howe', '2026-10-01T00:00Z'],
  ['America/Sao_Paulo', '2018-11-01T00:00Z'],
  ['America/Sao_Paulo', '2018-02-15T00:00Z'],
  ['Pacific/Apia', '2011-12-27T00:00Z'],
  ['Africa/Casablanca', '2026-02-12T00:00Z'],
] as const;

const wallSpan: fc.Arbitrary<WallSpan> = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 70 }))
  .map(([from, length]) => ({ from: from * STEP, to: Math.min(from + length, 96 + 40) * STEP }));
const someHours = fc.array(wallSpan, { maxLength: 3 });

interface Week {
  readonly definition: CalendarDefinition;
  readonly start: Instant;
  readonly end: Instant;
}

const week: fc.Arbitrary<Week> = fc.constantFrom(...weeks).chain(([timezone, begin]) => {
  const start = utc(begin);
  const date = fc.integer({ min: 0, max: 7 }).map((days) => Math.floor(start / DAY) + days);
  const dated = fc.array(fc.tuple(date, someHours), { maxLength: 2 }).map((entries) => new Map(entries));
  return fc
    .record({
      hours: fc.array(someHours, { minLength: 7, maxLength: 7 }),
      holidays: fc.array(
        date.map((day) => ({ kind: 'date' as const, date: day })),
        { maxLength: 2 },
      ),
      dates: dated,
      breaks: dated,
    })
    .map((rules) => ({ definition: { id: 'any', timezone, ...rules }, start, end: start + 7 * DAY }));
});

const moment = ({ start, end }: Week) => fc.integer({ min: start, max: end });
const weekAndTwoMoments = week.chain((any) => fc.tuple(fc.constant(any), moment(any), moment(any)));

describe('open time, for any calendar in weeks of changing clocks', () => {
  it('agrees with counting quarter by quarter', () => {
    fc.assert(
      fc.property(weekAndTwoMoments, ([{ definition, start, end }, a, b]) => {
        const naive = naiveOpenTime(definition, start, end);
        expect(openTime(definition).between(a, b)).toBe(naiveBetween(naive, a, b));
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it('runs out where counting quarter by quarter does', () => {
    const amount = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 30 * 60 }).map((minutes) => minutes * 60_000),
    );
    fc.assert(
      fc.property(
        week.chain((any) => fc.tuple(fc.constant(any), moment(any))),
        amount,
        ([{ definition, start, end }, from], length) => {
          const expected = naiveAfter(naiveOpenTime(definition, start, end), from, length);
          const found = openTime(definition).after(from, length);
          if (expected === undefined) expect(found ?? Infinity).toBeGreaterThanOrEqual(end);
          else expect(found).toBe(expected);
        },
      ),
      { seed: 6, numRuns: 400 },
    );
  });

  it('after undoes between, and cutting a stretch in two changes no sum', () => {
    fc.assert(
      fc.property(weekAndTwoMoments, fc.integer({ min: 1, max: 40 * 3_600_000 }), ([{ definition }, a, b], amount) => {
        const open = openTime(definition);
        const due = open.after(a, amount);
        if (due !== undefined) {
          expect(open.between(a, due)).toBe(amount);
          expect(open.between(a, due - 1)).toBe(amount - 1);
        }
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const middle = Math.floor((first + last) / 2);
        expect(open.between(first, middle) + open.between(middle, last)).toBe(open.between(first, last));
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('the stretches leave no gap, differ from their neighbours, and add up', () => {
    fc.assert(
      fc.property(weekAndTwoMoments, ([{ definition }, a, b]) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const open = openTime(definition);
        const spans = open.spans(start, end);
        expect([start, ...spans.map((span) => span.end)]).toEqual([...spans.map((span) => span.start), end]);
        for (const [i, span] of spans.entries()) {
          expect(open.between(span.start, span.end)).toBe(span.open ? span.end - span.start : 0);
          const next = spans[i + 1];
          if (next) expect([next.open, next.reason]).not.toEqual([span.open, span.reason]);
        }
      }),
      { seed: 9, numRuns: 400 },
    );
  });
});
