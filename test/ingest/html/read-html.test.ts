import { expect, test } from 'vitest';
import { cutHtml } from '../../../src/ingest/html/read-html.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { kindOfMarkup } from '../../../src/ingest/xml/kind-of-markup.ts';

async function rowsOf(text: string, size = 65_536): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(text);
  const rows: string[] = [];
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  await cutHtml(chunks(), 'export.xls', (cells, line) => rows.push(`${line}: ${cells.join('|')}`));
  return rows;
}

// As desks write their ".xls": with styles of Office, unclosed tags, and cells that span several.
const PAGE = `<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><style>td {mso-number-format:"\\@"; a<b}</style></head>
<body><table border=1>
<tr><td colspan="3" align=center>售后服务&nbsp;台账</td></tr>
<tr><th rowspan=2>工单号<th colspan=2>时间</tr>
<tr><th>创建</th><th>解决</th></tr>
<tr><td x:str>A&amp;1</td><td>2026-09-01 09:05<br>补录</td><td>
   2026-09-01
   10:00 &nbsp;</td></tr>
<TR><TD ROWSPAN="2">A2<TD>1<table><tr><td>内层</td></tr></table></TD><TD></TD>
<tr><td>2<td>3
</table>
<p>共 2 条</p></body></html>`;

const ROWS = [
  '4: 售后服务 台账',
  '5: 工单号|时间',
  '6: |创建|解决',
  '7: A&1|2026-09-01 09:05\n补录|2026-09-01 10:00',
  '10: A2|1内层',
  '11: |2|3',
];

test('the rows of a table are cut, whatever the pieces in which the page comes', async () => {
  for (const size of [65_536, 1, 13]) expect(await rowsOf(PAGE, size)).toEqual(ROWS);
});

test('a page without a table has no rows', async () => {
  expect(await rowsOf('<html><body>请登录</body></html>')).toEqual([]);
});

test.each([
  ['a row that is too wide', `<table><tr>${'<td colspan=10000>x'.repeat(2)}</table>`],
  ['a cell without an end', `<table><tr><td>${'x '.repeat(600_000)}`],
])('%s is refused', async (_, text) => {
  await expect(rowsOf(text)).rejects.toBeInstanceOf(Unusable);
});

test('a table of a million tags that are never closed is read within a moment', async () => {
  const startedAt = performance.now();
  expect(await rowsOf(`<table>${'<tr><td>x'.repeat(100_000)}`)).toHaveLength(100_000);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
}, 20_000);

test.each([
  ['<?xml version="1.0"?>\n<!-- x <html> -->\n<log xes.version="1.0">', 'xes'],
  ['<xes:log>', 'xes'],
  ['\n <table border="1">', 'html'],
  ['<!DOCTYPE html><html>', 'html'],
  ['<meta charset="utf-8"><table>', 'html'],
  ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
  [
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    'spreadsheet',
  ],
  ['<?xml version="1.0"?><tickets>', 'xml'],
  ['<b>id</b>,time', undefined],
  ['<id>;<time>\n1;2', undefined],
  ['< 5 min,id', undefined],
])('%s', (head, kind) => {
  expect(kindOfMarkup(head)).toBe(kind);
});
