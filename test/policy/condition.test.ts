import { expect, test } from 'vitest';
import { complaints } from '../../src/policy/complaints.ts';
import { readCondition } from '../../src/policy/condition.ts';
import { readTree } from '../../src/policy/tree.ts';

const oneOf = (...values: string[]) => ({ field: 'f', kind: 'one-of', values });
const compare = (operator: string, value: string) => ({ field: 'f', kind: 'compare', operator, value });

test.each([
  ['spam', oneOf('spam')],
  ['[a, b]', oneOf('a', 'b')],
  ['7', oneOf('7')],
  ['007', oneOf('007')],
  ['1.50', oneOf('1.50')],
  ['"true"', oneOf('true')],
  ['true', oneOf('true', 'TRUE', 'True')],
  ['false', oneOf('false', 'FALSE', 'False')],
  ['yes', oneOf('yes')],
  ['null', oneOf('')],
  ['', oneOf('')],
  ['""', oneOf('')],
  ['[x, "", null]', oneOf('x', '', '')],
  ['"> 5"', compare('>', '5')],
  ['">=50000"', compare('>=', '50000')],
  ['"< -1.5"', compare('<', '-1.5')],
  ['"<= .5"', compare('<=', '.5')],
  ['"!= spam"', compare('!=', 'spam')],
  ['"!="', compare('!=', '')],
  ['"= > 5"', compare('=', '> 5')],
  ['华南', oneOf('华南')],
])('%s', (value, test) => {
  const found = complaints();
  expect(readCondition(readTree('p', `f: ${value}`).value, ['f'], found)).toEqual([test]);
  expect(found.list).toEqual([]);
});

test('entries stand in the order of the file, and none is the condition that always holds', () => {
  const fields = readCondition(readTree('p', 'b: 1\n10: 2\na: 3\n2: 4').value, undefined, complaints());
  expect(fields.map((each) => each.field)).toEqual(['b', '10', 'a', '2']);
  expect(readCondition(readTree('p', '{}').value, [], complaints())).toEqual([]);
});
