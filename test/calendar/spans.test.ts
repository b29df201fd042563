import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersect, subtract, total, union } from '../../src/calendar/spans.ts';
import type { Span } from '../../src/domain/time.ts';

const list = (...pairs: [number, number][]): Span[] => pairs.map(([start, end]) => ({ start, end }));

describe('spans', () => {
  it.each([
    ['adjoining spans merge', list([0, 2], [2, 5]), list([0, 5])],
    ['overlapping spans merge', list([1, 4], [0, 2], [3, 6]), list([0, 6])],
    ['a span within another vanishes', list([0, 9], [2, 3]), list([0, 9])],
    ['spans apart stay apart', list([5, 6], [0, 1]), list([0, 1], [5, 6])],
    ['a span of no length vanishes', list([3, 3], [5, 4]), list()],
    ['one of no length joins nothing', list([0, 3], [3, 3], [4, 5]), list([0, 3], [4, 5])],
  ])('union: %s', (_, spans, expected) => expect(union(spans)).toEqual(expected));

  it.each([
    ['neighbours share nothing', list([0, 2]), list([2, 4]), list()],
    ['the common part', list([0, 5]), list([3, 9]), list([3, 5])],
    ['one across several', list([0, 10]), list([1, 2], [4, 5], [9, 12]), list([1, 2], [4, 5], [9, 10])],
    ['nothing with nothing', list(), list([0, 1]), list()],
  ])('intersect: %s', (_, left, right, expected) => {
    expect(intersect(left, right)).toEqual(expected);
    expect(intersect(right, left)).toEqual(expected);
  });

  it.each([
    ['a hole in the middle', list([0, 9]), list([3, 4]), list([0, 3], [4, 9])],
    ['the beginning', list([2, 9]), list([0, 4]), list([4, 9])],
    ['the end', list([0, 5]), list([4, 9]), list([0, 4])],
    ['the whole', list([2, 3]), list([2, 3]), list()],
    ['a neighbour takes nothing', list([2, 3]), list([0, 2], [3, 4]), list([2, 3])],
    ['one across two', list([0, 4], [6, 9]), list([3, 7]), list([0, 3], [7, 9])],
  ])('subtract: %s', (_, left, right, expected) => expect(subtract(left, right)).toEqual(expected));

  it('total adds lengths', () => {
    expect(total(list([0, 3], [10, 14]))).toBe(7);
    expect(total([])).toBe(0);
  });

  // The reference: a list as the set of unit intervals in it.
  const anyList = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 8 })), { maxLength: 8 })
    .map((pairs) => pairs.map(([start, length]) => ({ start, end: start + length })));
  const units = (spans: readonly Span[]) =>
    new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
  const isList = (spans: readonly Span[]) =>
    spans.every(({ start, end }, i) => start < end && start > (spans[i - 1]?.end ?? -1));

  it('agrees with sets of points', () => {
    fc.assert(
      fc.property(anyList, anyList, (some, others) => {
        const [left, right] = [union(some), union(others)];
        expect(units(left)).toEqual(units(some));
        expect(units(intersect(left, right))).toEqual(units(left).intersection(units(right)));
        expect(units(subtract(left, right))).toEqual(units(left).difference(units(right)));
        expect([left, intersect(left, right), subtract(left, right)].every(isList)).toBe(true);
        expect(total(intersect(left, right)) + total(subtract(left, right))).toBe(total(left));
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});
