import { describe, expect, test } from 'vitest';
import { collect } from '../../src/figures/figures.ts';
import { MOST_LISTED } from '../../src/figures/top-list.ts';
import { type Made, made } from './made-tickets.ts';
import { at, HOUR, october, policy, resolution, response } from './verdicts.ts';

const rest = { rows: { files: 1, rows: 0, used: 0, setAside: [], byFile: [] }, findings: [] };
const asOf = october.end;
const DAY = 24 * HOUR;

function backlog(tickets: readonly Made[], clocks = [resolution]) {
  const collector = collect(policy(clocks), { asOf, period: october });
  for (const { ticket, verdicts } of tickets) collector.add(verdicts, ticket);
  return collector.finish(rest).backlog;
}

describe('as of 1 November 00:00', () => {
  const tickets = [
    made('A', '2026-10-31 00:00'), // a day exactly: the band from one day on
    made('B', '2026-10-31 00:01'), // 23 h 59 min
    made('C', '2026-07-04 00:00', {}, { fields: ['mail', ''] }), // 120 days, of July, held by nobody
    made('D', '2026-10-02 00:00', { stop: '2026-10-03 00:00' }), // resolved
    made('E', '2026-10-29 00:00', { outcome: 'cancelled', cancelled: '2026-10-29 01:00' }),
  ];

  test('three are open, whatever month they are from: 86 340 s, 86 400 s and 120 × 86 400 = 10 368 000 s', () => {
    // Mean (86 340 + 86 400 + 10 368 000) ÷ 3 = 10 540 740 ÷ 3 = 3 513 580.
    expect(backlog(tickets)).toMatchObject({
      open: 3,
      unknown: 0,
      age: { n: 3, mean: 3_513_580, median: 86_400, longest: 10_368_000 },
    });
  });

  test('a band has its beginning and not its end', () => {
    expect(backlog(tickets)?.bands.map(({ from, until, tickets: n }) => [from, until, n])).toEqual([
      [0, 86_400, 1],
      [86_400, 259_200, 1],
      [259_200, 604_800, 0],
      [604_800, 1_209_600, 0],
      [1_209_600, 2_592_000, 0],
      [2_592_000, null, 1],
    ]);
  });

  test('by channel and by who holds them, the most first', () => {
    const groups = backlog(tickets)?.groups.map(({ by, groups: all }) => [
      by,
      all.map(({ kind, name, open }) => [kind, name, open]),
    ]);
    expect(groups).toEqual([
      [
        'employee',
        [
          ['employee', 'Li', 2],
          ['unassigned', '', 1],
        ],
      ],
      [
        'channel',
        [
          ['value', 'phone', 2],
          ['value', 'mail', 1],
        ],
      ],
    ]);
  });

  test('the oldest first, each with its age and its holder', () => {
    expect(backlog(tickets)?.oldest).toEqual([
      { ticket: 'C', createdAt: '2026-07-04T00:00:00Z', age: 10_368_000, holder: { kind: 'unassigned', name: '' } },
      { ticket: 'A', createdAt: '2026-10-31T00:00:00Z', age: 86_400, holder: { kind: 'employee', name: 'Li' } },
      { ticket: 'B', createdAt: '2026-10-31T00:01:00Z', age: 86_340, holder: { kind: 'employee', name: 'Li' } },
    ]);
  });
});

test('a ticket to which no clock of kind resolution applies is told as unknown, not as open', () => {
  const { ticket, verdicts } = made('A', '2026-10-31 00:00', { clock: response });
  expect(backlog([{ ticket, verdicts }], [response, resolution])).toMatchObject({ open: 0, unknown: 1 });
});

test('without a clock of kind resolution there is no backlog, and why is told', () => {
  const report = collect(policy([response]), { asOf }).finish(rest);
  expect(report.backlog).toBeUndefined();
  expect(report.untold).toContainEqual({ figure: 'backlog', why: 'no-resolution-clock' });
});

test('of more than can be listed the oldest are, however they come', () => {
  const many = Array.from({ length: 3 * MOST_LISTED }, (_, index) => {
    const created = new Date(at('2026-10-20 00:00') + index * 1000).toISOString().slice(0, 19);
    return made(`T-${String(index).padStart(5, '0')}`, created.replace('T', ' '));
  });
  const whole = backlog(many.toReversed());
  expect(whole?.open).toBe(3 * MOST_LISTED);
  expect(whole?.oldest.map(({ ticket }) => ticket)).toEqual(
    Array.from({ length: MOST_LISTED }, (_, index) => `T-${String(index).padStart(5, '0')}`),
  );
  expect(whole?.oldest[0]?.age).toBe((12 * DAY) / 1000);
});
