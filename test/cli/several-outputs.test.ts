import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, shell, slaudit } from './built-program.ts';
import { policy, tickets } from './desk.ts';
import { runIn } from './made-world.ts';

const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
const given = ['-p', 'policy.yaml', 'tickets.csv'];
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

describe('several results from one reading', () => {
  test('each in the format of its ending, and as it would be alone', async () => {
    const { files: written, ...outcome } = await runIn(
      { files },
      ...['report', ...given, '-o', 'r.json', '-o', 'r.md', '-o', 'r.csv', '-o', 'r.txt'],
    );
    expect(outcome).toMatchObject({ code: 0, stdout: '', stderr: '', leftovers: 0 });
    for (const [name, format] of [
      ['r.json', 'json'],
      ['r.md', 'markdown'],
      ['r.csv', 'csv'],
      ['r.txt', 'table'],
    ] as const) {
      const alone = await runIn({ files }, 'report', ...given, '-f', format);
      expect(written.get(name), name).toBe(alone.stdout);
    }
  });

  test('the records of each view are those that it has alone', async () => {
    const { files: written, ...outcome } = await runIn({ files }, 'report', ...given, '-o', 'of-{view}.csv');
    expect(outcome.stderr).toBe('');
    for (const view of ['summary', 'tickets', 'breaches']) {
      const alone = await runIn({ files }, 'report', ...given, '--view', view, '-f', 'csv');
      expect(written.get(`of-${view}.csv`), view).toBe(alone.stdout);
      expect(alone.stdout.split('\n').length, view).toBeGreaterThan(2);
    }
  });

  test('a view that only one of them shows is in no other', async () => {
    const { files: written } = await runIn(
      { files },
      'report',
      ...given,
      '-o',
      '{view}.json',
      '--view',
      'summary,sensitivity',
    );
    expect(JSON.parse(written.get('summary.json') ?? '')).not.toHaveProperty('sensitivity');
    expect(JSON.parse(written.get('sensitivity.json') ?? '')).toHaveProperty('sensitivity');
    const alone = await runIn({ files }, 'report', ...given, '-f', 'json');
    expect(written.get('summary.json')).toBe(alone.stdout);
  });

  test('names from a pattern, and the folders they name', async () => {
    const cwd = folderWith(files);
    const outcome = await slaudit(
      { cwd },
      ...[
        'report',
        ...given,
        '--period',
        '2026-10',
        '--view',
        'summary,breaches',
        '-o',
        'out/{period}/{policy}-{view}.csv',
      ],
    );
    expect(outcome).toEqual({ code: 0, stdout: '', stderr: expect.stringContaining('data-ends-early') });
    expect(readdirSync(join(cwd, 'out', '2026-10')).toSorted()).toEqual(['小柜台-breaches.csv', '小柜台-summary.csv']);
  });

  test('without --view a pattern of views is a file for each that says something', async () => {
    const { files: written } = await runIn({ files }, 'report', ...given, '-o', 'v-{view}.csv');
    expect([...written.keys()]).toEqual(expect.arrayContaining(['v-summary.csv', 'v-breaches.csv', 'v-quality.csv']));
    expect([...written.keys()]).not.toContain('v-penalties.csv');
    // The view of that name would take the place of the export.
    expect(await runIn({ files }, 'report', ...given, '-o', '{view}.csv')).toMatchObject({ code: 64 });
  });

  test('pages of several views stand one after the other', async () => {
    const { stdout } = await runIn({ files }, 'report', ...given, '--view', 'breaches,quality', '-f', 'markdown');
    const titles = stdout.split('\n').filter((line) => line.startsWith('# '));
    expect(titles).toEqual(['# 小柜台', '# Breaches', '# Quality of the data']);
  });

  test.each(['table', 'markdown'])(
    'in plain text (%s) tables are picture enough, and what they were made from is said once',
    async (format) => {
      // Two clocks that have decided something: a document draws them.
      const two = policy.replace('clocks:\n', 'clocks:\n  quick: {start: created, stop: responded, within: 5m}\n');
      const world = { files: { ...files, 'policy.yaml': two } };
      const alone = await runIn(world, 'report', ...given, '--view', 'summary', '-f', format);
      const beside = await runIn(world, 'report', ...given, '--view', 'summary,objectives', '-f', format);
      const bars = (text: string) => text.split('\n').filter((line) => /#{5,}|█/.test(line));
      expect([bars(alone.stdout), bars(beside.stdout)]).toEqual([[], []]);
      expect(beside.stdout.match(/Made from/g)).toHaveLength(1);
      const page = await runIn(world, 'report', ...given, '--view', 'summary,objectives', '-f', 'html');
      expect(page.stdout.match(/Promises kept, in percent/g)?.length).toBeGreaterThan(0);
    },
  );

  test.each<[string, string[], RegExp]>([
    ['a placeholder nobody knows', ['-o', '{customer}.csv'], /\{customer\} stands for nothing\n.*\{period\}, \{year\}/],
    ['a month of no period', ['-o', '{month}.csv'], /\{month\} cannot be told, no --period/],
    ['a month of a year', ['-o', '{month}.csv', '--period', '2026'], /\{month\} cannot be told.*2026/],
    [
      'one name for two views',
      ['-o', 'a.csv', '--view', 'summary,breaches'],
      /csv holds one view at a time\n.*\{view\}/,
    ],
    ['one name twice', ['-o', 'a.json', '-o', './a.json'], /are one file|two results/],
    ['names that differ by case only', ['-o', 'a.json', '-o', 'A.json'], /are one file/],
    ['one file by a pattern', ['-o', '{lang}.csv', '-o', 'en.csv'], /two results/],
    ['a log that is a result', ['-o', 'a.json', '--log', './a.json'], /--log "\.\/a\.json" is the file that "a\.json"/],
    ['a status that is a result', ['-o', 'a.json', '--status-file', 'a.json'], /--status-file "a\.json" is the file/],
    ['a status that is the log', ['--log', 'a', '--status-file', 'a'], /--status-file "a" is the file that "a" names/],
    [
      'a status that is a manifest',
      ['-o', 'a.csv', '--manifest', '--status-file', 'a.csv.manifest.json'],
      /--status-file "a\.csv\.manifest\.json" is/,
    ],
    ['a result that is a manifest', ['-o', 'a', '-o', 'a.manifest.json', '--manifest'], /two results/],
    ['-f against an ending', ['-o', 'a.json', '-o', 'b.csv', '-f', 'csv'], /-f csv contradicts -o "a.json"/],
    ['standard output twice', ['-o', '-', '-o', '-'], /twice/],
    ['a manifest of standard output', ['--manifest'], /--manifest/],
    ['a document nobody writes', ['-o', 'a.pdf'], /\.pdf\n.*print it/],
    ['a pattern that names the export', ['-o', 'tickets.{format}', '-f', 'csv'], /overwrite/],
    ['a manifest over the export', ['--log', 'tickets.csv'], /--log "tickets.csv" would overwrite/],
    ['a status over the policy', ['--status-file', './policy.yaml'], /--status-file ".\/policy.yaml" would overwrite/],
  ])('refused: %s', async (_, more, complaint) => {
    const outcome = await runIn({ files }, 'report', ...given, ...more);
    expect(outcome).toMatchObject({ code: 64, stdout: '', leftovers: 0 });
    expect(outcome.stderr).toMatch(complaint);
    expect([...outcome.files]).toEqual(Object.entries(files));
  });

  test('-f says it for one, and for names without an ending', async () => {
    const { files: written } = await runIn({ files }, 'report', ...given, '-f', 'csv', '-o', 'a.json');
    expect(written.get('a.json')).toContain('period,by,group');
    const { files: both } = await runIn({ files }, 'report', ...given, '-f', 'csv', '-o', 'a', '-o', 'b.csv');
    expect(both.get('a')).toBe(both.get('b.csv'));
  });
});

describe('pages of one ticket or employee', () => {
  test.each([
    ['explain', 'A-2'],
    ['statement', '王芳'],
  ])('%s knows the formats by the names they have elsewhere', async (...about) => {
    const plain = await runIn({ files }, ...about, ...given);
    for (const name of ['table', 'text']) {
      expect(await runIn({ files }, ...about, ...given, '-f', name), name).toEqual(plain);
    }
    const { stdout, code } = await runIn({ files }, ...about, ...given, '-f', 'markdown');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# /);
    const { files: written } = await runIn({ files }, ...about, ...given, '-o', 'a.md', '-o', 'a.txt');
    expect(written.get('a.md')).toBe(stdout);
    expect(written.get('a.txt')).toBe(plain.stdout);
  });
});

describe('places of results, by the built program', () => {
  test('two names of one file that is not there yet', async () => {
    const cwd = folderWith(files);
    mkdirSync(join(cwd, 'real'));
    symlinkSync('real', join(cwd, 'linked'));
    symlinkSync('real/c.csv', join(cwd, 'to-c.csv'));
    for (const [one, other] of [
      ['x.html', join(cwd, 'x.html')],
      ['real/a.csv', 'linked/a.csv'],
      ['real/c.csv', 'to-c.csv'],
      ['new/{period}/a.csv', './new/all/a.csv'],
    ] as const) {
      const outcome = await slaudit({ cwd }, 'report', ...given, '-o', one, '-o', other);
      expect(outcome, other).toMatchObject({ code: 64, stdout: '' });
      expect(outcome.stderr, other).toContain('are one file');
    }
    expect(readdirSync(join(cwd, 'real'))).toEqual([]);
  });

  test('a link that leads to nothing yet stays one, and the file is made', async () => {
    const cwd = folderWith(files);
    mkdirSync(join(cwd, 'real'));
    symlinkSync('real/c.csv', join(cwd, 'to-c.csv'));
    symlinkSync('to-c.csv', join(cwd, 'to-link.csv'));
    expect(await slaudit({ cwd }, 'evaluate', ...given, '-o', 'to-link.csv', '--quiet')).toMatchObject({ code: 0 });
    expect(readdirSync(join(cwd, 'real'))).toEqual(['c.csv']);
    expect(lstatSync(join(cwd, 'to-link.csv')).isSymbolicLink()).toBe(true);
    symlinkSync('nowhere/c.csv', join(cwd, 'lost.csv'));
    expect(await slaudit({ cwd }, 'evaluate', ...given, '-o', 'lost.csv', '--quiet')).toMatchObject({ code: 73 });
  });
});

describe('all or none', () => {
  const outputs = ['-o', 'a.csv', '-o', 'b.json', '-o', 'c.md'];

  test.each([
    ['draft b.json', 'EACCES'],
    ['write b.json', 'ENOSPC'],
    ['write c.md', 'EDQUOT'],
  ])('nothing appears where %s fails', async (deed, code) => {
    const old = { ...files, 'a.csv': 'old' };
    const outcome = await runIn({ files: old, faults: { [deed]: code } }, 'report', ...given, ...outputs);
    expect(outcome).toMatchObject({ code: 73, stdout: '', leftovers: 0 });
    expect(outcome.stderr).toContain(`cannot write "${deed.split(' ')[1]}"`);
    expect(outcome.stderr).toContain('None of the files is written');
    expect([...outcome.files]).toEqual(Object.entries(old));
  });

  test('where the second cannot take its place, the first has it, and that is told', async () => {
    const outcome = await runIn(
      { files, faults: { 'publish b.json': 'ENOSPC' } },
      'report',
      ...given,
      ...outputs,
      '--status',
    );
    expect(outcome).toMatchObject({ code: 73, leftovers: 0 });
    expect(outcome.stderr).toContain('Written: "a.csv". The others are not.');
    expect([...outcome.files.keys()]).toEqual([...Object.keys(files), 'a.csv']);
    const status = JSON.parse(outcome.stderr.trimEnd().split('\n').at(-1) ?? '');
    expect(status).toMatchObject({ exit: 73, result: 'cannot-write', written: [{ file: 'a.csv' }] });
  });

  test('a folder that cannot be made', async () => {
    const faults = { 'makeFolder out/all': 'EACCES' };
    const outcome = await runIn({ files, faults }, 'report', ...given, '-o', 'a.csv', '-o', 'out/{period}/b.csv');
    expect(outcome).toMatchObject({ code: 73, leftovers: 0 });
    expect(outcome.stderr).toContain('cannot write "out/all/b.csv": permission denied (EACCES)');
    expect([...outcome.files]).toEqual(Object.entries(files));
  });

  test('by the built program on a disk that is full', async () => {
    const cwd = folderWith(files);
    mkdirSync(join(cwd, 'out'));
    // At most 8 blocks of 512 bytes for a file: the CSV fits, the JSON does not.
    const outcome = await shell(
      { cwd },
      `ulimit -f 4; slaudit report ${given.join(' ')} --view breaches -o out/a.csv -o out/b.md; slaudit report ${given.join(' ')} -o out/c.csv -o out/d.json`,
    );
    expect(outcome.code).toBe(73);
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['a.csv', 'b.md']);
  });

  test('a reader who closes the pipe does not keep the files from appearing', async () => {
    const outcome = await runIn(
      { files, faults: { 'write stdout': 'EPIPE' } },
      'report',
      ...given,
      '-o',
      '-',
      '-o',
      'a.csv',
    );
    expect(outcome).toMatchObject({ code: 0, leftovers: 0 });
    expect(outcome.files.has('a.csv')).toBe(true);
  });
});

