import type { Unusable } from '../unusable.ts';
import { findJsonFault } from './find-json-fault.ts';
import { cannotStand } from './json-fault.ts';
import type { TextPlace } from './line-places.ts';

/** Sixteen digits in a row may be more than a number can hold; an id must not lose its last ones. */
const LONG_NUMBER = /\d{16}/;

/** Reads one JSON value; integers that a number cannot hold become texts. Throws a SyntaxError where it is not JSON. */
export function parseJson(text: string): unknown {
  return JSON.parse(LONG_NUMBER.test(text) ? quoteLongIntegers(text) : text);
}

/**
 * Puts quotes around integers that a number cannot hold. A text that is not JSON does not become so: only what stands
 * between signs that may stand around a value is quoted. (JSON.parse with a reviver could do it, three times slower.)
 */
export function quoteLongIntegers(text: string): string {
  let quoted = '';
  let taken = 0;
  for (let start = 0; start < text.length; ) {
    const opened = text.indexOf('"', start);
    const end = opened < 0 ? text.length : opened;
    const between = text.slice(start, end);
    if (LONG_NUMBER.test(between)) {
      quoted += text.slice(taken, start) + between.replaceAll(LONG_INTEGER, quoteInexact);
      taken = end;
    }
    if (opened < 0) break;
    start = endOfString(text, opened);
  }
  return quoted + text.slice(taken);
}

/** A number may only follow these; a colon after it would make it a key. */
const LONG_INTEGER = /(?<![^\s,:[])-?[1-9]\d{15,}(?=\s*(?:[,\]}]|$))/g;

function quoteInexact(digits: string): string {
  return Number.isSafeInteger(Number(digits)) ? digits : `"${digits}"`;
}

/** The index after the string that opens at `opened`. */
function endOfString(text: string, opened: number): number {
  for (let quote = text.indexOf('"', opened + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0;
    while (text[quote - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** The fault of a text that cannot be parsed, or that breaks off; `start` is the place of its first character. */
export function faultOf(text: string, file: string, start: TextPlace): Unusable {
  const index = findJsonFault(text) ?? text.length;
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  const last = before.at(-1) ?? '';
  const place = {
    line: start.line + before.length - 1,
    column: last.length + (before.length === 1 ? start.column : 1),
  };
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  const near = text.slice(Math.max(0, index - 20), index + 20);
  return cannotStand(file, place, index >= text.length ? '' : character, near);
}
