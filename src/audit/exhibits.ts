import { monthOf } from '../calendar/periods.ts';
import { reachOf } from '../calendar/spans.ts';
import { zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Dictionary, EventLog, NumberColumn, Tally } from '../domain/event-log.ts';
import type { Policy } from '../domain/policy.ts';
import type { Period, Span } from '../domain/time.ts';
import { emptySpans, extentOf, stampsOf } from '../timeline/extent.ts';
import { someInstants } from '../timeline/some-rows.ts';
import { eventsSeen } from '../timeline/unseen.ts';

/** What the exports say, and what is to be known of them as a whole. */
export interface Exhibits {
  /** Of merged parts it has the names of the tickets, and no rows: all that was to be judged has been judged. */
  readonly log: EventLog;
  readonly tallies: readonly Tally[];
  /** Of finding and reading them. */
  readonly findings: readonly Diagnostic<Code>[];
  readonly extent: Span | undefined;
  /** Events that happen in them. */
  readonly events: () => ReadonlySet<string>;
  /** Those of these months, in order, that have no stamp. */
  readonly emptyMonths: (months: readonly Period[]) => readonly Period[];
}

export function exhibitsOf(log: EventLog, tallies: readonly Tally[], findings: readonly Diagnostic<Code>[]): Exhibits {
  return {
    ...{ log, tallies, findings },
    extent: extentOf(log),
    events: () => eventsSeen(log),
    emptyMonths: (months) => emptySpans(log, months),
  };
}

/** The same of a part of the exports, without its rows: plain values. */
export interface ExhibitNotes {
  readonly tickets: readonly string[];
  readonly tallies: readonly Tally[];
  readonly findings: readonly Diagnostic<Code>[];
  readonly extent?: Span;
  readonly events: readonly string[];
  /** Months of the policy's zone that have a stamp, `2026-10`. */
  readonly months: readonly string[];
}

/** What whoever merges parts has to know of them; what is not needed is left out, for it takes time to find. */
export interface NoteNeeds {
  readonly tickets: boolean;
  readonly events: boolean;
  readonly months: boolean;
}

export function notesOf(
  { log, tallies, findings, extent, events }: Exhibits,
  timezone: string,
  needs: NoteNeeds,
): ExhibitNotes {
  const tickets = needs.tickets ? Array.from({ length: log.tickets.size }, (_, code) => log.tickets.text(code)) : [];
  return {
    tickets: tickets.sort(),
    ...{ tallies, findings },
    ...(extent !== undefined && { extent }),
    events: needs.events ? [...events()].sort() : [],
    months: needs.months ? monthsIn(log, timezone) : [],
  };
}

function monthsIn(log: EventLog, timezone: string): string[] {
  const there = zone(timezone);
  if (there === undefined) throw new RangeError(`no zone "${timezone}"`);
  const quarters = new Set<number>();
  let last = Number.NaN;
  for (const column of stampsOf(log)) {
    for (const instants of someInstants(column, log.rows)) {
      for (let index = 0; index < instants.length; index++) {
        // Since zones are told by the clock, they differ by whole quarters of an hour: a month begins with one of them.
        const quarter = Math.floor(instants[index]! / QUARTER);
        if (quarter === last || Number.isNaN(quarter)) continue;
        quarters.add(quarter);
        last = quarter;
      }
    }
  }
  return [...new Set(Array.from(quarters, (quarter) => monthOf(quarter * QUARTER, there)))].sort();
}

const QUARTER = 900_000;

/** What parts of the exports are together. They share no ticket; files come in the order in which one run would read them. */
export function exhibitsOfParts(parts: readonly ExhibitNotes[], policy: Policy, inOrder: FileOrder): Exhibits {
  const months = new Set(parts.flatMap((part) => part.months));
  return {
    log: logWithoutRows(
      policy,
      parts.flatMap(({ tickets }) => tickets),
    ),
    tallies: inOrder(parts.flatMap(({ tallies }) => tallies)),
    findings: parts.flatMap(({ findings }) => findings),
    extent: reachOf(parts.flatMap(({ extent }) => extent ?? [])),
    events: () => new Set(parts.flatMap(({ events }) => events)),
    emptyMonths: (asked) => asked.filter(({ label }) => !months.has(label)),
  };
}

/** Tallies in the order of their files. */
export type FileOrder = (tallies: readonly Tally[]) => readonly Tally[];

const NO_TEXTS: Dictionary = {
  size: 0,
  text: () => '',
  code: () => undefined,
};

function logWithoutRows({ records }: Policy, tickets: readonly string[]): EventLog {
  const codes = new Map(tickets.map((ticket, code) => [ticket, code]));
  const none: NumberColumn = { length: 0, at: () => Number.NaN, gather: () => undefined, copy: () => undefined };
  return {
    files: [],
    rows: 0,
    tickets: {
      ...NO_TEXTS,
      size: tickets.length,
      text: (code) => tickets[code] ?? '',
      code: (text) => codes.get(text),
    },
    values: NO_TEXTS,
    ...{ ticket: none, file: none, line: none },
    stamped: [],
    totals: [],
    fields: records.fields.map(({ field }) => ({ field, values: none })),
    incomplete: new Set(),
  };
}
