import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellFinder } from '../../src/ingest/json/cell-at.ts';
import { findJsonFault } from '../../src/ingest/json/find-json-fault.ts';
import { rowLines } from '../../src/ingest/json/row-lines.ts';
import { rowsAt } from '../../src/ingest/json/rows-at.ts';
import { column, field, read, readLog, records, rowsOf, source, stamp } from './exports.ts';

const events = records({
  form: 'events',
  ticket: column('id'),
  at: stamp('at', { zone: 'UTC' }),
  fields: [field('note', 'note')],
});
const at = '"at": "2026-03-05T09:05:00Z"';
const row = (line: number, id: string, note: string) => `a:${line} ${id} 2026-03-05T09:05:00.000Z note=${note}`;

describe('rows and the lines where they begin', () => {
  const cases: readonly (readonly [name: string, text: string, rows: readonly string[], path?: readonly string[]])[] = [
    [
      'an array on one line',
      `[{"id":1,${at},"note":"x"},{"id":2,${at},"note":"y"}]`,
      [row(1, '1', 'x'), row(1, '2', 'y')],
    ],
    [
      'an array over lines',
      `\n[\n{"id":1,\n${at},"note":"x"}\n,\n  {"id":2,${at},"note":"y"}\n]\n`,
      [row(3, '1', 'x'), row(6, '2', 'y')],
    ],
    ['CRLF', `[\r\n{"id":1,${at},"note":"x"},\r\n{"id":2,${at},"note":"y"}\r\n]`, [row(2, '1', 'x'), row(3, '2', 'y')]],
    [
      'one object a line',
      `\n{"id":1,${at},"note":"x"}\n\n{"id":2,${at},"note":"y"}\n`,
      [row(2, '1', 'x'), row(4, '2', 'y')],
    ],
    [
      'one object a line, CRLF',
      `{"id":1,${at},"note":"x"}\r\n{"id":2,${at},"note":"y"}`,
      [row(1, '1', 'x'), row(2, '2', 'y')],
    ],
    ['one object', `{"id":1,\n${at},"note":"x"}`, [row(1, '1', 'x')]],
    ['one object on one line', `{"id":1,${at},"note":"x"}`, [row(1, '1', 'x')]],
    [
      'at a path',
      `{"meta": {"tickets": [1]},\n"data": {\n"tickets": [\n{"id":1,${at},"note":"{"}]}}`,
      [row(4, '1', '{')],
      ['data', 'tickets'],
    ],
    [
      'at a path, one document a line',
      `{"d":{"id":1,${at},"note":"x"}}\n{"d":[{"id":2,${at},"note":"y"}]}`,
      [row(1, '1', 'x'), row(2, '2', 'y')],
      ['d'],
    ],
    ['a key of a row given twice: the last counts', `[{"id":9,${at},"note":"x","id":1}]`, [row(1, '1', 'x')]],
    ['no list, but null', '{"d": null}', [], ['d']],
    ['null in a list is a row that says nothing', `[{"id":1,${at},"note":"x"},null]`, [row(1, '1', 'x')]],
    ['an object at the path', `{"d":\n{"id":1,${at},"note":"x"}}`, [row(2, '1', 'x')], ['d']],
    [
      'objects at the path',
      `{"d":{"id":1,${at},"note":"x"}}{"d":{"id":2,${at},"note":"y"}}`,
      [row(1, '1', 'x'), row(1, '2', 'y')],
      ['d'],
    ],
    [
      'objects one after the other, over lines',
      `{"id":1,\n${at},"note":"x"}\n{"id":2,\n${at},"note":"y"}{"id":3,${at},"note":"z"}`,
      [row(1, '1', 'x'), row(3, '2', 'y'), row(4, '3', 'z')],
    ],
    [
      'pages one after the other',
      `{"count":1,"d":[\n{"id":1,${at},"note":"x"}]}\n{"count":1,"d":[\n{"id":2,${at},"note":"y"}]}`,
      [row(2, '1', 'x'), row(4, '2', 'y')],
      ['d'],
    ],
    [
      'lists one after the other, as `gh api --paginate` writes them',
      `[{"id":1,${at},"note":"x"}][{"id":2,${at},"note":"y"}]`,
      [row(1, '1', 'x'), row(1, '2', 'y')],
    ],
    [
      'a list of pages',
      `[{"d":[{"id":1,${at},"note":"x"}]},\n{"d":[{"id":2,${at},"note":"y"},\n{"id":3,${at},"note":"z"}]},{"d":[]}]`,
      [row(1, '1', 'x'), row(2, '2', 'y'), row(3, '3', 'z')],
      ['d'],
    ],
    [
      'lists in lists',
      `[[{"id":1,${at},"note":"x"}],\n[[{"id":2,${at},"note":"y"}]]]`,
      [row(1, '1', 'x'), row(2, '2', 'y')],
    ],
    [
      'lines that end in CR',
      `[\r{"id":1,${at},"note":"x"},\r{"id":2,${at},"note":"y"}\r]`,
      [row(2, '1', 'x'), row(3, '2', 'y')],
    ],
    ['a key that is escaped', `{"\\u0064":[{"id":1,${at},"note":"x"}]}`, [row(1, '1', 'x')], ['d']],
    [
      'a member called __proto__',
      `{"__proto__":{"d":1},"d":[{"__proto__":3,"id":1,${at},"note":"x"}]}`,
      [row(1, '1', 'x')],
      ['d'],
    ],
    ['no rows', '[]', []],
    ['no rows at a path', '{"d": {"t": []}}', [], ['d', 't']],
  ];
  for (const [name, text, rows, path = []] of cases) {
    test(name, async () => {
      for (const size of [65_536, 3, 1]) {
        const log = await readLog({ ...events, rows: path }, source('a', text, size));
        expect(rowsOf(log)).toEqual(rows);
      }
    });
  }

  test('a path across arrays: one row an event, ../ is its ticket', async () => {
    const text = `{"data": {"desk": "D", "tickets": [
      {"id": 1, "who": {"name": "王"}, "events": [
        {${at}, "note": "a"},
        {${at}, "note": "b"}]},
      {"id": 2, "events": []},
      {"id": 3},
      {"id": 4, "who": {"name": "李"}, "events": [ {${at}, "note": "c"} ]}
    ]}}`;
    const nested = {
      ...events,
      rows: ['data', 'tickets', 'events'],
      ticket: column('../id'),
      fields: [field('who', '../who.name'), field('desk', '../../desk'), field('note', 'note')],
    };
    const when = '2026-03-05T09:05:00.000Z';
    expect(rowsOf(await readLog(nested, source('a', text)))).toEqual([
      `a:3 1 ${when} who=王 desk=D note=a`,
      `a:4 1 ${when} who=王 desk=D note=b`,
      `a:7 4 ${when} who=李 desk=D note=c`,
    ]);
  });

  test('as many lines as rows, whatever the document', () => {
    // Reference: the rows themselves carry the number of the line on which they are printed.
    const tree = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 5 }, fc.constantFrom(1, '}', '"', 'a\\', null), tie('list'), tie('record')),
      list: fc.array(tie('value'), { maxLength: 3 }),
      record: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
    }));
    fc.assert(
      fc.property(tree.value, fc.constantFrom([], ['a'], ['a', 'b']), (value, path) => {
        const text = JSON.stringify(value, null, 1);
        const rows = [...rowsAt(JSON.parse(text), path)];
        const lines = rowLines(text, path, 1, (key) => {
          throw new Error(`${key} twice`);
        });
        expect(lines.length).toBe(rows.length);
        const printed = text.split('\n');
        for (const [index, { value: found }] of rows.entries()) {
          const begins = printed[(lines[index] ?? 0) - 1] ?? '';
          const first = JSON.stringify(found, null, 1).split('\n')[0] ?? '';
          expect(begins.replace(/,$/, '').endsWith(first)).toBe(true);
        }
      }),
      { numRuns: 1000, seed: 11 },
    );
  });
});

