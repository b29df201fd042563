import type { Wanted } from '../../../src/ingest/rows/named-columns.ts';
import type { RowSink } from '../../../src/ingest/rows/row-sink.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { readWorkbook } from '../../../src/ingest/xlsx/read-workbook.ts';

export interface ReadSheet {
  readonly name: string;
  readonly columns: readonly string[];
  /** Each row's number and cells: `4: 297732|2026-09-01`. */
  readonly rows: readonly string[];
  /** Code and row of what was remarked. */
  readonly remarks: readonly string[];
}

/** What a workbook's sheets hold; all columns, unless some are asked for. Of an unusable one the codes of its faults. */
export async function sheetsOf(
  content: Uint8Array,
  { wanted = 'all', sheets }: { readonly wanted?: Wanted; readonly sheets?: readonly string[] } = {},
): Promise<readonly ReadSheet[] | readonly string[]> {
  const read: { name: string; columns: readonly string[]; rows: string[]; remarks: string[] }[] = [];
  const open = (name: string): RowSink => {
    const sheet = { name, columns: [] as readonly string[], rows: [] as string[], remarks: [] as string[] };
    read.push(sheet);
    return {
      begin: (columns) => {
        sheet.columns = columns;
      },
      take: (cells, line) => sheet.rows.push(`${line}: ${cells.join('|')}`),
      refuse: (line, { code }) => sheet.remarks.push(`${code} ${line}`),
      remark: ({ code }, line) => sheet.remarks.push(line === undefined ? code : `${code} ${line}`),
      reject: () => {},
    };
  };
  try {
    await readWorkbook({ name: 'book', content }, { wanted, options: sheets === undefined ? {} : { sheets } }, open);
    return read;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return error.diagnostics.map(({ code, place }) => `${place?.file} ${code}`);
  }
}

/** The rows of the only sheet. */
export async function rowsOf(content: Uint8Array): Promise<readonly string[]> {
  const [sheet] = await sheetsOf(content);
  if (sheet === undefined || typeof sheet === 'string') throw new Error(`unusable: ${sheet}`);
  return sheet.rows;
}
