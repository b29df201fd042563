import type { Role } from '../domain/profile.ts';
import type { RoleWords } from './words/role-words.ts';
import { FURTHER_WORDS } from './words-of-languages.ts';

/** No header that is a word is longer; what a broken file has in its first line may be. */
const LONGEST_HEADER = 200;

/** A header as words are compared: width, case, spaces and most signs do not count; camel case is words. */
export function plainHeader(header: string): string {
  return header
    .slice(0, LONGEST_HEADER)
    .normalize('NFKC')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[\s_.:()[\]【】《》"'*-]+/gu, ' ')
    .trim();
}

/** 3: the header is a word for it; 2: it contains one; 0: neither. Earlier parts are surer by a trifle. */
export function matchHeader(header: string, { role, words: own, parts }: RoleWords): number {
  const plain = plainHeader(header);
  const words = allWords(role, own);
  const index = wordsOf(words).indexOf(plain);
  if (index >= 0) return 3 - index / 10_000;
  // A unit, a group above it or a remark in brackets stands behind many a header: `响应时间(分钟)`.
  const withoutTail = plainHeader(
    header
      .slice(0, LONGEST_HEADER)
      .normalize('NFKC')
      .replace(/[([].*$/, ''),
  );
  const short = withoutTail === plain ? -1 : wordsOf(words).indexOf(withoutTail);
  if (short >= 0) return 2.9 - short / 10_000;
  const part = parts.findIndex((word) => (isAscii(word) ? ` ${plain} `.includes(` ${word} `) : plain.includes(word)));
  return part < 0 ? 0 : 2 - part / 1000;
}

const together = new WeakMap<readonly string[], readonly string[]>();

function allWords(role: Role, own: readonly string[]): readonly string[] {
  const known = together.get(own) ?? [...own, ...(FURTHER_WORDS[role] ?? [])];
  together.set(own, known);
  return known;
}

const plainWords = new WeakMap<readonly string[], readonly string[]>();

function wordsOf(words: readonly string[]): readonly string[] {
  const known = plainWords.get(words) ?? words.map(plainHeader);
  plainWords.set(words, known);
  return known;
}

function isAscii(word: string): boolean {
  return /^[\x20-\x7e]+$/.test(word);
}

/** Whether a value is one of the words, whatever its case, width and spaces. */
export function isWord(value: string, words: readonly string[]): boolean {
  return wordsOf(words).includes(plainHeader(value));
}
