import fc from 'fast-check';
import { expect, test } from 'vitest';
import { column, field, read, readLog, records, rowsOf, source, stamp } from '../exports.ts';
import { sheetsOf } from './sheets-of.ts';
import { letters, writeXlsx, zip } from './write-xlsx.ts';

const policy = records({
  form: 'tickets',
  ticket: column('工单号'),
  events: [{ ...stamp('创建时间'), event: 'created' }],
  fields: [field('amount', '金额'), field('remark', '备注')],
});

interface Row {
  readonly id: number;
  /** Since 1 January 2026. */
  readonly second: number;
  readonly cents: number;
  readonly remark: string;
}

const HEADER = ['工单号', '创建时间', '金额', '备注'];
const START = Date.UTC(2026, 0, 1);

function csvOf(rows: readonly Row[]): string {
  const lines = rows.map(({ id, second, cents, remark }) => {
    const at = new Date(START + second * 1000).toISOString().slice(0, 19).replace('T', ' ');
    return `${id},${at},${cents / 100},"${remark.replaceAll('"', '""')}"`;
  });
  return `${HEADER.join(',')}\n${lines.join('\n')}\n`;
}

/** The same with numbers as numbers, dates as days since 1900 (1 January 2026 is 46023), texts in the table of texts. */
function xlsxOf(rows: readonly Row[]): Uint8Array {
  const strings: string[] = [...HEADER];
  const shared = (text: string) => strings.push(text) - 1;
  const cell = (at: number, row: number, value: string, more = '') =>
    `<c r="${letters(at)}${row}"${more}><v>${value}</v></c>`;
  const header = HEADER.map((_, at) => cell(at, 1, String(at), ' t="s"')).join('');
  const body = rows.map(({ id, second, cents, remark }, index) => {
    const row = index + 2;
    const serial = 46_023 + second / 86_400;
    const said = remark === '' ? '' : cell(3, row, String(shared(remark)), ' t="s"');
    return `<row r="${row}">${cell(0, row, String(id))}${cell(1, row, String(serial), ' s="1"')}${cell(2, row, String(cents / 100))}${said}</row>`;
  });
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('_x', '_x005F_x');
  return writeXlsx({
    sheets: [{ name: '工单', rows: `<row r="1">${header}</row>${body.join('')}` }],
    strings: strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join(''),
    styles:
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
  });
}

const rows = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 999_999_999 }),
    second: fc.nat(365 * 86_400),
    cents: fc.integer({ min: -10_000_000, max: 10_000_000 }),
    remark: fc
      .string({
        unit: fc.constantFrom('甲', '乙', 'a', 'B', '1', ' ', ',', '"', '<', '&', '_x0041_', '😀'),
        maxLength: 12,
      })
      // Neither a total nor a footer, which are set aside.
      .map((text) => text.trim()),
  }),
  { minLength: 1, maxLength: 30 },
);

test('the same rows as CSV and as a workbook are the same records', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (each) => {
      const csv = rowsOf(await readLog(policy, source('a.csv', csvOf(each))));
      const xlsx = rowsOf(await readLog(policy, source('a.xlsx', xlsxOf(each))));
      expect(xlsx).toEqual(csv.map((row) => row.replace(/^a\.csv/, 'a.xlsx#工单')));
    }),
    { numRuns: 60, seed: 1 },
  );
});

const sound = xlsxOf([
  { id: 1, second: 100, cents: 5, remark: '甲' },
  { id: 2, second: 200, cents: 6, remark: '' },
]);

test('whatever bytes of a workbook are spoilt, it is read or refused', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
      fc.oneof({ weight: 3, arbitrary: fc.constant(sound.length) }, { weight: 1, arbitrary: fc.nat(sound.length) }),
      async (changes, end) => {
        const spoilt = sound.slice(0, end);
        for (const [at, byte] of changes) if (at < end) spoilt[at] = byte;
        for (const sheet of await sheetsOf(spoilt)) seen.add(typeof sheet === 'string' ? sheet.split(' ')[1]! : 'read');
      },
    ),
    { numRuns: 400, seed: 2 },
  );
  // Both happen, and nothing else does: no other error left sheetsOf.
  expect(seen).toContain('read');
  expect(seen).toContain('bad-workbook');
});

const SHEET =
  '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row><row r="2"><c r="A2" s="1"><v>46023.5</v></c><c r="B2" t="b"><v>1</v></c></row></sheetData></worksheet>';

test('whatever is spoilt in the XML of a sheet, it is read or refused', async () => {
  const pieces = SHEET.split(/(?=<)/);
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.nat(pieces.length),
          fc.constantFrom(
            '',
            '<',
            '&',
            '</c>',
            '<row r="3">',
            '<c r="ZZZZ1">',
            '<v>x</v>',
            '<!--',
            '<c s="99" t="s"><v>-1</v></c>',
            '\0',
          ),
        ),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      async (changes) => {
        const spoilt = [...pieces];
        for (const [at, piece] of changes) spoilt[at] = piece;
        const content = writeXlsx({
          sheets: [{ name: '一', rows: '' }],
          strings: '<si><t>a</t></si>',
          members: { 'xl/worksheets/sheet1.xml': spoilt.join('') },
        });
        await sheetsOf(content);
      },
    ),
    { numRuns: 300, seed: 3 },
  );
});

test('an archive of nothing but random members is refused', async () => {
  const names = [
    'xl/workbook.xml',
    '_rels/.rels',
    'content.xml',
    'xl/worksheets/sheet1.xml',
    'xl/workbook.bin',
    'xl/_rels/workbook.xml.rels',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...names), fc.string({ maxLength: 40 }), { minKeys: 1 }),
      async (members) => {
        const found = await sheetsOf(zip(members));
        expect(found.every((each) => typeof each === 'string')).toBe(true);
      },
    ),
    { numRuns: 100, seed: 4 },
  );
});

test('through the whole reader, a workbook beside a CSV is one log', async () => {
  const { value, faults } = await read(
    policy,
    source('b.csv', csvOf([{ id: 3, second: 0, cents: 1, remark: '' }])),
    source('a.xlsx', sound),
  );
  expect(faults).toEqual([]);
  expect(value && rowsOf(value.log)).toEqual([
    'a.xlsx#工单:2 1 2025-12-31T16:01:40.000Z amount=0.05 remark=甲',
    'a.xlsx#工单:3 2 2025-12-31T16:03:20.000Z amount=0.06 remark=·',
    'b.csv:2 3 2025-12-31T16:00:00.000Z amount=0.01 remark=·',
  ]);
});