test('what begins with a bracket may be the header of a table', async () => {
  const table = '[id],[at],[note]\n1,2026-03-05T09:05:00Z,x\n';
  const bracketed = {
    ...events,
    ticket: column('[id]'),
    at: stamp('[at]', { zone: 'UTC' }),
    fields: [field('note', '[note]')],
  };
  expect(rowsOf(await readLog(bracketed, source('a', table)))).toEqual([row(2, '1', 'x')]);
  for (const text of ['[id]', '[1],[2]', '[a, b]']) {
    expect((await read(events, source('a', text))).faults).toContainEqual(expect.stringMatching(/^a:1:\d+ bad-json$/));
  }
});

describe('cells', () => {
  const cases: readonly (readonly [json: string, column: string, text: string | undefined])[] = [
    ['{"a": "x"}', 'a', 'x'],
    ['{"a": 297732.0}', 'a', '297732'],
    ['{"a": 1e3}', 'a', '1000'],
    ['{"a": 0.1}', 'a', '0.1'],
    ['{"a": -0.50}', 'a', '-0.5'],
    ['{"a": true}', 'a', 'true'],
    ['{"a": false}', 'a', 'false'],
    ['{"a": null}', 'a', ''],
    ['{"a": [1, {"b": "x"}]}', 'a', '[1,{"b":"x"}]'],
    ['{"a": {"b": null}}', 'a', '{"b":null}'],
    ['{"a": {"b": {"c": 7}}}', 'a.b.c', '7'],
    ['{"a.b": 1, "a": {"b": 2}}', 'a.b', '1'],
    ['{"a": {"b.c": 3}}', 'a.b.c', '3'],
    ['{"a": [{"b": 4}, {"b": 5}]}', 'a.1.b', '5'],
    ['{"a": [{"name": "x", "value": 1}, {"name": "y", "value": 2}]}', 'a[name=y].value', '2'],
    ['{"a": [{"name": "y", "value": 1}, {"name": "y", "value": 2}]}', 'a[name=y].value', '1'],
    ['{"a": [{"name": "x"}]}', 'a[name=y].value', undefined],
    ['{"a": [{"id": {"n": 7}, "to": {"b": "z"}}]}', 'a[id.n=7].to.b', 'z'],
    ['{"o": {"a": [{"n": "v. 2", "v": 3}]}}', 'o.a[n=v. 2].v', '3'],
    ['{"a": [{"n": "x", "v": {"k": 1}}]}', 'a[n=x]', '{"n":"x","v":{"k":1}}'],
    ['{"a[n=x]": 5, "a": [{"n": "x"}]}', 'a[n=x]', '5'],
    ['{"a": {"n": "x"}}', 'a[n=x]', undefined],
    ['{"a[0]": 1}', 'a[0]', '1'],
    ['{"a[b.c": 1}', 'a[b.c', '1'],
    ['{"a": {"b": {"c": 1}, "b.c": 2}}', 'a.b.c', '2'],
    ['{}', 'a', undefined],
    ['{"a": 1}', 'a.b', undefined],
    ['{"a": null}', 'a.b', undefined],
    ['{"a": 1}', '../a', undefined],
    ['{"a": 1}', 'toString', undefined],
    ['{"a": [1]}', 'a.length', undefined],
    ['7', 'a', undefined],
  ];
  test.each(cases)('%s at %s', (json, name, text) =>
    expect(cellFinder(name)({ value: JSON.parse(json), parent: undefined })).toBe(text),
  );

  test('a path of many dots that leads nowhere ends soon', () => {
    const find = cellFinder(Array(200).fill('a').join('.'));
    expect(find({ value: { a: { a: { a: 1 } } }, parent: undefined })).toBeUndefined();
  });

  test('an id longer than a number keeps all its digits', async () => {
    const text = `[{"id": 12345678901234567891, ${at}, "note": 1}, {"id": 12345678901234567892, ${at}, "note": 9007199254740991}]`;
    expect(rowsOf(await readLog(events, source('a', text)))).toEqual([
      row(1, '12345678901234567891', '1'),
      row(1, '12345678901234567892', '9007199254740991'),
    ]);
  });

  test('a key that is absent says less than null', async () => {
    const cleared = { ...events, fields: [field('note', 'note', { clearedByEmpty: true })] };
    const text = `[{"id":1,${at},"note":"x"},{"id":1,${at},"note":null},{"id":1,${at}}]`;
    expect(rowsOf(await readLog(cleared, source('a', text)))).toEqual([
      row(1, '1', 'x'),
      row(1, '1', '∅'),
      row(1, '1', '·'),
    ]);
  });
});

