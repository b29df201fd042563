import type { Column, Value } from '../table.ts';
import type { TextFormat } from './format.ts';
import { record } from './json.ts';

/** A record on each line. */
export const ndjson: TextFormat = { reader: 'machine', ending: 'ndjson', records: writeLines };

function* writeLines(columns: readonly Column[], rows: Iterable<readonly Value[]>): Iterable<string> {
  for (const row of rows) yield `${record(columns, row)}\n`;
}
