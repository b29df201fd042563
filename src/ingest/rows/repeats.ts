import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { EventLog, NumberColumn } from '../../domain/event-log.ts';
import type { Records } from '../../domain/policy.ts';
import { selectRows } from '../log/event-table.ts';

interface Settled {
  readonly log: EventLog;
  readonly setAside: readonly { readonly row: number; readonly reason: string }[];
  readonly diagnostics: readonly Diagnostic<Code>[];
}

/**
 * Form tickets: one row a ticket. Of rows that say the same, one stays. Of rows that differ, `last` keeps the one
 * with the latest stamp, `first` the one with the earliest, `error` none. Which row stands first in which file
 * decides nothing.
 */
export function settleRepeats(log: EventLog, rule: Records['repeats']): Settled {
  const setAside: { row: number; reason: string }[] = [];
  const diagnostics: Diagnostic<Code>[] = [];
  for (const rows of repeatedRows(log)) {
    const ranked = rows.toSorted((a, b) => compareRows(log, a, b));
    const different = ranked.filter(
      (row, index) => index === 0 || compareRows(log, row, ranked[index - 1] ?? row) !== 0,
    );
    if (different.length === 1) {
      for (const row of rows.slice(1)) setAside.push({ row, reason: 'repeated-row' });
      continue;
    }
    const kept = rule === 'error' ? undefined : rule === 'last' ? different.at(-1) : different[0];
    for (const row of rows) {
      if (row === kept) continue;
      const isSame = kept !== undefined && !different.includes(row);
      setAside.push({ row, reason: isSame ? 'repeated-row' : kept === undefined ? 'duplicate-ticket' : 'superseded' });
    }
    diagnostics.push(duplicate(log, rows, kept, rule));
  }
  if (setAside.length === 0) return { log, setAside, diagnostics };
  const gone = new Set(setAside.map(({ row }) => row));
  const stay = Int32Array.from({ length: log.rows }, (_, row) => row).filter((row) => !gone.has(row));
  return { log: selectRows(log, stay), setAside, diagnostics };
}

/** The rows of each ticket that has several. */
function repeatedRows(log: EventLog): readonly (readonly number[])[] {
  const first = new Int32Array(log.tickets.size).fill(-1);
  const repeated = new Map<number, number[]>();
  for (let row = 0; row < log.rows; row++) {
    const ticket = log.ticket.at(row);
    const earlier = first[ticket] ?? -1;
    const rows = repeated.get(ticket);
    if (earlier < 0) first[ticket] = row;
    else if (rows === undefined) repeated.set(ticket, [earlier, row]);
    else rows.push(row);
  }
  return [...repeated.values()];
}

/** By latest stamp, then by how many there are, then by content: 0 only for rows that say the same. */
function compareRows(log: EventLog, a: number, b: number): number {
  return (
    latestStamp(log, a) - latestStamp(log, b) || countStamps(log, a) - countStamps(log, b) || compareContent(log, a, b)
  );
}

function latestStamp(log: EventLog, row: number): number {
  let latest = Number.MIN_SAFE_INTEGER;
  for (const { stamps } of log.stamped) {
    const at = stamps.at(row);
    if (at > latest) latest = at;
  }
  return latest;
}

function countStamps(log: EventLog, row: number): number {
  return log.stamped.reduce((count, { stamps }) => count + (Number.isNaN(stamps.at(row)) ? 0 : 1), 0);
}

function compareContent(log: EventLog, a: number, b: number): number {
  for (const { stamps } of log.stamped) {
    const order =
      compareNumbers(stamps.at(a), stamps.at(b)) ||
      compareNumbers(stamps.latest(a), stamps.latest(b)) ||
      compareTexts(stamps.grade(a), stamps.grade(b));
    if (order !== 0) return order;
  }
  const codes: (NumberColumn | undefined)[] = [
    ...log.fields.map(({ values }) => values),
    log.event,
    log.actor,
    log.role,
  ];
  for (const column of codes) {
    if (column === undefined || column.at(a) === column.at(b)) continue;
    return compareTexts(log.values.text(column.at(a)), log.values.text(column.at(b)));
  }
  return log.sequence === undefined ? 0 : compareNumbers(log.sequence.at(a), log.sequence.at(b));
}

/** What is not there comes first. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a - b;
}

/** By code units: the same on every machine. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const WHICH = { last: 'latest', first: 'earliest', error: '' } as const;

function duplicate(
  log: EventLog,
  rows: readonly number[],
  kept: number | undefined,
  rule: Records['repeats'],
): Diagnostic<Code> {
  const ticket = log.tickets.text(log.ticket.at(rows[0] ?? 0));
  const placeOf = (row: number) => ({ file: log.files[log.file.at(row)] ?? '', line: log.line.at(row) });
  const name = (row: number) => `${placeOf(row).file}:${placeOf(row).line}`;
  return {
    code: 'duplicate-ticket',
    place: placeOf(rows[0] ?? 0),
    message: `ticket "${ticket}" has ${rows.length} rows that differ: ${rows.map(name).join(', ')}`,
    hint:
      kept === undefined
        ? 'None is used: records.repeats is error. Mend the export.'
        : `${name(kept)} is used, the one with the ${WHICH[rule]} stamp: records.repeats is ${rule}. It can be last, first or error.`,
    ticket,
  };
}