describe('quiet success', () => {
  test.each([
    ['report', ['report', ...given, '-o', 'a.json', '-o', 'b.csv']],
    ['evaluate', ['evaluate', ...given, '-o', 'a.csv']],
    ['due', ['due', ...given, '-o', 'a.md']],
    ['explain', ['explain', 'A-2', ...given, '-o', 'a.txt']],
    ['check', ['check', ...given, '--fail-on', 'attainment(first_response) < 10%', '-o', 'a.json']],
  ])('%s says nothing at all', async (_, argv) => {
    const faulty = { ...files, 'tickets.csv': `${tickets}A-4,no time,,\n` };
    const outcome = await runIn({ files: faulty }, ...argv, '--quiet');
    expect(outcome).toMatchObject({ code: 0, stdout: '', stderr: '' });
    // A proof tells only what is about its ticket.
    const told = argv[0] === 'explain' ? '' : 'bad-timestamp';
    expect((await runIn({ files: faulty }, ...argv)).stderr).toContain(told);
  });
});

describe('the same bytes', () => {
  test('with --log, --status and --manifest as without', async () => {
    const plain = await runIn({ files }, 'report', ...given, '-o', 'r.json');
    const told = await runIn(
      { files, now: Date.parse('2026-11-22T19:00:00Z') },
      ...[
        'report',
        ...given,
        '-o',
        'r.json',
        '--log',
        'l.log',
        '--status',
        '--status-file',
        's.json',
        '--manifest',
        '--quiet',
      ],
    );
    expect(told.files.get('r.json')).toBe(plain.files.get('r.json'));
    expect(told.stderr).toBe(told.files.get('s.json'));
    const manifest = JSON.parse(told.files.get('r.json.manifest.json') ?? '');
    expect(manifest.output).toEqual({
      ...{ file: 'r.json', format: 'json' },
      bytes: Buffer.byteLength(plain.files.get('r.json') ?? ''),
      sha256: sha256(plain.files.get('r.json') ?? ''),
    });
    expect(manifest.provenance).toEqual(JSON.parse(plain.files.get('r.json') ?? '').provenance);
  });

  test('the hashes are those of the files', async () => {
    const cwd = folderWith(files);
    await slaudit({ cwd }, 'report', ...given, '-o', 'r.json', '--manifest', '--quiet', '--status-file', 's.json');
    const { provenance } = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'));
    expect(provenance.files).toEqual([
      { role: 'export', file: 'tickets.csv', bytes: Buffer.byteLength(tickets), sha256: sha256(tickets) },
      { role: 'policy', file: 'policy.yaml', bytes: Buffer.byteLength(policy), sha256: sha256(policy) },
    ]);
    expect(provenance.timeZoneData).toBe(process.versions['tz']);
    const status = JSON.parse(readFileSync(join(cwd, 's.json'), 'utf8'));
    expect(status.written.map(({ file }: { file: string }) => file)).toEqual(['r.json', 'r.json.manifest.json']);
    for (const { file, sha256: told } of status.written) expect(told).toBe(sha256(readFileSync(join(cwd, file))));
  });
});
