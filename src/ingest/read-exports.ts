import type { Code } from '../diagnostics/codes.ts';
import { codes } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { EventLog, Tally } from '../domain/event-log.ts';
import type { Records } from '../domain/policy.ts';
import type { ReadShare, Share } from '../domain/share.ts';
import type { Source } from '../domain/source.ts';
import { readParts } from './read-parts.ts';
import { collectRows } from './rows/collect-rows.ts';
import { namedColumns } from './rows/named-columns.ts';
import { type PieceNotes, pieceOfFile } from './shares/piece-of-file.ts';

interface ExportPolicy {
  readonly records: Records;
  /** IANA name. */
  readonly timezone: string;
}

export interface Exports extends Pick<ReadShare, 'standsAlone' | 'doubtful' | 'again' | 'lines'> {
  readonly log: EventLog;
  /** In the order of `log.files`. */
  readonly tallies: readonly Tally[];
  readonly hashes: () => Uint32Array;
}

/**
 * Reads exports into one event log, whatever their formats and packings: these are told by their content (`read-part.ts`).
 *
 * Every fault of every file is reported, but of an archive the first that ends a member; the value is `undefined` if one of them
 * makes the exports unusable. Rows that cannot be used are set aside, each with a finding, and counted in the tallies. Order and
 * errors of the sources' own as in `readParts`.
 *
 * @param beginnings see `Share`; a piece whose rows hang on others of the file rejects the promise
 */
export async function readExports(
  sources: readonly Source[],
  policy: ExportPolicy,
  beginnings: Share['beginnings'] = new Map(),
): Promise<Reading<Exports | undefined, Code>> {
  const { records } = policy;
  const columns = namedColumns(records);
  const collector = collectRows(records, columns);
  const options = { wanted: columns, file: records.file, rows: records.rows };
  const faults: Diagnostic<Code>[] = [];
  const notes: PieceNotes = { again: [], lines: new Map() };
  const open = (name: string) => {
    const sink = collector.open(name);
    const beginning = beginnings.get(name);
    return { sink: beginning === undefined ? sink : pieceOfFile(name, beginning, sink, notes) };
  };
  await readParts(
    sources,
    options,
    {
      open,
      done: () => {},
      reject({ diagnostics: why }, tables, source) {
        for (const { sink } of tables.length > 0 ? tables : [open(source.name)]) sink.reject();
        faults.push(...why);
      },
    },
    (finding) => faults.push(finding),
  );
  const { diagnostics: findings, ...collected } = collector.finish();
  const diagnostics = [...faults, ...findings];
  const isUnusable = diagnostics.some(({ code }) => codes[code].severity === 'error');
  return { value: isUnusable ? undefined : { ...collected, ...notes }, diagnostics };
}
