import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { views } from '../../src/report/views/views.ts';
import { type Outcome, runIn } from './made-world.ts';

const root = resolve(import.meta.dirname, '../..');
const fixtures = join(root, 'fixtures');

type Files = Record<string, string | Uint8Array>;

/** All files of a folder that are no exports: the policy and what it names. */
function agreementIn(folder: string): Files {
  const names = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(join(folder, name))]));
}

/** The rows of exports, each ticket's in one of `count` files, by no rule but a hash of its id; one more file has none. */
function split(exports: readonly string[], ticket: string, count: number): Files {
  const parts = Array.from({ length: count + 1 }, (): string[][] => []);
  let header: string[] = [];
  for (const file of exports) {
    const [head = [], ...rows] = parse(readFileSync(file), { bom: true, relax_column_count: true });
    header = head;
    const column = head.indexOf(ticket);
    for (const row of rows) parts[hash(row[column] ?? '') % count]?.push(row);
  }
  const line = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
  return Object.fromEntries(parts.map((rows, index) => [`part-${index}.csv`, [header, ...rows].map(line).join('')]));
}

function hash(text: string): number {
  let sum = 7;
  for (const sign of text) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}

/** Each part judged by itself, and all of them merged in an order of no meaning. */
async function merged(files: Files, exports: readonly string[], options: string[], shown: string[]): Promise<Outcome> {
  const parts: Files = {};
  for (const [index, name] of exports.entries()) {
    const outcome = await runIn({ files }, 'evaluate', ...options, '--partial', name);
    expect({ code: outcome.code, name }).toEqual({ code: 0, name });
    parts[`${index}.part`] = outcome.stdout;
  }
  const names = Object.keys(parts).toSorted((a, b) => hash(a) - hash(b));
  // Nothing is at hand but the parts.
  return runIn({ files: parts }, 'merge', ...names, ...shown);
}

const golden = join(fixtures, 'golden');
const policies = join(fixtures, 'policies');
const exported = (name: string) =>
  readdirSync(join(fixtures, 'exports', name))
    .filter((file) => file.endsWith('.csv'))
    .map((file) => join(fixtures, 'exports', name, file));

/** Every shipped policy that has people, money or windows over many months, and the golden desk. */
const DESKS = [
  ['the golden desk', golden, 'policy.yaml', [join(golden, 'desk.csv')], 'ticket', ['--period', '2026-10']],
  ['a penalty scheme', policies, 'penalty-scheme.yaml', exported('penalty-scheme'), '工单号', ['--period', '2026-10']],
  [
    'an emergency plan',
    policies,
    'emergency-plan.yaml',
    exported('emergency-plan'),
    '工单号',
    ['--as-of', '2026-10-01', '--by', 'employee,month'],
  ],
  [
    'guarantees in tiers',
    policies,
    'tiered-guarantee.yaml',
    exported('tiered-guarantee'),
    '工单号',
    ['--period', '2026-10'],
  ],
  [
    'promises by channel',
    policies,
    'channel-promises.yaml',
    exported('channel-promises'),
    '服务单号',
    ['--period', '2026-10', '--by', 'hour,weekday'],
  ],
] as const;

describe.each(DESKS)('of %s parts make the whole', (_, folder, policy, exports, ticket, options) => {
  const own = split(exports, ticket, 5);
  const files: Files = { ...agreementIn(folder), ...own };
  const names = Object.keys(own);
  const judged = ['-p', policy, ...options];

  test('byte for byte, as JSON and as a page, with the same words about it', async () => {
    const outputs = ['-o', 'r.json', '-o', 'r.html'];
    const whole = await runIn({ files }, 'report', ...judged, ...outputs, ...names);
    const { code, stderr, files: written } = await merged(files, names, judged, outputs);
    expect(whole.code).toBe(0);
    expect({ code, stderr }).toEqual({ code: 0, stderr: whole.stderr });
    for (const name of ['r.json', 'r.html']) {
      const [one = '', other = 'nothing'] = [written.get(name), whole.files.get(name)];
      expect(one === other, firstDifference(one, other)).toBe(true);
    }
  }, 60_000);
});

test('every view in every text format, every reading of the rules among them', async () => {
  const own = split([join(golden, 'desk.csv')], 'ticket', 3);
  const files: Files = { ...agreementIn(golden), ...own };
  const shown = ['--view', Object.keys(views).join(','), '--quiet', '--lang', 'zh'];
  const outputs = ['txt', 'md', 'csv', 'json'].flatMap((ending) => ['-o', `{view}.${ending}`]);
  const judged = ['-p', 'policy.yaml', '--period', '2026-10'];
  const whole = await runIn({ files }, 'report', ...judged, ...shown, ...outputs, ...Object.keys(own));
  const parts = await merged(files, Object.keys(own), [...judged, '--sensitivity'], [...shown, ...outputs]);
  expect([whole.code, parts.code]).toEqual([0, 0]);
  const written = [...whole.files.keys()].filter((name) => !Object.hasOwn(files, name));
  expect(written.length).toBeGreaterThan(4 * 15);
  for (const name of written) {
    // The option stands in the command before or after others.
    expect(settled(parts.files.get(name) ?? ''), name).toBe(settled(whole.files.get(name) ?? ''));
  }
}, 120_000);

