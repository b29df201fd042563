import type { EventLog, NumberColumn } from '../../domain/event-log.ts';

/** The log with its rows on the lines on which they stand in the files: by so many further down as is said of each file. */
export function furtherDown(log: EventLog, moved: ReadonlyMap<string, number>): EventLog {
  if (moved.size === 0) return log;
  const { line, file } = log;
  const lines = Int32Array.from(log.files, (name) => moved.get(name) ?? 0);
  const column: NumberColumn = {
    length: line.length,
    at: (row) => line.at(row) + lines[file.at(row)]!,
    gather(rows, from, to, into) {
      line.gather(rows, from, to, into);
      for (let index = from; index < to; index++) into[index - from]! += lines[file.at(rows[index]!)]!;
    },
    copy(from, to, into) {
      line.copy(from, to, into);
      for (let row = from; row < to; row++) into[row - from]! += lines[file.at(row)]!;
    },
  };
  return { ...log, line: column };
}
