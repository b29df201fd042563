import { formatInstant } from '../calendar/stamps.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { BLANK, CLEARED, type EventLog, type Tally } from '../domain/event-log.ts';
import type { ColumnMapping, FieldMapping, Records, StampMapping } from '../domain/policy.ts';
import { eventTable, toEventLog } from './event-table.ts';
import { type FileLedger, fileLedger } from './file-ledger.ts';
import type { NamedColumn } from './named-columns.ts';
import { settleRepeats } from './repeats.ts';
import type { RowSink } from './row-sink.ts';
import { type StampReader, stampHint, stampReader } from './stamps/stamp-reader.ts';

/** Gathers the rows of all files: here cells get their meaning. */
export interface RowCollector {
  /** Opens the next file; its rows go into the sink that is returned. */
  open(file: string): RowSink;
  /** To be called once, when every file has been read. */
  finish(): Collected;
}

export interface Collected {
  readonly log: EventLog;
  readonly tallies: readonly Tally[];
  readonly diagnostics: readonly Diagnostic<Code>[];
}

/** A stamp column of the policy: its slot among the named columns, and what reads it. */
interface StampSlot {
  readonly slot: number;
  readonly mapping: StampMapping;
  readonly reader: StampReader;
}

export function collectRows(records: Records, columns: readonly NamedColumn[]): RowCollector {
  const slots = new Map(columns.map(({ name }, slot) => [name, slot]));
  const blanks = new Set(['', ...records.missing.map((text) => text.trim())]);
  const table = eventTable(records);
  const ledgers: FileLedger[] = [];

  const slotOf = (mapping: ColumnMapping | undefined) => (mapping && slots.get(mapping.column)) ?? -1;
  const stampSlot = (mapping: StampMapping): StampSlot => ({
    slot: slotOf(mapping),
    mapping,
    reader: stampReader(mapping),
  });
  const moment = records.at && stampSlot(records.at);
  const stamps = records.events.map(stampSlot);
  const fields = records.fields.map((mapping) => ({
    mapping,
    slot: slotOf(mapping),
    time: mapping.time && stampSlot(mapping.time),
    // Staged: nothing of a row that is set aside may enter the log or its dictionaries.
    text: undefined as string | undefined,
    before: undefined as string | undefined,
  }));
  const ticketSlot = slotOf(records.ticket);
  const change = records.change && {
    field: slotOf(records.change.field),
    to: slotOf(records.change.to),
    from: slotOf(records.change.from),
  };
  const eventSlot = slotOf(records.event);
  const actorSlot = slotOf(records.actor);
  const roleSlot = slotOf(records.actor?.role);
  const sequenceSlot = slotOf(records.sequence);

  /** What a cell says: trimmed, '' when that is nothing. */
  function said(cells: readonly (string | undefined)[], slot: number): string {
    const text = cells[slot]?.trim() ?? '';
    return blanks.has(text) ? '' : text;
  }

  function code(mapping: ColumnMapping, text: string): number {
    const named = translate(mapping, text);
    return named === '' ? BLANK : table.values.intern(named);
  }

  /** The code of a field's cell, `empty` where it says nothing. An absent cell changes nothing in any case. */
  function fieldCode({ mapping, text, empty }: { mapping: FieldMapping; text: string | undefined; empty: number }) {
    if (text === undefined) return BLANK;
    const isTime = mapping.time !== undefined && text !== '';
    const found = isTime ? table.values.intern(text) : code(mapping, text);
    return found === BLANK ? empty : found;
  }

  function open(file: string): RowSink {
    const index = ledgers.length;
    const ledger = fileLedger(file);
    ledgers.push(ledger);
    let oddities: Diagnostic<Code>[] = [];

    /** Reads a stamp into its reader; false when that sets the row aside. */
    function readStamp({ mapping, reader }: StampSlot, text: string, line: number, ticket: string): boolean {
      if (!reader.read(text)) {
        const message = `"${text}" in column "${mapping.column}" is not a time: ${reader.fault}`;
        ledger.refuse(line, { code: 'bad-timestamp', message, hint: stampHint(text, mapping), ticket });
        return false;
      }
      if (reader.oddity !== undefined) {
        oddities.push({
          code: 'ambiguous-time',
          place: { file, line },
          message: `"${text}" in column "${mapping.column}" ${ODDITY[reader.oddity]} in ${mapping.zone}`,
          hint: `Read as ${formatInstant(reader.at)}.`,
          ticket,
        });
      }
      return true;
    }

    function stageField(
      field: (typeof fields)[number],
      text: string,
      into: 'text' | 'before',
      line: number,
      ticket: string,
    ): boolean {
      field[into] = text;
      if (field.time === undefined || text === '') return true;
      if (!readStamp(field.time, text, line, ticket)) return false;
      field[into] = formatInstant(field.time.reader.at);
      return true;
    }

    function take(cells: readonly (string | undefined)[], line: number): void {
      ledger.count();
      oddities = [];
      const ticket = translate(records.ticket, said(cells, ticketSlot));
      if (ticket === '') {
        const message = `no ticket in column "${records.ticket.column}"`;
        ledger.refuse(line, { code: 'missing-ticket', message, hint: 'Mend the row, or it stays out.' });
        return;
      }
      if (moment !== undefined) {
        const text = said(cells, moment.slot);
        if (text === '') {
          const message = `no time in column "${moment.mapping.column}"`;
          ledger.refuse(line, { code: 'missing-time', message, hint: 'Mend the row, or it stays out.', ticket });
          return;
        }
        if (!readStamp(moment, text, line, ticket)) return;
      }
      for (const stamp of stamps) {
        const text = said(cells, stamp.slot);
        stamp.reader.at = Number.NaN;
        if (text !== '' && !readStamp(stamp, text, line, ticket)) return;
      }
      const changed = change === undefined ? '' : said(cells, change.field);
      let event: string | undefined;
      for (const field of fields) {
        field.text = undefined;
        field.before = undefined;
        const { mapping } = field;
        if (cells[field.slot] !== undefined) {
          if (!stageField(field, said(cells, field.slot), 'text', line, ticket)) return;
        } else if (change !== undefined && records.change !== undefined && changed !== '') {
          if (mapping.column !== changed && mapping.column !== translate(records.change.field, changed)) continue;
          event ??= mapping.field;
          if (!stageField(field, said(cells, change.to), 'text', line, ticket)) return;
          if (!stageField(field, said(cells, change.from), 'before', line, ticket)) return;
        }
      }
      commit(cells, line, ticket, changed, event);
    }

    function commit(
      cells: readonly (string | undefined)[],
      line: number,
      ticket: string,
      changed: string,
      event: string | undefined,
    ): void {
      for (const oddity of oddities) ledger.note(oddity);
      table.ticket.push(table.tickets.intern(ticket));
      table.file.push(index);
      table.line.push(line);
      if (moment !== undefined) table.moment?.push(moment.reader.at, moment.reader.latest, moment.reader.grade);
      for (const [position, { reader }] of stamps.entries()) {
        const isBlank = Number.isNaN(reader.at);
        table.stamped[position]?.stamps.push(
          reader.at,
          isBlank ? reader.at : reader.latest,
          isBlank ? 0 : reader.grade,
        );
      }
      if (records.change !== undefined) {
        table.event?.push(event === undefined ? code(records.change.field, changed) : table.values.intern(event));
      } else if (records.event !== undefined) {
        table.event?.push(code(records.event, said(cells, eventSlot)));
      }
      if (records.actor !== undefined) table.actor?.push(code(records.actor, said(cells, actorSlot)));
      const role = records.actor?.role;
      if (role !== undefined) table.role?.push(code(role, said(cells, roleSlot)));
      table.sequence?.push(readSequence(said(cells, sequenceSlot)));
      for (const [position, field] of fields.entries()) {
        const column = table.fields[position];
        const { mapping, text, before } = field;
        // A change to nothing empties its field; an empty cell does in event rows, if the policy says so.
        const clears = before !== undefined || (records.form !== 'tickets' && mapping.clearedByEmpty);
        column?.values.push(fieldCode({ mapping, text, empty: clears ? CLEARED : BLANK }));
        column?.before?.push(fieldCode({ mapping, text: before, empty: BLANK }));
      }
    }

    return {
      take,
      refuse(line, refusal) {
        ledger.count();
        ledger.refuse(line, refusal);
      },
      reject: () => ledger.reject(),
    };
  }

  function finish(): Collected {
    const diagnostics = ledgers.flatMap((ledger) => ledger.findings());
    const doubtful = ledgers.flatMap((ledger) => [...ledger.doubtful]).map((ticket) => table.tickets.code(ticket));
    const incomplete = new Set(doubtful.filter((ticket) => ticket !== undefined));
    const files = ledgers.map(({ file }) => file);
    const log = toEventLog(table, files, incomplete);
    if (records.form !== 'tickets') return { log, tallies: ledgers.map(tally), diagnostics };
    const settled = settleRepeats(log, records.repeats);
    for (const { row, reason } of settled.setAside) ledgers[log.file.at(row)]?.drop(reason);
    return { log: settled.log, tallies: ledgers.map(tally), diagnostics: [...diagnostics, ...settled.diagnostics] };
  }

  return { open, finish };
}

const ODDITY = {
  ambiguous: 'is a local time that occurred twice',
  missing: 'is a local time that never occurred',
} as const;

function translate(mapping: ColumnMapping, text: string): string {
  return mapping.values.get(text) ?? text;
}

function readSequence(text: string): number {
  return text === '' ? Number.NaN : Number(text);
}

function tally({ file, rows, setAside }: FileLedger): Tally {
  return { file, rows, setAside };
}
