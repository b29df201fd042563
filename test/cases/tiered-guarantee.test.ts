import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCase } from './run-case.ts';
import {
  answering,
  isAbout,
  type Objective,
  objectiveRows,
  type Row,
  tableAfter,
  testShippedMonth,
} from './shipped-month.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const folder = 'exports/tiered-guarantee';
const policy = 'policies/tiered-guarantee.yaml';
const readme = readFileSync(join(fixtures, folder, 'README.md'), 'utf8');
const out = mkdtempSync(join(tmpdir(), 'slaudit-tiered-guarantee-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('tiered guarantee, October 2026', () => {
  const records = testShippedMonth({ folder, files: ['2026-10.csv'], policy, asOf: '2026-11-01' });

  test.each(tableAfter(readme, '| ticket | clock |'))('$ticket: $clock $cycle', (expected) => {
    const { ticket, clock, cycle } = expected;
    const run = records().find(isAbout(expected));
    expect({
      ticket,
      clock,
      cycle,
      outcome: run?.['outcome'],
      due: shanghai(run?.['due_at']),
      'over (s)': run?.['over_s'],
      'charged to': run?.['charged_to'],
    }).toEqual(expected);
  });

  test('the breaches are as grave as in the README', () => {
    const breaches = records().filter(({ outcome }) => outcome === 'breached');
    const expected = tableAfter(readme, '| charged to | minor |');
    const found = expected.map((row) => {
      const own = breaches.filter((run) => answering(run) === row['charged to']);
      const count = (severity: string) => String(own.filter((run) => run['severity'] === severity).length);
      return { 'charged to': row['charged to'], minor: count('minor'), major: count('major'), severe: count('severe') };
    });
    expect(found).toEqual(expected);
    const listed = expected.flatMap(({ minor, major, severe }) => [minor, major, severe]).map(Number);
    expect(breaches.length).toBe(listed.reduce((sum, each) => sum + each, 0));
  });

  test('the objectives are told for each department and level', async () => {
    const { objectives } = await report();
    expect(objectives.flatMap(objectiveRows)).toEqual(tableAfter(readme, '| objective | by |'));
  });

  test('90 % are answered within a day in all, but not of level 2, by a quarter of a percent', async () => {
    const objective = (await report()).objectives.find(({ id }) => id === 'answered-in-a-day');
    expect(objective?.reached).toBe(true);
    expect(objective?.groups.find(({ name }) => name === '二级')).toMatchObject({ reached: false });
  });
});

describe('what follows in October 2026', () => {
  let rows: readonly Row[] = [];
  let undecided: readonly Row[] = [];

  beforeAll(async () => {
    rows = await consequences(policy);
    // The same agreement, had nobody decided on anything.
    const text = readFileSync(join(fixtures, policy), 'utf8');
    writeFileSync(join(out, 'policy.yaml'), text.replace(/^excuses: .*\n/m, ''));
    const personnel = 'tiered-guarantee-personnel.csv';
    cpSync(join(fixtures, 'policies', personnel), join(out, personnel));
    undecided = await consequences(join(out, 'policy.yaml'));
  }, 60_000);

  const sums = tableAfter(readme, '| who | ladder | consequence | times | amount | percent |');
  const decided = tableAfter(readme, '| who | ladder | consequence | times | amount | decision |');

  test('each of them is the sum of the README, and there are no others', () => {
    const byKey = Map.groupBy(rows, keyOf);
    expect(new Set(byKey.keys())).toEqual(new Set(sums.map(keyOf)));
    expect(sums.map((row) => sumOf(row, byKey.get(keyOf(row)) ?? []))).toEqual(sums);
    expect(rows.length).toBe(sums.reduce((all, { times }) => all + Number(times), 0));
    expect(readme).toContain(`${rows.length} rows:`);
  });

  test.each(tableAfter(readme, '| who | ladder | tier |'))('$who: $ladder, $consequence of $ticket', (expected) => {
    const { why: _, ...step } = expected;
    const columns = Object.keys(step);
    const found = rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
    expect(found).toContainEqual(step);
  });

  test('what the decisions changed is what the README says, and nothing else', () => {
    const byKey = Map.groupBy(undecided, keyOf);
    const told = new Map(decided.map((row) => [keyOf(row), row]));
    expect(decided.map((row) => sumOf(row, byKey.get(keyOf(row)) ?? []))).toEqual(decided);
    const others = (list: readonly Row[]) => new Set(list.map(keyOf).filter((key) => !told.has(key)));
    expect(others(undecided)).toEqual(others(rows));
    for (const row of sums.filter((each) => !told.has(keyOf(each)))) {
      expect(sumOf(row, byKey.get(keyOf(row)) ?? [])).toEqual(row);
    }
    expect(readme).toContain(`there are ${undecided.length} rows`);
  });
});

async function consequences(path: string): Promise<Row[]> {
  const view = ['--period', '2026-10', '--view', 'consequences', '-f', 'csv'];
  return parse<Row>(await run('report', `${folder}/2026-10.csv`, '-p', path, ...view), { columns: true });
}

function keyOf({ who, ladder, consequence }: Row): string {
  return `${who}: ${ladder}, ${consequence}`;
}

/** The same columns as a line of a table has, made of the rows that it sums up. */
function sumOf(line: Row, rows: readonly Row[]): Row {
  const amounts = rows.flatMap(({ amount = '' }) => (amount === '' ? [] : [Math.round(Number(amount) * 100)]));
  const amount = amounts.length === 0 ? '' : String(amounts.reduce((sum, each) => sum + each, 0) / 100);
  // Of an amount the share it was made of may be another each time.
  const percents = new Set(amount === '' ? rows.map(({ percent = '' }) => percent) : ['']);
  return {
    ...line,
    times: String(rows.length),
    amount,
    ...('percent' in line && { percent: [...percents].join(', ') }),
  };
}

async function report(): Promise<{ readonly objectives: readonly Objective[] }> {
  const stdout = await run('report', `${folder}/2026-10.csv`, '-p', policy, '--period', '2026-10', '-f', 'json');
  return JSON.parse(stdout) as { objectives: readonly Objective[] };
}

async function run(...words: string[]): Promise<string> {
  const program = join(fixtures, '..', 'bin', 'slaudit.js');
  const { exit, stdout, stderr } = await runCase(
    { folder: fixtures, words, stdin: '' },
    { program, out, timeZone: 'Europe/Paris' },
  );
  expect(exit, stderr).toBe(0);
  return stdout;
}

/** `2026-10-20T03:30:00Z` as a clock in Shanghai shows it; nothing where there is nothing. */
function shanghai(instant = ''): string {
  if (instant === '') return '';
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}`;
}
