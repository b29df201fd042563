import { describe, expect, test } from 'vitest';
import type { FigureRules } from '../../src/domain/figure-rules.ts';
import { collect } from '../../src/figures/figures.ts';
import { scoreOf } from '../../src/figures/satisfaction.ts';
import { type Made, made } from './made-tickets.ts';
import { at, october, policy, resolution } from './verdicts.ts';

const rest = { rows: { files: 1, rows: 0, used: 0, setAside: [], byFile: [] }, findings: [] };

function satisfaction(tickets: readonly Made[], figures: FigureRules = {}) {
  const plain = policy([resolution], ['channel', 'assignee', 'score']);
  const rated = { ...plain, figures, consequences: { ...plain.consequences, rating: 'score' } };
  const holds = (_: unknown, values: readonly string[]) => values[0] === 'angry';
  const collector = collect(rated, { asOf: october.end, period: october, holds });
  for (const { ticket, verdicts } of tickets) collector.add(verdicts, ticket);
  return collector.finish(rest);
}

/** Resolved on 2 October at noon. */
function rated(ticket: string, owner: string, ...ratings: readonly (readonly [at: string, score: string])[]): Made {
  return made(
    ticket,
    '2026-10-02 09:00',
    { stop: '2026-10-02 12:00' },
    {
      fields: ['phone', owner, ratings.at(-1)?.[1] ?? ''],
      ratings: ratings.map(([given, score]) => ({ at: at(given), fields: ['phone', owner, score] })),
    },
  );
}

describe('of October', () => {
  const tickets = [
    rated('A', 'Li', ['2026-10-03 09:00', '5'], ['2026-10-04 09:00', '2']), // changed their mind: 2
    rated('B', 'Li', ['2026-10-03 09:00', '4']),
    rated('C', 'Wang', ['2026-10-02 11:00', '1']), // before the resolution
    rated('D', 'Wang', ['2026-09-30 09:00', '1']), // of September
    rated('E', 'Wang', ['2026-11-01 00:00', '1']), // of November: the end is out
    rated('F', 'Wang', ['2026-10-05 09:00', '4.5']),
    rated('G', 'Wang', ['2026-10-05 09:00', 'good']), // no number
    rated('H', 'Li'), // not rated
  ];
  const { satisfaction: figures, untold } = satisfaction(tickets);

  test('2, 4, 1 and 4.5: mean 11.5 ÷ 4 = 2.875; low A and C: 2 of 4', () => {
    expect(figures).toMatchObject({
      ratings: 4,
      mean: 2.875,
      low: { numerator: 2, denominator: 4, percent: 50 },
      lowWhen: '<= 2',
      unreadable: 1,
      scores: [
        { score: 1, ratings: 1 },
        { score: 2, ratings: 1 },
        { score: 4, ratings: 1 },
        { score: 4.5, ratings: 1 },
      ],
    });
  });

  test('after the resolution A, B and F were rated: dissatisfied A, 1 of 3', () => {
    expect(figures?.dissatisfied).toEqual({ numerator: 1, denominator: 3, percent: 33.333 });
    expect(figures?.dissatisfiedBy).toBe('low-after-resolution');
  });

  test('Li has 2 and 4, mean 3; Wang 1 and 4.5, mean 2.75', () => {
    const [byEmployee] = figures?.groups ?? [];
    expect(byEmployee?.groups.map(({ name, ratings, mean, low }) => [name, ratings, mean, low?.numerator])).toEqual([
      ['Li', 2, 3, 1],
      ['Wang', 2, 2.75, 1],
    ]);
  });

  test('the low ones with their tickets, the lowest first', () => {
    expect(
      figures?.lowest.map(({ ticket, score, holder, isAfterResolution }) => [
        ticket,
        score,
        holder.name,
        isAfterResolution,
      ]),
    ).toEqual([
      ['C', 1, 'Wang', false],
      ['A', 2, 'Li', true],
    ]);
  });

  test('all of this can be told', () => {
    const figuresOf = untold?.map(({ figure }) => figure) ?? [];
    expect(figuresOf).not.toContain('low');
    expect(figuresOf).not.toContain('dissatisfied');
  });
});

test('a score above 5: on what scale nobody knows, so none is called low', () => {
  const { satisfaction: figures, untold } = satisfaction([
    rated('A', 'Li', ['2026-10-03 09:00', '2']),
    rated('B', 'Li', ['2026-10-03 09:00', '9']),
  ]);
  expect(figures).toMatchObject({ mean: 5.5, low: null, dissatisfied: null, lowWhen: null, lowest: [] });
  expect(untold).toContainEqual({ figure: 'low', why: 'unknown-scale' });
});

test('the policy says that 4 and worse is low: the highest is the worst', () => {
  const { satisfaction: figures } = satisfaction(
    [
      rated('A', 'Li', ['2026-10-03 09:00', '4']),
      rated('B', 'Li', ['2026-10-03 09:00', '6']),
      rated('C', 'Li', ['2026-10-03 09:00', '1']),
    ],
    { lowScore: { operator: '>=', value: 4 } },
  );
  expect(figures?.low).toEqual({ numerator: 2, denominator: 3, percent: 66.667 });
  expect(figures?.lowest.map(({ ticket }) => ticket)).toEqual(['B', 'A']);
});

test('the policy says by a condition who is dissatisfied, of those resolved in October: one of two', () => {
  const angry = { ...rated('A', 'Li').ticket, fields: ['angry', 'Li', ''] };
  const { satisfaction: figures } = satisfaction(
    [
      { ...rated('A', 'Li'), ticket: angry },
      rated('B', 'Li'),
      made('C', '2026-09-01 09:00', { stop: '2026-09-02 09:00' }, { fields: ['angry', 'Li', ''] }), // of September
      made('D', '2026-10-05 09:00', {}, { fields: ['angry', 'Li', ''] }), // still open
    ],
    { dissatisfied: [] },
  );
  expect(figures?.dissatisfied).toEqual({ numerator: 1, denominator: 2, percent: 50 });
});

test.each([
  ['4', 4000],
  [' 4.25 ', 4250],
  ['-1', -1000],
  ['', undefined],
  ['good', undefined],
  ['Infinity', undefined],
  ['1e12', undefined],
])('%j is %j thousandths', (text, score) => {
  expect(scoreOf(text)).toBe(score);
});
