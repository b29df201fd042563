import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInexact, numberText } from '../../../src/ingest/xlsx/number-text.ts';

test.each([
  [0, '0'],
  [-0, '0'],
  [297732, '297732'],
  [0.1, '0.1'],
  [-1234.5, '-1234.5'],
  [1e15, '1000000000000000'],
  [1e21, '1000000000000000000000'],
  [-1e22, '-10000000000000000000000'],
  [1e-7, '0.0000001'],
  [-1.25e-9, '-0.00000000125'],
])('%f is %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});

test('every number comes back, and none has an exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = numberText(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text) === value).toBe(true);
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test('a number of 16 digits has lost its last', () => {
  expect([999_999_999_999_999, 1_000_000_000_000_000, -1e17, 0.1234567890123456].map(isInexact)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
