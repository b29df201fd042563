import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COUNT, numbersWith } from '../../src/locale/count.ts';

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567.5, '1,234,567.5'],
  [-1000, '-1,000'],
  [0.125, '0.125'],
  [1.0005, '1.001'],
  [1e21, '1,000,000,000,000,000,000,000'],
])('%s is %s', (value, text) => {
  expect(COUNT.format(value)).toBe(text);
});

it.each([0, 1, 3])('is what Intl writes in English and in Chinese, with %i decimals at most', (most) => {
  const inEnglish = new Intl.NumberFormat('en-US', { maximumFractionDigits: most });
  const inChinese = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: most });
  const ours = numbersWith(most);
  const thousandths = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 1000);
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger(), thousandths), (value) => {
      expect([ours.format(value), value]).toEqual([inEnglish.format(value), value]);
      expect(ours.format(value)).toBe(inChinese.format(value));
    }),
    { seed: 7, numRuns: 1_000 },
  );
});
