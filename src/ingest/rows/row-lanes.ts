import { Buffer } from 'node:buffer';
import { BLANK, CLEARED } from '../../domain/event-log.ts';
import type { ColumnMapping, FieldMapping, Records, StampMapping } from '../../domain/policy.ts';
import { type CellReader, type CutCells, filledEnd, filledStart, isCell } from '../cells/cut-cells.ts';
import type { EventTable } from '../log/event-table.ts';
import { type ByteStampReader, byteStampReader } from '../stamps/byte-stamp-reader.ts';
import { writeInstant } from '../stamps/write-instant.ts';
import { type CellTexts, cellTexts, translate } from './cell-texts.ts';
import { CodeColumns, type Meaning } from './code-columns.ts';
import type { NamedColumn } from './named-columns.ts';
import type { RowLane, RowShape } from './row-sink.ts';
import type { TicketShare } from './ticket-share.ts';

/** Opens a lane for the rows of a file; `use` hears the line of each row that is taken. */
export type OpenLane = (shape: RowShape, file: number, use: (line: number) => void) => RowLane;

const PLUS = 0x2b;
const ZERO = 0x30;
/** Cuts every cell first. */
const NO_READER: CellReader = { read: () => -1 };
/** A number of so many digits is told exactly. */
const MOST_DIGITS = 15;

/**
 * Reads rows from bytes into the log, by what the policy says of their columns: as `row-reader.ts` and `collect-rows.ts` do it from texts,
 * but only rows of which nothing has to be told. Whatever else comes is left to them.
 *
 * `undefined` for records with something that is never read so: lengths of time, a time of day in a column of its own, changes, tickets
 * that have other names in the policy.
 */
export function rowLanes(
  records: Records,
  columns: readonly NamedColumn[],
  table: EventTable,
  share?: TicketShare,
): OpenLane | undefined {
  if (!isPlain(records)) return undefined;
  const slots = new Map(columns.map(({ name }, slot) => [name, slot]));
  const slotOf = (mapping: ColumnMapping | undefined) => (mapping ? (slots.get(mapping.column) ?? -1) : -1);
  const texts = cellTexts(records);
  const blanks = [...texts.blanks].map((text) => Buffer.from(text));
  const { rows } = table;
  const tickets = table.tickets.bytes;
  // A text that means nothing may be a stamp in form: such cells are looked at before they are read.
  const areStampsBlank = [...texts.blanks].some((text) => /^\d{4}/.test(text));
  const asked = (reader: ByteStampReader) => (areStampsBlank ? NO_READER : reader);
  const codes = codesOf(records, table, texts, slotOf);
  const momentReader = records.at && byteStampReader(records.at);
  const stampReaders = records.events.map((mapping) => byteStampReader(mapping));

  function isBlank(bytes: Buffer, start: number, end: number): boolean {
    for (let index = 0; index < blanks.length; index++) if (isCell(bytes, start, end, blanks[index]!)) return true;
    return false;
  }

  /** Whether a ticket that is not known yet can be one as it stands. */
  function isNewTicket(bytes: Buffer, start: number, end: number): boolean {
    if (isBlank(bytes, start, end)) return false;
    if (bytes[start]! < 0x80 && bytes[end - 1]! < 0x80) return true;
    const text = bytes.toString('utf8', start, end);
    return text.trim() === text;
  }

  /** Reads a stamp; a blank one is `NaN`. */
  function readStamp(reader: ByteStampReader, { bytes, starts, ends, isRead }: CutCells, cell: number): boolean {
    if (cell >= 0) {
      if (isRead[cell] === 1) return true;
      const start = filledStart(bytes, starts[cell]!, ends[cell]!);
      const end = filledEnd(bytes, start, ends[cell]!);
      if (!isBlank(bytes, start, end)) return reader.readCut(bytes, start, end);
    }
    reader.at = Number.NaN;
    return true;
  }

  /** A whole number, `NaN` for a blank; -1 for anything else. */
  function readNumber({ bytes, starts, ends }: CutCells, cell: number): number {
    if (cell < 0) return Number.NaN;
    const start = filledStart(bytes, starts[cell]!, ends[cell]!);
    const end = filledEnd(bytes, start, ends[cell]!);
    if (isBlank(bytes, start, end)) return Number.NaN;
    if (end - start > MOST_DIGITS) return -1;
    let number = 0;
    for (let at = start; at < end; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) return -1;
      number = number * 10 + digit;
    }
    return number;
  }

  /** By cell who reads it, where it is asked for one thing only. */
  function readersOf(count: number, readers: readonly (readonly [cell: number, reader: CellReader])[]) {
    return Array.from({ length: count }, (_, cell) => {
      const [only, other] = readers.filter(([each]) => each === cell);
      return other === undefined ? only?.[1] : undefined;
    });
  }

  return ({ count, cells: cellOfSlot, isOrdinary }, file, use) => {
    const cellOf = (slot: number) => cellOfSlot[slot] ?? -1;
    const ticketCell = cellOf(slotOf(records.ticket));
    const momentCell = cellOf(slotOf(records.at));
    const stampCells = records.events.map((mapping) => cellOf(slotOf(mapping)));
    const codeCells = Int32Array.from(codes.readers(), ({ slot }) => cellOf(slot));
    /** Of each ticket 1 where it is known to be `isOrdinary`. */
    let ordinary = new Uint8Array(1024);
    const sequenceCell = cellOf(slotOf(records.sequence));

    const readers = readersOf(count, [
      [ticketCell, tickets.ids],
      ...(momentReader ? [[momentCell, asked(momentReader)] as const] : []),
      ...stampReaders.map((reader, index) => [stampCells[index] ?? -1, asked(reader)] as const),
      ...codes.readers().map(({ reader }, index) => [codeCells[index] ?? -1, reader] as const),
      [sequenceCell, NO_READER],
    ]);

    return {
      readers,
      take(cells, line) {
        const { bytes, starts, ends } = cells;
        // 2.02403E+13 is what Excel makes of a number of more than eleven digits: that is told.
        const start = filledStart(bytes, starts[ticketCell]!, ends[ticketCell]!);
        const end = filledEnd(bytes, start, ends[ticketCell]!);
        if (start === end || bytes[end - 3] === PLUS) return false;
        if (share !== undefined && !share.has(bytes, start, end)) return true;
        let ticket = cells.isRead[ticketCell] === 1 ? tickets.ids.code : tickets.find(bytes, start, end);
        if (ticket < 0 && !isNewTicket(bytes, start, end)) return false;
        const isKnown = ticket >= 0 && ticket < ordinary.length && ordinary[ticket] === 1;
        if (!isKnown && !isOrdinary(bytes, start, end)) return false;
        if (momentReader !== undefined) {
          if (!readStamp(momentReader, cells, momentCell) || Number.isNaN(momentReader.at)) return false;
        }
        for (let index = 0; index < stampReaders.length; index++) {
          if (!readStamp(stampReaders[index]!, cells, stampCells[index]!)) return false;
        }
        const sequence = readNumber(cells, sequenceCell);
        if (sequence < 0 || !codes.read(cells, codeCells)) return false;

        if (ticket < 0) ticket = tickets.add(bytes, start, end);
        if (!isKnown) ordinary = marked(ordinary, ticket);
        const { place } = rows;
        table.ticket.open[place] = ticket;
        table.file.open[place] = file;
        table.line.open[place] = line;
        if (momentReader !== undefined)
          table.moment?.set(momentReader.at, momentReader.at, momentReader.latest, momentReader.grade);
        for (let index = 0; index < stampReaders.length; index++) {
          const { at, latest, grade } = stampReaders[index]!;
          table.stamped[index]!.stamps.set(at, at, latest, grade);
        }
        table.sequence?.set(sequence);
        codes.set(cells, codeCells);
        rows.next();
        use(line);
        return true;
      },
    };
  };
}

