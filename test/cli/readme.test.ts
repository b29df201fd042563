import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { commands } from '../../src/cli/commands.ts';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { slaudit } from './built-program.ts';

const repository = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(repository, 'README.md'), 'utf8');
const example = ['-p', 'fixtures/policies/trading-company.yaml', 'fixtures/exports/after-sales/2026-10.csv'];

/** The formatter of tables fills lines up with blanks, which a Markdown file need not keep. */
const trimmed = (text: string): string => text.replaceAll(/ +$/gm, '').trimEnd();

describe('the README is true', () => {
  const samples = [...readme.matchAll(/<!-- sample: (.*?) -->\n```\n([\s\S]*?)```/g)];

  test('it has samples', () => expect(samples).toHaveLength(2));

  test.each(samples.map(([, command = '', text = '']) => [command, text]))('sample of %s', async (command, text) => {
    const { code, stdout } = await slaudit({ cwd: repository }, ...command.split(' '), ...example);
    expect(code).toBe(0);
    expect(trimmed(stdout)).toContain(trimmed(text));
  });

  test('the first command it names is the one that the samples come from', () => {
    expect(readme).toContain(`npx slaudit report ${example.join(' ')}`);
  });

  const tour = [...readme.matchAll(/^slaudit (.*)$/gm)]
    .map(([, line = '']) => line)
    .filter((line) => /fixtures/.test(line));

  test('the tour has a command for each shipped company document', () => {
    for (const name of ['after-sales', 'penalty-scheme', 'channel-promises', 'tiered-guarantee', 'emergency-plan']) {
      expect(tour.join('\n')).toContain(`fixtures/exports/${name}/`);
    }
  });

  test.each(tour)('slaudit %s', async (line) => {
    const words = line
      .split(' ')
      .flatMap((word) => (word.includes('*') ? globSync(word, { cwd: repository }) : [word]));
    const { code, stdout } = await slaudit({ cwd: repository }, ...words);
    expect(code).toBe(0);
    expect(stdout.split('\n').length).toBeGreaterThan(5);
  });

  test('it names every command and every exit code', () => {
    for (const name of Object.keys(commands)) expect(readme).toContain(`slaudit ${name}`);
    for (const code of Object.values(EXIT)) expect(readme).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
  });

  test.each(['README.md', 'CONTRIBUTING.md'])('the scripts and files that %s names are there', (file) => {
    const text = readFileSync(join(repository, file), 'utf8');
    const scripts = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name ?? '');
    for (const name of scripts) expect(Object.keys(manifest.scripts)).toContain(name);
    const links = [...text.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, path]) => path ?? '');
    for (const path of links) expect(existsSync(join(repository, path)), path).toBe(true);
  });
});
