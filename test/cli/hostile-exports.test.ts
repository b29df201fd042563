import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { zip } from '../ingest/xlsx/write-xlsx.ts';
import { type Outcome, runIn } from './made-world.ts';

// Whatever is done to a sound export, the whole program reads it or says where and why it cannot: exit 0 or 65, no row lost
// without a word, nothing that a terminal would obey, an answer within two seconds. MUTATIONS=2000 tries more, SEED others.

const MUTATIONS = Number(process.env['MUTATIONS'] ?? 25);
const SEED = Number(process.env['SEED'] ?? 20261122);
/** Of one run, in milliseconds of this process; the machine may be busy with something else for a while. */
const LONGEST = 2000;

const folder = resolve(import.meta.dirname, '../../fixtures/exports');
const file = (name: string) => readFileSync(join(folder, name));
const lines = (name: string, count: number) =>
  Buffer.from(`${file(name).toString().split('\n').slice(0, count).join('\n')}\n`);

interface Export {
  readonly name: string;
  readonly policy: string;
  readonly content: Uint8Array;
  /** What is mutated, from what is stored, and back again. */
  readonly opened?: (packed: Uint8Array, random: () => number, mutate: Mutate) => Uint8Array;
}

type Mutate = (bytes: Buffer, random: () => number) => Buffer;

const beside = (name: string) => file(name).toString();

/** What the policies name beside the exports. */
const companions = {
  'agents.csv': file('zendesk/agents.csv'),
  'tiered-guarantee-excuses.csv': file('../policies/tiered-guarantee-excuses.csv'),
  'tiered-guarantee-personnel.csv': file('../policies/tiered-guarantee-personnel.csv'),
};

const exports: readonly Export[] = [
  { name: 'zendesk.csv', policy: beside('zendesk/tickets.policy.yaml'), content: file('zendesk/tickets.csv') },
  { name: 'audits.json', policy: beside('zendesk/audits.policy.yaml'), content: file('zendesk/audits.json') },
  { name: 'changelog.json', policy: beside('jira/changelog.policy.yaml'), content: file('jira/changelog.json') },
  { name: 'sla.ndjson', policy: beside('jira/sla.policy.yaml'), content: file('jira/sla.ndjson') },
  {
    name: 'task-sla.json',
    policy: beside('servicenow/task-sla.policy.yaml'),
    content: file('servicenow/task-sla.json'),
  },
  { name: 'incidents.xes', policy: beside('xes/incidents.policy.yaml'), content: file('xes/incidents.xes') },
  { name: '台账.csv', policy: beside('taizhang/policy.yaml'), content: file('taizhang/2026-03.csv') },
  {
    name: 'changes.csv',
    policy: readFileSync(join(folder, '../policies/tiered-guarantee.yaml'), 'utf8'),
    content: lines('tiered-guarantee/2026-10.csv', 60),
  },
  {
    name: 'history.ndjson.gz',
    policy: beside('zammad/history.policy.yaml'),
    content: gzipSync(file('zammad/history.ndjson')),
    opened: (packed, random, mutate) => gzipSync(mutate(gunzipSync(packed), random)),
  },
  {
    name: 'tickets.xlsx',
    policy: beside('zammad/tickets.policy.yaml'),
    content: file('zammad/tickets.xlsx'),
    opened: withinZip,
  },
];

