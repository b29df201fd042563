import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demandEqual } from './answers.ts';
import { readPage, withTables } from './benchmarks-page.ts';
import { desk } from './desk/desk.ts';
import { eventRows } from './desk/event-rows.ts';
import { AS_OF } from './desk/local-time.ts';
import { ticketRows } from './desk/ticket-rows.ts';
import { fight } from './fight.ts';
import { makeFile } from './files.ts';
import { keptResults } from './results.ts';

/** Of 200 tickets: the event log and the tickets, one row each. */
const HASHES = ['c5ee7d01a63ebb9e', 'eab3ab5a604a40ea'];

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'slaudit-bench-test-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the desk', () => {
  const events = () => [...eventRows(desk({ tickets: 300, seed: 7 }), 7)];

  it('tells the same story to everybody who names the same seed, and another one to others', () => {
    expect(events()).toEqual(events());
    expect([...desk({ tickets: 300, seed: 8 })]).not.toEqual([...desk({ tickets: 300, seed: 7 })]);
  });

  it('writes the same bytes on every machine', async () => {
    const made = await Promise.all(
      (['events.csv', 'tickets.csv'] as const).map((name) => makeFile(directory, name, 200)),
    );
    const hashes = made.map(({ path }) => createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16));
    // Printed once; a change means a new EDITION of the files, and that kept results are of other ones.
    expect(hashes).toEqual(HASHES);
  });

  it('has what makes logs hard: late rows, reopenings, hand-overs, pauses, breaks and quotes in cells, Chinese', () => {
    const rows = events();
    const times = rows.map(([, time = '']) => time);
    expect(times).not.toEqual(times.toSorted());
    expect(rows.some(([, , event]) => event === 'reopened')).toBe(true);
    expect(rows.some(([, , , status]) => status === 'on_hold')).toBe(true);
    expect(rows.some(([, , , , , , , note = '']) => note.includes('\n') && /[一-鿿]/.test(note))).toBe(true);
    expect(rows.some(([, , , , , , , note = '']) => note.includes('"'))).toBe(true);
    const holders = Map.groupBy(rows, ([ticket]) => ticket);
    const changed = [...holders.values()].filter((of) => new Set(of.map((row) => row[5]).filter(Boolean)).size > 1);
    expect(changed.length).toBeGreaterThan(3);
  });

  it('tells of a ticket no two things at one instant, and nothing from the as-of instant on', () => {
    for (const { events: told } of desk({ tickets: 300, seed: 7 })) {
      const instants = told.map(({ at }) => at);
      expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
      expect(Math.max(...instants)).toBeLessThan(AS_OF);
    }
  });

  it('has as many rows one a ticket as tickets', () => {
    expect([...ticketRows(desk({ tickets: 300, seed: 7 }), 7)]).toHaveLength(300);
  });
});

describe('peers', () => {
  const program = join(import.meta.dirname, '../../bin/slaudit.js');
  // awk and sort are everywhere; peers that are to be installed are for the bench itself.
  it('give the same answer by other means', async () => {
    const arena = { program, directory, tickets: 400, pairs: 1 };
    expect(await fight({ job: 'events', a: 'slaudit', b: 'mawk' }, arena)).toMatchObject({ isEqual: true });
  });

  it('are not believed when they differ', () => {
    const ours = join(directory, 'answers/slaudit-400');
    const theirs = join(directory, 'answers/mawk-400');
    expect(() => demandEqual(ours, theirs)).not.toThrow();
    expect(() => demandEqual(theirs, theirs)).toThrow(/no employee/);
    const wrong = readFileSync(theirs, 'utf8').replace(/,(\d+)\n/, (_, longest) => `,${Number(longest) + 1}\n`);
    writeFileSync(join(directory, 'wrong'), wrong);
    expect(() => demandEqual(ours, join(directory, 'wrong'))).toThrow(/is ours/);
  });
});

it('docs/benchmarks.md is as the kept results have it', () => {
  const page = readPage();
  expect(withTables(page, keptResults())).toBe(page);
});
