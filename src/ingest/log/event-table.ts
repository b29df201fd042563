import { BLANK, type Dictionary, type EventLog, type FieldColumn, type NumberColumn } from '../../domain/event-log.ts';
import type { Records } from '../../domain/policy.ts';
import { type CodeColumn, ColumnSet, type GrowingColumn, type GrowingStampColumn } from './columns.ts';
import { type TextDictionary, textDictionary } from './text-dictionary.ts';

type Stamped = EventLog['stamped'][number];

/** The columns of an event log while rows are being added: each is told its value of a row, and then `rows.next()` ends it. */
export interface EventTable {
  /** All columns together. */
  readonly rows: ColumnSet;
  readonly tickets: TextDictionary;
  readonly values: TextDictionary;
  readonly ticket: CodeColumn;
  readonly file: CodeColumn;
  readonly line: CodeColumn;
  readonly moment: GrowingStampColumn | undefined;
  readonly event: CodeColumn | undefined;
  readonly actor: CodeColumn | undefined;
  readonly role: CodeColumn | undefined;
  readonly sequence: GrowingColumn | undefined;
  readonly stamped: readonly (Pick<Stamped, 'event' | 'from'> & { readonly stamps: GrowingStampColumn })[];
  readonly totals: readonly {
    readonly name: string;
    readonly lengths: GrowingColumn;
    readonly doubts: GrowingColumn;
  }[];
  readonly fields: readonly {
    readonly field: string;
    readonly values: CodeColumn;
    readonly before: CodeColumn | undefined;
  }[];
  /** What the source says of its own promises. */
  readonly verdicts: readonly CodeColumn[];
}

export function eventTable(records: Records): EventTable {
  const rows = new ColumnSet();
  const codes = (isThere: unknown) => (isThere === undefined ? undefined : rows.codes(BLANK));
  const values = textDictionary();
  // Event columns name their event in the policy, not in a cell.
  const timed = records.durations.flatMap(({ name, after, column }) =>
    after === undefined ? [] : [{ event: name, from: { after, column } }],
  );
  const totals = records.durations.flatMap(({ name, after }) => (after === undefined ? [name] : []));
  const stamped: readonly Pick<Stamped, 'event' | 'from'>[] = [
    ...records.events.map(({ event }) => ({ event })),
    ...timed,
  ];
  for (const { event } of stamped) values.intern(event);
  return {
    rows,
    tickets: textDictionary(),
    values,
    ticket: rows.codes(0),
    file: rows.codes(0),
    line: rows.codes(0),
    moment: records.at && rows.stamps(),
    event: codes(records.event ?? records.change),
    actor: codes(records.actor),
    role: codes(records.actor?.role),
    sequence: records.sequence && rows.numbers(Number.NaN),
    stamped: stamped.map((column) => ({ ...column, stamps: rows.stamps() })),
    totals: totals.map((name) => ({
      name,
      lengths: rows.numbers(Number.NaN),
      doubts: rows.numbers(0),
    })),
    fields: records.fields.map(({ field }) => ({
      field,
      values: rows.codes(BLANK),
      before: codes(records.change?.from),
    })),
    verdicts: (records.verdicts ?? []).map(() => rows.codes(BLANK)),
  };
}

/** The table as an event log, when it has all rows; what it does not have is absent, not `undefined`. */
export function toEventLog(table: EventTable, files: readonly string[], incomplete: ReadonlySet<number>): EventLog {
  table.rows.seal();
  return {
    files,
    rows: table.ticket.length,
    tickets: table.tickets,
    values: table.values,
    ticket: table.ticket,
    file: table.file,
    line: table.line,
    ...(table.moment && { moment: table.moment }),
    ...(table.event && { event: table.event }),
    ...(table.actor && { actor: table.actor }),
    ...(table.role && { role: table.role }),
    ...(table.sequence && { sequence: table.sequence }),
    stamped: table.stamped,
    totals: table.totals,
    fields: table.fields.map(({ field, values, before }) => ({ field, values, ...(before && { before }) })),
    ...(table.verdicts.length > 0 && { verdicts: table.verdicts }),
    incomplete,
  };
}

/** The log with only these rows, in this order; tickets without a row are gone from its dictionary. */
export function selectRows(log: EventLog, rows: Int32Array): EventLog {
  const column = (source: NumberColumn): NumberColumn => ({
    length: rows.length,
    at: (row) => source.at(rows[row] ?? 0),
    gather: (own, from, to, into) => source.gather(chosen(own, from, to), 0, to - from, into),
    copy: (from, to, into) => source.gather(rows, from, to, into),
  });
  const chosen = (own: Int32Array, from: number, to: number) => own.slice(from, to).map((row) => rows[row] ?? 0);
  const stamps = (source: EventLog['stamped'][number]['stamps']) => ({
    at: (row: number) => source.at(rows[row] ?? 0),
    earliest: (row: number) => source.earliest(rows[row] ?? 0),
    latest: (row: number) => source.latest(rows[row] ?? 0),
    grade: (row: number) => source.grade(rows[row] ?? 0),
    gather: (own: Int32Array, from: number, to: number, into: Float64Array) =>
      source.gather(chosen(own, from, to), 0, to - from, into),
    copy(from: number, to: number, into: Float64Array): void {
      source.gather(rows, from, to, into);
    },
  });
  const field = ({ field: name, values, before }: FieldColumn): FieldColumn => ({
    field: name,
    values: column(values),
    ...(before && { before: column(before) }),
  });
  const tickets = textDictionary();
  const grouped = new ColumnSet();
  const ticket = grouped.codes(0);
  for (const row of rows) {
    ticket.set(tickets.intern(log.tickets.text(log.ticket.at(row))));
    grouped.next();
  }
  grouped.seal();
  return {
    files: log.files,
    rows: rows.length,
    tickets,
    values: log.values,
    ticket,
    file: column(log.file),
    line: column(log.line),
    ...(log.moment && { moment: stamps(log.moment) }),
    ...(log.event && { event: column(log.event) }),
    ...(log.actor && { actor: column(log.actor) }),
    ...(log.role && { role: column(log.role) }),
    ...(log.sequence && { sequence: column(log.sequence) }),
    stamped: log.stamped.map((each) => ({ ...each, stamps: stamps(each.stamps) })),
    totals: log.totals.map(({ name, lengths, doubts }) => ({ name, lengths: column(lengths), doubts: column(doubts) })),
    fields: log.fields.map(field),
    ...(log.verdicts && { verdicts: log.verdicts.map(column) }),
    incomplete: recode(log.incomplete, log.tickets, tickets),
  };
}

function recode(codes: ReadonlySet<number>, from: Dictionary, to: Dictionary): ReadonlySet<number> {
  const found = [...codes].map((code) => to.code(from.text(code)));
  return new Set(found.filter((code) => code !== undefined));
}
