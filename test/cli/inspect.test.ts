import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/program.ts';
import { outputsIn } from './in-folder.ts';
import { runIn } from './made-world.ts';

const repository = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(repository, 'docs', 'inspect.md'), 'utf8');
const documented = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, field = '']) => field);

/** Paths of all fields, `[]` for each element of a list; a field that is `null` or an empty list says nothing of what is below. */
function pathsOf(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [path] : value.flatMap((each) => pathsOf(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  const own = Object.entries(value).flatMap(([key, each]) => pathsOf(each, path === '' ? key : `${path}.${key}`));
  return path === '' ? own : [path, ...own];
}

/** The page writes lists with `[]` even where they are empty, and one that may be `null` without. */
const isKnown = (path: string): boolean =>
  [path, `${path}[]`, path.replace(/\[\]$/, '')].some((each) => documented.includes(each));

const ODD = `单号,创建时间,完成时间,副本,到期
2.02603E+13,2026-03-02 09:00,2026-03-02 08:00,x,05/03/2026
2.02603E+13,2026-03-03 09:00:00,2026-03-04 08:00,y,06/03/2026
A-3,2026-03-20 09:00,-,x,07/03/2026
合计,,,,
`;

async function inspected(name: string, text: string): Promise<{ readonly tables: readonly Record<string, unknown>[] }> {
  const { stdout } = await runIn({ files: { [name]: text } }, 'inspect', '-f', 'json', name);
  return JSON.parse(stdout);
}

describe('the JSON is what docs/inspect.md says', () => {
  const files = globSync('fixtures/exports/**/*.{csv,json,ndjson,xlsx,xes}', { cwd: repository }).toSorted();
  const seen = new Set<string>();

  test.each(files)('%s', async (file) => {
    const world = outputsIn(repository);
    await run(['inspect', '-f', 'json', '--quiet', file], world);
    const paths = new Set(pathsOf(JSON.parse(world.printed()), ''));
    expect([...paths].filter((path) => !isKnown(path))).toEqual([]);
    for (const path of paths) seen.add(path);
  });

  test('and nothing stands there that never occurs', async () => {
    for (const path of pathsOf(await inspected('odd.csv', ODD), '')) seen.add(path);
    const twins = 'id,a,b\n1,x,x\n2,y,y\n3,x,x\n';
    for (const path of pathsOf(await inspected('twins.csv', twins), '')) seen.add(path);
    const timeless = '单号,日期,响应时间,完成时间\n1,2026-03-02,8:30,9:30\n2,2026-03-03,8:30,9:30\n';
    for (const path of pathsOf(await inspected('times.csv', timeless), '')) seen.add(path);
    const commas = JSON.parse(
      (await runIn({ files: { 'one.csv': 'a,b\n1,2\n' } }, 'inspect', '-f', 'json', '--delimiter', ';', 'one.csv'))
        .stdout,
    );
    for (const path of pathsOf(commas, '')) seen.add(path);
    const all = [...seen].flatMap((path) => [path, `${path}[]`]);
    expect(documented.filter((path) => !all.includes(path))).toEqual([]);
  });
});

test('what is odd about a file is told with its numbers', async () => {
  const [table] = (await inspected('odd.csv', ODD)).tables;
  expect(table?.['rows']).toBe(3);
  expect(table?.['totalLines']).toEqual([5]);
  expect(table?.['oddities']).toEqual(
    expect.arrayContaining([
      { kind: 'repeated-ids', column: '单号', value: '2.02603E+13', line: 3 },
      { kind: 'damaged-ids', column: '单号', rows: 2, value: '2.02603E+13', line: 2 },
      // Two rows have both times; in the first the end comes an hour before the start.
      { kind: 'end-before-start', start: '创建时间', end: '完成时间', rows: 1, of: 2, line: 2 },
      { kind: 'unreadable-times', column: '完成时间', rows: 1, values: [{ value: '-', rows: 1 }] },
      { kind: 'day-month', column: '到期', order: 'undecided' },
      { kind: 'totals', rows: 1, line: 5 },
      // From 4 to 19 March nothing was created.
      { kind: 'gap', column: '创建时间', from: '2026-03-04', to: '2026-03-19' },
    ]),
  );
});

describe('the command line', () => {
  const csv = 'id,created_at\nA-1,2026-03-02T09:00:00Z\n';
  const files = { 'tickets.csv': csv };

  test('the language is that of the headers, or the one that is asked for', async () => {
    expect((await runIn({ files }, 'inspect', 'tickets.csv')).stdout).toContain('Read as one row a ticket');
    expect((await runIn({ files }, 'inspect', '--lang', 'zh', 'tickets.csv')).stdout).toContain('按每行一张工单读');
    const chinese = { 't.csv': '单号,创建时间\nA-1,2026-03-02 09:00\n' };
    expect((await runIn({ files: chinese }, 'inspect', 't.csv')).stdout).toContain('按每行一张工单读');
  });

  test('-o writes a file', async () => {
    const {
      code,
      stdout,
      files: after,
    } = await runIn({ files }, 'inspect', '-f', 'json', '-o', 'out.json', 'tickets.csv');
    expect([code, stdout]).toEqual([0, '']);
    expect(JSON.parse(after.get('out.json') ?? '')).toMatchObject({ schemaVersion: 1 });
  });

  test.each([
    [['inspect', 'nowhere.csv'], 66, 'no file "nowhere.csv"'],
    [['inspect', 'empty.csv'], 65, '[empty-file]'],
    [['inspect', '-f', 'xml', 'tickets.csv'], 64, '--format "xml" is not known'],
    [['inspect', '--lang', 'fr', 'tickets.csv'], 64, '--lang "fr" is not known'],
    [['inspect', '--encoding', 'klingon', 'tickets.csv'], 64, 'klingon'],
    [['inspect', '-o', 'tickets.csv', 'tickets.csv'], 64, 'would overwrite'],
    [['inspect'], 64, 'missing required argument'],
  ])('%j: %d', async (argv, code, told) => {
    const outcome = await runIn({ files: { ...files, 'empty.csv': '' } }, ...argv);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(told);
  });

  test('what cannot be read is told, what can is shown, and the exit code says that not all was', async () => {
    const { code, stdout, stderr } = await runIn(
      { files: { ...files, 'empty.csv': '' } },
      'inspect',
      'empty.csv',
      'tickets.csv',
    );
    expect(code).toBe(65);
    expect(stdout).toContain('tickets.csv');
    expect(stderr).toContain('[empty-file]');
  });

  test.each([40, 80, 200])('no line is wider than %d columns', async (width) => {
    const { stdout } = await runIn({ files }, 'inspect', '--width', String(width), 'tickets.csv');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(Math.max(width, 66));
  });

  test('the same file gives the same bytes', async () => {
    const twice = await Promise.all([
      runIn({ files }, 'inspect', 'tickets.csv'),
      runIn({ files }, 'inspect', 'tickets.csv'),
    ]);
    expect(twice[0]?.stdout).toBe(twice[1]?.stdout);
  });
});

test('-f markdown prints the same page for wikis', async () => {
  const { code, stdout } = await runIn(
    { files: { 't.csv': 'id,created\n1,2026-03-02 09:00\n' } },
    'inspect',
    '-f',
    'markdown',
    't.csv',
  );
  expect(code).toBe(0);
  expect(stdout).toContain('# t.csv\n');
  expect(stdout).toContain('| created | time |');
});

test('one column whose cells hold another delimiter is odd', async () => {
  const { stdout } = await runIn({ files: { 't.csv': 'a,b\n1,2\n' } }, 'inspect', '--delimiter', ';', 't.csv');
  expect(stdout).toContain('there is one column only, and its cells hold commas');
});
