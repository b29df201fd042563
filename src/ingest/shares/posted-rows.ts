import { type EventLog, GRADES, type NumberColumn, type StampColumn } from '../../domain/event-log.ts';
import type { Records } from '../../domain/policy.ts';
import type { PostedRows } from '../../domain/share.ts';
import { eventTable, toEventLog } from '../log/event-table.ts';

/** The columns of a log, or of a table that becomes one, each kind in one order. */
interface Columns<Numbers, Stamps> {
  readonly ticket: Numbers;
  readonly file: Numbers;
  /** Codes of values. */
  readonly codes: readonly Numbers[];
  readonly numbers: readonly Numbers[];
  readonly stamps: readonly Stamps[];
}

interface HasColumns<Codes, Numbers, Stamps> {
  readonly ticket: Codes;
  readonly file: Codes;
  readonly line: Codes;
  readonly moment?: Stamps | undefined;
  readonly event?: Codes | undefined;
  readonly actor?: Codes | undefined;
  readonly role?: Codes | undefined;
  readonly sequence?: Numbers | undefined;
  readonly stamped: readonly { readonly stamps: Stamps }[];
  readonly totals: readonly { readonly lengths: Numbers; readonly doubts: Numbers }[];
  readonly fields: readonly { readonly values: Codes; readonly before?: Codes | undefined }[];
  readonly verdicts?: readonly Codes[];
}

function columnsOf<Codes extends Numbers, Numbers, Stamps>(
  log: HasColumns<Codes, Numbers, Stamps>,
): Columns<Numbers, Stamps> {
  const { ticket, file, line, moment, event, actor, role, sequence, stamped, totals, fields, verdicts = [] } = log;
  const isThere = <Column>(column: Column | undefined): column is Column => column !== undefined;
  return {
    ...{ ticket, file },
    codes: [event, actor, role, ...fields.flatMap(({ values, before }) => [values, before]), ...verdicts].filter(
      isThere,
    ),
    numbers: [line, sequence, ...totals.flatMap(({ lengths, doubts }) => [lengths, doubts])].filter(isThere),
    stamps: [moment, ...stamped.map(({ stamps }) => stamps)].filter(isThere),
  };
}

/** Texts by a number of their own, each once. */
function textList() {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  return {
    texts,
    numberOf(text: string): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
  };
}

export function postRows(log: EventLog, rows: readonly number[]): PostedRows {
  const { ticket, file, codes, numbers, stamps } = columnsOf<NumberColumn, NumberColumn, StampColumn>(log);
  const [files, tickets, values] = [textList(), textList(), textList()];
  const column = (numberIn: (row: number) => number) => Float64Array.from(rows, numberIn);
  return {
    files: files.texts,
    tickets: tickets.texts,
    values: values.texts,
    columns: [
      column((row) => tickets.numberOf(log.tickets.text(ticket.at(row)))),
      column((row) => files.numberOf(log.files[file.at(row)] ?? '')),
      ...codes.map((each) =>
        column((row) => (each.at(row) < 0 ? each.at(row) : values.numberOf(log.values.text(each.at(row))))),
      ),
      ...numbers.map((each) => column((row) => each.at(row))),
      ...stamps.flatMap((each) => [
        column((row) => each.earliest(row)),
        column((row) => each.at(row)),
        column((row) => each.latest(row)),
        column((row) => GRADES.indexOf(each.grade(row))),
      ]),
    ],
  };
}

/** A log of the rows that were posted. */
export function logOfPosted(records: Records, posted: readonly PostedRows[], doubtful: readonly string[]): EventLog {
  const table = eventTable(records);
  const { ticket, file, codes, numbers, stamps } = columnsOf(table);
  const files = textList();
  for (const { columns, ...texts } of posted) {
    const tickets = texts.tickets.map((text) => table.tickets.intern(text));
    const values = texts.values.map((text) => table.values.intern(text));
    const names = texts.files.map((text) => files.numberOf(text));
    for (let row = 0; row < (columns[0]?.length ?? 0); row++) {
      let next = 0;
      const number = () => columns[next++]?.[row] ?? Number.NaN;
      ticket.set(tickets[number()] ?? 0);
      file.set(names[number()] ?? 0);
      for (const column of codes) column.set(coded(number(), values));
      for (const column of numbers) column.set(number());
      for (const column of stamps) column.set(number(), number(), number(), number());
      table.rows.next();
    }
  }
  const incomplete = doubtful.flatMap((text) => table.tickets.code(text) ?? []);
  return toEventLog(table, files.texts, new Set(incomplete));
}

/** What is below 0 is no code. */
function coded(code: number, codes: readonly number[]): number {
  return code < 0 ? code : (codes[code] ?? code);
}
