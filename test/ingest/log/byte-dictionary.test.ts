import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteDictionary } from '../../../src/ingest/log/byte-dictionary.ts';
import { cutColumn } from '../cells/cut-column.ts';

function added(dictionary: ByteDictionary, text: string): number {
  const bytes = Buffer.from(text);
  return dictionary.add(bytes, 0, bytes.length);
}

function found(dictionary: ByteDictionary, text: string): number {
  const bytes = Buffer.from(text);
  return dictionary.find(bytes, 0, bytes.length);
}

const prefix = fc.constantFrom(
  '',
  'T',
  'INC',
  'cust',
  'agent_',
  'T1-',
  '工单',
  'a prefix that is longer than thirty-two bytes ',
);
const number = fc.oneof(
  fc.nat(50),
  fc.nat(2_000_000_000),
  fc.bigInt(0n, 10n ** 15n),
  fc.constantFrom('', '007', '0000000012', '123456789', '1234567890', '12345678x', '1e5', '٣'),
);
const text = fc.oneof(
  fc.tuple(prefix, number).map((parts) => parts.join('')),
  fc.string(),
  fc.string({ minLength: 1, maxLength: 10, unit: fc.constantFrom(...'0123456789ab') }),
);

describe('codes are given out in the order in which texts come', () => {
  test('for all kinds of ids, one by one and by the column', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), fc.array(text, { maxLength: 50 }), (texts, others) => {
        const dictionary = new ByteDictionary();
        const codes = new Map<string, number>();
        for (const each of texts) {
          expect(found(dictionary, each)).toBe(codes.get(each) ?? -1);
          const code = codes.get(each) ?? codes.size;
          expect(added(dictionary, each)).toBe(code);
          codes.set(each, code);
        }
        expect(dictionary.size).toBe(codes.size);
        for (const [each, code] of codes) expect(dictionary.bytes(code).toString()).toBe(each);
        const column = [...texts, ...others];
        const inColumn = new Int32Array(column.length);
        dictionary.findAll(cutColumn(column), 0, inColumn);
        expect([...inColumn]).toEqual(column.map((each) => codes.get(each) ?? -1));
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
  });

  // Numbers of which each would need a page of its own: from some hundred on they are found by a hash.
  test('for numbers far apart', () => {
    const dictionary = new ByteDictionary();
    const texts = Array.from({ length: 2000 }, (_, index) => `T${String(index * 499_979).padStart(9, '0')}`);
    expect(texts.map((each) => added(dictionary, each))).toEqual(texts.map((_, index) => index));
    expect(texts.map((each) => found(dictionary, each))).toEqual(texts.map((_, index) => index));
  });
});
