import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConsequenceSum } from '../../src/domain/consequence-figures.ts';
import { consequenceFigures } from '../../src/figures/consequences.ts';
import { breaches, consequence, consequences, ref, rules, scope } from './consequences-in-october.ts';
import { october } from './verdicts.ts';

const figures = consequenceFigures(consequences, breaches, scope);

describe('the lines of a period', () => {
  test('are those settled in it, the first and last instant in, its end out', () => {
    const settled = [october.start - 1, october.start, october.end - 1, october.end];
    const { lines } = consequenceFigures(
      settled.map((settledAt, index) => consequence({ settledAt, tier: index })),
      breaches,
      scope,
    );
    expect(lines.map(({ tier }) => tier)).toEqual([1, 2]);
    expect(figures.lines).toHaveLength(consequences.length - 1);
  });

  test('without a period all of them', () => {
    const { period: _, ...always } = scope;
    expect(consequenceFigures(consequences, breaches, always).lines).toHaveLength(consequences.length);
  });

  test('say money in major units, with what the cap took off: 15000 and 5000 fen', () => {
    expect(figures.lines[4]).toEqual({
      ...{ family: 'penalty', who: 'E1', name: '李娜', kind: 'employee', ladder: 'fines', reward: null, tier: 3 },
      ...{ title: { en: 'Ladder fines', zh: '阶梯fines' }, consequence: 'fine', amount: 150, currency: 'CNY' },
      ...{ percent: null, quantity: null, at: '2026-10-07T09:00:00Z', period: '2026-10', count: 3, counts: 'breaches' },
      ...{ countsOf: [], lines: [], breach: ref('T-3'), over: 1200, counted: [ref('T-1'), ref('T-2'), ref('T-3')] },
      countedBefore: 0,
      facts: [],
      base: null,
      raised: null,
      ...{ proposal: false, until: null, capped: 50 },
    });
  });

  test.each([
    // 500 basis points are 5 %; 12345 fen.
    ['bonus', { amount: 123.45, percent: 5, currency: 'CNY', counts: 'weighted', count: 5, capped: null }],
    ['oral', { amount: null, currency: null, countsOf: ['minor'], period: '2025-10-07..2026-10-07' }],
    ['written', { counts: 'consequences', countsOf: ['oral_warning'], until: '2027-10-07T09:00:00Z', proposal: false }],
    ['slow', { amount: 2, currency: null, counts: 'overtime', count: 80.5 }],
    // Six of seven in time: 85.714285… %. Of a share the cap took off a share: 50 basis points.
    [
      'share',
      { amount: null, percent: 5.5, capped: 0.5, counts: 'attainment', count: 85.714, breach: null, over: null },
    ],
    ['score', { counts: 'rating', count: 3.9 }],
    ['liability', { family: 'liability', who: '北方物流', name: null, amount: 1000, counts: null, over: 1200 }],
    ['compensation', { family: 'compensation', who: 'Acme', percent: 10, amount: null, currency: null, over: 1200 }],
    ['rewards', { family: 'reward', reward: 'timely', amount: 300, counts: null, at: '2026-11-01T00:00:00Z' }],
  ])('of %s', (ladder, expected) => {
    expect(figures.lines.find((line) => line.ladder === ladder)).toMatchObject(expected);
  });

  test('of more than two hundred that were counted the last are listed', () => {
    const counted = Array.from({ length: 203 }, (_, n) => ref(`T-${n}`));
    const [line] = consequenceFigures([consequence({ counted })], breaches, scope).lines;
    expect([line?.counted.length, line?.counted[0]?.ticket, line?.countedBefore]).toEqual([200, 'T-3', 3]);
  });

  test('a currency without decimals has none: 5000 minor units of yen are 5000 yen', () => {
    const yen = { ...scope, minorDigits: 0, policy: { ...scope.policy, currency: 'JPY' } };
    expect(consequenceFigures(consequences, breaches, yen).lines[0]).toMatchObject({ amount: 5000, currency: 'JPY' });
  });
});

