import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueCutter } from '../../../src/ingest/json/cut-values.ts';
import { parseJson, quoteLongIntegers } from '../../../src/ingest/json/parse-json.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { isJson } from './is-json.ts';
import { readRows } from './reading.ts';

describe('integers longer than a number', () => {
  const cases: readonly (readonly [text: string, value: unknown])[] = [
    ['[12345678901234567891]', ['12345678901234567891']],
    ['[ -12345678901234567891 ]', ['-12345678901234567891']],
    ['{"a":9007199254740993,"b":9007199254740991}', { a: '9007199254740993', b: 9007199254740991 }],
    ['["12345678901234567891", "a\\"12345678901234567891,"]', ['12345678901234567891', 'a"12345678901234567891,']],
    ['["\\\\",12345678901234567891]', ['\\', '12345678901234567891']],
    ['[1234567890123456.5, 12345678901234567e3]', [1234567890123456.5, Number('12345678901234567e3')]],
    ['12345678901234567891', '12345678901234567891'],
  ];
  test.each(cases)('%s', (text, value) => expect(parseJson(text)).toEqual(value));

  test('of any length', () => {
    const digits = '7'.repeat(2_000_000);
    expect(parseJson(`[${digits}, -${digits}]`)).toEqual([digits, `-${digits}`]);
  });

  test('what is no JSON does not become so', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '12345678901234567891',
        '"',
        ',',
        ':',
        '[',
        ']',
        '{',
        '}',
        '-',
        ' ',
        '0',
        '.',
        'e',
        '\\',
        '"a"',
        '\u00a0',
      ),
      { maxLength: 9 },
    );
    let long = 0;
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join('');
        const quoted = quoteLongIntegers(text);
        if (quoted !== text) long++;
        expect(isJson(quoted)).toBe(isJson(text));
      }),
      { numRuns: 3000, seed: 37 },
    );
    expect(long).toBeGreaterThan(150);
  });

  test('reads as a reviver that sees the source would', () => {
    const integer = fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }).map(String);
    const leaf = fc.oneof(
      integer,
      fc.json({ maxDepth: 2 }),
      fc.string().map((each) => JSON.stringify(each)),
    );
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 5 }), (leaves) => {
        const text = `{"a":[${leaves.join(',')}]}`;
        expect(parseJson(text)).toEqual(JSON.parse(text, keepLong));
      }),
      { numRuns: 500, seed: 41 },
    );
  });
});

function keepLong(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source ?? '';
  return typeof value === 'number' && /^-?\d+$/.test(source) && !Number.isSafeInteger(value) ? source : value;
}

describe('halves of characters', () => {
  const cases: readonly (readonly [name: string, text: string, ids: readonly string[], told: readonly string[]])[] = [
    ['two ids stay two', '[{"id":"\\ud800"},\n{"id":"\\uD801"}]', ['\\ud800', '\\ud801'], ['1 lone-surrogate']],
    ['the line of the first', '[{"id":"x"},\n{"id":"a\\ude00b"}]', ['x', 'a\\ude00b'], ['2 lone-surrogate']],
    ['a pair is a character', '[{"id":"\\ud83d\\ude00"}]', ['😀'], []],
    ['the wrong way round', '[{"id":"\\ude00\\ud83d"}]', ['\\ude00\\ud83d'], ['1 lone-surrogate']],
    ['where nobody asks for it', '[{"id":1,"x":"\\ud800"}]', ['1'], []],
  ];
  test.each(cases)('%s', async (_, text, ids, told) => {
    const { rows, remarks } = await readRows(text, ['id']);
    expect([rows.map((row) => row['id']), remarks]).toEqual([ids, told]);
  });

  test('around the rows as well', async () => {
    const { rows, remarks } = await readRows('{"by":"\\ud800","t":[{"id":1}]}', ['id', '../by'], ['t']);
    expect([rows, remarks]).toEqual([[{ id: '1', '../by': '\\ud800' }], ['1 lone-surrogate']]);
  });
});

