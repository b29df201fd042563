import type { EventLog, StampColumn } from '../domain/event-log.ts';
import type { Instant, Span } from '../domain/time.ts';
import { someInstants } from './some-rows.ts';

/** First and last stamp of all rows, both in; `undefined` without any. */
export function extentOf(log: EventLog): Span | undefined {
  let whole = NOTHING;
  for (const column of stampsOf(log)) {
    for (const instants of someInstants(column, log.rows)) whole = reaching(whole, instants);
  }
  return whole === NOTHING ? undefined : whole;
}

const NOTHING: Span = { start: Infinity, end: -Infinity };

/** What reaches from a span to some instants more; the span itself where none is beyond it. */
function reaching(span: Span, instants: Float64Array): Span {
  let { start, end } = span;
  for (let index = 0; index < instants.length; index++) {
    const at = instants[index]!;
    if (at < start) start = at;
    if (at > end) end = at;
  }
  return start === span.start && end === span.end ? span : { start, end };
}

/** Which of these spans, in order and without overlaps, have no stamp at all. */
export function emptySpans<Each extends Span>(log: EventLog, spans: readonly Each[]): Each[] {
  const empty = new Set(spans);
  for (const column of stampsOf(log)) {
    for (let row = 0; row < log.rows && empty.size > 0; row++) {
      const span = spanAt(spans, column.at(row));
      if (span !== undefined) empty.delete(span);
    }
  }
  return [...empty];
}

function spanAt<Each extends Span>(spans: readonly Each[], at: Instant): Each | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start <= at ? span : undefined;
}

/** Every column of stamps. */
export function stampsOf({ moment, stamped }: EventLog): StampColumn[] {
  return [...(moment === undefined ? [] : [moment]), ...stamped.map(({ stamps }) => stamps)];
}
