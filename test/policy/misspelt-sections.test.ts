import { expect, test } from 'vitest';
import { readPolicies } from '../../src/policy/read-by-grammar.ts';

const policy = `slaudit: 1
name: Desk
timezone: UTC
records:
  form: tickets
  ticket: id
  events: {created: opened, answered: replied}
calenders:
  office: {hours: {mon-fri: [09:00-17:00]}}
clocks:
  first: {kind: response, start: created, stop: answered, calendar: office, targets: [{within: 1h}]}
`;

const faults = (text: string) =>
  readPolicies([{ file: 'policy.yaml', text }]).diagnostics.map(({ code, place }) => [code, place?.line]);

test('a section whose name is misspelt is one fault, not one for each name that it defines', () => {
  expect(faults(policy)).toEqual([['unknown-key', 8]]);
});

test('what stands in it is read, and has its own faults told', () => {
  expect(faults(policy.replace('mon-fri', 'mon-friday'))).toEqual([
    ['unknown-key', 8],
    ['bad-hours', 9],
  ]);
});

test('beside the right one it is a stranger', () => {
  const both = policy.replace('calenders:', 'calendars: {}\ncalenders:');
  expect(faults(both)).toEqual([
    ['unknown-key', 9],
    ['unknown-calendar', 12],
  ]);
});
