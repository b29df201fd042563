import { formatInstant } from '../../calendar/stamps.ts';
import { say } from '../../diagnostics/say.ts';
import type { Sentence, Words } from '../../domain/diagnostic.ts';
import type { ColumnMapping, FieldMapping, Records, StampMapping } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { Whereabouts } from '../stamps/date-orders.ts';
import { type StampReader, stampReader } from '../stamps/stamp-reader.ts';
import { writeInstant } from '../stamps/write-instant.ts';
import { cellTexts, translate } from './cell-texts.ts';
import { lengthColumns, type ReadLength } from './length-columns.ts';
import type { NamedColumn } from './named-columns.ts';
import type { Refusal } from './row-sink.ts';
import { type StampNotes, stampNotes } from './stamp-notes.ts';

/** Reads one row at a time: what its cells say, as the policy has it. */
interface RowReader {
  /** The row last read; filled again and again. */
  readonly row: ReadRow;
  /** Where the row stands that is read next. */
  readonly here: Whereabouts;
  /** What the columns of stamps have turned out to be. */
  readonly notes: StampNotes;
  /**
   * Reads a row's cells, in the order of the named columns; returns why the row must be set aside, if it must, or that one of
   * its dates has to wait until others of the column show which figure is the day.
   */
  read(cells: readonly (string | undefined)[]): Refusal | 'undecided' | undefined;
}

/** An instant as far as it is known; `at` is `NaN` where the cell is blank. */
interface ReadStamp {
  readonly at: Instant;
  readonly earliest: Instant;
  readonly latest: Instant;
  /** Index into `GRADES`. */
  readonly grade: number;
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
  readonly moment: ReadStamp | undefined;
  /** In the order of `Records.events`, then of those durations that make an event. */
  readonly stamps: readonly ReadStamp[];
  /** In the order of those durations that are totals; `NaN` where the cell is blank. */
  readonly totals: readonly ReadLength[];
  /** In the order of `Records.fields`. */
  readonly fields: readonly ReadField[];
  /** In the order of `Records.verdicts`: what the source says, as it says it. */
  readonly verdicts: string[];
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
  /** Position of the column of the time of day; -1 where the stamp stands in one column. */
  readonly timeSlot: number;
}

interface FieldSlot extends Slot<FieldMapping>, ReadField {
  readonly time: StampSlot | undefined;
}

