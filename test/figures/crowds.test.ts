import { expect, test } from 'vitest';
import type { EventLog, NumberColumn } from '../../src/domain/event-log.ts';
import { crowdedBreakdowns } from '../../src/figures/crowds.ts';
import { policy, resolution } from './verdicts.ts';

/** Rows of a log: ticket, channel, holder, each a text of one letter; '' is blank. */
function logOf(rows: readonly (readonly [ticket: string, channel: string, holder: string])[]): EventLog {
  const codeOf = (text: string) => (text === '' ? -1 : text.charCodeAt(0) - 65);
  const column = (values: readonly number[]): NumberColumn => ({
    length: values.length,
    at: (row) => values[row] ?? -1,
    gather: () => undefined,
    copy: (from, to, into) => into.set(values.slice(from, to)),
  });
  const field = (name: string, at: 1 | 2) => ({ field: name, values: column(rows.map((row) => codeOf(row[at]))) });
  const tickets = new Set(rows.map(([ticket]) => ticket));
  // All that is asked of a log here.
  return {
    rows: rows.length,
    tickets: { size: tickets.size },
    values: { size: 60 },
    ticket: column(rows.map(([ticket]) => codeOf(ticket))),
    fields: [field('channel', 1), field('assignee', 2)],
  } as unknown as EventLog;
}

const rules = policy([resolution]);
const crowded = (log: EventLog, by: { by: string; inner?: string }, most: number) =>
  crowdedBreakdowns(rules, log, [by], most).map(({ groups }) => groups);

// Channels X, Y; holders L, M, N. Pairs on one ticket: A: XL, XM; B: YL; C: XN, YN.
const log = logOf([
  ['A', 'X', 'L'],
  ['A', 'X', 'M'],
  ['B', 'Y', 'L'],
  ['C', 'X', 'N'],
  ['C', 'Y', 'N'],
]);

test('a field by its values: 3 holders are more than 2, not more than 3', () => {
  expect(crowded(log, { by: 'employee' }, 2)).toEqual([3]);
  expect(crowded(log, { by: 'employee' }, 3)).toEqual([]);
});

test('of two levels the pairs that occur on one ticket count: 5, not the 6 of the product', () => {
  expect(crowded(log, { by: 'channel', inner: 'employee' }, 4)).toEqual([5]);
  expect(crowded(log, { by: 'channel', inner: 'employee' }, 5)).toEqual([]);
  expect(crowded(log, { by: 'employee', inner: 'channel' }, 5)).toEqual([]);
});

test('a value that comes on another row of the ticket may meet the others', () => {
  // X then blank, blank then L: X with L, X alone, L alone, and neither, at the most.
  const late = logOf([
    ['A', 'X', ''],
    ['A', '', 'L'],
  ]);
  expect(crowded(late, { by: 'channel', inner: 'employee' }, 3)).toEqual([]);
});

test('by hour and weekday there are no more pairs than tickets and runs: 3 × 2', () => {
  expect(crowded(log, { by: 'employee', inner: 'hour' }, 6)).toEqual([]);
  expect(crowded(log, { by: 'employee', inner: 'weekday' }, 5)).toEqual([6]);
});
