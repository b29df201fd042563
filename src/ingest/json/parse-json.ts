import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { Unusable } from '../unusable.ts';
import { findJsonFault } from './find-json-fault.ts';

/** Sixteen digits in a row may be more than a number can hold; an id must not lose its last ones. */
const LONG_NUMBER = /\d{16}/;

/** `firstLine` is the physical line on which `text` begins. Throws `Unusable` where it is not JSON. */
export function parseJson(text: string, file: string, firstLine: number): unknown {
  try {
    return LONG_NUMBER.test(text) ? JSON.parse(text, keepLongNumbers) : JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Unusable(badJson(text, file, firstLine, findJsonFault(text) ?? text.length));
  }
}

function keepLongNumbers(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const isInexact = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
  const source = context?.source;
  return isInexact && source !== undefined && /^-?\d+$/.test(source) ? source : value;
}

function badJson(text: string, file: string, firstLine: number, index: number): Diagnostic<Code> {
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  const column = (before.at(-1)?.length ?? 0) + 1;
  const line = firstLine + before.length - 1;
  const excerpt = text
    .slice(Math.max(0, index - 20), index + 20)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const found = index >= text.length ? 'the text breaks off' : `${JSON.stringify(text[index])} cannot stand here`;
  return {
    code: 'bad-json',
    place: { file, line, column },
    message: `this is not JSON: ${found}, near: ${excerpt}`,
    hint: 'A file that begins with [ or { is read as JSON: a list of objects, or one object a line. Export it again.',
  };
}