/** Without the order of `--lang zh` in the command, which the part has not got. */
function settled(text: string): string {
  return text.replaceAll(/("--lang",\s*"zh",\s*)|(--lang zh )/g, '');
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return `at ${at}: ${one.slice(at - 200, at + 200)} | ${other.slice(at - 50, at + 200)}`;
}

describe('parts that are not of one whole', () => {
  const own = split([join(golden, 'desk.csv')], 'ticket', 2);
  const files: Files = { ...agreementIn(golden), ...own };
  const [one = '', other = ''] = Object.keys(own);
  const partOf = async (name: string, ...options: string[]) =>
    (await runIn({ files }, 'evaluate', '-p', 'policy.yaml', '--partial', ...options, name)).stdout;
  const october = ['--period', '2026-10'];

  test.each([
    ['other periods', [...october], ['--period', '2026-09'], 'other-part'],
    ['another as-of instant', ['--as-of', '2026-11-01'], ['--as-of', '2026-11-02'], 'other-part'],
    ['another division', [...october], [...october, '--by', 'channel'], 'other-part'],
    ['other readings', [...october], [...october, '--sensitivity'], 'other-part'],
  ])('%s', async (_, options, others, code) => {
    const parts = { a: await partOf(one, ...options), b: await partOf(other, ...others) };
    const outcome = await runIn({ files: parts }, 'merge', 'a', 'b');
    expect([outcome.code, outcome.stdout]).toEqual([65, '']);
    expect(outcome.stderr).toContain(`[${code}]`);
  });

  test('another policy', async () => {
    const changed = { ...files, 'policy.yaml': `${Buffer.from(files['policy.yaml'] ?? '')}\n# changed\n` };
    const b = await runIn({ files: changed }, 'evaluate', '-p', 'policy.yaml', '--partial', ...october, other);
    const parts = { a: await partOf(one, ...october), b: b.stdout };
    expect((await runIn({ files: parts }, 'merge', 'a', 'b')).stderr).toContain('[other-part]');
  });

  test('the same part twice, and a ticket in two', async () => {
    const a = await partOf(one, ...october);
    expect((await runIn({ files: { a, b: a } }, 'merge', 'a', 'b')).stderr).toContain('[repeated-part]');
    const both = { ...files, 'again.csv': files[one] ?? '' };
    const again = await runIn({ files: both }, 'evaluate', '-p', 'policy.yaml', '--partial', ...october, 'again.csv');
    expect((await runIn({ files: { a, b: again.stdout } }, 'merge', 'a', 'b')).stderr).toContain('[shared-ticket]');
  });

  test.each([
    ['no JSON', 'ticket,at\n1,2\n'],
    ['another JSON', '{"schemaVersion":1,"asOf":"2026-10-31T00:00:00Z"}'],
    ['of another version', '{"schemaVersion":2,"kind":"part"}'],
    ['cut short', '{"schemaVersion":1,"kind":"part","tool":{"version":"0.1.0","build":"x"}}'],
    ['a column that is none', '{"schemaVersion":1,"kind":"part","x":{"$any":"AAA="}}'],
  ])('%s is no part', async (_, text) => {
    const outcome = await runIn({ files: { a: text } }, 'merge', 'a');
    expect([outcome.code, outcome.stdout]).toEqual([65, '']);
    expect(outcome.stderr).toContain('[bad-part]');
  });

  test.each([
    ['neither period nor as-of instant', []],
    ['a format', [...october, '-f', 'csv']],
    ['runs still open', [...october, '--open']],
    ['a manifest', [...october, '--manifest', '-o', 'x.part']],
    ['nobody named', [...october, '--redact']],
  ])('a part with %s is refused', async (_, options) => {
    const outcome = await runIn({ files }, 'evaluate', '-p', 'policy.yaml', '--partial', ...options, one);
    expect([outcome.code, outcome.stdout]).toEqual([64, '']);
  });

  test('a view that no part knows of is refused', async () => {
    const outcome = await runIn({ files: { a: await partOf(one, ...october) } }, 'merge', 'a', '--view', 'sensitivity');
    expect([outcome.code, outcome.stdout]).toEqual([64, '']);
  });

  test('--fail-on speaks of the whole', async () => {
    const parts = { a: await partOf(one, ...october), b: await partOf(other, ...october) };
    const outcome = await runIn({ files: parts }, 'merge', 'a', 'b', '--fail-on', 'breaches > 0');
    expect(outcome.code).toBe(1);
  });
});
