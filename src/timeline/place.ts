import type { Place } from '../domain/diagnostic.ts';
import type { EventLog } from '../domain/event-log.ts';
import type { Timeline } from './timeline.ts';

/** File and line of a row. */
export function placeOf(log: EventLog, row: number): Place {
  return { file: log.files[log.file.at(row)] ?? '', line: log.line.at(row) };
}

/** The first row of a step; before the first step, the first row of all. */
export function rowOf(timeline: Timeline, step: number): number {
  return timeline.factRow[timeline.stepStart[Math.max(step, 0)]!]!;
}
