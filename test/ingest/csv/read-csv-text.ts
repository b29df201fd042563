import type { FileOptions } from '../../../src/domain/policy.ts';
import { peek } from '../../../src/ingest/bytes/peek.ts';
import { readCsv } from '../../../src/ingest/csv/read-csv.ts';
import type { Wanted } from '../../../src/ingest/rows/named-columns.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { source } from '../exports.ts';
import { type Heard, listener } from '../table/read-table-rows.ts';

/** Reads a text as CSV, in pieces of `size` bytes. */
export async function readCsvText(
  text: string,
  wanted: Wanted,
  options: FileOptions = {},
  size = 65_536,
): Promise<Heard & { readonly fact: string }> {
  const { sink, heard } = listener();
  let fact = '';
  sink.written = ({ delimiter, quote, lineEnds }) => {
    if (delimiter !== undefined) fact = `${delimiter} ${quote} ${lineEnds}`;
  };
  try {
    await readCsv(await peek(source('a.csv', text, size).chunks()), { file: 'a.csv', wanted, options }, sink);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    for (const { code, place } of error.diagnostics) heard.told.push(`${place?.line ?? '-'} ${code}`);
  }
  return { ...heard, fact };
}