describe('whose breaches are whose', () => {
  test('employees, then departments, then suppliers; the most breaches first', () => {
    expect(
      figures.subjects.map(({ kind, name, title, department, counted, excused, offDuty }) => {
        return [kind, name, title, department, counted, excused, offDuty];
      }),
    ).toEqual([
      ['employee', 'E1', '李娜', '客服一部', 3, 1, 1], // T-1, T-2, T-3 on leave; T-4 excused
      ['employee', 'E2', '王芳', '客服一部', 0, 0, 0], // only consequences
      ['department', '客服一部', undefined, undefined, 4, 1, 1], // its own and Li Na’s
      ['supplier', '北方物流', undefined, undefined, 1, 0, 0],
    ]);
  });

  test('by band, in the policy’s order, what counts and what is excused', () => {
    expect(figures.subjects[0]?.severity).toEqual([
      { band: 'minor', counted: 2, excused: 1 },
      { band: 'severe', counted: 1, excused: 0 },
    ]);
  });

  test('each breach, in the order of decision, with the decision on it', () => {
    const [li] = figures.subjects;
    expect(li?.breaches.map(({ ticket, outcome, offDuty, excuse }) => [ticket, outcome, offDuty, excuse?.by])).toEqual([
      ['T-1', 'breached', null, undefined],
      ['T-2', 'breached', null, undefined],
      ['T-3', 'breached', 'leave', undefined],
      ['T-4', 'excused', null, '周宁'],
    ]);
  });

  test('what is on nobody’s file is told', () => {
    expect(figures.withoutFile).toEqual([{ kind: 'unassigned', breaches: 1 }]);
  });

  test('without a rule about departments only the breaches charged to one are a department’s', () => {
    const own = {
      ...scope,
      subjectOf: ({ charged }: (typeof breaches)[0], per: string) => (charged?.kind === per ? charged.to : undefined),
    };
    const policy = { ...scope.policy, consequences: { ...rules, ladders: rules.ladders.slice(0, -1) } };
    const { subjects } = consequenceFigures([], breaches, { ...own, policy });
    expect(subjects.map(({ kind, counted }) => [kind, counted])).toEqual([
      ['employee', 3],
      ['department', 1],
      ['supplier', 1],
    ]);
  });
});

describe('sums', () => {
  const sum = (more: Partial<ConsequenceSum>): ConsequenceSum => {
    return {
      family: 'penalty',
      consequence: 'fine',
      proposal: false,
      times: 1,
      amount: null,
      currency: null,
      percents: [],
      ...more,
    };
  };

  test('of an employee: 50 + 100 + 150 of fines; proposals apart, last', () => {
    expect(figures.subjects[0]?.sums).toEqual([
      sum({ times: 3, amount: 300, currency: 'CNY' }),
      sum({ consequence: 'bonus', amount: 123.45, currency: 'CNY' }),
      sum({ consequence: 'points', amount: 2 }),
      sum({ consequence: 'oral_warning' }),
      sum({ consequence: 'promotion_bar' }),
      sum({ consequence: 'reassignment_review', proposal: true }),
    ]);
  });

  test('what a reward gives is no penalty, though both are called bonus', () => {
    expect(figures.subjects[1]?.sums).toEqual([
      sum({ consequence: 'bonus', percents: [5.5] }),
      sum({ consequence: 'notice' }),
      sum({ family: 'reward', consequence: 'bonus', amount: 300, currency: 'CNY' }),
      sum({ family: 'reward', consequence: 'commendation' }),
    ]);
  });

  test('over everybody of a kind: a bonus known as money and one known as a share', () => {
    const [employees, department, supplier, customer] = figures.totals;
    expect(employees?.sums[1]).toEqual(
      sum({ consequence: 'bonus', times: 2, amount: 123.45, currency: 'CNY', percents: [5.5] }),
    );
    expect([department?.kind, department?.sums]).toEqual(['department', [sum({ consequence: 'points', amount: 2.5 })]]);
    expect([supplier?.kind, supplier?.sums[0]?.amount]).toEqual(['supplier', 1000]);
    expect(customer?.sums).toEqual([
      sum({ family: 'compensation', consequence: 'cash', amount: 20.5, currency: 'CNY' }),
      sum({ family: 'compensation', consequence: 'voucher', percents: [10] }),
    ]);
  });

  test('totals are the sums of their lines to the last fen, however many', () => {
    const people = fc.constantFrom('E1', 'E2', 'E3');
    const fine = fc.tuple(people, fc.integer({ min: 0, max: 10_000_000_000 }));
    fc.assert(
      fc.property(fc.array(fine, { maxLength: 40 }), (fines) => {
        const given = fines.map(([who, amount]) => consequence({ who, amount }));
        const { totals, subjects, lines } = consequenceFigures(given, [], scope);
        // In whole fen, as they went in.
        const fen = fines.reduce((total, [, amount]) => total + amount, 0);
        const inFen = (amounts: (number | null | undefined)[]) =>
          amounts.reduce<number>((total, amount) => total + Math.round((amount ?? 0) * 100), 0);
        expect(inFen([totals[0]?.sums[0]?.amount])).toBe(fen);
        expect(inFen(subjects.map(({ sums }) => sums[0]?.amount))).toBe(fen);
        expect(inFen(lines.map(({ amount }) => amount))).toBe(fen);
      }),
      { seed: 41, numRuns: 100 },
    );
  });
});

test('the order of the breaches does not matter', () => {
  expect(consequenceFigures(consequences, breaches.toReversed(), scope)).toEqual(figures);
});
