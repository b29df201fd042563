import { expect, test } from 'vitest';
import { complaints } from '../../src/policy/complaints.ts';
import { readSpans, readWeek } from '../../src/policy/hours.ts';
import { readTree } from '../../src/policy/tree.ts';

const HOUR = 3_600_000;
const tree = (text: string) => readTree('p', text).value;

test.each([
  ['[08:30-12:00]', [8.5, 12]],
  ['8:30-12:00', [8.5, 12]],
  ['"08:30 - 12:00"', [8.5, 12]],
  ['[00:00-24:00]', [0, 24]],
  ['[22:00-06:00]', [22, 30]],
  ['[22:00-24:00]', [22, 24]],
  ['[22:00-00:00]', [22, 24]],
  ['["09:00:30-09:00:31"]', [9 + 30 / 3600, 9 + 31 / 3600]],
])('%s is from %j', (text, [from = 0, to = 0]) => {
  const found = complaints();
  expect(readSpans(tree(text), found)).toEqual([{ from: Math.round(from * HOUR), to: Math.round(to * HOUR) }]);
  expect(found.list).toEqual([]);
});

test.each(['closed', '[]', '[closed]'])('%s has no hours', (text) => {
  expect(readSpans(tree(text), complaints())).toEqual([]);
});

test.each(['24:00-25:00', '24:00-06:00', '12:60-13:00', '09:00-24:01', '09:00', '09:00-', '12:00-12:00', 'never'])(
  '%s is refused',
  (text) => {
    const found = complaints();
    expect(readSpans(tree(`["${text}"]`), found)).toEqual([]);
    expect(found.list.map((each) => each.code)).toEqual(['bad-hours']);
  },
);

test.each([
  ['mon', [0]],
  ['mon-fri', [0, 1, 2, 3, 4]],
  ['sat-sun', [5, 6]],
  ['mon-sun', [0, 1, 2, 3, 4, 5, 6]],
  ['sat-mon', [0, 5, 6]],
  ['sun-fri', [0, 1, 2, 3, 4, 6]],
  ['"mon,wed"', [0, 2]],
  ['"mon-tue, Sun"', [0, 1, 6]],
])('%s names the days %j', (days, open) => {
  const found = complaints();
  const week = readWeek(tree(`{${days}: ["09:00-10:00"]}`), found);
  expect(week.flatMap((spans, day) => (spans.length > 0 ? [day] : []))).toEqual(open);
  expect(week).toHaveLength(7);
  expect(found.list).toEqual([]);
});

test.each(['monday', 'mon-', 'mon-fri-sat', '"mon,,wed"', '周一', '1-5'])('%s names no days', (days) => {
  const found = complaints();
  readWeek(tree(`{${days}: ["09:00-10:00"]}`), found);
  expect(found.list.map((each) => each.code)).toContain('bad-hours');
});
