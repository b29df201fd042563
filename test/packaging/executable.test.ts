import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'slaudit-executable-'));
const executable = join(folder, 'slaudit');

beforeAll(() => {
  execFileSync(process.execPath, [join(repository, '.ci/package.mjs'), executable], { stdio: 'pipe' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the executable says what the program says', () => {
  const example = ['-p', 'fixtures/policies/trading-company.yaml', 'fixtures/exports/after-sales/2026-10.csv'];

  test.each([
    ['its version', ['--version']],
    ['help', ['report', '--help']],
    ['a report', ['report', ...example]],
    ['a report in English as CSV', ['report', '--lang', 'en', '-f', 'csv', ...example]],
    ['verdicts', ['evaluate', ...example]],
    ['the schema', ['policy', 'schema']],
    ['its build', ['report', '--view', 'provenance', '-f', 'csv', ...example]],
    ['a refusal', ['report', '--view', 'penalties', ...example]],
    ['a file that is not there', ['evaluate', '-p', 'nowhere.yaml', 'nowhere.csv']],
  ])('%s', (_, argv) => {
    // Without PATH: it needs no Node of the machine's.
    const alone = spawnSync(executable, argv, { cwd: repository, env: {}, encoding: 'utf8' });
    const program = spawnSync(process.execPath, ['bin/slaudit.js', ...argv], { cwd: repository, encoding: 'utf8' });
    expect({ code: alone.status, stdout: alone.stdout, stderr: alone.stderr }).toEqual({
      code: program.status,
      stdout: program.stdout,
      stderr: program.stderr,
    });
    expect(alone.stdout + alone.stderr).not.toBe('');
  });
});
