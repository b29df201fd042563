import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCase } from './run-case.ts';
import { type Row, tableAfter, testShippedMonth } from './shipped-month.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const folder = 'exports/penalty-scheme';
const policy = 'policies/penalty-scheme.yaml';
const months = ['2026-07', '2026-08', '2026-09', '2026-10'];
const files = months.map((month) => `${month}.csv`);
const readme = readFileSync(join(fixtures, folder, 'README.md'), 'utf8');

describe('penalty scheme, July to October 2026', () => {
  const records = testShippedMonth({ folder, files, policy, asOf: '2026-11-01' });

  test('the reasons are those of the README', () => {
    const reasons = records().flatMap(({ reason = '' }) => (reason === '' ? [] : [reason.replace(/:.*/, '')]));
    const expected = tableAfter(readme, '| reason |').map((row) => [row['reason'], Number(row['records'])] as const);
    expect(countEach(reasons)).toEqual(new Map(expected));
  });

  test('each breach is of one person, month and severity', async () => {
    const found = (await Promise.all(months.map(breachesOf))).flat();
    const expected = tableAfter(readme, '| charged to | month |').flatMap((row) =>
      ['minor', 'major', 'severe'].flatMap((severity) => {
        const breaches = Number(row[severity]);
        return breaches === 0 ? [] : [[`${row['charged to']} ${row['month']} ${severity}`, breaches] as const];
      }),
    );
    expect(countEach(found)).toEqual(new Map(expected));

    async function breachesOf(month: string): Promise<string[]> {
      const runs = await evaluate('--period', month, '--as-of', '2026-11-01');
      return runs
        .filter(({ outcome }) => outcome === 'breached')
        .map((run) => `${run['charged_to'] || '(nobody held it)'} ${month} ${run['severity']}`);
    }
  });

  test('July, when it closed, knew less of its last evening', async () => {
    const runs = new Map((await evaluate('--period', '2026-07', '--open')).map((run) => [run['ticket'], run]));
    expect(runs.get('XY-202607-072')).toMatchObject({ outcome: 'breached', over_s: '600', severity: 'minor' });
    expect(runs.get('XY-202607-073')).toMatchObject({ outcome: 'running', elapsed_s: '1800' });
  });

  test('the objective is told for each department', async () => {
    const { stdout } = await run('report', '--as-of', '2026-11-01', '-f', 'json');
    const [objective] = (JSON.parse(stdout) as { objectives: Objective[] }).objectives;
    const shares = [...(objective?.groups ?? []), { ...objective, name: 'all' }].map(({ name, share }) => ({
      department: name === '' ? '(none)' : name,
      'in time': String(share?.numerator),
      judged: String(share?.denominator),
    }));
    expect(shares).toEqual(tableAfter(readme, '| department | in time |'));
  });

  describe('what follows', () => {
    let rows: readonly (Row & { readonly month: string })[] = [];
    beforeAll(async () => {
      const each = await Promise.all(
        months.map(async (month) => {
          const view = ['--view', 'consequences', '-f', 'csv', '--period', month, '--as-of', '2026-11-01'];
          const { stdout } = await run('report', ...view);
          return parse<Row>(stdout, { columns: true }).map((row) => ({ ...row, month }));
        }),
      );
      rows = each.flat();
    }, 60_000);

    const total = (some: readonly Row[], consequence: string, column: string) =>
      sum(some.flatMap((row) => (row['consequence'] === consequence ? [Number(row[column])] : [])));
    const count = (some: readonly Row[], consequence: string) =>
      some.filter((row) => row['consequence'] === consequence).length;

    const perPerson = tableAfter(readme, '| who | month |');

    test.each(perPerson)('$who in $month', (expected) => {
      const isAll = expected['who'] === 'all';
      const theirs = rows.filter(
        ({ who, kind, month }) =>
          kind === 'employee' && month === expected['month'] && (isAll || who === expected['who']),
      );
      expect({
        who: expected['who'],
        month: expected['month'],
        fines: String(total(theirs, 'fine', 'amount')),
        bonus: String(total(theirs, 'bonus', 'amount')),
        share: isAll ? '' : `${total(theirs, 'bonus', 'percent')}%`,
        points: String(total(theirs, 'points', 'amount')),
        oral: String(count(theirs, 'oral_warning')),
        written: String(count(theirs, 'written_warning')),
      }).toEqual(expected);
    });

    test('nobody and no month is missing from the README', () => {
      const found = rows.filter(({ kind }) => kind === 'employee').map(({ who, month }) => `${who} ${month}`);
      const told = perPerson.filter(({ who }) => who !== 'all').map(({ who, month }) => `${who} ${month}`);
      expect(new Set(found)).toEqual(new Set(told));
    });

    test('each kind of consequence, month by month', () => {
      const kinds = [...new Set(rows.map(({ consequence }) => consequence ?? ''))].toSorted();
      const found = kinds.map((consequence) => ({
        consequence,
        ...Object.fromEntries(
          months.map((month) => [
            month,
            String(
              count(
                rows.filter((row) => row.month === month),
                consequence,
              ),
            ),
          ]),
        ),
      }));
      expect(found).toEqual(tableAfter(readme, '| consequence |'));
    });

    test('departments and teams', () => {
      const units = rows.filter(({ kind }) => kind === 'department' || kind === 'team');
      const keys = [...new Set(units.map(({ who, month }) => `${who} ${month}`))].toSorted();
      const found = keys.map((key) => {
        const [unit, month] = key.split(' ');
        const theirs = units.filter((row) => row['who'] === unit && row.month === month);
        const [points, notices] = [total(theirs, 'points', 'amount'), count(theirs, 'notice')];
        return { unit, month, points: String(points), notices: String(notices) };
      });
      expect(new Set(found)).toEqual(new Set(tableAfter(readme, '| unit | month |')));
    });

    test('the gravest ones, and which of them are proposals', () => {
      const grave = ['reassignment_review', 'dismissal_review', 'suspension', 'training', 'exam'];
      const found = rows.filter(({ consequence = '' }) => grave.includes(consequence));
      const columns = ['who', 'ladder', 'consequence', 'at', 'count', 'ticket'];
      const told = (row: Row) => columns.map((column) => row[column]).join(' ');
      const expected = tableAfter(readme, '| who | ladder | consequence | at |');
      expect(new Set(found.map(told))).toEqual(new Set(expected.map(told)));
      expect(found).toHaveLength(expected.length);
      for (const row of rows) {
        const isProposal =
          /review$|^suspension$/.test(row['consequence'] ?? '') && row['consequence'] !== 'self_review';
        expect(row['proposal'], row['consequence']).toBe(String(isProposal));
      }
    });
  });
});

interface Objective {
  readonly share: { readonly numerator: number; readonly denominator: number };
  readonly groups: readonly { readonly name: string; readonly share: Objective['share'] }[];
}

const out = mkdtempSync(join(tmpdir(), 'slaudit-penalty-scheme-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function evaluate(...options: string[]): Promise<Row[]> {
  return parse<Row>((await run('evaluate', ...options)).stdout, { columns: true });
}

async function run(command: string, ...options: string[]) {
  const paths = files.map((file) => `${folder}/${file}`);
  const result = await runCase(
    { folder: fixtures, words: [command, ...paths, '-p', policy, ...options], stdin: '' },
    { program: join(fixtures, '..', 'bin', 'slaudit.js'), out, timeZone: 'Asia/Tokyo' },
  );
  expect(result.exit, result.stderr).toBe(0);
  return result;
}

function countEach(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
