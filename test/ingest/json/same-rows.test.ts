import fc from 'fast-check';
import { expect, test } from 'vitest';
import { column, contentOf, field, type Read, read, records, source, stamp } from '../exports.ts';

const using = records({
  form: 'events',
  ticket: column('id'),
  at: stamp('at', { zone: 'UTC' }),
  event: column('event'),
  fields: [field('note', 'note'), field('who', 'who')],
});
const COLUMNS = ['id', 'at', 'event', 'note', 'who'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('王小明', '"quoted"', 'a,b', '😀', '\\', '{"a":1}', 'line\nbreak', '[', '1e3', 'null'),
);
const row = fc.record({
  id: fc.constantFrom('T-1', 'T-2', '00123', '12345678901234567890'),
  at: fc.nat({ max: 1_000_000 }).map((second) => new Date(1_770_000_000_000 + second * 1000).toISOString()),
  event: fc.constantFrom('created', 'answered', '解决'),
  note: text,
  who: text,
});

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly Row[]) =>
  [COLUMNS.join(','), ...rows.map((each) => COLUMNS.map((name) => quoted(each[name])).join(','))].join('\n');
const pages = (rows: readonly Row[]) => [rows.slice(0, 2), rows.slice(2, 3), rows.slice(3), []];

/** The ways to write rows as JSON, and the line of each row there, worked out from the layout. */
const forms: readonly (readonly [
  name: string,
  write: (rows: readonly Row[]) => string,
  line: (index: number) => number,
  path?: readonly string[],
])[] = [
  ['list', (rows) => JSON.stringify(rows), () => 1],
  // "[", then seven lines a row: brace, five members, brace.
  ['list, printed', (rows) => JSON.stringify(rows, null, 2), (index) => 2 + 7 * index],
  ['an object a line', (rows) => rows.map((each) => JSON.stringify(each)).join('\n'), (index) => 1 + index],
  [
    'an object after the other, printed',
    (rows) => rows.map((each) => JSON.stringify(each, null, 1)).join('\n'),
    (index) => 1 + 7 * index,
  ],
  [
    'at a path',
    (rows) => JSON.stringify({ x: [{ id: 1 }], data: { n: 1, tickets: rows } }),
    () => 1,
    ['data', 'tickets'],
  ],
  // {, "data": {, "tickets": [ and then the rows.
  [
    'at a path, printed',
    (rows) => JSON.stringify({ data: { tickets: rows } }, null, 1),
    (index) => 4 + 7 * index,
    ['data', 'tickets'],
  ],
  [
    'pages, one a line',
    (rows) =>
      pages(rows)
        .map((tickets) => JSON.stringify({ tickets }))
        .join('\n'),
    (index) => Math.min(3, 1 + (index >> 1) + (index > 2 ? 1 : 0)),
    ['tickets'],
  ],
  ['a list of pages', (rows) => JSON.stringify(pages(rows).map((tickets) => ({ tickets }))), () => 1, ['tickets']],
  [
    'lists, one a line',
    (rows) =>
      pages(rows)
        .map((each) => JSON.stringify(each))
        .join('\n'),
    (index) => Math.min(3, 1 + (index >> 1) + (index > 2 ? 1 : 0)),
  ],
  [
    'long numbers as ids',
    (rows) => JSON.stringify(rows).replaceAll('"12345678901234567890"', '12345678901234567890'),
    () => 1,
  ],
  ['escaped throughout', (rows) => JSON.stringify(rows).replaceAll(/[^ -~]/g, escaped), () => 1],
];

function escaped(unit: string): string {
  return [...Array(unit.length).keys()].map((at) => `\\u${unit.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}

const contents = ({ value }: Read): readonly string[] => {
  const log = value?.log;
  return log === undefined ? [] : Array.from({ length: log.rows }, (_, index) => contentOf(log, index));
};

test('the same rows, written as CSV or in any form of JSON, give the same records', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(1, 7, 65_536),
      async (rows, size) => {
        const table = contents(await read(using, source('a', csv(rows))));
        expect(table).toHaveLength(rows.length);
        for (const [name, write, line, rowsPath = []] of forms) {
          const found = await read({ ...using, rows: rowsPath }, source('a', write(rows), size));
          expect([name, found.faults]).toEqual([name, []]);
          expect([name, ...contents(found)]).toEqual([name, ...table]);
          const lines = Array.from({ length: rows.length }, (_, index) => found.value?.log.line.at(index));
          expect([name, ...lines]).toEqual([name, ...rows.map((_, index) => line(index))]);
        }
      },
    ),
    { numRuns: 60, seed: 31 },
  );
});
