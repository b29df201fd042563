import { formatDate } from '../../calendar/dates.ts';
import type { Code } from '../../diagnostics/codes.ts';
import { either, inTurn, say } from '../../diagnostics/say.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { Instant } from '../../domain/time.ts';
import {
  DAY_FIRST,
  type DateOrder,
  type DateOrders,
  dateOrders,
  ORDERS,
  type Whereabouts,
} from '../stamps/date-orders.ts';
import { formatOf, readingsOf } from '../stamps/format-of.ts';
import type { StampReader } from '../stamps/stamp-reader.ts';
import type { Notation } from '../stamps/written-stamp.ts';

/** What the columns of stamps turn out to be while rows are read, and what has to be told of it at the end. */
export interface StampNotes {
  /** What the dates of a column have shown so far; every reader of the column shares it. */
  ordersOf(column: string): DateOrders;
  /** How often a date has ruled out an order, in any column. */
  narrowings(): number;
  /** Another row begins; what was told of the one before is forgotten unless `settle` took it over. */
  begin(): void;
  /** A stamp was read that does not begin with the year. */
  tell(column: string, text: string, reader: StampReader): void;
  /** A stamp cannot be read yet. */
  wait(column: string, text: string): void;
  /** The row is used: what was told of it counts. */
  settle(ticket: string): void;
  /** The row cannot be used for what it waits for. */
  giveUp(): void;
  findings(): readonly Diagnostic<Code>[];
}

interface Told {
  readonly column: string;
  readonly text: string;
  readonly notation: Notation;
  readonly at: Instant;
}

interface Example extends Told, Whereabouts {
  count: number;
}

interface Waiting extends Whereabouts {
  readonly column: string;
  readonly text: string;
  rows: number;
}

const PLUS = 0x2b;

export function stampNotes(here: Whereabouts): StampNotes {
  const orders = new Map<string, DateOrders>();
  const examples = new Map<string, Map<Notation, Example>>();
  const undecided = new Map<string, Waiting>();
  const rounded = new Map<string, { readonly ticket: string; readonly line: number; rows: number }>();
  let told: Told[] = [];
  let waits: { readonly column: string; readonly text: string }[] = [];

  function count(each: Told): void {
    let ofColumn = examples.get(each.column);
    if (ofColumn === undefined) {
      ofColumn = new Map();
      examples.set(each.column, ofColumn);
    }
    const example = ofColumn.get(each.notation);
    if (example === undefined) ofColumn.set(each.notation, { ...each, ...here, count: 1 });
    else {
      example.count++;
      // A row that had to wait is counted late: the example is the first in the files all the same.
      if (isBefore(here, example)) Object.assign(example, each, here);
    }
  }

  function countRounded(ticket: string): void {
    const known = rounded.get(here.file);
    if (known === undefined) rounded.set(here.file, { ticket, line: here.line, rows: 1 });
    else known.rows++;
  }

  return {
    ordersOf(column) {
      let known = orders.get(column);
      if (known === undefined) {
        known = dateOrders(here);
        orders.set(column, known);
      }
      return known;
    },
    narrowings: () =>
      [...orders.values()].reduce((sum, { long, short }) => sum + long.narrowings + short.narrowings, 0),
    begin() {
      if (told.length > 0) told = [];
      if (waits.length > 0) waits = [];
    },
    tell(column, text, { notation, at }) {
      told.push({ column, text, notation, at });
    },
    wait(column, text) {
      waits.push({ column, text });
    },
    settle(ticket) {
      for (const each of told) count(each);
      // Excel writes 2.02403E+13 for a number of more than eleven digits.
      if (ticket.charCodeAt(ticket.length - 3) === PLUS && /^\d(?:[.,]\d+)?E\+\d\d$/i.test(ticket))
        countRounded(ticket);
    },
    giveUp() {
      for (const { column, text } of waits) {
        const known = undecided.get(column);
        if (known === undefined) undecided.set(column, { column, text, ...here, rows: 1 });
        else known.rows++;
      }
    },
    findings() {
      const columns = [...orders].flatMap(([column, { long, short }]) =>
        [long, short].flatMap(({ contradiction }) => (contradiction ? [{ column, contradiction }] : [])),
      );
      const contradicted = new Set(columns.map(({ column }) => column));
      return [
        ...columns.map(({ column, contradiction }) => twoOrders(column, contradiction)),
        ...[...undecided.values()].filter(({ column }) => !contradicted.has(column)).map(dayOrMonth),
        ...[...examples]
          .filter(([column]) => !contradicted.has(column) && !undecided.has(column))
          .map(([column, notations]) => timeFormat(column, [...notations.values()], orders.get(column))),
        ...[...rounded].map(([file, each]) => damagedId(file, each)),
      ];
    },
  };
}

