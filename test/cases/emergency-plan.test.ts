import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { runCase } from './run-case.ts';
import { testShippedConsequences } from './shipped-consequences.ts';
import { isAbout, type Objective, objectiveRows, type Row, tableAfter, testShippedMonth } from './shipped-month.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const folder = 'exports/emergency-plan';
const file = 'orders-2026-09.csv';
const policy = 'policies/emergency-plan.yaml';
const asOf = '2026-09-30T18:00';
const readme = readFileSync(join(fixtures, folder, 'README.md'), 'utf8');
const out = mkdtempSync(join(tmpdir(), 'slaudit-emergency-plan-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('emergency plan, August and September 2026', () => {
  const records = testShippedMonth({ folder, files: [file], policy, asOf });
  testShippedConsequences({ folder, files: [file], policy }, [{ period: '2026-08' }, { period: '2026-09', asOf }]);

  test.each(tableAfter(readme, '| ticket | clock |'))('$ticket: $clock $cycle', ({ story, ...expected }) => {
    const { ticket, clock, cycle } = expected;
    const run = records().find(isAbout(expected));
    expect(
      {
        ticket,
        clock,
        cycle,
        outcome: run?.['outcome'],
        due: shanghai(run?.['due_at']),
        over: run?.['over_s'],
        'charged to': run?.['charged_to'],
      },
      story,
    ).toEqual(expected);
  });

  test('the breaches are as grave as in the README', () => {
    const expected = tableAfter(readme, '| clock | 轻微 |');
    const found = expected.map((row) => {
      const own = records().filter((run) => run['clock'] === row['clock'] && run['outcome'] === 'breached');
      const count = (severity: string) => String(own.filter((run) => run['severity'] === severity).length);
      return { clock: row['clock'], 轻微: count('轻微'), 较重: count('较重'), 严重: count('严重'), unknown: count('') };
    });
    expect(found).toEqual(expected);
  });

  test('the objectives are told for each region and contractor', async () => {
    const { stdout } = await run('report', '-f', 'json');
    const { objectives } = JSON.parse(stdout) as { readonly objectives: readonly Objective[] };
    expect(objectives.flatMap(objectiveRows)).toEqual(tableAfter(readme, '| objective | by |'));
  });

  test('what is due and overdue this evening is as in the README', async () => {
    const lines = parse<Row>((await run('due', '-f', 'csv')).stdout, { columns: true });
    const soon = parse<Row>((await run('due', '--within', '2h', '-f', 'csv')).stdout, { columns: true });
    expect([countOf(lines, 'overdue'), countOf(lines, 'due'), countOf(lines, 'paused')]).toEqual([17, 41, 1]);
    expect([countOf(soon, 'overdue'), countOf(soon, 'due')]).toEqual([17, 16]);
  });

  test('an exclusion is told with its reason, also where a pause lies in it', async () => {
    const { stdout } = await run('explain', 'YJ2609-004', '--lang', 'zh', '--width', '200');
    expect(stdout).toContain('除外时间：台风“望潮”登陆，华南、海南停止上门作业');
    expect(stdout).toContain('工作时间内扣除：暂停3小时0分0秒，除外18小时0分0秒');
  });

  test('the policy says nothing that it can hardly mean', async () => {
    const checked = await runCase({ folder: fixtures, words: ['policy', 'check', policy], stdin: '' }, surroundings);
    expect(checked).toMatchObject({ exit: 0, stderr: '' });
  });
});

const surroundings = { program: join(fixtures, '..', 'bin', 'slaudit.js'), out, timeZone: 'America/New_York' };

async function run(command: string, ...options: readonly string[]) {
  const words = [command, ...options, `${folder}/${file}`, '-p', policy, '--as-of', asOf];
  const result = await runCase({ folder: fixtures, words, stdin: '' }, surroundings);
  expect(result.exit, result.stderr).toBe(0);
  return result;
}

function countOf(lines: readonly Row[], state: string): number {
  return lines.filter((line) => line['state'] === state).length;
}

/** `2026-09-05T01:30:00Z` as the clocks of Shanghai show it, eight hours ahead. */
function shanghai(instant = ''): string {
  if (instant === '') return '';
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19);
}
