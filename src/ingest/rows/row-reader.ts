import { formatInstant } from '../../calendar/stamps.ts';
import { GRADES, type Grade } from '../../domain/event-log.ts';
import type { ColumnMapping, FieldMapping, Records, StampMapping } from '../../domain/policy.ts';
import { type StampReader, stampHint, stampReader } from '../stamps/stamp-reader.ts';
import type { NamedColumn } from './named-columns.ts';
import type { Refusal } from './row-sink.ts';

/** Reads one row at a time: what its cells say, as the policy has it. */
interface RowReader {
  /** The row last read; filled again and again. */
  readonly row: ReadRow;
  /** Reads a row's cells, in the order of the named columns; returns why the row must be set aside, if it must. */
  read(cells: readonly (string | undefined)[]): Refusal | undefined;
}

/** A usable row. Texts are trimmed and translated; '' says nothing. */
interface ReadRow {
  ticket: string;
  /** Form changes: the policy's name of the field, where it has one. */
  event: string;
  actor: string;
  role: string;
  /** `NaN` where it says nothing. */
  sequence: number;
  /** `undefined` in form tickets. */
  readonly moment: StampReader | undefined;
  /** In the order of `Records.events`; `at` is `NaN` where the cell is blank. */
  readonly stamps: readonly StampReader[];
  /** In the order of `Records.fields`. */
  readonly fields: readonly ReadField[];
  /** What is to be known of the row, though it is used. */
  remarks: Refusal[];
}

interface ReadField {
  /** `undefined`: the row does not speak of this field. Instants are ISO texts in UTC. */
  value: string | undefined;
  /** Form changes: what the field was. */
  before: string | undefined;
  /** Whether '' empties the field. */
  clears: boolean;
}

interface Slot<Mapping extends ColumnMapping> {
  readonly mapping: Mapping;
  /** Position among the named columns; -1 where the policy names none. */
  readonly slot: number;
}

interface StampSlot extends Slot<StampMapping> {
  readonly reader: StampReader;
}

interface FieldSlot extends Slot<FieldMapping>, ReadField {
  readonly time: StampSlot | undefined;
}

const ODDITY = {
  ambiguous: 'is a local time that occurred twice',
  missing: 'is a local time that never occurred',
} as const;

/** A promise for 14:00 is one for 14:00 sharp; one for a day or an hour leaves open when. */
const VAGUE: readonly Grade[] = ['hour', 'day'];

