import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import type { ShareMessage } from '../../../src/cli/shares/messages.ts';
import { threadsFor } from '../../../src/cli/shares/threads-for.ts';
import { threadsOf } from '../../../src/cli/threads.ts';
import type { Thread, Threads } from '../../../src/cli/world.ts';
import { readPolicies } from '../../../src/run.ts';
import { desk } from '../../bench/desk/desk.ts';
import { EVENT_COLUMNS, eventRows } from '../../bench/desk/event-rows.ts';
import { TICKET_COLUMNS, ticketRows } from '../../bench/desk/ticket-rows.ts';
import { writeTable } from '../../bench/desk/write-file.ts';
import { outputsIn } from '../in-folder.ts';

// Real threads, each of which starts the program and reads its pieces of the same files: what they come to together must be, byte for
// byte, what one comes to alone. The first share is read here, so one thread less is started.

const root = resolve(import.meta.dirname, '../../..');
const program = join(root, 'src/cli/main.ts');
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slaudit-shares-'));
  // Files of some megabytes: smaller ones are not cut.
  const size = { tickets: 9000, seed: 7 };
  await writeTable(join(folder, 'events.csv'), 'csv', EVENT_COLUMNS, eventRows(desk(size), size.seed));
  await writeTable(join(folder, 'events.ndjson'), 'ndjson', EVENT_COLUMNS, eventRows(desk(size), size.seed));
  await writeTable(join(folder, 'tickets.csv'), 'csv', TICKET_COLUMNS, ticketRows(desk(size), size.seed));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What threads said last. */
type Ends = ShareMessage['kind'][];

function watched({ start, processors }: Threads, ends: Ends): Threads {
  return {
    processors,
    start(task): Thread {
      const thread = start(task);
      const index = ends.push('failed') - 1;
      return {
        ...thread,
        async next() {
          const message = await thread.next();
          ends[index] = (message as ShareMessage | undefined)?.kind ?? 'failed';
          return message;
        },
      };
    },
  };
}

/** Runs a report by so many threads; what they said last, and all that was written. */
async function reportBy(threads: number, argv: readonly string[], files: readonly string[]) {
  const ends: Ends = [];
  const world = outputsIn(folder);
  const code = await run(['report', ...argv, ...files.map((file) => resolve(folder, file))], {
    ...world,
    env: { SLAUDIT_THREADS: String(threads) },
    threads: { load: async () => watched(threadsOf(program), ends) },
  });
  return { code, ends, printed: world.printed() };
}

const policyOf = (form: string) => ['-p', join(root, `test/bench/policies/${form}.yaml`), '--as-of', '2026-01-15'];
const shipped = (name: string) => ['-p', join(root, `fixtures/policies/${name}.yaml`)];

