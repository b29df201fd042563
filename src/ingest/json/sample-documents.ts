import { parseJson } from './parse-json.ts';

export interface Sample {
  /** The documents of the text; of one that is cut off, what is complete. */
  readonly documents: readonly unknown[];
  /** The last document is cut off. */
  readonly isCut: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * What the beginning of a file holds: it is cut after the last complete value, and what is open is closed. At a fault the
 * sample ends; reading will say where.
 */
export function sampleDocuments(text: string): Sample {
  const documents: unknown[] = [];
  const closers: string[] = [];
  let start = 0;
  // Up to here, with so many containers open, everything is complete.
  let complete = 0;
  let depth = 0;
  let isKey = false;

  function take(end: number, open: number): boolean {
    const closing = closers.slice(0, open).reverse().join('');
    try {
      documents.push(parseJson(text.slice(start, end) + closing));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return false;
    }
    start = end;
    return true;
  }

  let index = 0;
  let containers = 0;
  while (index < text.length && containers < MOST) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code === 0x3a) {
      if (code === 0x3a) isKey = false;
      index++;
    } else if (code === 0x2c) {
      isKey = closers.at(-1) === '}';
      index++;
    } else if (code === 0x7b || code === 0x5b) {
      if (closers.length === DEEPEST) break;
      containers++;
      closers.push(code === 0x7b ? '}' : ']');
      isKey = code === 0x7b;
      index++;
    } else if (code === 0x7d || code === 0x5d) {
      if (closers.pop() !== text[index]) break;
      index++;
      complete = index;
      depth = closers.length;
      isKey = false;
      if (depth === 0 && !take(index, 0)) return { documents, isCut: false };
    } else {
      const end = code === QUOTE ? endOfText(text, index) : endOfScalar(text, index);
      if (end === undefined) break;
      index = end;
      if (isKey) continue;
      complete = end;
      depth = closers.length;
    }
  }
  if (closers.length === 0 || complete <= start) return { documents, isCut: closers.length > 0 };
  return { documents, isCut: take(complete, depth) };
}

const DEEPEST = 1000;
/** Lists and objects that a sample may have. */
const MOST = 500_000;

function endOfText(text: string, start: number): number | undefined {
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) !== QUOTE) end += text.charCodeAt(end) === BACKSLASH ? 2 : 1;
  return end < text.length ? end + 1 : undefined;
}

function endOfScalar(text: string, start: number): number | undefined {
  let end = start + 1;
  while (end < text.length && !' \t\r\n,]}:[{"'.includes(text[end] ?? '')) end++;
  return end < text.length ? end : undefined;
}
