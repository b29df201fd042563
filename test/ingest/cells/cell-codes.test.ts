import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ABSENT, CellCodes, UNKEPT } from '../../../src/ingest/cells/cell-codes.ts';
import { cutColumn } from './cut-column.ts';

const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'ab',
    'abc',
    'abcd',
    'abcde',
    'new',
    'on_hold',
    'customer_reply',
    '处理中',
    '等待客户回复',
    '😀',
  ),
  // As long as it takes to have them compared as words, and longer.
  fc.string({ minLength: 12, maxLength: 20 }),
  // More than are known at a glance.
  fc.nat(3000).map((number) => `agent_${number}`),
  fc.nat(3000).map((number) => `${number}@example.com`),
  fc.constant('x'.repeat(257)),
  fc.constant(undefined),
);

test('cells have the same number if they are the same, however many there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 1, maxLength: 400 }), { minLength: 1, maxLength: 6 }),
      (columns) => {
        const codes = new CellCodes();
        const numbers = new Map<string, number>();
        for (const texts of columns) {
          codes.read(cutColumn(texts), 0);
          for (const [row, each] of texts.entries()) {
            const number = codes.numbers[row] ?? Number.NaN;
            if (each === undefined) expect(number).toBe(ABSENT);
            else if (each.length > 256) expect(number).toBe(UNKEPT);
            else {
              expect(number).toBe(numbers.get(each) ?? 2 + numbers.size);
              expect(number).toBeLessThan(codes.end);
              numbers.set(each, number);
            }
          }
        }
      },
    ),
    { numRuns: 60, seed: 20_261_123 },
  );
});

test('a column that the file does not have', () => {
  const codes = new CellCodes();
  codes.read(cutColumn(['a', 'b']), -1);
  expect([...codes.numbers.subarray(0, 2)]).toEqual([ABSENT, ABSENT]);
});
