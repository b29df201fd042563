import { BLANK, type EventLog } from '../domain/event-log.ts';
import type { Policy } from '../domain/policy.ts';
import type { Breakdown } from '../domain/report.ts';
import { usualBreakdowns } from './dimensions.ts';

/** A breakdown with more groups than a report can have. */
export interface Crowd {
  readonly by: Breakdown;
  /** How many groups it has at least; of a field how many it has. */
  readonly groups: number;
}

/**
 * The breakdowns that would make more groups than `most`, found before anything is judged. Of two levels the pairs count that
 * occur on one ticket, at whatever time.
 */
export function crowdedBreakdowns(
  policy: Pick<Policy, 'records' | 'clocks'>,
  log: EventLog,
  by: readonly Breakdown[] | undefined,
  most: number,
): Crowd[] {
  // A field cannot have more values than all fields together; times only multiply.
  if (log.values.size <= most && by?.some(({ inner }) => inner !== undefined) !== true) return [];
  const runs = log.tickets.size * (1 + policy.clocks.length);
  return (by ?? usualBreakdowns(policy)).flatMap((each): Crowd[] => {
    const groups =
      each.inner === undefined ? countValues(log, each.by) : countPairs(log, each.by, each.inner, runs, most);
    return groups > most ? [{ by: each, groups }] : [];
  });
}

/** Groups of a dimension that is no field: few, whatever the export says. */
const SLOTS: Readonly<Record<string, number>> = { hour: 25, weekday: 8 };
/** Decades. */
const MONTHS = 600;

/** The field by whose values a dimension divides: of `employee` and the units of the roster the holder. */
export function dividingField(name: string): string {
  return ['employee', 'manager'].includes(name) ? 'assignee' : name;
}

function columnOf(log: EventLog, name: string) {
  return log.fields.find(({ field }) => field === dividingField(name))?.values;
}

function countValues(log: EventLog, name: string): number {
  const column = columnOf(log, name);
  if (column === undefined) return 0;
  const [isSeen, some] = [new Uint8Array(log.values.size), new Int32Array(ROWS)];
  let count = 0;
  for (let row = 0; row < log.rows; row += ROWS) {
    const end = Math.min(row + ROWS, log.rows);
    column.copy(row, end, some);
    count += countNew(some, end - row, isSeen);
  }
  return count;
}

/** Rows that are looked at at once. */
const ROWS = 1 << 12;

/** How many of the first values are seen for the first time; they are noted. */
function countNew(values: Int32Array, count: number, isSeen: Uint8Array): number {
  let seen = 0;
  for (let index = 0; index < count; index++) {
    const value = values[index]!;
    if (value < 0 || isSeen[value] === 1) continue;
    isSeen[value] = 1;
    seen++;
  }
  return seen;
}

/** @param runs no more pairs than tickets and runs can there be */
function countPairs(log: EventLog, outer: string, inner: string, runs: number, most: number): number {
  const [one, other] = [columnOf(log, outer), columnOf(log, inner)];
  const sizeOf = (name: string) =>
    columnOf(log, name) === undefined ? (SLOTS[name] ?? MONTHS) : countValues(log, name) + 1;
  const atMost = Math.min(sizeOf(outer) * sizeOf(inner), runs);
  if (atMost <= most || one === undefined || other === undefined) return atMost;
  const pairs = new Set<number>();
  for (const rows of rowsByTicket(log)) {
    const [values, others] = [new Set(rows.map(one.at)), new Set(rows.map(other.at))];
    for (const value of values) {
      for (const second of others) pairs.add(Math.max(value, BLANK) * (log.values.size + 2) + Math.max(second, BLANK));
      if (pairs.size > most) return pairs.size;
    }
  }
  return pairs.size;
}

function rowsByTicket(log: EventLog): Iterable<number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < log.rows; row++) {
    const ticket = log.ticket.at(row);
    const known = rows.get(ticket);
    if (known === undefined) rows.set(ticket, [row]);
    else known.push(row);
  }
  return rows.values();
}
