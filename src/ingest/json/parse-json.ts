import type { Unusable } from '../unusable.ts';
import { findJsonFault } from './find-json-fault.ts';
import { cannotStand } from './json-fault.ts';
import type { TextPlace } from './line-places.ts';

/** So many digits in a row may be more than a number can hold; an id must not lose its last ones. */
const LONG = 16;

/** Reads one JSON value; integers that a number cannot hold become texts. Throws a SyntaxError where it is not JSON. */
export function parseJson(text: string): unknown {
  return JSON.parse(hasLongNumber(text) ? quoteLongIntegers(text) : text);
}

function hasLongNumber(text: string): boolean {
  return nextLongRun(text, 0) !== undefined;
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** Digits in a row from `from` on. A long run holds one of every sixteen places, so the others need not be looked at. */
function nextLongRun(text: string, from: number): Run | undefined {
  for (let index = from + LONG - 1; index < text.length; index += LONG) {
    if (!isDigit(text.charCodeAt(index))) continue;
    let start = index;
    let end = index + 1;
    while (start > from && isDigit(text.charCodeAt(start - 1))) start--;
    while (isDigit(text.charCodeAt(end))) end++;
    if (end - start >= LONG) return { start, end };
  }
  return undefined;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
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
    // What stands outside texts.
    const between = text.slice(start, end);
    for (let run = nextLongRun(between, 0); run !== undefined; run = nextLongRun(between, run.end)) {
      const first = between[run.start - 1] === '-' ? run.start - 1 : run.start;
      if (!isLongInteger(between, first, run)) continue;
      quoted += `${text.slice(taken, start + first)}"${between.slice(first, run.end)}"`;
      taken = start + run.end;
    }
    if (opened < 0) break;
    start = endOfString(text, opened);
  }
  return quoted + text.slice(taken);
}

const BEFORE = new Set([undefined, ' ', '\t', '\n', '\r', ',', ':', '[']);
const AFTER = new Set([undefined, ',', ']', '}']);

/** With a colon after it, it would be a key. */
function isLongInteger(text: string, first: number, { start, end }: Run): boolean {
  if (text[start] === '0' || !BEFORE.has(text[first - 1])) return false;
  let next = end;
  while (' \t\n\r'.includes(text[next] ?? 'x')) next++;
  return AFTER.has(text[next]) && !Number.isSafeInteger(Number(text.slice(first, end)));
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
