import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordStart } from '../../../src/ingest/shares/record-starts.ts';

const COMMA = 0x2c;
const start = (text: string) => recordStart(Buffer.from(text), COMMA);
const row = 'T1,2026-01-01,open\n';

test('a record begins behind one that is followed by three of as many cells', () => {
  // The rest of a record, one that may be whole, and behind it the first that surely is.
  expect(start(`est\n${row.repeat(5)}`)).toBe('est\n'.length + row.length);
  expect(start(`est\n${row.repeat(3)}`)).toBe(-1);
  expect(start(`a,b\n${row.repeat(5)}`)).toBe('a,b\n'.length + row.length);
});

test('a line break in quotes is no end of a record', () => {
  const quoted = 'T1,"two, lines\nof ""text""\n",open\n';
  expect(start(`est\n${row}${quoted.repeat(5)}`)).toBe('est\n'.length + row.length);
  // In the midst of a quoted cell: its rest has fewer cells than a record.
  expect(start(`lines\nof text",open\n${row.repeat(5)}`)).toBe('lines\nof text",open\n'.length + row.length);
});

test.each([
  ['lines without a delimiter', 'a\n'.repeat(50)],
  ['rows of ever other numbers of cells', 'a,b\nc,d,e\n'.repeat(50)],
  ['one line', 'a,b,c,d'],
  ['nothing', ''],
])('%s: nowhere', (_, text) => {
  expect(start(text)).toBe(-1);
});

test('in a table without line breaks in its cells it is always where a record begins', () => {
  const cell = fc.stringMatching(/^[a-z0-9 "]{0,6}$/).map((text) => (text.includes('"') ? 'x' : text));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 12, maxLength: 30 }), fc.nat(60), (rows, from) => {
      const text = rows.map((cells) => `${cells.join(',')}\n`).join('');
      const rest = text.slice(from);
      const found = start(rest);
      if (found >= 0) expect(text[from + found - 1]).toBe('\n');
      else expect(rest.split('\n').length).toBeLessThan(8);
    }),
    { seed: 5, numRuns: 300 },
  );
});
