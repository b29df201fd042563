import type { EventLog } from '../domain/event-log.ts';
import type { Span } from '../domain/time.ts';

/** First and last stamp of all rows, both in; `undefined` without any. */
export function extentOf(log: EventLog): Span | undefined {
  let start = Infinity;
  let end = -Infinity;
  const columns = [...(log.moment === undefined ? [] : [log.moment]), ...log.stamped.map(({ stamps }) => stamps)];
  for (const column of columns) {
    for (let row = 0; row < log.rows; row++) {
      const at = column.at(row);
      if (at < start) start = at;
      if (at > end) end = at;
    }
  }
  return end === -Infinity ? undefined : { start, end };
}
