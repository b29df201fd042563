import fc from 'fast-check';
import { type CellValue, writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import type { Records } from '../../../src/domain/policy.ts';
import { collectRows } from '../../../src/ingest/rows/collect-rows.ts';
import { namedColumns } from '../../../src/ingest/rows/named-columns.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { readWorkbook } from '../../../src/ingest/xlsx/read-workbook.ts';
import { column, field, records, rowsOf, stamp } from '../exports.ts';

const policy = records({
  form: 'tickets',
  ticket: column('工单号'),
  events: [{ ...stamp('创建时间'), event: 'created' }],
  fields: [field('amount', '金额'), field('remark', '备注')],
});

/** What comes out of a workbook, its rows taken by the lane of the table or as texts. */
async function outcome(content: Uint8Array, of: Records, isByLane: boolean) {
  const columns = namedColumns(of);
  const collector = collectRows(of, columns);
  let taken = 0;
  try {
    await readWorkbook({ name: 'book', content }, { wanted: columns, options: {} }, (name) => {
      const { lane, ...sink } = collector.open(name);
      if (!isByLane || lane === undefined) return sink;
      return {
        ...sink,
        lane(shape) {
          const rows = lane(shape);
          return {
            ...rows,
            add(cells, from, to) {
              taken += to - from;
              rows.add(cells, from, to);
            },
          };
        },
      };
    });
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { taken, said: error.diagnostics };
  }
  const { log, tallies, diagnostics } = collector.finish();
  return { taken, said: { rows: rowsOf(log), tallies, diagnostics } };
}

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    '-',
    '合计',
    '备注：',
    '工单号',
    '创建时间',
    '金额',
    'T-1',
    ' T-2 ',
    '甲',
    '\u3000',
    '\u00a0乙',
    'x'.repeat(600),
  ),
  fc.constantFrom('2026-01-02 03:04:05', '2026/1/2', '13/01/2026', '\ud83d', '😀', '2.02403E+13'),
  fc.integer({ min: 0, max: 99_999 }),
  fc.constant(2026050112345678),
  fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }).map((second) => new Date(second * 1000)),
);
const ordinary: fc.Arbitrary<CellValue[]> = fc.tuple(
  fc.integer({ min: 1, max: 30 }).map((number) => `T-${number}`),
  fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }).map((second) => new Date(second * 1000)),
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom('甲', 'a', null),
);

test('rows are read alike by the lane and as texts', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 3, arbitrary: ordinary }, fc.array(value, { maxLength: 6 })), { maxLength: 12 }),
      async (rows) => {
        const content = await writeXlsx({
          sheets: [{ name: '一', rows: [['工单号', '创建时间', '金额', '备注'], ...rows] }],
        });
        const byLane = await outcome(content, policy, true);
        expect(byLane.said).toEqual((await outcome(content, policy, false)).said);
        taken += byLane.taken;
      },
    ),
    { numRuns: 150, seed: 1 },
  );
  expect(taken).toBeGreaterThan(300);
});

test('and so are those behind hundreds of others, and under another header', async () => {
  const row = (number: number): CellValue[] => [`T-${number}`, '2026-01-02 03:04:05', number, '甲'];
  const rows = Array.from({ length: 700 }, (_, index) => row(index));
  rows[10] = ['T-10', '13/01/2026', 10, null];
  rows[300] = ['合计', null, 300, null];
  rows[301] = ['T-301', '2026-01-02 03:04:05', 301, 'x'.repeat(600)];
  rows[400] = ['创建时间', '工单号', '备注', '金额'];
  for (let index = 401; index < 700; index++) rows[index] = ['2026-01-02 03:04:05', `T-${index}`, '乙', index];
  const header = ['工单号', '创建时间', '金额', '备注'];
  const content = await writeXlsx({ sheets: [{ name: '一', rows: [header, ...rows] }] });
  const byLane = await outcome(content, policy, true);
  expect(byLane.said).toEqual((await outcome(content, policy, false)).said);
  // 700 rows without those four, and of each header the first few.
  expect(byLane.taken).toBeGreaterThan(680);
  expect(byLane.taken).toBeLessThan(697);
});
