import { describe, expect, test } from 'vitest';
import { collect, type Scope } from '../../src/figures/figures.ts';
import { type Made, made } from './made-tickets.ts';
import { at, HOUR, october, policy, resolution } from './verdicts.ts';

// The policy's zone is Shanghai, 8 h ahead: its October begins on 30 September at 16:00.
const rest = { rows: { files: 1, rows: 0, used: 0, setAside: [], byFile: [] }, findings: [] };
const period = { label: '2026-10', start: at('2026-09-30 16:00'), end: at('2026-10-31 16:00') };

function trend(tickets: readonly Made[], scope: Partial<Scope> = {}) {
  const collector = collect(policy([resolution]), { asOf: period.end, ...scope });
  for (const { ticket, verdicts } of tickets) collector.add(verdicts, ticket);
  return collector.finish(rest);
}

const tickets = [
  made('A', '2026-08-10 00:00', { stop: '2026-08-11 00:00', elapsed: 24 * HOUR, wall: 24 * HOUR }),
  // Came on the last evening of September there, ran out in October, is solved in October.
  made('B', '2026-09-30 15:00', {
    ...{ outcome: 'breached', due: '2026-10-01 15:00', stop: '2026-10-02 15:00', elapsed: 48 * HOUR, wall: 48 * HOUR },
    charged: { kind: 'employee', to: 'Li' },
  }),
  made('C', '2026-10-05 00:00'),
];

describe('of October', () => {
  const { trend: figures, backlog } = trend(tickets, { period });

  test('the months that the data has, of the twelve up to it', () => {
    expect(figures?.months.map(({ month }) => month)).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(figures?.leftOut).toBe(0);
  });

  test('created by month, resolved by the month of the resolution, open at the end of each', () => {
    expect(
      figures?.months.map(({ tickets: { created }, resolved, backlog: open }) => [created, resolved, open]),
    ).toEqual([
      [1, 1, 0], // A came and went
      [1, 0, 1], // B came
      [1, 1, 1], // B went, C came
    ]);
  });

  test('what is open at the end of the last month is the backlog', () => {
    expect(figures?.months.at(-1)?.backlog).toBe(backlog?.open);
  });

  test('kept 1 of 1, nothing, 0 of 1; lengths by the month of the stop', () => {
    const clocks = figures?.months.map(({ clocks: [clock] }) => [
      clock?.attainment.numerator,
      clock?.attainment.denominator,
      clock?.open.mean,
    ]);
    expect(clocks).toEqual([
      [1, 1, 86_400],
      [0, 0, null],
      [0, 1, 172_800],
    ]);
  });

  test('no month is partial: it is seen as of the end of October', () => {
    expect(figures?.months.every(({ isPartial }) => !isPartial)).toBe(true);
  });
});

test('older than a year before the period is not shown, but what came from there and is open counts', () => {
  const old = made('O', '2025-09-01 00:00');
  const { trend: figures } = trend([old, ...tickets], { period });
  expect(figures?.months.map(({ month, backlog }) => [month, backlog])).toEqual([
    ['2026-08', 1],
    ['2026-09', 2],
    ['2026-10', 2],
  ]);
});

test('a month that is not over is told as such, and none comes after it', () => {
  const { trend: figures } = trend(tickets, { period, asOf: at('2026-10-20 00:00') });
  expect(figures?.months.map(({ month, isPartial }) => [month, isPartial])).toEqual([
    ['2026-08', false],
    ['2026-09', false],
    ['2026-10', true],
  ]);
});

test('of a quarter its months', () => {
  const quarter = { label: '2026-Q3', start: at('2026-06-30 16:00'), end: at('2026-09-30 16:00') };
  const { trend: figures } = trend(tickets, { period: quarter, asOf: quarter.end });
  expect(figures?.months.map(({ month }) => month)).toEqual(['2026-08', '2026-09']);
});

test('a stamp of long ago makes no thousand months', () => {
  const { trend: figures } = trend([made('X', '1900-01-01 00:00'), ...tickets], {});
  // January 1900 to October 2026 are 126 × 12 + 10 = 1522 months.
  expect(figures?.months).toHaveLength(120);
  expect(figures?.leftOut).toBe(1402);
  expect(figures?.months.at(-1)).toMatchObject({ month: '2026-10', backlog: 2 });
});

test('without anything there is no month', () => {
  expect(trend([], { period: october }).trend).toEqual({ months: [], leftOut: 0 });
});
