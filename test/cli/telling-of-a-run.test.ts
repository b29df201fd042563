import { describe, expect, test } from 'vitest';
import { folderWith, slaudit } from './built-program.ts';
import { policy, tickets } from './desk.ts';
import { runIn } from './made-world.ts';

const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
const given = ['-p', 'policy.yaml', 'tickets.csv'];
const now = Date.parse('2026-11-22T19:00:00Z');

/** The last line on standard error. */
const statusIn = (stderr: string) => JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '');

describe('--status', () => {
  // Three tickets, one answered in time, one late, one still running: see desk.ts.
  test('the key figures of a report', async () => {
    const { stderr } = await runIn(
      { files },
      'report',
      ...given,
      '--status',
      '--fail-on',
      'attainment(first_response) < 95%',
    );
    expect(statusIn(stderr)).toMatchObject({
      ...{ schemaVersion: 1, kind: 'status', command: 'report', exit: 1, result: 'missed' },
      policy: { file: 'policy.yaml', name: '小柜台' },
      ...{ period: null, asOf: '2026-10-20T02:00:00Z', tickets: 3, breaches: 1 },
      rows: { read: 3, used: 3, setAside: 0 },
      attainment: [{ clock: 'first_response', percent: 50, numerator: 1, denominator: 2 }],
      passed: ['attainment(first_response) < 95%'],
      ...{ findings: { errors: 0, warnings: 0, notes: 0 }, written: [] },
    });
  });

  test.each<[number, string, string[], Record<string, string>, Record<string, string>]>([
    [64, 'wrong-usage', ['report', ...given, '--view', 'nothing'], files, {}],
    [64, 'wrong-usage', ['repport'], files, {}],
    [64, 'wrong-usage', ['report', ...given, '--period', 'now'], files, {}],
    [65, 'unusable-export', ['report', ...given], { ...files, 'tickets.csv': 'a,b\n1,2\n' }, {}],
    [66, 'file-not-found', ['evaluate', '-p', 'policy.yaml', 'no.csv'], files, {}],
    [73, 'cannot-write', ['report', ...given, '-o', 'r.csv'], files, { 'publish r.csv': 'ENOSPC' }],
    [78, 'bad-policy', ['check', ...given], { ...files, 'policy.yaml': 'slaudit: 1\n' }, {}],
  ])('%i is %s, with the same keys', async (code, result, argv, world, faults) => {
    const outcome = await runIn({ files: world, faults }, ...argv, '--status');
    const good = statusIn((await runIn({ files }, 'report', ...given, '--status')).stderr);
    const status = statusIn(outcome.stderr);
    expect(Object.keys(status)).toEqual(Object.keys(good));

    expect([outcome.code, status.exit, status.result]).toEqual([code, code, result]);
  });

  test('is one line, the same each time, and the last', async () => {
    const cwd = folderWith(files);
    const argv = ['report', ...given, '--period', '2026-10', '--status', '-o', 'r.json'];
    const [first, second] = [
      await slaudit({ cwd }, ...argv),
      await slaudit({ cwd, env: { TZ: 'Asia/Kolkata' } }, ...argv),
    ];
    expect(second).toEqual(first);
    expect(first.stderr.trimEnd().split('\n').at(-1)).toMatch(/^\{.*\}$/);
  });

  test('is JSON whatever the policy is called', async () => {
    const name = '"售后\\u202e\\u0007\\u2028\\\\ 🙂"';
    const odd = { ...files, 'policy.yaml': policy.replace('小柜台', name) };
    const outcome = await runIn({ files: odd }, 'report', ...given, '--quiet', '--status', '--status-file', 's.json');
    expect(outcome.stderr).toBe(outcome.files.get('s.json'));
    expect(outcome.stderr).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}]/u);
    expect(statusIn(outcome.stderr).policy.name).toBe(JSON.parse(name));
  });

  test('to a file, whole or not at all', async () => {
    const outcome = await runIn(
      { files },
      'report',
      ...given,
      '--quiet',
      '-o',
      'r.csv',
      '--status-file',
      'status.json',
    );
    expect(outcome).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(JSON.parse(outcome.files.get('status.json') ?? '')).toMatchObject({ exit: 0, written: [{ file: 'r.csv' }] });
    const faults = { 'write status.json': 'ENOSPC' };
    const full = await runIn({ files, faults }, 'report', ...given, '--status-file', 'status.json');
    expect(full).toMatchObject({ code: 73, leftovers: 0 });
    expect(full.files.has('status.json')).toBe(false);
  });
});

