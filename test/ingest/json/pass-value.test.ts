import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passValue, plainNumberEnd } from '../../../src/ingest/json/pass-value.ts';
import { isJson } from './is-json.ts';

/** With the byte behind it that ends everything. */
const bytesOf = (text: string) => Buffer.from(`${text}\0`);

describe('a value that is passed over', () => {
  const isValue = (text: string) => passValue(bytesOf(text), 0) === Buffer.byteLength(text);

  test.each([
    ...['0', '-0', '-1.25e+3', '1E5', '0.0e-0', 'true', 'false', 'null', '""', '"\\u00e9\\n\\/ 王"', '"\u007f\u2028"'],
    ...['[]', '{}', '[ ]', '{\n}', '[1 , [] ,{ } ]', '{"a" : {"b":[{}]}, "a":1}', '[[[[[[[[[[[[]]]]]]]]]]]]'],
  ])('%s', (text) => expect(isValue(text)).toBe(true));

  test.each([
    ...[
      '01',
      '-',
      '+1',
      '.5',
      '1.',
      '1e',
      '1e+',
      'tru',
      'nulll',
      '"',
      '"\\"',
      '"\\x"',
      '"\\u12g4"',
      '"\n"',
      '"\u001f"',
    ],
    ...[
      '[',
      '[1',
      '[1,]',
      '[,1]',
      '[1 2]',
      '{',
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      '{a:1}',
      '{1:1}',
      '[}',
      '{]',
      '[1}',
      '',
    ],
  ])('but not %j', (text) => expect(isValue(text)).toBe(false));

  // 31 levels by hand: more is left to JSON.parse.
  test('as deep as a row is looked into', () => {
    expect(isValue('['.repeat(31) + ']'.repeat(31))).toBe(true);
    expect(isValue(`${'[{"a":'.repeat(16)}1${'}]'.repeat(16)}`)).toBe(false);
  });

  test('is what JSON.parse reads', () => {
    let values = 0;
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', ...'"\\{}[],:0-.eE t\n'),
        fc.nat(2),
        (text, at, put, gone) => {
          const place = at % (text.length + 1);
          // Nothing but a value: blanks around it are not part of it.
          const changed = (text.slice(0, place) + put + text.slice(place + gone)).trim();
          expect([changed, isValue(changed)]).toEqual([changed, isJson(changed)]);
          if (isJson(changed)) values++;
        },
      ),
      { numRuns: 5000, seed: 23 },
    );
    expect(values).toBeGreaterThan(500);
  });
});

describe('a number that is taken as it stands', () => {
  const isPlain = (text: string) => plainNumberEnd(bytesOf(text), 0) === text.length;

  test.each(['0', '7', '-12', '1.5', '-0.25', '0.000001', '123456789012345', '123456789.012345'])('%s', (text) => {
    expect(isPlain(text)).toBe(true);
    expect(String(JSON.parse(text))).toBe(text);
  });
  test.each(['-0', '1.0', '0.0', '1e3', '0.0000001', '1234567890123456', '1234567890.123456', '01', '-', '1.', ''])(
    'but not %j',
    (text) => expect(isPlain(text)).toBe(false),
  );
  test('is written so by String', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,15})(\.\d{1,8})?$/);
    fc.assert(
      fc.property(digits, (text) => !isPlain(text) || String(JSON.parse(text)) === text),
      { numRuns: 5000, seed: 29 },
    );
  });
});
