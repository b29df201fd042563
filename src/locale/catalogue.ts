import type { Language, Title } from '../domain/policy.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Everything a report says in words. */
export type Catalogue = typeof en;

/** Adding a language: a file beside `en.ts`, an entry here and in the domain's `Language`. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en, zh };

/** The title in the catalogue's language, in another one, or the id. */
export function titleOf(title: Title, id: string, words: Catalogue): string {
  return title[words.tag] ?? title.en ?? title.zh ?? id;
}

/** The catalogue with what a policy calls its own words, where it says so in this language or for all. */
export function withTitles(words: Catalogue, titles: ReadonlyMap<string, Title> = new Map()): Catalogue {
  if (titles.size === 0) return words;
  const own = Object.fromEntries([...titles].map(([word, title]) => [word, titleOf(title, word, words)]));
  return { ...words, titles: own, fields: { ...words.fields, ...own } };
}
