import { expect, test } from 'vitest';
import { CutRows } from '../../../src/ingest/cells/cut-rows.ts';
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

test('rows that are left out are gone from every column, and the others keep their order', () => {
  const rows = new CutRows(2, 4);
  rows.count = 4;
  for (let row = 0; row < 4; row++) {
    rows.starts.set([10 + row], row);
    rows.starts.set([20 + row], 4 + row);
    rows.ends.set([30 + row], row);
    rows.ends.set([40 + row], 4 + row);
    rows.lines[row] = 100 + row;
    rows.bounds.set([200 + row, 300 + row], 2 * row);
    rows.isOdd[row] = row % 2;
  }
  rows.keepOnly(Int32Array.of(0, 2, 3), 3);
  expect(rows.count).toBe(3);
  expect([...rows.starts.subarray(0, 3)]).toEqual([10, 12, 13]);
  expect([...rows.starts.subarray(4, 7)]).toEqual([20, 22, 23]);
  expect([...rows.ends.subarray(0, 3)]).toEqual([30, 32, 33]);
  expect([...rows.ends.subarray(4, 7)]).toEqual([40, 42, 43]);
  expect([...rows.lines.subarray(0, 3)]).toEqual([100, 102, 103]);
  expect([...rows.bounds.subarray(0, 6)]).toEqual([200, 300, 202, 302, 203, 303]);
  expect([...rows.isOdd.subarray(0, 3)]).toEqual([0, 0, 1]);
});
