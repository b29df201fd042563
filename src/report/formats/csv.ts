import type { Column, Value } from '../table.ts';
import type { TextFormat } from './format.ts';

/**
 * RFC 4180 with `\n`, no byte order mark; a cell is quoted only where it must be. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front: whoever writes a ticket must not be able to run something on HR's machine.
 */
export const csv: TextFormat = { reader: 'machine', ending: 'csv', records: writeCsv };

function* writeCsv(columns: readonly Column[], rows: Iterable<readonly Value[]>): Iterable<string> {
  yield line(columns.map((column) => column.key));
  for (const row of rows) yield line(row);
}

function line(values: readonly Value[]): string {
  return `${values.map(csvCell).join(',')}\n`;
}

/** What makes a cell a formula in Excel, LibreOffice or Google Sheets, the full-width signs of Chinese keyboards included. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

function csvCell(value: Value): string {
  if (value === null) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
