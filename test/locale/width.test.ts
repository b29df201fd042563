import { expect, test } from 'vitest';
import { displayWidth } from '../../src/locale/width.ts';

test.each([
  ['', 0],
  ['4h 0m 20s', 9],
  ['售后', 4],
  // 4 digits, 年 and 月 are two columns each.
  ['2026年5月', 4 + 2 + 1 + 2],
  ['（未分配）', 10],
  ['「a」', 5],
  // Beyond the 16-bit plane.
  ['𠮷', 2],
  ['ﾊﾝｶｸ', 4],
  ['한국', 4],
  // e with a combining accent, a zero-width joiner, a tab.
  ['e\u0301', 1],
  ['\u200d', 0],
  ['a\tb', 2],
  ['👍🏽', 2],
  ['👩‍👩‍👧', 2],
  ['❤️', 2],
])('%s takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});
