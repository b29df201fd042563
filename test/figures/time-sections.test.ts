import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTime } from '../../src/calendar/open-time.ts';
import type { RunAccount, TicketAccount, UsedTime } from '../../src/domain/account.ts';
import { TIME_USES } from '../../src/domain/account.ts';
import type { CalendarDefinition } from '../../src/domain/calendar.ts';
import { TIME_SECTIONS } from '../../src/domain/time-figures.ts';
import { type AccountedTicket, collectTime, type TimeSectionScope } from '../../src/figures/time-sections.ts';
import { at, clock, HOUR, MINUTE, october, policy, resolution, response, verdict } from './verdicts.ts';

const office: CalendarDefinition = {
  id: 'office',
  timezone: 'Asia/Shanghai',
  hours: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ from: 9 * HOUR, to: 18 * HOUR }] : [])),
  holidays: [],
  dates: new Map(),
  breaks: new Map(),
};
const visit = clock('visit', { calendar: 'office' });
const clocks = [response, resolution, visit];
const agreement = policy(clocks);
const scope: TimeSectionScope = {
  period: october,
  asOf: october.end,
  placeOf: (row) => `t.csv:${row}`,
  openTimes: new Map([['office', openTime(office)]]),
};

function collector(more: Partial<TimeSectionScope> = {}) {
  return collectTime(agreement, TIME_SECTIONS, { ...scope, ...more });
}

// --- made tickets -----------------------------------------------------------------------------------------------------

const minute = fc.integer({ min: 0, max: 40 * 24 * 60 });
const instant = (minutes: number) => at('2026-09-27 00:00') + minutes * MINUTE;
const person = fc.constantFrom(undefined, { name: 'Li' }, { name: 'Wang' }, { name: 'Zhao' });
const length = fc.integer({ min: 0, max: 100 }).map((minutes) => minutes * MINUTE);
const withHolder = (key: 'by' | 'holder', holder: { readonly name: string } | undefined) =>
  holder === undefined ? {} : { [key]: holder };

const used = fc.record({ use: fc.constantFrom(...TIME_USES), whom: fc.constantFrom('customer', 'parts'), length }).map(
  ({ use, whom, length: long }): UsedTime => ({
    use,
    ...(use === 'waiting' && { waiting: { for: whom } }),
    length: long,
  }),
);

const run = fc
  .record({
    outcome: fc.constantFrom('met', 'breached', 'running', 'cancelled', 'excused') as fc.Arbitrary<'met' | 'breached'>,
    clock: fc.constantFrom(...clocks),
    start: minute,
    took: fc.integer({ min: 1, max: 3000 }),
    uses: fc.option(
      fc.uniqueArray(used, { maxLength: 4, selector: ({ use, waiting }) => JSON.stringify([use, waiting]) }),
      {
        nil: undefined,
      },
    ),
    pauses: fc.uniqueArray(fc.record({ at: minute, by: person, left: length, isDecisive: fc.boolean() }), {
      maxLength: 3,
      selector: ({ at: when }) => when,
    }),
    handOvers: fc.uniqueArray(fc.record({ at: minute, from: person, to: person, left: length }), {
      maxLength: 3,
      selector: ({ at: when }) => when,
    }),
    shares: fc.uniqueArray(fc.record({ holder: person, counted: length }), {
      maxLength: 3,
      selector: ({ holder }) => holder?.name,
    }),
    charged: fc.constantFrom('Li', 'Wang'),
  })
  .map((made) => made);
type MadeRun = typeof run extends fc.Arbitrary<infer Made> ? Made : never;

const stamp = (millis: number) => new Date(millis).toISOString().slice(0, 16).replace('T', ' ');

