import { expect, test } from 'vitest';
import { fromPlainJson, toPlainJson } from '../../src/cli/parts/plain-json.ts';

test('maps, columns and numbers that are none come back as they were; what is undefined does not', () => {
  const value = {
    map: new Map<unknown, unknown>([
      [1, new Map([['a', [1, 2]]])],
      ['工单', { n: -0.5 }],
    ]),
    columns: [Uint8Array.of(1, 255), Uint16Array.of(65_535), Int32Array.of(-1, 2 ** 31 - 1), Float64Array.of(0.1, NaN)],
    none: [Number.NaN, Infinity, -Infinity],
    empty: { map: new Map(), column: new Float64Array(0), object: {}, list: [] },
    plain: { $text: 'a', $number: 'two', more: 1 },
  };
  expect(fromPlainJson(toPlainJson({ ...value, nothing: undefined }))).toEqual(value);
});

test('part of a larger buffer is written by itself', () => {
  const part = new Float64Array([1, 2, 3, 4]).subarray(1, 3);
  expect(fromPlainJson(toPlainJson(part))).toEqual(Float64Array.of(2, 3));
});

test.each(['{"$any":"AAA="}', '{"$map":[[1]]}', '{"$map":7}', '{"$whole":7}', '{'])('%s was never written', (text) => {
  expect(() => fromPlainJson(text)).toThrow(SyntaxError);
});
