import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { views } from '../../src/report/views/views.ts';
import { slaudit } from '../cli/built-program.ts';
import { anyBuild } from '../setup/any-build.ts';

/**
 * How each view looks in each format and language, on a desk small enough to be added up at a glance. These files are for
 * the eye: an update shows in a diff what a change does to all of them. That the numbers are right is shown elsewhere.
 */
const desk = resolve(import.meta.dirname, '../../fixtures/golden');
const looks = join(desk, 'views');

const INPUTS = ['policy.yaml', 'desk.csv', 'roster.csv', 'excuses.csv'];
const all = Object.keys(views).join(',');

/** As file names have them: the language only where it makes a difference. */
const RUNS = [
  ['--lang', 'zh', '-o', 'out/{view}.zh.txt', '-o', 'out/{view}.zh.md'],
  ['--lang', 'en', '-o', 'out/{view}.en.txt', '-o', 'out/{view}.en.md'],
  ['--lang', 'en', '-o', 'out/{view}.csv', '-o', 'out/{view}.ndjson', '-o', 'out/{view}.json'],
];
const ENDINGS = ['zh.txt', 'zh.md', 'en.txt', 'en.md', 'csv', 'ndjson', 'json'];

/** What differs from one machine and release to the next. */
function settled(text: string): string {
  return anyBuild(text)
    .replaceAll(/slaudit \d+\.\d+\.\d+/g, 'slaudit 0.0.0')
    .replaceAll(/("version":\s?")\d+\.\d+\.\d+"/g, '$10.0.0"')
    .replaceAll(/\b20\d\d[a-z]\b/g, '0000x');
}

describe('every view looks as it was looked at', () => {
  const written = new Map<string, string>();
  const folder = mkdtempSync(join(tmpdir(), 'slaudit-looks-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    for (const name of INPUTS) copyFileSync(join(desk, name), join(folder, name));
    for (const run of RUNS) {
      const shared = [
        '-p',
        'policy.yaml',
        'desk.csv',
        '--period',
        '2026-10',
        '--view',
        all,
        '--width',
        '100',
        '--quiet',
      ];
      const { code, stderr } = await slaudit({ cwd: folder }, 'report', ...shared, ...run);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
    for (const name of readdirSync(join(folder, 'out'))) {
      written.set(name, settled(readFileSync(join(folder, 'out', name), 'utf8')));
    }
    if (process.env['UPDATE'] === '1') {
      mkdirSync(looks, { recursive: true });
      for (const [name, text] of written) writeFileSync(join(looks, name), text);
    }
  }, 60_000);

  for (const view of Object.keys(views)) {
    test.each(ENDINGS)(`${view}.%s`, (ending) => {
      const name = `${view}.${ending}`;
      expect(written.get(name)).toBe(readFileSync(join(looks, name), 'utf8'));
    });
  }

  test('there are no others', () => {
    expect(readdirSync(looks).toSorted()).toEqual([...written.keys()].toSorted());
  });
});
