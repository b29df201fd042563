import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/diagnostics/codes.ts';
import { type Case, readCases } from './cases/case.ts';
import { type ErrorEntry, errorsPage } from './setup/errors-page.ts';

// What each diagnostic says is pinned in its case, which cases.test.ts runs; here: that there is one for each.

const root = resolve(import.meta.dirname, '..');
const cases = readCases(join(root, 'fixtures', 'cases', 'errors'));
const known = new Map(Object.entries(codes));

test('every code has a case, and every case a code', () => {
  expect(cases.map(({ claim }) => claim)).toEqual([...known.keys()].sort());
});

describe('the case', () => {
  test.each(cases.map((item) => [item.claim, item] as const))(
    '%s shows its code, and exits as grave as it is',
    (code, item) => {
      expect(item.anyStderr, 'the words of errors are fixed here').toBe(false);
      expect(item.stderr).toContain(` [${code}]\n`);
      expect(item.stderr).toMatch(new RegExp(`\\b${known.get(code)?.severity}: .* \\[${code}\\]\n`));
      const isError = known.get(code)?.severity === 'error';
      expect([65, 78].includes(item.exit), `exit ${item.exit}`).toBe(isError);
      expect(item.stdout === '').toBe(isError);
    },
  );
});

test('docs/errors.md is up to date (UPDATE=1 writes it)', () => {
  const path = join(root, 'docs', 'errors.md');
  const byCode = new Map(cases.map((item) => [item.claim, item]));
  const page = errorsPage([...known].flatMap(([code, kind]) => entryOf({ code, ...kind }, byCode.get(code))));
  const { UPDATE } = process.env;
  if (UPDATE === '1') writeFileSync(path, page);
  expect(readFileSync(path, 'utf8')).toBe(page);
});

function entryOf(kind: Pick<ErrorEntry, 'code' | 'severity' | 'title'>, item: Case | undefined): ErrorEntry[] {
  if (item === undefined) return [];
  const lines = readFileSync(join(item.folder, 'cmd'), 'utf8').trimEnd().split('\n');
  const comment = lines.slice(0, -1).map((line) => line.replace(/^# ?/, ''));
  const start = comment.findIndex((line) => line.startsWith('To do: '));
  if (start < 1) throw new Error(`${item.claim}/cmd: expected how it comes about, then a line "# To do: …"`);
  const remedy = comment.slice(start).join(' ').slice('To do: '.length);
  return [
    {
      ...kind,
      story: comment.slice(0, start).join(' '),
      remedy: remedy.charAt(0).toUpperCase() + remedy.slice(1),
      command: lines.at(-1) ?? '',
      told: item.stderr,
      exit: item.exit,
    },
  ];
}
