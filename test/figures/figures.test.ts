import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Group, Report } from '../../src/domain/report.ts';
import type { Outcome, Verdict } from '../../src/domain/verdict.ts';
import { collect, type Scope, type TicketFacts } from '../../src/figures/figures.ts';
import { at, clock, duty, HOUR, MINUTE, october, policy, resolution, response, verdict } from './verdicts.ts';

const rest = { rows: { files: 1, rows: 0, used: 0, setAside: [], byFile: [] }, findings: [] };
const asOf = october.end;

/** Six tickets of October and what lies around them; every sum below is taken from this list by hand. */
const tickets: { ticket: TicketFacts; verdicts: Verdict[] }[] = [
  {
    // Answered after 10 min, solved after 2 h.
    ticket: { createdAt: at('2026-10-08 09:00'), fields: ['phone', 'Li'] },
    verdicts: [
      verdict({
        ticket: 'A',
        outcome: 'met',
        start: '2026-10-08 09:00',
        stop: '2026-10-08 09:10',
        elapsed: 10 * MINUTE,
        wall: 10 * MINUTE,
      }),
      verdict({
        ticket: 'A',
        clock: resolution,
        outcome: 'met',
        start: '2026-10-08 09:00',
        stop: '2026-10-08 11:00',
        elapsed: 2 * HOUR,
        wall: 2 * HOUR,
      }),
    ],
  },
  {
    // Answered after 50 min where 30 were promised, held by Wang: 20 min over. On the wall 1 h 50 min. Not solved.
    ticket: { createdAt: at('2026-10-09 11:00'), fields: ['chat', 'Zhao'] },
    verdicts: [
      verdict({
        ticket: 'B',
        outcome: 'breached',
        start: '2026-10-09 11:00',
        due: '2026-10-09 11:30',
        stop: '2026-10-09 12:50',
        elapsed: 50 * MINUTE,
        wall: 110 * MINUTE,
        within: 30 * MINUTE,
        over: 20 * MINUTE,
        severity: 'minor',
        charged: { kind: 'employee', to: 'Wang' },
        fields: ['chat', 'Wang'],
      }),
      verdict({
        ticket: 'B',
        clock: resolution,
        outcome: 'running',
        start: '2026-10-09 11:00',
        fields: ['chat', 'Zhao'],
      }),
    ],
  },
  {
    // Nobody held it, nobody answered: breached and still open.
    ticket: { createdAt: at('2026-10-31 09:00'), fields: ['chat', ''] },
    verdicts: [
      verdict({
        ticket: 'C',
        outcome: 'breached',
        start: '2026-10-31 09:00',
        due: '2026-10-31 09:30',
        elapsed: 15 * HOUR,
        wall: 15 * HOUR,
        within: 30 * MINUTE,
        over: 14.5 * HOUR,
        severity: 'severe',
        charged: { kind: 'unassigned', to: '' },
        fields: ['chat', ''],
      }),
      verdict({ ticket: 'C', clock: resolution, outcome: 'paused', start: '2026-10-31 09:00', fields: ['chat', ''] }),
    ],
  },
  {
    // Created and breached in September, answered in October: the breach is September's, its 26 h are October's (S27).
    ticket: { createdAt: at('2026-09-30 08:00'), fields: ['phone', 'Li'] },
    verdicts: [
      verdict({
        ticket: 'D',
        outcome: 'breached',
        start: '2026-09-30 08:00',
        due: '2026-09-30 08:30',
        stop: '2026-10-01 10:00',
        elapsed: 26 * HOUR,
        wall: 26 * HOUR,
        within: 30 * MINUTE,
        severity: 'severe',
        charged: { kind: 'employee', to: 'Li' },
      }),
    ],
  },
  {
    // Spam: cancelled.
    ticket: { createdAt: at('2026-10-12 09:00'), fields: ['phone', 'Li'] },
    verdicts: [
      verdict({ ticket: 'E', outcome: 'cancelled', start: '2026-10-12 09:00', cancelled: '2026-10-12 09:05' }),
      verdict({
        ticket: 'E',
        clock: resolution,
        outcome: 'cancelled',
        start: '2026-10-12 09:00',
        cancelled: '2026-10-12 09:05',
      }),
    ],
  },
  {
    // A reply without a beginning, and a stamp without seconds: undecided, in no average (S30).
    ticket: { createdAt: at('2026-10-13 09:00'), fields: ['', 'Li'] },
    verdicts: [
      verdict({ ticket: 'F', outcome: 'undecided', stop: '2026-10-13 09:00', fields: ['', 'Li'] }),
      verdict({
        ticket: 'F',
        clock: resolution,
        outcome: 'met',
        start: '2026-10-13 09:00',
        stop: '2026-10-13 10:00',
        fields: ['', 'Li'],
      }),
    ],
  },
];

