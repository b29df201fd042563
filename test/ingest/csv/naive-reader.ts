import type { FileOptions } from '../../../src/domain/policy.ts';

type Dialect = Required<Pick<FileOptions, 'delimiter' | 'quote' | 'escape'>>;

export interface NaiveRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Cuts a whole text character by character, by what a dialect is said to be and by nothing else: the reference. Every
 * break ends a record outside quotes; CRLF is one. Quoting must be sound. Cells are trimmed, blank records left out.
 */
export function readNaively(text: string, { delimiter, quote, escape: mark }: Dialect): readonly NaiveRecord[] {
  const records: NaiveRecord[] = [];
  const characters = [...text];
  let cells: string[] = [];
  let cell = '';
  let inside = false;
  let wasQuoted = false;
  let [line, start] = [1, 1];
  const endCell = () => {
    const trimmed = cell.trim();
    cells.push(mark === '\\' && quote !== '' && !wasQuoted && trimmed === '\\N' ? '' : trimmed);
    [cell, wasQuoted] = ['', false];
  };
  const endRecord = () => {
    endCell();
    if (cells.some((each) => each !== '')) records.push({ line: start, cells });
    cells = [];
    start = line;
  };
  for (let index = 0; index < characters.length; index++) {
    const [character = '', next = ''] = [characters[index], characters[index + 1]];
    const isBreak = character === '\n' || character === '\r';
    if (character === '\n' || (character === '\r' && next !== '\n')) line++;
    if (inside && character === mark && mark !== quote) {
      if (next === '\n') line++;
      cell += next;
      index++;
    } else if (inside && character === quote) {
      if (mark === quote && next === quote) {
        cell += quote;
        index++;
      } else inside = false;
    } else if (inside) cell += character;
    else if (quote === '' && character === mark && mark !== '') {
      const letters: Record<string, string> = { n: '\n', t: '\t', r: '\r', N: '' };
      if (next === '\n') line++;
      cell += letters[next] ?? next;
      index++;
    } else if (character === quote && cell.trim() === '') {
      [inside, wasQuoted, cell] = [true, true, ''];
    } else if (character === delimiter) endCell();
    else if (isBreak) {
      if (character === '\r' && next === '\n') {
        index++;
        line++;
      }
      endRecord();
    } else cell += character;
  }
  if (cell !== '' || cells.length > 0 || wasQuoted) endRecord();
  return records;
}
