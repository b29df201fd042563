import { expect, test } from 'vitest';
import { textDictionary } from '../../../src/ingest/log/text-dictionary.ts';

test('texts of any length come back as they were', () => {
  const texts = ['', 'a', 'x'.repeat(600), '词'.repeat(3000), '\ud83d', '😀', `${'y'.repeat(2 ** 16)}\ud83d`, 'b'];
  const dictionary = textDictionary();
  const codes = texts.map(dictionary.intern);
  expect(codes).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(texts.map(dictionary.code)).toEqual(codes);
  expect(codes.map(dictionary.text)).toEqual(texts);
  expect(texts.map(dictionary.intern)).toEqual(codes);
});
