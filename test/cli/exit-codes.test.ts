import { describe, expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { policy, tickets, verdicts } from './desk.ts';
import { type Circumstances, runIn } from './made-world.ts';

const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
const evaluate = ['evaluate', '-p', 'policy.yaml', 'tickets.csv'];

test('the numbers are those of sysexits.h', () => {
  expect(EXIT).toEqual({
    done: 0,
    missed: 1,
    wrongUsage: 64,
    unusableExport: 65,
    fileNotFound: 66,
    ourBug: 70,
    cannotWrite: 73,
    badPolicy: 78,
  });
});

describe('0: done', () => {
  test('the verdicts of a small desk', async () => {
    expect(await runIn({ files }, ...evaluate)).toMatchObject({ code: 0, stdout: verdicts, stderr: '' });
  });

  test('from standard input', async () => {
    const outcome = await runIn({ files, stdin: tickets }, 'evaluate', '-p', 'policy.yaml', '-');
    expect(outcome).toMatchObject({ code: 0, stdout: verdicts });
  });

  test('a reader who closed the pipe has seen enough', async () => {
    const outcome = await runIn({ files, faults: { 'write stdout': 'EPIPE' } }, ...evaluate);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
  });

  test('nobody listens on stderr', async () => {
    const noisy = { ...files, 'tickets.csv': `${tickets}A-4,never,,\n` };
    const outcome = await runIn({ files: noisy, faults: { 'write stderr': 'EPIPE' } }, ...evaluate);
    expect(outcome).toMatchObject({ code: 0, stdout: verdicts });
  });

  test('a policy without faults', async () => {
    expect(await runIn({ files }, 'policy', 'check', 'policy.yaml')).toMatchObject({
      code: 0,
      stdout: 'policy.yaml: no faults; clocks: first_response\n',
    });
    expect(await runIn({ files }, 'policy', 'check', '-p', 'policy.yaml', '--quiet')).toMatchObject({
      code: 0,
      stdout: '',
    });
  });

  test('the schema is a JSON Schema of policies', async () => {
    const { code, stdout } = await runIn({}, 'policy', 'schema');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' });
  });
});

describe('65: an export that cannot be used', () => {
  test('a missing column', async () => {
    const other = { ...files, 'tickets.csv': tickets.replace('首次响应时间', '响应时间') };
    const outcome = await runIn({ files: other }, ...evaluate);
    expect(outcome).toMatchObject({ code: 65, stdout: '' });
    expect(outcome.stderr).toMatch(/^tickets\.csv:1.*首次响应时间.*\[missing-column\]/);
  });

  test.each(['look tickets.csv', 'chunks tickets.csv'])('what the system will not read: %s', async (deed) => {
    const outcome = await runIn({ files, faults: { [deed]: 'EACCES' } }, ...evaluate);
    expect(outcome).toMatchObject({ code: 65, stdout: '' });
    expect(outcome.stderr).toMatch(/^tickets\.csv: error: .*EACCES.*\[unreadable-file\]/);
  });
});

describe('66: a file that is not there', () => {
  test('all of them at once, each with the near miss in its folder', async () => {
    const outcome = await runIn(
      { files },
      'evaluate',
      '-p',
      'polcy.yaml',
      'ticket.csv',
      'elsewhere/x.csv',
      '2026-*.csv',
    );
    expect(outcome).toMatchObject({ code: 66, stdout: '' });
    expect(outcome.stderr).toBe(`slaudit: there is no file "polcy.yaml"
  Did you mean "policy.yaml"?
slaudit: there is no file that fits "2026-*.csv"
slaudit: there is no file "ticket.csv"
  Did you mean "tickets.csv"?
slaudit: there is no file "elsewhere/x.csv"
  There is no folder "elsewhere" either.
`);
  });

  test('a folder without an export', async () => {
    const circumstances: Circumstances = { files: { ...files, 'exports/notes.txt': 'x' }, folders: ['exports'] };
    const outcome = await runIn(circumstances, 'evaluate', '-p', 'policy.yaml', 'exports');
    expect(outcome).toMatchObject({ code: 66, stdout: '' });
    expect(outcome.stderr).toMatch(/^slaudit: there is no export in the folder "exports"\n/);
  });

  test('a policy that cannot be read', async () => {
    const outcome = await runIn({ files, faults: { 'look policy.yaml': 'ELOOP' } }, ...evaluate);
    expect(outcome).toMatchObject({ code: 66 });
    expect(outcome.stderr).toContain('ELOOP');
  });

  test('a policy to check', async () => {
    expect(await runIn({ files }, 'policy', 'check', 'nowhere.yaml')).toMatchObject({ code: 66, stdout: '' });
  });
});

describe('70: our bug', () => {
  const broken: Circumstances = { files, faults: {} };
  Object.defineProperty(broken.faults, 'look policy.yaml', {
    get: () => {
      throw new TypeError('x is not a function');
    },
  });

  test('is admitted in a line', async () => {
    const outcome = await runIn(broken, ...evaluate);
    expect(outcome.code).toBe(70);
    expect(outcome.stderr).toMatch(/^slaudit: this is a bug in slaudit .*: x is not a function\n.*\n$/);
  });

  test('with SLAUDIT_DEBUG=1 the stack stands below', async () => {
    const outcome = await runIn({ ...broken, env: { SLAUDIT_DEBUG: '1' } }, ...evaluate);
    expect(outcome.code).toBe(70);
    expect(outcome.stderr).toMatch(/\n {4}at /);
  });
});

describe('73: a result that cannot be written', () => {
  test('to standard output', async () => {
    const outcome = await runIn({ files, faults: { 'write stdout': 'ENOSPC' } }, ...evaluate);
    expect(outcome.code).toBe(73);
    expect(outcome.stderr).toBe('slaudit: cannot write to standard output: no space left on the device (ENOSPC)\n');
  });

  test.each([
    ['draft', 'EACCES'],
    ['write', 'ENOSPC'],
    ['publish', 'EIO'],
    ['write', 'EPIPE'],
  ])('to a file, at the %s: %s', async (deed, code) => {
    const outcome = await runIn({ files, faults: { [`${deed} out.csv`]: code } }, ...evaluate, '-o', 'out.csv');
    expect(outcome).toMatchObject({ code: 73, stdout: '', leftovers: 0 });
    expect(outcome.stderr).toContain('"out.csv"');
    expect(outcome.stderr).toContain(`(${code})`);
    expect(outcome.files.has('out.csv')).toBe(false);
  });
});

describe('78: a bad policy', () => {
  test('every fault, with its place', async () => {
    const bad = policy.replace('calendar: office', 'calendar: offce').replace('within: 1h', 'within: 1x');
    for (const argv of [evaluate, ['policy', 'check', 'policy.yaml']]) {
      const outcome = await runIn({ files: { ...files, 'policy.yaml': bad } }, ...argv);
      expect(outcome).toMatchObject({ code: 78, stdout: '' });
      expect(outcome.stderr).toMatch(/^policy\.yaml:17:15: error: .*offce.*\[unknown-calendar\]$/m);
      expect(outcome.stderr).toMatch(/^policy\.yaml:18:\d+: error: .*1x.*\[bad-duration\]$/m);
    }
  });

  test('one that is not UTF-8, with the line', async () => {
    const gbk = new Uint8Array([...new TextEncoder().encode('slaudit: 1\nname: '), 0xca, 0xdb, 10]);
    const outcome = await runIn({ files: { ...files, 'policy.yaml': gbk } }, ...evaluate);
    expect(outcome.code).toBe(78);
    expect(outcome.stderr).toMatch(/^policy\.yaml:2: error: .*UTF-8 \[policy-syntax\]/);
  });
});
