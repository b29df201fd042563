import { expect, test } from 'vitest';
import { gapTo, ratio, reaches } from '../../src/figures/ratio.ts';

test.each([
  // 9 ÷ 11 = 0.818181…
  [9, 11, 81.818],
  [2, 3, 66.667],
  [0, 5, 0],
  [5, 5, 100],
  [0, 0, null],
])('%i of %i is %s percent', (numerator, denominator, percent) => {
  expect(ratio(numerator, denominator)).toEqual({ numerator, denominator, percent });
});

test.each([
  [90, 100, 90, true],
  [89, 100, 90, false],
  // 99.9996 % prints as 100 and yet is not all of them.
  [249_999, 250_000, 100, false],
  // 99.9 is no binary fraction: 999 of 1000 reaches it all the same.
  [999, 1000, 99.9, true],
  [0, 0, 90, null],
])('%i of %i against %s percent: %s', (numerator, denominator, percent, reached) => {
  expect(reaches(ratio(numerator, denominator), percent)).toBe(reached);
});

test.each([
  // Nine tenths of 11 are 9.9: ten of them.
  [9, 11, 90, { missing: 1, spare: 0 }],
  [0, 11, 90, { missing: 10, spare: 0 }],
  [11, 11, 90, { missing: 0, spare: 1 }],
  [9, 10, 90, { missing: 0, spare: 0 }],
  // All of them: one is too few, however it prints.
  [249_999, 250_000, 100, { missing: 1, spare: 0 }],
  // 99.9 % of 1000 are 999, of 1001 999.999.
  [1000, 1000, 99.9, { missing: 0, spare: 1 }],
  [1000, 1001, 99.9, { missing: 0, spare: 0 }],
  [999, 1001, 99.9, { missing: 1, spare: 0 }],
  [0, 0, 90, null],
])('%i of %i is from %s percent as far as %o', (numerator, denominator, percent, gap) => {
  expect(gapTo(ratio(numerator, denominator), percent)).toEqual(gap);
});
