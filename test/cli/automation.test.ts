import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { PLACEHOLDERS } from '../../src/cli/name-pattern.ts';
import { ending, folderWith } from './built-program.ts';
import { policy, tickets } from './desk.ts';
import { runIn } from './made-world.ts';

const repository = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(repository, 'docs', 'automation.md'), 'utf8');

const snippets = [...page.matchAll(/<!-- tried: (.*?) -->\n```\w*\n([\s\S]*?)```/g)].map(
  ([, name = '', text = '']) => ({ name, text }),
);
const snippet = (name: string): string => snippets.find((each) => each.name === name)?.text ?? '';

/** The desk’s Monday and Tuesday moved to last month, whatever month it is: the first Monday after the 5th and the day after it. */
function lastMonth(): { readonly exports: string; readonly period: string } {
  const today = new Date();
  const fifth = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 5);
  const monday = fifth + ((8 - new Date(fifth).getUTCDay()) % 7) * 86_400_000;
  const [first = '', second = ''] = [0, 1].map((days) =>
    new Date(monday + days * 86_400_000).toISOString().slice(0, 10),
  );
  return {
    exports: tickets.replaceAll('2026-10-19', first).replaceAll('2026-10-20', second),
    period: first.slice(0, 7),
  };
}

/** A folder as the page presumes it, with `slaudit` and a `mail` that keeps what it is given. */
function desk(more: Readonly<Record<string, string>> = {}) {
  const { exports, period } = lastMonth();
  const cwd = folderWith({ 'policy.yaml': policy, ...more });
  for (const name of ['bin', 'exports']) mkdirSync(join(cwd, name));
  writeFileSync(join(cwd, 'exports', 'tickets.csv'), exports);
  const program = (name: string, text: string) => {
    writeFileSync(join(cwd, 'bin', name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(cwd, 'bin', name), 0o755);
  };
  program('slaudit', `exec '${process.execPath}' '${join(repository, 'bin', 'slaudit.js')}' "$@"`);
  program('mail', `{ echo "$@"; cat; } > '${cwd}/mail.txt'`);
  const env = { PATH: `${join(cwd, 'bin')}:${process.env['PATH']}`, HOME: cwd };
  const sh = (line: string) => ending(spawn('sh', ['-c', line], { cwd, env }));
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
  return { cwd, period, sh, read, has: (name: string) => existsSync(join(cwd, name)) };
}

test('the page has them all', () => {
  expect(snippets.map(({ name }) => name)).toEqual([
    ...['monthly.sh', 'crontab', 'crontab', 'slaudit.service', 'slaudit.timer', 'github.yml', 'gitlab.yml', 'shell'],
  ]);
});

describe('the script that mails', () => {
  test('tells the manager of a missed promise, and leaves the reports', async () => {
    const { sh, read, has, period } = desk({ 'monthly.sh': snippet('monthly.sh') });
    const { code, stdout, stderr } = await sh('sh ./monthly.sh');
    // A-1 in time, A-2 late, and A-3 without an answer to the end of the month.
    expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(read('mail.txt')).toMatch(
      /^-s Promises missed last month manager@example.com\nslaudit: attainment\(first_response\) < 95%: it is 33\.33\d%, 1 of 3\n/,
    );
    for (const name of ['report.html', 'summary.csv', 'breaches.csv', 'breaches.csv.manifest.json']) {
      expect(has(join('reports', period, name)), name).toBe(true);
    }
    expect(read('slaudit.log')).toMatch(/ ended 1 missed\n$/);
    expect(await sh(snippet('shell'))).toEqual({ code: 0, stdout: 'all hold\n', stderr: '' });
  });

  test('mails nobody where all is well', async () => {
    const { sh, has } = desk({ 'monthly.sh': snippet('monthly.sh').replace('< 95%', '< 30%') });
    expect(await sh('sh ./monthly.sh')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(has('mail.txt')).toBe(false);
  });

  test('tells the administrator why there is no report', async () => {
    const { sh, read, has } = desk({ 'monthly.sh': snippet('monthly.sh'), 'policy.yaml': 'slaudit: 1\n' });
    expect(await sh('sh ./monthly.sh')).toMatchObject({ code: 78 });
    expect(read('mail.txt')).toMatch(/^-s slaudit ended with 78 admin@example.com\npolicy.yaml/);
    expect(has('reports')).toBe(false);
  });
});

describe('cron', () => {
  test.each(snippets.filter(({ name }) => name === 'crontab').map(({ text }) => [text.trim()]))('%s', async (line) => {
    const [, when = '', command = ''] = /^((?:\S+\s+){5})(.*)$/.exec(line) ?? [];
    expect(
      when
        .trim()
        .split(/\s+/)
        .every((field) => /^[\d*/,-]+$/.test(field)),
    ).toBe(true);
    // Cron would make a new line of it.
    expect(command).not.toMatch(/(?<!\\)%/);
    const { sh, cwd } = desk({ 'monthly.sh': snippet('monthly.sh') });
    chmodSync(join(cwd, 'monthly.sh'), 0o755);
    const { code, stdout, stderr } = await sh(command.replace('/srv/slaudit', cwd));
    expect([0, 1]).toContain(code);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
  });
});

describe('systemd', () => {
  const units = ['slaudit.service', 'slaudit.timer'] as const;
  const hasTool = spawnSync('systemd-analyze', ['--version']).status === 0;

  test('the service does what it says', async () => {
    const { sh, has, period } = desk();
    const command =
      /^ExecStart=\/usr\/local\/bin\/(.*)$/m.exec(snippet('slaudit.service'))?.[1]?.replaceAll('%%', '%') ?? '';
    const { code, stderr } = await sh(command);
    expect(code).toBe(1);
    expect(snippet('slaudit.service')).toMatch(/^SuccessExitStatus=1$/m);
    expect(JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ kind: 'status', result: 'missed' });
    expect(has(join('reports', period, 'report.html'))).toBe(true);
  });

  test('systemd finds no fault with the units, where it is there', () => {
    const { cwd } = desk();
    for (const name of units) {
      const text = snippet(name)
        .replace('/usr/local/bin/slaudit', join(cwd, 'bin', 'slaudit'))
        .replace('/srv/slaudit', cwd);
      expect(text).toMatch(/^\[Unit\]$/m);
      writeFileSync(join(cwd, name), text);
    }
    if (!hasTool) return;
    const output = execFileSync('systemd-analyze', ['verify', ...units.map((name) => join(cwd, name))], {
      stdio: 'pipe',
    });
    expect(String(output)).toBe('');
    const next = execFileSync('systemd-analyze', ['calendar', '*-*-01 06:15'], { encoding: 'utf8' });
    expect(snippet('slaudit.timer')).toContain('OnCalendar=*-*-01 06:15');
    expect(next).toMatch(/-01 06:15:00/);
  });
});

describe('continuous integration', () => {
  test.each([
    [
      'github.yml',
      (file: { jobs: { report: { steps: { run?: string }[] } } }) =>
        file.jobs.report.steps.flatMap(({ run }) => run ?? []),
    ],
    ['gitlab.yml', (file: Record<string, { script: string[] }>) => file['service times']?.script ?? []],
  ] as [string, (file: never) => string[]][])('%s', async (name, scriptOf) => {
    const script = scriptOf(parse(snippet(name)) as never);
    expect(script).toHaveLength(2);
    const { sh, read, has, period } = desk();
    const codes: (number | null)[] = [];
    for (const line of script) codes.push((await sh(line)).code);
    expect(codes).toEqual([0, 1]);
    expect(JSON.parse(read('status.json'))).toMatchObject({ exit: 1, tickets: 3, breaches: 2 });
    expect(has(join('reports', period, 'breaches.csv'))).toBe(true);
  });
});

describe('what the page says of the program', () => {
  test('it names every exit code, placeholder and key of the status', async () => {
    for (const code of Object.values(EXIT)) expect(page).toMatch(new RegExp(`\\b${code}\\b`));
    for (const name of PLACEHOLDERS) expect(page).toContain(`{${name}}`);
    const { stderr } = await runIn(
      { files: { 'policy.yaml': policy, 'tickets.csv': tickets } },
      'report',
      '-p',
      'policy.yaml',
      'tickets.csv',
      '--status',
    );
    const [, table = ''] = page.split('| key | |');
    for (const key of Object.keys(JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '')))
      expect(table).toContain(`\`${key}\``);
  });
});