export function rowReader(records: Records, columns: readonly NamedColumn[]): RowReader {
  const slots = new Map(columns.map(({ name }, slot) => [name, slot]));
  const texts = cellTexts(records);

  const inSlot = <Mapping extends ColumnMapping>(mapping: Mapping): Slot<Mapping> => ({
    mapping,
    slot: slots.get(mapping.column) ?? -1,
  });
  const here: Whereabouts = { file: '', line: 0 };
  const notes = stampNotes(here);
  const stampSlot = (mapping: StampMapping, step?: 1): StampSlot => ({
    ...inSlot(mapping),
    reader: stampReader(mapping, step, notes.ordersOf(mapping.column)),
    timeSlot: mapping.timeOfDay === undefined ? -1 : (slots.get(mapping.timeOfDay) ?? -1),
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
  const eventStamps = new Map(records.events.map(({ event: name }, index) => [name, stamps[index]?.reader] as const));
  const verdicts = (records.verdicts ?? []).map(inSlot);
  const lengths = lengthColumns(records.durations, slots, eventStamps);
  /** Whether a date of the row has to wait. */
  let isUndecided = false;
  /** Whether the stamp last asked for is a time of day without a date. */
  let isDateless = false;
  const row: ReadRow = {
    ticket: '',
    event: '',
    actor: '',
    role: '',
    sequence: Number.NaN,
    moment: moment?.reader,
    stamps: [...stamps.map(({ reader }) => reader), ...lengths.events],
    totals: lengths.totals,
    fields,
    verdicts: verdicts.map(() => ''),
    remarks: [],
  };

  /** What a cell says, untranslated. */
  function said(cells: readonly (string | undefined)[], from: Slot<ColumnMapping> | undefined): string {
    return from === undefined ? '' : texts.said(cells[from.slot]);
  }

  function named(cells: readonly (string | undefined)[], from: Slot<ColumnMapping> | undefined): string {
    return from === undefined ? '' : translate(from.mapping, said(cells, from));
  }

  /** What a stamp's cell says, with that of its time of day. */
  function saidStamp(cells: readonly (string | undefined)[], from: StampSlot): string {
    const date = said(cells, from);
    isDateless = false;
    if (from.timeSlot < 0) return date;
    const time = texts.said(cells[from.timeSlot]);
    isDateless = date === '' && time !== '';
    return joined(date, time);
  }

  /** Reads a stamp into its reader, or says why the row must be set aside. */
  function readStamp({ mapping, reader }: StampSlot, text: string): Refusal | undefined {
    if (isDateless) {
      const message = say`"${text}" in column "${mapping.timeOfDay ?? ''}" is a time of no date: column "${mapping.column}" is blank`;
      return refusal('bad-timestamp', message, row.ticket);
    }
    if (reader.read(text)) {
      if (reader.notation !== 'year-first') notes.tell(mapping.column, text, reader);
    } else if (reader.isUndecided) {
      isUndecided = true;
      notes.wait(mapping.column, text);
      return undefined;
    } else {
      const message = say`${nameOf(mapping, text)} is not a time: ${reader.fault}`;
      return refusal('bad-timestamp', message, row.ticket, reader.hint);
    }
    if (reader.oddity !== undefined) {
      const name = nameOf(mapping, text);
      const message =
        reader.oddity === 'missing'
          ? say`${name} is a local time that never occurred in ${mapping.zone}`
          : say`${name} is a local time that occurred twice in ${mapping.zone}`;
      // Of two hours that the clock on the wall shows alike, only UTC tells which it is.
      const at = reader.oddity === 'missing' ? { at: reader.at } : formatInstant(reader.at);
      const hint =
        reader.oddity === 'missing'
          ? say`The clocks skipped it; it is moved forward by the gap, to ${at}.`
          : mapping.ambiguous === 'later'
            ? say`Read as the later of the two, ${at}; records.time.ambiguous can be earlier, later or reject.`
            : say`Read as the earlier of the two, ${at}; records.time.ambiguous can be earlier, later or reject.`;
      row.remarks.push({ code: 'ambiguous-time', message, hint, ticket: row.ticket });
    }
    return undefined;
  }

  function readField(field: FieldSlot, text: string, into: 'value' | 'before'): Refusal | undefined {
    field[into] = translate(field.mapping, text);
    if (field.time === undefined || text === '') return undefined;
    const refusal = readStamp(field.time, text);
    if (refusal === undefined && !isUndecided) field[into] = writeInstant(field.time.reader);
    return refusal;
  }

  // Every stamp is read, also of a row that is set aside: what its dates show of day and month must not hang on the order of rows.
  function readStamps(cells: readonly (string | undefined)[]): Refusal | undefined {
    let refused: Refusal | undefined;
    if (moment !== undefined) {
      const text = saidStamp(cells, moment);
      if (text === '') refused = refusal('missing-time', say`no time in column "${moment.mapping.column}"`, row.ticket);
      else refused = readStamp(moment, text);
    }
    for (const stamp of stamps) {
      const text = saidStamp(cells, stamp);
      stamp.reader.at = Number.NaN;
      const fault = text === '' ? undefined : readStamp(stamp, text);
      refused ??= fault;
    }
    return refused;
  }

  function readFields(cells: readonly (string | undefined)[]): Refusal | undefined {
    const changed = said(cells, change?.field);
    const changedName = named(cells, change?.field);
    row.event = change === undefined ? named(cells, event) : changedName;
    let isNamed = false;
    let refused: Refusal | undefined;
    for (const field of fields) {
      const { mapping } = field;
      field.value = undefined;
      field.before = undefined;
      field.clears = records.form !== 'tickets' && mapping.clearedByEmpty;
      let fault: Refusal | undefined;
      if (cells[field.slot] !== undefined) {
        fault = readField(field, field.time === undefined ? said(cells, field) : saidStamp(cells, field.time), 'value');
        // In form changes what has a column of its own is no change: it was so before the row, too.
        if (change !== undefined) field.before = field.value;
      } else if (change !== undefined && changed !== '' && [changed, changedName].includes(mapping.column)) {
        // A change to nothing empties its field, whatever the policy says of blank cells.
        field.clears = true;
        if (!isNamed) row.event = mapping.field;
        isNamed = true;
        isDateless = false;
        fault = readField(field, said(cells, change.to), 'value');
        const before = readField(field, said(cells, change.from), 'before');
        fault ??= before;
      }
      refused ??= fault;
    }
    return refused;
  }

  function readSequence(text: string): number {
    const number = text === '' ? Number.NaN : Number(text);
    if (text !== '' && Number.isNaN(number)) {
      const message = say`"${text}" in column "${sequence?.mapping.column ?? ''}" is not a number`;
      row.remarks.push({
        code: 'bad-number',
        message,
        hint: say`The row is used as if the cell were blank.`,
        ticket: row.ticket,
      });
    }
    return number;
  }

  /** In form changes the source's opinion may be a field that changes. */
  function readVerdict(cells: readonly (string | undefined)[], verdict: Slot<ColumnMapping>): string {
    const isChange = change !== undefined && cells[verdict.slot] === undefined;
    if (!isChange) return said(cells, verdict);
    return said(cells, change.field) === verdict.mapping.column ? said(cells, change.to) : '';
  }

  function read(cells: readonly (string | undefined)[]): Refusal | 'undecided' | undefined {
    row.remarks = [];
    isUndecided = false;
    notes.begin();
    row.ticket = named(cells, ticket);
    if (row.ticket === '') return refusal('missing-ticket', say`no ticket in column "${ticket.mapping.column}"`);
    const badStamp = readStamps(cells);
    const badField = readFields(cells);
    const refused = badStamp ?? badField ?? (isUndecided ? undefined : lengths.read(cells, said, row.ticket));
    if (refused !== undefined) return refused;
    if (isUndecided) return 'undecided';
    notes.settle(row.ticket);
    row.actor = named(cells, actor);
    row.role = named(cells, role);
    row.sequence = readSequence(said(cells, sequence));
    for (const [index, verdict] of verdicts.entries()) row.verdicts[index] = readVerdict(cells, verdict);
    return undefined;
  }

  return { row, here, notes, read };
}

function refusal(code: Refusal['code'], message: Words, ticket?: string, hint: Words = ''): Refusal {
  return { code, message, ...(ticket !== undefined && { ticket }), ...(hint !== '' && { hint }) };
}

function nameOf({ column, timeOfDay }: StampMapping, text: string): Sentence {
  return timeOfDay === undefined
    ? say`"${text}" in column "${column}"`
    : say`"${text}" in columns "${column}" and "${timeOfDay}"`;
}

/** Midnight that a spreadsheet writes after a date alone, and the date that it writes before a time alone. */
const NO_TIME = /[ T]0?0:00(?::00(?:\.0+)?)?$/;
const NO_DATE = /^(?:1900[-/]0?1[-/]0?0|1899[-/]12[-/]3[01]|0?1[-/]0?0[-/]1900|1[-/]1[-/]1900)[ T]+/;

/** A date and its time of day, from two columns: either may be blank. */
function joined(date: string, time: string): string {
  if (time === '' || date === '') return date || time;
  return `${date.replace(NO_TIME, '')} ${time.replace(NO_DATE, '')}`;
}
