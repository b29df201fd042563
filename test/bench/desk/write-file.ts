import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How a table is written; `xlsx` for what a sheet can hold. */
export const NOTATIONS = ['csv', 'ndjson', 'json', 'xlsx'] as const;
export type Notation = (typeof NOTATIONS)[number];

type Rows = Iterable<readonly string[]>;

/** Writes a table; the file appears when it is whole. */
export async function writeTable(
  path: string,
  notation: Notation,
  columns: readonly string[],
  rows: Rows,
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  if (notation === 'xlsx') await writeWorkbook(unfinished, columns, rows);
  else writeText(unfinished, texts[notation](columns, rows));
  renameSync(unfinished, path);
}

const texts = { csv: csvLines, ndjson: jsonLines, json: jsonArray };

function* csvLines(columns: readonly string[], rows: Rows): Generator<string> {
  yield `${columns.join(',')}\n`;
  for (const row of rows) yield `${row.map(quoted).join(',')}\n`;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function* jsonLines(columns: readonly string[], rows: Rows): Generator<string> {
  for (const row of rows) yield `${jsonOf(columns, row)}\n`;
}

function* jsonArray(columns: readonly string[], rows: Rows): Generator<string> {
  let before = '[\n';
  for (const row of rows) {
    yield before + jsonOf(columns, row);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function jsonOf(columns: readonly string[], row: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, row[index]])));
}

/** At 60 million rows a stream with its promises would take longer than making the rows. */
function writeText(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  let block: string[] = [];
  for (const line of lines) {
    block.push(line);
    if (block.length < 8_192) continue;
    writeSync(file, block.join(''));
    block = [];
  }
  writeSync(file, block.join(''));
  closeSync(file);
}

/** Texts in one table for the whole workbook, as spreadsheet programs write them. */
async function writeWorkbook(path: string, columns: readonly string[], rows: Rows): Promise<void> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  function* cells() {
    for (const row of rows) yield [...row];
  }
  const named = columns.map((header) => ({ header }));
  await writeFile(path, writeXlsxStream(cells(), { name: 'events', columns: named, inlineStrings: false }));
}
