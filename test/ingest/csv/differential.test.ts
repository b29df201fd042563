import fc from 'fast-check';
import { expect, test } from 'vitest';
import { named } from '../table/read-table-rows.ts';
import { readNaively } from './naive-reader.ts';
import { readCsvText } from './read-csv-text.ts';

interface Way {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
}

const way: fc.Arbitrary<Way> = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '~', '\u0001', '␟', '，', ':'),
    quoting: fc.constantFrom(['"', '"'], ["'", "'"], ['"', '\\'], ["'", '\\'], ['', '\\'], ['', '']),
  })
  .map(({ delimiter, quoting: [quote = '', mark = ''] }) => ({ delimiter, quote, escape: mark }));

const piece = fc.constantFrom(
  'a',
  'b',
  '"',
  "'",
  '\\',
  ',',
  ';',
  '\t',
  '|',
  '^',
  ':',
  '，',
  '␟',
  ' ',
  '\n',
  '\r\n',
  '工单',
  '😀',
  '\u3000',
  'N',
  'é',
);
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }).map((rows) => ({ width, rows })),
  );

/** Writes a cell so that it can be read again; what a dialect cannot write is left out. */
function write(text: string, { delimiter, quote, escape: mark }: Way, isQuoted: boolean): string {
  if (quote !== '') {
    const isNeeded =
      isQuoted ||
      /[\r\n]/.test(text) ||
      text.includes(delimiter) ||
      text.trim().startsWith(quote) ||
      text.trim() === '\\N';
    if (!isNeeded) return text;
    const inner =
      mark === quote ? text.replaceAll(quote, quote + quote) : text.replaceAll(/[\\"']/g, (each) => `\\${each}`);
    return `${quote}${inner}${quote}`;
  }
  if (mark === '') return text.replaceAll(/[\r\n]/g, ' ').replaceAll(delimiter, '');
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(delimiter, `\\${delimiter}`);
  return escaped.replaceAll('\r\n', '\\r\\n').replaceAll('\n', '\\\n');
}

test('any table in any dialect is read as a naive reader reads it, whatever the chunks', async () => {
  let cells = 0;
  await fc.assert(
    fc.asyncProperty(
      way,
      table,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.constantFrom(65_536, 7, 2, 1),
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      async (dialect, { width, rows }, end, isEnded, size, coins) => {
        const names = Array.from({ length: width }, (_, index) => `column${index}`);
        let coin = 0;
        const lines = rows.map((row, index) =>
          [`T${index}`, ...row]
            .map((text) => write(text, dialect, coins[coin++ % 40] ?? false))
            .join(dialect.delimiter),
        );
        const text = [['ticket', ...names].join(dialect.delimiter), ...lines].join(end) + (isEnded ? end : '');
        const [, ...expected] = readNaively(text, dialect);
        const heard = await readCsvText(text, named('ticket', ...names), dialect, size);
        cells += expected.length * width;
        expect(heard.told).toEqual([]);
        expect(
          heard.rows.map((row) =>
            row
              .split('|')
              .map((each) => each.trim())
              .join('|'),
          ),
        ).toEqual(
          expected.map(({ line, cells: each }) =>
            `${line} ${each.join('|')}`
              .split('|')
              .map((part) => part.trim())
              .join('|'),
          ),
        );
      },
    ),
    { numRuns: 800, seed: 20_261_122 },
  );
  // The tables were not all empty.
  expect(cells).toBeGreaterThan(2500);
});

test('blanks and quotes that first come far down are read as at the top, and the lines go on', async () => {
  const plain = Array.from({ length: 30 }, (_, index) => `T${index},open,note ${index}`);
  const expected = plain.map((line, index) => `${index + 2} ${line.replaceAll(',', '|')}`);
  const loose: [text: string, row: string, lines: number][] = [
    ['T, "a,b" ,x', '32 T|a,b|x', 1],
    ['T,  "a\nb" ,\u3000x', '32 T|a\nb|x', 2],
    ['T,5" pipe,"""so"" it is"', '32 T|5" pipe|"so" it is', 1],
    ['T," kept ",x ', '32 T| kept |x', 1],
    ['T,,\t', '32 T||', 1],
  ];
  for (const [text, row, lines] of loose) {
    for (const size of [1, 7, 100, 65_536]) {
      const whole = ['ticket,status,note', ...plain, text, 'U,"a""b",c', 'V,"a"b,c'].join('\n');
      const heard = await readCsvText(whole, named('ticket', 'status', 'note'), { parser: 'csv-parse' }, size);
      expect(heard.rows, text).toEqual([...expected, row, `${32 + lines} U|a"b|c`]);
      expect(heard.told, text).toEqual([`${33 + lines} bad-csv`]);
    }
  }
});

test('what is written is what is read', async () => {
  await fc.assert(
    fc.asyncProperty(way, table, fc.constantFrom('\n', '\r\n'), async (dialect, { width, rows }, end) => {
      fc.pre(dialect.quote !== '');
      const names = Array.from({ length: width }, (_, index) => `column${index}`);
      const lines = rows.map((row, index) =>
        [`T${index}`, ...row.map((text) => write(text, dialect, true))].join(dialect.delimiter),
      );
      const text = `${[['ticket', ...names].join(dialect.delimiter), ...lines].join(end)}${end}`;
      const heard = await readCsvText(text, named('ticket', ...names), dialect);
      const trimmed = heard.rows.map((row) => row.replace(/^\d+ /, ''));
      expect(trimmed).toEqual(rows.map((row, index) => [`T${index}`, ...row].join('|')));
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('a dialect that is not stated is found by the columns that are named', async () => {
  const usual = fc.constantFrom(
    ...[',', ';', '\t', '|', '^', '，', ':'].flatMap((delimiter) => [
      { delimiter, quote: '"', escape: '"' },
      { delimiter, quote: "'", escape: "'" },
    ]),
  );
  await fc.assert(
    fc.asyncProperty(usual, table, fc.constantFrom('\n', '\r\n', '\r'), async (dialect, { width, rows }, end) => {
      const names = Array.from({ length: width }, (_, index) => `column${index}`);
      // Single quotes are proved by what they enclose: everything.
      const isQuoted = dialect.quote === "'";
      const lines = [['ticket', ...names], ...rows.map((row, index) => [`T${index}`, ...row])].map((cells) =>
        cells.map((text) => write(text.replaceAll('\\', '/'), dialect, isQuoted)).join(dialect.delimiter),
      );
      const text = `a title\n${lines.join(end)}${end}`.replace('\n', end);
      const wanted = named('ticket', ...names);
      const found = await readCsvText(text, wanted);
      const stated = await readCsvText(text, wanted, { ...dialect, header: [2] });
      expect(found.rows).toEqual(stated.rows);
      expect(found.fact).toBe(stated.fact);
    }),
    { numRuns: 400, seed: 11 },
  );
});
