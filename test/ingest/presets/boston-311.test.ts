import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { runCase } from '../../cases/run-case.ts';
import { type Row, tableAfter } from '../../cases/shipped-month.ts';

// Real rows of three case systems, under one policy of four lines: the counts are those of the exports' README, made by another
// program from the city's own deadlines.

const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'exports', 'city-311');
const expectations = tableAfter(readFileSync(join(folder, 'README.md'), 'utf8'), '| export | as of |');
const out = mkdtempSync(join(tmpdir(), 'slaudit-boston-311-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const POLICY = `
slaudit: 1
timezone: America/New_York
records: boston-311
clocks: {service: {start: created, stop: resolved, due: deadline, charge: department}}
`;

test.each(expectations)('$export comes out as the city has it', { timeout: 60_000 }, async (expected) => {
  const { export: file = '', 'as of': asOf = '' } = expected;
  const policy = join(out, 'policy.yaml');
  writeFileSync(policy, POLICY);
  const { stdout, stderr, exit } = await runCase(
    { folder, words: ['evaluate', file, '-p', policy, '--as-of', asOf, '--quiet'], stdin: '' },
    { program: join(folder, '..', '..', '..', 'bin', 'slaudit.js'), out, timeZone: 'Asia/Shanghai' },
  );
  expect(exit, stderr).toBe(0);
  const verdicts = parse<Row>(stdout, { columns: true });
  const count = (column: string, value: string) => verdicts.filter((row) => row[column] === value).length;
  for (const outcome of ['met', 'breached', 'running', 'no-target', 'undecided']) {
    expect(`${count('outcome', outcome)} ${outcome}`).toBe(`${expected[outcome]} ${outcome}`);
  }
  for (const flag of ['ONTIME', 'OVERDUE']) {
    expect(`${count('city_verdict', flag)} ${flag}`).toBe(`${expected[flag]} ${flag}`);
  }
});
