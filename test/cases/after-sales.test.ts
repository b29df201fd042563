import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCase } from './run-case.ts';

// The shipped month against the tables of its README, which were counted by another program straight from the rules.

const root = join(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'fixtures/exports/after-sales/README.md'), 'utf8');
const out = mkdtempSync(join(tmpdir(), 'slaudit-after-sales-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

type Row = Readonly<Record<string, string>>;
let records: readonly Row[] = [];

beforeAll(async () => {
  const result = await runCase(
    {
      folder: join(root, 'fixtures'),
      words: 'evaluate exports/after-sales/2026-10.csv -p policies/trading-company.yaml --as-of 2026-11-01'.split(' '),
      stdin: '',
    },
    { program: join(root, 'bin', 'slaudit.js'), out, timeZone: 'America/New_York' },
  );
  expect(result.exit, result.stderr).toBe(0);
  records = parse<Row>(result.stdout, { columns: true });
}, 60_000);

describe('after-sales, October 2026', () => {
  const outcomes = tableAfter('| clock | met |');

  test.each(outcomes)('$clock has the outcomes of the README', (expected) => {
    const runs = records.filter(({ clock }) => clock === expected['clock']);
    const count = (outcome: string) => String(runs.filter((run) => run['outcome'] === outcome).length);
    const named = Object.keys(expected).filter((column) => column !== 'clock' && column !== 'still open');
    expect({
      clock: expected['clock'],
      ...Object.fromEntries(named.map((outcome) => [outcome, count(outcome)])),
      'still open': String(runs.filter(({ reason }) => reason === 'still-open').length),
    }).toEqual(expected);
  });

  test('no clock is missing from the README', () => {
    expect(new Set(records.map(({ clock }) => clock))).toEqual(new Set(outcomes.map(({ clock }) => clock)));
  });

  test('the breaches are charged as in the README', () => {
    const charged = new Map<string, number>();
    for (const run of records) {
      if (run['outcome'] !== 'breached') continue;
      const key = `${run['clock']}: ${run['charged_to'] || '(nobody held it)'}`;
      charged.set(key, (charged.get(key) ?? 0) + 1);
    }
    const expected = tableAfter('| clock | charged to |').map(
      (row) => [`${row['clock']}: ${row['charged to']}`, Number(row['breaches'])] as const,
    );
    expect(expected.length).toBeGreaterThan(30);
    expect(charged).toEqual(new Map(expected));
  });
});

/** The rows of the README's table whose header line begins so, as records of texts. */
function tableAfter(header: string): Row[] {
  const lines = readme.slice(readme.indexOf(`\n${header}`) + 1).split('\n');
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
