import type { OpenTime } from '../domain/calendar.ts';
import type { Instant, Millis, Span } from '../domain/time.ts';

/** A part of a run that may count, or does not, for one reason. */
export interface Stretch extends Span {
  readonly kind: 'counts' | 'pause' | 'exclusion' | 'between-rounds';
  /** Which pause, exclusion or gap: its index in the list it came from. */
  readonly source: number;
}

/**
 * A run's stretches from `start` on, without gaps between them, the last without end.
 * Time both paused and excluded counts as excluded; time between a stop and its reopening counts in neither.
 */
export function layOut(
  start: Instant,
  pauses: readonly Span[],
  exclusions: readonly Span[],
  gaps: readonly Span[],
): readonly Stretch[] {
  let stretches: readonly Stretch[] = [{ start, end: Infinity, kind: 'counts', source: -1 }];
  if (pauses.length === 0 && exclusions.length === 0 && gaps.length === 0) return stretches;
  stretches = overlay(stretches, pauses, 'pause');
  stretches = overlay(stretches, exclusions, 'exclusion');
  return joined(overlay(stretches, gaps, 'between-rounds'));
}

/** Neighbours that are the same for the same reason are one stretch. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last?.kind === stretch.kind && last.source === stretch.source) {
      result[result.length - 1] = { ...last, end: stretch.end };
    } else result.push(stretch);
  }
  return result;
}

function overlay(stretches: readonly Stretch[], spans: readonly Span[], kind: Stretch['kind']): readonly Stretch[] {
  let result = stretches;
  spans.forEach((span, source) => {
    result = result.flatMap((stretch) => {
      const [start, end] = [Math.max(stretch.start, span.start), Math.min(stretch.end, span.end)];
      if (start >= end) return stretch;
      return [
        { ...stretch, end: start },
        { start, end, kind, source },
        { ...stretch, start: end },
      ].filter((part) => part.start < part.end);
    });
  });
  return result;
}

/** Source of a pause that no rule placed. */
export const UNPLACED = -1;

/**
 * The stretches with the first `amount` of time that counts since `from` as a pause: of a pause nobody knows when it was, and
 * had it come first, all that follows came late, so that no reading gives the employee more time.
 */
export function pausedFirst(
  stretches: readonly Stretch[],
  openTime: OpenTime,
  from: Instant,
  amount: Millis,
): readonly Stretch[] {
  if (amount <= 0) return stretches;
  const until = instantOf(stretches, openTime, from, amount) ?? Infinity;
  return stretches.flatMap((stretch): Stretch[] => {
    const [start, end] = [Math.max(stretch.start, from), Math.min(stretch.end, until)];
    if (stretch.kind !== 'counts' || start >= end) return [stretch];
    const parts: Stretch[] = [
      { ...stretch, end: start },
      { start, end, kind: 'pause', source: UNPLACED },
      { ...stretch, start: end },
    ];
    return parts.filter((part) => part.start < part.end);
  });
}

/** Open time of one kind of stretch within `[from, until)`. */
export function openTimeOf(
  stretches: readonly Stretch[],
  kind: Stretch['kind'],
  openTime: OpenTime,
  from: Instant,
  until: Instant,
): Millis {
  let sum = 0;
  for (const stretch of stretches) {
    if (stretch.start >= until) break;
    if (stretch.kind !== kind || stretch.end <= from) continue;
    sum += openTime.between(Math.max(stretch.start, from), Math.min(stretch.end, until));
  }
  return sum;
}

/**
 * The earliest instant by which `amount` of time has counted since `from`; `undefined` when it never does.
 * Used up exactly at closing time, or exactly when a pause begins, that is the instant (S5).
 */
export function instantOf(
  stretches: readonly Stretch[],
  openTime: OpenTime,
  from: Instant,
  amount: Millis,
): Instant | undefined {
  let left = amount;
  for (const stretch of stretches) {
    if (stretch.kind !== 'counts' || stretch.end <= from) continue;
    const start = Math.max(stretch.start, from);
    if (stretch.end === Infinity) return openTime.after(start, left);
    const here = openTime.between(start, stretch.end);
    if (here >= left && here > 0) return openTime.after(start, left);
    left -= here;
  }
  return undefined;
}