describe('threads that share the tickets come to what one comes to', { timeout: 60_000 }, () => {
  test.each([
    ['events', 'events.csv', 2, ['--by', 'employee', '-f', 'csv']],
    ['events', 'events.csv', 3, ['--by', 'employee,priority', '--period', '2025-03', '-f', 'json']],
    ['events', 'events.csv', 2, ['-f', 'html', '--lang', 'zh']],
    ['events', 'events.csv', 2, ['--parser', 'csv-parse', '--by', 'priority', '-f', 'csv']],
    ['events', 'events.csv', 2, ['--view', 'breaches', '-f', 'csv']],
    ['events', 'events.ndjson', 3, ['--by', 'employee', '-f', 'json']],
    ['tickets', 'tickets.csv', 2, ['--by', 'month', '--by', 'channel', '-f', 'json']],
    ['tickets', 'tickets.csv', 2, ['--sensitivity', '--view', 'summary,sensitivity', '-f', 'markdown']],
  ] as const)('%s: %s by %i threads, %j', async (form, file, threads, argv) => {
    const alone = await reportBy(1, [...policyOf(form), ...argv], [file]);
    const together = await reportBy(threads, [...policyOf(form), ...argv], [file]);
    expect(together.ends).toStrictEqual(Array.from({ length: threads - 1 }, () => 'parts'));
    expect(alone.ends).toStrictEqual([]);
    expect(alone.printed.length).toBeGreaterThan(1000);
    expect(together.printed).toBe(alone.printed);
    expect(together.code).toBe(alone.code);
  });

  const told: Ends = [];
  afterAll(() => expect(told).toContain('parts'));
  test.each([
    ['penalty-scheme', 'fixtures/exports/penalty-scheme'],
    ['channel-promises', 'fixtures/exports/channel-promises'],
    ['trading-company', 'fixtures/exports/after-sales'],
  ])('the shipped policy %s, with its consequences, of whose files each is read by one', async (name, exports) => {
    const argv = [...shipped(name), '--view', 'summary,penalties,consequences,breaches,quality', '-f', 'markdown'];
    const alone = await reportBy(1, argv, [join(root, exports)]);
    const together = await reportBy(2, argv, [join(root, exports)]);
    expect(alone.printed.length).toBeGreaterThan(1000);
    expect(together.printed).toBe(alone.printed);
    told.push(...together.ends);
  });

  const argv = [...policyOf('events'), '--by', 'employee', '-f', 'csv'];
  const whole = () => readFileSync(join(folder, 'events.csv'), 'utf8');

  /** What two threads make of a log, which must be what one makes of it. */
  async function reportAlike(file: string, text: string) {
    writeFileSync(join(folder, file), text);
    const views = [...policyOf('events'), '--view', 'summary,quality', '-f', 'markdown'];
    const alone = await reportBy(1, views, [file]);
    const together = await reportBy(2, views, [file]);
    expect(together.printed).toBe(alone.printed);
    expect(together.code).toBe(alone.code);
    return together;
  }

  test.each<readonly [string, (text: string) => string, string, readonly Ends[number][]]>([
    [
      // Notes that are tables: a boundary may be taken for one that stands in quotes. Then whoever reads the piece before it sees it.
      'rows in the notes',
      (text) => text.replaceAll(',"', `,"${'T1,2025-03-03T10:00:00+08:00,created,open,Kim,,normal,\n'.repeat(6)}`),
      'Resolved of',
      ['parts', 'failed', 'read', 'bytes'],
    ],
    [
      'rows that are set aside, by any of them',
      (text) => text.replaceAll(/^(T\d+7),[^,]*/gm, '$1,yesterday'),
      'not a time: ',
      ['parts'],
    ],
    ['a footer at the end', (text) => `${text}合计,9000\n`, 'set aside: 1.', ['parts']],
    ['a line that is cut off', (text) => `${text}T5,2025-03`, 'set aside: 1.', ['failed']],
    ['no order in time', (text) => shuffled(text), 'Resolved of', ['read']],
    [
      'a header in between',
      (text) => text.replace(/\n(?=T\d+,2025-06)/, '\ntime,ticket_id,event,status,actor,assignee,priority,note\n'),
      'header-changed',
      ['failed'],
    ],
    [
      'rows that end early, which are counted together',
      (text) => text.replaceAll(/^(T\d+7,2025-\d\d-[^"\n,]*,(?:[^",\n]*,){3}[^",\n]*),[^",\n]*,$/gm, '$1'),
      'rows end before the last columns',
      ['failed'],
    ],
    [
      'a row that a line break cuts, far down',
      (text) => `${text}T7,2025-12-01T10:00:00+08:00,agent_\nreply,open,Kim,Kim,normal,\n`,
      'set aside: 2.',
      ['failed'],
    ],
    [
      'NULs in every piece',
      (text) => text.replaceAll(/\nT\d+9,2025-0[4-9]/g, '\0$&'),
      'NUL bytes are left out',
      ['failed'],
    ],
  ])('a log with %s', async (_, change, told, ends) => {
    const together = await reportAlike('changed.csv', change(whole()));
    expect(together.printed).toContain(told);
    expect(ends).toContain(together.ends[0]);
  });

  const ndjson = () => readFileSync(join(folder, 'events.ndjson'), 'utf8');

  test.each<readonly [string, (text: string) => string, string, Ends[number]]>([
    [
      'rows that are set aside, by any of them',
      (text) => text.replaceAll(/("ticket_id":"T\d+7","time":")[^"]*/g, '$1yesterday'),
      'not a time: ',
      'parts',
    ],
    [
      'a column that only later rows have',
      (text) => text.replaceAll(/^(.*"time":"202(?:4|5-0).*)"assignee":"[^"]*",/gm, '$1'),
      'Resolved of',
      'failed',
    ],
    [
      'objects over several lines, far down',
      (text) => text.replaceAll(/^\{(?=.*"time":"2025-0[6-9])/gm, '{\n'),
      'Resolved of',
      'parts',
    ],
    [
      'halves of characters in every piece',
      (text) => text.replaceAll(/"actor":"(agent_\d+7)"/g, '"actor":"$1\\ud83d"'),
      'half of a character',
      'read',
    ],
  ])('a log of an object a line with %s', async (_, change, told, end) => {
    const together = await reportAlike('changed.ndjson', change(ndjson()));
    expect(together.printed).toContain(told);
    expect(together.ends).toStrictEqual([end]);
  });

  test('what hangs on a whole column is told by one thread that does it all', async () => {
    const days = (text: string) => text.replaceAll(/,(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)[^,]*/g, ',$3/$2/$1 $4');
    writeFileSync(join(folder, 'days.csv'), days(whole()));
    const alone = await reportBy(1, argv, ['days.csv']);
    const together = await reportBy(2, argv, ['days.csv']);
    expect(together.ends).toEqual(['read']);
    expect(together.printed).toBe(alone.printed);
  });

  test('an export that cannot be used is refused as by one thread', async () => {
    writeFileSync(join(folder, 'other.csv'), 'a,b,c\n1,2,3\n');
    writeFileSync(join(folder, 'same.csv'), 'a,b,c\n1,2,4\n');
    const files = ['other.csv', 'same.csv'];
    const alone = await reportBy(1, argv, files);
    const together = await reportBy(2, argv, files);
    expect(together.code).toBe(65);
    expect(together.ends).toHaveLength(1);
    expect(together).toMatchObject({ code: alone.code, printed: alone.printed });
  });

  test('small files are read by one thread, and large ones by as many as there are processors', async () => {
    const world = { ...outputsIn(folder), threads: { load: async () => ({ processors: 3, start: () => silent }) } };
    const file = (bytes: number) => [{ name: 'events.csv', identity: '1', bytes, isNamed: true }];
    const { value: policy } = await readPolicies([
      { file: 'p', text: readFileSync(policyOf('events')[1] ?? '', 'utf8') },
    ]);
    if (policy === undefined) throw new Error('the policy cannot be read');
    const { size } = statSync(join(folder, 'events.csv'));
    expect(await threadsFor(world, file(size), policy.records, 'slow')).toBeUndefined();
    const asked = await threadsFor({ ...world, env: { SLAUDIT_THREADS: '4' } }, file(size), policy.records, 'slow');
    expect(asked?.shares).toHaveLength(4);
    expect(
      await threadsFor({ ...world, env: { SLAUDIT_THREADS: '1' } }, file(1e9), policy.records, 'slow'),
    ).toBeUndefined();
    const pieces = asked?.shares.flat() ?? [];
    expect(pieces.map(({ from }) => from)).toEqual([0, ...pieces.map(({ to }) => to).slice(0, -1)]);
    expect(pieces.at(-1)?.to).toBe(Infinity);
  });
});

const silent: Thread = { post: () => {}, next: async () => undefined, end: async () => {} };

/** The rows in another order: those of each ticket are in every piece. */
function shuffled(text: string): string {
  const [header = '', ...rows] = text.split(/\n(?=T\d+,)/);
  const ordered = rows.map((row, index) => ({ row: row.trimEnd(), place: (index * 7919) % rows.length }));
  ordered.sort((a, b) => a.place - b.place);
  return `${header}\n${ordered.map(({ row }) => row).join('\n')}\n`;
}
