import type { ConsequenceLine } from '../../domain/consequence-figures.ts';
import type { Group } from '../../domain/report.ts';
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
  if (kind === 'value') return wordFor(words.titles, name);
  return kind === 'employee' ? name : words.inBrackets(name, wordFor(words.parties, kind));
}

/** A group of a report's grouping as a reader knows it: of the weekday `mon` Monday. */
export function groupName(by: string, { kind, name, title }: Named, words: Catalogue): string {
  if (by === 'weekday') return wordFor(words.tickets.weekdays, name) || words.notGiven;
  if (by === 'hour' && /^\d{1,2}$/.test(name)) return words.tickets.hour(Number(name));
  return partyName(kind, name, words, title);
}

type Named = Pick<Group, 'kind' | 'name' | 'title'>;

/** Who bears a consequence: a name stands by itself, for the kind is told beside it or shows. */
export function bearerName({ who, name }: Pick<ConsequenceLine, 'who' | 'name'>, words: Catalogue): string {
  return partyName('value', who, words, name ?? undefined);
}
