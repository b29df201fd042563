import type { Millis } from '../domain/time.ts';
import type { PauseSpan } from '../domain/verdict.ts';
import { type CompiledCondition, holdsAt } from '../timeline/condition.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { appended } from './appended.ts';
import { certaintyOf, worseOf } from './certainty.ts';
import { type CompiledTriggers, findFact, NO_FACT } from './trigger.ts';

export type CompiledPause =
  | { readonly kind: 'while'; readonly when: CompiledCondition }
  | { readonly kind: 'between'; readonly from: CompiledTriggers; readonly until: CompiledTriggers };

export interface Pauses {
  /** Union of the rules, in order, disjoint. */
  readonly spans: readonly PauseSpan[];
  /** Rules still pausing at the end, with the row that began it. */
  readonly open: readonly { readonly rule: number; readonly row: number }[];
}

/**
 * When the rules paused the ticket, whatever the clock did meanwhile. A pause still open at the end of the timeline has
 * no end (S14). One longer than `maxPause` of wall time pauses only that long.
 */
export function findPauses(rules: readonly CompiledPause[], timeline: Timeline, maxPause: Millis | undefined): Pauses {
  if (rules.length === 0) return NO_PAUSES;
  let spans: readonly PauseSpan[] = NO_PAUSES.spans;
  let open: Pauses['open'] = NO_PAUSES.open;
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index]!;
    let since = NO_FACT;
    for (let step = 0; step < timeline.stepCount; step++) {
      if (rule.kind === 'while') {
        // Most tickets are never paused: nothing is made of steps at which nothing begins or ends.
        const isPaused = since !== NO_FACT;
        if (holdsAt(rule.when, timeline, step) === isPaused) continue;
        const fact = timeline.stepStart[step]!;
        if (isPaused) spans = appended(spans, spanOf(timeline, since, fact, index));
        since = isPaused ? NO_FACT : fact;
        continue;
      }
      const edge = betweenEdge(rule, timeline, step, since);
      if (edge.end !== NO_FACT) spans = appended(spans, spanOf(timeline, edge.start, edge.end, index));
      since = edge.end === NO_FACT ? edge.start : NO_FACT;
    }
    if (since === NO_FACT) continue;
    open = appended(open, { rule: index, row: timeline.factRow[since]! });
    spans = appended(spans, openSpan(timeline, since, index));
  }
  return spans.length === 0 ? NO_PAUSES : { spans: shorten(unite(spans), maxPause), open };
}

const NO_PAUSES: Pauses = { spans: [], open: [] };

const NO_ROW = -1;

/** The fact that a pause began with (given or new) and the one that ended it, at one step. */
interface Edge {
  readonly start: number;
  readonly end: number;
}

/** At one instant a pause comes before its end (S28); a second `from` changes nothing. */
function betweenEdge(
  rule: { readonly from: CompiledTriggers; readonly until: CompiledTriggers },
  timeline: Timeline,
  step: number,
  since: number,
): Edge {
  const isPaused = since !== NO_FACT;
  const start = isPaused ? since : findFact(rule.from, timeline, step);
  if (start === NO_FACT) return { start, end: NO_FACT };
  return { start, end: findFact(rule.until, timeline, step, isPaused ? NO_FACT : start) };
}

function spanOf(timeline: Timeline, from: number, until: number, rule: number): PauseSpan {
  const span: PauseSpan = {
    start: timeline.factAt[from]!,
    end: timeline.factAt[until]!,
    latestStart: timeline.factLatest[from]!,
    latestEnd: timeline.factLatest[until]!,
    rules: [rule],
    startRow: timeline.factRow[from]!,
    endRow: timeline.factRow[until]!,
    isCut: false,
    certainty: worseOf(certaintyOf(timeline.grade(from)), certaintyOf(timeline.grade(until))),
  };
  return timeline.isExact ? span : { ...earliestOf(timeline, from, until), ...span };
}

/** One that goes on at the end of the timeline. */
function openSpan(timeline: Timeline, since: number, rule: number): PauseSpan {
  const span: PauseSpan = {
    start: timeline.factAt[since]!,
    end: Infinity,
    latestStart: timeline.factLatest[since]!,
    latestEnd: Infinity,
    rules: [rule],
    startRow: timeline.factRow[since]!,
    endRow: NO_ROW,
    isCut: false,
    certainty: certaintyOf(timeline.grade(since)),
  };
  return timeline.isExact ? span : { ...earliestOf(timeline, since, NO_FACT), ...span };
}

/** Where a local time that occurred twice is read as the later (S4). */
function earliestOf(timeline: Timeline, from: number, until: number): Pick<PauseSpan, 'earliestStart' | 'earliestEnd'> {
  const [earliestStart, earliestEnd] = [timeline.factEarliest[from]!, timeline.factEarliest[until]];
  return {
    ...(earliestStart < timeline.factAt[from]! && { earliestStart }),
    ...(earliestEnd !== undefined && earliestEnd < timeline.factAt[until]! && { earliestEnd }),
  };
}

function unite(spans: readonly PauseSpan[]): readonly PauseSpan[] {
  const [only] = spans;
  if (only !== undefined && spans.length === 1 && only.latestEnd > only.start) return spans;
  const sorted = spans.filter((span) => span.latestEnd > span.start).sort((a, b) => a.start - b.start || a.end - b.end);
  const united: PauseSpan[] = [];
  for (const span of sorted) {
    const last = united.at(-1);
    if (last === undefined || span.start > last.end) {
      united.push(span);
      continue;
    }
    const earliestStart = Math.min(last.earliestStart ?? last.start, span.earliestStart ?? span.start);
    const earliestEnd = Math.max(last.earliestEnd ?? last.end, span.earliestEnd ?? span.end);
    united[united.length - 1] = {
      ...(earliestStart < last.start && { earliestStart }),
      ...(earliestEnd < Math.max(last.end, span.end) && { earliestEnd }),
      start: last.start,
      end: Math.max(last.end, span.end),
      latestStart: Math.min(last.latestStart, span.latestStart),
      latestEnd: Math.max(last.latestEnd, span.latestEnd),
      rules: [...new Set([...last.rules, ...span.rules])].sort((a, b) => a - b),
      startRow: last.startRow,
      endRow: span.end > last.end ? span.endRow : last.endRow,
      isCut: false,
      certainty: worseOf(last.certainty, span.certainty),
    };
  }
  return united;
}

function shorten(spans: readonly PauseSpan[], maxPause: Millis | undefined): readonly PauseSpan[] {
  if (maxPause === undefined) return spans;
  return spans.map((span) => ({
    ...span,
    end: Math.min(span.end, span.start + maxPause),
    isCut: span.end > span.start + maxPause,
    latestEnd: Math.min(span.latestEnd, span.latestStart + maxPause),
    ...(span.earliestEnd !== undefined && {
      earliestEnd: Math.min(span.earliestEnd, (span.earliestStart ?? span.start) + maxPause),
    }),
  }));
}
