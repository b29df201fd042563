import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { readXlsb } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { cutRecords } from '../../../src/ingest/xlsx/xlsb-records.ts';
import { sheetsOf } from './sheets-of.ts';
import { zip } from './write-xlsx.ts';

// Records as [MS-XLSB] 2.3.2 numbers them and 2.4 lays them out; what is written here is also read by a library of others.

function record(id: number, ...parts: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(parts);
  const header = id < 0x80 ? [id] : [(id & 0x7f) | 0x80, id >> 7];
  let size = bytes.length;
  for (; size >= 0x80; size >>= 7) header.push((size & 0x7f) | 0x80);
  return Buffer.concat([Buffer.from([...header, size]), bytes]);
}

const byte = (value: number) => Buffer.from([value]);
const short = (value: number) => Buffer.from([value & 0xff, value >> 8]);
const long = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value | 0);
  return bytes;
};
const real = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const text = (value: string) => Buffer.concat([long(value.length), Buffer.from(value, 'utf16le')]);
const at = (column: number, style = 0) => Buffer.concat([long(column), long(style)]);

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;

function book(...cells: readonly Buffer[]): Uint8Array {
  const header = [record(0, long(0)), record(7, at(0), long(0)), record(6, at(1), text('值'))];
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.bin')}</Relationships>`,
    'xl/workbook.bin': Buffer.concat([
      record(153, long(0), long(0), text('')),
      record(156, long(0), long(1), text('rId1'), text('九月')),
      record(156, long(1), long(2), text('rId2'), text('旧')),
    ]),
    'xl/_rels/workbook.bin.rels': `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.bin')}${relation('rId2', 'worksheet', 'worksheets/sheet2.bin')}${relation('rId3', 'sharedStrings', 'sharedStrings.bin')}${relation('rId4', 'styles', 'styles.bin')}</Relationships>`,
    'xl/sharedStrings.bin': Buffer.concat([
      record(19, byte(0), text('工单号')),
      record(19, byte(1), text('甲乙'), long(0)),
    ]),
    'xl/styles.bin': Buffer.concat([
      record(44, short(164), text('yyyy-mm-dd hh:mm:ss')),
      record(47, short(0), short(22)),
      record(617, long(4)),
      ...[0, 14, 164, 57].map((format) => record(47, short(0), short(format))),
      record(618),
    ]),
    'xl/worksheets/sheet1.bin': Buffer.concat([...header, record(0, long(2)), record(6, at(0), text('T')), ...cells]),
    'xl/worksheets/sheet2.bin': record(0, long(0)),
  });
}

// 46148.378472222219 is 6 May 2026, 9:05 (see serial-text.test.ts). RK numbers: bit 1 whole, bit 0 hundredths, the rest the
// number; or the upper 30 bits of a floating one, 46148.5 being 40E68890 00000000.
test.each([
  ['a number', record(5, at(1), real(297732)), '297732', 297732],
  ['a whole RK number', record(2, at(1), long((297732 << 2) | 2)), '297732', 297732],
  ['a negative one', record(2, at(1), long((-5 << 2) | 2)), '-5', -5],
  ['hundredths', record(2, at(1), long((12345 << 2) | 3)), '123.45', 123.45],
  ['a floating RK number', record(2, at(1), long(0x40e68890)), '46148.5', 46148.5],
  ['a text of the table', record(7, at(1), long(1)), '甲乙', '甲乙'],
  ['a text', record(6, at(1), text('丙')), '丙', '丙'],
  ['true', record(4, at(1), byte(1)), 'TRUE', true],
  ['false', record(4, at(1), byte(0)), 'FALSE', false],
  ['a formula of a number', record(9, at(1), real(0.1), short(0), long(0)), '0.1', 0.1],
  ['a formula of a text', record(8, at(1), text('丁'), short(0)), '丁', '丁'],
  ['a formula of a boolean', record(10, at(1), byte(1), short(0)), 'TRUE', true],
  ['a date', record(5, at(1, 1), real(46148)), '2026-05-06', new Date('2026-05-06')],
  ['an instant', record(5, at(1, 2), real(46148.378472222219)), '2026-05-06 09:05:00', new Date('2026-05-06T09:05Z')],
])('%s', async (_, cell, said, value) => {
  const content = book(cell);
  expect(await sheetsOf(content)).toEqual([
    { name: 'book#九月', columns: ['工单号', '值'], rows: [`3: T|${said}`], remarks: [] },
  ]);
  const others = await readXlsb(content);
  expect(others.sheets[0]?.rows[2]).toEqual(['T', value]);
});

test('what the other library does not know: Chinese formats, rich texts in cells, short cells, hidden sheets', async () => {
  const chinese = record(5, at(1, 3), real(46148));
  expect(await sheetsOf(book(chinese))).toMatchObject([{ rows: ['3: T|2026-05-06'] }]);
  const rich = record(62, at(1), byte(1), text('富'), long(0));
  expect(await sheetsOf(book(rich))).toMatchObject([{ rows: ['3: T|富'] }]);
  // A short cell is one without its column: it stands right of the last.
  const shortReal = record(16, long(1), real(46148));
  expect(await sheetsOf(book(shortReal))).toMatchObject([{ rows: ['3: T|2026-05-06'] }]);
});

test('errors are told', async () => {
  expect(await sheetsOf(book(record(3, at(1), byte(0x2a))))).toMatchObject([
    { rows: ['3: T|'], remarks: ['cell-error 3'] },
  ]);
});

test.each([
  ['a cell that is too short', record(5, at(1))],
  ['a text longer than its record', record(6, at(1), long(1000))],
  ['a text that is not in the table', record(7, at(1), long(99))],
  ['a column beyond the last', record(5, at(16_384), real(1))],
  ['a row beyond the last', record(0, long(1_048_576))],
  ['a record that breaks off', record(5, at(1), real(1)).subarray(0, 9)],
  ['a record without end', Buffer.from([5, 0xff, 0xff, 0xff, 0x7f])],
])('%s is refused', async (_, cells) => {
  expect(await sheetsOf(book(cells))).toEqual(['book bad-workbook']);
});

test('records are cut alike, whatever the pieces in which they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(16_383), fc.uint8Array({ maxLength: 300 })), { maxLength: 20 }),
      fc.integer({ min: 1, max: 50 }),
      async (records, size) => {
        const bytes = Buffer.concat(records.map(([id, data]) => record(id, Buffer.from(data))));
        async function* chunks() {
          for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
        }
        const cut: [number, Uint8Array][] = [];
        await cutRecords(chunks(), (id, data) => cut.push([id, Uint8Array.from(data)]), Error);
        expect(cut).toEqual(records);
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});

test('whatever bytes of it are spoilt, it is read or refused', async () => {
  const sheet = Buffer.concat([record(0, long(2)), record(5, at(1), real(1)), record(6, at(2), text('x'))]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sheet.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const spoilt = Buffer.from(sheet);
        for (const [index, value] of changes) spoilt[index] = value;
        await sheetsOf(book(spoilt));
      },
    ),
    { numRuns: 300, seed: 2 },
  );
});
