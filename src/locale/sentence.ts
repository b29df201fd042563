import type { Sentence, Told, ToldName, Words } from '../domain/diagnostic.ts';
import type { Language } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';

/** What a language must know to say the sentences of findings. */
export interface SentenceBook {
  /** By the English template: the same sentence with the same holes, in any order. Of English none is needed. */
  readonly sentences: Readonly<Record<string, string>>;
  readonly list: (items: readonly string[]) => string;
  /** Of what people read: the language in which they call what the policy names. */
  readonly tag?: Language;
}

/** An instant as it is to be read. */
export type TimeWriter = (at: Instant) => string;

const ENGLISH: SentenceBook = { sentences: {}, list: (items) => items.join(', ') };

/**
 * A finding's words in a language; English where the language has no sentence for them.
 *
 * @param local the clock by which instants are told; absent: ISO 8601 in UTC, where no policy is known yet
 */
export function inWords(words: Words, book: SentenceBook, local: TimeWriter = inUtc): string {
  return typeof words === 'string' ? words : said(words, book, local);
}

/** A finding's words for machines and for order: the same whatever the language. */
export function english(words: Words): string {
  return inWords(words, ENGLISH);
}

function said({ template, values }: Sentence, book: SentenceBook, local: TimeWriter): string {
  const own = Object.hasOwn(book.sentences, template) ? (book.sentences[template] ?? template) : template;
  return own.replaceAll(/\{(\d+)\}/g, (hole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? hole : valueIn(value, book, local);
  });
}

function valueIn(value: Told, book: SentenceBook, local: TimeWriter): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if ('template' in value) return said(value, book, local);
  if ('title' in value) return nameIn(value, book);
  return 'length' in value ? book.list(value.map((each) => valueIn(each, book, local))) : local(value.at);
}

function nameIn({ id, title }: ToldName, { tag }: SentenceBook): string {
  return tag === undefined ? id : (title[tag] ?? title.en ?? title.zh ?? id);
}

function inUtc(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
