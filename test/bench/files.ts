import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { calendarDays } from './desk/calendar-days.ts';
import { desk } from './desk/desk.ts';
import { EVENT_COLUMNS, eventRows } from './desk/event-rows.ts';
import { TICKET_COLUMNS, ticketRows } from './desk/ticket-rows.ts';
import { NOTATIONS, type Notation, writeTable } from './desk/write-file.ts';

export const FILES = [
  'events.csv',
  'events.ndjson',
  'events.json',
  'events.xlsx',
  'tickets.csv',
  'first-1000.csv',
] as const;
export type FileName = (typeof FILES)[number];

/** A change of what is generated: files of an earlier edition are made anew. */
const EDITION = 1;
const SEED = 20_240_101;

/** Some 200,000 events: a sheet of ten times as many does not exist. */
const MOST_IN_WORKBOOK = 33_000;

export interface MadeFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

/** The calendar as a table, for programs that know no calendars. */
export function calendarFile(directory: string): string {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'calendar.csv');
  writeFileSync(path, calendarDays());
  return path;
}

/** The file of a desk of that many tickets, made when it is not there yet. */
export async function makeFile(directory: string, name: FileName, tickets: number): Promise<MadeFile> {
  const folder = join(directory, `edition-${EDITION}`, String(tickets));
  const path = join(folder, name);
  const note = `${path}.rows`;
  if (!existsSync(path) || !existsSync(note)) {
    const size = { tickets: sizeOf(name, tickets), seed: SEED };
    const isLog = name.startsWith('events');
    let rows = 0;
    const counted = function* (all: Iterable<readonly string[]>) {
      for (const row of all) {
        rows += 1;
        yield row;
      }
    };
    const table = isLog ? eventRows(desk(size), SEED) : ticketRows(desk(size), SEED);
    await writeTable(path, notationOf(name), isLog ? EVENT_COLUMNS : TICKET_COLUMNS, counted(table));
    writeFileSync(note, String(rows));
  }
  return { path, rows: Number(readFileSync(note, 'utf8')), bytes: statSync(path).size };
}

function sizeOf(name: FileName, tickets: number): number {
  if (name === 'first-1000.csv') return Math.min(tickets, 1_000);
  return name === 'events.xlsx' ? Math.min(tickets, MOST_IN_WORKBOOK) : tickets;
}

function notationOf(name: FileName): Notation {
  const ending = extname(name).slice(1);
  const notation = NOTATIONS.find((each) => each === ending);
  if (notation === undefined) throw new RangeError(`no notation "${ending}"`);
  return notation;
}
