import { describe, expect, test } from 'vitest';
import type { ConsequenceFigures } from '../../src/domain/consequence-figures.ts';
import type { Highlight } from '../../src/domain/highlights.ts';
import type { ClockFigures, Durations, Group, Report } from '../../src/domain/report.ts';
import { highlightsOf } from '../../src/figures/highlights/highlights.ts';
import { ratio } from '../../src/figures/ratio.ts';

const nothing: Durations = { n: 0, mean: null, median: null, p90: null, p95: null, longest: null };

/** A clock with so many kept and broken; `aim` is its objective in percent. */
function clock(id: string, met: number, breached: number, more: Partial<ClockFigures> & { aim?: number } = {}) {
  const { aim, ...rest } = more;
  const attainment = ratio(met, met + breached);
  const isReached = aim === undefined ? null : (attainment.percent ?? 0) >= aim;
  const figures: ClockFigures = {
    clock: id,
    title: { en: id },
    kind: 'response',
    ...{ met, breached, breachedOpen: 0, running: 0, paused: 0, cancelled: 0, undecided: 0, excused: 0, noTarget: 0 },
    attainment,
    objective: aim === undefined ? null : { percent: aim, reached: isReached, gap: null },
    ...{ severity: [], over: nothing, open: nothing, wall: nothing, leftOut: [] },
    ...rest,
  };
  return figures;
}

const tickets = { created: 60, cancelled: 0, resolved: 0, resolution: null, firstContact: null, reopened: null };

