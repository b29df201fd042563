import { describe, expect, test } from 'vitest';
import { folderWith, slaudit } from './built-program.ts';
import { policy, tickets, verdicts } from './desk.ts';
import { runIn } from './made-world.ts';

const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
const given = ['-p', 'policy.yaml', 'tickets.csv'];

describe('the same inputs give the same bytes', () => {
  const surroundings: Record<string, string>[] = [
    { TZ: 'UTC', LANG: 'C' },
    { TZ: 'America/New_York', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
    { TZ: 'Asia/Kolkata', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr', COLUMNS: '200', FORCE_COLOR: '1' },
  ];
  test.each([
    ['evaluate', ['evaluate', ...given]],
    ['report', ['report', ...given]],
    ['report of a period', ['report', '--period', '2026-10-19..2026-10-20', ...given]],
    ['explain', ['explain', 'A-2', ...given]],
    ['help', ['report', '--help']],
  ])('%s on every machine', async (_, argv) => {
    const cwd = folderWith(files);
    const outcomes = await Promise.all(surroundings.map((env) => slaudit({ cwd, env }, ...argv)));
    expect(outcomes[0]).toMatchObject({ code: 0, stderr: '' });
    expect(outcomes[0]?.stdout).not.toBe('');
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  });

  test('whatever the order of the rows and of the files', async () => {
    const [header = '', ...rows] = tickets.trimEnd().split('\n');
    const part = (...lines: (string | undefined)[]) => `${[header, ...lines].join('\n')}\n`;
    const parts = { 'policy.yaml': policy, 'a.csv': part(rows[2]), 'b.csv': part(rows[1], rows[0]) };
    for (const order of [
      ['a.csv', 'b.csv'],
      ['b.csv', 'a.csv'],
    ]) {
      const outcome = await runIn({ files: parts }, 'evaluate', '-p', 'policy.yaml', ...order);
      expect(outcome).toMatchObject({ code: 0, stdout: verdicts, stderr: '' });
    }
  });
});

describe('as of when', () => {
  // A-3 was opened on Tuesday 10:00; an hour of office time later, at 11:00 in Shanghai (03:00 UTC), it is overdue.
  const exact = '2026-10-20T03:00:00Z';
  const later = '2026-10-20T03:00:00.001Z';
  const outcomeOfA3 = (csv: string) => csv.split('\n')[3]?.split(',')[4];

  test.each([
    [['--as-of', exact], 'running'],
    [['--as-of', later], 'breached'],
    [['--as-of', '2026-10-20T11:00'], 'running'],
    [['--as-of', '2026-10-20 11:00:01'], 'breached'],
  ])('%j: %s', async (option, expected) => {
    const { stdout } = await runIn({ files, now: Date.parse(later) }, 'evaluate', ...given, ...option);
    expect(outcomeOfA3(stdout)).toBe(expected);
  });

  test('now is the clock on the wall, and only when it is said', async () => {
    const at = (instant: string, ...argv: string[]) =>
      runIn({ files, now: Date.parse(instant) }, 'evaluate', ...given, ...argv).then(({ stdout }) =>
        outcomeOfA3(stdout),
      );
    expect(await at(exact, '--as-of', 'now')).toBe('running');
    expect(await at(later, '--as-of', 'now')).toBe('breached');
    expect(await at(later)).toBe('running');
    // The default with a period is its end, long after 11:00 on the 20th.
    expect(await at(exact, '--period', '2026-10')).toBe('breached');
  });
});

describe('evaluate --period', () => {
  const ticketsOf = (csv: string) =>
    csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.slice(0, 3));

  // A-1 was decided on the 19th (answered), A-2 on the 20th (time ran out 9:30), A-3 not by the end of the 20th's 10:30.
  test.each<[string, string[], string[]]>([
    ['2026-10-19..2026-10-19', [], ['A-1']],
    ['2026-10-19..2026-10-19', ['--open'], ['A-1', 'A-2']],
    ['2026-10-20..2026-10-20', ['--as-of', '2026-10-20T10:30'], ['A-2']],
    ['2026-10-20..2026-10-20', ['--as-of', '2026-10-20T10:30', '--open'], ['A-2', 'A-3']],
    ['2026-10-20..2026-10-20', [], ['A-2', 'A-3']],
    ['2026-Q4', ['--as-of', '2026-10-20T10:30'], ['A-1', 'A-2']],
    ['2026-11', [], []],
  ])('%s %j: %j', async (period, more, expected) => {
    const { stdout } = await runIn({ files }, 'evaluate', ...given, '--period', period, ...more);
    expect(ticketsOf(stdout)).toEqual(expected);
  });
});

describe('formats of evaluate', () => {
  test('JSON says its version and its instant; NDJSON has the same records', async () => {
    const json = JSON.parse((await runIn({ files }, 'evaluate', ...given, '-f', 'json')).stdout);
    const { stdout } = await runIn({ files }, 'evaluate', ...given, '-f', 'ndjson');
    const lines = stdout.trimEnd().split('\n');
    expect(json).toMatchObject({ schemaVersion: 1, asOf: '2026-10-20T02:00:00Z' });
    expect(lines.map((line) => JSON.parse(line))).toEqual(json.verdicts);
    expect(json.verdicts[1]).toMatchObject({ ticket: 'A-2', outcome: 'breached', over_s: 900, severity: null });
    expect(Object.keys(json.verdicts[0]).join(',')).toBe(verdicts.slice(0, verdicts.indexOf('\n')));
  });

  test('without rows the envelope is empty', async () => {
    const none = { ...files, 'tickets.csv': tickets.slice(0, tickets.indexOf('\n') + 1) };
    const { stdout } = await runIn({ files: none }, 'evaluate', ...given, '-f', 'json', '--period', '2026-10');
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, asOf: '2026-10-31T16:00:00Z', verdicts: [] });
  });
});
