import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { policy, tickets } from './desk.ts';
import { runIn } from './made-world.ts';

const KEY = 'sixteen bytes at least';
const files = {
  'policy.yaml': policy,
  'tickets.csv': tickets,
  'key.txt': `${KEY}\n`,
  'short.txt': 'fifteen bytes !\n',
};
const given = ['tickets.csv', '-p', 'policy.yaml'];

/** Runs a command on the desk: 李雷 has, 王芳 the breach A-2. */
function desk(command: string, ...options: string[]) {
  return runIn({ files }, ...command.split(' '), ...given, ...options);
}

describe('what cannot be meant is refused before anything is read', () => {
  test.each([
    [64, ['--redact', '--pseudonymise', 'key.txt'], 'Give one of them.'],
    [64, ['--pseudonymise', 'short.txt'], 'head -c 32 /dev/urandom | base64'],
    [66, ['--pseudonymise', 'keys.txt'], 'Did you mean "key.txt"?'],
    [64, ['--pseudonymise', 'key.txt', '-o', 'key.txt'], 'would overwrite what is read'],
  ])('%i: %o', async (exit, options, told) => {
    const { code, stdout, stderr, files: after } = await desk('report', ...options);
    expect([code, stdout]).toEqual([exit, '']);
    expect(stderr).toContain(told);
    expect(after.get('key.txt')).toBe(`${KEY}\n`);
  });

  test('a length of key is told without the key', async () => {
    const { stderr } = await desk('report', '--pseudonymise', 'short.txt');
    expect(stderr).toContain('has 15 bytes');
    expect(stderr).not.toContain('fifteen');
  });
});

describe('each command that names people', () => {
  test.each([
    'report',
    'report --view breaches -f csv',
    'report -f json',
    'evaluate',
    'evaluate -f ndjson',
    'explain A-2',
    'explain A-2 -f json',
    'due',
    'check --fail-on attainment(first_response)<1%',
    'statement 王芳',
  ])('%s', async (command) => {
    const named = await desk(command);
    const redacted = await desk(command, '--redact');
    const coded = await desk(command, '--pseudonymise', 'key.txt');
    for (const { code, stdout, stderr } of [redacted, coded]) {
      expect(code).toBe(named.code);
      expect(stdout).not.toBe('');
      expect(stdout + stderr).not.toMatch(/王芳|李雷/);
    }
    if (!command.startsWith('check')) {
      expect(named.stdout).toMatch(/王芳|李雷/);
      expect(redacted.stdout).toMatch(/employee [12]/);
      expect(coded.stdout).toMatch(/E-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/);
    }
  });

  test('a statement about somebody who is not there tells of nobody else', async () => {
    const { code, stderr } = await desk('statement 王方', '--redact');
    expect(code).toBe(64);
    expect(stderr).not.toContain('王芳');
  });
});

test('a line break at the end of the key is none of the key', async () => {
  const codeWith = async (key: string) => {
    const world = { files: { ...files, 'key.txt': key } };
    return (await runIn(world, 'evaluate', ...given, '--pseudonymise', 'key.txt')).stdout;
  };
  const outputs = await Promise.all([KEY, `${KEY}\n`, `${KEY}\r\n`].map(codeWith));
  expect(new Set(outputs).size).toBe(1);
  expect(await codeWith(`${KEY} `)).not.toBe(outputs[0]);
});

test('a report tells a fingerprint of the key, and neither the key nor a hash of its file', async () => {
  const { stdout } = await desk('report', '-f', 'json', '--pseudonymise', 'key.txt');
  const { provenance } = JSON.parse(stdout) as { provenance: { privacy: unknown } };
  const key = createHmac('sha256', KEY).update('slaudit key').digest('hex').slice(0, 16);
  expect(provenance.privacy).toEqual({ kind: 'pseudonymised', key });
  expect(stdout).not.toContain(KEY);
  for (const text of [KEY, `${KEY}\n`]) {
    expect(stdout).not.toContain(createHash('sha256').update(text).digest('hex'));
  }
});

test('of an export that cannot be used only the kind and the place of the fault are told', async () => {
  const broken = { ...files, 'tickets.csv': '工单号,创建时间,王芳的列\nA-1,x,王芳\n' };
  const named = await runIn({ files: broken }, 'report', ...given);
  const hidden = await runIn({ files: broken }, 'report', ...given, '--redact');
  expect([named.code, hidden.code]).toEqual([65, 65]);
  expect(named.stderr).toContain('王芳');
  expect(hidden.stderr).not.toContain('王芳');
  expect(hidden.stderr).toMatch(/^tickets\.csv:1: error: .* \[[a-z-]+\]$/m);
});

// 李雷 comes first in the alphabet of code units and 王芳 second: with their names exchanged the numbers stay with the tickets.
test('a number does not tell whose name comes first', async () => {
  const exchanged = tickets.replaceAll('李雷', 'x').replaceAll('王芳', '李雷').replaceAll('x', '王芳');
  const one = await desk('evaluate', '--redact');
  const other = await runIn({ files: { ...files, 'tickets.csv': exchanged } }, 'evaluate', ...given, '--redact');
  expect(other.stdout).toBe(one.stdout);
});

test('ids of tickets are hidden where the policy says so, and a proof is still found by the id', async () => {
  const hiding = `${policy}privacy: {employees: assignee, text: ticket}\n`;
  const world = { files: { ...files, 'policy.yaml': hiding } };
  const report = await runIn(world, 'report', ...given, '--redact', '-f', 'json');
  expect(report.stdout).not.toMatch(/A-[123]\b/);
  expect(report.stdout).toMatch(/"ticket":\s*"ticket [123]"/);
  const proof = await runIn(world, 'explain', 'A-2', ...given, '--redact');
  expect(proof.stdout).toMatch(/^Ticket ticket [123]$/m);
  const html = await runIn(world, 'report', ...given, '--redact', '-f', 'html');
  expect(html.code).toBe(0);
  expect(html.stdout).not.toMatch(/\bA-[123]\b/);
  const missing = await runIn(world, 'explain', 'A-22', ...given, '--redact');
  expect([missing.code, missing.stderr.includes('A-2"')]).toEqual([64, false]);
});

test('a comparison has codes on both sides, and no numbers that would not match', async () => {
  const strict = policy.replace('within: 1h', 'within: 20m');
  const world = { files: { ...files, 'strict.yaml': strict } };
  const both = ['compare', 'tickets.csv', '-p', 'policy.yaml', '-p', 'strict.yaml'];
  const named = await runIn(world, ...both);
  const coded = await runIn(world, ...both, '--pseudonymise', 'key.txt');
  const numbered = await runIn(world, ...both, '--redact');
  expect([named.code, coded.code, numbered.code]).toEqual([0, 0, 64]);
  expect(named.stdout).toMatch(/王芳|李雷/);
  expect(coded.stdout).toMatch(/E-\w{4}-\w{4}/);
  expect(coded.stdout + coded.stderr).not.toMatch(/王芳|李雷/);
});

test('a redacted report can be verified', async () => {
  const report = await desk('report', '-f', 'json', '--redact');
  const world = { files: { ...files, 'report.json': report.stdout } };
  const verified = await runIn(world, 'verify', 'report.json');
  expect([verified.code, verified.stderr]).toEqual([0, '']);
  const tampered = report.stdout.replace('"employee 1"', '"employee 2"');
  const other = await runIn({ files: { ...files, 'report.json': tampered } }, 'verify', 'report.json');
  expect(other.code).toBe(1);
});
