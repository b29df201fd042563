import { namesOf, type Wanted } from '../rows/named-columns.ts';
import { plausibility } from './plausibility.ts';

/** What an encoding is guessed from. */
export interface Sample {
  /** The beginning of the file, where the names of columns stand. */
  readonly head: Uint8Array;
  /** The first bytes beyond ASCII and what follows them. */
  readonly window: Uint8Array;
  /** Whether the file ends where the window does. Else it may end within a character. */
  readonly isLast: boolean;
  readonly wanted: Wanted;
}

export interface Guess {
  readonly encoding: string;
  /** The first word beyond ASCII, as it is read so. */
  readonly word: string;
  /** Whether the bytes are anything that people write. */
  readonly isText: boolean;
  /** The next best, where it fits nearly as well. */
  readonly rival?: { readonly encoding: string; readonly word: string };
}

/** In the order of preference: of two that fit alike, the first. */
const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'windows-1252'];

/** Nearer than this, and the second best is named. */
const CLOSE = 0.3;

/**
 * Which encoding bytes with something beyond ASCII are most likely in. Columns that appear under their names are the
 * strongest sign, then that the characters are common ones.
 */
export function detectEncoding({ head, window, isLast, wanted }: Sample): Guess {
  const utf8 = readLoosely(window, 'utf-8', isLast);
  if (isCertainlyUtf8(utf8)) return { encoding: 'utf-8', word: wordOf(utf8), isText: true };
  const names = textsOf(wanted);
  const readings = CANDIDATES.map((encoding) => {
    const text = encoding === 'utf-8' ? utf8 : readLoosely(window, encoding, isLast);
    const advantage = encoding === 'utf-8' && !text.includes('\ufffd') ? ADVANTAGE_OF_UTF8 : 0;
    const fit = plausibility(text, encoding) + advantage;
    return { encoding, text, fit, found: countFound(names, readLoosely(head, encoding)) };
  });
  const [best, second] = readings.toSorted((a, b) => b.found - a.found || b.fit - a.fit);
  if (best === undefined || second === undefined) throw new Error('there are candidates');
  const isClose = best.found === second.found && best.fit - second.fit < CLOSE;
  const { encoding, text, fit, found } = best;
  const rival = { encoding: second.encoding, word: wordOf(second.text) };
  return { encoding, word: wordOf(text), isText: found > 0 || fit >= 0, ...(isClose && { rival }) };
}

/**
 * UTF-16 without a byte order mark: its ASCII characters have a NUL beside each. `undefined` where the NULs are something else.
 * Which half holds the NULs is no proof, for 一 is U+4E00: it is read both ways.
 */
export function detectUtf16(head: Uint8Array, wanted: Wanted): Guess | undefined {
  if (!head.includes(0)) return undefined;
  const names = textsOf(wanted);
  const [best] = ['utf-16le', 'utf-16be']
    .map((encoding) => {
      const text = readLoosely(head, encoding);
      return { encoding, text, share: shareOfText(text, encoding), found: countFound(names, text) };
    })
    .filter(({ text, share, found }) => found > 0 || (share > 0.5 && /[\t\n\r,;]/.test(text)))
    .toSorted((a, b) => b.found - a.found || b.share - a.share);
  return best && { encoding: best.encoding, word: wordOf(best.text), isText: true };
}

function shareOfText(text: string, encoding: string): number {
  const plain = count(text, /[\t\n\r\x20-\x7e]/g);
  const nuls = count(text, /\0/g);
  return (plain + (text.length - plain - nuls) * Math.max(-1, plausibility(text, encoding)) - nuls) / text.length;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** What cannot be decoded becomes U+FFFD; a character cut off at the end is left out unless the file ends there. */
function readLoosely(bytes: Uint8Array, encoding: string, isLast = false): string {
  return new TextDecoder(encoding).decode(bytes, { stream: !isLast });
}

/** The first word with a character beyond ASCII, its ASCII letters included; without one the first. */
function wordOf(text: string): string {
  const word =
    (/[\p{L}\p{N}]{0,12}(?!\ufeff)\P{ASCII}[\p{L}\p{N}\p{M}]{0,11}/u.exec(text) ?? /\w+/.exec(text))?.[0] ?? '';
  return [...word].slice(0, LONGEST_WORD).join('').replaceAll(/\p{C}/gu, '\ufffd');
}

const LONGEST_WORD = 12;

/**
 * Bytes that happen to be sound UTF-8 are seldom anything else: four characters of GBK are so once in thousands of times,
 * a single one now and then.
 */
function isCertainlyUtf8(text: string): boolean {
  if (text.includes('\ufffd')) return false;
  return /[\u0800-\uffff]/.test(text) || /(\P{ASCII}\p{ASCII}*){4}/u.test(text);
}

/** In the fit of fewer characters. */
const ADVANTAGE_OF_UTF8 = 0.6;

/** As they stand in a file; of `类别#2` the name, of `响应/时间` both. A name of one letter may stand anywhere. */
function textsOf(wanted: Wanted): readonly string[] {
  if (wanted === 'all') return [];
  const names = wanted.flatMap(namesOf);
  return [...new Set(names.flatMap((name) => name.replace(/#\d+$/, '').split('/')))].filter((name) => name.length > 1);
}

function countFound(names: readonly string[], text: string): number {
  return names.filter((name) => text.includes(name)).length;
}
