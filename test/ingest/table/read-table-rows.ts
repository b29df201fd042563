import { say } from '../../../src/diagnostics/say.ts';
import type { Wanted } from '../../../src/ingest/rows/named-columns.ts';
import type { RowSink } from '../../../src/ingest/rows/row-sink.ts';
import { tableRows } from '../../../src/ingest/table/table-rows.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';

export interface Heard {
  /** The columns, as last told, and the line of the header. */
  columns: readonly string[];
  headerLine: number | undefined;
  /** Each row's line and cells; `undefined` is `·`. */
  readonly rows: string[];
  /** `line code` of what was set aside, remarked, or made the table unusable, as it came. */
  readonly told: string[];
  /** Whether `begin` was called before the first row. */
  beganFirst: boolean;
}

export function listener(): { readonly sink: RowSink; readonly heard: Heard } {
  const heard: Heard = { columns: [], headerLine: undefined, rows: [], told: [], beganFirst: true };
  const sink: RowSink = {
    begin(columns, line) {
      heard.columns = columns;
      heard.headerLine ??= line;
    },
    take(cells, line) {
      if (heard.columns.length === 0) heard.beganFirst = false;
      heard.rows.push(`${line} ${cells.map((cell) => cell ?? '·').join('|')}`);
    },
    refuse: (line, { code }) => void heard.told.push(`${line} ${code}`),
    remark: ({ code }, line) => void heard.told.push(`${line ?? '-'} ${code}`),
    reject: () => {},
  };
  return { sink, heard };
}

export function named(...names: readonly string[]): Wanted {
  return names.map((name) => ({ name, isRequired: true, feeds: [say`${name}`] }));
}

/** Reads records, each a text with `|` between cells, from line 1 on. */
export function readRecords(
  records: readonly string[],
  wanted: Wanted,
  options: { readonly header?: readonly number[]; readonly isRagged?: boolean; readonly isCutOff?: boolean } = {},
): Heard {
  const { sink, heard } = listener();
  const { isCutOff, ...rest } = options;
  try {
    const table = tableRows({ file: 'a.csv', wanted, ...rest }, sink);
    for (const [index, record] of records.entries()) table.take(record.split('|'), index + 1);
    table.finish(isCutOff);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    for (const { code, place } of error.diagnostics) heard.told.push(`${place?.line ?? '-'} ${code}`);
  }
  return heard;
}
