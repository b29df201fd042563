import type { Buffer } from 'node:buffer';

const LF = 0x0a;
const OPEN_OBJECT = 0x7b;

/** Lines at the beginning of a file that must each be an object, that all are believed to be. */
const ALIKE = 4;

/** Whether a text seems to have a JSON object on each line, as exports that are written row by row. */
export function isObjectALine(head: Buffer): boolean {
  let start = 0;
  for (let line = 0; line < ALIKE; line++) {
    const end = objectEnd(head, start);
    if (end < 0) return false;
    start = end + 1;
  }
  return true;
}

/**
 * Where, behind the first line break of `bytes`, a line begins that is an object; -1: nowhere. It may be one that stands on a line inside
 * another: then whoever reads the piece before it sees that its last object does not end.
 */
export function lineStart(bytes: Buffer): number {
  for (let lineBreak = bytes.indexOf(LF); lineBreak >= 0; lineBreak = bytes.indexOf(LF, lineBreak + 1)) {
    if (objectEnd(bytes, lineBreak + 1) >= 0) return lineBreak + 1;
  }
  return -1;
}

/** The line break behind the object that begins here and is all of its line; -1: there is none. */
function objectEnd(bytes: Buffer, start: number): number {
  const end = bytes[start] === OPEN_OBJECT ? bytes.indexOf(LF, start) : -1;
  if (end < 0) return -1;
  try {
    JSON.parse(bytes.toString('utf8', start, end));
    return end;
  } catch {
    return -1;
  }
}
