import { expect, test } from 'vitest';
import { faultsOf, MARK, policyText, readPolicy, unmark } from './marked.ts';

const RECORDS = `  ticket: 工单号
  events: {created: 创建, responded: 回复}
  durations: {waited: {column: 等待, unit: min}, held: {column: 挂起, unit: min}}`;

const clock = (pause: string) => `    start: created\n    stop: responded\n    within: 1h\n    pause: ${pause}`;

function clockOf(pause: string, rest = '') {
  const { value, diagnostics } = readPolicy('policy.yaml', policyText({ records: RECORDS, clock: clock(pause), rest }));
  expect(diagnostics).toEqual([]);
  return value;
}

test('a pause rule says whom it waits for, and so does a total', () => {
  const policy = clockOf(
    '[{from: created, until: responded, waiting_for: supplier}, {total: waited, waiting_for: 客户}, {total: held}]',
  );
  const [answer] = policy?.clocks ?? [];
  expect(answer?.pause.map(({ waitingFor }) => waitingFor)).toEqual(['supplier']);
  expect(answer?.pauseTotals).toEqual(['waited', 'held']);
  expect([...(answer?.totalsWaitingFor ?? [])]).toEqual([['waited', '客户']]);
});

test('a total still says nothing else', () => {
  const pause = `[${MARK}{total: waited, waiting_for: customer, from: created}]`;
  const { text, places } = unmark(policyText({ records: RECORDS, clock: clock(pause) }));
  expect(faultsOf(text)).toEqual(places.map(([line, column]) => ['bad-value', line, column]));
});

test('what is little time left', () => {
  // A tenth, a quarter of an hour and half are usual; what is said stands in for each by itself.
  const late = (words: string) => clockOf('{total: waited}', `figures: {late: ${words}}`)?.figures?.late;
  expect(late('{share: 25%}')).toEqual({ percent: 25, atLeast: 900_000, atMostPercent: 50 });
  expect(late('{at_least: 1h30m, at_most: 20%}')).toEqual({ percent: 10, atLeast: 5_400_000, atMostPercent: 20 });
  expect(late('{at_least: 0s}')).toEqual({ percent: 10, atLeast: 0, atMostPercent: 50 });
});
