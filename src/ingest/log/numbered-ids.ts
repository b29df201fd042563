import type { CutRows } from '../cells/cut-rows.ts';

const ZERO = 0x30;
/** So many bytes are looked at together. */
const WORDS = 8;
/** The last digits of an id: a number of so many fits into 31 bits. */
const MOST_DIGITS = 9;
/** Texts before numbers: a desk has one or two. */
const MOST_FAMILIES = 8;
const LONGEST_PREFIX = 32;
/** Numbers in a page: as many as are nearby in time. */
const PAGE_BITS = 12;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;
/** Pages that may be nearly empty; of more, each must have so many numbers on the average: ids at random would fill the memory. */
const FREE_PAGES = 64;
const LEAST_FILLED = 256;

/**
 * Codes of ids like `INC0012345`, by their numbers. An id is of the family that its text before the number makes, and of so many
 * digits: `T7` is another than `T007`.
 *
 * Ids are given out one after the other, and a log speaks of those that are open: found by their numbers they lie side by side, in
 * memory that is at hand. A hash would scatter them, and waiting for each would be half the time of reading.
 *
 * Nothing but arrays of numbers, for it is asked for nearly every row.
 */
export class NumberedIds {
  private families = 0;
  private readonly prefixes = new Uint8Array(MOST_FAMILIES * LONGEST_PREFIX);
  private readonly prefixLengths = new Uint8Array(MOST_FAMILIES);
  /** Their first four bytes, and which of these are theirs. */
  private readonly heads = new Int32Array(MOST_FAMILIES);
  private readonly headMasks = new Int32Array(MOST_FAMILIES);
  /** A number that may have more digits than are read: all before the last nine are of the prefix. */
  private readonly isLong = new Uint8Array(MOST_FAMILIES);
  /** By family and digits; of the upper part of a number which page it is in, and 1; 0: none. */
  private readonly directories = Array.from({ length: MOST_FAMILIES * (MOST_DIGITS + 1) }, () => new Int32Array(0));
  /** Of each number the code and 1; 0: none. */
  private readonly pages: Int32Array[] = [];
  private kept = 0;

  /** The code; -1 where it is not known here. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const place = this.locate(bytes, start, end);
    return place < 0 ? -1 : this.pages[place >>> PAGE_BITS]![place & IN_PAGE]! - 1;
  }

  /**
   * The codes of the ids of a column, by row. First it is found out of all of them where to look, and then they are looked up: so they are
   * waited for together.
   */
  findAll({ bytes, words, starts, ends, capacity, count }: CutRows, cell: number, codes: Int32Array): void {
    const from = cell * capacity;
    for (let row = 0; row < count; row++) {
      const start = starts[from + row]!;
      const end = ends[from + row]!;
      codes[row] = start < WORDS ? this.locate(bytes, start, end) : this.locateByWords(bytes, words, start, end);
    }
    const { pages } = this;
    for (let row = 0; row < count; row++) {
      const place = codes[row]!;
      if (place >= 0) codes[row] = pages[place >>> PAGE_BITS]![place & IN_PAGE]! - 1;
    }
  }

  /** Keeps the code of an id; false where there is no room for it. */
  keep(bytes: Uint8Array, start: number, end: number, code: number): boolean {
    const least = Math.max(start, end - MOST_DIGITS);
    let firstDigit = end;
    while (firstDigit > least && isDigit(bytes[firstDigit - 1]!)) firstDigit--;
    const digits = end - firstDigit;
    const family = digits === 0 ? -1 : this.familyOf(bytes, start, firstDigit);
    if (family < 0) return false;
    const directory = family * (MOST_DIGITS + 1) + digits;
    const number = numberOf(bytes, firstDigit, end);
    const page = this.pageOf(directory, number >>> PAGE_BITS);
    if (page === undefined) return false;
    page[number & IN_PAGE] = code + 1;
    this.kept++;
    return true;
  }

  /** The page in which an id would be, and its place in that; -1 where there is no such page. */
  private locate(bytes: Uint8Array, start: number, end: number): number {
    for (let family = 0; family < this.families; family++) {
      const firstDigit = start + this.prefixLengths[family]!;
      if (!this.mayBe(family, end - firstDigit) || !this.hasPrefix(family, bytes, start, 0)) continue;
      const number = numberOf(bytes, firstDigit, end);
      if (number >= 0) return this.placeOf(family, end - firstDigit, number);
    }
    return -1;
  }

