import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
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
