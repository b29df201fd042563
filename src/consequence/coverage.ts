import { DAY } from '../calendar/dates.ts';
import { calendarWindow } from '../calendar/windows.ts';
import type { Zone } from '../calendar/zone.ts';
import type { ConsequenceRules, CountingWindow, Ladder } from '../domain/consequence-rules.ts';
import type { Instant, Period, Span } from '../domain/time.ts';
import { windowAt } from './windows.ts';

/** A ladder whose windows reach further back than the exports do. */
export interface Shortfall {
  readonly ladder: string;
  /** From the beginning of the window to the first stamp. */
  readonly missing: Span;
}

export interface Coverage {
  readonly zone: Zone;
  readonly hasPersonnel: boolean;
  /** From when the policy has been in force: what happened before breaks no rule of it; -Infinity: always. */
  readonly since: Instant;
}

/**
 * Ladders that count what happened before the exports begin, for consequences that fall due from an instant on. What came of
 * it for employees is known where there is a personnel file: those that count nothing else need no export.
 */
export function shortfalls(
  { ladders, rewards }: ConsequenceRules,
  dueFrom: Instant,
  extent: Span,
  { zone, hasPersonnel, since }: Coverage,
): Shortfall[] {
  const isOnFile = ({ count, per }: Ladder) => hasPersonnel && per === 'employee' && count.kind === 'consequences';
  return [...ladders.filter((ladder) => !isOnFile(ladder)), ...rewards].flatMap(({ id, window }) => {
    const start = Math.max(windowAt(window, dueFrom, zone).start, since);
    // `ever` has no beginning that could be missing: what the exports hold is all there is.
    if (start === -Infinity || extent.start - start <= QUIET) return [];
    return [{ ladder: id, missing: { start, end: extent.start } }];
  });
}

/** A first day without an event may be a Sunday, and a window that begins at midnight a day later still is covered. */
const QUIET = 4 * DAY;

/** The calendar months in which the windows lie that matter from an instant on, as far as the exports reach. */
export function monthsToCover(
  { ladders, rewards }: ConsequenceRules,
  dueFrom: Instant,
  extent: Span,
  zone: Zone,
): Period[] {
  const windows: CountingWindow[] = [...ladders, ...rewards].map(({ window }) => window);
  if (windows.length === 0) return [];
  const earliest = Math.min(...windows.map((window) => windowAt(window, dueFrom, zone).start));
  const months: Period[] = [];
  for (let at = Math.max(earliest, extent.start); at <= extent.end; ) {
    const month = calendarWindow('month', at, zone);
    months.push(month);
    at = month.end;
  }
  return months;
}