  /** The same, four bytes at a time: where ids are of several lengths, a loop over their bytes does not foresee where it ends. */
  private locateByWords(bytes: Uint8Array, words: DataView, start: number, end: number): number {
    const head = words.getInt32(start, true);
    for (let family = 0; family < this.families; family++) {
      if ((head & this.headMasks[family]!) !== this.heads[family]) continue;
      const digits = end - start - this.prefixLengths[family]!;
      if (!this.mayBe(family, digits) || !this.hasPrefix(family, bytes, start, 4)) continue;
      const number = digits <= WORDS ? numberByWords(words, end, digits) : numberOf(bytes, end - digits, end);
      if (number >= 0) return this.placeOf(family, digits, number);
    }
    return -1;
  }

  private mayBe(family: number, digits: number): boolean {
    return digits > 0 && digits <= MOST_DIGITS && (this.isLong[family] === 0 || digits === MOST_DIGITS);
  }

  /** Whether what stands there goes on like the prefix, from its byte `from` on. */
  private hasPrefix(family: number, bytes: Uint8Array, start: number, from: number): boolean {
    const own = family * LONGEST_PREFIX;
    const length = this.prefixLengths[family]!;
    for (let at = from; at < length; at++) if (bytes[start + at] !== this.prefixes[own + at]) return false;
    return true;
  }

  private placeOf(family: number, digits: number, number: number): number {
    const directory = this.directories[family * (MOST_DIGITS + 1) + digits]!;
    const upper = number >>> PAGE_BITS;
    const page = upper < directory.length ? directory[upper]! - 1 : -1;
    return page < 0 ? -1 : (page << PAGE_BITS) | (number & IN_PAGE);
  }

  private familyOf(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    for (let family = 0; family < this.families; family++) {
      if (length === this.prefixLengths[family] && this.hasPrefix(family, bytes, start, 0)) return family;
    }
    if (this.families === MOST_FAMILIES || length > LONGEST_PREFIX) return -1;
    const family = this.families++;
    this.prefixes.set(bytes.subarray(start, end), family * LONGEST_PREFIX);
    this.prefixLengths[family] = length;
    this.isLong[family] = length > 0 && isDigit(bytes[end - 1]!) ? 1 : 0;
    for (let at = 0; at < Math.min(length, 4); at++) {
      this.heads[family]! |= bytes[start + at]! << (8 * at);
      this.headMasks[family]! |= 0xff << (8 * at);
    }
    return family;
  }

  private pageOf(directory: number, upper: number): Int32Array | undefined {
    let pages = this.directories[directory]!;
    if (upper >= pages.length) {
      const longer = new Int32Array(Math.max(upper + 1, 2 * pages.length));
      longer.set(pages);
      pages = longer;
      this.directories[directory] = pages;
    }
    if (pages[upper] === 0) {
      if (this.pages.length >= FREE_PAGES + this.kept / LEAST_FILLED) return undefined;
      pages[upper] = this.pages.push(new Int32Array(PAGE));
    }
    return this.pages[pages[upper]! - 1];
  }
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}

/** Of so many digits that it fits into 31 bits; -1 where others are among them. */
function numberOf(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = (Math.imul(number, 10) + digit) | 0;
  }
  return number;
}

/** Of no more than eight digits, that end at `end`, which is no less; -1 where others are among them. */
function numberByWords(words: DataView, end: number, digits: number): number {
  // What stands before the number is read as zeros.
  const others = digits < 4 ? ~(-1 << (8 * (4 - digits))) : 0;
  const low = fourFigures((words.getInt32(end - 4, true) & ~others) | (ZEROS & others));
  if (digits <= 4 || low < 0) return low;
  const before = ~(-1 << (8 * (8 - digits)));
  const high = fourFigures((words.getInt32(end - 8, true) & ~before) | (ZEROS & before));
  return high < 0 ? -1 : high * 10_000 + low;
}

const ZEROS = 0x30303030;

/** The number that four bytes are in figures, the first of them the lowest of the word; -1 where one is none. */
function fourFigures(word: number): number {
  const figures = word ^ ZEROS;
  // Whatever is more than 9 comes to have its highest bit set.
  if (((figures | ((figures + 0x76767676) | 0)) & 0x80808080) !== 0) return -1;
  const pairs = (Math.imul(figures, 10) + (figures >>> 8)) & 0x00ff00ff;
  return (pairs & 0xff) * 100 + (pairs >>> 16);
}
