import type { Dialect } from './dialect.ts';

/** The first records of a text as a dialect has them, and how well it suits them. */
export interface CutHead {
  /** Without blank ones. */
  readonly records: readonly (readonly string[])[];
  /** Quotes that are not closed, or after whose closing a cell goes on. */
  readonly faults: number;
  /** Cells in sound quotes, quotes within them that are escaped, and cells that say `\N` without quotes. */
  readonly quoted: number;
  readonly escaped: number;
  readonly nulls: number;
}

/** Records that are looked at: a header may have forty lines above it. */
const RECORDS = 60;

/**
 * Cuts what was read of a text so far, without complaint: to judge dialects by, not to read with. What is cut off at the end of
 * `text` is left out unless it `isWhole`.
 */
export function cutHead(text: string, { delimiter, quote, escaper, breaks }: Dialect, isWhole: boolean): CutHead {
  const records: string[][] = [];
  let [faults, quoted, escaped, nulls] = [0, 0, 0, 0];
  let cells: string[] = [];
  let at = 0;

  function isBreak(index: number): boolean {
    const character = text[index];
    if (character === '\n') return true;
    return character === '\r' && (breaks === 'cr' || text[index + 1] === '\n');
  }

  function isEnd(index: number): boolean {
    return index >= text.length || isBreak(index) || text.startsWith(delimiter, index);
  }

  /** A cell in quotes, from its opening quote on; leaves `at` where it ends. */
  function quotedCell(): string {
    let cell = '';
    let index = at + 1;
    for (; index < text.length; index++) {
      const next = text[index + 1];
      if (text[index] === escaper && (next === quote || (escaper !== quote && next !== undefined))) {
        if (next === quote) escaped++;
        cell += next;
        index++;
      } else if (text[index] === quote) break;
      else cell += text[index];
    }
    const isClosed = index < text.length;
    at = index + 1;
    while (!isEnd(at) && text[at]?.trim() === '') at++;
    if (isClosed && isEnd(at)) quoted++;
    else if (isClosed || isWhole) faults++;
    const rest = at;
    while (!isEnd(at)) at++;
    return cell + text.slice(rest, at);
  }

  function plainCell(): string {
    const start = at;
    while (!isEnd(at)) at += quote === '' && text[at] === escaper ? 2 : 1;
    const cell = text.slice(start, at).trim();
    if (cell === '\\N') nulls++;
    return cell;
  }

  while (at < text.length && records.length < RECORDS) {
    let opening = at;
    while (!isEnd(opening) && text[opening]?.trim() === '') opening++;
    const isQuoted = quote !== '' && text.startsWith(quote, opening) && !isEnd(opening);
    if (isQuoted) at = opening;
    cells.push(isQuoted ? quotedCell() : plainCell());
    if (at < text.length && text.startsWith(delimiter, at) && !isBreak(at)) {
      at += delimiter.length;
      if (at < text.length) continue;
      cells.push('');
    }
    const isEnded = at < text.length || isWhole;
    if (isEnded && cells.some((cell) => cell !== '')) records.push(cells);
    cells = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return { records, faults, quoted, escaped, nulls };
}
