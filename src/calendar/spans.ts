import type { Millis, Span } from '../domain/time.ts';

// Lists given and returned are sorted, and their spans neither overlap nor touch, unless it says otherwise.
// Spans are half-open (S1); one of no length is no span.

/** Spans in any order become a list: overlapping and adjoining ones merge. */
export function union(spans: Iterable<Span>): Span[] {
  const merged: Span[] = [];
  for (const span of inOrder(Array.from(spans))) {
    const last = merged.at(-1);
    if (span.end <= span.start) continue;
    if (last === undefined || span.start > last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
  }
  return merged;
}

function inOrder(spans: Span[]): Span[] {
  const isSorted = spans.every((span, i) => i === 0 || (spans[i - 1]?.start ?? 0) <= span.start);
  return isSorted ? spans : spans.sort((a, b) => a.start - b.start);
}

/** What lies in both. */
export function intersect(left: readonly Span[], right: readonly Span[]): Span[] {
  const both: Span[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const a = left[i];
    const b = right[j];
    if (a === undefined || b === undefined) return both;
    const start = Math.max(a.start, b.start);
    const end = Math.min(a.end, b.end);
    if (start < end) both.push({ start, end });
    if (a.end <= b.end) i++;
    else j++;
  }
}

/** What lies in `left` and not in `right`. */
export function subtract(left: readonly Span[], right: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let j = 0;
  for (const span of left) {
    let start = span.start;
    for (let cut = right[j]; cut !== undefined && cut.start < span.end; cut = right[++j]) {
      if (cut.start > start) rest.push({ start, end: cut.start });
      if (cut.end > start) start = cut.end;
      if (cut.end > span.end) break; // it may reach into the next span as well
    }
    if (start < span.end) rest.push({ start, end: span.end });
  }
  return rest;
}

/** The sum of the lengths. */
export function total(spans: readonly Span[]): Millis {
  let sum = 0;
  for (const span of spans) sum += span.end - span.start;
  return sum;
}

/** From the first start to the last end of spans in any order, those of no length among them; `undefined` where there are none. */
export function reachOf(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
