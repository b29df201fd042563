import type { Buffer } from 'node:buffer';

const LF = 0x0a;
const QUOTE = 0x22;

/** Records of as many cells, one behind the other, of which a row is believed to be one. */
const ALIKE = 4;
/** So many line breaks are tried: where notes go on for pages none may be the end of a record. */
const MOST_BREAKS = 2000;

/**
 * Where, behind the beginning of `bytes`, a record begins as far as one can tell who has not read what stands before; -1: nowhere. It may
 * be a line of a long note that looks like one: then quotes are open where the piece before it ends, and whoever reads that will see it.
 *
 * @param separator the byte between cells, which may stand in double quotes
 */
export function recordStart(bytes: Buffer, separator: number): number {
  let lineBreak = bytes.indexOf(LF);
  for (let tried = 0; lineBreak >= 0 && tried < MOST_BREAKS; tried++) {
    const start = startBehind(bytes, lineBreak + 1, separator);
    if (start >= 0) return start;
    lineBreak = bytes.indexOf(LF, lineBreak + 1);
  }
  return -1;
}

/** Where the second of some records begins that are alike. */
function startBehind(bytes: Buffer, from: number, separator: number): number {
  const first = cutRecord(bytes, from, separator);
  if (first === undefined || first.cells < 2) return -1;
  let last = first;
  for (let record = 1; record < ALIKE; record++) {
    const next = cutRecord(bytes, last.end, separator);
    if (next?.cells !== first.cells) return -1;
    last = next;
  }
  return first.end;
}

/** How many cells a record has, and where it ends; `undefined` where it does not. */
function cutRecord(
  bytes: Buffer,
  from: number,
  separator: number,
): { readonly cells: number; readonly end: number } | undefined {
  let cells = 1;
  let isFirst = true;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (isFirst && byte === QUOTE) {
      const end = quotedEnd(bytes, at + 1);
      if (end < 0) return undefined;
      at = end;
    } else if (byte === separator) {
      cells++;
    } else if (byte === LF) {
      return { cells, end: at + 1 };
    }
    isFirst = byte === separator;
  }
  return undefined;
}

/** Where the quote stands that ends a cell. */
function quotedEnd(bytes: Buffer, from: number): number {
  let quote = bytes.indexOf(QUOTE, from);
  while (quote >= 0 && bytes[quote + 1] === QUOTE) quote = bytes.indexOf(QUOTE, quote + 2);
  return quote;
}
