import { describe, expect, test } from 'vitest';
import { rowPaths } from '../../../src/ingest/json/row-paths.ts';
import { sampleDocuments } from '../../../src/ingest/json/sample-documents.ts';
import { readRows, readWanted } from './reading.ts';

const needed = (...names: readonly string[]) => names.map((name) => ({ name, isRequired: true }));
const ids = (rows: readonly Readonly<Record<string, string>>[]) => rows.map((row) => row['id']);
const ticket = (id: number) => `{"id":${id},"created":"x"}`;
const long = (count: number) => Array.from({ length: count }, (_, index) => ticket(index)).join(',');

describe('rows that the policy does not place', () => {
  const cases: readonly (readonly [
    name: string,
    text: string,
    rows: readonly string[],
    told?: readonly string[],
    path?: readonly string[],
  ])[] = [
    ['a list', `[${ticket(1)}]`, ['1']],
    ['one object', ticket(1), ['1']],
    ['the only list of a page', `{"count":1,"tickets":[${ticket(1)},${ticket(2)}]}`, ['1', '2'], ['rows-found']],
    ['deeper in a page', `{"id":7,"data":{"tickets":[${ticket(1)}]}}`, ['1'], ['rows-found']],
    ['pages, one a line', `{"t":[${ticket(1)}]}\n{"t":[${ticket(2)}]}`, ['1', '2'], ['rows-found']],
    ['a list of pages', `[{"t":[${ticket(1)}]},{"t":[${ticket(2)}]}]`, ['1', '2'], ['rows-found']],
    [
      'of two lists the one that has the columns',
      `{"users":[{"id":9}],"tickets":[${ticket(1)}]}`,
      ['1'],
      ['rows-found'],
    ],
    ['rows that hold such a list themselves', `[{"id":1,"created":"x","notes":[${ticket(8)}]}]`, ['1']],
    ['columns that not every row has', `[{"id":1},${ticket(2)}]`, ['1', '2']],
    ['a list behind much else', `{"x":"${'y'.repeat(200_000)}","tickets":[${ticket(1)}]}`, ['1'], ['rows-found']],
    [
      'a page cut off by the sample',
      `{"n":1,"tickets":[${long(4000)}],"z":1}`,
      ids([...Array(4000).keys()].map((id) => ({ id: String(id) }))) as string[],
      ['rows-found'],
    ],
    [
      'a path that leads nowhere, in a file that is the rows',
      `[${ticket(1)}]`,
      ['1'],
      ['rows-found'],
      ['data', 'tickets'],
    ],
    ['the end of a path', `{"tickets":[${ticket(1)}]}`, ['1'], ['rows-found'], ['data', 'tickets']],
  ];
  for (const [name, text, rows, told = [], path] of cases) {
    test(name, async () => {
      const read = await readWanted(text, needed('id', 'created'), path);
      expect([ids(read.rows), read.remarks, read.faults]).toEqual([rows, told, []]);
    });
  }

  test('the note has the words for the policy', async () => {
    const { hints } = await readWanted(`{"a":{"b":[${ticket(1)}]}}`, needed('id', 'created'));
    expect(hints).toEqual(['To say so: records.rows: a.b.']);
  });

  test('several lists that would do are refused, and listed', async () => {
    const read = await readWanted(`{"open":[${ticket(1)}],"closed":[${ticket(2)}]}`, needed('id', 'created'));
    expect(read).toMatchObject({ rows: [], faults: ['missing-column'] });
    expect(read.hints.join()).toContain('records.rows: open.');
  });

  test('another list than the one that is named is not read', async () => {
    const read = await readWanted(`{"deleted":[${ticket(1)}]}`, needed('id', 'created'), ['tickets']);
    expect(read).toMatchObject({ rows: [], faults: ['missing-column'] });
    expect(read.hints.join()).toContain('deleted (id, created)');
  });

  test('missing columns come with the lists there are', async () => {
    const read = await readWanted('{"a":1,"t":[{"id":1,"x":2}]}', needed('id', 'created'));
    expect(read.faults).toEqual(['missing-column', 'missing-column']);
    expect(read.hints[0]).toContain('t (id, x)');
  });
});

