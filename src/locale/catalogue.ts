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
