import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { Unusable } from '../unusable.ts';
import type { TextPlace } from './line-places.ts';

const HINT =
  'A file that begins with [ or { is read as JSON: a list of objects, or one object after the other. Export it again.';

/** What cannot stand where it stands. @param near the text before it, and what may be known of the text after it */
export function cannotStand(file: string, place: TextPlace, character: string, near: string): Unusable {
  const found = character === '' ? 'the text breaks off' : `${JSON.stringify(character)} cannot stand here`;
  return badJson(file, place, `this is not JSON: ${found}, near: ${near.replaceAll(/\s+/g, ' ').trim()}`, HINT);
}

export function badJson(file: string, place: Partial<TextPlace>, message: string, hint: string): Unusable {
  const diagnostic: Diagnostic<Code> = { code: 'bad-json', place: { file, ...place }, message, hint };
  return new Unusable(diagnostic);
}

/** JSON.parse keeps the last of two members with one key; the rows below the first would be lost. */
export function keyTwice(file: string, key: string, line: number): Unusable {
  return badJson(
    file,
    { line },
    `an object has ${JSON.stringify(key)} twice, where the path to the rows leads through it`,
    'Most programs read the last and drop the first. Export it again, or rename one of them.',
  );
}
