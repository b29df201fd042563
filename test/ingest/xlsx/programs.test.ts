import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetsOf } from './sheets-of.ts';

const folder = new URL('workbooks/', import.meta.url);

// What generate-workbooks.py put into them, in words. The formula of the last row has no value where openpyxl wrote it (it
// computes nothing); LibreOffice makes 1 and 0 of the booleans when it writes .ods; xlwt wrote neither its error nor sheet.
const ledger = (one: string, no: string, computed: string) => [
  `3: 297732|2026-09-01 09:05:00|2026-09-01|0.1|18:47:00|09:05:00|${one}|甲\n乙`,
  `4: 297733|2026-09-01 23:59:59|2024-02-29|1234.5|42:00:00|23:59:30|${no}|<&>"'`,
  `5: A-3|2026-09-30 00:00:00|1999-12-31|-3|00:05:30|00:00:01|${one}| 前后 `,
  `6: B-4|2026/9/30 8:00||${computed}||||`,
];

test.each([
  ['openpyxl.xlsx', ledger('TRUE', 'FALSE', ''), ['uncomputed-formula 6', 'cell-error 6'], true],
  ['xlsxwriter.xlsx', ledger('TRUE', 'FALSE', '2'), ['cell-error 6'], true],
  ['libreoffice.xlsx', ledger('TRUE', 'FALSE', '2'), ['cell-error 6'], true],
  ['libreoffice.ods', ledger('1', '0', '2'), ['cell-error 6'], true],
  // Of an .xls it is not known which sheets are hidden.
  ['libreoffice.xls', ledger('TRUE', 'FALSE', '2'), ['cell-error 6'], false],
])('%s holds the ledger that was written', async (name, rows, remarks, isHidden) => {
  expect(await sheetsOf(readFileSync(new URL(name, folder)))).toEqual([
    {
      name: 'book#九月',
      columns: ['工单号', '创建时间', '日期', '金额', '时长', '处理时刻', '是否回访', '备注'],
      rows,
      remarks: ['found-header 2', ...remarks],
    },
    { name: 'book#字典', columns: ['代码', '含义'], rows: ['2: 1|一般'], remarks: isHidden ? ['hidden-sheet'] : [] },
  ]);
});

test('xlwt.xls holds the ledger that was written', async () => {
  const [sheet] = await sheetsOf(readFileSync(new URL('xlwt.xls', folder)));
  expect(sheet).toMatchObject({ rows: ledger('TRUE', 'FALSE', '2'), remarks: ['found-header 2'] });
});

// The formats show seconds, none, no time; a time of day; hours beyond a day: 1.75 days are 42 h.
test('an .xls with days since 1904 is read as it shows them', async () => {
  const [sheet] = await sheetsOf(readFileSync(new URL('xlwt-1904.xls', folder)));
  expect(sheet).toMatchObject({ rows: ['2: 2026-09-01 09:05:00|2026-09-01 09:05|2026-09-01|09:00|42:00:00'] });
});

test('an .xls whose formats are not found is as exact as the most exact time of each column', async () => {
  const content = Buffer.from(readFileSync(new URL('xlwt.xls', folder)));
  // As older programs call the stream; behind its name of at most 64 bytes stands how long that is, with its end.
  const at = content.indexOf(Buffer.from('Workbook', 'utf16le'));
  content.fill(0, at, at + 64).write('Book', at, 'utf16le');
  content.writeUInt16LE(10, at + 64);
  const [sheet] = await sheetsOf(content);
  expect(sheet).toMatchObject({ rows: ledger('TRUE', 'FALSE', '2') });
});

test('no workbook lies there untested', () => {
  const names = [
    'libreoffice.ods',
    'libreoffice.xls',
    'libreoffice.xlsx',
    'openpyxl.xlsx',
    'xlsxwriter.xlsx',
    'xlwt-1904.xls',
    'xlwt.xls',
  ];
  expect(readdirSync(folder).toSorted()).toEqual(names);
});

test.each([['xlwt.xls'], ['libreoffice.xls'], ['libreoffice.ods'], ['openpyxl.xlsx']])(
  'whatever bytes of %s are spoilt, it is read or refused',
  async (name) => {
    const sound = new Uint8Array(readFileSync(new URL(name, folder)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(sound.length) },
          { weight: 1, arbitrary: fc.integer({ min: 8, max: sound.length }) },
        ),
        async (changes, end) => {
          const spoilt = sound.slice(0, end);
          for (const [at, byte] of changes) if (at >= 8 && at < end) spoilt[at] = byte;
          await sheetsOf(spoilt);
        },
      ),
      { numRuns: 150, seed: 5 },
    );
  },
  30_000,
);
