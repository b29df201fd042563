import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/program.ts';
import type { ShareMessage } from '../../../src/cli/shares/messages.ts';
import { threadsOf } from '../../../src/cli/threads.ts';
import type { Thread, Threads } from '../../../src/cli/world.ts';
import { desk } from '../../bench/desk/desk.ts';
import { EVENT_COLUMNS, eventRows } from '../../bench/desk/event-rows.ts';
import { TICKET_COLUMNS, ticketRows } from '../../bench/desk/ticket-rows.ts';
import { writeTable } from '../../bench/desk/write-file.ts';
import { outputsIn } from '../in-folder.ts';

// Real threads, each of which starts the program and reads the same files: what they come to together must be, byte for byte, what
// one comes to alone.

const root = resolve(import.meta.dirname, '../../..');
const program = join(root, 'src/cli/main.ts');
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slaudit-shares-'));
  const size = { tickets: 400, seed: 7 };
  await writeTable(join(folder, 'events.csv'), 'csv', EVENT_COLUMNS, eventRows(desk(size), size.seed));
  await writeTable(join(folder, 'events.ndjson'), 'ndjson', EVENT_COLUMNS, eventRows(desk(size), size.seed));
  await writeTable(join(folder, 'tickets.csv'), 'csv', TICKET_COLUMNS, ticketRows(desk(size), size.seed));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What threads said last. */
type Ends = ShareMessage['kind'][];

function watched({ start }: Threads, ends: Ends): Threads {
  return {
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
    ['events', 'events.ndjson', 2, ['--view', 'breaches', '-f', 'csv']],
    ['tickets', 'tickets.csv', 2, ['--by', 'month', '--by', 'channel', '-f', 'json']],
    ['tickets', 'tickets.csv', 4, ['--sensitivity', '--view', 'summary,sensitivity', '-f', 'markdown']],
  ] as const)('%s: %s by %i threads, %j', async (form, file, threads, argv) => {
    const alone = await reportBy(1, [...policyOf(form), ...argv], [file]);
    const together = await reportBy(threads, [...policyOf(form), ...argv], [file]);
    expect(together.ends).toStrictEqual(Array.from({ length: threads }, () => 'part'));
    expect(alone.ends).toStrictEqual([]);
    expect(alone.printed.length).toBeGreaterThan(1000);
    expect(together.printed).toBe(alone.printed);
    expect(together.code).toBe(alone.code);
  });

  const told: Ends = [];
  afterAll(() => expect(told).toContain('part'));
  test.each([
    ['penalty-scheme', 'fixtures/exports/penalty-scheme'],
    ['channel-promises', 'fixtures/exports/channel-promises'],
    ['trading-company', 'fixtures/exports/after-sales'],
  ])('the shipped policy %s, with its consequences', async (name, exports) => {
    const argv = [...shipped(name), '--view', 'summary,penalties,consequences,breaches,quality', '-f', 'markdown'];
    const alone = await reportBy(1, argv, [join(root, exports)]);
    const together = await reportBy(2, argv, [join(root, exports)]);
    expect(together.ends).toHaveLength(2);
    expect(alone.printed.length).toBeGreaterThan(1000);
    expect(together.printed).toBe(alone.printed);
    told.push(...together.ends);
  });

  test('what has to be told of a row is told by the thread that has its ticket', async () => {
    const header = EVENT_COLUMNS.join(',');
    const rows = [
      'T1,2025-03-03T10:00:00+08:00,created,open,Kim,,normal,',
      'T2,yesterday,created,open,Kim,,normal,',
      'T3,2025-03-03T10:00:00+08:00,created,open,Kim,,normal,',
    ];
    writeFileSync(join(folder, 'bad.csv'), `${header}\n${rows.join('\n')}\n`);
    const argv = [...policyOf('events'), '--by', 'employee', '-f', 'csv'];
    const alone = await reportBy(1, argv, ['bad.csv']);
    const together = await reportBy(2, argv, ['bad.csv']);
    expect(together.ends).toStrictEqual(['part', 'part']);
    expect(together.printed).toBe(alone.printed);
    expect(together.printed).toContain('bad.csv:3');
  });

  test('what hangs on a whole column is told by one thread that does it all', async () => {
    const header = EVENT_COLUMNS.join(',');
    const days = ['03/04/2025', '05/04/2025', '28/04/2025', '06/04/2025'];
    const rows = days.map((day, index) => `T${index},${day} 10:00:00,created,open,Kim,,normal,`);
    writeFileSync(join(folder, 'days.csv'), `${header}\n${rows.join('\n')}\n`);
    const argv = [...policyOf('events'), '--by', 'employee', '-f', 'csv'];
    const alone = await reportBy(1, argv, ['days.csv']);
    const together = await reportBy(2, argv, ['days.csv']);
    expect(together.ends).not.toContain('part');
    expect(together.printed).toBe(alone.printed);
  });

  test('an export that cannot be used is refused as by one thread', async () => {
    writeFileSync(join(folder, 'other.csv'), 'a,b\n1,2\n');
    const argv = [...policyOf('events'), '--by', 'employee', '-f', 'csv'];
    const alone = await reportBy(1, argv, ['other.csv']);
    const together = await reportBy(2, argv, ['other.csv']);
    expect(together.code).toBe(65);
    expect(together.ends).toContain('failed');
    expect(together).toMatchObject({ code: alone.code, printed: alone.printed });
  });
});