describe('columns that ask for what lies around the list', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, id) => `{"id":${id}}`).join(',');
  const columns = ['id', '../by', '../../of.day'];

  test('before the rows, and behind them', async () => {
    for (const text of [
      '{"of":{"day":"Mon"},"data":{"by":"x","t":[{"id":0},{"id":1}]}}',
      '{"data":{"t":[{"id":0},{"id":1}],"by":"x"},"of":{"day":"Mon"}}',
      '{"data":{"by":"x","t":[{"id":0},{"id":1}]},"of":{"n":1,"day":"Mon"}}',
    ]) {
      const read = await readRows(text, columns, ['data', 't']);
      expect(read.rows).toEqual(['0', '1'].map((id) => ({ id, '../by': 'x', '../../of.day': 'Mon' })));
    }
  });

  test('each page its own', async () => {
    const text = '{"t":[{"id":0}],"by":"x"}\n{"t":[{"id":1}]}\n{"by":"y","t":[{"id":2}]}';
    const read = await readRows(text, ['id', '../by'], ['t']);
    expect(read.rows).toEqual([{ id: '0', '../by': 'x' }, { id: '1' }, { id: '2', '../by': 'y' }]);
    expect(read.lines).toEqual([1, 2, 3]);
  });

  test('behind more rows than can wait it is told; where it never comes the rows are read', async () => {
    const filler = `"x":"${'y'.repeat(1_000_000)}"`;
    const many = Array.from({ length: 18 }, (_, id) => `{"id":${id},${filler}}`).join(',\n');
    const late = await readRows(`{"t":[${many}],\n"n":1,\n"by":"x"}`, ['id', '../by'], ['t']);
    expect(late.faults).toEqual(['20 bad-json']);
    const never = await readRows(`{"t":[${many}],\n"n":1}`, ['id', '../by'], ['t']);
    expect([never.rows.length, never.faults]).toEqual([18, []]);
  });

  test('a second value behind rows that have been read with the first is told', async () => {
    const read = await readRows(`{"by":"x","t":[${rows(2)}],\n"by":"y"}`, ['id', '../by'], ['t']);
    expect(read.faults).toEqual(['2 bad-json']);
    const same = await readRows(`{"by":"x","t":[${rows(2)}],\n"by":"x"}`, ['id', '../by'], ['t']);
    expect(same.faults).toEqual([]);
  });
});

describe('bounds', () => {
  /** The fault of a text in which no value may be larger than 1 MB. */
  function cut(text: string, size: number): readonly unknown[] {
    const taker = { keeps: () => false, enter() {}, keep() {}, leave() {}, take() {}, nothing() {} };
    const cutter = valueCutter('a', [], taker, 1024 * 1024);
    const bytes = Buffer.from(text);
    try {
      for (let start = 0; start < bytes.length; start += size) cutter.push(bytes.subarray(start, start + size));
      cutter.finish();
      return [];
    } catch (error) {
      return error instanceof Unusable ? error.diagnostics.map(({ code, place }) => [code, place]) : [error];
    }
  }

  test('a value that is too large is told where it begins', () => {
    const text = (length: number) => `[{"id":1},\n {"id":"${'x'.repeat(length)}"}]`;
    for (const size of [1000, 10_000_000]) {
      // {"id":""} are nine bytes.
      expect(cut(text(1024 * 1024 - 9), size)).toEqual([]);
      expect(cut(text(1024 * 1024 - 8), size)).toEqual([['bad-json', { file: 'a', line: 2, column: 2 }]]);
    }
  });

  test('where an unclosed quote or bracket swallows the rest, the fault itself is told', () => {
    const rest = Array.from({ length: 1000 }, (_, id) => `{"id":${id},"note":"${'x'.repeat(2000)}"}`).join(',\n');
    for (const size of [1000, 10_000_000]) {
      // The line break, which no text can hold.
      const quote = cut(`[{"id":0,"note":"no end},\n${rest}]`, size);
      expect(quote).toEqual([['bad-json', { file: 'a', line: 1, column: 26 }]]);
      // The next row's brace, where there should be a key.
      const brace = cut(`[{"id":0,"note":{"x":1},\n${rest}]`, size);
      expect(brace).toEqual([['bad-json', { file: 'a', line: 2, column: 1 }]]);
    }
  });

  test('a million lists in one row', async () => {
    const read = await readRows(`[{"id":1},\n{"id":[${'[],'.repeat(1_000_000)}1]}]`, ['id']);
    expect(read.faults).toEqual(['2:1 bad-json']);
  });
});
