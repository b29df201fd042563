import { expect, test } from 'vitest';
import { readPolicies } from '../../src/policy/read-by-grammar.ts';
import { audit } from '../../src/run.ts';

// Two duties of a second, missed for four days: each has as many breaches as are told of a duty on one ticket.
const POLICY = `slaudit: 1
timezone: UTC
records: {ticket: ticket, events: {created: created, closed: closed, update: update}, fields: {assignee: owner}}
clocks:
  first: {start: created, stop: closed, every: 1s, by: update}
  second: {start: created, stop: closed, every: 1s, by: update}
ladders:
  - {id: missed, count: {breaches: {}}, per: employee, window: month, tiers: [{at: 1, points: 1}]}
`;
const EXPORT = `ticket,created,closed,update,owner
A,2026-03-01T00:00:00Z,2026-03-05T00:00:00Z,,Li
`;

test('a ticket may have more breaches than fit on the stack', { timeout: 120_000 }, async () => {
  const { value: policy } = readPolicies([{ file: 'policy.yaml', text: POLICY }]);
  if (policy === undefined) throw new Error('the policy has faults');
  const source = {
    name: 'export.csv',
    async *chunks() {
      yield Buffer.from(EXPORT);
    },
  };
  const { value } = await audit(policy, [source], {});
  const report = value?.report({});
  expect(report?.breaches).toHaveLength(200_000);
  // The first of them reaches the tier; no later one does.
  expect(report?.consequences?.lines.map(({ who, tier, count }) => ({ who, tier, count }))).toEqual([
    { who: 'Li', tier: 1, count: 1 },
  ]);
});
