import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Expansion, expandPaths } from '../../src/cli/expand-paths.ts';
import { realWorld } from '../../src/cli/real-world.ts';
import { english } from '../../src/diagnostics/say.ts';
import { folderWith } from './built-program.ts';

/** Real folders: what stands behind `given`, paths as seen from the folder. */
async function expand(
  files: readonly string[],
  given: readonly string[],
  links: Readonly<Record<string, string>> = {},
) {
  const folder = folderWith({});
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), 'x');
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(join(folder, target), join(folder, name));
  const within = (path: string) => (path === '-' ? path : join(folder, path));
  const expansion = await expandPaths(realWorld(), given.map(within));
  const short = (path: string) => relative(folder, path);
  return {
    ...expansion,
    paths: expansion.paths.map((path) => ({ ...path, name: path.name === '-' ? '-' : short(path.name) })),
  };
}

const names = ({ paths }: Pick<Expansion, 'paths'>) => paths.map(({ name }) => name);

describe('a folder', () => {
  test('stands for its exports and those of the folders below, by code units', async () => {
    const files = [
      'd/b.csv',
      'd/a.JSON.gz',
      'd/2026/10.xlsx',
      'd/2026/09/x.ndjson',
      'd/z.zip',
      'd/工单.csv',
      'd/B.csv',
    ];
    const { paths, notes, empty } = await expand(files, ['d']);
    expect(names({ paths })).toEqual([
      'd/2026/09/x.ndjson',
      'd/2026/10.xlsx',
      'd/B.csv',
      'd/a.JSON.gz',
      'd/b.csv',
      'd/z.zip',
      'd/工单.csv',
    ]);
    expect(paths.every(({ isNamed }) => !isNamed)).toBe(true);
    expect([notes, empty]).toEqual([[], []]);
  });

  test('tells what it holds besides, and nothing of hidden files', async () => {
    const files = ['d/a.csv', 'd/notes.txt', 'd/x/scan.pdf', 'd/.cache/b.csv', 'd/.hidden.csv'];
    const { paths, notes } = await expand(files, ['d']);
    expect(names({ paths })).toEqual(['d/a.csv']);
    expect(notes.map(({ code, message }) => [code, english(message)])).toEqual([
      ['passed-over', '2 files of this folder are not read: notes.txt, scan.pdf'],
    ]);
  });

  test('names five of many that it passes over', async () => {
    const { notes } = await expand(['d/a.csv', ...Array.from({ length: 7 }, (_, index) => `d/${index}.txt`)], ['d']);
    expect(english(notes[0]?.message ?? '')).toBe(
      '7 files of this folder are not read: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more',
    );
  });

  test('without an export is a complaint', async () => {
    const { paths, empty } = await expand(['d/notes.txt'], ['d']);
    expect(paths).toEqual([]);
    expect(empty).toHaveLength(1);
  });

  test('that a link leads back to is read once', async () => {
    const { paths } = await expand(['d/a.csv', 'd/e/b.csv'], ['d'], { 'd/e/up': 'd' });
    expect(names({ paths })).toEqual(['d/a.csv', 'd/e/b.csv']);
  });
});

describe('a pattern that no shell has opened', () => {
  const files = ['d/2026-09.csv', 'd/2026-10.csv', 'd/2025-10.csv', 'd/sub/2026-11.csv', 'd/2026-x/y.csv'];
  test.each([
    ['d/2026-*.csv', ['d/2026-09.csv', 'd/2026-10.csv']],
    ['d/2026-?0.csv', ['d/2026-10.csv']],
    ['d/{2025,2026}-10.csv', ['d/2025-10.csv', 'd/2026-10.csv']],
    ['d/**/2026-*.csv', ['d/2026-09.csv', 'd/2026-10.csv', 'd/sub/2026-11.csv']],
    // A folder that fits is no file.
    ['d/2026-*', ['d/2026-09.csv', 'd/2026-10.csv']],
  ])('%s', async (pattern, expected) => {
    expect(names(await expand(files, [pattern]))).toEqual(expected);
  });

  test('that nothing fits is a complaint', async () => {
    expect((await expand(files, ['d/2027-*.csv'])).empty[0]).toMatch(
      /^slaudit: there is no file that fits ".*2027-\*\.csv"\n$/,
    );
  });

  test('is a name where a file is called so', async () => {
    expect(await expand(['d/[old] 2026.csv'], ['d/[old] 2026.csv'])).toMatchObject({
      paths: [{ name: 'd/[old] 2026.csv', isNamed: true }],
    });
  });
});

test('what is named stands as it is, whatever its ending, also where nothing is', async () => {
  expect((await expand(['notes.txt'], ['-', 'notes.txt', 'lost.csv'])).paths).toEqual([
    { name: '-', isNamed: true },
    { name: 'notes.txt', isNamed: true },
    { name: 'lost.csv', isNamed: true },
  ]);
});
