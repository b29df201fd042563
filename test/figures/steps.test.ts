import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyLines, keepLine, listed, mergeLines } from '../../src/figures/kept-lines.ts';
import { isLittle, USUAL_LATENESS } from '../../src/figures/late-rule.ts';
import { addStep, emptyStep, stepFigures } from '../../src/figures/steps.ts';
import { clock, HOUR, MINUTE, verdict } from './verdicts.ts';

/** So many runs met, and breached by so many minutes each. */
function step(met: number, ...over: readonly number[]) {
  const totals = emptyStep();
  for (let run = 0; run < met; run++) addStep(totals, verdict({ outcome: 'met', stop: '2026-10-08 09:00' }), undefined);
  for (const minutes of over) {
    addStep(totals, verdict({ outcome: 'breached', due: '2026-10-08 09:00', over: minutes * MINUTE }), undefined);
  }
  return totals;
}

function ranked(steps: Readonly<Record<string, ReturnType<typeof step>>>): (number | null)[] {
  const clocks = Object.keys(steps).map((id) => clock(id));
  return stepFigures(clocks, new Map(Object.entries(steps))).steps.map(({ rank }) => rank);
}

describe('the weakest step', () => {
  test.each([
    ['the lower share met is the weaker', { a: step(4, 1), b: step(3, 1, 1), c: step(9, 1) }, [2, 1, 3]],
    ['a step of four runs comes after one of five, however bad', { a: step(0, 1, 1, 1, 1), b: step(4, 1) }, [2, 1]],
    ['of two of few runs the lower share', { a: step(1, 1), b: step(0, 1) }, [2, 1]],
    ['without a breach there is no rank', { a: step(9), b: step(1, 1) }, [null, 1]],
    ['of equal shares the one with more breaches', { a: step(4, 1), b: step(8, 1, 1) }, [2, 1]],
    ['then the one with more time over', { a: step(4, 10), b: step(4, 11) }, [2, 1]],
    ['then the order of the policy', { a: step(4, 1), b: step(4, 1) }, [1, 2]],
    ['where nothing was decided there is no rank', { a: step(0), b: step(4, 1) }, [null, 1]],
  ])('%s', (_, steps, ranks) => {
    expect(ranked(steps)).toEqual(ranks);
  });

  test('is none where nothing was breached', () => {
    expect(stepFigures([clock('a')], new Map([['a', step(7)]])).weakest).toBe(null);
  });

  test('has its share of all breaches, and time over in all and on average', () => {
    // Breaches: 3 of a and 1 of b; over 10 + 20 + 60 = 90 minutes, 30 on average.
    const { steps, weakest } = stepFigures(
      [clock('a'), clock('b')],
      new Map(Object.entries({ a: step(2, 10, 20, 60), b: step(9, 5) })),
    );
    expect(weakest).toBe('a');
    expect(steps[0]?.ofBreaches).toEqual({ numerator: 3, denominator: 4, percent: 75 });
    expect(steps[0]?.over).toEqual({ n: 3, total: 5400, mean: 1800 });
  });
});

test.each([
  // A tenth of 4 h is 24 min; of 30 min the quarter of an hour is half; of 5 min no more than 2 min 30 s.
  ['4 h', 4 * HOUR, 24 * MINUTE],
  ['24 h', 24 * HOUR, 144 * MINUTE],
  ['2 h', 2 * HOUR, 15 * MINUTE],
  ['30 min', 30 * MINUTE, 15 * MINUTE],
  ['20 min', 20 * MINUTE, 10 * MINUTE],
  ['5 min', 5 * MINUTE, 2.5 * MINUTE],
])('little of %s', (_, within, most) => {
  expect(isLittle(most, within, USUAL_LATENESS)).toBe(true);
  expect(isLittle(most + 1, within, USUAL_LATENESS)).toBe(false);
  expect(isLittle(0, within, USUAL_LATENESS)).toBe(true);
  expect(isLittle(-1, within, USUAL_LATENESS)).toBe(false);
});

test('of a list that is too long the same lines are kept, whatever their order and however it is divided', () => {
  const compare = (a: number, b: number) => a - b;
  const lines = fc.uniqueArray(fc.nat({ max: 500 }), { maxLength: 60 });
  fc.assert(
    fc.property(lines, fc.nat({ max: 60 }), fc.integer({ min: 1, max: 9 }), (all, cut, most) => {
      const [left, right] = [emptyLines<number>(), emptyLines<number>()];
      for (const [index, line] of all.entries()) keepLine(index < cut ? left : right, line, compare, most);
      mergeLines(left, right, compare, most);
      const expected = all.toSorted(compare).slice(0, most);
      expect(listed(left, compare, (line) => line, most)).toEqual({
        lines: expected,
        leftOut: all.length - expected.length,
      });
    }),
    { seed: 20261122 },
  );
});
