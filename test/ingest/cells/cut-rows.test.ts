import { expect, test } from 'vitest';
import { cutColumn } from './cut-column.ts';

test.each([
  ['  a b ', 'a b'],
  ['\ta\r', 'a'],
  ['', ''],
  [' \v\f ', ''],
  // No blanks of ASCII.
  ['\u00a0a\u3000', '\u00a0a\u3000'],
])('%j without its blanks is %j', (text, expected) => {
  const rows = cutColumn([text]);
  rows.trim(0);
  expect(rows.bytes.toString('utf8', rows.starts[0], rows.ends[0])).toBe(expected);
});
