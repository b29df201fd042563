import type { Code } from '../diagnostics/codes.ts';
import { codes } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { EventLog, Tally } from '../domain/event-log.ts';
import type { Records } from '../domain/policy.ts';
import type { Source } from '../domain/source.ts';
import { collectRows } from './collect-rows.ts';
import { readCsv } from './csv/read-csv.ts';
import { decode } from './decode.ts';
import { readJson } from './json/read-json.ts';
import { type NamedColumn, namedColumns } from './named-columns.ts';
import { peek } from './peek.ts';
import type { RowSink } from './row-sink.ts';
import { Unusable } from './unusable.ts';

/** Enough to see a file's format and its header. */
const HEAD = 65_536;

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
 * Reads exports into one event log: CSV or JSON, told by their first character, packed with gzip or not.
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
  const columns = namedColumns(policy.records);
  const collector = collectRows(policy.records, columns);
  const faults: Diagnostic<Code>[] = [];
  let done = 0;
  let current = 0;
  for (const source of sources.toSorted(byName)) {
    done += current;
    current = 0;
    const sink = collector.open(source.name);
    try {
      await readExport(source, policy.records, { columns, sink }, (bytes) => {
        current = bytes;
        progress?.(done + bytes);
      });
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      sink.reject();
      faults.push(...error.diagnostics);
    }
  }
  const { log, tallies, diagnostics: findings } = collector.finish();
  const diagnostics = [...faults, ...findings];
  const isUnusable = diagnostics.some(({ code }) => codes[code].severity === 'error');
  return { value: isUnusable ? undefined : { log, tallies }, diagnostics };
}

interface Destination {
  readonly columns: readonly NamedColumn[];
  readonly sink: RowSink;
}

async function readExport(
  source: Source,
  records: Records,
  { columns, sink }: Destination,
  progress: (bytes: number) => void,
): Promise<void> {
  const file = source.name;
  const bytes = await peek(decode(source, progress), HEAD);
  const first = bytes.head.find((byte) => byte > 0x20);
  if (first === 0x5b || first === 0x7b) await readJson(bytes.chunks, { file, columns, rows: records.rows }, sink);
  else await readCsv(bytes, { file, columns, delimiter: records.file.delimiter }, sink);
}

/** By code units: the same order on every machine. */
function byName(a: Source, b: Source): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
