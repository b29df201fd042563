import { expect, test } from 'vitest';
import { readPolicies } from '../../src/policy/read-by-grammar.ts';
import { classesOf } from '../../src/privacy/field-classes.ts';

function classes(more: string): Record<string, string> {
  const text = `slaudit: 1
timezone: UTC
records:
  ticket: id
  events: {created: a, responded: b}
  fields: {assignee: who, agent: agent, customer: customer, company: company, title: title, channel: channel, tier: tier, loss: loss, due: {column: due, time: true}}
clocks:
  answer: {start: created, stop: responded, targets: [{when: {tier: gold}, within: 1h}, {within: 2h}], charge: [holder, {field: agent, kind: employee}]}
${more}`;
  const { value, diagnostics } = readPolicies([{ file: 'p.yaml', text }]);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return Object.fromEntries(classesOf(value).map(({ field, is }) => [field, is]));
}

const UNSAID = {
  ...{ assignee: 'employees', agent: 'employees', customer: 'customers', company: 'text', title: 'text' },
  ...{ channel: 'shown', tier: 'shown', loss: 'text', due: 'shown' },
};

test('without a word of the policy: the holder and who is charged, the customer, what rules ask for and what is usual; all else is text', () => {
  expect(classes('')).toEqual(UNSAID);
});

test('the field that the policy calls the customer is one, and a share of money is asked for', () => {
  const more = 'currency: CNY\ncustomer: company\ncompensation: [{give: cash, percent: 10%, of: loss}]\n';
  expect(classes(more)).toEqual({ ...UNSAID, company: 'customers', customer: 'text', loss: 'shown' });
});

test('what the policy says stands above all that', () => {
  const more = 'privacy: {employees: [title], customers: [channel], text: [tier, due], shown: [assignee, company]}\n';
  expect(classes(more)).toEqual({
    ...UNSAID,
    ...{ title: 'employees', channel: 'customers', tier: 'text', due: 'text', assignee: 'shown', company: 'shown' },
  });
});