function marked(flags: Uint8Array<ArrayBuffer>, index: number): Uint8Array<ArrayBuffer> {
  let all = flags;
  if (index >= all.length) {
    all = new Uint8Array(Math.max(index + 1, 2 * flags.length));
    all.set(flags);
  }
  all[index] = 1;
  return all;
}

function isPlain({ form, ticket, at, events, durations, fields }: Records): boolean {
  const stamps: (StampMapping | undefined)[] = [at, ...events, ...fields.map(({ time }) => time)];
  return (
    form !== 'changes' &&
    durations.length === 0 &&
    ticket.values.size === 0 &&
    stamps.every((mapping) => mapping?.timeOfDay === undefined)
  );
}

function codesOf(
  records: Records,
  table: EventTable,
  { said, named }: CellTexts,
  slotOf: (mapping: ColumnMapping) => number,
) {
  const codes = new CodeColumns(table.values, table.rows);
  const { event, actor, fields, verdicts = [] } = records;
  if (event) codes.add(slotOf(event), table.event, (text) => named(event, text));
  if (actor) codes.add(slotOf(actor), table.actor, (text) => named(actor, text));
  const role = actor?.role;
  if (role) codes.add(slotOf(role), table.role, (text) => named(role, text));
  for (const [index, field] of fields.entries()) {
    const empty = records.form !== 'tickets' && field.clearedByEmpty ? CLEARED : BLANK;
    codes.add(slotOf(field), table.fields[index]?.values, fieldMeaning(field, said), {
      empty,
      isDoubtful: field.time !== undefined,
    });
  }
  for (const [index, verdict] of verdicts.entries()) codes.add(slotOf(verdict), table.verdicts[index], said);
  return codes;
}

function fieldMeaning(field: FieldMapping, said: CellTexts['said']): Meaning {
  const { time } = field;
  if (time === undefined) return (text) => translate(field, said(text));
  const reader = byteStampReader(time, 1);
  return (cell) => {
    const text = said(cell);
    if (text === '') return translate(field, '');
    const bytes = Buffer.from(text);
    return reader.readCut(bytes, 0, bytes.length) ? writeInstant(reader) : undefined;
  };
}
