import { describe, expect, test } from 'vitest';
import { lintPolicy } from '../../src/policy/lint.ts';
import { readPolicies } from '../../src/policy/read-by-grammar.ts';

const head = `slaudit: 1
timezone: UTC
records:
  ticket: id
  events: {created: a, responded: b}
  fields: {assignee: who, customer: customer, title: title, channel: channel, due: {column: due, time: true}}
clocks: {answer: {start: created, stop: responded, within: 1h}}
`;

function read(privacy: string) {
  return readPolicies([{ file: 'p.yaml', text: `${head}${privacy}` }]);
}

describe('what a policy says of its fields', () => {
  test('each field is in the class that names it', () => {
    const { value } = read(
      'privacy: {employees: assignee, customers: [customer], text: [title, ticket], shown: [channel]}\n',
    );
    expect([...(value?.privacy?.fields ?? [])]).toEqual([
      ['assignee', 'employees'],
      ['customer', 'customers'],
      ['title', 'text'],
      ['ticket', 'text'],
      ['channel', 'shown'],
    ]);
  });

  test.each([
    ['privacy: {employees: [asignee]}', 'unknown-field', 8, 23],
    ['privacy: {employees: [title], text: [title]}', 'duplicate-id', 8, 38],
    ['privacy: {staff: [assignee]}', 'unknown-key', 8, 11],
  ])('%s is refused', (text, code, line, column) => {
    const { value, diagnostics } = read(`${text}\n`);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code: of, place }) => [of, place?.line, place?.column])).toEqual([[code, line, column]]);
  });

  // An instant is nobody's, so that "due" need not be named.
  test('a field that no class names is warned of', () => {
    const policy = read('privacy: {employees: [assignee], shown: [channel]}\n').value;
    const found = policy === undefined ? [] : lintPolicy(policy).filter(({ code }) => code === 'privacy-unnamed');
    expect(found.map(({ place, message }) => [place?.line, typeof message === 'string' ? [] : message.values])).toEqual(
      [[8, [['"customer"', '"title"']]]],
    );
    const whole = read('privacy: {employees: [assignee], customers: customer, text: title, shown: channel}\n').value;
    expect(whole && lintPolicy(whole).filter(({ code }) => code === 'privacy-unnamed')).toEqual([]);
  });
});
