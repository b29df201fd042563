import { parse } from 'csv-parse/sync';
import type { NamedColumn } from '../rows/named-columns.ts';
import { readHeader } from '../table/header.ts';

/** What may stand between cells, in the order of preference. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The delimiter under which the header holds most of the columns the policy names; of equals the first. Where none
 * of them holds any, the one that cuts it into most cells: the columns are then named in a complaint.
 */
export function detectDelimiter(headerLine: string, columns: readonly NamedColumn[]): string {
  let best: string = DELIMITERS[0];
  let [mostFound, mostCells] = [0, 0];
  for (const delimiter of DELIMITERS) {
    const cells = cutHeader(headerLine, delimiter);
    const header = readHeader(cells);
    const found = columns.filter(({ name }) => header.has(name)).length;
    if (found < mostFound || (found === mostFound && (found > 0 || cells.length <= mostCells))) continue;
    best = delimiter;
    mostFound = found;
    mostCells = cells.length;
  }
  return best;
}

function cutHeader(line: string, delimiter: string): readonly string[] {
  try {
    return parse(line, { delimiter, relax_quotes: true, trim: true, to: 1 })[0] ?? [];
  } catch {
    // Its quoting is broken. Reading on will say where; to judge by, this is good enough.
    return line.split(delimiter);
  }
}

/** Of a header that is one single cell, the delimiter that was probably meant. */
export function likelyDelimiter(cells: readonly string[], used: string): string | undefined {
  const [only] = cells;
  if (only === undefined || cells.length > 1) return undefined;
  return DELIMITERS.find((delimiter) => delimiter !== used && only.includes(delimiter));
}

/** The first line with content, up to the first break outside quotes; all of `text` where it has none. */
export function firstLine(text: string): string {
  let isQuoted = false;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || (character !== '\n' && character !== '\r')) continue;
    if (text.slice(start, index).trim() !== '') return text.slice(start, index);
    start = index + 1;
  }
  return text.slice(start);
}
