import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { outputsIn } from './in-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const inputs = ['-p', join(root, 'fixtures/policies/trading-company.yaml'), join(root, 'fixtures/exports/after-sales')];

test.each([
  [['report', '--view', 'summary', '-f', 'csv'], true],
  [['report', '--view', 'breaches', '-f', 'csv'], false],
  [['report', '--view', 'pauses', '-f', 'csv'], false],
  [['report', '-f', 'html'], false],
  [['evaluate', '-f', 'csv'], false],
])('%j is expected to make few objects: %j', async (argv, expected) => {
  let isExpected = false;
  const world = {
    ...outputsIn(root),
    expectFewObjects: () => {
      isExpected = true;
    },
  };
  const code = await run([...argv, ...inputs], world);
  expect(code).toBe(0);
  expect(isExpected).toBe(expected);
});
