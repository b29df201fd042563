import type { ConsequenceLine } from '../../domain/consequence-figures.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';

/**
 * A group or a party as a reader knows it; an employee's name stands by itself, any other says what it is.
 *
 * @param title the roster's name where `name` is its id
 */
export function partyName(kind: string, name: string, words: Catalogue, title?: string): string {
  if (title !== undefined && title !== name) return words.inBrackets(title, name);
  if (kind === 'unassigned' || kind === 'nobody') return words.inBrackets('', words.parties[kind]).trim();
  if (name === '') return words.notGiven;
  return kind === 'value' || kind === 'employee' ? name : words.inBrackets(name, wordFor(words.parties, kind));
}

/** Who bears a consequence: a name stands by itself, for the kind is told beside it or shows. */
export function bearerName({ who, name }: Pick<ConsequenceLine, 'who' | 'name'>, words: Catalogue): string {
  return partyName('value', who, words, name ?? undefined);
}
