import type { Dialect } from './dialect.ts';

/**
 * Where the quoting of a record goes wrong: the index of the quote that opens a cell which is never closed, or which
 * goes on after its closing quote. `undefined` when nothing is wrong. A quote inside a cell that does not begin with
 * one is text (`5" pipe`).
 *
 * csv-parse tells the line where it gave up; after an unclosed quote that may be the file's last.
 */
export function findQuoteFault(record: string, dialect: Dialect): number | undefined {
  const { delimiter, quote } = dialect;
  if (quote === '') return undefined;
  let isCellStart = true;
  for (let index = 0; index < record.length; index++) {
    if (record.startsWith(delimiter, index)) {
      isCellStart = true;
      index += delimiter.length - 1;
    } else if (isCellStart && record.startsWith(quote, index)) {
      const closed = endOfCell(record, index, dialect);
      if (closed === undefined) return index;
      index = closed;
    } else if (record[index]?.trim() !== '') {
      isCellStart = false;
    }
  }
  return undefined;
}

/** The index of the quote that closes the cell, blanks after it allowed; `undefined` when it does not end there. */
function endOfCell(record: string, opened: number, { delimiter, quote, escaper }: Dialect): number | undefined {
  for (let index = opened + 1; index < record.length; index++) {
    const character = record[index];
    if (escaper === quote ? record.startsWith(quote + quote, index) : character === escaper) {
      index++;
      continue;
    }
    if (character !== quote) continue;
    let next = index + 1;
    while (!isCellEnd(record, next, delimiter) && record[next]?.trim() === '') next++;
    return isCellEnd(record, next, delimiter) ? index : undefined;
  }
  return undefined;
}

function isCellEnd(record: string, index: number, delimiter: string): boolean {
  const character = record[index];
  return character === undefined || character === '\n' || character === '\r' || record.startsWith(delimiter, index);
}
