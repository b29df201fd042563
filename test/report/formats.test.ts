import { describe, expect, test } from 'vitest';
import { type FormatName, formats } from '../../src/report/formats/formats.ts';
import type { Column, Value } from '../../src/report/table.ts';
import { english } from './reader.ts';

const columns: Column[] = [
  { key: 'ticket', title: 'Ticket', kind: 'text' },
  { key: 'over_s', title: 'Over by', kind: 'seconds' },
  { key: 'reached', title: 'Reached', kind: 'flag' },
];

function write(format: Exclude<FormatName, 'xlsx' | 'html'>, rows: Value[][]): string {
  return [...formats[format].records(columns, rows, english)].join('');
}

const rows = [
  ['OPS-1', 1.5, true],
  ['工单, "甲"', null, null],
  ['two\nlines', 0.001, false],
];

describe('csv', () => {
  test('RFC 4180: quoted only where it must be, empty where nothing is known', () => {
    expect(write('csv', rows)).toBe(
      ['ticket,over_s,reached', 'OPS-1,1.5,true', '"工单, ""甲""",,', '"two\nlines",0.001,false', ''].join('\n'),
    );
  });

  test('a carriage return is quoted, too', () => {
    expect(write('csv', [['a\rb', 1, null]])).toBe('ticket,over_s,reached\n"a\rb",1,\n');
  });

  test.each(['=1+1', '+86 10 1234', '-5', '@SUM(A1)', '\tx', '＝1+1', '＋1', '－1', '＠x'])(
    '%j is a text, not a formula',
    (text) => {
      expect(write('csv', [[text, -5, null]])).toBe(`ticket,over_s,reached\n'${text},-5,\n`);
    },
  );

  test.each(['a=1', ' =1', '1-2', '2026-10-01T00:00:00Z', '李-明'])('%j stays as it is', (text) => {
    expect(write('csv', [[text, 1, null]])).toBe(`ticket,over_s,reached\n${text},1,\n`);
  });

  test('without rows, the header', () => {
    expect(write('csv', [])).toBe('ticket,over_s,reached\n');
  });
});

const objects = rows.map(([ticket, over_s, reached]) => ({ ticket, over_s, reached }));

test('json: an array, a record a line', () => {
  expect(JSON.parse(write('json', rows))).toEqual(objects);
  expect(write('json', rows.slice(0, 1))).toBe('[\n  {"ticket":"OPS-1","over_s":1.5,"reached":true}\n]\n');
  expect(write('json', [])).toBe('[]\n');
});

test('json: records as one key of an object, between what they are of and what they were made from', () => {
  const enclosed = (listed: typeof rows, tail: object) =>
    [...(formats.json.enclose?.({ schemaVersion: 1 }, 'records', tail, columns, listed) ?? [])].join('');
  expect(JSON.parse(enclosed(rows, { made: { by: ['us'] } }))).toEqual({
    ...{ schemaVersion: 1, records: objects, made: { by: ['us'] } },
  });
  expect(enclosed([], { made: undefined })).toBe('{\n  "schemaVersion": 1,\n  "records": []\n}\n');
  expect(enclosed(rows.slice(0, 1), {})).toBe(
    '{\n  "schemaVersion": 1,\n  "records": [\n    {"ticket":"OPS-1","over_s":1.5,"reached":true}\n  ]\n}\n',
  );
});

test('ndjson: a record a line, none is none', () => {
  const lines = write('ndjson', rows).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(objects);
  expect(write('ndjson', [])).toBe('');
});

test('machines get their records one at a time', () => {
  function* endless(): Generator<Value[]> {
    while (true) yield ['OPS-1', 1, true];
  }
  for (const name of ['csv', 'json', 'ndjson'] as const) {
    const [first] = formats[name].records(columns, endless(), english);
    expect(first).toBeTypeOf('string');
  }
});
