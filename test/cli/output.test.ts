import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draft } from '../../src/cli/draft.ts';
import { ending, folderWith, shell, slaudit } from './built-program.ts';
import { policy, tickets, verdicts } from './desk.ts';

const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
const evaluate = ['evaluate', '-p', 'policy.yaml', 'tickets.csv'];

/** Each makes a record of more than 100 bytes. */
function manyTickets(count: number): string {
  const header = tickets.slice(0, tickets.indexOf('\n') + 1);
  const row = (index: number) => `T-${index},2026-10-19 09:00:00,2026-10-19 09:30:00,李雷\n`;
  return header + Array.from({ length: count }, (_, index) => row(index)).join('');
}

describe('a file appears whole or not at all', () => {
  test('written, and nothing beside it', async () => {
    const cwd = folderWith(files);
    const before = readdirSync(cwd);
    expect(await slaudit({ cwd }, ...evaluate, '-o', 'out.csv')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toBe(verdicts);
    expect(readdirSync(cwd)).toEqual([...before, 'out.csv'].sort());
  });

  test('an older one is replaced and keeps its permissions; a link to it stays a link', async () => {
    const cwd = folderWith({ ...files, 'old.csv': 'old' });
    symlinkSync('old.csv', join(cwd, 'link.csv'));
    await shell({ cwd }, 'chmod 640 old.csv');
    expect((await slaudit({ cwd }, ...evaluate, '-o', 'link.csv')).code).toBe(0);
    expect(lstatSync(join(cwd, 'link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'old.csv'), 'utf8')).toBe(verdicts);
    expect(statSync(join(cwd, 'old.csv')).mode & 0o777).toBe(0o640);
  });

  test.each([
    ['a folder', '.', 'EISDIR'],
    ['a folder that is not there', 'nowhere/out.csv', 'ENOENT'],
    ['below a file', 'tickets.csv/out.csv', 'ENOTDIR'],
    ['a full device', '/dev/full', 'ENOSPC'],
  ])('%s cannot be written', async (_, path, code) => {
    const cwd = folderWith(files);
    const before = readdirSync(cwd);
    const outcome = await slaudit({ cwd }, ...evaluate, '-o', path);
    expect(outcome).toMatchObject({ code: 73, stdout: '' });
    expect(outcome.stderr).toContain(`cannot write "${path}"`);
    expect(outcome.stderr).toContain(`(${code})`);
    expect(readdirSync(cwd)).toEqual(before);
  });

  test('a disk that fills up midway leaves the old file and no piece of the new one', async () => {
    const cwd = folderWith({ ...files, 'tickets.csv': manyTickets(10_000), 'out.csv': 'old' });
    const before = readdirSync(cwd);
    // At most 64 KiB for a file: the result has more than 1 MB.
    const outcome = await shell({ cwd }, `ulimit -f 64; slaudit ${evaluate.join(' ')} -o out.csv`);
    expect(outcome.code).toBe(73);
    expect(outcome.stderr).toContain('(EFBIG)');
    expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toBe('old');
    expect(readdirSync(cwd)).toEqual(before);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('%s leaves no half file', async (signal) => {
    const cwd = folderWith({ 'out.csv': 'old' });
    // A program that has written half of it and is never done.
    const half = `
      import { draft } from ${JSON.stringify(resolve(import.meta.dirname, '../../src/cli/draft.ts'))};
      const out = await draft('out.csv');
      await out.write('half');
      console.log('half');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', half], { cwd });
    const ended = ending(child);
    await once(child.stdout, 'data');
    expect(readdirSync(cwd)).toHaveLength(2);
    child.kill(signal);
    await ended;
    expect(child.signalCode).toBe(signal);
    expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toBe('old');
    // Against SIGKILL nothing can be done but to have another name.
    expect(readdirSync(cwd)).toHaveLength(signal === 'SIGKILL' ? 2 : 1);
  });

  test('a draft that is dropped leaves nothing', async () => {
    const cwd = folderWith({});
    const dropped = await draft(join(cwd, 'out.csv'));
    await dropped.write('half');
    expect(readdirSync(cwd)).toHaveLength(1);
    await dropped.discard();
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('a pipe gets the bytes as they are', async () => {
    const cwd = folderWith(files);
    const outcome = await shell({ cwd }, `mkfifo pipe; cat pipe & slaudit ${evaluate.join(' ')} -o pipe; wait`);
    expect(outcome).toEqual({ code: 0, stdout: verdicts, stderr: '' });
    expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
  });
});

describe('standard output', () => {
  test('onto a full device is not done', async () => {
    const cwd = folderWith(files);
    for (const line of [
      `slaudit ${evaluate.join(' ')}`,
      'slaudit --version',
      'slaudit --help',
      'slaudit policy schema',
    ]) {
      const outcome = await shell({ cwd }, `${line} > /dev/full`);
      expect(outcome.code, line).toBe(73);
      expect(outcome.stderr, line).toBe(
        'slaudit: cannot write to standard output: no space left on the device (ENOSPC)\n',
      );
    }
  });

  test('that is cut short by a full disk is not done either', async () => {
    const cwd = folderWith({ ...files, 'tickets.csv': manyTickets(10_000) });
    const outcome = await shell({ cwd }, `ulimit -f 64; slaudit ${evaluate.join(' ')} > out.csv`);
    expect(outcome.code).toBe(73);
    expect(outcome.stderr).toContain('(EFBIG)');
  });

  test('into a pipe that closes early ends quietly', async () => {
    const cwd = folderWith({ ...files, 'tickets.csv': manyTickets(10_000) });
    const outcome = await shell({ cwd }, `slaudit ${evaluate.join(' ')} | head -1; exit "\${PIPESTATUS[0]}"`);
    expect(outcome).toEqual({ code: 0, stdout: verdicts.slice(0, verdicts.indexOf('\n') + 1), stderr: '' });
  });

  test('into a slow pipe is whole', async () => {
    const cwd = folderWith({ ...files, 'tickets.csv': manyTickets(10_000) });
    const outcome = await shell(
      { cwd },
      `slaudit ${evaluate.join(' ')} | (sleep 0.5; wc -l); exit "\${PIPESTATUS[0]}"`,
    );
    expect(outcome).toEqual({ code: 0, stdout: '10001\n', stderr: '' });
  });
});

describe('input that is no plain file', () => {
  test('process substitution and standard input are read once, in one go', async () => {
    const cwd = folderWith(files);
    const [substituted, piped] = await Promise.all([
      shell({ cwd }, 'slaudit evaluate -p policy.yaml <(cat tickets.csv)'),
      slaudit({ cwd, stdin: tickets }, 'evaluate', '-p', 'policy.yaml', '-'),
    ]);
    expect(substituted).toEqual({ code: 0, stdout: verdicts, stderr: '' });
    expect(piped).toEqual(substituted);
  });

  test('a directory and a link to itself', async () => {
    const cwd = folderWith(files);
    symlinkSync('loop.csv', join(cwd, 'loop.csv'));
    for (const path of ['.', 'loop.csv']) {
      const outcome = await slaudit({ cwd }, 'evaluate', '-p', 'policy.yaml', path);
      expect(outcome, path).toMatchObject({ code: 65, stdout: '' });
      expect(outcome.stderr, path).toContain('[unreadable-file]');
    }
    expect(await slaudit({ cwd }, 'evaluate', '-p', '.', 'tickets.csv')).toMatchObject({ code: 66, stdout: '' });
  });
});
