import { describe, expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { policy, tickets } from './desk.ts';
import { runIn } from './made-world.ts';

// The desk at 10:00 in Shanghai on Tuesday the 20th: A-3 has an hour, to 11:00 (03:00 UTC); are answered.
const files = { 'policy.yaml': policy, 'tickets.csv': tickets };
const given = ['due', '-p', 'policy.yaml', 'tickets.csv'];
const linesOf = (csv: string) =>
  csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

test('without an instant it is as of the latest stamp, never the clock on the wall', async () => {
  const outcome = await runIn({ files, now: Date.parse('2026-10-20T05:00:00Z') }, ...given, '-f', 'csv');
  expect(outcome).toMatchObject({ code: EXIT.done, stderr: '' });
  expect(linesOf(outcome.stdout)).toEqual([
    '李雷,employee,A-3,first_response,1,1,2026-10-20T02:00:00Z,2026-10-20T03:00:00Z,3600,,due,李雷'.split(','),
  ]);
});

test('now is the clock on the wall, and overdue is an answer, not a failure', async () => {
  const now = Date.parse('2026-10-20T05:00:00Z');
  const outcome = await runIn({ files, now }, ...given, '--as-of', 'now', '-f', 'csv');
  expect(outcome).toMatchObject({ code: EXIT.done, stderr: '' });
  // 13:00 in Shanghai: three hours of office time used of one, two hours after it was due.
  expect(linesOf(outcome.stdout)[0]?.slice(8, 11)).toEqual(['-7200', '7200', 'overdue']);
});

describe('--within is a length in the policy’s grammar', () => {
  test.each([
    ['1h', 1],
    ['60m', 1],
    ['0.5h30m', 1],
    ['1d', 1],
    ['59m59s', 0],
    ['0s', 0],
  ])('%s: %i', async (length, count) => {
    const { code, stdout } = await runIn({ files }, ...given, '--within', length, '-f', 'csv');
    expect(code).toBe(EXIT.done);
    expect(linesOf(stdout)).toHaveLength(count);
  });
});

describe('refused with 64 before anything is read', () => {
  test.each<[string[], RegExp]>([
    [['--within', '30'], /--within "30" is not a length.*\n.*1h30m/],
    [['--within', '2wd'], /--within "2wd"/],
    [['--within', '-5m'], /within/],
    [['--within', '5m', '--within', '6m'], /5m/],
    [['--by', 'owner', '--by', 'assignee'], /owner/],
    [['--period', '2026-10'], /--period/],
    [['-f', 'cvs'], /cvs.*\n.*Did you mean "csv"\?/],
    [['--lang', 'fr'], /fr.*\n.*en, zh/],
  ])('%j', async (more, message) => {
    const outcome = await runIn({ files, faults: { 'chunks tickets.csv': 'EIO' } }, ...given, ...more);
    expect(outcome.stderr).toMatch(message);
    expect(outcome).toMatchObject({ code: EXIT.wrongUsage, stdout: '' });
  });
});

test('a grouping that the policy does not have is refused with the one that was meant', async () => {
  const outcome = await runIn({ files }, ...given, '--by', 'asignee');
  expect(outcome.stderr).toMatch(/--by "asignee".*\n.*owner, assignee.*Did you mean "assignee"\?/);
  expect(outcome).toMatchObject({ code: EXIT.wrongUsage, stdout: '' });
});

test('rows and files in any order give the same bytes', async () => {
  const [header = '', ...rows] = tickets.trimEnd().split('\n');
  const parts = {
    'policy.yaml': policy,
    'a.csv': `${header}\n${rows[2]}\n`,
    'b.csv': `${[header, rows[1], rows[0]].join('\n')}\n`,
  };
  const whole = await runIn({ files }, ...given, '--as-of', '2026-10-19T17:45');
  for (const order of [
    ['a.csv', 'b.csv'],
    ['b.csv', 'a.csv'],
  ]) {
    const outcome = await runIn({ files: parts }, 'due', '-p', 'policy.yaml', ...order, '--as-of', '2026-10-19T17:45');
    expect(outcome).toEqual({ ...whole, files: outcome.files });
  }
  expect(whole.stdout).toContain('A-2');
});

test('-o writes a file that appears whole', async () => {
  const outcome = await runIn({ files }, ...given, '-o', 'due.txt', '--lang', 'en');
  expect(outcome).toMatchObject({ code: EXIT.done, stdout: '', leftovers: 0 });
  expect(outcome.files.get('due.txt')).toMatch(/Overdue: 0, due: 1, paused: 0\.[\s\S]*A-3 .*in 1:00:00/);
});
