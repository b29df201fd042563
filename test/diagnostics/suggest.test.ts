import { expect, test } from 'vitest';
import { suggest } from '../../src/diagnostics/suggest.ts';

const known = ['office-hours', 'hotline', 'night', '渠道', '紧急程度', 'ab'];

test.each([
  ['office-hour', 'office-hours', 'one letter missing'],
  ['hotlnie', 'hotline', 'two swapped letters are one slip'],
  ['Hot Line', 'hotline', 'case and spaces do not count'],
  ['office_hours', 'office-hours', 'nor do - and _'],
  ['紧急成度', '紧急程度', 'one of four'],
  ['渠到', '渠道', 'one of two'],
  ['ba', 'ab', 'a swap'],
])('%s → %s (%s)', (word, meant) => {
  expect(suggest(word, known)).toBe(meant);
});

test.each([
  ['weekend', 'nothing near'],
  ['类型', 'both letters differ'],
  ['x', 'one letter is near everything'],
  ['hotxxne', 'two slips in seven letters'],
])('%s: no suggestion (%s)', (word) => {
  expect(suggest(word, known)).toBeUndefined();
});

test('the nearest wins, then the earlier', () => {
  expect(suggest('responed', ['respond_on', 'responded', 'response'])).toBe('responded');
  expect(suggest('bat', ['cat', 'hat'])).toBe('cat');
});

test('a known word is not suggested for itself', () => {
  expect(suggest('night', ['night'])).toBeUndefined();
});