export function rowReader(records: Records, columns: readonly NamedColumn[]): RowReader {
  const slots = new Map(columns.map(({ name }, slot) => [name, slot]));
  const blanks = new Set(['', ...records.missing.map((text) => text.trim())]);

  const inSlot = <Mapping extends ColumnMapping>(mapping: Mapping): Slot<Mapping> => ({
    mapping,
    slot: slots.get(mapping.column) ?? -1,
  });
  const stampSlot = (mapping: StampMapping, step?: 1): StampSlot => ({
    ...inSlot(mapping),
    reader: stampReader(mapping, step),
  });

  const ticket = inSlot(records.ticket);
  const moment = records.at && stampSlot(records.at);
  const stamps = records.events.map((mapping) => stampSlot(mapping));
  const event = records.event && inSlot(records.event);
  const actor = records.actor && inSlot(records.actor);
  const role = records.actor?.role && inSlot(records.actor.role);
  const sequence = records.sequence && inSlot(records.sequence);
  const change = records.change && {
    field: inSlot(records.change.field),
    to: inSlot(records.change.to),
    from: records.change.from && inSlot(records.change.from),
  };
  const fields = records.fields.map((mapping): FieldSlot => {
    const blank = { value: undefined, before: undefined, clears: false };
    return { ...inSlot(mapping), ...blank, time: mapping.time && stampSlot(mapping.time, 1) };
  });
  const row: ReadRow = {
    ticket: '',
    event: '',
    actor: '',
    role: '',
    sequence: Number.NaN,
    moment: moment?.reader,
    stamps: stamps.map(({ reader }) => reader),
    fields,
    remarks: [],
  };

  /** What a cell says, untranslated. */
  function said(cells: readonly (string | undefined)[], from: Slot<ColumnMapping> | undefined): string {
    const text = (from && cells[from.slot]?.trim()) ?? '';
    return blanks.has(text) ? '' : text;
  }

  function named(cells: readonly (string | undefined)[], from: Slot<ColumnMapping> | undefined): string {
    return from === undefined ? '' : translate(from.mapping, said(cells, from));
  }

  /** Reads a stamp into its reader, or says why the row must be set aside. */
  function readStamp({ mapping, reader }: StampSlot, text: string): Refusal | undefined {
    const name = `"${text}" in column "${mapping.column}"`;
    if (!reader.read(text)) {
      const message = `${name} is not a time: ${reader.fault}`;
      const hint = stampHint(text, mapping, reader.fault);
      return { code: 'bad-timestamp', message, ticket: row.ticket, ...(hint !== undefined && { hint }) };
    }
    if (reader.oddity !== undefined) {
      const message = `${name} ${ODDITY[reader.oddity]} in ${mapping.zone}`;
      const at = formatInstant(reader.at);
      const hint =
        reader.oddity === 'missing'
          ? `The clocks skipped it; it is moved forward by the gap, to ${at}.`
          : `Read as the ${mapping.ambiguous} of the two, ${at}; records.time.ambiguous can be earlier, later or reject.`;
      row.remarks.push({ code: 'ambiguous-time', message, hint, ticket: row.ticket });
    }
    return undefined;
  }

  function readField(field: FieldSlot, text: string, into: 'value' | 'before'): Refusal | undefined {
    field[into] = translate(field.mapping, text);
    if (field.time === undefined || text === '') return undefined;
    const refusal = readStamp(field.time, text);
    if (refusal === undefined) field[into] = writeInstant(field.time.reader);
    return refusal;
  }

  function readStamps(cells: readonly (string | undefined)[]): Refusal | undefined {
    if (moment !== undefined) {
      const text = said(cells, moment);
      if (text === '') return refusal('missing-time', `no time in column "${moment.mapping.column}"`, row.ticket);
      const refused = readStamp(moment, text);
      if (refused !== undefined) return refused;
    }
    for (const stamp of stamps) {
      const text = said(cells, stamp);
      stamp.reader.at = Number.NaN;
      const refused = text === '' ? undefined : readStamp(stamp, text);
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  function readFields(cells: readonly (string | undefined)[]): Refusal | undefined {
    const changed = said(cells, change?.field);
    const changedName = named(cells, change?.field);
    row.event = change === undefined ? named(cells, event) : changedName;
    let isNamed = false;
    for (const field of fields) {
      const { mapping } = field;
      field.value = undefined;
      field.before = undefined;
      field.clears = records.form !== 'tickets' && mapping.clearedByEmpty;
      let refused: Refusal | undefined;
      if (cells[field.slot] !== undefined) {
        refused = readField(field, said(cells, field), 'value');
      } else if (change !== undefined && changed !== '' && [changed, changedName].includes(mapping.column)) {
        // A change to nothing empties its field, whatever the policy says of blank cells.
        field.clears = true;
        if (!isNamed) row.event = mapping.field;
        isNamed = true;
        refused =
          readField(field, said(cells, change.to), 'value') ?? readField(field, said(cells, change.from), 'before');
      }
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  function readSequence(text: string): number {
    const number = text === '' ? Number.NaN : Number(text);
    if (text !== '' && Number.isNaN(number)) {
      const message = `"${text}" in column "${sequence?.mapping.column}" is not a number`;
      row.remarks.push({
        code: 'bad-number',
        message,
        hint: 'The row is used as if the cell were blank.',
        ticket: row.ticket,
      });
    }
    return number;
  }

  function read(cells: readonly (string | undefined)[]): Refusal | undefined {
    row.remarks = [];
    row.ticket = named(cells, ticket);
    if (row.ticket === '') return refusal('missing-ticket', `no ticket in column "${ticket.mapping.column}"`);
    const refused = readStamps(cells) ?? readFields(cells);
    if (refused !== undefined) return refused;
    row.actor = named(cells, actor);
    row.role = named(cells, role);
    row.sequence = readSequence(said(cells, sequence));
    return undefined;
  }

  return { row, read };
}

function refusal(code: Refusal['code'], message: string, ticket?: string): Refusal {
  return { code, message, ...(ticket !== undefined && { ticket }) };
}

/** As ISO 8601 in UTC; two instants with a slash between where only the day or hour is known (S8). */
function writeInstant({ at, latest, grade }: StampReader): string {
  const isVague = latest > at && VAGUE.includes(GRADES[grade] ?? 'exact');
  return isVague ? `${formatInstant(at)}/${formatInstant(latest)}` : formatInstant(at);
}

/** An export's value by the policy's name; a value that is not listed keeps its own. */
function translate(mapping: ColumnMapping, text: string): string {
  return mapping.values.get(text) ?? text;
}