function audit(scope: Partial<Scope> = {}, from = tickets, clocks = [response, resolution]): Report {
  const collector = collect(policy(clocks), { period: october, asOf, ...scope });
  for (const { ticket, verdicts } of from) collector.add(verdicts, ticket);
  return collector.finish(rest);
}

describe('the figures of October', () => {
  const report = audit();

  test('response: met A; breached B and C, C still open; E cancelled, F undecided; D was decided in September', () => {
    expect(report.clocks[0]).toMatchObject({
      clock: 'first_response',
      met: 1,
      breached: 2,
      breachedOpen: 1,
      cancelled: 1,
      undecided: 1,
      running: 0,
      attainment: { numerator: 1, denominator: 3, percent: 33.333 },
      objective: { percent: 90, reached: false },
      severity: [
        { band: 'minor', runs: 1 },
        { band: 'severe', runs: 1 },
      ],
    });
  });

  test('times of what stopped in October: A 10 min, B 50 min, D 26 h; C, E and F are left out and counted', () => {
    // 600 + 3000 + 93 600 = 97 200 s, ÷ 3 = 32 400 s; on the wall B has 6600: 100 800 ÷ 3 = 33 600.
    expect(report.clocks[0]).toMatchObject({
      open: { n: 3, mean: 32_400, median: 3000, p90: 93_600, p95: 93_600, longest: 93_600 },
      wall: { n: 3, mean: 33_600, median: 6600, p90: 93_600, p95: 93_600, longest: 93_600 },
      leftOut: [
        { why: 'undecided', runs: 1 },
        { why: 'not-stopped', runs: 1 },
        { why: 'cancelled', runs: 1 },
        { why: 'excused', runs: 0 },
      ],
    });
  });

  test('a met run of unknown length is met, and left out of the times', () => {
    // A took 2 h; F's length is not known; B and C are not stopped, E is cancelled.
    expect(report.clocks[1]).toMatchObject({
      met: 2,
      running: 1,
      paused: 1,
      cancelled: 1,
      attainment: { numerator: 2, denominator: 2, percent: 100 },
      objective: null,
      open: { n: 1, mean: 7200, median: 7200, longest: 7200 },
      leftOut: [
        { why: 'undecided', runs: 1 },
        { why: 'not-stopped', runs: 2 },
        { why: 'cancelled', runs: 1 },
        { why: 'excused', runs: 0 },
      ],
    });
  });

  test('tickets created in October: A B C E F; E cancelled; A and F resolved: 2 of 4', () => {
    expect(report.tickets).toMatchObject({
      created: 5,
      cancelled: 1,
      resolved: 2,
      resolution: { numerator: 2, denominator: 4, percent: 50 },
    });
  });

  test('who answers: most breaches first, then by name', () => {
    const [employee] = report.groups;
    expect(employee?.by).toBe('employee');
    expect(
      employee?.groups.map(({ name, kind, tickets: { created }, clocks }) => [
        name,
        kind,
        created,
        clocks[0]?.breached,
      ]),
    ).toEqual([
      ['', 'unassigned', 1, 1], // C
      ['Wang', 'employee', 0, 1], // answers for B, which Zhao has now
      ['Li', 'employee', 3, 0], // A, E, F; D's breach was in September
      ['Zhao', 'employee', 1, 0], // has B; only its resolution, clocks[0] here
    ]);
  });

  test('by channel, without a name where it is not given', () => {
    const channel = report.groups.find(({ by }) => by === 'channel');
    expect(channel?.groups.map(({ name, kind }) => [name, kind])).toEqual([
      ['chat', 'value'],
      ['', 'value'],
      ['phone', 'value'],
    ]);
    // Phone: A met; D lends its 26 h: (600 + 93 600) ÷ 2 = 47 100.
    expect(channel?.groups[2]?.clocks[0]).toMatchObject({
      met: 1,
      breached: 0,
      cancelled: 1,
      open: { n: 2, mean: 47_100 },
    });
  });

  test('each breach behind the numbers, in the order of decision', () => {
    expect(
      report.breaches.map(({ ticket, dueAt, stoppedAt, over, chargedTo, chargedKind }) => [
        ticket,
        dueAt,
        stoppedAt,
        over,
        chargedTo,
        chargedKind,
      ]),
    ).toEqual([
      ['B', '2026-10-09T11:30:00Z', '2026-10-09T12:50:00Z', 1200, 'Wang', 'employee'],
      ['C', '2026-10-31T09:30:00Z', null, 52_200, '', 'unassigned'],
    ]);
  });

  test('without a period September counts as well', () => {
    const { period: _, ...scope } = { period: october, asOf };
    const collector = collect(policy([response, resolution]), scope);
    for (const { ticket, verdicts } of tickets) collector.add(verdicts, ticket);
    const everything = collector.finish(rest);
    expect(everything.period).toBeUndefined();
    expect(everything.tickets.created).toBe(6);
    expect(everything.clocks[0]).toMatchObject({ met: 1, breached: 3, breachedOpen: 1 });
  });
});

