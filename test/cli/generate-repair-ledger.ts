import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Cell, writeXlsx } from 'hucre';

// The workbook of docs/tour.md: a ledger of repairs as an office keeps it, with a title above its header, dates as serial
// numbers, a row of totals below, and a sheet of remarks beside it.
//   node test/cli/generate-repair-ledger.ts

/** Created in September 2026, minutes to the acceptance and hours to the end, where there is one; who, and how urgent. */
const REPAIRS: readonly (readonly [string, number | null, number | null, string, string, string])[] = [
  ['01 08:30', 12, 3, '陈强', '一般', '空调'],
  ['01 10:15', 30, 5, '周建国', '一般', '打印机'],
  ['02 09:00', 45, 9, '陈强', '紧急', '电梯'],
  ['03 14:20', 8, 2, '吴刚', '一般', '照明'],
  ['04 16:40', 25, 20, '周建国', '一般', '空调'],
  ['07 08:05', 18, 4, '吴刚', '紧急', '电梯'],
  ['08 11:30', 31, 6, '陈强', '一般', '照明'],
  ['09 09:45', 5, 1, '吴刚', '紧急', '供水'],
  ['10 13:00', 22, 8, '周建国', '一般', '空调'],
  ['11 15:10', 60, 26, '陈强', '一般', '打印机'],
  ['14 08:20', 15, 3.5, '吴刚', '一般', '照明'],
  ['15 10:00', 28, 7, '周建国', '紧急', '供水'],
  ['16 17:00', 95, 18, '陈强', '一般', '空调'],
  ['17 09:30', 10, 2, '吴刚', '一般', '打印机'],
  ['18 14:00', 20, 5, '周建国', '一般', '照明'],
  ['21 08:10', 35, 4, '周建国', '紧急', '电梯'],
  ['22 10:40', 16, 6, '吴刚', '一般', '空调'],
  ['23 11:20', 27, null, '陈强', '一般', '供水'],
  ['24 15:30', 9, 2, '吴刚', '紧急', '电梯'],
  ['24 17:10', null, null, '', '一般', '照明'],
];
const HEADER = ['报修单号', '报修时间', '接单时间', '完成时间', '维修师傅', '紧急程度', '设备', '状态'];

/** Days since the last of 1899, as a spreadsheet counts. */
function serial(minutes: number): number {
  return Math.round(((Date.UTC(2026, 8, 1) / 60_000 + minutes) / 1440 + 25_569) * 86_400) / 86_400;
}

const rows: (string | number | null)[][] = [['报修台账'], ['导出时间：2026-09-24 17:30'], HEADER];
const cells = new Map<string, Partial<Cell>>();
for (const [index, [created, accepted, done, who, urgency, device]] of REPAIRS.entries()) {
  const [day = 0, hour = 0, minute = 0] = created.split(/[ :]/).map(Number);
  const start = (day - 1) * 1440 + hour * 60 + minute;
  const status = done !== null ? '已完工' : accepted !== null ? '维修中' : '待受理';
  const times = [start, accepted === null ? null : start + accepted, done === null ? null : start + done * 60];
  for (const [column, time] of times.entries()) {
    if (time !== null) cells.set(`${rows.length},${column + 1}`, { style: { numFmt: 'yyyy/m/d h:mm:ss' } });
  }
  const number = `BX2609-${String(index + 1).padStart(3, '0')}`;
  rows.push([
    number,
    ...times.map((time) => (time === null ? null : serial(time))),
    who || null,
    urgency,
    device,
    status,
  ]);
}
rows.push(['合计', '20 单']);

const workbook = await writeXlsx({
  sheets: [
    { name: '九月', rows, cells },
    {
      name: '填表说明',
      rows: [
        ['项目', '说明'],
        ['接单时间', '维修师傅确认接单的时刻'],
        ['紧急程度', '一般、紧急'],
      ],
    },
  ],
});
const path = resolve(import.meta.dirname, '../../fixtures/exports/repair-ledger/2026-09.xlsx');
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, workbook);
