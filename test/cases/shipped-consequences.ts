import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCase } from './run-case.ts';
import { type Row, type ShippedMonth, tableAfter } from './shipped-month.ts';

/** A period of a shipped export; `asOf`: when the month had not ended. */
export interface ShippedPeriod {
  readonly period: string;
  readonly asOf?: string;
}

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const MADE_GOOD = ['compensation', 'liability', 'rewards'];

/**
 * Tests that what follows from the breaches of a shipped export is as in its README, counted by another program. Under
 * `### 2026-10: ladders` the table `| who | ladder | consequence | times | amount | percent |`, amounts and percentages summed; under
 * `### 2026-10: compensation, liability, rewards` the table `| given as | what | times | amount |`; and single ones of any period in
 * `| who | ladder | consequence | amount | percent | at | count | ticket | story |`, instants in Shanghai time.
 */
export function testShippedConsequences(
  { folder, files, policy }: Omit<ShippedMonth, 'asOf'>,
  periods: readonly ShippedPeriod[],
): void {
  const readme = readFileSync(join(fixtures, folder, 'README.md'), 'utf8');
  const out = mkdtempSync(join(tmpdir(), 'slaudit-shipped-consequences-'));
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const all: Row[] = [];

  async function consequencesOf({ period, asOf }: ShippedPeriod): Promise<Row[]> {
    const paths = files.map((file) => `${folder}/${file}`);
    const time = ['--period', period, ...(asOf === undefined ? [] : ['--as-of', asOf])];
    const words = ['report', ...paths, '-p', policy, ...time, '--view', 'consequences', '-f', 'csv'];
    const world = { program: join(fixtures, '..', 'bin', 'slaudit.js'), out, timeZone: 'America/New_York' };
    const { stdout, stderr, exit } = await runCase({ folder: fixtures, words, stdin: '' }, world);
    expect(exit, stderr).toBe(0);
    return parse<Row>(stdout, { columns: true });
  }

  describe.each(periods)('what follows, $period', (each) => {
    let rows: readonly Row[] = [];
    beforeAll(async () => {
      rows = await consequencesOf(each);
      all.push(...rows);
    }, 60_000);
    const tableUnder = (heading: string, header: string) => {
      const begin = readme.indexOf(`\n### ${each.period}: ${heading}\n`);
      expect(begin, heading).toBeGreaterThan(0);
      return tableAfter(readme.slice(begin), header);
    };

    test('each ladder brings everybody what the README says', () => {
      const expected = tableUnder('ladders', '| who | ladder |');
      const climbed = rows.filter(({ ladder = '' }) => !MADE_GOOD.includes(ladder));
      const found = summed(climbed, ({ who = '', ladder = '', consequence = '' }) => ({ who, ladder, consequence }));
      expect(sorted(found)).toEqual(sorted(expected));
    });

    test('compensation, liability and rewards come to the sums of the README', () => {
      const expected = tableUnder('compensation, liability, rewards', '| given as |');
      const given = rows.filter(({ ladder = '' }) => MADE_GOOD.includes(ladder));
      const found = summed(given, ({ ladder = '', consequence = '' }) => ({ 'given as': ladder, what: consequence }));
      expect(sorted(found.map(({ percent: _, ...row }) => row))).toEqual(sorted(expected));
    });
  });

  test.each(tableAfter(readme, '| who | ladder | consequence | amount |'))('$who: $ladder, $ticket: $story', (row) => {
    const { story: _, ...expected } = row;
    const found = all.map((each) => {
      const { who, ladder, consequence, amount, percent, at, count, ticket } = each;
      return { who, ladder, consequence, amount, percent, at: shanghai(at), count, ticket };
    });
    expect(found).toContainEqual(expected);
  });
}

/** Lines of one key: how many, and the sums of what they have of amounts and percentages, which are exact to three decimals. */
function summed(rows: readonly Row[], keyOf: (row: Row) => Row): Row[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(keyOf(row)));
  return [...groups].map(([key, own]) => ({
    ...(JSON.parse(key) as Row),
    times: String(own.length),
    amount: sumOf(own.map(({ amount = '' }) => amount)),
    percent: sumOf(own.map(({ percent = '' }) => percent)),
  }));
}

function sumOf(cells: readonly string[]): string {
  const known = cells.filter((cell) => cell !== '');
  if (known.length === 0) return '';
  return String(known.reduce((sum, cell) => sum + Math.round(Number(cell) * 1000), 0) / 1000);
}

function sorted(rows: readonly Row[]): string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
}

/** `2026-09-05T01:30:00Z` as the clocks of Shanghai show it, eight hours ahead. */
function shanghai(instant = ''): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().replace('T', ' ').slice(0, 19);
}