test('a missed interval of a duty has no stop, but is not open', () => {
  const missed = verdict({
    ticket: 'A',
    clock: duty,
    outcome: 'breached',
    start: '2026-10-08 09:00',
    due: '2026-10-08 11:00',
    elapsed: 2 * HOUR,
    wall: 2 * HOUR,
  });
  const report = audit(
    {},
    [{ ticket: { createdAt: at('2026-10-08 09:00'), fields: ['', ''] }, verdicts: [missed] }],
    [duty],
  );
  expect(report.clocks[0]).toMatchObject({ breached: 1, breachedOpen: 0, open: { n: 0 } });
});

test('a breach that was cancelled later stays, and is not open (S16)', () => {
  const told = { clock: response, outcome: 'breached', start: '2026-10-08 09:00', due: '2026-10-08 11:00' } as const;
  const given = { ticket: { createdAt: at('2026-10-08 09:00'), fields: ['', ''] } };
  const report = audit({}, [
    { ...given, verdicts: [verdict({ ...told, cancelled: '2026-10-08 12:00' }), verdict({ ...told, cycle: 2 })] },
  ]);
  expect(report.clocks[0]).toMatchObject({ breached: 2, breachedOpen: 1 });
  expect(report.breaches.map(({ stoppedAt, cancelledAt }) => [stoppedAt, cancelledAt])).toEqual([
    [null, '2026-10-08T12:00:00Z'],
    [null, null],
  ]);
});

test('a clock that never ran is told all the same, with nothing known', () => {
  expect(audit({}, [], [response]).clocks[0]).toMatchObject({
    met: 0,
    attainment: { numerator: 0, denominator: 0, percent: null },
    objective: { percent: 90, reached: null },
    open: { n: 0, mean: null },
  });
});

