import { writeXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { readExports } from '../../src/ingest/read-exports.ts';
import { contentsOf } from './csv/both-ways.ts';
import { column, field, records, source, stamp } from './exports.ts';

const policy = {
  records: records({
    form: 'events',
    ticket: column('id'),
    at: stamp('at', { zone: 'UTC' }),
    event: column('event'),
    fields: [field('note', 'note')],
  }),
  timezone: 'UTC',
};
const COLUMNS = ['id', 'at', 'event', 'note'] as const;
/** Of each ticket several rows, some of a form that is not read at a glance. */
const table = Array.from({ length: 900 }, (_, index) => [
  `T-${index % 170}`,
  index % 7 === 3 ? '2026年3月5日 9:05' : '2026-03-05 09:05:07',
  index % 5 === 0 ? '关闭' : 'open',
  index % 11 === 4 ? 'x'.repeat(600) : `note ${index}`,
]);
const objects = table.map((row) => JSON.stringify(Object.fromEntries(COLUMNS.map((name, cell) => [name, row[cell]]))));

const forms: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['CSV', [COLUMNS, ...table].map((row) => row.join(',')).join('\n')],
  ['NDJSON', objects.join('\n')],
  ['a JSON array', `[${objects.join(',\n')}]`],
  ['a workbook', await writeXlsx({ sheets: [{ name: '一', rows: [[...COLUMNS], ...table] }] })],
];

async function rowsOf(content: string | Uint8Array, share?: { readonly index: number; readonly of: number }) {
  const { value, diagnostics } = await readExports([source('a', content)], policy, share);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return contentsOf(value.log).rows.map((row) => JSON.stringify(row));
}

test.each(forms)('the shares of %s are all of it, and each ticket is in one', async (_, content) => {
  const whole = await rowsOf(content);
  expect(whole).toHaveLength(table.length);
  const shares = await Promise.all([0, 1, 2].map((index) => rowsOf(content, { index, of: 3 })));
  expect(shares.flat().toSorted()).toEqual(whole.toSorted());
  const tickets = shares.map((rows) => [...new Set(rows.map((row) => /T-\d+/.exec(row)?.[0]))]);
  expect(tickets.every((each) => each.length > 20)).toBe(true);
  expect(new Set(tickets.flat()).size).toBe(tickets.flat().length);
});
