import { describe, expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { policy } from './desk.ts';
import { runIn } from './made-world.ts';

const files = { 'policy.yaml': policy };
const show = (...more: string[]) => runIn({ files }, 'policy', 'show', ...more);

describe('language: --lang, else the policy’s, else English', () => {
  test.each([
    ['', [], '5. What is timed'],
    ['language: zh\n', [], '五、各项时限'],
    ['language: zh\n', ['--lang', 'en'], '5. What is timed'],
    ['', ['--lang', 'zh'], '五、各项时限'],
  ])('%j %j', async (line, words, heading) => {
    const text = policy.replace('timezone:', `${line}timezone:`);
    const outcome = await runIn({ files: { 'policy.yaml': text } }, 'policy', 'show', 'policy.yaml', ...words);
    expect(outcome).toMatchObject({ code: EXIT.done, stderr: '' });
    expect(outcome.stdout.split('\n')).toContain(heading);
  });

  test('another is refused', async () => {
    expect(await show('policy.yaml', '--lang', 'fr')).toMatchObject({ code: EXIT.wrongUsage, stdout: '' });
  });
});

test('the policy is an argument or -p, one of the two', async () => {
  const { stdout } = await show('policy.yaml');
  expect(stdout).toContain('First response [first_response]');
  expect(await show('-p', 'policy.yaml')).toMatchObject({ code: EXIT.done, stdout });
  expect(await show()).toMatchObject({ code: EXIT.wrongUsage, stdout: '' });
  expect(await show('policy.yaml', '-p', 'policy.yaml')).toMatchObject({ code: EXIT.wrongUsage, stdout: '' });
});

test('-o writes the same to a file, never onto the policy', async () => {
  const { stdout } = await show('policy.yaml');
  const outcome = await show('policy.yaml', '-o', 'rules.txt');
  expect(outcome).toMatchObject({ code: EXIT.done, stdout: '', stderr: '', leftovers: 0 });
  expect(outcome.files.get('rules.txt')).toBe(stdout);
  const refused = await show('policy.yaml', '-o', './policy.yaml');
  expect(refused.code).toBe(EXIT.wrongUsage);
  expect(refused.files.get('policy.yaml')).toBe(policy);
});

test('--width is the width of its lines', async () => {
  const { stdout } = await show('policy.yaml', '--width', '50');
  const longest = Math.max(...stdout.split('\n').map((line) => line.length));
  expect(longest).toBeGreaterThan(40);
  expect(longest).toBeLessThanOrEqual(50);
});

test('what is in the way is told', async () => {
  expect(await show('none.yaml')).toMatchObject({ code: EXIT.fileNotFound, stdout: '' });
  const faulty = await runIn(
    { files: { 'policy.yaml': policy.replace('stop:', 'stopp:') } },
    'policy',
    'show',
    'policy.yaml',
  );
  expect(faulty).toMatchObject({ code: EXIT.badPolicy, stdout: '' });
  expect(faulty.stderr).toMatch(/policy\.yaml:\d+:\d+: error: .*\[unknown-key\]/);
});

test('bold headings only where a person is watching', async () => {
  const watched = await runIn({ files, terminal: { columns: 100 } }, 'policy', 'show', 'policy.yaml');
  expect(watched.stdout).toContain('\u001b[1m1. Scope');
  expect((await show('policy.yaml')).stdout).not.toContain('\u001b');
});
