import type { Code } from '../../diagnostics/codes.ts';
import { findingList } from '../../diagnostics/finding-list.ts';
import { say, someOf } from '../../diagnostics/say.ts';
import type { Diagnostic, Sentence } from '../../domain/diagnostic.ts';
import type { EventLog, NumberColumn } from '../../domain/event-log.ts';
import type { Records } from '../../domain/policy.ts';
import { selectRows } from '../log/event-table.ts';

interface Settled {
  readonly log: EventLog;
  readonly setAside: readonly { readonly row: number; readonly reason: string }[];
  readonly diagnostics: readonly Diagnostic<Code>[];
}

/**
 * Form tickets: one row a ticket. Of rows that say the same, one stays. Of rows that differ, `last` keeps that of the later
 * snapshot: of the file whose stamps reach furthest; inside one file, and where files reach equally far, the one with the
 * latest stamp. `first` keeps the other end, `error` none. Which row stands first in which file decides nothing, nor does
 * the order of files.
 */
export function settleRepeats(log: EventLog, rule: Records['repeats']): Settled {
  // The dictionary has no tickets but those of rows.
  if (log.tickets.size === log.rows) return { log, setAside: [], diagnostics: [] };
  const setAside: { row: number; reason: string }[] = [];
  const contradictions = findingList();
  const overlaps = overlapLedger(log);
  const reaches = reachOfFiles(log);
  for (const rows of repeatedRows(log)) {
    const states = statesOf(log, rows, reaches, rule);
    const kept = rule === 'error' && states.length > 1 ? undefined : rule === 'first' ? states[0] : states.at(-1);
    for (const state of states) {
      const reason = state === kept ? 'repeated-row' : kept === undefined ? 'duplicate-ticket' : 'superseded';
      if (state !== kept) setAside.push({ row: state.row, reason });
      for (const row of state.copies) setAside.push({ row, reason: kept === undefined ? reason : 'repeated-row' });
    }
    const rivals = states.filter((state) => state !== kept);
    if (rivals.length === 0) continue;
    if (kept !== undefined && rivals.every(({ reach }) => reach !== kept.reach)) {
      for (const { row } of rivals) overlaps.add(kept.row, row);
    } else contradictions.add(duplicate(log, rows, kept?.row, rule));
  }
  const diagnostics = [...contradictions.list(), ...overlaps.findings(rule, reaches)];
  if (setAside.length === 0) return { log, setAside, diagnostics };
  const gone = new Set(setAside.map(({ row }) => row));
  const stay = Int32Array.from({ length: log.rows }, (_, row) => row).filter((row) => !gone.has(row));
  return { log: selectRows(log, stay), setAside, diagnostics };
}

/** What some rows of a ticket say alike: one of them stands for all. */
interface State {
  readonly row: number;
  readonly copies: readonly number[];
  /** How far the file reaches that says so: of several the one that decides. */
  readonly reach: number;
}

/** The states of a ticket, the earliest first. */
function statesOf(
  log: EventLog,
  rows: readonly number[],
  reaches: readonly number[],
  rule: Records['repeats'],
): State[] {
  const states: State[] = [];
  const reachOf = (row: number) => reaches[log.file.at(row)] ?? 0;
  const alike: number[][] = [];
  for (const row of rows.toSorted((a, b) => compareRows(log, a, b))) {
    const group = alike.at(-1);
    if (group?.[0] !== undefined && compareRows(log, group[0], row) === 0) group.push(row);
    else alike.push([row]);
  }
  for (const group of alike) {
    const reach = group.map(reachOf).reduce((a, b) => (rule === 'first' ? Math.min(a, b) : Math.max(a, b)));
    const row = group.find((each) => reachOf(each) === reach) ?? 0;
    states.push({ row, copies: group.filter((each) => each !== row), reach });
  }
  return states.sort((a, b) => a.reach - b.reach || compareRows(log, a.row, b.row));
}

/** Of a file or row without a single stamp. */
const NOWHERE = Number.MIN_SAFE_INTEGER;

/** Of each file the latest instant of any event: how far it reaches. An export of October knows more than September's. */
function reachOfFiles(log: EventLog): readonly number[] {
  const reaches = new Array<number>(log.files.length).fill(NOWHERE);
  for (let row = 0; row < log.rows; row++) {
    const file = log.file.at(row);
    reaches[file] = Math.max(reaches[file] ?? 0, latestStamp(log, row));
  }
  return reaches;
}

/** Tickets of which a row of one file stood back behind that of another, by pairs of files. */
function overlapLedger(log: EventLog) {
  const pairs = new Map<string, { kept: number; gone: number; tickets: number; example: string; line: number }>();
  return {
    add(kept: number, gone: number): void {
      const files = [log.file.at(kept), log.file.at(gone)] as const;
      const ticket = log.tickets.text(log.ticket.at(gone));
      const pair = pairs.get(files.join(' '));
      if (pair === undefined) {
        const [to, from] = files;
        pairs.set(files.join(' '), { kept: to, gone: from, tickets: 1, example: ticket, line: log.line.at(gone) });
      } else {
        pair.tickets++;
        if (ticket < pair.example) Object.assign(pair, { example: ticket, line: log.line.at(gone) });
      }
    },
    findings(rule: Records['repeats'], reaches: readonly number[]): Diagnostic<Code>[] {
      return [...pairs.values()].map(({ kept, gone, tickets, example, line }) => {
        const [to, from] = [log.files[kept] ?? '', log.files[gone] ?? ''];
        return {
          code: 'overlapping-exports',
          place: { file: from, line },
          message:
            tickets === 1
              ? say`a ticket stands otherwise in ${to}, which is used; the first is "${example}"`
              : say`${tickets} tickets stand otherwise in ${to}, which is used; the first is "${example}"`,
          hint: say`${reachText(to, reaches[kept], from, reaches[gone])}: records.repeats is ${rule}.`,
        };
      });
    },
  };
}

/** How far two files reach, of which one may have no stamps at all. */
function reachText(to: string, kept = NOWHERE, from: string, gone = NOWHERE): Sentence {
  if (kept === NOWHERE) return say`${to} has no stamps, those of ${from} reach to ${{ at: gone }}`;
  return gone === NOWHERE
    ? say`The stamps of ${to} reach to ${{ at: kept }}, ${from} has none`
    : say`The stamps of ${to} reach to ${{ at: kept }}, those of ${from} to ${{ at: gone }}`;
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
  let latest = NOWHERE;
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
  for (const { lengths, doubts } of log.totals) {
    const order = compareNumbers(lengths.at(a), lengths.at(b)) || compareNumbers(doubts.at(a), doubts.at(b));
    if (order !== 0) return order;
  }
  const codes: (NumberColumn | undefined)[] = [
    ...log.fields.map(({ values }) => values),
    ...(log.verdicts ?? []),
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

/** Rows of a ticket that are told: a log of events read as a list of tickets has thousands of each. */
const MOST_TOLD = 10;

/** Which of them is used, by `records.repeats`. */
function usedText(name: string, rule: Records['repeats']): Sentence {
  return rule === 'first'
    ? say`${name} is used, the one with the earliest stamp: records.repeats is first. It can be last, first or error.`
    : say`${name} is used, the one with the latest stamp: records.repeats is last. It can be last, first or error.`;
}

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
    message: say`ticket "${ticket}" has ${rows.length} rows that differ: ${someOf(rows.map(name), MOST_TOLD)}`,
    hint:
      kept === undefined ? say`None is used: records.repeats is error. Mend the export.` : usedText(name(kept), rule),
    ticket,
  };
}
