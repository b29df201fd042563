import type { Sentence, Told, Words } from '../domain/diagnostic.ts';

/** What a language must know to say the sentences of findings. */
export interface SentenceBook {
  /** By the English template: the same sentence with the same holes, in any order. Of English none is needed. */
  readonly sentences: Readonly<Record<string, string>>;
  readonly list: (items: readonly string[]) => string;
}

const ENGLISH: SentenceBook = { sentences: {}, list: (items) => items.join(', ') };

/** A finding's words in a language; English where the language has no sentence for them. */
export function inWords(words: Words, { sentences, list }: SentenceBook): string {
  return typeof words === 'string' ? words : said(words, { sentences, list });
}

/** A finding's words for machines and for order: the same whatever the language. */
export function english(words: Words): string {
  return inWords(words, ENGLISH);
}

function said({ template, values }: Sentence, book: SentenceBook): string {
  const own = Object.hasOwn(book.sentences, template) ? (book.sentences[template] ?? template) : template;
  return own.replaceAll(/\{(\d+)\}/g, (hole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? hole : valueIn(value, book);
  });
}

function valueIn(value: Told, book: SentenceBook): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return 'template' in value ? said(value, book) : book.list(value.map((each) => valueIn(each, book)));
}