function report(more: Partial<Report>): Report {
  return {
    schemaVersion: 1,
    policy: { file: 'policy.yaml', name: 'p' },
    timezone: 'UTC',
    language: 'en',
    period: { label: '2026-10', start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z' },
    asOf: '2026-11-01T00:00:00Z',
    rows: { files: 1, rows: 1000, used: 1000, setAside: [], byFile: [] },
    tickets,
    ...{ clocks: [], objectives: [], groups: [], breaches: [], findings: [] },
    ...more,
  };
}

function told(more: Partial<Report>, undecided: Parameters<typeof highlightsOf>[1] = []): readonly Highlight[] {
  return highlightsOf(report(more), undecided);
}

function of<Kind extends Highlight['kind']>(kind: Kind, highlights: readonly Highlight[]) {
  return highlights.filter((each): each is Extract<Highlight, { kind: Kind }> => each.kind === kind);
}

function group(name: string, met: number, breached: number, kind: Group['kind'] = 'value'): Group {
  return { name, kind, tickets, clocks: [clock('response', met, breached)] };
}

describe('the whole', () => {
  test('adds up all clocks', () => {
    const clocks = [clock('a', 40, 8, { breachedOpen: 3 }), clock('b', 8, 4, { breachedOpen: 1, excused: 2 })];
    // 40 + 8 of 48 + 12; 3 + 1 still open.
    expect(told({ clocks })).toEqual([
      {
        kind: 'whole',
        created: 60,
        kept: { numerator: 48, denominator: 60, percent: 80 },
        ...{ breached: 12, breachedOpen: 4, excused: 2 },
      },
    ]);
  });

  test.each([
    [9, null],
    [10, 100],
  ])('of %i runs the percentage is %s', (met, percent) => {
    expect(of('whole', told({ clocks: [clock('a', met, 0)] }))[0]?.kept.percent).toBe(percent);
  });
});

describe('objectives', () => {
  test.each([
    // 95 % of 52 is 49.4: 50 must be kept.
    [48, 4, 95, { isReached: false, margin: 2 }],
    [49, 3, 95, { isReached: false, margin: 1 }],
    [50, 2, 95, { isReached: true, margin: 0 }],
    [52, 0, 95, { isReached: true, margin: 2 }],
    // 90 % of 10 is exactly 9.
    [9, 1, 90, { isReached: true, margin: 0 }],
    [8, 2, 90, { isReached: false, margin: 1 }],
  ])('%i kept and %i broken against %i %%', (met, breached, aim, expected) => {
    const [first] = of('objective', told({ clocks: [clock('a', met, breached, { aim })] }));
    expect(first).toMatchObject({ id: 'a', isClock: true, aim, ...expected });
  });

  test('of fewer than ten runs none is told', () => {
    expect(of('objective', told({ clocks: [clock('a', 5, 4, { aim: 90 })] }))).toEqual([]);
  });

  test('the two that are missed furthest, and the others together', () => {
    const clocks = [
      clock('near', 17, 3, { aim: 90 }), // 85: 5 points below
      clock('kept', 20, 0, { aim: 90 }),
      clock('far', 10, 10, { aim: 90 }), // 50: 40 below
      clock('middle', 14, 6, { aim: 90 }), // 70: 20 below
    ];
    const highlights = told({ clocks });
    expect(of('objective', highlights).map(({ id }) => id)).toEqual(['far', 'middle']);
    expect(of('other-objectives', highlights)).toEqual([
      { kind: 'other-objectives', reached: 1, missed: [{ id: 'near', title: { en: 'near' } }] },
    ]);
  });

  test('where all are reached, the one that is closest, and how many others', () => {
    const clocks = [clock('easy', 20, 0, { aim: 90 }), clock('close', 18, 2, { aim: 90 })];
    const highlights = told({ clocks });
    expect(of('objective', highlights).map(({ id, isReached }) => [id, isReached])).toEqual([['close', true]]);
    expect(of('other-objectives', highlights)).toEqual([{ kind: 'other-objectives', reached: 1, missed: [] }]);
  });

  test('one over a single clock that says what the clock says is not told twice', () => {
    const over = { id: 'o', title: {}, within: null, excused: 0, reached: false, gap: null, groups: [] };
    const clocks = [clock('a', 10, 10, { aim: 90 })];
    const same = { ...over, clocks: ['a'], atLeast: 90, share: ratio(10, 20) };
    const stricter = { ...over, clocks: ['a'], atLeast: 95, share: ratio(10, 20) };
    expect(of('objective', told({ clocks, objectives: [same] })).map(({ id }) => id)).toEqual(['a']);
    expect(of('objective', told({ clocks, objectives: [stricter] })).map(({ id }) => id)).toEqual(['o', 'a']);
  });
});

describe('the change on the month before', () => {
  const month = (label: string, met: number, breached: number, isPartial = false) => ({
    ...{ month: label, start: '', end: '', isPartial, tickets, resolved: null, backlog: null },
    clocks: [clock('a', met, breached)],
    change: null,
  });
  const inOctober = (met: number, breached: number, before: readonly [number, number], isPartial = false) =>
    of(
      'change',
      told({
        clocks: [clock('a', met, breached)],
        trend: { months: [month('2026-09', ...before), month('2026-10', met, breached, isPartial)], leftOut: 0 },
      }),
    );

  test.each([
    // 16 of 20 is 80 %; 15 of 20 75 %: five points.
    ['five points', 16, 4, [15, 5], 5],
    ['five points down', 15, 5, [16, 4], -5],
    ['a hundredth less than five', 7999, 2001, [7500, 2500], undefined],
    ['19 runs before', 16, 4, [9, 10], undefined],
    ['19 runs now', 9, 10, [16, 4], undefined],
  ] as const)('%s', (_, met, breached, before, points) => {
    expect(inOctober(met, breached, before)[0]?.points).toBe(points);
  });

  test('is that of the clock that changed most, with both months', () => {
    expect(inOctober(10, 10, [20, 0])).toEqual([
      {
        ...{ kind: 'change', clock: 'a', title: { en: 'a' }, month: '2026-10', points: -50 },
        kept: { numerator: 10, denominator: 20, percent: 50 },
        before: { month: '2026-09', kept: { numerator: 20, denominator: 20, percent: 100 } },
      },
    ]);
  });

  test('is told of a whole month only, and not where the exports end before it does', () => {
    expect(inOctober(10, 10, [20, 0], true)).toEqual([]);
    const trend = { months: [month('2026-09', 20, 0), month('2026-10', 10, 10)], leftOut: 0 };
    const clocks = [clock('a', 10, 10)];
    expect(of('change', told({ clocks, trend, dataEnds: '2026-10-20T00:00:00Z' }))).toEqual([]);
    const quarter = { label: '2026-Q4', start: '', end: '' };
    expect(of('change', told({ clocks, trend, period: quarter }))).toEqual([]);
  });
});

describe('the weakest of a dimension', () => {
  const weakest = (...groups: readonly Group[]) => of('weakest', told({ groups: [{ by: 'channel', groups }] }))[0];

  test('keeps ten points less than all others together', () => {
    // 8 of 20 is 40 %; the others keep 30 + 15 of 60: 75 %.
    expect(weakest(group('phone', 8, 12), group('mail', 30, 10), group('web', 15, 5))).toEqual({
      ...{ kind: 'weakest', by: 'channel', group: { name: 'phone', kind: 'value' } },
      kept: { numerator: 8, denominator: 20, percent: 40 },
      others: { numerator: 45, denominator: 60, percent: 75 },
      ...{ breached: 12, breachedInAll: 27 },
    });
  });

  test.each([
    ['ten points', [group('a', 14, 6), group('b', 16, 4)], 'a'],
    ['nine', [group('a', 71, 29), group('b', 80, 20)], undefined],
    ['nine runs', [group('a', 1, 8), group('b', 20, 0)], undefined],
    ['two breaches', [group('a', 8, 2), group('b', 20, 0)], undefined],
    ['three breaches', [group('a', 8, 3), group('b', 20, 0)], 'a'],
    ['few others', [group('a', 8, 12), group('b', 9, 0)], undefined],
    ['a group without a name', [group('', 8, 12), group('b', 20, 0)], undefined],
    ['nobody else', [group('a', 8, 12)], undefined],
  ])('%s', (_, groups, name) => expect(weakest(...groups)?.group.name).toBe(name));

  test('is told of the two dimensions with the widest gaps, and not of people and months', () => {
    const wide = [group('a', 5, 15), group('b', 20, 0)];
    const narrow = [group('c', 14, 6), group('d', 18, 2)];
    const middle = [group('e', 10, 10), group('f', 18, 2)];
    const groups = [
      { by: 'employee', groups: wide },
      { by: 'channel', groups: narrow },
      { by: 'type', groups: wide },
      { by: 'month', groups: wide },
      { by: 'hour', groups: middle },
    ];
    expect(of('weakest', told({ groups })).map(({ by }) => by)).toEqual(['type', 'hour']);
  });
});

describe('people', () => {
  const people = (...groups: readonly Group[]) => of('people', told({ groups: [{ by: 'employee', groups }] }))[0];
  const person = (name: string, breached: number, met = 10) => group(name, met, breached, 'employee');

  test('the three with most breaches, of all that were judged', () => {
    expect(people(person('Li', 7), person('Wu', 4, 1), person('He', 3), person('Ma', 2), person('Bo', 0))).toEqual({
      kind: 'people',
      people: [
        { name: 'Li', kind: 'employee', breached: 7, judged: 17 },
        { name: 'Wu', kind: 'employee', breached: 4, judged: 5 },
        { name: 'He', kind: 'employee', breached: 3, judged: 13 },
      ],
      ...{ breached: 14, breachedInAll: 16 },
    });
  });

  test.each([
    ['whoever has as many as the third', [7, 3, 3, 3, 3, 1], [7, 3, 3, 3, 3]],
    ['not those of whom there are too many', [7, 3, 3, 3, 3, 3, 1], [7]],
    ['nobody where six are alike', [3, 3, 3, 3, 3, 3], undefined],
    ['nobody with less than three', [3, 2, 2], [3]],
    ['nobody where there are less than five', [4], undefined],
    ['nobody where it is no concentration', [4, 2, 2, 2, 2, 2, 2, 1], undefined], // 4 of 17
    ['a quarter is one', [4, 2, 2, 2, 2, 2, 2], [4]],
  ])('%s', (_, counts, named) => {
    const told = people(...counts.map((breached, index) => person(`p${index}`, breached)));
    expect(told?.people.map(({ breached }) => breached)).toEqual(named);
  });

  test('departments and what nobody held count among all, and are not named', () => {
    const all = [group('Desk', 0, 9, 'department'), group('', 0, 2, 'unassigned'), person('Li', 5)];
    expect(people(...all)).toMatchObject({ people: [{ name: 'Li' }], breached: 5, breachedInAll: 16 });
  });
});

test('what follows is told as its sums, by who bears it', () => {
  const fine = { family: 'penalty', consequence: 'fine', proposal: false, percents: [] } as const;
  const sum = { ...fine, times: 3, amount: 150, currency: 'CNY' };
  const consequences: ConsequenceFigures = {
    ...{ currency: 'CNY', lines: [], otherBreaches: [], subjects: [], withoutFile: [] },
    totals: [{ kind: 'employee', sums: [sum] }],
  };
  expect(of('consequences', told({ consequences }))).toEqual([
    { kind: 'consequences', sums: [{ of: 'employee', ...sum }] },
  ]);
  expect(of('consequences', told({ consequences: { ...consequences, totals: [] } }))).toEqual([]);
});

describe('what is lost', () => {
  test.each([
    ['one in a hundred runs', 98, 1, 1, true],
    ['less', 99, 1, 1, false],
    ['none', 5, 0, 0, false],
  ])('%s', (_, met, breached, undecided, isTold) => {
    const reasons = [{ reason: 'imprecise', runs: undecided }];
    const found = of('undecided', told({ clocks: [clock('a', met, breached, { undecided })] }, reasons));
    expect(found).toEqual(isTold ? [{ kind: 'undecided', undecided, of: met + breached + undecided, reasons }] : []);
  });

  test.each([
    ['ten of a thousand rows', 1000, 10, true],
    ['nine', 1000, 9, false],
    ['one of a hundred', 100, 1, true],
    ['ten of a million', 1_000_000, 10, true],
  ])('%s', (_, rows, bad, isTold) => {
    const setAside = [
      { reason: 'not-included', rows: 50 },
      { reason: 'bad-timestamp', rows: bad },
    ];
    const account = { files: 1, rows, used: rows - bad - 50, setAside, byFile: [] };
    expect(of('set-aside', told({ rows: account }))).toEqual(
      isTold ? [{ kind: 'set-aside', rows: bad, of: rows, reasons: [{ reason: 'bad-timestamp', rows: bad }] }] : [],
    );
  });

  test('data that end early', () => {
    expect(of('data-ends', told({ dataEnds: '2026-10-20T00:00:00Z' }))).toEqual([
      { kind: 'data-ends', at: '2026-10-20T00:00:00Z', asOf: '2026-11-01T00:00:00Z' },
    ]);
  });
});

test('of more than seven those that are needed least are left out; caveats come first', () => {
  const wide = [group('a', 5, 15), group('b', 20, 0)];
  const sum = { family: 'penalty', consequence: 'fine', proposal: false, percents: [], times: 1 } as const;
  const highlights = told(
    {
      dataEnds: '2026-10-20T00:00:00Z',
      rows: { files: 1, rows: 100, used: 80, setAside: [{ reason: 'bad-timestamp', rows: 20 }], byFile: [] },
      clocks: [
        clock('a', 10, 10, { aim: 90, undecided: 5 }),
        clock('b', 11, 9, { aim: 90 }),
        clock('c', 12, 8, { aim: 90 }),
      ],
      groups: [
        { by: 'employee', groups: [group('Li', 0, 20, 'employee')] },
        { by: 'channel', groups: wide },
        { by: 'type', groups: wide },
      ],
      consequences: {
        ...{ currency: 'CNY', lines: [], otherBreaches: [], subjects: [], withoutFile: [] },
        totals: [{ kind: 'employee', sums: [{ ...sum, amount: 1, currency: 'CNY' }] }],
      },
    },
    [{ reason: 'imprecise', runs: 5 }],
  );
  expect(highlights.map(({ kind }) => kind)).toEqual([
    ...['whole', 'data-ends', 'objective', 'weakest', 'people', 'consequences', 'undecided'],
  ]);
});
