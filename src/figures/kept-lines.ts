import type { Instant } from '../domain/time.ts';
import type { Listed, RunReference } from '../domain/time-figures.ts';
import type { Verdict } from '../domain/verdict.ts';
import { byCodeUnits } from './order.ts';

/** A list longer than this is read by nobody. */
export const MOST_LINES = 10_000;

/** Lines of which only the first few will be shown, whatever the order in which they come. Plain values. */
export interface KeptLines<Line> {
  seen: number;
  lines: Line[];
}

export function emptyLines<Line>(): KeptLines<Line> {
  return { seen: 0, lines: [] };
}

/** @param compare no two lines are equal in it */
export function keepLine<Line>(kept: KeptLines<Line>, line: Line, compare: Compare<Line>, most = MOST_LINES): void {
  kept.seen += 1;
  kept.lines.push(line);
  if (kept.lines.length >= 2 * most) kept.lines = first(kept.lines, compare, most);
}

export function mergeLines<Line>(
  kept: KeptLines<Line>,
  other: KeptLines<Line>,
  compare: Compare<Line>,
  most = MOST_LINES,
): void {
  kept.seen += other.seen;
  kept.lines = first([...kept.lines, ...other.lines], compare, most);
}

export function listed<Line, Told>(
  { seen, lines }: KeptLines<Line>,
  compare: Compare<Line>,
  tell: (line: Line) => Told,
  most = MOST_LINES,
): Listed<Told> {
  const told = first(lines, compare, most).map(tell);
  return { lines: told, leftOut: seen - told.length };
}

type Compare<Line> = (a: Line, b: Line) => number;

function first<Line>(lines: readonly Line[], compare: Compare<Line>, most: number): Line[] {
  return lines.toSorted(compare).slice(0, most);
}

/** Where a row of the event log stands, `tickets.csv:14`; `undefined` for none. */
export type PlaceOf = (row: number) => string | undefined;

export function referenceTo(
  { ticket, run }: Verdict,
  rows: readonly (number | undefined)[],
  placeOf: PlaceOf,
): RunReference {
  const lines = rows.flatMap((row) => (row === undefined || row < 0 ? [] : (placeOf(row) ?? [])));
  return { ticket, clock: run.clock.id, cycle: run.cycle, lines: [...new Set(lines)] };
}

/** By ticket, clock, cycle. */
export function byReference(a: RunReference, b: RunReference): number {
  return byCodeUnits(a.ticket, b.ticket) || byCodeUnits(a.clock, b.clock) || a.cycle - b.cycle;
}

/** By instant, then by reference. */
export function byInstant(a: RunReference & Dated, b: RunReference & Dated): number {
  return a.atMillis - b.atMillis || byReference(a, b);
}

export interface Dated {
  readonly atMillis: Instant;
}