test('dimensions: those asked for, in that order, once; an unknown one is our bug', () => {
  expect(
    audit({ by: [{ by: 'assignee' }, { by: 'employee' }, { by: 'assignee' }] }).groups.map(({ by }) => by),
  ).toEqual(['assignee', 'employee']);
  expect(audit({ by: [] }).groups).toEqual([]);
  expect(() => audit({ by: [{ by: 'region' }] })).toThrow(RangeError);
});

test('an employee and a department of one name are two groups', () => {
  const breachOf = (kind: 'employee' | 'department') =>
    verdict({
      ticket: kind,
      outcome: 'breached',
      start: '2026-10-08 09:00',
      due: '2026-10-08 09:30',
      charged: { kind, to: 'Qi' },
    });
  const facts = { createdAt: at('2026-10-08 09:00'), fields: ['', 'Qi'] };
  const report = audit({ by: [{ by: 'employee' }] }, [
    { ticket: facts, verdicts: [breachOf('employee')] },
    { ticket: facts, verdicts: [breachOf('department')] },
  ]);
  expect(report.groups[0]?.groups.map(({ kind, clocks }) => [kind, clocks[0]?.breached])).toEqual([
    ['department', 1],
    ['employee', 1],
  ]);
});

test('findings are counted in the registry’s order', () => {
  const finding = (code: string) => ({ code, message: '' });
  const found = ['open-pause', 'bad-timestamp', 'open-pause', 'of-my-own'].map(finding);
  const { findings } = collect(policy([]), { asOf }).finish({ ...rest, findings: found });
  expect(findings.map(({ code, count }) => [code, count])).toEqual([
    ['bad-timestamp', 1],
    ['open-pause', 2],
    ['of-my-own', 1],
  ]);
});

// --- order and division make no difference -------------------------------------------------------------------------

const clocks = [response, resolution, clock('handover')];
const instant = fc
  .integer({ min: at('2026-09-20 00:00'), max: at('2026-11-10 00:00') })
  .map((ms) => new Date(ms).toISOString().slice(0, -1));
const arbitraryVerdict = fc.record({
  clock: fc.constantFrom(...clocks),
  cycle: fc.integer({ min: 1, max: 3 }),
  outcome: fc.constantFrom<Outcome>('met', 'breached', 'running', 'paused', 'cancelled', 'undecided', 'no-target'),
  start: instant,
  stop: fc.option(instant, { nil: undefined }),
  due: instant,
  elapsed: fc.option(fc.nat(10 * HOUR), { nil: undefined }),
  wall: fc.nat(20 * HOUR),
  who: fc.constantFrom('Li', 'Wang', ''),
  channel: fc.constantFrom('phone', 'chat', ''),
});

const arbitraryLife = fc.record({
  runs: fc.array(arbitraryVerdict, { maxLength: 4 }),
  ratings: fc.array(fc.tuple(fc.nat(40), fc.constantFrom('1', '2.5', '5', '', 'good')), { maxLength: 2 }),
  replies: fc.option(fc.nat(3), { nil: undefined }),
  wasResolved: fc.boolean(),
  wasReopened: fc.boolean(),
});
const arbitraryTickets = fc.array(arbitraryLife, { maxLength: 12 }).map((each) =>
  each.map(({ runs, ratings, replies, ...contacts }, number) => ({
    ticket: {
      createdAt: at('2026-09-28 00:00') + number * 24 * HOUR,
      fields: [number % 2 ? 'phone' : 'chat', 'Li', ''],
      ratings: ratings.map(([days, score]) => ({
        at: at('2026-09-25 00:00') + days * 24 * HOUR,
        fields: ['phone', 'Wang', score],
      })),
      contacts: { ...contacts, ...(replies !== undefined && { replies }) },
    },
    verdicts: runs.map(({ who, channel, stop, elapsed, ...told }) =>
      verdict({
        ...told,
        ticket: `T-${number}`,
        fields: [channel, who, ''],
        ...(stop !== undefined && { stop }),
        ...(elapsed !== undefined && { elapsed }),
        ...(told.outcome === 'breached' && {
          charged: who === '' ? { kind: 'unassigned' as const, to: '' } : { kind: 'employee' as const, to: who },
        }),
      }),
    ),
  })),
);