describe('--log', () => {
  const faulty = { ...files, 'tickets.csv': `${tickets}A-4,no time,,\n` };

  test('says what was read, judged, found and written', async () => {
    const { files: after } = await runIn(
      { files: faulty, now },
      'report',
      ...given,
      '-o',
      'r.csv',
      '--log',
      'audit.log',
    );
    const lines = (after.get('audit.log') ?? '').trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^2026-11-22T19:00:00Z \w+ /);
    expect(
      lines.map((line) => line.replace('2026-11-22T19:00:00Z ', '').replaceAll(/[0-9a-f]{64}/g, '<hash>')),
    ).toEqual([
      expect.stringMatching(
        /^started slaudit \S+: slaudit report -p policy.yaml tickets.csv -o r.csv --log audit.log$/,
      ),
      `read export "tickets.csv": ${Buffer.byteLength(faulty['tickets.csv'])} bytes, sha256 <hash>`,
      `read policy "policy.yaml": ${Buffer.byteLength(policy)} bytes, sha256 <hash>`,
      'rows of "tickets.csv": csv in utf-8, 4 read, 3 used, 1 set aside (bad-timestamp 1)',
      'policy "policy.yaml": "小柜台"',
      'judged everything as of 2026-10-20T02:00:00Z',
      'found warning bad-timestamp: 1',
      'counted 3 tickets, 1 breaches, 3 of 4 rows used',
      `wrote "r.csv": csv, ${Buffer.byteLength(after.get('r.csv') ?? '')} bytes, sha256 <hash>`,
      'ended 0 done',
    ]);
  });

  test('is added to, also by a run that fails', async () => {
    const before = { ...files, 'audit.log': 'before\n' };
    const { files: after } = await runIn(
      { files: before, now },
      'report',
      '-p',
      'policy.yaml',
      'no.csv',
      '--log=audit.log',
    );
    const lines = (after.get('audit.log') ?? '').split('\n');
    expect(lines[0]).toBe('before');
    expect(lines.at(-2)).toBe('2026-11-22T19:00:00Z ended 66 file-not-found');
  });

  test('that cannot be written is told, and 73', async () => {
    const outcome = await runIn(
      { files, faults: { 'append audit.log': 'EACCES' } },
      'report',
      ...given,
      '--log',
      'audit.log',
    );
    expect(outcome.code).toBe(73);
    expect(outcome.stderr).toContain('cannot write "audit.log": permission denied (EACCES)');
  });

  test('never goes into a file that is read, whatever else is wrong', async () => {
    for (const argv of [given, [...given, '--view', 'nothing'], ['-p', 'policy.yaml', 'no.csv', 'tickets.csv']]) {
      for (const name of ['tickets.csv', './tickets.csv', 'policy.yaml']) {
        const outcome = await runIn({ files }, 'report', ...argv, '--log', name, '--status-file', name);
        expect(outcome.code).not.toBe(0);
        expect([...outcome.files]).toEqual(Object.entries(files));
      }
    }
  });

  test('a line of it is a line, whatever the export is called', async () => {
    const odd = { 'policy.yaml': policy, 'a\nb.csv': tickets };
    const { files: after } = await runIn(
      { files: odd, now },
      'evaluate',
      '-p',
      'policy.yaml',
      'a\nb.csv',
      '--log',
      'l',
    );
    for (const line of (after.get('l') ?? '').trimEnd().split('\n')) expect(line).toMatch(/^2026-11-22T19:00:00Z /);
  });
});

test.each<[string, string[]]>([
  ['known', ['statement', '王芳', '-p', 'policy.yaml', 'tickets.csv']],
  ['unknown', ['statement', '王芳芳', '-p', 'policy.yaml', 'tickets.csv']],
  ['of a run without a policy', ['statement', '王芳', '-p', 'none.yaml', 'tickets.csv']],
  ['of a run with a wrong option', ['statement', '王芳', '-p', 'policy.yaml', 'tickets.csv', '--wrong']],
])('the log of a run that hides people names nobody in its arguments: %s', async (_, argv) => {
  const { files: written } = await runIn(
    { files: { 'policy.yaml': policy, 'tickets.csv': tickets } },
    ...argv,
    '--redact',
    '--log',
    'run.log',
  );
  expect(written.get('run.log')).toContain('started slaudit');
  expect(written.get('run.log')).not.toContain('王芳');
});
