import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate, type Row } from './evaluate.ts';

// S27: a closed period never changes when later rows arrive, and no breach falls between two periods. The shipped month
// is judged week by week, each week as of its end, and at once.

const root = resolve(import.meta.dirname, '../..');
const policy = readFileSync(resolve(root, 'fixtures/policies/trading-company.yaml'), 'utf8');
const month = readFileSync(resolve(root, 'fixtures/exports/after-sales/2026-10.csv'), 'utf8');
const exports = { 'a.csv': month };

const WEEKS = [
  '2026-10-01..2026-10-04',
  '2026-10-05..2026-10-11',
  '2026-10-12..2026-10-18',
  '2026-10-19..2026-10-25',
  '2026-10-26..2026-10-31',
];

const name = (row: Row) => [row['ticket'], row['clock'], row['cycle'], row['due_at']].join(' ');
const breaches = (rows: readonly Row[]) => rows.filter((row) => row['outcome'] === 'breached').map(name);

test('the breaches of the weeks are those of the month, each in one week', { timeout: 60_000 }, async () => {
  const whole = breaches(await evaluate(policy, exports, '--period', '2026-10'));
  const weeks: string[] = [];
  for (const week of WEEKS) weeks.push(...breaches(await evaluate(policy, exports, '--period', week)));
  expect(whole.length).toBeGreaterThan(80);
  expect(weeks.toSorted()).toEqual(whole.toSorted());
});

test('a closed week says the same whether later rows are there or not', { timeout: 60_000 }, async () => {
  // The second column is the time; rows of the header and of broken times stay.
  const early = month
    .split('\n')
    .filter((line) => !/,2026-10-(1[2-9]|2\d|3\d)/.test(line))
    .join('\n');
  const judge = (text: string) => evaluate(policy, { 'a.csv': text }, '--period', WEEKS[1] ?? '');
  const [first, later] = [await judge(early), await judge(month)];
  // One ticket has a row whose time cannot be read, which the early export lacks: it is undecided for good (S30).
  const broken = later.filter((row) => row['reason'] === 'incomplete-rows').map((row) => row['ticket']);
  const sound = (rows: readonly Row[]) => rows.filter((row) => !broken.includes(row['ticket'] ?? ''));
  expect(first.length).toBeGreaterThan(50);
  expect(sound(first)).toEqual(sound(later));
});
