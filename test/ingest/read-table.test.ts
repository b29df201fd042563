import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTable } from '../../src/ingest/read-table.ts';
import { source } from './exports.ts';
import { textRow, writeXlsx } from './xlsx/write-xlsx.ts';

const NAMES = ['id', 'name', 'department', '工号', '姓名', '部门'];

async function read(name: string, content: string | Uint8Array) {
  const { value, diagnostics } = await readTable(source(name, content), NAMES);
  const told = diagnostics.map(({ code, place }) => `${[place?.file, place?.line].filter(Boolean).join(':')} ${code}`);
  return { ...value, told };
}

const people = (first: number) => textRow(first, ['工号', '姓名']) + textRow(first + 1, ['1', '张三']);

test('a roster in a workbook is the sheet that has most of the columns', async () => {
  const content = writeXlsx({
    sheets: [
      { name: '说明', rows: textRow(1, ['姓名']) },
      { name: '人员', rows: textRow(1, ['花名册']) + people(3) },
      { name: '空', rows: '' },
    ],
  });
  expect(await read('roster.xlsx', content)).toEqual({
    file: 'roster.xlsx#人员',
    header: ['工号', '姓名'],
    headerLine: 3,
    rows: [{ line: 4, cells: ['1', '张三'] }],
    told: ['roster.xlsx#人员:3 found-header', 'roster.xlsx#人员 skipped-sheets'],
  });
});

test('without any of the columns it is the first sheet, header first', async () => {
  const content = writeXlsx({
    sheets: [
      { name: 'a', rows: textRow(1, ['x', 'y']) },
      { name: 'b', rows: textRow(1, ['z']) },
    ],
  });
  expect(await read('roster.xlsx', content)).toMatchObject({
    file: 'roster.xlsx#a',
    header: ['x', 'y'],
    headerLine: 1,
  });
});

test('what its cells do not say reaches the user', async () => {
  const rows = `${people(1)}<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3" t="str"><v>李四</v></c></row>`;
  const found = await read('roster.xlsx', writeXlsx({ sheets: [{ name: '人员', rows }] }));
  expect(found.rows).toEqual([
    { line: 2, cells: ['1', '张三'] },
    { line: 3, cells: ['', '李四'] },
  ]);
  expect(found.told).toEqual(['roster.xlsx#人员:3 cell-error']);
});

test('a roster may be a web page, and a CSV with a title', async () => {
  const page = '<table><tr><td colspan=2>花名册<tr><td>工号<td>姓名<tr><td>1<td>张三</table>';
  const csv = '花名册,\n工号,姓名\n1,张三\n';
  for (const [name, content] of [
    ['roster.xls', page],
    ['roster.csv', csv],
  ] as const) {
    expect(await read(name, content)).toMatchObject({
      file: name,
      header: ['工号', '姓名'],
      rows: [{ cells: ['1', '张三'] }],
    });
  }
});

test.each([
  ['an archive of nothing', new TextEncoder().encode('PK\x03\x04'), ['r']],
  ['an XML document', '<?xml version="1.0"?><people/>', ['r not-an-export']],
  ['JSON', '[{"工号": 1, "姓名": "张三"}]', ['r not-an-export']],
  ['an event log', '<?xml version="1.0"?><log><trace/></log>', ['r not-an-export']],
])('%s is no roster', async (_, content, told) => {
  const found = await read('r', content);
  expect(found.header).toBeUndefined();
  expect(found.told.map((each) => each.slice(0, told[0]?.length))).toEqual(told);
});

test('an .xls is one, too', async () => {
  const found = await read('r.xls', readFileSync(new URL('xlsx/workbooks/xlwt.xls', import.meta.url)));
  expect(found).toMatchObject({ file: 'r.xls#九月', headerLine: 1 });
});
