import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { plainRow } from '../../../src/ingest/xlsx/plain-row.ts';
import { readXlsxSheet } from '../../../src/ingest/xlsx/xlsx-sheet.ts';

const BEHIND = ' '.repeat(200);

/** What a row is cut into; `undefined` where it is left to `cutXml`. */
function cut(xml: string, prefix = ''): unknown {
  const row = plainRow(prefix);
  const end = row.cut(`<!-- --> ${xml}${BEHIND}`, 9);
  if (end < 0) return undefined;
  expect(end).toBe(9 + xml.length);
  const text = `<!-- --> ${xml}`;
  const cells = row.cells
    .slice(0, row.count)
    .map(({ column, type, style, hasFormula, start, end: last }) =>
      [column, type, style, ...(hasFormula ? ['f'] : []), text.slice(start, last)].join(' '),
    );
  return [row.number, ...cells];
}

test.each([
  [
    '<row r="12" spans="1:8" ht="14.25" x14ac:dyDescent="0.2"><c r="AB12" s="3" t="s"><v>7</v></c></row>',
    [12, '27 s 3 7'],
  ],
  ['<row><c><v>1</v></c><c t="b"><v>1</v></c></row>', [0, '-1  0 1', '-1 b 0 1']],
  ['<row r="1"/>', [1]],
  ['<row r="1" spans="1:1" />', undefined],
  ['<row r="1"></row>', [1]],
  ['<row r="1"><c r="A1" s="2"/><c r="B1" t="n"></c></row>', [1, '0  2 ', '1 n 0 ']],
  ['<row r="1"><c r="A1"><f>B1+1</f><v>2</v></c></row>', [1, '0  0 f 2']],
  ['<row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">IF(B1>1,"a","b")</f></c></row>', [1, '0  0 f ']],
  ['<row r="1"><c r="A1"><f t="shared" si="0"/><v>2</v></c></row>', [1, '0  0 f 2']],
  ['<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c></row>', [1, '0 inlineStr 0  甲 ']],
  ['<row r="1">\n  <c r="A1"><v>1</v></c>\n</row>', [1, '0  0 1']],
])('%s', (xml, cells) => {
  expect(cut(xml)).toEqual(cells);
});

test.each([
  ['<row r="0"></row>'],
  ['<row r="x"></row>'],
  ['<row r="12345678"></row>'],
  ["<row r='1'></row>"],
  ['<row r="1">text</row>'],
  ['<row r="1"><!-- --></row>'],
  ['<row r="1"><c r="A1"><v>1 &amp; 2</v></c></row>'],
  ['<row r="1"><c r="A1"><f>A&amp;B</f><v>1</v></c></row>'],
  ['<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>'],
  ['<row r="1"><c r="A1" t="d"><v>2026-05-06</v></c></row>'],
  ['<row r="1"><c r="A1" cm="1"><v>1</v></c></row>'],
  ['<row r="1"><c r="1"><v>1</v></c></row>'],
  ['<row r="1"><c r="ABCD1"><v>1</v></c></row>'],
  ['<row r="1"><c s=""><v>1</v></c></row>'],
  ['<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'],
  ['<row r="1"><c r="A1"><is><r><t>1</t></r></is></c></row>'],
  ['<row r="1"><c r="A1"><v>1</v></d></row>'],
  ['<row r="1"><cell/></row>'],
  ['<rows r="1"></rows>'],
  ['<x:row r="1"></x:row>'],
])('left to others: %s', (xml) => {
  expect(cut(xml)).toBeUndefined();
});

test('names may have a prefix', () => {
  const xml = '<x:row r="1"><x:c r="A1" t="s"><x:v>1</x:v></x:c><x:c><x:is><x:t>b</x:t></x:is></x:c></x:row>';
  expect(cut(xml, 'x:')).toEqual([1, '0 s 0 1', '-1  0 b']);
});

