import { globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import fc from 'fast-check';
import { type CellValue, readXlsx, writeXlsx as write } from 'hucre';
import { readOds } from 'hucre/ods';
import { expect, test } from 'vitest';
import { openWorkbook } from '../../../src/ingest/xlsx/open-workbook.ts';

const DAY = 86_400_000;

type Sheets = readonly { readonly name: string; readonly isHidden: boolean; readonly rows: readonly string[][] }[];

/** The cells of all sheets by our own reader, rows in their places. */
async function ours(content: Uint8Array): Promise<Sheets> {
  const rows: string[][][] = [];
  const workbook = await openWorkbook(content, 'f');
  const names = await workbook.read(() => {
    const of: string[][] = [];
    rows.push(of);
    return {
      take: (cells, row) => {
        of[row - 1] = [...cells];
      },
      oddities: () => {},
      finish: () => {},
      endsSheet: () => false,
    };
  });
  return names.map((sheet, index) => ({ ...sheet, rows: rows[index] ?? [] }));
}

/** The instant, or the length in milliseconds, that a text stands for; `undefined` where it is neither. */
function millisOf(text: string): number | undefined {
  const date = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?$/.exec(text);
  if (date !== null) {
    const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = date
      .slice(1)
      .map((part) => Number(part ?? 0));
    return Date.UTC(year, month - 1, day, hours, minutes) + seconds * 1000;
  }
  const time = /^(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?$/.exec(text);
  return time === null ? undefined : (Number(time[1]) * 60 + Number(time[2])) * 60_000 + Number(time[3] ?? 0) * 1000;
}

/** Day 0 of a workbook, where the other reader counts lengths from. */
const DAY_0 = Date.UTC(1899, 11, 30);

function isSame(text: string, value: CellValue | undefined): boolean {
  if (value === null || value === undefined) return text === '';
  if (typeof value === 'string' && value.startsWith('PT')) {
    return text === value.replace(/^PT(\d+)H(\d+)M(\d+)S$/, '$1:$2:$3');
  }
  if (typeof value === 'string') return text === (/^#[A-Z/0!?]+$/.test(value) ? '' : value);
  if (typeof value === 'boolean') return text === (value ? 'TRUE' : 'FALSE');
  const millis = millisOf(text);
  if (typeof value === 'number') {
    if (text !== '' && Number(text) === value) return true;
    return (
      millis !== undefined && (Math.abs(millis - value * DAY) < 500 || Math.abs(millis - DAY_0 - value * DAY) < 500)
    );
  }
  if (!(value instanceof Date) || millis === undefined) return false;
  return [millis, millis + DAY_0, millis + DAY_0 + DAY].some((at) => Math.abs(at - value.getTime()) < 500);
}

function differences(
  mine: Sheets,
  theirs: readonly { readonly name: string; readonly rows: readonly (readonly CellValue[])[] }[],
) {
  const found: string[] = [];
  for (const [index, { name, rows }] of mine.entries()) {
    const other = theirs[index];
    if (other?.name !== name) found.push(`${name}: ${other?.name}`);
    for (let row = 0; row < Math.max(rows.length, other?.rows.length ?? 0); row++) {
      const [cells, values] = [rows[row] ?? [], other?.rows[row] ?? []];
      for (let column = 0; column < Math.max(cells.length, values.length); column++) {
        const [text, value] = [cells[column] ?? '', values[column]];
        if (!isSame(text, value)) found.push(`${name} ${row + 1} ${column}: ${text} | ${String(value)}`);
      }
    }
  }
  return found;
}

const root = resolve(import.meta.dirname, '../../..');
/** Both refuse these. */
const REFUSED = /\/(bad|encrypted)-workbook\//;
const files = [
  'fixtures/**/*.xlsx',
  'fixtures/**/*.ods',
  'test/ingest/xlsx/workbooks/*.xlsx',
  'test/ingest/xlsx/workbooks/*.ods',
]
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .filter((file) => !REFUSED.test(file))
  .toSorted();

test('there are workbooks to be read', () => {
  expect(files.length).toBeGreaterThan(15);
});

test.each(files.map((file) => [relative('fixtures', file), file]))('%s', async (_, file) => {
  const content = new Uint8Array(readFileSync(resolve(root, file)));
  const theirs = file.endsWith('.ods') ? await readOds(content) : await readXlsx(content);
  expect(differences(await ours(content), theirs.sheets)).toEqual([]);
});

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  // Whole seconds from 2 January 1904, so that both systems have them.
  fc.integer({ min: -2_082_758_400, max: 4_000_000_000 }).map((second) => new Date(second * 1000)),
  fc.string({
    unit: fc.constantFrom('甲', '乙', 'a', '1', ' ', '&', '<', '"', '😀', '\n'),
    minLength: 1,
    maxLength: 9,
  }),
);

test('what another writer wrote is read as it was', async () => {
  const sheet = fc.record({
    rows: fc.array(fc.array(value, { maxLength: 6 }), { minLength: 1, maxLength: 12 }),
    isHidden: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.boolean(), async (sheets, is1904) => {
      const written = sheets.map(({ rows, isHidden }, index) => ({
        name: `表 ${index}`,
        rows,
        hidden: index > 0 && isHidden,
      }));
      const content = await write({ sheets: written, dateSystem: is1904 ? '1904' : '1900' });
      const mine = await ours(content);
      expect(mine.map(({ isHidden }) => isHidden)).toEqual(written.map(({ hidden }) => hidden));
      expect(differences(mine, written)).toEqual([]);
      expect(differences(mine, (await readXlsx(content)).sheets)).toEqual([]);
    }),
    { numRuns: 60, seed: 1 },
  );
});
