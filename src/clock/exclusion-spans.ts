import type { Span } from '../domain/time.ts';
import { holdsAt } from '../timeline/condition.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledExclusion } from './compile.ts';

/** A stretch of an exclusion in which its condition held for the ticket. */
export interface ExcludedSpan extends Span {
  readonly exclusion: CompiledExclusion;
}

/** When exclusions touched the ticket: each exclusion's span, where its condition held. */
export function findExclusions(exclusions: readonly CompiledExclusion[], timeline: Timeline): ExcludedSpan[] {
  const spans: ExcludedSpan[] = [];
  for (const exclusion of exclusions) {
    const { start, end } = exclusion.exclusion;
    if (exclusion.when.length === 0) {
      spans.push({ start, end, exclusion });
      continue;
    }
    for (let step = 0; step < timeline.stepCount; step++) {
      if (!holdsAt(exclusion.when, timeline, step)) continue;
      const from = Math.max(start, timeline.stepAt(step));
      const until = Math.min(end, step + 1 < timeline.stepCount ? timeline.stepAt(step + 1) : Infinity);
      if (from < until) spans.push({ start: from, end: until, exclusion });
    }
  }
  return spans;
}
