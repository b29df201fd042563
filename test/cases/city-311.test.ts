import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCase } from './run-case.ts';
import { type Row, tableAfter } from './shipped-month.ts';

// Real rows of a city that computes each deadline itself and says itself whether it was kept. Nothing expected here is ours: the
// flags and deadlines are the city's; the counts and the list of contradictions are the README's, made by another program.

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const folder = join(fixtures, 'exports', 'city-311');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const policy = readFileSync(join(fixtures, 'policies', 'city-311.yaml'), 'utf8');
const out = mkdtempSync(join(tmpdir(), 'slaudit-city-311-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const expectations = tableAfter(readme, '| export | as of |');
const contradictions = tableAfter(readme, '| export | case | city |');
const unsaid = tableAfter(readme, '| export | case without `--as-of` |');
const names = tableAfter(readme, '| in the policy |');
const flags: Readonly<Record<string, string>> = {
  met: 'ONTIME',
  running: 'ONTIME',
  'no-target': 'ONTIME',
  breached: 'OVERDUE',
};

test('the README tells of every export, and only of exports there are', () => {
  const files = expectations.map((row) => row['export']);
  expect(files).toEqual(['2015.csv', '2022-01.csv', '2026-02.csv']);
  const told = new Set([...contradictions, ...unsaid].map((row) => row['export']));
  expect(files).toEqual(expect.arrayContaining([...told]));
});

describe.each(expectations)('$export', (expected) => {
  const { export: file = '', 'as of': asOf = '' } = expected;
  const cases = readRows(readFileSync(join(folder, file), 'utf8'));
  const cell = (row: Row, name: string) => row[columnOf(name, file)] ?? '';
  let verdicts: ReadonlyMap<string, Row> = new Map();
  const verdictOn = (row: Row): Row => verdicts.get(cell(row, 'ticket')) ?? {};

  beforeAll(async () => {
    verdicts = await evaluate(file, ['--as-of', asOf]);
  }, 60_000);

  test('every row has its verdict', () => {
    expect([...verdicts.keys()].sort()).toEqual(cases.map((row) => cell(row, 'ticket')).sort());
  });

  test('the outcomes and the flags are as many as in the README', () => {
    const count = (name: string) => {
      const isFlag = name === name.toUpperCase() || name === 'no flag';
      const wanted = name === 'no flag' ? '' : name;
      return cases.filter((row) => (isFlag ? cell(row, 'city_flag') : verdictOn(row)['outcome']) === wanted).length;
    };
    const { export: _, 'as of': __, ...counts } = expected;
    expect(Object.fromEntries(Object.keys(counts).map((name) => [name, String(count(name))]))).toEqual(counts);
  });

  test("every verdict is the city's, but for the rows that the README lists", () => {
    const found = cases
      .filter((row) => flags[verdictOn(row)['outcome'] ?? ''] !== cell(row, 'city_flag'))
      .map((row) => ({
        export: file,
        case: cell(row, 'ticket'),
        city: cell(row, 'city_flag') || '(none)',
        slaudit: verdictOn(row)['outcome'],
        opened: cell(row, 'opened'),
        deadline: cell(row, 'target_dt') || '(none)',
        closed: cell(row, 'closed') || '(open)',
      }));
    const byCase = (a: { case?: string }, b: { case?: string }) => ((a.case ?? '') < (b.case ?? '') ? -1 : 1);
    const listed: { case?: string }[] = contradictions.filter((row) => row['export'] === file);
    expect(found.sort(byCase)).toEqual(listed.sort(byCase));
  });

  test("due is the city's deadline, and time over begins there", () => {
    const decided = cases.filter((row) => verdictOn(row)['due_at']);
    expect(decided.map((row) => inBoston(verdictOn(row)['due_at']))).toEqual(
      decided.map((row) => toTheSecond(cell(row, 'target_dt'))),
    );
    const late = cases.map(verdictOn).filter((verdict) => verdict['outcome'] === 'breached' && verdict['stopped_at']);
    expect(late.length).toBeGreaterThan(0);
    for (const { ticket, due_at: due = '', stopped_at: stopped = '', over_s: over } of late) {
      expect(over, ticket).toBe(String((Date.parse(stopped) - Date.parse(due)) / 1000));
    }
  });

  test('without --as-of, the open cases that the README names are not overdue yet', { timeout: 60_000 }, async () => {
    const plain = await evaluate(file, []);
    const changed = [...plain.values()].filter(
      ({ ticket = '', outcome }) => outcome !== verdicts.get(ticket)?.['outcome'],
    );
    const listed = unsaid.filter((row) => row['export'] === file);
    expect(changed.map(({ ticket, outcome }) => [ticket, outcome])).toEqual(
      listed.map((row) => [row['case without `--as-of`'], 'running']),
    );
  });
});

/** The verdict records by ticket, from the shipped policy with the column names of that export. */
async function evaluate(file: string, options: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const path = join(out, `${file}.yaml`);
  writeFileSync(path, policyFor(file));
  const result = await runCase(
    { folder, words: ['evaluate', file, '-p', path, '--quiet', ...options], stdin: '' },
    { program: join(fixtures, '..', 'bin', 'slaudit.js'), out, timeZone: 'Asia/Shanghai' },
  );
  expect(result.exit, result.stderr).toBe(0);
  return new Map(readRows(result.stdout).map((row) => [row['ticket'] ?? '', row]));
}

/** The shipped policy, changed as the README's last table says. */
function policyFor(file: string): string {
  let text = policy;
  for (const row of names) {
    const [shipped = '', wanted = ''] = [row['2015.csv'], row[file]];
    const parts = text.split(`: ${shipped}`);
    expect(parts, `"${shipped}" stands in the policy once`).toHaveLength(2);
    text = wanted.startsWith('(') ? text.replace(/^.*\{format:.*\n/m, '') : parts.join(`: ${wanted}`);
  }
  return text;
}

function columnOf(name: string, file: string): string {
  return names.find((row) => row['in the policy'] === name)?.[file] ?? '';
}

function readRows(csv: string): Row[] {
  return parse<Row>(csv, { columns: true });
}

const bostonClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2016-01-12 08:30:00` of an instant, by Boston's wall clock. */
function inBoston(instant = ''): string {
  return bostonClock.format(new Date(instant));
}

/** The same of a stamp as the city writes it, in any of its three ways. */
function toTheSecond(stamp: string): string {
  const [, month, day, year, hour, rest, half] = /^(..)\/(..)\/(....) (..)(:..:..) ([AP]M)$/.exec(stamp) ?? [];
  if (year !== undefined) {
    const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
    return `${year}-${month}-${day} ${String(hours).padStart(2, '0')}${rest}`;
  }
  return stamp.endsWith('+00') ? inBoston(stamp.replace('+00', 'Z')) : stamp;
}
