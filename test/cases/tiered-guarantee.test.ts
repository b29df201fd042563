import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCase } from './run-case.ts';
import { tableAfter, testShippedMonth } from './shipped-month.ts';

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
    const run = records().find(
      (each) => each['ticket'] === ticket && each['clock'] === clock && each['cycle'] === cycle,
    );
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
      const own = breaches.filter((run) => (run['charged_to'] || '(nobody held it)') === row['charged to']);
      const count = (severity: string) => String(own.filter((run) => run['severity'] === severity).length);
      return { 'charged to': row['charged to'], minor: count('minor'), major: count('major'), severe: count('severe') };
    });
    expect(found).toEqual(expected);
    const listed = expected.flatMap(({ minor, major, severe }) => [minor, major, severe]).map(Number);
    expect(breaches.length).toBe(listed.reduce((sum, each) => sum + each, 0));
  });

  test('the objectives are told for each department and level', async () => {
    const { objectives } = await report();
    const row = (objective: string, by: string, group: string, { numerator, denominator }: Share) => ({
      objective,
      by,
      group,
      kept: String(numerator),
      of: String(denominator),
    });
    const found = objectives.flatMap(({ id, share, groups }) => [
      row(id, '', '', share),
      ...groups.map((group) => row(id, group.by, group.name || '(blank)', group.share)),
    ]);
    expect(found).toEqual(tableAfter(readme, '| objective | by |'));
  });

  test('90 % are answered within a day in all, but not of level 2, by a quarter of a percent', async () => {
    const objective = (await report()).objectives.find(({ id }) => id === 'answered-in-a-day');
    expect(objective?.reached).toBe(true);
    expect(objective?.groups.find(({ name }) => name === '二级')).toMatchObject({ reached: false });
  });
});

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

interface Objective {
  readonly id: string;
  readonly share: Share;
  readonly reached: boolean;
  readonly groups: readonly {
    readonly by: string;
    readonly name: string;
    readonly share: Share;
    readonly reached: boolean;
  }[];
}

async function report(): Promise<{ readonly objectives: readonly Objective[] }> {
  const { exit, stdout, stderr } = await runCase(
    {
      folder: fixtures,
      words: ['report', `${folder}/2026-10.csv`, '-p', policy, '--period', '2026-10', '-f', 'json'],
      stdin: '',
    },
    { program: join(fixtures, '..', 'bin', 'slaudit.js'), out, timeZone: 'Europe/Paris' },
  );
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout) as { objectives: readonly Objective[] };
}

/** `2026-10-20T03:30:00Z` as a clock in Shanghai shows it; nothing where there is nothing. */
function shanghai(instant = ''): string {
  if (instant === '') return '';
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}`;
}