test('a row that is not all there is left to others', () => {
  const xml = '<row r="1" spans="1:8"><c r="A1" s="3" t="s"><f>A2</f><v>7</v></c><c r="B1"><is><t>x</t></is></c></row>';
  for (let end = 0; end < xml.length; end++) {
    expect(plainRow('').cut(xml.slice(0, end), 0)).toBe(-1);
    expect(plainRow('').cut(`${xml.slice(0, end)}${BEHIND}`, 0)).toBe(-1);
  }
});

/** All that is heard of a sheet, its XML coming in pieces of this size. */
async function heard(rows: string, size: number, prefix: string): Promise<readonly unknown[]> {
  const tags = rows.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}`);
  const bytes = new TextEncoder().encode(
    `<${prefix}worksheet><${prefix}sheetData>${tags}</${prefix}sheetData></${prefix}worksheet>`,
  );
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const all: unknown[] = [];
  const date = { hasDate: true, hasTime: true, hasSeconds: true, isLength: false };
  const strings = ['甲', '乙 & 丙', ''];
  try {
    await readXlsxSheet(
      chunks(),
      { file: 'f', part: 'p', is1904: false, strings, formats: [undefined, date] },
      (cells, row) => all.push([row, ...cells]),
      (...oddity) => all.push(oddity),
    );
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    all.push(error.diagnostics);
  }
  return all;
}

const value = fc.constantFrom(
  '0',
  '1',
  '2',
  '9',
  '297732',
  '46148.378472222219',
  '0.1',
  '1E-7',
  '2026050112345678',
  '#N/A',
  'x',
  '',
  ' 5 ',
);
const cell = fc.record({
  column: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('A', 'B', 'C', 'Z', 'AB') },
    fc.constantFrom('', 'XFE', '1', 'ABCD'),
  ),
  type: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('', 's', 'n', 'str', 'b', 'e', 'inlineStr') },
    fc.constantFrom('d', 'z'),
  ),
  style: fc.constantFrom('', '0', '1', '7', '01'),
  formula: fc.constantFrom(
    '',
    '',
    '<f>A1</f>',
    '<f t="shared" si="0"/>',
    '<f>"&lt;"</f>',
    '<f ref="A1>B2">1>2</f>',
    '<f/>',
  ),
  content: fc.oneof(
    { weight: 9, arbitrary: value.map((text) => `<v>${text}</v>`) },
    fc.constantFrom(
      '',
      '<v/>',
      '<v>1</v><v>2</v>',
      '<is><t>甲</t></is>',
      '<is><t xml:space="preserve"> a_x0041_ </t></is>',
    ),
    fc.constantFrom(
      '<is><r><t>甲</t></r><rPh><t>x</t></rPh></is>',
      '<v>&#49;</v>',
      '<v>&no;</v>',
      '<v><![CDATA[3]]></v>',
      '<!-- -->',
    ),
  ),
});

const cellXml = cell.map(({ column, type, style, formula, content }) => {
  const attributes = [column && ` r="${column}1"`, style && ` s="${style}"`, type && ` t="${type}"`].join('');
  return formula + content === '' ? `<c${attributes}/>` : `<c${attributes}>${formula}${content}</c>`;
});

const rowXml = fc
  .tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('', ' r="7"', ' r="8" spans="1:9"') },
      fc.constantFrom(' r="0"', ' r=""', " r='3'"),
    ),
    fc.array(cellXml, { maxLength: 5 }),
    fc.constantFrom('', '', '', '\n  '),
  )
  .map(([attributes, cells, blank]) => `<row${attributes}>${cells.map((each) => blank + each).join('')}</row>${blank}`);

test('plain rows say what they say when each of their tags is cut by itself', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(rowXml, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom('', 'x:'),
      async (rows, size, prefix) => {
        // A comment makes of every row one that is not plain, and says nothing.
        const reference = await heard(rows.join('').replaceAll('</row>', '<!-- --></row>'), size, prefix);
        expect(await heard(rows.join(''), size, prefix)).toEqual(reference);
        // So that all of it is far enough from its end.
        const long = (await heard(rows.join('') + BEHIND, 9000, prefix)).slice(0, reference.length);
        expect(long).toEqual(reference);
      },
    ),
    { numRuns: 600, seed: 1 },
  );
});
