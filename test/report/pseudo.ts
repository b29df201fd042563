import { codes } from '../../src/diagnostics/codes.ts';
import type { Catalogue } from '../../src/locale/catalogue.ts';
import { en } from '../../src/locale/en.ts';
import { templatesIn } from '../locale/templates.ts';

/**
 * A language in which every text of the catalogue stands in ⟦ ⟧: what stands outside them has escaped translation. It has all
 * that a language file must have: the sentences of findings, and their titles, too.
 */
export const pseudo: Catalogue = {
  ...marked(en),
  sentences: Object.fromEntries(templatesIn('src').map(({ template }) => [template, `⟦${template}⟧`])),
  findings: Object.fromEntries(Object.entries(codes).map(([code, { title }]) => [code, `⟦${title}⟧`])),
};

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
