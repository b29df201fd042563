import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addLength, emptyLengths, type Lengths, mergeLengths, summarise } from '../../src/figures/lengths.ts';

function lengthsOf(values: readonly number[]): Lengths {
  const lengths = emptyLengths();
  for (const value of values) addLength(lengths, value);
  return lengths;
}

const upTo = (n: number) => Array.from({ length: n }, (_, index) => (index + 1) * 1000);

test.each([
  ['nothing', [], { n: 0, mean: null, median: null, p90: null, p95: null, longest: null }],
  ['one run of zero seconds', [0], { n: 1, mean: 0, median: 0, p90: 0, p95: 0, longest: 0 }],
  // (1 + 2 + 6) ÷ 3 = 3; the second of three; ceil(0.9 · 3) = ceil(0.95 · 3) = 3, the third.
  ['three', [6000, 1000, 2000], { n: 3, mean: 3, median: 2, p90: 6, p95: 6, longest: 6 }],
  // (2 + 4) ÷ 2 between the second and the third of four.
  ['four', [1000, 2000, 4000, 9000], { n: 4, mean: 4, median: 3, p90: 9, p95: 9, longest: 9 }],
  // ceil(0.9 · 10) = 9, ceil(9.5) = 10; 55 ÷ 10; (5 + 6) ÷ 2.
  ['1 to 10', upTo(10), { n: 10, mean: 5.5, median: 5.5, p90: 9, p95: 10, longest: 10 }],
  // 0.95 · 20 is 19 exactly, though not in binary fractions; 210 ÷ 20.
  ['1 to 20', upTo(20), { n: 20, mean: 10.5, median: 10.5, p90: 18, p95: 19, longest: 20 }],
  // 5050 ÷ 100
  ['1 to 100', upTo(100), { n: 100, mean: 50.5, median: 50.5, p90: 90, p95: 95, longest: 100 }],
  // 4 ms ÷ 3 = 1.333 ms: 0.001 s; the median is 1 ms.
  ['milliseconds', [1, 1, 2], { n: 3, mean: 0.001, median: 0.001, p90: 0.002, p95: 0.002, longest: 0.002 }],
])('%s', (_, values, expected) => {
  expect(summarise(lengthsOf(values))).toEqual(expected);
});

test('parts in any split and order sum up to the same as the whole', () => {
  const millis = fc.integer({ min: 0, max: 10_000_000_000 });
  fc.assert(
    fc.property(fc.array(millis, { maxLength: 60 }), fc.nat(60), (values, cut) => {
      const merged = lengthsOf(values.slice(cut).reverse());
      mergeLengths(merged, lengthsOf(values.slice(0, cut)));
      expect(summarise(merged)).toEqual(summarise(lengthsOf(values)));
    }),
    { seed: 27, numRuns: 200 },
  );
});

test('percentiles agree with a count: p90 is the least length that at least nine in ten do not exceed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50_000), { minLength: 1, maxLength: 50 }), (values) => {
      const notExceeding = (limit: number) => values.filter((value) => value <= limit).length;
      const least = (percent: number) =>
        Math.min(...values.filter((value) => notExceeding(value) * 100 >= percent * values.length)) / 1000;
      expect(summarise(lengthsOf(values))).toMatchObject({ p90: least(90), p95: least(95) });
    }),
    { seed: 28, numRuns: 200 },
  );
});
