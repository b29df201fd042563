import type { WrittenStamp } from './written-stamp.ts';

const ZERO = 0x30;

/** Walks over a stamp's characters. Plain codes, no regular expressions: millions of stamps pass through here. */
export interface Scanner {
  text: string;
  position: number;
}

export function isAtEnd(scanner: Scanner): boolean {
  return scanner.position >= scanner.text.length;
}

/** Steps over one character if it is the one with this code. */
export function take(scanner: Scanner, code: number): boolean {
  if (scanner.text.charCodeAt(scanner.position) !== code) return false;
  scanner.position++;
  return true;
}

/** Steps over `text` if it comes next. */
export function takeText(scanner: Scanner, text: string): boolean {
  if (!scanner.text.startsWith(text, scanner.position)) return false;
  scanner.position += text.length;
  return true;
}

/** Steps over spaces of every kind: a narrow one stands before AM and PM wherever ICU writes times. */
export function skipSpaces(scanner: Scanner): boolean {
  const start = scanner.position;
  while (isSpace(scanner.text.charCodeAt(scanner.position))) scanner.position++;
  return scanner.position > start;
}

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x3000 || code === 0x202f || code === 0x2009 || code === 0x09;
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= 0x39;
}

/** How many digits come next, at most `most`. */
export function countDigits(scanner: Scanner, most: number): number {
  let digits = 0;
  while (digits < most && isDigit(scanner.text.charCodeAt(scanner.position + digits))) digits++;
  return digits;
}

/** The number of the next `least` to `most` digits; -1, and no step forward, when there are fewer. */
export function takeNumber(scanner: Scanner, least: number, most: number): number {
  const start = scanner.position;
  let value = 0;
  let digits = 0;
  for (; digits < most; digits++) {
    const digit = scanner.text.charCodeAt(scanner.position) - ZERO;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
    scanner.position++;
  }
  if (digits >= least) return value;
  scanner.position = start;
  return -1;
}

/** The first three of up to nine decimals, as milliseconds; -1 when there is none. */
export function takeMillis(scanner: Scanner): number {
  const start = scanner.position;
  const first = takeNumber(scanner, 1, 3);
  if (first < 0) return -1;
  const digits = scanner.position - start;
  if (digits === 3) takeNumber(scanner, 0, 6);
  return first * (digits === 1 ? 100 : digits === 2 ? 10 : 1);
}

/** `Z`, `UTC`, `GMT`, `+8`, `+08`, `+0800`, `+08:00`, `GMT+8`, with or without a space before it. */
export function takeOffset(scanner: Scanner, stamp: WrittenStamp): boolean {
  skipSpaces(scanner);
  if (take(scanner, 0x5a) || take(scanner, 0x7a)) {
    stamp.offset = 0;
    return true;
  }
  const code = scanner.text.charCodeAt(scanner.position);
  const isNamed = code === 0x55 ? takeText(scanner, 'UTC') : code === 0x47 && takeText(scanner, 'GMT');
  const isEast = take(scanner, 0x2b);
  if (!isEast && !take(scanner, 0x2d) && !take(scanner, 0x2212)) {
    stamp.offset = 0;
    return isNamed;
  }
  const hours = takeNumber(scanner, 1, 2);
  const hasColon = take(scanner, 0x3a);
  const minutes = takeNumber(scanner, 2, 2);
  if (hours < 0 || hours > 14 || minutes > 59 || (hasColon && minutes < 0)) return false;
  const offset = hours * 60 + Math.max(minutes, 0);
  stamp.offset = isEast ? offset : -offset;
  return true;
}

/** Where the word ends that begins here; of Latin and Cyrillic letters, the characters of the East stand each by itself. */
export function wordEnd({ text, position }: Scanner): number {
  let end = position;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end;
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0xc0 && code <= 0x24f) || (code >= 0x400 && code <= 0x4ff);
}