function accountOf(ticket: string, made: MadeRun, cycle: number): RunAccount {
  const [start, end] = [stamp(instant(made.start)), stamp(instant(made.start + made.took))];
  const isStopped = made.outcome !== ('running' as string) && made.outcome !== ('cancelled' as string);
  return {
    verdict: verdict({
      ...{ ticket, cycle, clock: made.clock, outcome: made.outcome, start, elapsed: 1, wall: 1, over: 5 },
      ...(isStopped && { stop: end, due: end }),
      ...(made.outcome === ('cancelled' as string) && { cancelled: end }),
      ...(made.outcome === 'breached' && { charged: { kind: 'employee' as const, to: made.charged } }),
    }),
    ...(made.uses !== undefined && { uses: made.uses }),
    shares: made.shares.map(({ holder, counted }) => ({ ...withHolder('holder', holder), counted })),
    handOvers: made.handOvers.map(({ at: when, from, to, left }) => ({
      ...{ at: instant(when), row: when, within: 100 * MINUTE, left },
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
    pauses: made.pauses.map(({ at: when, by, left, isDecisive }) => ({
      ...{ start: instant(when), row: when, isByActor: true, within: 100 * MINUTE, left, spared: MINUTE, isDecisive },
      ...withHolder('by', by),
    })),
  };
}

const tickets = fc
  .array(
    fc.record({
      runs: fc.array(run, { maxLength: 3 }),
      created: minute,
      held: fc.array(
        fc.record({ who: fc.constantFrom('Li', 'Wang'), start: minute, took: fc.integer({ min: 1, max: 5000 }) }),
        {
          maxLength: 3,
        },
      ),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ runs, created, held }, index): AccountedTicket => {
      const accounts = runs.map((made, cycle) => accountOf(`T-${index}`, made, cycle + 1));
      const account: TicketAccount = {
        runs: accounts,
        handOvers: accounts.flatMap(({ handOvers }) => handOvers.filter(({ from }) => from !== undefined)),
        held: held.map(({ who, start, took }) => ({
          ...{ holder: { name: who }, start: instant(start), end: instant(start + took) },
        })),
      };
      return {
        ...{ createdAt: instant(created), lastAt: instant(created + 5000), account },
        verdicts: accounts.map((each) => each.verdict),
      };
    }),
  );

function figuresOf(all: readonly AccountedTicket[]) {
  const whole = collector();
  for (const ticket of all) whole.add(ticket);
  return whole.finish();
}

describe('whatever the order, and however it is divided', () => {
  test('the figures are the same', () => {
    fc.assert(
      fc.property(tickets, fc.infiniteStream(fc.nat({ max: 99 })), (all, order) => {
        const shuffled = all.map((ticket) => ({ ticket, key: order.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const parts = [collector(), collector(), collector()];
        for (const { ticket, key } of shuffled) parts[key % 3]?.add(ticket);
        const [first, ...others] = order.next().value % 2 === 0 ? parts : parts.toReversed();
        for (const other of others) first?.merge(other);
        expect(first?.finish()).toEqual(figuresOf(all));
      }),
      { numRuns: 80, seed: 20261122 },
    );
  });

  test('totals are plain: they survive being posted to another thread', () => {
    fc.assert(
      fc.property(tickets, (all) => {
        const whole = collector();
        for (const ticket of all) whole.add(ticket);
        const other = collector();
        other.merge({ totals: structuredClone(whole.totals) });
        expect(other.finish()).toEqual(whole.finish());
      }),
      { numRuns: 30, seed: 20261122 },
    );
  });
});

describe('against counting by hand of a loop', () => {
  test('most tickets at once', () => {
    fc.assert(
      fc.property(tickets, (all) => {
        const spans = all.flatMap(({ account }) => account?.held ?? []);
        for (const { name, heldAtOnce, heldAtOnceAt } of figuresOf(all).load?.people ?? []) {
          const own = spans.filter(({ holder }) => holder.name === name);
          const heldAt = (when: number) => own.filter(({ start, end }) => start <= when && when < end).length;
          // More can only come to be held when one begins, or the month does.
          const starts = [...own.map(({ start }) => start), october.start].filter(
            (when) => when >= october.start && when < october.end,
          );
          const most = Math.max(0, ...starts.map(heldAt));
          expect(heldAtOnce).toBe(most);
          const first = Math.min(...starts.filter((when) => heldAt(when) === most));
          expect(heldAtOnceAt && Date.parse(heldAtOnceAt)).toBe(most === 0 ? null : first);
        }
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });

  test('tickets and decided runs by the hour of Shanghai, eight hours ahead', () => {
    fc.assert(
      fc.property(tickets, (all) => {
        const { cells = [], hours = [], weekdays = [], whole } = figuresOf(all).load ?? {};
        const local = (when: number) => new Date(when + 8 * HOUR);
        const isHere = (when: number | undefined) => when !== undefined && when >= october.start && when < october.end;
        const created = all.filter(({ createdAt }) => isHere(createdAt));
        const breaches = all
          .flatMap(({ verdicts }) => verdicts)
          .filter(({ outcome, dueAt }) => outcome === 'breached' && isHere(dueAt));
        for (const { weekday, hour, ...cell } of cells) {
          const isIn = (when: number | undefined) =>
            when !== undefined && (local(when).getUTCDay() + 6) % 7 === weekday && local(when).getUTCHours() === hour;
          expect(cell.created).toBe(created.filter(({ createdAt }) => isIn(createdAt)).length);
          expect(cell.breached).toBe(breaches.filter((each) => isIn(each.run.start?.at)).length);
          expect(cell.ranOut).toBe(breaches.filter(({ dueAt }) => isIn(dueAt)).length);
        }
        for (const key of ['created', 'met', 'breached', 'ranOut'] as const) {
          const sum = (parts: readonly { readonly [Key in typeof key]: number }[]) =>
            parts.reduce((all, each) => all + each[key], 0);
          expect(sum(hours)).toBe(whole?.[key]);
          expect(sum(weekdays)).toBe(whole?.[key]);
          expect(sum(cells)).toBe(whole?.[key]);
        }
      }),
      { numRuns: 30, seed: 20261122 },
    );
  });

  test('the parts of the time of a group add up to its wall time, and the groups to the whole', () => {
    fc.assert(
      fc.property(tickets, (all) => {
        for (const { wall, parts, groupings } of figuresOf(all).timeUse?.clocks ?? []) {
          const sum = (lengths: readonly { readonly length: number }[]) =>
            lengths.reduce((total, each) => total + each.length, 0);
          expect(sum(parts)).toBe(wall);
          for (const { groups } of groupings) {
            expect(groups.reduce((total, group) => total + group.wall, 0)).toBe(wall);
            for (const group of groups) expect(sum(group.parts)).toBe(group.wall);
          }
        }
      }),
      { numRuns: 50, seed: 20261122 },
    );
  });
});