function isBefore(a: Whereabouts, b: Whereabouts): boolean {
  return a.file === b.file ? a.line < b.line : a.file < b.file;
}

function place({ file, line }: Whereabouts): string {
  return `${file}:${line}`;
}

function firstOf(orders: number): (typeof ORDERS)[number] {
  return ORDERS.find(({ bit }) => (orders & bit) !== 0) ?? ORDERS[0];
}

function twoOrders(column: string, [one, other]: NonNullable<DateOrder['contradiction']>): Diagnostic<Code> {
  const words = (orders: number) =>
    either(ORDERS.filter(({ bit }) => (orders & bit) !== 0).map((order) => order.words));
  return {
    code: 'two-date-orders',
    place: { file: other.file, line: other.line },
    message: say`column "${column}" writes dates in two orders: "${one.text}" (${place(one)}) shows that ${words(one.orders)}, "${other.text}" that ${words(other.orders)}`,
    hint:
      'What the others mean nobody can say. Mend the odd ones or export again with the year first; files that are each of ' +
      'one order can be converted one by one.',
  };
}

function dayOrMonth({ column, text, file, line, rows }: Waiting): Diagnostic<Code> {
  const readings = readingsOf(text).map(({ format, date }) => `format: ${format} makes it ${formatDate(date)}`);
  const others = rows === 1 ? '' : `, nor in ${rows - 1} other ${rows === 2 ? 'row' : 'rows'}`;
  return {
    code: 'day-or-month',
    place: { file, line },
    message: `"${text}" in column "${column}": which figure is the day cannot be told${others}; no date of the column shows it`,
    hint: `Say which, at the column or in records.time: ${readings.join(', ')}.`,
  };
}

function timeFormat(column: string, examples: readonly Example[], orders: DateOrders | undefined): Diagnostic<Code> {
  const [first] = examples;
  const total = examples.reduce((sum, { count }) => sum + count, 0);
  const parts = examples.map((example) => {
    const isShort = example.notation === 'short-year';
    const format = formatOf(example.text, firstOf((isShort ? orders?.short : orders?.long)?.orders ?? DAY_FIRST).bit);
    const at = { at: example.at };
    if (examples.length === 1) return say`as ${format}: "${example.text}" is ${at}`;
    if (example === first) return say`${example.count} as ${format}: "${example.text}" is ${at}`;
    return say`${example.count} as ${format}: "${example.text}" (${place(example)}) is ${at}`;
  });
  const shown = [orders?.long, orders?.short].flatMap((order) => order?.witnesses.at(-1) ?? []);
  const proofs = shown.map((each) => say`"${each.text}" (${place(each)}) shows that ${firstOf(each.orders).words}.`);
  const read = parts.reduce((before, part) => say`${before}; ${part}`);
  return {
    code: 'time-format',
    place: { file: first?.file ?? '', line: first?.line ?? 1 },
    message:
      total === 1
        ? say`1 time in column "${column}" is read ${read}`
        : say`${total} times in column "${column}" are read ${read}`,
    hint: inTurn(...proofs, say`If that is wrong, say records.time.format.`),
  };
}

function damagedId(
  file: string,
  { ticket, line, rows }: { readonly ticket: string; readonly line: number; readonly rows: number },
): Diagnostic<Code> {
  return {
    code: 'damaged-id',
    place: { file, line },
    message:
      rows === 1
        ? say`"${ticket}": a spreadsheet has rounded ticket numbers`
        : say`"${ticket}" and ${rows - 1} more: a spreadsheet has rounded ticket numbers`,
    hint: say`Several tickets may have become one. Export again without a spreadsheet, or with the column formatted as text.`,
  };
}
