import { Buffer } from 'node:buffer';
import { BLANK, CLEARED } from '../../domain/event-log.ts';
import type { ColumnMapping, FieldMapping, Records, StampMapping } from '../../domain/policy.ts';
import { type CutRows, isCell, MOST_ROWS } from '../cells/cut-rows.ts';
import type { CodeColumn } from '../log/columns.ts';
import type { EventTable } from '../log/event-table.ts';
import { byteStampReader } from '../stamps/byte-stamp-reader.ts';
import { StampCells } from '../stamps/stamp-cells.ts';
import { writeInstant } from '../stamps/write-instant.ts';
import { type CellTexts, cellTexts, translate } from './cell-texts.ts';
import { CodeColumns, type Meaning } from './code-columns.ts';
import type { NamedColumn } from './named-columns.ts';
import type { RowLane, RowShape } from './row-sink.ts';
import { TicketCells } from './ticket-cells.ts';

/** Opens a lane for the rows of a file; `use` hears how many are taken. */
export type OpenLane = (shape: RowShape, file: number, use: (count: number) => void) => RowLane;

const ZERO = 0x30;
/** A number of so many digits is told exactly. */
const MOST_DIGITS = 15;

/**
 * Reads rows from bytes into the log, by what the policy says of their columns: as `row-reader.ts` and `collect-rows.ts` do it from texts,
 * but only rows of which nothing has to be told. Whatever else comes is left to them.
 *
 * `undefined` for records with something that is never read so: lengths of time, a time of day in a column of its own, changes, tickets
 * that have other names in the policy.
 */
export function rowLanes(records: Records, columns: readonly NamedColumn[], table: EventTable): OpenLane | undefined {
  if (!isPlain(records)) return undefined;
  const slots = new Map(columns.map(({ name }, slot) => [name, slot]));
  const slotOf = (mapping: ColumnMapping | undefined) => (mapping ? (slots.get(mapping.column) ?? -1) : -1);
  const texts = cellTexts(records);
  const blanks = [...texts.blanks].map((text) => Buffer.from(text));
  const { rows } = table;
  // A text that means nothing may be a stamp in form: such cells are looked at before they are read.
  const areBlanksStamps = [...texts.blanks].some((text) => /^\d{4}/.test(text));
  const stampCells = (mapping: StampMapping) => new StampCells(mapping, isBlank, areBlanksStamps);
  const tickets = new TicketCells(table.tickets.bytes, blanks);
  const codes = new CodeColumns(table.values, isBlank);
  nameCodes(codes, records, table, texts, slotOf);
  const moment = records.at && stampCells(records.at);
  const stamps = records.events.map(stampCells);
  const sequences = new Float64Array(MOST_ROWS);

  function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
    for (let index = 0; index < blanks.length; index++) if (isCell(bytes, start, end, blanks[index]!)) return true;
    return false;
  }

  /** Whole numbers, `NaN` for a blank; a row with any other is odd. */
  function readSequences(cut: CutRows, cell: number): void {
    if (records.sequence === undefined) return;
    if (cell < 0) {
      sequences.fill(Number.NaN, 0, cut.count);
      return;
    }
    for (let row = 0; row < cut.count; row++) {
      const at = cell * cut.capacity + row;
      cut.trim(at);
      const number = readNumber(cut.bytes, cut.starts[at]!, cut.ends[at]!);
      if (number < 0) cut.isOdd[row] = 1;
      sequences[row] = number;
    }
  }

  function readNumber(bytes: Uint8Array, start: number, end: number): number {
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

  return ({ cells, isOrdinary }, file, use) => {
    const cellOf = (slot: number) => cells[slot] ?? -1;
    const ticketCell = cellOf(slotOf(records.ticket));

    /** As many as the columns have room for. */
    function addSome(cut: CutRows, from: number, to: number): void {
      const { place } = rows;
      const until = place + to - from;
      tickets.write(cut, ticketCell, from, to, table.ticket.open, place);
      table.file.open.fill(file, place, until);
      table.line.open.set(cut.lines.subarray(from, to), place);
      if (moment !== undefined) table.moment?.append(moment, from, to);
      for (const [index, read] of stamps.entries()) table.stamped[index]?.stamps.append(read, from, to);
      table.sequence?.open.set(sequences.subarray(from, to), place);
      codes.write(cut, from, to, place, cellOf);
      rows.next(to - from);
    }

    return {
      read(cut) {
        tickets.read(cut, ticketCell, isOrdinary);
        if (moment !== undefined) {
          moment.read(cut, cellOf(slotOf(records.at)));
          for (let row = 0; row < cut.count; row++) if (Number.isNaN(moment.ats[row])) cut.isOdd[row] = 1;
        }
        for (const [index, mapping] of records.events.entries()) stamps[index]?.read(cut, cellOf(slotOf(mapping)));
        readSequences(cut, cellOf(slotOf(records.sequence)));
        codes.read(cut, cellOf);
      },
      add(cut, from, to) {
        for (let at = from; at < to; ) {
          const end = Math.min(to, at + rows.room);
          addSome(cut, at, end);
          at = end;
        }
        use(to - from);
      },
    };
  };
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

function nameCodes(
  codes: CodeColumns,
  records: Records,
  table: EventTable,
  { said, named }: CellTexts,
  slotOf: (mapping: ColumnMapping) => number,
) {
  const { event, actor, fields, verdicts = [] } = records;
  const name = (mapping: ColumnMapping | undefined, column: CodeColumn | undefined) => {
    if (mapping)
      codes.add(slotOf(mapping), column, (text) => named(mapping, text), { isVerbatim: isVerbatim(mapping) });
  };
  name(event, table.event);
  name(actor, table.actor);
  name(actor?.role, table.role);
  for (const [index, field] of fields.entries()) {
    const empty = records.form !== 'tickets' && field.clearedByEmpty ? CLEARED : BLANK;
    codes.add(slotOf(field), table.fields[index]?.values, fieldMeaning(field, said), {
      empty,
      isDoubtful: field.time !== undefined,
      isVerbatim: field.time === undefined && isVerbatim(field),
    });
  }
  for (const [index, verdict] of verdicts.entries()) codes.add(slotOf(verdict), table.verdicts[index], said);
  return codes;
}

function isVerbatim({ values }: ColumnMapping): boolean {
  return values.size === 0;
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
