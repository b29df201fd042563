import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { BLANK, CLEARED, type EventLog, type Tally } from '../../domain/event-log.ts';
import type { Records } from '../../domain/policy.ts';
import type { Written } from '../../domain/profile.ts';
import { eventTable, toEventLog } from '../log/event-table.ts';
import { type FileLedger, fileLedger } from './file-ledger.ts';
import type { NamedColumn } from './named-columns.ts';
import { settleRepeats } from './repeats.ts';
import { rowLanes } from './row-lanes.ts';
import { rowReader } from './row-reader.ts';
import type { RowSink } from './row-sink.ts';

/** Gathers the rows of all files into one log. */
interface RowCollector {
  /** Opens the next file; its rows go into the sink that is returned. */
  open(file: string): RowSink;
  /** To be called once, when every file has been read. */
  finish(): Collected;
}

interface Collected {
  readonly log: EventLog;
  readonly tallies: readonly Tally[];
  readonly diagnostics: readonly Diagnostic<Code>[];
  /** Nothing of that would be otherwise for rows that were read elsewhere. */
  readonly standsAlone: boolean;
  /** Tickets of which a row was set aside for a fault. */
  readonly doubtful: readonly string[];
  /** See `ByteDictionary.twoHashes`, of the tickets. */
  readonly hashes: () => Uint32Array;
}

/** Rows that wait until a date of their column shows which figure is the day: more are not kept. */
const MOST_HELD = 2_000_000;

interface HeldRow {
  readonly cells: readonly (string | undefined)[];
  /** Its ledger's number. */
  readonly file: number;
  readonly line: number;
}

const BLANK_STAMP = { earliest: Number.NaN, at: Number.NaN, latest: Number.NaN, grade: 0 };
const BLANK_TOTAL = { length: Number.NaN, doubt: 0 };

/** How rows are gathered. */
interface Gathering {
  /** Rows that may wait for a date. */
  readonly mostHeld?: number;
}

export function collectRows(
  records: Records,
  columns: readonly NamedColumn[],
  { mostHeld = MOST_HELD }: Gathering = {},
): RowCollector {
  const { row, here, notes, read } = rowReader(records, columns);
  const table = eventTable(records);
  const openLane = rowLanes(records, columns, table);
  const ledgers: FileLedger[] = [];
  /** Of each file how it is written. */
  const written: Written[] = [];
  let held: HeldRow[] = [];
  let hasGivenUp = false;

  /** `undefined` where the row does not speak of it, '' where it says nothing. */
  function code(text: string | undefined, empty = BLANK): number {
    if (text === undefined) return BLANK;
    return text === '' ? empty : table.values.intern(text);
  }

  // Nothing of a row that is set aside enters the log or its dictionaries: a row is read first, then added.
  function add(file: number, line: number): void {
    table.ticket.set(table.tickets.intern(row.ticket));
    table.file.set(file);
    table.line.set(line);
    if (row.moment !== undefined) {
      const { earliest, at, latest, grade } = row.moment;
      table.moment?.set(earliest, at, latest, grade);
    }
    for (const [index, { stamps }] of table.stamped.entries()) {
      const { earliest, at, latest, grade } = row.stamps[index] ?? BLANK_STAMP;
      stamps.set(earliest, at, latest, Number.isNaN(at) ? 0 : grade);
    }
    for (const [index, { lengths, doubts }] of table.totals.entries()) {
      const { length, doubt } = row.totals[index] ?? BLANK_TOTAL;
      lengths.set(length);
      doubts.set(Number.isNaN(length) ? 0 : doubt);
    }
    table.event?.set(code(row.event));
    table.actor?.set(code(row.actor));
    table.role?.set(code(row.role));
    table.sequence?.set(row.sequence);
    for (const [index, { values, before }] of table.fields.entries()) {
      const field = row.fields[index];
      values.set(code(field?.value, field?.clears === true ? CLEARED : BLANK));
      before?.set(code(field?.before));
    }
    for (const [index, cells] of table.verdicts.entries()) cells.set(code(row.verdicts[index]));
    table.rows.next();
  }

  /** Reads a row into the log; false when one of its dates has to wait. */
  function enter(cells: readonly (string | undefined)[], file: number, line: number): boolean {
    const ledger = ledgers[file];
    here.file = ledger?.file ?? '';
    here.line = line;
    const refusal = read(cells);
    if (refusal === 'undecided') return false;
    if (refusal !== undefined) {
      ledger?.refuse(line, refusal);
    } else {
      ledger?.use(line, row.remarks);
      add(file, line);
    }
    return true;
  }

  function hold(cells: readonly (string | undefined)[], file: number, line: number): void {
    if (hasGivenUp) return;
    held.push({ cells: [...cells], file, line });
    if (held.length < mostHeld) return;
    hasGivenUp = true;
    giveUp();
  }

  /** A date has shown something: rows that waited for it are read. */
  function release(): void {
    held = held.filter(({ cells, file, line }) => !enter(cells, file, line));
  }

  function giveUp(): void {
    for (const { cells, file, line } of held) {
      if (!enter(cells, file, line)) notes.giveUp();
    }
    held = [];
  }

  function open(file: string): RowSink {
    const index = ledgers.length;
    const ledger = fileLedger(file);
    ledgers.push(ledger);
    written.push({});
    return {
      take(cells, line) {
        const before = held.length === 0 ? 0 : notes.narrowings();
        if (!enter(cells, index, line)) hold(cells, index, line);
        if (held.length > 0 && notes.narrowings() > before) release();
      },
      ...(openLane && { lane: (shape) => openLane(shape, index, ledger.useAll) }),
      begin: () => {},
      written: (facts) => {
        written[index] = { ...written[index], ...facts };
      },
      remark: (remark, line) => ledger.remark(remark, line),
      refuse: (line, refusal) => ledger.refuse(line, refusal),
      reject: () => ledger.reject(),
    };
  }

  function tallies(): Tally[] {
    return ledgers.map(({ file, rows, setAside }, index) => ({ file, rows, setAside, written: written[index] ?? {} }));
  }

  function finish(): Collected {
    giveUp();
    const noted = notes.findings();
    const diagnostics = [...ledgers.flatMap((ledger) => ledger.findings()), ...noted];
    const doubtful = [...new Set(ledgers.flatMap((ledger) => [...ledger.doubtful]))];
    const incomplete = new Set(doubtful.flatMap((ticket) => table.tickets.code(ticket) ?? []));
    const files = ledgers.map(({ file }) => file);
    const log = toEventLog(table, files, incomplete);
    const standsAlone = noted.length === 0;
    const hashes = () => table.tickets.bytes.twoHashes();
    if (records.form !== 'tickets') return { log, tallies: tallies(), diagnostics, standsAlone, doubtful, hashes };
    const settled = settleRepeats(log, records.repeats);
    for (const { row: gone, reason } of settled.setAside) ledgers[log.file.at(gone)]?.drop(reason);
    return {
      log: settled.log,
      tallies: tallies(),
      diagnostics: [...diagnostics, ...settled.diagnostics],
      standsAlone: standsAlone && settled.log === log,
      ...{ doubtful, hashes },
    };
  }

  return { open, finish };
}
