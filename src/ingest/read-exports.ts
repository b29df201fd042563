import type { Code } from '../diagnostics/codes.ts';
import { codes } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { EventLog, Tally } from '../domain/event-log.ts';
import type { Records } from '../domain/policy.ts';
import type { Source } from '../domain/source.ts';
import { unpack } from './bytes/unpack.ts';
import { readPart } from './read-part.ts';
import { collectRows } from './rows/collect-rows.ts';
import { namedColumns } from './rows/named-columns.ts';
import type { RowSink } from './rows/row-sink.ts';
import type { Tell } from './tell.ts';
import { Unusable } from './unusable.ts';

interface ExportPolicy {
  readonly records: Records;
  /** IANA name. */
  readonly timezone: string;
}

export interface Exports {
  readonly log: EventLog;
  /** In the order of `log.files`. */
  readonly tallies: readonly Tally[];
}

/**
 * Reads exports into one event log, whatever their formats and packings: these are told by their content (`read-part.ts`).
 *
 * Sources are read in the order of their names, however they are given. Every fault of every file is reported; the
 * value is `undefined` if one of them makes the exports unusable. Rows that cannot be used are set aside, each with a
 * finding, and counted in the tallies. `progress` gets the bytes read so far of all sources together, as they are
 * stored. An error of a source's own (a file that cannot be opened) rejects the promise.
 */
export async function readExports(
  sources: readonly Source[],
  policy: ExportPolicy,
  progress?: (bytes: number) => void,
): Promise<Reading<Exports | undefined, Code>> {
  const { records } = policy;
  const columns = namedColumns(records);
  const collector = collectRows(records, columns);
  const options = { wanted: columns, file: records.file, rows: records.rows };
  const faults: Diagnostic<Code>[] = [];
  const tell: Tell = (finding) => faults.push(finding);
  let done = 0;
  let current = 0;
  for (const source of sources.toSorted(byName)) {
    done += current;
    current = 0;
    let opened: RowSink[] = [];
    const open = (name: string): RowSink => {
      const sink = collector.open(name);
      opened.push(sink);
      return sink;
    };
    const count = (bytes: number) => {
      current = bytes;
      progress?.(done + bytes);
    };
    try {
      for await (const part of unpack(source, tell, count)) {
        opened = [];
        await readPart(part, options, open);
      }
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      if (opened.length === 0) open(source.name);
      for (const sink of opened) sink.reject();
      faults.push(...error.diagnostics);
    }
  }
  const { log, tallies, diagnostics: findings } = collector.finish();
  const diagnostics = [...faults, ...findings];
  const isUnusable = diagnostics.some(({ code }) => codes[code].severity === 'error');
  return { value: isUnusable ? undefined : { log, tallies }, diagnostics };
}

/** By code units: the same order on every machine. */
function byName(a: Source, b: Source): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
