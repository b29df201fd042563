import { formatDate } from '../calendar/dates.ts';
import { calendarWindow, monthsBefore } from '../calendar/windows.ts';
import type { Zone } from '../calendar/zone.ts';
import type { CalendarWindow, CountingWindow } from '../domain/consequence-rules.ts';
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

/** The same, for many questions: most are about the calendar window of the one before. */
export function windowsOf(window: CountingWindow, zone: Zone): (at: Instant) => WindowAt {
  if (!isCalendarWindow(window)) return (at) => windowAt(window, at, zone);
  let last: WindowAt | undefined;
  return (at) => {
    if (last === undefined || at < last.start || at >= last.end) last = windowAt(window, at, zone);
    return last;
  };
}

/** `ever` and rolling windows have no end that could be waited for. */
export function isCalendarWindow(window: CountingWindow): window is CalendarWindow {
  return window.kind === 'month' || window.kind === 'quarter' || window.kind === 'year';
}

/** Whether a window had begun by an instant. */
export function hasBegun({ start, isStartIn }: Pick<WindowAt, 'start' | 'isStartIn'>, at: Instant): boolean {
  return isStartIn ? at >= start : at > start;
}
