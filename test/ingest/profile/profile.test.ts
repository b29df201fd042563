import { describe, expect, test } from 'vitest';
import { MOST_VALUES } from '../../../src/ingest/profile/column-profiler.ts';
import { profileExports } from '../../../src/ingest/profile/profile-exports.ts';
import { columnOf, profileOf } from './profile.ts';

/**
 * Seven rows, counted by eye:
 * 工单号: 7 filled, 6 different, S-103 again in line 5. 状态: 已关闭 4, 处理中 3. 负责人: 6 filled, 李雷 3, 王芳 2, 张敏 1.
 * 创建时间: 2026-03-02 09:00 (line 2) to 2026-03-16 08:15 (line 8); none from 6 March to 15 March, ten dates.
 * 解决时间: 5 filled, one of them "-"; of the 4 with both, line 4 is resolved before it is created.
 * 满意度: 5, 4, 3. 备注: blank throughout. 处理人 says what 负责人 says.
 */
const ledger = `工单号,状态,负责人,创建时间,解决时间,满意度,备注,处理人
S-101,已关闭,李雷,2026-03-02 09:00,2026-03-02 10:30,5,,李雷
S-102,处理中,王芳,2026-03-03 09:30,,,,王芳
S-103,已关闭,李雷,2026-03-04 10:00,2026-03-04 09:00,4,,李雷
S-103,已关闭,李雷,2026-03-04 10:00,2026-03-05 09:00,4,,李雷
S-104,处理中,张敏,2026-03-05 11:00,-,,,张敏
S-105,已关闭,,2026-03-05 12:00,2026-03-05 13:00,3,,
S-106,处理中,王芳,2026-03-16 08:15,,,,王芳
`;

describe('a ledger whose numbers are counted by hand', async () => {
  const table = await profileOf(ledger);

  test('rows, columns and how it is written', () => {
    expect(table.rows).toBe(7);
    expect(table.refused).toBe(0);
    expect(table.columns.map(({ name }) => name)).toEqual([
      ...['工单号', '状态', '负责人', '创建时间', '解决时间', '满意度', '备注', '处理人'],
    ]);
    expect(table.written.headerLine).toBe(1);
  });

  test.each([
    ['工单号', 'id', 7, 6],
    ['状态', 'choice', 7, 2],
    ['负责人', 'person', 6, 3],
    ['创建时间', 'instant', 7, 6],
    ['解决时间', 'instant', 5, 5],
    ['满意度', 'number', 4, 3],
    ['备注', 'empty', 0, 0],
  ])('%s is %s, filled %d times with %d values', (name, kind, filled, distinct) => {
    expect(columnOf(table, name)).toMatchObject({ kind, filled, distinct, isCapped: false });
  });

  test('the values of small sets, the most frequent first', () => {
    expect(columnOf(table, '状态').values).toEqual([
      { value: '已关闭', rows: 4 },
      { value: '处理中', rows: 3 },
    ]);
    expect(columnOf(table, '负责人').values).toEqual([
      { value: '李雷', rows: 3 },
      { value: '王芳', rows: 2 },
      { value: '张敏', rows: 1 },
    ]);
  });

  test('an id that comes again, with the line of the second', () => {
    expect(columnOf(table, '工单号').repeated).toEqual({ value: 'S-103', line: 5 });
  });

  test('times: how they are written, to the minute, from when to when', () => {
    expect(columnOf(table, '创建时间').stamps).toMatchObject({
      patterns: [{ value: 'yyyy-MM-dd HH:mm', rows: 7 }],
      precision: [{ grade: 'minute', rows: 7 }],
      from: Date.UTC(2026, 2, 2, 9),
      to: Date.UTC(2026, 2, 16, 8, 15),
      withZone: 0,
      unreadableRows: 0,
    });
    expect(columnOf(table, '创建时间').stamps?.dayOrder).toBeUndefined();
    expect(columnOf(table, '解决时间').stamps).toMatchObject({
      unreadableRows: 1,
      unreadable: [{ value: '-', rows: 1 }],
    });
  });

  test('ten dates without a row, the only gap of three or more', () => {
    const day = (month: number, date: number) => Date.UTC(2026, month - 1, date) / 86_400_000;
    expect(columnOf(table, '创建时间').stamps?.gaps).toEqual([{ from: day(3, 6), to: day(3, 15) }]);
  });

  test('what comes before what in a row', () => {
    expect(table.orders).toEqual([
      {
        first: '创建时间',
        second: '解决时间',
        rows: 4,
        secondEarlier: 1,
        secondEarlierLine: 4,
        firstEarlier: 3,
        firstEarlierLine: 2,
      },
    ]);
  });

  test('columns that say the same', () => expect(table.twins).toEqual([['负责人', '处理人']]));
});

