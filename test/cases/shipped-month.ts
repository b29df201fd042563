import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCase } from './run-case.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

/** A line of a verdict file or of a table in a README: texts by column. */
export type Row = Readonly<Record<string, string>>;

/** A shipped export with the policy that it goes with; both paths are from `fixtures/`. */
export interface ShippedMonth {
  /** Folder of the export. Its README has the tables that must come out, counted by another program. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly policy: string;
  readonly asOf: string;
}

/**
 * Tests that the verdicts on a shipped export are those of the tables in its README, `| clock | met | …` and
 * `| clock | charged to | breaches |`: all their columns, and no clock beside them.
 *
 * @returns the verdict records, once the tests run
 */
export function testShippedMonth({ folder, files, policy, asOf }: ShippedMonth): () => readonly Row[] {
  const readme = readFileSync(join(fixtures, folder, 'README.md'), 'utf8');
  const out = mkdtempSync(join(tmpdir(), 'slaudit-shipped-month-'));
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  let records: readonly Row[] = [];

  beforeAll(async () => {
    const paths = files.map((file) => `${folder}/${file}`);
    const result = await runCase(
      { folder: fixtures, words: ['evaluate', ...paths, '-p', policy, '--as-of', asOf], stdin: '' },
      { program: join(fixtures, '..', 'bin', 'slaudit.js'), out, timeZone: 'America/New_York' },
    );
    expect(result.exit, result.stderr).toBe(0);
    records = parse<Row>(result.stdout, { columns: true });
  }, 60_000);

  const outcomes = tableAfter(readme, '| clock | met |');
  const breaches = tableAfter(readme, '| clock | charged to |');

  test.each(outcomes)('$clock has the outcomes of the README', (expected) => {
    const runs = records.filter(({ clock }) => clock === expected['clock']);
    const count = (outcome: string) => String(runs.filter((run) => run['outcome'] === outcome).length);
    const named = Object.keys(expected).filter((column) => column !== 'clock' && column !== 'still open');
    expect({
      clock: expected['clock'],
      ...Object.fromEntries(named.map((outcome) => [outcome, count(outcome)])),
      'still open': String(runs.filter(({ reason }) => reason === 'still-open').length),
    }).toEqual(expected);
    expect(runs.length).toBe(sum(named.map((outcome) => Number(expected[outcome]))));
  });

  test('no clock is missing from the README', () => {
    expect(new Set(records.map(({ clock }) => clock))).toEqual(new Set(outcomes.map(({ clock }) => clock)));
  });

  test('the breaches are charged as in the README', () => {
    const charged = new Map<string, number>();
    for (const run of records) {
      if (run['outcome'] !== 'breached') continue;
      const key = `${run['clock']}: ${answering(run)}`;
      charged.set(key, (charged.get(key) ?? 0) + 1);
    }
    const expected = breaches.map((row) => [`${row['clock']}: ${row['charged to']}`, Number(row['breaches'])] as const);
    expect(expected.length).toBeGreaterThan(0);
    expect(charged).toEqual(new Map(expected));
  });

  return () => records;
}

/** Who answers for a breach, as the tables write it. */
export function answering(run: Row): string {
  if (run['charged_kind'] === 'nobody') return '(nobody answers)';
  return run['charged_to'] || '(nobody held it)';
}

/** The rows of the table whose header line begins so. */
export function tableAfter(markdown: string, header: string): Row[] {
  const lines = markdown.slice(markdown.indexOf(`\n${header}`) + 1).split('\n');
  const rows = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('|')),
  );
  const [names, , ...cells] = rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return cells.map((row) => Object.fromEntries(row.map((cell, at) => [names?.[at] ?? '', cell])));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Whether a verdict record is of the run that a line of a README tells of. */
export function isAbout({ ticket, clock, cycle }: Row): (record: Row) => boolean {
  return (record) => record['ticket'] === ticket && record['clock'] === clock && record['cycle'] === cycle;
}

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** An objective of a report as JSON. */
export interface Objective {
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

/** The lines of an objective in a README's table `| objective | by | …`: the whole, then each group. */
export function objectiveRows({ id, share, groups }: Objective): Row[] {
  const row = (by: string, group: string, { numerator, denominator }: Share): Row => ({
    ...{ objective: id, by, group },
    ...{ kept: String(numerator), of: String(denominator) },
  });
  return [row('', '', share), ...groups.map((group) => row(group.by, group.name || '(blank)', group.share))];
}