const plain = policy(clocks, ['channel', 'assignee', 'score']);
const rated = { ...plain, consequences: { ...plain.consequences, rating: 'score' } };
const divided = [
  { by: 'employee', inner: 'month' },
  { by: 'month', inner: 'channel' },
  { by: 'hour', inner: 'weekday' },
  { by: 'channel' },
];

test('any order of tickets, and any two parts merged, give the same bytes', () => {
  fc.assert(
    fc.property(arbitraryTickets, fc.nat(12), fc.boolean(), (all, cut, whole) => {
      const scope = { asOf, by: divided, ...(!whole && { period: october }) };
      const gather = (some: typeof all) => {
        const collector = collect(rated, scope);
        for (const { ticket, verdicts } of some) collector.add(verdicts, ticket);
        return collector;
      };
      const expected = JSON.stringify(gather(all).finish(rest));
      expect(JSON.stringify(gather(all.toReversed()).finish(rest))).toBe(expected);
      const merged = gather(all.slice(cut));
      // As from another thread: nothing but plain values.
      merged.merge({ totals: structuredClone(gather(all.slice(0, cut)).totals) });
      expect(JSON.stringify(merged.finish(rest))).toBe(expected);
    }),
    { seed: 29, numRuns: 150 },
  );
});

test('every run is counted once, in exactly one group of each dimension', () => {
  fc.assert(
    fc.property(arbitraryTickets, (all) => {
      const collector = collect(rated, { asOf, by: divided });
      for (const { ticket, verdicts } of all) collector.add(verdicts, ticket);
      const report = collector.finish(rest);
      const breached = all.flatMap(({ verdicts }) => verdicts).filter(({ outcome }) => outcome === 'breached').length;
      const sum = (figures: Report['clocks']) => figures.reduce((total, each) => total + each.breached, 0);
      expect(sum(report.clocks)).toBe(breached);
      expect(report.breaches).toHaveLength(breached);
      for (const { groups } of report.groups) {
        expect(groups.reduce((total, group) => total + sum(group.clocks), 0)).toBe(breached);
        expect(groups.reduce((total, group) => total + group.tickets.created, 0)).toBe(all.length);
        for (const group of groups) expect(partsOf(group)).toEqual(wholeOf(group));
      }
    }),
    { seed: 30, numRuns: 100 },
  );
});

/** Tickets, decisions, breaches and lengths of a group … */
function wholeOf({ tickets, clocks: all }: Pick<Group, 'tickets' | 'clocks'>): number[] {
  const sum = (of: (clock: Report['clocks'][number]) => number) => all.reduce((total, each) => total + of(each), 0);
  return [
    tickets.created,
    sum((each) => each.attainment.denominator),
    sum((each) => each.breached),
    sum((each) => each.open.n),
  ];
}

/** … and of its own groups together; of a group without any its own. */
function partsOf(group: Group): number[] {
  if (group.groups === undefined) return wholeOf(group);
  return group.groups.map(wholeOf).reduce((total, each) => total.map((n, at) => n + (each[at] ?? 0)), [0, 0, 0, 0]);
}

