import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellFinder } from '../../../src/ingest/json/cell-at.ts';
import { rowsAt } from '../../../src/ingest/json/rows-at.ts';
import { readRows } from './reading.ts';

const COLUMNS = ['a', 'b.c', 'n', '../a', '../n', '../../n', '../../../n', '../b.c'];

/** Objects in which paths over `p` and `q` lead somewhere now and then. */
const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(1, -2.5e3, true, null, '}', '"', 'a\\', ']', '王😀', '\n', 12345678901234),
    tie('list'),
    tie('record'),
    tie('record'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'n', 'p', 'q', 'b.c', '"'), tie('value'), { maxKeys: 4 }),
  document: fc.oneof(tie('list'), tie('record')),
}));
const paths = fc.constantFrom([], ['p'], ['p', 'q'], ['p', 'q', 'p']);
const documents = fc.array(tree.document, { minLength: 1, maxLength: 3 });

/** The rows of whole documents, parsed at once. */
function plainly(whole: readonly unknown[], path: readonly string[]) {
  const finders = COLUMNS.map((column) => [column, cellFinder(column)] as const);
  return whole.flatMap((document) =>
    [...rowsAt(document, path)].map((row) =>
      Object.fromEntries(
        finders.flatMap(([column, find]) => {
          const cell = find(row);
          return cell === undefined ? [] : [[column, cell]];
        }),
      ),
    ),
  );
}

describe('a file cut into pieces', () => {
  test('has the rows and outer objects of the file parsed as a whole, whatever the pieces', async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(documents, paths, fc.constantFrom(0, 1, 3), fc.nat(), async (whole, path, indent, seed) => {
        // Nothing may follow an empty list on its line.
        const text = whole.map((document) => JSON.stringify(document, null, indent)).join('\n');
        const expected = plainly(JSON.parse(`[${whole.map((each) => JSON.stringify(each)).join(',')}]`), path);
        const sizes = text.length < 60 ? text.length : 4;
        for (let index = 1; index <= sizes; index++) {
          const size = text.length < 60 ? index : 1 + ((seed * index) % text.length);
          const read = await readRows(text, COLUMNS, path, size);
          expect(read.rows).toEqual(expected);
          if (read.faults.length > 0) expect([read.faults, expected]).toEqual([['missing-column'], []]);
        }
        rows += expected.length;
      }),
      { numRuns: 400, seed: 17 },
    );
    expect(rows).toBeGreaterThan(400);
  });

  test('tells the line of each row, as it is printed', async () => {
    // Reference: where the text of the row's own marker stands in the printed text.
    const record = fc.record({
      a: fc.constantFrom('x', '\n', 'y\r\n', '{'),
      b: fc.constantFrom([], {}, [1], { c: 1 }),
    });
    const eols = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(record, { maxLength: 3 }), { maxLength: 4 }),
        eols,
        fc.nat(),
        async (lists, eol, seed) => {
          let marker = 0;
          const marked = lists.map((list) => ({ p: list.map((each) => ({ marker: `#${marker++}#`, ...each })) }));
          const text = JSON.stringify({ q: marked }, null, 1).replaceAll('\n', eol);
          const size = 1 + (seed % text.length);
          const { rows, lines } = await readRows(text, ['marker'], ['q', 'p'], size);
          expect(rows.map((row) => row['marker'])).toEqual(Array.from({ length: marker }, (_, index) => `#${index}#`));
          // The marker is the first member, on the line after the row's brace.
          const printed = text.split(eol);
          for (const [index, line] of lines.entries()) expect(printed[line]).toContain(`#${index}#`);
        },
      ),
      { numRuns: 300, seed: 23 },
    );
  });
});

/** JSON texts one after the other: each ends as soon as it is one. `undefined`: something is left that begins none. */
function documentsOf(text: string): readonly unknown[] | undefined {
  const found: unknown[] = [];
  let start = 0;
  let mayFollow = true;
  while (text.slice(start).trim() !== '') {
    if (!/^[ \t\r\n]*[[{]/.test(text.slice(start))) return undefined;
    let end = start + 1;
    let document: unknown;
    for (; end <= text.length; end++) {
      if (!']}'.includes(text[end - 1] ?? ' ')) continue;
      document = parsed(text.slice(start, end));
      if (document !== undefined) break;
    }
    if (document === undefined || (!mayFollow && !/^[ \t]*[\r\n]/.test(text.slice(start)))) return undefined;
    mayFollow = !(Array.isArray(document) && document.length === 0);
    found.push(document);
    start = end;
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe('a file that is damaged', () => {
  test('is read where it is still JSON, and refused at the same place whatever its pieces', async () => {
    const damage = fc.record({
      at: fc.nat(),
      drop: fc.constantFrom(0, 0, 1, 2, 9),
      put: fc.constantFrom(
        '',
        '"',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '\\',
        '0',
        '-',
        'e',
        'nul',
        '\n',
        '\u0001',
        ' ',
        '王',
        '][',
        '}{',
      ),
    });
    let read = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        tree.document,
        fc.constantFrom(0, 1),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        async (document, indent, damages, seed) => {
          let text = JSON.stringify(document, null, indent);
          for (const { at, drop, put } of damages) {
            const index = 1 + (at % text.length);
            text = text.slice(0, index) + put + text.slice(index + drop);
          }
          const expected = documentsOf(text);
          const whole = await readRows(text, ['a', 'n']);
          const inPieces = await readRows(text, ['a', 'n'], [], 1 + (seed % text.length));
          expect(inPieces).toEqual(whole);
          if (expected === undefined) {
            refused++;
            expect(whole.faults).toHaveLength(1);
            expect(whole.faults[0]).toMatch(/^\d+:\d+ bad-json$/);
            const [line = 0] = (whole.faults[0] ?? '').split(':').map(Number);
            expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
          } else {
            read++;
            expect(whole.faults).toEqual([]);
            expect(whole.rows).toHaveLength(plainly(expected, []).length);
          }
        },
      ),
      { numRuns: 2000, seed: 29 },
    );
    expect(read).toBeGreaterThan(120);
    expect(refused).toBeGreaterThan(1000);
  });
});
