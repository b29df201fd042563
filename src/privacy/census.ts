import { BLANK, type EventLog, type NumberColumn } from '../domain/event-log.ts';
import type { Excuse } from '../domain/excuse.ts';
import type { FindPerson, Person } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { FieldClass } from './field-classes.ts';
import { byCodeUnits } from './order.ts';

/** All that names somebody. */
export interface Names {
  readonly log: EventLog;
  readonly classes: readonly FieldClass[];
  /** Absent: no roster. */
  readonly find: FindPerson | undefined;
  readonly people: readonly Person[];
  readonly excuses: readonly Excuse[];
  readonly asOf: Instant;
}

/** Who and what is to be told apart. */
export interface Census {
  /** Who that is: the roster's id where it settles it, so that an id, a name and an alias are one; else the text itself. */
  readonly person: (text: string, at: Instant) => string;
  /** An actor who is a customer by a field of the records, and nobody of the house. */
  readonly isCustomer: (text: string) => boolean;
  readonly employees: () => ReadonlyMap<string, number>;
  readonly customers: () => ReadonlyMap<string, number>;
  readonly tickets: () => ReadonlyMap<string, number>;
  readonly valuesOf: (field: string) => ReadonlyMap<string, number>;
}

/**
 * Numbers everybody and everything there is, from 1. The order hangs on where they stand in the exports and never on what they
 * are called: were the staff numbered by the alphabet, who knows the staff would know the numbers.
 */
export function takeCensus(names: Names): Census {
  const { log, classes, find } = names;
  const person = (text: string, at: Instant): string => {
    const match = find?.(text, at);
    return match?.kind === 'one' ? match.person.id : text;
  };
  const columns = (is: FieldClass['is']) => log.fields.filter(({ field }) => isOf(classes, field, is));
  const customerCodes = once(() => codesIn(columns('customers').flatMap(valuesAndBefore)));
  const employeeCodes = once(() => codesIn(columns('employees').flatMap(valuesAndBefore)));
  const isCustomer = (text: string): boolean => {
    const code = log.values.code(text);
    if (code === undefined || !customerCodes().has(code) || employeeCodes().has(code)) return false;
    return find?.(text, names.asOf).kind !== 'one';
  };
  const customers = once(() => {
    const marks = emptyMarks();
    for (const column of columns('customers')) addColumn(marks, column, log, (text) => text);
    return numbered(marks);
  });
  return {
    person,
    isCustomer,
    customers,
    employees: once(() => numberEmployees(names, columns('employees'), person, isCustomer)),
    tickets: once(() => {
      const marks = emptyMarks();
      for (let row = 0; row < log.rows; row++) {
        const place = hash(`${log.files[log.file.at(row)]}:${log.line.at(row)}`, 0);
        marks.add(log.tickets.text(log.ticket.at(row)), place);
      }
      return numbered(marks);
    }),
    valuesOf: remembering((field) => {
      const marks = emptyMarks();
      for (const column of log.fields) if (column.field === field) addColumn(marks, column, log, (text) => text);
      return numbered(marks);
    }),
  };
}

function numberEmployees(
  { log, people, excuses, asOf }: Names,
  columns: readonly EventLog['fields'][number][],
  person: Census['person'],
  isCustomer: Census['isCustomer'],
): ReadonlyMap<string, number> {
  const marks = emptyMarks();
  const atRow = (row: number) => {
    const at = log.moment?.at(row) ?? asOf;
    return Number.isNaN(at) ? asOf : at;
  };
  for (const column of columns) addColumn(marks, column, log, (text, row) => person(text, atRow(row)));
  for (const { id } of people) marks.add(id, 0);
  const staff = new Set(marks.sums.keys());
  if (log.actor !== undefined) {
    const column = { field: '\0actor', values: log.actor };
    addColumn(marks, column, log, (text, row) => (isCustomer(text) ? undefined : person(text, atRow(row))));
  }
  for (const { by, ticket, clock, at } of excuses) marks.add(person(by, at), hash(`${ticket} ${clock} ${at}`, 1));
  // A manager stands nowhere but beside their people.
  const known = new Map(people.map(({ id }) => [id, marks.of(id)]));
  for (const { manager, id } of people) if (manager !== '') marks.add(person(manager, asOf), known.get(id) ?? 0);
  // Who only wrote a row may be anybody: they come after the staff.
  return numbered(marks, (value) => staff.has(value));
}

/** Sums of where each value stands: the same whatever the order of the rows. */
interface Marks {
  readonly sums: ReadonlyMap<string, number>;
  add(value: string, mark: number): void;
  of(value: string): number;
}

function emptyMarks(): Marks {
  const sums = new Map<string, number>();
  const of = (value: string) => sums.get(value) ?? 0;
  // A mark has 50 bits: a sum of two stays exact.
  return { sums, of, add: (value, mark) => sums.set(value, (of(value) + mark) % 2 ** 52) };
}

function addColumn(
  marks: Marks,
  { field, values, before }: EventLog['fields'][number],
  log: EventLog,
  identify: (text: string, row: number) => string | undefined,
): void {
  const seed = hash(field, 0);
  for (let row = 0; row < log.rows; row++) {
    const codes = before === undefined ? [values.at(row)] : [values.at(row), before.at(row)];
    for (const [index, code] of codes.entries()) {
      const value = code < 0 ? undefined : identify(log.values.text(code), row);
      if (value === undefined || value === '') continue;
      const at = log.moment?.at(row) ?? index;
      marks.add(value, hash(`${log.tickets.text(log.ticket.at(row))} ${at}`, seed + index));
    }
  }
}

/** By their marks; of two that nothing tells apart but their names, either may be the first. */
function numbered({ sums }: Marks, isFirst: (value: string) => boolean = () => true): ReadonlyMap<string, number> {
  const sorted = [...sums].sort(
    ([a, one], [b, other]) => Number(isFirst(b)) - Number(isFirst(a)) || one - other || byCodeUnits(a, b),
  );
  return new Map(sorted.map(([value], index) => [value, index + 1]));
}

/** FNV-1a in two halves of 25 bits, so that a sum of two is exact. Nothing is kept secret by it. */
function hash(text: string, seed: number): number {
  let high = 0x811c9dc5 ^ seed;
  let low = 0x01000193 ^ seed;
  for (let index = 0; index < text.length; index++) {
    high = Math.imul(high ^ text.charCodeAt(index), 0x01000193);
    low = Math.imul(low ^ text.charCodeAt(index), 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (high >>> 7) * 0x200_0000 + (low >>> 7);
}

function isOf(classes: readonly FieldClass[], field: string, is: FieldClass['is']): boolean {
  return classes.some((each) => each.field === field && each.is === is);
}

function valuesAndBefore({ values, before }: EventLog['fields'][number]): NumberColumn[] {
  return before === undefined ? [values] : [values, before];
}

function codesIn(columns: readonly NumberColumn[]): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) if (column.at(row) > BLANK) codes.add(column.at(row));
  }
  return codes;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function remembering<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, () => Value>();
  return (key) => {
    const found = known.get(key) ?? once(() => make(key));
    known.set(key, found);
    return found();
  };
}