test('a run decided in September and stopped in October: its breach is of the one month, its length of the other', () => {
  const late = verdict({
    ...{
      ticket: 'D',
      outcome: 'breached',
      start: '2026-09-30 08:00',
      due: '2026-09-30 08:30',
      stop: '2026-10-01 10:00',
    },
    ...{ elapsed: 26 * HOUR, wall: 26 * HOUR, fields: ['phone', 'Li'], charged: { kind: 'employee', to: 'Li' } },
  });
  const facts = { createdAt: at('2026-09-30 08:00'), fields: ['phone', 'Li'] };
  const collector = collect(policy([response]), { asOf, by: [{ by: 'employee', inner: 'month' }] });
  collector.add([late], facts);
  const report = collector.finish(rest);
  const [li] = report.groups[0]?.groups ?? [];
  expect(li?.clocks.map(({ breached, open }) => [breached, open.n])).toEqual([[1, 1]]);
  expect(
    li?.groups?.map(({ name, tickets, clocks: all }) => [name, tickets.created, all[0]?.breached, all[0]?.open.n]),
  ).toEqual([
    ['2026-09', 1, 1, 0],
    ['2026-10', 0, 0, 1],
  ]);
});

test('weekdays stand in the order of the week, whatever was breached on them; what is not known comes last', () => {
  const of = (ticket: string, start: string | undefined, outcome: 'met' | 'breached') => ({
    ticket: { createdAt: at('2026-10-05 00:00'), fields: ['', ''] },
    verdicts: [
      verdict({
        ticket,
        outcome,
        stop: '2026-10-12 09:00',
        due: '2026-10-12 08:00',
        ...(start !== undefined && { start }),
      }),
    ],
  });
  // In Shanghai, 8 h ahead, 17:00Z of Sunday 4 October is Monday 01:00.
  const report = audit({ by: [{ by: 'weekday' }, { by: 'hour' }] }, [
    of('A', '2026-10-04 17:00', 'met'),
    of('B', '2026-10-10 02:00', 'breached'),
    of('C', undefined, 'breached'),
  ]);
  expect(report.groups[0]?.groups.map(({ name, clocks: all }) => [name, all[0]?.breached])).toEqual([
    ['mon', 0],
    ['sat', 1],
    ['', 1],
  ]);
  // Created on 5 October 00:00Z = 08:00: a group of tickets alone.
  expect(report.groups[1]?.groups.map(({ name }) => name)).toEqual(['1', '8', '10', '']);
});

test('first contact: one reply or none, never reopened, of those resolved whose replies are known', () => {
  const of = (ticket: string, replies: number | undefined, wasReopened = false, isResolved = true) => ({
    ticket: {
      ...{ createdAt: at('2026-10-05 09:00'), fields: ['', ''] },
      contacts: { wasResolved: true, wasReopened, ...(replies !== undefined && { replies }) },
    },
    verdicts: [
      verdict({
        ticket,
        clock: resolution,
        outcome: isResolved ? 'met' : 'running',
        start: '2026-10-05 09:00',
        ...(isResolved && { stop: '2026-10-05 10:00' }),
      }),
    ],
  });
  const all = [of('A', 1), of('B', 2), of('C', 0), of('D', 1, true), of('E', undefined), of('F', 1, true, false)];
  const report = audit({}, all);
  // A and C of A, B, C, D; E's replies nobody knows. Reopened D and F of all six; nothing says what reopens: unknown.
  expect(report.tickets.firstContact).toEqual({ numerator: 2, denominator: 4, percent: 50 });
  expect(report.tickets.reopened).toBeNull();
  const place = { file: 'policy.yaml' };
  const reopen = { on: [{ kind: 'event' as const, event: 'reopened', when: [], place }], rule: 'continue' as const };
  const told = audit({}, all, [response, { ...resolution, reopen }]);
  expect(told.tickets.reopened).toEqual({ numerator: 2, denominator: 6, percent: 33.333 });
});

test('where no ticket has a second reply the exports hold first ones only: first contact is unknown, not 100 %', () => {
  const [first] = tickets;
  if (first === undefined) throw new Error('no ticket');
  const contacts = { replies: 1, wasResolved: true, wasReopened: false };
  const report = audit({}, [{ ...first, ticket: { ...first.ticket, contacts } }]);
  expect(report.tickets.firstContact).toBeNull();
  expect(report.untold).toContainEqual({ figure: 'first-contact', why: 'first-replies-only' });
});
