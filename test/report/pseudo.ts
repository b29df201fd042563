import type { Catalogue } from '../../src/locale/catalogue.ts';
import { en } from '../../src/locale/en.ts';

/** A language in which every text of the catalogue stands in ⟦ ⟧: what stands outside them has escaped translation. */
export const pseudo: Catalogue = marked(en);

function marked<Part>(part: Part): Part {
  if (typeof part === 'string') return `⟦${part}⟧` as Part;
  if (typeof part === 'function') return ((...given: unknown[]) => `⟦${part(...given)}⟧`) as Part;
  if (Array.isArray(part)) return part.map(marked) as Part;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === 'tag' ? value : marked(value)]),
  ) as Part;
}

/** What is left of a page without its marked texts, innermost first. */
export function escaped(page: string): string {
  const rest = page.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  return rest === page ? rest : escaped(rest);
}