describe('faults', () => {
  const cases: readonly (readonly [name: string, text: string, faults: readonly string[], path?: readonly string[]])[] =
    [
      ['breaks off', `[\n{"id":1`, ['a:2:8 bad-json']],
      ['a comma too many', '[\n{"id":1,\n }]', ['a:3:2 bad-json']],
      [
        'a line that is not JSON',
        `{"id":1,${at},"note":""}\n{"id":2,${at},"note":""}\n{"id":oops}\n`,
        ['a:3:7 bad-json'],
      ],
      ['an empty list after an empty list', '[][]', ['a:1:3 bad-json']],
      ['a comma between documents', `{"id":1},\n{"id":2}`, ['a:1:9 bad-json']],
      ['a number after the list', `[{"id":1}]\n7`, ['a:2:1 bad-json']],
      ['lists where rows were, twice', '{"d":[{"id":1}],\n"d":[]}', ['a:2 bad-json'], ['d']],
      ['lists where rows were, twice in a row', '{"t":[{"d":[{"id":1}],\n\n"d":[]}]}', ['a:3 bad-json'], ['t', 'd']],
      ['a fault in what lies beside the rows', '{"x": [1, tru],\n"d":[]}', ['a:1:11 bad-json'], ['d']],
      ['a fault after a long line of Chinese', `[{"id":"${'王'.repeat(50)}😀"}, x]`, ['a:1:65 bad-json']],
      ['no list, but an object that says so', '{"d": {"error": 1}}', Array(3).fill('a missing-column'), ['d']],
      ['a column that no row has', `[{"id":1,${at}},{"id":2,${at}}]`, ['a missing-column']],
      ['rows that are no objects', '[1,2]', ['a missing-column', 'a missing-column', 'a missing-column']],
      ['nothing at the path', '{"data": {"ticket": []}}', ['a missing-column'], ['data', 'tickets']],
      [
        'a row without a ticket',
        `[{"id":1,${at},"note":1},\n{${at}},\n7]`,
        ['a:2 missing-ticket', 'a:3 missing-ticket'],
      ],
    ];
  for (const [name, text, faults, path = []] of cases) {
    test(name, async () => {
      expect((await read({ ...events, rows: path }, source('a', text))).faults).toEqual(faults);
    });
  }

  test('a missing column names those there are', async () => {
    const { diagnostics } = await read(events, source('a', `[{"id":1,${at},"notes":1,"by":{"name":"x"}}]`));
    expect(diagnostics[0]?.hint).toBe('Did you mean "notes"? The file has: "id", "at", "notes", "by.name".');
  });

  test('deep nesting does not overflow', async () => {
    const nested = (depth: number, inner = '') => '['.repeat(depth) + inner + ']'.repeat(depth);
    expect((await read(events, source('a', nested(1000)))).faults).toEqual([]);
    // Beyond 1,000 levels it is told at the level that is one too many, whatever it lies in.
    for (const depth of [1001, 100_000]) {
      expect((await read(events, source('a', nested(depth)))).faults).toEqual(['a:1:1001 bad-json']);
      expect((await read(events, source('a', `[{"id":${nested(depth)}}]`))).faults).toEqual(['a:1:1006 bad-json']);
      const beside = `{"a":${nested(depth)},"d":[]}`;
      expect((await read({ ...events, rows: ['d'] }, source('a', beside))).faults).toEqual(['a:1:1005 bad-json']);
      const objects = '{"a":'.repeat(depth);
      expect((await read(events, source('a', objects))).faults).toEqual(['a:1:5001 bad-json']);
    }
    expect((await read(events, source('a', '['.repeat(900)))).faults).toEqual(['a:1:901 bad-json']);
    const whole = `[{"id":1,${at},"note":${nested(990, '1')}}]`;
    expect(rowsOf(await readLog(events, source('a', whole)))).toEqual([row(1, '1', nested(990, '1'))]);
  });

  test('the place of the fault is where a valid text was cut or struck', () => {
    const json = fc.json({ maxDepth: 4 });
    fc.assert(
      fc.property(json, (text) => {
        expect(findJsonFault(text)).toBeUndefined();
      }),
      { numRuns: 500, seed: 3 },
    );
    // A character that can stand nowhere. Struck into a number, a word or an escape, it is found at their beginning.
    fc.assert(
      fc.property(json, fc.nat(), (text, where) => {
        const index = where % (text.length + 1);
        const fault = findJsonFault(`${text.slice(0, index)}\u0001${text.slice(index)}`) ?? -1;
        expect(fault).toBeLessThanOrEqual(index);
        expect(text.slice(fault, index)).toMatch(/^(-?[\d.eE+-]*|[a-z]*|\\.{0,5})$/);
      }),
      { numRuns: 500, seed: 4 },
    );
  });
});
