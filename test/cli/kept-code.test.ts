import { globSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, slaudit } from './built-program.ts';
import { policy, tickets, verdicts } from './desk.ts';

const evaluate = ['evaluate', '-p', 'policy.yaml', 'tickets.csv'];

/** A folder with a small desk, where Node and the program keep what they compile. */
function desk() {
  const cwd = folderWith({ 'policy.yaml': policy, 'tickets.csv': tickets, 'bad.yaml': 'slaudit: 2\n' });
  return {
    run: (env: Readonly<Record<string, string>>, ...argv: string[]) =>
      slaudit({ cwd, env: { NODE_COMPILE_CACHE: join(cwd, 'kept'), ...env } }, ...argv),
    kept: () => globSync(join(cwd, 'kept/*/program-*.js.*')).sort(),
  };
}

const whole = { code: 0, stdout: verdicts, stderr: '' };

test('the code of a run is kept for the next of its command, once', async () => {
  const { run, kept } = desk();
  expect(await run({}, ...evaluate)).toMatchObject(whole);
  const [place = '', ...more] = kept();
  expect(place).toMatch(/\.evaluate$/);
  expect(more).toEqual([]);
  const written = statSync(place).mtimeMs;
  expect(await run({}, ...evaluate)).toMatchObject(whole);
  expect(statSync(place).mtimeMs).toBe(written);
  await run({}, 'evaluate', '--help');
  expect(kept().map((path) => path.slice(path.lastIndexOf('.')))).toEqual(['.evaluate', '.help']);
});

test('a day later it is taken anew', async () => {
  const { run, kept } = desk();
  await run({}, ...evaluate);
  const [place = ''] = kept();
  const yesterday = Date.now() / 1000 - 100_000;
  utimesSync(place, yesterday, yesterday);
  expect(await run({}, ...evaluate)).toMatchObject(whole);
  expect(statSync(place).mtimeMs / 1000).toBeGreaterThan(yesterday + 1);
});

test('what is kept there and is no code, or cut short, does no harm and is replaced', async () => {
  const { run, kept } = desk();
  await run({}, ...evaluate);
  const [place = ''] = kept();
  const code = readFileSync(place);
  for (const damaged of [Buffer.from('no code'), Buffer.alloc(0), code.subarray(0, code.length / 2)]) {
    writeFileSync(place, damaged);
    expect(await run({}, ...evaluate)).toMatchObject(whole);
    expect(statSync(place).size).toBeGreaterThan(damaged.length);
  }
});

test('none of a run that fails, and none where Node is to keep nothing', async () => {
  const { run, kept } = desk();
  expect(await run({}, 'evaluate', '-p', 'bad.yaml', 'tickets.csv')).toMatchObject({ code: 78 });
  expect(await run({ NODE_DISABLE_COMPILE_CACHE: '1' }, ...evaluate)).toMatchObject(whole);
  expect(kept()).toEqual([]);
});