describe('day and month', () => {
  const dates = (...stamps: string[]) =>
    profileOf(`id,opened\n${stamps.map((stamp, at) => `A-${at},${stamp}\n`).join('')}`);

  test.each([
    [['05/03/2026 10:00', '25/03/2026 11:00'], 'day-first', 'd/M/yyyy H:mm'],
    [['05/03/2026 10:00', '03/25/2026 11:00'], 'month-first', 'M/d/yyyy H:mm'],
    [['05/03/2026 10:00', '06/03/2026 11:00'], 'undecided', 'd/M/yyyy H:mm'],
    [['25/03/2026 10:00', '03/25/2026 11:00'], 'contradictory', 'd/M/yyyy H:mm'],
  ])('%j: %s', async (stamps, order, format) => {
    const { stamps: found } = columnOf(await dates(...stamps), 'opened');
    expect(found?.dayOrder).toBe(order);
    expect(found?.patterns[0]?.value).toBe(format);
  });

  test('what was read before they could be told apart counts as well', async () => {
    // The third row decides: 5 March 10:00 to 25 March 9:00; the first is closed a day before it was opened.
    const table = await profileOf(
      'id,opened,closed\nA-1,05/03/2026 10:00,04/03/2026 10:00\nA-2,06/03/2026 10:00,07/03/2026 10:00\nA-3,25/03/2026 09:00,26/03/2026 09:00\n',
    );
    expect(columnOf(table, 'opened').stamps).toMatchObject({
      from: Date.UTC(2026, 2, 5, 10),
      to: Date.UTC(2026, 2, 25, 9),
    });
    expect(table.orders[0]).toMatchObject({ rows: 3, secondEarlier: 1, secondEarlierLine: 2 });
  });
});

describe('what a column is', () => {
  const many = (value: (row: number) => string) =>
    `head,${'x'.repeat(3)}\n${Array.from({ length: 40 }, (_, row) => `${value(row)},a\n`).join('')}`;

  test.each<[string, string, (row: number) => string]>([
    ['instant', 'epoch seconds under a header that says so', (row) => String(1_790_000_000 + row)],
    ['number', 'amounts', (row) => `${row}.5`],
    ['number', 'with thousands', (row) => `"1,${String(100 + row)}"`],
    ['boolean', 'yes and no', (row) => (row % 2 === 0 ? 'yes' : 'no')],
    ['duration', 'lengths in words', (row) => `${row + 1} days 3 hours`],
    ['duration', 'lengths in Chinese', (row) => `${row + 1}小时5分钟`],
    ['duration', 'lengths in figures', (row) => `${row}:05:00`],
    ['id', 'codes', (row) => `OPS-${1000 + row}`],
    ['choice', 'a few words', (row) => (row % 3 === 0 ? 'open' : 'closed')],
    ['person', 'Chinese names', (row) => ['王芳', '李雷', '张敏', '陈宇'][row % 4] ?? ''],
    ['person', 'addresses', (row) => `agent${row % 4}@example.com`],
    ['text', 'remarks', (row) => `the customer said ${row} things and then some`],
  ])('%s: %s', async (kind, about, value) => {
    const text = many(value).replace('head', about.startsWith('epoch') ? 'created_at' : 'head');
    expect((await profileOf(text)).columns[0]?.kind).toBe(kind);
  });
});

test('ids that a spreadsheet has damaged, and rows of sums', async () => {
  const table = await profileOf('单号,金额\n2.02603E+13,10\n2.02603E+13,20\n20260300000003,30\n合计,60\n');
  expect(columnOf(table, '单号').damaged).toEqual({ rows: 2, value: '2.02603E+13', line: 2 });
  expect(table.totals).toEqual([5]);
  expect(table.rows).toBe(3);
});

test('of too many different values the rest is counted without being told apart', async () => {
  const rows = MOST_VALUES + 500;
  const text = `id,opened\n${Array.from({ length: rows }, (_, row) => `T-${row},2026-03-01 ${clock(row)}\n`).join('')}`;
  const table = await profileOf(text);
  const id = columnOf(table, 'id');
  expect(id).toMatchObject({
    kind: 'id',
    filled: rows,
    distinct: MOST_VALUES,
    isCapped: true,
    filledByCap: MOST_VALUES,
  });
  // The latest stamp came when no more values were told apart: row 20,499 is 5:41:39.
  expect(columnOf(table, 'opened').stamps?.to).toBe(Date.UTC(2026, 2, 1, 5, 41, 39));
});

function clock(second: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

test('JSON rows that have more keys later are a wider table', async () => {
  const table = await profileOf(
    '{"id":1,"opened_at":"2026-03-02T09:00:00Z"}\n{"id":2,"opened_at":"2026-03-03T09:00:00Z","owner":"Ann"}\n',
    'a.ndjson',
  );
  expect(table.columns.map(({ name, filled }) => [name, filled])).toEqual([
    ['id', 2],
    ['opened_at', 2],
    ['owner', 1],
  ]);
  expect(columnOf(table, 'opened_at').stamps).toMatchObject({ withZone: 2, offsets: [0] });
});

test('a file that cannot be read is told, and the others are profiled', async () => {
  const file = (name: string, text: string) => ({
    name,
    async *chunks() {
      yield new TextEncoder().encode(text);
    },
  });
  const { value, diagnostics } = await profileExports([file('b.csv', 'id,at\n1,2026-03-02\n'), file('a.csv', '')]);
  expect(value.map(({ file: name }) => name)).toEqual(['b.csv']);
  expect(diagnostics.map(({ code, place }) => [code, place?.file])).toEqual([['empty-file', 'a.csv']]);
});
