import type { Column, Value } from '../table.ts';
import type { Format } from './format.ts';

/** RFC 4180 with `\n`, no byte order mark; a cell is quoted only where it must be. */
export const csv: Format = { reader: 'machine', records: writeCsv };

function* writeCsv(columns: readonly Column[], rows: Iterable<readonly Value[]>): Iterable<string> {
  yield line(columns.map((column) => column.key));
  for (const row of rows) yield line(row);
}

function line(values: readonly Value[]): string {
  return `${values.map(csvCell).join(',')}\n`;
}

function csvCell(value: Value): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
