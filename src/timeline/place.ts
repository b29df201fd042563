import type { Place } from '../domain/diagnostic.ts';
import type { EventLog } from '../domain/event-log.ts';

/** File and line of a row. */
export function placeOf(log: EventLog, row: number): Place {
  return { file: log.files[log.file.at(row)] ?? '', line: log.line.at(row) };
}
