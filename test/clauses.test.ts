import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCases } from './cases/case.ts';
import { showable } from './setup/clauses.ts';
import { clausesPage } from './setup/clauses-page.ts';

// That a case really shows what it says is for its reader: cases.test.ts holds it to its sum. Here: that there is one for each.

const root = resolve(import.meta.dirname, '..');
const policyFolder = join(root, 'fixtures', 'policies');
const cases = readCases(join(root, 'fixtures', 'cases')).filter(({ shows }) => shows.length > 0);
const policies = readdirSync(policyFolder)
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .map((file) => ({ file, names: clausesNamed(readFileSync(join(policyFolder, file), 'utf8')) }));
const clauseIds = showable.filter((name) => !name.includes(' '));

test.each(showable.map((name) => [name]))('%s has a case', (name) => {
  expect(cases.filter(({ shows }) => shows.includes(name)).map(({ claim }) => claim)).not.toEqual([]);
});

test('a case shows only what there is, each once and in order', () => {
  const ordered = cases.map(({ claim, shows }) => [claim, showable.filter((name) => shows.includes(name))]);
  expect(cases.map(({ claim, shows }) => [claim, shows])).toEqual(ordered);
});

test.each(policies.map(({ file, names }) => [file, names] as const))('%s names only clauses that exist', (_, names) => {
  expect(names.filter((name) => !clauseIds.includes(name))).toEqual([]);
});

test('names of clauses are read from comments only, and ranges are whole', () => {
  const text = 'a: A1  # A2–A4, (S17) A10：x\nb: "#A5" # A6,A6_4 are values, A7 … is a legend, F1 is not told of\n';
  expect(clausesNamed(text)).toEqual(['A2', 'A3', 'A4', 'S17', 'A10']);
});

test('docs/clauses.md is up to date (UPDATE=1 writes it)', () => {
  const path = join(root, 'docs', 'clauses.md');
  const page = clausesPage({
    cases: byName(cases.map(({ claim, shows }) => [claim, shows])),
    policies: byName(policies.map(({ file, names }) => [file, names])),
  });
  const { UPDATE } = process.env;
  if (UPDATE === '1') writeFileSync(path, page);
  expect(readFileSync(path, 'utf8')).toBe(page);
});

/** Clauses of the chapters' letters in the comments of a policy, each once, in the order they occur. */
function clausesNamed(yaml: string): string[] {
  const letters = [...new Set(showable.map((name) => name.charAt(0)))].join('');
  // Not a value of a sample row (A2,A2_4), not a legend (A7 … refer to the clauses).
  const name = new RegExp(`(?<![\\w,])([${letters}])(\\d+)(?:\\s?[–-]\\s?\\1(\\d+))?(?!\\w|,\\S| …)`, 'g');
  const comments = yaml.split('\n').map((line) => /(?:^|\s)#(.*)$/.exec(line)?.[1] ?? '');
  const found = comments.flatMap((comment) => [...comment.matchAll(name)].flatMap(([, ...match]) => range(match)));
  return [...new Set(found)];
}

/** A2–A4 is A2, A3, A4. */
function range([letter, first, last = first]: (string | undefined)[]): string[] {
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => `${letter}${Number(first) + index}`);
}

function byName(entries: readonly (readonly [string, readonly string[]])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [source, names] of entries) {
    for (const name of names) found.set(name, [...(found.get(name) ?? []), source]);
  }
  return found;
}
