import type { Catalogue } from '../../../locale/catalogue.ts';
import { escaped } from './escape.ts';

/** A chapter by the id that links lead to. */
export interface Entry {
  readonly id: string;
  readonly title: string;
}

/** The table of contents: what is open, then what is folded. A single chapter needs none. */
export function contents(open: readonly Entry[], folded: readonly Entry[], { page }: Catalogue): string {
  if (open.length + folded.length < 2) return '';
  const more = folded.length === 0 || open.length === 0 ? '' : `<p>${escaped(page.folding.more)}</p>\n`;
  return `<nav aria-label="${escaped(page.contents)}">\n${list(open)}${more}${list(folded)}</nav>\n`;
}

function list(entries: readonly Entry[]): string {
  if (entries.length === 0) return '';
  const items = entries.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`);
  return `<ol>${items.join('')}</ol>\n`;
}

/**
 * On paper, what is not printed because nobody opened it. The style sees what is open, so that it is right without a script, too.
 */
export function unprinted(folded: readonly Entry[], { page }: Catalogue): string {
  if (folded.length === 0) return '';
  const items = folded.map(({ id, title }) => `<li data-chapter="${id}">${escaped(title)}</li>`);
  return `<div class="unprinted" aria-hidden="true"><p>${escaped(page.folding.unprinted)}</p><ul>${items.join('')}</ul></div>\n`;
}

/** The rules that take off that list what is open, and the list where all is. */
export function unprintedStyle(folded: readonly Entry[]): string {
  if (folded.length === 0) return '';
  const isOpen = ({ id }: Entry) => `main:has([open]>#${id})`;
  const all = `${folded.map((entry) => isOpen(entry).replace('main', '')).join('')}`;
  return `${folded.map((entry) => `${isOpen(entry)} [data-chapter=${entry.id}]`).join()},main${all} .unprinted{display:none}`;
}
