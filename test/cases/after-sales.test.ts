import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCase } from './run-case.ts';
import { type Row, tableAfter, testShippedMonth } from './shipped-month.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const month = {
  folder: 'exports/after-sales',
  files: ['2026-10.csv'],
  policy: 'policies/trading-company.yaml',
  asOf: '2026-11-01',
};
const readme = readFileSync(join(fixtures, month.folder, 'README.md'), 'utf8');
const out = mkdtempSync(join(tmpdir(), 'slaudit-after-sales-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('after-sales, October 2026', () => {
  testShippedMonth(month);

  describe('what follows', () => {
    let rows: readonly Row[] = [];
    beforeAll(async () => {
      const view = ['--view', 'consequences', '-f', 'csv', '--period', '2026-10'];
      const result = await runCase(
        { folder: fixtures, words: ['report', `${month.folder}/2026-10.csv`, '-p', month.policy, ...view], stdin: '' },
        { program: join(fixtures, '..', 'bin', 'slaudit.js'), out, timeZone: 'America/New_York' },
      );
      expect(result.exit, result.stderr).toBe(0);
      rows = parse<Row>(result.stdout, { columns: true });
    }, 60_000);

    test('fines, warnings and the rest for each employee', () => {
      const people = rows.filter(({ kind, ladder }) => kind === 'employee' && ladder !== 'rewards');
      const found = [...byWho(people), ['all', people] as const].map(([who, theirs]) => ({
        who,
        fines: total(theirs, 'fine', 'amount'),
        'bonus withheld': who === 'all' ? '' : `${total(theirs, 'bonus', 'percent')}%`,
        points: total(theirs, 'points', 'amount'),
        oral: count(theirs, 'oral_warning'),
        written: count(theirs, 'written_warning'),
        training: count(theirs, 'training'),
        'self-review': count(theirs, 'self_review'),
      }));
      expect(new Set(found)).toEqual(new Set(tableAfter(readme, '| who | fines |')));
    });

    test('points off and notices for each department', () => {
      const found = [...byWho(rows.filter(({ kind }) => kind === 'department'))].map(([department, theirs]) => ({
        department,
        'points off': total(theirs, 'points', 'amount'),
        notices: count(theirs, 'notice'),
      }));
      expect(new Set(found)).toEqual(new Set(tableAfter(readme, '| department | points off |')));
    });

    test('what each customer gets', () => {
      const given = rows.filter(({ ladder }) => ladder === 'compensation');
      const found = given.map((row) => ({
        ticket: row['ticket'],
        customer: row['who'],
        clock: row['clock'],
        entry: row['tier'],
        gives: row['consequence'],
        worth: row['amount'] || row['quantity'] || `${row['percent']}%`,
      }));
      expect(new Set(found)).toEqual(new Set(tableAfter(readme, '| ticket | customer |')));
      expect(found).toHaveLength(18);
      const cash = given.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
      expect(cash).toBe(597_686);
    });

    test('who is rewarded', () => {
      const found = rows
        .filter(({ ladder }) => ladder === 'rewards')
        .map((row) => ({
          rewarded: row['who'],
          with: row['consequence'],
          amount: row['amount'],
          'in time %': row['count'],
        }));
      expect(new Set(found)).toEqual(new Set(tableAfter(readme, '| rewarded | with |')));
    });

    test('these are all', () => expect(rows).toHaveLength(103));
  });
});

function byWho(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ who = '' }) => who);
}

function total(rows: readonly Row[], consequence: string, column: string): string {
  const amounts = rows.filter((row) => row['consequence'] === consequence).map((row) => Number(row[column]));
  return String(amounts.reduce((sum, each) => sum + each, 0));
}

function count(rows: readonly Row[], consequence: string): string {
  return String(rows.filter((row) => row['consequence'] === consequence).length);
}