describe('a mutated export is read, or refused in words', () => {
  test.each(exports.map((each) => [each.name, each] as const))('%s', async (_, original) => {
    const random = randomFrom(SEED);
    const outcomes = new Map<string, number>();
    let used = 0;
    for (let round = 0; round < MUTATIONS; round++) {
      const mutant = mutated(original, random);
      const where = `SEED=${SEED}, round ${round}: ${Buffer.from(mutant).toString('base64').slice(0, 3000)}`;
      const { name, policy } = original;
      const files = { ...companions, 'policy.yaml': policy, [name]: mutant };
      const report = await timed(where, () => runIn({ files }, 'report', '-f', 'json', '-p', 'policy.yaml', name));
      used += expectSound(report, name, where);
      const inspected = await timed(where, () => runIn({ files }, 'inspect', name));
      expectWords(inspected, name, where);
      const drafted = await timed(where, () => runIn({ files }, 'init', name));
      expectWords(drafted, name, where, [0, 65]);
      const outcome = `${report.code} ${inspected.code}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(outcomes.size, 'mutations must be of some effect').toBeGreaterThan(1);
    expect(used, 'and some mutants must still be read').toBeGreaterThan(0);
  });

  test('all exports are whole before anything is done to them', async () => {
    for (const { name, policy, content } of exports) {
      const files = { ...companions, 'policy.yaml': policy, [name]: content };
      const report = await runIn({ files }, 'report', '-f', 'json', '-p', 'policy.yaml', name);
      expect(report.code, report.stderr).toBe(0);
    }
  });
});

test.each([
  ['a.json', '[]'],
  ['a.json', '{}'],
  ['a.json', '[[[]]]'],
  ['a.xes', '<log/>'],
])('%s of nothing but %s is told to hold no table', async (name, text) => {
  for (const command of ['inspect', 'init']) {
    const outcome = await runIn({ files: { [name]: text } }, command, name);
    expect(outcome.code).toBe(65);
    expect(outcome.stderr).toContain(`"${name}"`);
  }
});

test('a name of 30,000 characters is shown in part, and whole to programs', async () => {
  const name = `\u001b[2J${'x '.repeat(15_000)}y`;
  const policy = lastingTwoHours;
  const content = `ticket,created,resolved,${name}\nT-1,2026-03-01T09:00:00Z,2026-03-01T12:00:00Z,${name}\n`;
  const files = { 'policy.yaml': policy.replace('WHO', JSON.stringify(name)), 'a.csv': content };
  const report = await timed('report', () =>
    runIn({ files }, 'report', '-p', 'policy.yaml', '--by', 'assignee', 'a.csv'),
  );
  expectWords(report, 'a.csv', '', [0]);
  expect(report.stdout).toContain('…');
  const inspected = await timed('inspect', () => runIn({ files }, 'inspect', 'a.csv'));
  expectWords(inspected, 'a.csv', '', [0]);
  const records = await runIn({ files }, 'evaluate', '-p', 'policy.yaml', 'a.csv');
  expect(records.stdout).toContain(`${'x '.repeat(15_000)}y`);
});

const lastingTwoHours = `slaudit: 1
timezone: UTC
records:
  ticket: ticket
  events: {created: created, resolved: resolved}
  fields: {assignee: WHO}
clocks:
  resolution: {start: created, stop: resolved, within: 2h, charge: holder}
`;

/** Rows that were used. */
function expectSound(outcome: Outcome, name: string, where: string): number {
  expectWords(outcome, name, where);
  if (outcome.code !== 0) return 0;
  const { rows } = JSON.parse(outcome.stdout) as Report;
  const aside = rows.setAside.reduce((sum, each) => sum + each.rows, 0);
  expect(rows.used + aside, where).toBe(rows.rows);
  return rows.used;
}

function expectWords({ code, stdout, stderr, leftovers }: Outcome, name: string, where: string, codes = [0, 65]): void {
  expect(codes, `${where}\n${stderr}`).toContain(code);
  expect(leftovers, where).toBe(0);
  if (code !== 0) expect(stderr, where).toContain(name);
  if (code !== 0) expect(stderr, where).toMatch(/error: .+ \[[a-z-]+\]|holds times/);
  // Tabs and line breaks are layout; of the rest a terminal obeys some.
  expect(stderr.match(OBEYED) ?? [], where).toEqual([]);
  expect(stdout.match(OBEYED) ?? [], where).toEqual([]);
}

const OBEYED = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

async function timed(where: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const outcome = await work();
  const { user, system } = process.cpuUsage(cpu);
  // What others do on the machine counts in the one, what this process does beside in the other.
  expect(Math.min(performance.now() - start, (user + system) / 1000), where).toBeLessThan(LONGEST);
  return outcome;
}

function mutated({ content, opened }: Export, random: () => number): Uint8Array {
  // One in five is spoiled from outside.
  if (opened !== undefined && random() > 0.2) return opened(content, random, mutate);
  return mutate(Buffer.from(content), random);
}

/** Marks of the formats, and what other programs stumble over. */
const SPECIAL = [
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\\',
    '\0',
    '\u001b[2J',
    '\u009b2J',
    '\ufeff',
    '\u202e',
    '\\ud800',
  ],
  ...['{', '}', '[', ']', ':', 'null', '""', '1e999', '-0', '0.1', '9007199254740993', '__proto__', 'constructor'],
  ...['<', '>', '&amp;', '&#0;', '</row>', '<c r="ZZZ9999999">', '<![CDATA[', '<!DOCTYPE a>', 't="s"', 'r="A0"'],
  ...[
    '2026-02-30',
    '1900-01-00',
    '+275760-09-13T00:00:00Z',
    '24:00',
    '31/12/9999',
    '0000-00-00',
    '-1',
    '99999999999999',
  ],
  ...['合计', 'Total', '工单号', '😀', 'x'.repeat(300), '#REF!', '=1+1', ',,,,,,,,', '\n\n\n\n'],
].map((text) => Buffer.from(text));

function mutate(bytes: Buffer, random: () => number): Buffer {
  let mutant = Buffer.from(bytes);
  const below = (most: number) => Math.floor(random() * most);
  for (let count = 1 + below(4); count > 0; count--) {
    const at = below(mutant.length + 1);
    const end = Math.min(mutant.length, at + 1 + below(20));
    const special = SPECIAL[below(SPECIAL.length)] ?? Buffer.alloc(0);
    const [before, piece, after] = [mutant.subarray(0, at), mutant.subarray(at, end), mutant.subarray(end)];
    const line = lineAt(mutant, at);
    const other = lineAt(mutant, below(mutant.length + 1));
    const ways = [
      () => Buffer.concat([before, special, piece, after]),
      () => Buffer.concat([before, special, after]),
      () => Buffer.concat([before, after]),
      () => Buffer.concat([before, piece, piece, after]),
      () => Buffer.concat([before, Buffer.from([below(256)]), after]),
      () => Buffer.concat([mutant.subarray(0, line.start), mutant.subarray(line.end)]),
      () =>
        Buffer.concat([
          mutant.subarray(0, line.end),
          mutant.subarray(other.start, other.end),
          mutant.subarray(line.end),
        ]),
      () => Buffer.concat([before, mutant.subarray(0, below(mutant.length)), after]),
      () => (random() < 0.3 ? before : mutant),
    ];
    mutant = Buffer.from(ways[below(ways.length)]?.() ?? mutant);
  }
  return mutant;
}

function lineAt(bytes: Buffer, at: number): { readonly start: number; readonly end: number } {
  const end = bytes.indexOf('\n', at) + 1;
  return { start: at === 0 ? 0 : bytes.lastIndexOf('\n', at - 1) + 1, end: end === 0 ? bytes.length : end };
}

/** One member of an archive is mutated and the archive made again, so that its checksums are right. */
function withinZip(packed: Uint8Array, random: () => number, change: Mutate): Uint8Array {
  const members = Object.entries(membersOf(Buffer.from(packed)));
  const chosen = Math.floor(random() * members.length);
  const next = members.map(([name, content], index) => [name, index === chosen ? change(content, random) : content]);
  return zip(Object.fromEntries(next) as Record<string, Uint8Array>);
}

/** Of a sound archive, as its table of contents has them. */
function membersOf(archive: Buffer): Readonly<Record<string, Buffer>> {
  const members: Record<string, Buffer> = {};
  for (
    let at = archive.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = archive.indexOf('PK\x01\x02', at + 46, 'latin1')
  ) {
    const [method, length] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + length);
    members[name] = method === 0 ? content : inflateRawSync(content);
  }
  return members;
}

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
