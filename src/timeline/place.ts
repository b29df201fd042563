import type { Place } from '../domain/diagnostic.ts';
import { BLANK, type EventLog } from '../domain/event-log.ts';
import type { Timeline } from './timeline.ts';

/** File and line of a row. */
export function placeOf(log: EventLog, row: number): Place {
  return { file: log.files[log.file.at(row)] ?? '', line: log.line.at(row) };
}

/** The row of a step that says what a field is then; the step's first where none does: in form tickets. */
export function rowSaying(timeline: Timeline, step: number, field: number): number {
  const value = timeline.value(step, field);
  const first = timeline.stepStart[Math.max(step, 0)]!;
  for (let fact = timeline.stepStart[Math.max(step, 0) + 1]! - 1; fact > first; fact--) {
    const own = timeline.ownValue(fact, field);
    if (own !== BLANK && Math.max(BLANK, own) === value) return timeline.factRow[fact]!;
  }
  return timeline.factRow[first]!;
}

/** The first row of a step; before the first step, the first row of all. */
export function rowOf(timeline: Timeline, step: number): number {
  return timeline.factRow[timeline.stepStart[Math.max(step, 0)]!]!;
}
