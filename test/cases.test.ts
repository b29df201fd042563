import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type Case, readCases } from './cases/case.ts';
import { runCase } from './cases/run-case.ts';

// The checks of the cases in fixtures/cases: a folder is a claim, `cmd` shows its sum worked out by hand.
// UPDATE=1 rewrites the expected files for review; never accept a number that nobody has computed.

vi.setConfig({ maxConcurrency: 2, testTimeout: 60_000 });

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'fixtures', 'cases');
const update = process.env['UPDATE'] === '1';
const scratch = mkdtempSync(join(tmpdir(), 'slaudit-cases-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const cases = readCases(folder);

test('the program is built and there are cases to run', () => {
  expect(existsSync(join(root, 'dist', 'main.js')), 'dist/main.js is missing: run `npm run build` first').toBe(true);
  expect(cases.length).toBeGreaterThan(40);
});

// The local zone must not matter (S31), so every other case runs somewhere else, and those about it run everywhere.
const zones = ['UTC', 'America/New_York', 'Asia/Shanghai', 'America/New_York'];

const runs = cases.flatMap((item, index) => {
  if (item.shows.includes('S31')) return [...new Set(zones)].map((timeZone) => ({ item, timeZone }));
  return [{ item, timeZone: zones[index % zones.length] ?? 'UTC' }];
});

describe.concurrent('cases', () => {
  for (const [index, { item, timeZone }] of runs.entries()) {
    test(`${item.claim} (in ${timeZone})`, async () => {
      const out = join(scratch, String(index));
      mkdirSync(out);
      const before = readdirSync(item.folder);
      const result = await runCase(item, { program: join(root, 'bin', 'slaudit.js'), out, timeZone });
      expect(readdirSync(item.folder), 'a case may write only to $OUT').toEqual(before);
      if (update) rewrite(item, result);
      else check(item, result);
    });
  }
});

type Result = Awaited<ReturnType<typeof runCase>>;

function check(item: Case, result: Result): void {
  const told = `exit ${result.exit}, stderr:\n${result.stderr}`;
  expect(result.stdout, told).toBe(item.stdout);
  if (item.anyStderr) expect(result.stderr, 'something must be told on stderr').not.toBe('');
  else expect(result.stderr).toBe(item.stderr);
  expect(result.exit, told).toBe(item.exit);
  expect(result.files).toEqual(item.files);
}

function rewrite(item: Case, result: Result): void {
  const write = (name: string, text: string, absent: boolean) => {
    const path = join(item.folder, name);
    if (absent) rmSync(path, { force: true });
    else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  };
  write('stdout', result.stdout, false);
  if (!item.anyStderr) write('stderr', result.stderr, result.stderr === '');
  write('exit', `${result.exit}\n`, result.exit === 0);
  if (result.files.size > 0) mkdirSync(join(item.folder, 'out'), { recursive: true });
  for (const [name, text] of result.files) write(join('out', name), text, false);
  for (const name of item.files.keys()) if (!result.files.has(name)) write(join('out', name), '', true);
}