describe('every column', () => {
  test('nested objects, lists, and what lies around', async () => {
    const text = `{"count": 2, "tickets": [
      {"id": 1, "customer": {"name": "王", "address": {"city": "上海"}}, "tags": ["a", "b"], "events": [{"at": 1}, {"at": 2}]},
      {"id": 2, "customer.name": "first", "customer": {"name": "second"}, "closed": null}]}`;
    const { rows, columns, remarks, lines } = await readRows(text, 'all');
    expect(rows).toEqual([
      { id: '1', tags: '["a","b"]', 'events[]': '2', 'customer.name': '王', 'customer.address.city': '上海' },
      { id: '2', 'customer.name': 'first', closed: '' },
    ]);
    expect(columns).toEqual(['id', 'tags', 'events[]', 'customer.name', 'customer.address.city', 'closed']);
    expect([remarks, lines]).toEqual([['rows-found'], [2, 3]]);
  });

  test('at a path: with the columns of the objects around the row', async () => {
    const { rows } = await readRows('{"t":[{"id":1,"e":[{"at":5}]}]}', 'all', ['t', 'e']);
    expect(rows).toEqual([{ at: '5', '../id': '1', '../e[]': '1' }]);
  });

  const pages: readonly (readonly [name: string, text: string, ids: readonly (string | undefined)[]])[] = [
    [
      'tickets with comments, one a line, are rows',
      '{"id":1,"comments":[{"id":5}]}\n{"id":2,"comments":[]}',
      ['1', '2'],
    ],
    [
      'pages, one a line, are not',
      '{"next_page":null,"tickets":[{"id":5}]}\n{"next_page":null,"tickets":[{"id":6}]}',
      ['5', '6'],
    ],
    ['of two outer lists the larger', '{"users":[{"id":1}],"tickets":[{"id":5},{"id":6}]}', ['5', '6']],
    ['the outer list before the inner', '{"tickets":[{"id":5,"events":[{"id":7},{"id":8}]}]}', ['5']],
    ['an object without a list', '{"id":1,"tags":["a"]}', ['1']],
    ['a list of numbers', '[1,2]', [undefined, undefined]],
  ];
  test.each(pages)('%s', async (_, text, expected) => {
    expect(ids((await readRows(text, 'all')).rows)).toEqual(expected);
  });

  test('keys that are ids are no columns', async () => {
    const keys = Array.from({ length: 1001 }, (_, index) => `"T-${index}":1`).join(',');
    expect((await readRows(`[\n{${keys}}]`, 'all')).faults).toEqual(['2 too-many-columns']);
  });
});

test('lists of objects in a document', () => {
  const document = {
    meta: [1, 2],
    tickets: [
      { id: 1, who: { name: 'x' }, events: [{ at: 1 }, { at: 2 }] },
      { id: 2, events: [{ at: 3, by: 'y' }] },
    ],
    'a.b': [{ id: 1 }],
    data: { rows: [[{ n: 1 }], [{ n: 2 }]] },
  };
  expect(rowPaths(document)).toEqual([
    { path: 'tickets', count: 2, keys: ['id', 'who.name', 'events'] },
    { path: 'tickets.events', count: 3, keys: ['at', 'by'] },
    { path: 'data.rows', count: 2, keys: ['n'] },
  ]);
  expect(rowPaths([{ a: 1 }, { b: [{ c: 1 }] }])).toEqual([
    { path: '', count: 2, keys: ['a', 'b'] },
    { path: 'b', count: 1, keys: ['c'] },
  ]);
});

describe('the beginning of a file', () => {
  const cases: readonly (readonly [text: string, documents: readonly unknown[], isCut: boolean])[] = [
    ['', [], false],
    ['{"a": 1}', [{ a: 1 }], false],
    ['{"a": 1}\n{"a": 2}\n{"a"', [{ a: 1 }, { a: 2 }], true],
    ['{"a": [{"b": 1, "c": "x', [{ a: [{ b: 1 }] }], true],
    ['{"a": [{"b": 1}, {"b": {', [{ a: [{ b: 1 }] }], true],
    ['{"a": [{"b": 1}, {"b": 2, "c": 3', [{ a: [{ b: 1 }, { b: 2 }] }], true],
    ['[1, 2', [[1]], true],
    ['{"a": 1} oops {"b": 1}', [{ a: 1 }], false],
    ['{"a": 1, "b": tru, "c": 2}', [], false],
  ];
  test.each(cases)('%s', (text, documents, isCut) => {
    expect(sampleDocuments(text)).toEqual({ documents, isCut });
  });
});
