import type { OpenTime } from '../domain/calendar.ts';
import type { Instant, Millis, Span } from '../domain/time.ts';

// What `layOut`, `openTimeOf` and `instantOf` tell of stretches, for runs out of which nothing but pauses is taken: by the index
// of open time alone, and without making a stretch of anything. Pauses are in order and disjoint; none has more than begun at `end`.

/** Open time of the pauses within `[start, end)`. */
export function pausedWithin(openTime: OpenTime, pauses: readonly Span[], start: Instant, end: Instant): Millis {
  let sum = 0;
  for (const pause of pauses) sum += openTime.between(Math.max(pause.start, start), Math.min(pause.end, end));
  return sum;
}

/**
 * The earliest instant by which `amount` of open time has counted since `start`; `undefined` when it never does. A pause that
 * goes on at `end` is taken to end there: whatever comes after has not happened yet.
 */
export function countedAfter(
  openTime: OpenTime,
  pauses: readonly Span[],
  start: Instant,
  end: Instant,
  amount: Millis,
): Instant | undefined {
  let left = amount;
  let from = start;
  for (const pause of pauses) {
    const until = Math.min(pause.end, end);
    if (until <= from || pause.start >= until) continue;
    const here = openTime.between(from, pause.start);
    // Used up exactly when a pause begins, that is the instant (S5).
    if (here >= left && here > 0) return openTime.after(from, left);
    left -= here;
    from = until;
  }
  return openTime.after(from, left);
}
