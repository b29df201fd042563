import { escaped } from './escape.ts';
import type { Rendering } from './rendering.ts';

/** What may be the id of a ticket within a sentence: no plain number, which could be anything. */
const TOKEN =
  /(?<![\p{Letter}\p{Number}_-])(?=[\p{Number}_-]*\p{Letter})[\p{Letter}\p{Number}][\p{Letter}\p{Number}_-]*\p{Number}(?![\p{Letter}\p{Number}_-])/gu;

/** A sentence in which each ticket that it names leads to its proof. */
export function withTickets(text: string, { proofOf }: Pick<Rendering, 'proofOf'>): string {
  let from = 0;
  let html = '';
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const place = proofOf(token);
    if (place === undefined) continue;
    html += `${escaped(text.slice(from, index))}<a href="${escaped(place)}">${escaped(token)}</a>`;
    from = index + token.length;
  }
  return html + escaped(text.slice(from));
}
