import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import type { FileLook } from '../../src/cli/world.ts';
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
  expect(await runWith(argv, 1 << 26)).toBe(expected);
  // What every run begins with is most of a small one.
  expect(await runWith(argv, 1 << 10)).toBe(false);
});

/** Whether few objects are expected of exports that are said to have so many bytes. */
async function runWith(argv: readonly string[], bytes: number): Promise<boolean> {
  let isExpected = false;
  const real = outputsIn(root);
  const world = {
    ...real,
    env: { SLAUDIT_THREADS: '1' },
    files: {
      ...real.files,
      look: async (path: string): Promise<FileLook> => ({ ...(await real.files.look(path)), bytes }),
    },
    expectFewObjects: () => {
      isExpected = true;
    },
  };
  const code = await run([...argv, ...inputs], world);
  expect(code).toBe(0);
  return isExpected;
}
