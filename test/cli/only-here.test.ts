import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');

/** What would let the machine into the result. Imports are dependency-cruiser's; these are there without one. */
const WORLDLY: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the process', /\bprocess\b\s*(?:\.|\[|\})/],
  ['the clock on the wall', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./],
  ['chance', /\bMath\.random\b|\bcrypto\.(?!subtle\.digest)/],
  ['the console', /\bconsole\./],
  ['the machine’s locale', /\.localeCompare\(|\.toLocale\w+\(\s*\)|new Intl\.\w+\(\s*(?:undefined|\)|\[\s*\])/],
  ['the machine’s zone', /\.getTimezoneOffset\(|\.get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(/],
  ['the network', /\bfetch\(|\bWebSocket\b/],
];

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');

describe('outside src/cli nothing touches', () => {
  const files = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/^cli[/\\]/.test(name))
    .map((name) => ({ name, text: withoutComments(readFileSync(join(repository, 'src', name), 'utf8')) }));

  test.each(WORLDLY)('%s', (_, pattern) => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test.each([
    ['process.env', 0],
    ['const { env } = process;', undefined],
    ['Date.now()', 1],
    ['new Date()', 1],
    ['a.localeCompare(b)', 4],
    ['count.toLocaleString()', 4],
    ['new Intl.NumberFormat()', 4],
    ['date.getHours()', 5],
    ["new Intl.NumberFormat('en')", undefined],
    ['new Date(at)', undefined],
    ['date.getUTCHours()', undefined],
  ])('the patterns know it: %s', (line, expected) => {
    const hit = WORLDLY.findIndex(([, pattern]) => pattern.test(line));
    expect(hit).toBe(expected ?? -1);
  });
});

describe('the boundaries are watched', () => {
  /** A made-up src/ under the real rules. */
  function violations(files: Readonly<Record<string, string>>): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'slaudit-rooms-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    for (const name of ['tsconfig.json', 'package.json', '.dependency-cruiser.mjs']) {
      writeFileSync(join(folder, name), readFileSync(join(repository, name)));
    }
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const program = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const argv = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'];
    const { modules } = JSON.parse(cruised(folder, argv)) as {
      modules: { source: string; rules?: { name: string }[]; dependencies: { rules?: { name: string }[] }[] }[];
    };
    return modules
      .flatMap(({ rules = [], dependencies }) => [...rules, ...dependencies.flatMap((each) => each.rules ?? [])])
      .map(({ name }) => name)
      .sort();
  }

  function cruised(cwd: string, argv: string[]): string {
    try {
      return execFileSync(process.execPath, argv, { cwd, encoding: 'utf8' });
    } catch (error) {
      // Violations make it exit with their number.
      return String((error as { stdout: unknown }).stdout);
    }
  }

  test('each forbidden import is found', () => {
    const value = 'export const x = 1;\n';
    const found = violations({
      'src/domain/time.ts': value,
      'src/calendar/zone.ts': "import '../policy/policy.ts';\nexport const y = 1;\n",
      'src/policy/policy.ts': "import 'csv-parse';\nexport const z = 1;\n",
      'src/clock/measure.ts':
        "import type { World } from '../cli/world.ts';\nimport 'node:fs';\nexport type W = World;\n",
      'src/report/table.ts': "import 'chalk';\nimport { nothing } from './nothing.ts';\nexport const v = nothing;\n",
      'src/cli/world.ts': "import '../timeline/timeline.ts';\nexport interface World {}\n",
      'src/timeline/timeline.ts': "import '../run.ts';\n",
      'src/run.ts': "import './domain/time.ts';\nimport 'vitest';\n",
    });
    expect(found).toEqual(
      [
        'calendar-knows-only-its-own',
        'csv-parse-has-one-home',
        'clock-knows-only-its-own',
        'only-cli-knows-run',
        'only-cli-touches-the-world',
        'chalk-has-one-home',
        'nothing-unresolved',
        'cli-leaves-judging-to-run',
        'timeline-knows-only-its-own',
        'only-cli-knows-run',
        'no-other-packages',
      ].sort(),
    );
  });

  test('what is allowed is not', () => {
    expect(
      violations({
        'src/domain/time.ts': 'export type Instant = number;\n',
        'src/calendar/zone.ts':
          "import type { Instant } from '../domain/time.ts';\nimport 'luxon';\nexport type I = Instant;\n",
        'src/ingest/bytes/decode.ts': "import 'node:zlib';\nimport '../../calendar/zone.ts';\nimport 'csv-parse';\n",
        'src/report/formats/terminal.ts': "import 'chalk';\nimport 'cli-table3';\n",
        'src/run.ts': "import './ingest/bytes/decode.ts';\n",
        'src/cli/main.ts': "import '../run.ts';\nimport 'node:fs';\nimport 'commander';\n",
      }),
    ).toEqual([]);
  });
});
