import { expect, test } from 'vitest';
import { complaints } from '../../src/policy/complaints.ts';
import { readLength, readWithin } from '../../src/policy/duration.ts';

const words = (text: string) => ({ text, place: { file: 'p', line: 1, column: 1 } });

test.each([
  ['250ms', 250],
  ['30s', 30_000],
  ['5m', 300_000],
  ['4h', 14_400_000],
  ['1h30m', 5_400_000],
  ['1h 30m', 5_400_000],
  ['1.5h', 5_400_000],
  ['0.5s', 500],
  ['1.1s', 1_100],
  ['1d', 86_400_000],
  ['1d12h', 129_600_000],
  ['1h1m1s1ms', 3_661_001],
])('%s is %d ms', (text, length) => {
  const found = complaints();
  expect(readLength(words(text), { allowsDays: true }, found)).toBe(length);
  expect(found.list).toEqual([]);
});

test.each([
  ['', 'bad-duration'],
  ['4', 'bad-duration'],
  ['4 hours', 'bad-duration'],
  ['1:30', 'bad-duration'],
  ['PT4H', 'bad-duration'],
  ['-4h', 'bad-duration'],
  ['0h', 'bad-duration'],
  ['1.0001ms', 'bad-duration'],
  ['99999999999999999h', 'bad-duration'],
  ['2wd', 'bad-duration'],
  ['1d', 'day-without-kind'],
  ['1d4h', 'day-without-kind'],
])('"%s" is refused: %s', (text, code) => {
  const found = complaints();
  expect(readLength(words(text), { allowsDays: false }, found)).toBeUndefined();
  expect(found.list.map((each) => each.code)).toEqual([code]);
});

test.each([
  ['0wd', 0, 'closing'],
  ['2wd', 2, 'closing'],
  ['1wd same-time', 1, 'same-time'],
  ['3wd same-time exact', 3, 'same-time-exact'],
])('within %s', (text, days, end) => {
  expect(readWithin(words(text), false, complaints())).toEqual({ kind: 'working-days', days, end });
});

test.each(['2wd exact', '1.5wd', '2wd4h', '-1wd', '999999wd'])('within "%s" is refused', (text) => {
  const found = complaints();
  expect(readWithin(words(text), true, found)).toBeUndefined();
  expect(found.list.map((each) => each.code)).toEqual(['bad-duration']);
});

test.each([
  ['4 hours', '4h'],
  ['30 min', '30m'],
  ['2days', '2d'],
])('"%s": did you mean "%s"?', (text, meant) => {
  const found = complaints();
  readLength(words(text), { allowsDays: true }, found);
  expect(found.list[0]?.hint).toContain(`"${meant}"`);
});
