import { execFileSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csv } from '../../src/report/formats/csv.ts';
import type { Column, Value } from '../../src/report/table.ts';
import { english } from './reader.ts';

// What we write as CSV is read back by two programs that know nothing of ours.

const columns: Column[] = ['ticket', 'title', 'note'].map((key) => ({ key, title: key, kind: 'text' }));
const rows: Value[][] = [
  ['OPS-1', 'a, "b"', 'two\nlines'],
  ['工单😀', ';\ttab', 'carriage\r\nreturn'],
  ['007', '', ' blanks '],
  ['"', '""', ','],
  ["it's", '\ufeffmark', '\u2028line'],
];
const text = [...csv.records(columns, rows, english)].join('');
const expected = [columns.map(({ key }) => key), ...rows];

test('by csv-parse', () => {
  expect(parse(text)).toEqual(expected);
});

test('by the csv module of Python', () => {
  const program =
    'import csv, io, json, sys\nt = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")\nprint(json.dumps(list(csv.reader(t, strict=True))))';
  expect(JSON.parse(execFileSync('python3', ['-c', program], { input: text, encoding: 'utf8' }))).toEqual(expected);
});
