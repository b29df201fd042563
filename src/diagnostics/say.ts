import type { Sentence, Told } from '../domain/diagnostic.ts';

export { english } from '../locale/sentence.ts';

/** By the place in the source: a template is put together once, however many findings are made of it. */
const templates = new WeakMap<TemplateStringsArray, string>();

/**
 * A sentence of a finding: say`"${text}" in column "${column}" is not a date`.
 *
 * What is written between the values is the key by which `locale/findings/` knows the sentence in other languages: parts that
 * come and go, such as a plural, are sentences of their own, and a list is handed over as a list.
 */
export function say(parts: TemplateStringsArray, ...values: readonly Told[]): Sentence {
  let template = templates.get(parts);
  if (template === undefined) {
    template = parts.reduce((before, part, index) => `${before}{${index - 1}}${part}`);
    templates.set(parts, template);
  }
  return { template, values };
}

/** One sentence after the other; those that are not there are left out. */
export function inTurn(...sentences: readonly (Sentence | undefined)[]): Sentence {
  return sentences.reduce<Sentence>((before, next) => {
    if (next === undefined) return before;
    return before.template === '' ? next : say`${before} ${next}`;
  }, NOTHING);
}

const NOTHING: Sentence = { template: '', values: [] };

/** The first of many, and how many more there are. */
export function someOf(items: readonly string[], most: number): Sentence | readonly string[] {
  return items.length <= most ? items : say`${items.slice(0, most)} and ${items.length - most} more`;
}

/** One of them. */
export function either(items: readonly (string | Sentence)[]): Sentence | string {
  return items.reduce((before, next) => (before === '' ? next : say`${before} or ${next}`), '');
}
