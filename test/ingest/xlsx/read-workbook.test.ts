import { expect, test } from 'vitest';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { rowGatherer } from '../../../src/ingest/xlsx/row-gatherer.ts';
import { rowsOf, sheetsOf } from './sheets-of.ts';
import { letters, textRow, writeXlsx, zip } from './write-xlsx.ts';

const header = textRow(1, ['工单号', '值']);

/** A sheet with one cell beside its ticket. */
function oneCell(cell: string, more: Omit<Parameters<typeof writeXlsx>[0], 'sheets'> = {}) {
  return writeXlsx({
    sheets: [{ name: '一', rows: `${header}<row r="2"><c r="A2" t="str"><v>T</v></c>${cell}</row>` }],
    ...more,
  });
}

test.each([
  ['a whole number', '<c r="B2"><v>297732</v></c>', '297732'],
  ['a whole number written as a decimal', '<c r="B2"><v>297732.0</v></c>', '297732'],
  ['a whole number with an exponent', '<c r="B2"><v>2.97732E5</v></c>', '297732'],
  ['a decimal as Excel writes it', '<c r="B2"><v>0.10000000000000001</v></c>', '0.1'],
  ['a very small number', '<c r="B2"><v>1.5E-7</v></c>', '0.00000015'],
  ['a negative small number', '<c r="B2"><v>-1.5E-7</v></c>', '-0.00000015'],
  ['a number of 15 digits', '<c r="B2"><v>202605011234567</v></c>', '202605011234567'],
  ['true', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
  ['false', '<c r="B2" t="b"><v>0</v></c>', 'FALSE'],
  ['a text of the table of texts', '<c r="B2" t="s"><v>1</v></c>', '乙 & <b>'],
  ['a rich text, without its pronunciation', '<c r="B2" t="s"><v>2</v></c>', '東京都'],
  ['an empty text', '<c r="B2" t="s"><v>3</v></c>', undefined],
  ['a text with blanks and a line break', '<c r="B2" t="s"><v>4</v></c>', '  a\r\n_b_ '],
  ['a text in the cell', '<c r="B2" t="inlineStr"><is><t>甲</t></is></c>', '甲'],
  [
    'a rich text in the cell',
    '<c r="B2" t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
    '甲乙',
  ],
  ['a formula by its value', '<c r="B2"><f>1+1</f><v>2</v></c>', '2'],
  ['a formula that gives a text', '<c r="B2" t="str"><f>A2&amp;"x"</f><v>Tx</v></c>', 'Tx'],
  ['a formula that gives an empty text', '<c r="B2" t="str"><f>""</f><v></v></c>', undefined],
  ['a date in ISO 8601', '<c r="B2" t="d"><v>2026-05-06T09:05:00</v></c>', '2026-05-06 09:05:00'],
  ['a cell without a reference', '<c><v>5</v></c>', '5'],
  ['a cell with only a style', '<c r="B2" s="0"/>', undefined],
])('%s', async (_, cell, text) => {
  const strings = `<si><t>甲</t></si><si><t>乙 &amp; &lt;b></t></si><si><r><t>東</t></r><r><t>京都</t></r><rPh sb="0" eb="3"><t>トウキョウト</t></rPh></si><si><t/></si><si><t xml:space="preserve">  a_x000D_
_x005F_b_ </t></si>`;
  expect(await rowsOf(oneCell(cell, { strings }))).toEqual([`2: T|${text ?? ''}`]);
});

const styles =
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="22"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="46"/></cellXfs>';

test.each([
  // 6 May 2026 is day 46148 (see serial-text.test.ts); 0.378472… of a day is 9:05.
  ['<c r="B2" s="1"><v>46148</v></c>', false, '2026-05-06'],
  ['<c r="B2" s="2"><v>46148.378472222219</v></c>', false, '2026-05-06 09:05'],
  ['<c r="B2" s="3"><v>0.782638888888889</v></c>', false, '18:47:00'],
  ['<c r="B2" s="1"><v>44686</v></c>', true, '2026-05-06'],
  ['<c r="B2" s="0"><v>46148</v></c>', false, '46148'],
  ['<c r="B2" s="1"><f>TODAY()</f><v>46148</v></c>', false, '2026-05-06'],
  ['<c r="B2" s="1" t="str"><v>2026年5月6日</v></c>', false, '2026年5月6日'],
])('%s, counted from 1904: %s, is %s', async (cell, is1904, text) => {
  expect(await rowsOf(oneCell(cell, { styles, is1904 }))).toEqual([`2: T|${text}`]);
});

test('what cells do not say is told once for each column', async () => {
  const rows = [2, 3, 4].map(
    (row) =>
      `<row r="${row}"><c r="A${row}"><v>2026050112345670${row}</v></c><c r="B${row}" t="e"><v>#N/A</v></c><c r="C${row}"><f>1+1</f></c></row>`,
  );
  const content = writeXlsx({ sheets: [{ name: '一', rows: textRow(1, ['a', 'b', 'c']) + rows.join('') }] });
  expect(await sheetsOf(content)).toEqual([
    {
      name: 'book#一',
      columns: ['a', 'b', 'c'],
      // As doubles, which up here are multiples of 4: 702 lies between 700 and 704, and the tie goes to the even multiple.
      rows: ['2: 20260501123456704||', '3: 20260501123456704||', '4: 20260501123456704||'],
      remarks: ['inexact-number 2', 'cell-error 2', 'uncomputed-formula 2'],
    },
  ]);
});

test('rows have the numbers of the sheet, however many are empty between them', async () => {
  const rows = `${textRow(3, ['id', 'x'])}<row r="4"/><row r="5"><c r="A5"/></row>${textRow(9, ['T', '1'])}<row><c><v>7</v></c></row>`;
  expect(await rowsOf(writeXlsx({ sheets: [{ name: '一', rows }] }))).toEqual(['9: T|1', '10: 7|']);
});

test('rows may be shorter and longer than the header, and a sheet may lie about its size', async () => {
  const rows = textRow(1, ['id', 'x', 'y']) + textRow(2, ['T']) + textRow(3, ['U', '', '1', '', 'aside']);
  const content = writeXlsx({ sheets: [{ name: '一', rows, before: '<dimension ref="A1:B2"/>' }] });
  expect(await rowsOf(content)).toEqual(['2: T||', '3: U||1']);
});

test('merged cells are a text and blanks', async () => {
  const rows = textRow(1, ['id', 'x']) + textRow(2, ['T', '1']) + textRow(3, ['', '2']);
  const after = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
  expect(await rowsOf(writeXlsx({ sheets: [{ name: '一', rows, after }] }))).toEqual(['2: T|1', '3: |2']);
});

test('cells out of their order, prefixes and UTF-16 are read', async () => {
  const rows =
    '<x:row r="1"><x:c r="B1" t="str"><x:v>值</x:v></x:c><x:c r="A1" t="str"><x:v>号</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row>';
  const sheet = `\ufeff<?xml version="1.0" encoding="UTF-16"?><x:worksheet><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
  const members = { 'xl/worksheets/sheet1.xml': Buffer.from(sheet, 'utf16le') };
  expect(await rowsOf(writeXlsx({ sheets: [{ name: '一', rows: '' }], members }))).toEqual(['2: 1|']);
});

const book = (...sheets: readonly (readonly [string, string, ('hidden' | undefined)?])[]) =>
  writeXlsx({ sheets: sheets.map(([name, rows, state]) => ({ name, rows, ...(state && { state }) })) });
const table = (...ids: readonly string[]) => textRow(1, ['id']) + ids.map((id, at) => textRow(at + 2, [id])).join('');
const wanted = [{ name: 'id', isRequired: true }];
const months = book(
  ['一月', table('A')],
  ['说明', textRow(1, ['notes'])],
  ['二月', table('B')],
  ['空', ''],
  ['旧', table('C'), 'hidden'],
);

test('every sheet that has the columns is read, and of the others a note tells', async () => {
  expect(await sheetsOf(months, { wanted })).toEqual([
    { name: 'book#一月', columns: ['id'], rows: ['2: A'], remarks: ['skipped-sheets'] },
    { name: 'book#二月', columns: ['id'], rows: ['2: B'], remarks: [] },
    { name: 'book#旧', columns: ['id'], rows: ['2: C'], remarks: ['hidden-sheet'] },
  ]);
});

test('the sheets that are named are read, in the order of their names', async () => {
  const read = await sheetsOf(months, { wanted, sheets: ['二月', '旧'] });
  expect(read).toEqual([
    { name: 'book#二月', columns: ['id'], rows: ['2: B'], remarks: [] },
    { name: 'book#旧', columns: ['id'], rows: ['2: C'], remarks: [] },
  ]);
});

test('to see what a workbook holds, all sheets with anything in them are read', async () => {
  const read = await sheetsOf(months);
  expect(read.map((sheet) => typeof sheet !== 'string' && sheet.name)).toEqual([
    'book#一月',
    'book#说明',
    'book#二月',
    'book#旧',
  ]);
});

test.each([
  ['a sheet that is not there', months, ['三月'], ['book unknown-sheet']],
  ['a named sheet without the columns', months, ['说明'], ['book#说明 missing-column']],
  ['a named sheet without anything', months, ['空'], ['book#空 empty-file']],
  [
    'no sheet has the columns',
    book(['甲', textRow(1, ['x'])], ['乙', textRow(1, ['y'])]),
    undefined,
    ['book#甲 missing-column', 'book#乙 missing-column'],
  ],
  ['no sheet has anything', book(['甲', ''], ['乙', '<row r="7"/>']), undefined, ['book empty-file']],
])('%s', async (_, content, sheets, faults) => {
  expect(await sheetsOf(content, { wanted, ...(sheets && { sheets }) })).toEqual(faults);
});

const plain = { sheets: [{ name: '一', rows: table('A') }] };
const sheet1 = (text: string) => writeXlsx({ ...plain, members: { 'xl/worksheets/sheet1.xml': text } });

test.each([
  ['no archive', new TextEncoder().encode('PK\x03\x04 and nothing else')],
  ['an archive without a workbook', zip({ 'a.txt': 'x' })],
  ['no sheet where the workbook says', zip({ '_rels/.rels': '<Relationships/>', 'xl/workbook.xml': '<workbook/>' })],
  ['a row beyond the last there can be', sheet1('<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>')],
  ['a row before the first', sheet1('<worksheet><sheetData><row r="0"/></sheetData></worksheet>')],
  ['a row that has no number', sheet1('<worksheet><sheetData><row r="x"/></sheetData></worksheet>')],
  [
    'a column beyond the last there can be',
    sheet1('<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>'),
  ],
  [
    'a cell without a column',
    sheet1('<worksheet><sheetData><row r="1"><c r="1"><v>1</v></c></row></sheetData></worksheet>'),
  ],
  [
    'a text that is not in the table of texts',
    sheet1('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>'),
  ],
  [
    'a DOCTYPE',
    sheet1(
      '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row r="1"><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
    ),
  ],
  [
    'an unknown entity',
    sheet1('<worksheet><sheetData><row r="1"><c t="str"><v>&a;</v></c></row></sheetData></worksheet>'),
  ],
  ['tags that do not match', sheet1('<worksheet><sheetData><row r="1"></sheetData></row></worksheet>')],
  ['a sheet that breaks off', sheet1('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>')],
  ['an empty sheet part', sheet1('')],
  ['an entity in the name of a sheet', writeXlsx({ sheets: [{ name: '&x;', rows: '' }] })],
  ['an entity in a format', writeXlsx({ ...plain, styles: '<numFmt numFmtId="1" formatCode="&x;"/>' })],
  ['an entity in the name of an .ods table', zip({ 'content.xml': '<o><table:table table:name="&x;"/></o>' })],
  [
    'a cell of a million characters',
    sheet1(
      `<worksheet><sheetData><row r="1"><c t="str"><v>${'x'.repeat(1_100_000)}</v></c></row></sheetData></worksheet>`,
    ),
  ],
  ['tags a thousand deep', sheet1('<a>'.repeat(1000))],
])('damage: %s', async (_, content) => {
  expect(await sheetsOf(content)).toEqual(['book bad-workbook']);
});

test('a member whose checksum is wrong', async () => {
  const content = Buffer.from(writeXlsx(plain));
  const directory = content.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const sheet = content.indexOf('xl/worksheets/sheet1.xml', directory);
  content.writeUInt32LE(1, sheet - 46 + 16);
  expect(await sheetsOf(content)).toEqual(['book bad-workbook']);
});

test('workbooks behind a password', async () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const modern = Buffer.concat([compound, Buffer.alloc(1000), Buffer.from('EncryptedPackage', 'utf16le')]);
  expect(await sheetsOf(modern)).toEqual(['book encrypted-workbook']);
  // BOF of the workbook (its 16 bytes of content end in zeros), then FILEPASS.
  const globals = Buffer.concat([
    Buffer.from('0908100000060500', 'hex'),
    Buffer.alloc(12),
    Buffer.from('2f003600', 'hex'),
  ]);
  expect(await sheetsOf(Buffer.concat([compound, Buffer.alloc(504), globals, Buffer.alloc(600)]))).toEqual([
    'book encrypted-workbook',
  ]);
});

test('a compound file that is no workbook', async () => {
  expect(await sheetsOf(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]))).toEqual([
    'book bad-workbook',
  ]);
});

test('all columns there can be, and a million empty rows, are read within a moment', async () => {
  const wide = textRow(
    1,
    Array.from({ length: 16_384 }, (_, column) => letters(column)),
  );
  const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 2}"/>`).join('');
  const [sheet] = await sheetsOf(book(['一', `${wide}${empty}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`]));
  if (sheet === undefined || typeof sheet === 'string') throw new Error('unusable');
  expect(sheet.columns).toHaveLength(16_384);
  expect(sheet.rows).toEqual([`1048576: ${'|'.repeat(16_383)}1`]);
}, 30_000);

test('a list of sheets, relations or styles that unpacks to more than 64 MB is refused', async () => {
  const styles = '<numFmts/>'.repeat(7_000_000);
  expect(await sheetsOf(writeXlsx({ ...plain, styles }))).toEqual(['book bad-workbook']);
}, 30_000);

test('a bomb of rows with one cell far to the right is refused, wherever its header stands', async () => {
  const bomb = Array.from({ length: 100 }, () => '<row><c r="XFD1"><v>1</v></c></row>').join('');
  expect(await sheetsOf(book(['一', bomb]), { wanted })).toEqual(['book#一 missing-column']);
  // 50 million blank cells are 3052 such rows (50,000,000 ÷ 16,383 = 3051.9…).
  const rows = rowGatherer('book', () => {});
  let count = 0;
  expect(() => {
    for (; count < 4000; count++) {
      rows.begin();
      rows.set(16_383, '1');
      rows.end();
    }
  }).toThrow(Unusable);
  expect(count).toBe(3051);
});
