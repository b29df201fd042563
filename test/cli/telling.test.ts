import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { watchReading } from '../../src/cli/progress.ts';
import type { World } from '../../src/cli/world.ts';
import { policy, tickets, unreadableRows } from './desk.ts';
import { runIn } from './made-world.ts';

const given = ['-p', 'policy.yaml', 'tickets.csv'];
const withFindings = (count: number) => ({ 'policy.yaml': policy, 'tickets.csv': tickets + unreadableRows(count) });

describe('findings on stderr', () => {
  const places = (stderr: string) =>
    [...stderr.matchAll(/^tickets\.csv:(\d+).*\[bad-timestamp\]$/gm)].map((hit) => hit[1]);

  test.each([
    [5, undefined],
    [7, '… and 2 more [bad-timestamp]\nAll of them: slaudit report --view quality …\n'],
  ])('of %i of one kind the first five are told by place, and how many more', async (count, rest) => {
    const outcome = await runIn({ files: withFindings(count) }, 'evaluate', ...given);
    expect(outcome.code).toBe(0);
    // The header and three good rows stand on lines 1 to 4.
    expect(places(outcome.stderr)).toEqual(['5', '6', '7', '8', '9']);
    if (rest === undefined) expect(outcome.stderr).not.toContain('more [');
    else expect(outcome.stderr.endsWith(rest)).toBe(true);
  });

  test.each([[['report', ...given]], [['evaluate', ...given]], [['explain', 'A-1', ...given]]])(
    '%j --quiet says nothing of them',
    async (argv) => {
      const outcome = await runIn({ files: withFindings(7) }, ...argv, '--quiet');
      expect(outcome).toMatchObject({ code: 0, stderr: '' });
      expect(outcome.stdout).not.toBe('');
    },
  );

  test('--quiet does not silence errors', async () => {
    const files = { 'policy.yaml': policy, 'tickets.csv': '工单号\n' };
    const outcome = await runIn({ files }, 'evaluate', ...given, '--quiet');
    expect(outcome.code).toBe(65);
    expect(outcome.stderr).toContain('[missing-column]');
  });

  test('the view quality shows all of them, so stderr is silent', async () => {
    const outcome = await runIn({ files: withFindings(7) }, 'report', ...given, '--view', 'quality', '-f', 'csv');
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout.match(/^bad-timestamp,/gm)).toHaveLength(7);
  });

  test('explain tells those of its ticket only', async () => {
    const outcome = await runIn({ files: withFindings(7) }, 'explain', 'A-2', ...given);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const lost = await runIn({ files: withFindings(7) }, 'explain', 'B-3', ...given);
    expect(lost.code).toBe(64);
    expect(places(lost.stderr)).toEqual(['7']);
  });
});

describe('the look of a report', () => {
  const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
  const coloured = '\u001b[';
  const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

  test.each<[string, Parameters<typeof runIn>[0], string[], boolean]>([
    ['in a pipe', { files }, [], false],
    ['in a terminal', { files, terminal: { columns: 100 } }, [], true],
    ['with NO_COLOR', { files, terminal: { columns: 100 }, env: { NO_COLOR: '1' } }, [], false],
    ['with an empty NO_COLOR', { files, terminal: { columns: 100 }, env: { NO_COLOR: '' } }, [], true],
    ['in a dumb terminal', { files, terminal: { columns: 100 }, env: { TERM: 'dumb' } }, [], false],
    ['with --no-color', { files, terminal: { columns: 100 } }, ['--no-color'], false],
    ['with FORCE_COLOR in a pipe', { files, env: { FORCE_COLOR: '1' } }, [], false],
  ])('%s', async (_, circumstances, more, expected) => {
    const { stdout } = await runIn(circumstances, 'report', ...given, ...more);
    expect(stdout.includes(coloured)).toBe(expected);
  });

  test('a file gets neither the colours nor the width of the terminal', async () => {
    const piped = await runIn({ files }, 'report', ...given);
    const terminal = { columns: 200 };
    const { files: written } = await runIn({ files, terminal }, 'report', ...given, '-o', 'out.txt');
    expect(written.get('out.txt')).toBe(piped.stdout);
    expect(widest(piped.stdout)).toBeLessThanOrEqual(80);
  });

  test('a terminal of no size, or a very narrow one, gets whole words', async () => {
    const piped = await runIn({ files }, 'report', ...given, '--width', '40');
    const narrow = await runIn({ files, terminal: { columns: 3 } }, 'report', ...given, '--no-color');
    expect(narrow.stdout).toBe(piped.stdout);
  });

  test('in the language asked for, the policy’s, or English', async () => {
    const chinese = { ...files, 'policy.yaml': `${policy}language: zh\n` };
    const [plain, asked, own, other] = await Promise.all([
      runIn({ files }, 'report', ...given),
      runIn({ files }, 'report', ...given, '--lang', 'zh'),
      runIn({ files: chinese }, 'report', ...given),
      runIn({ files: chinese }, 'report', ...given, '--lang', 'en'),
    ]);
    expect(plain.stdout).toContain('First response');
    expect(asked.stdout).toContain('首次响应');
    // The policies are two files, and the last lines say so.
    const hash = /[0-9a-f]{16}/g;
    expect(own.stdout.replaceAll(hash, '')).toBe(asked.stdout.replaceAll(hash, ''));
    expect(other.stdout.replaceAll(hash, '')).toBe(plain.stdout.replaceAll(hash, ''));
  });

  test('a proof as JSON', async () => {
    const { stdout } = await runIn({ files }, 'explain', 'A-2', ...given, '-f', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, ticket: 'A-2' });
  });
});

describe('progress', () => {
  class Terminal extends Writable {
    readonly isTTY = true;
    readonly columns = 80;
    text = '';
    override _write(chunk: unknown, _: string, done: () => void): void {
      this.text += String(chunk);
      done();
    }
    clearLine = () => true;
    cursorTo = () => true;
    moveCursor = () => true;
    getWindowSize = () => [80, 24] as const;
  }
  const worldWith = (stream: Terminal, more: Partial<World['stderr']> = {}, env: World['env'] = {}): World => {
    const terminal = { isTerminal: true, columns: 80, write: async () => {}, stream };
    return { stderr: { ...terminal, ...more }, env } as unknown as World;
  };

  test('appears after half a second and counts megabytes', async () => {
    const stream = new Terminal();
    const progress = watchReading(worldWith(stream), 470_000_000, false);
    progress.add(1_000_000);
    await wait(100);
    expect(stream.text).toBe('');
    await wait(900);
    progress.add(36_000_000);
    await wait(300);
    progress.stop();
    expect(stream.text).toContain('Reading … 1 MB of 470 MB');
    expect(stream.text).toContain('Reading … 37 MB of 470 MB');
  });

  test('of a stream says no total', async () => {
    const stream = new Terminal();
    const progress = watchReading(worldWith(stream), undefined, false);
    await wait(1000);
    progress.stop();
    expect(stream.text).toMatch(/Reading … 0 MB(?! of)/);
  });

  test.each([
    ['with --quiet', true, {}, {}],
    ['where nobody watches', false, { isTerminal: false }, {}],
    ['in a dumb terminal', false, {}, { TERM: 'dumb' }],
    ['in a terminal without a size', false, { columns: undefined }, {}],
  ])('is silent %s', async (_, quiet, more, env) => {
    const stream = new Terminal();
    const progress = watchReading(worldWith(stream, more, env), 1, quiet);
    progress.add(1);
    await wait(800);
    progress.stop();
    expect(stream.text).toBe('');
  });
});
