import { formatDate } from '../calendar/dates.ts';
import { calendarWindow, monthsBefore } from '../calendar/windows.ts';
import type { Zone } from '../calendar/zone.ts';
import type { CountingWindow } from '../domain/consequence.ts';
import type { Instant } from '../domain/time.ts';

/** The window in which something at an instant is counted. */
export interface WindowAt {
  /** `2026-10`, `2026-Q4`, `2026`; first and last date of a rolling one; `ever`. */
  readonly label: string;
  readonly start: Instant;
  /** Whether `start` itself is in: of a rolling window it is not. */
  readonly isStartIn: boolean;
  /** Out; of a rolling window the instant counted at, which is in. */
  readonly end: Instant;
}

export function windowAt(window: CountingWindow, at: Instant, zone: Zone): WindowAt {
  switch (window.kind) {
    case 'ever':
      return { label: 'ever', start: -Infinity, isStartIn: true, end: at };
    case 'rolling': {
      const start = monthsBefore(at, window.months, zone);
      const [first, last] = [zone.local(start).date, zone.local(at).date];
      return { label: `${formatDate(first)}..${formatDate(last)}`, start, isStartIn: false, end: at };
    }
    default: {
      const { label, start, end } = calendarWindow(window.kind, at, zone);
      return { label, start, isStartIn: true, end };
    }
  }
}

/** How far back from an instant a window can reach. */
export function reachOf(window: CountingWindow, at: Instant, zone: Zone): Instant {
  return windowAt(window, at, zone).start;
}

/** Whether an instant lies in the window of another. */
export function isInWindow({ start, isStartIn, end }: WindowAt, at: Instant): boolean {
  return (isStartIn ? at >= start : at > start) && at <= end;
}
