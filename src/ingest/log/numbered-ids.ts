const ZERO = 0x30;
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
   * The codes of `count` ids whose bounds stand from `from` on. First it is found out of all of them where to look, and then they are looked
   * up: so they are waited for together.
   */
  findAll(
    bytes: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    from: number,
    count: number,
    codes: Int32Array,
  ): void {
    for (let index = 0; index < count; index++) {
      codes[index] = this.locate(bytes, starts[from + index]!, ends[from + index]!);
    }
    const { pages } = this;
    for (let index = 0; index < count; index++) {
      const place = codes[index]!;
      if (place >= 0) codes[index] = pages[place >>> PAGE_BITS]![place & IN_PAGE]! - 1;
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
    const { families, prefixes, prefixLengths, isLong } = this;
    for (let family = 0; family < families; family++) {
      const firstDigit = start + prefixLengths[family]!;
      const digits = end - firstDigit;
      if (digits <= 0 || digits > MOST_DIGITS || (isLong[family] === 1 && digits < MOST_DIGITS)) continue;
      let at = start;
      let own = family * LONGEST_PREFIX;
      while (at < firstDigit && bytes[at] === prefixes[own]) {
        at++;
        own++;
      }
      if (at < firstDigit) continue;
      const number = numberOf(bytes, firstDigit, end);
      if (number < 0) continue;
      const directory = this.directories[family * (MOST_DIGITS + 1) + digits]!;
      const upper = number >>> PAGE_BITS;
      const page = upper < directory.length ? directory[upper]! - 1 : -1;
      return page < 0 ? -1 : (page << PAGE_BITS) | (number & IN_PAGE);
    }
    return -1;
  }

  private familyOf(bytes: Uint8Array, start: number, end: number): number {
    const prefix = bytes.subarray(start, end);
    for (let family = 0; family < this.families; family++) {
      const own = family * LONGEST_PREFIX;
      const isSame = prefix.length === this.prefixLengths[family];
      if (isSame && prefix.every((byte, index) => byte === this.prefixes[own + index])) return family;
    }
    if (this.families === MOST_FAMILIES || prefix.length > LONGEST_PREFIX) return -1;
    const family = this.families++;
    this.prefixes.set(prefix, family * LONGEST_PREFIX);
    this.prefixLengths[family] = prefix.length;
    this.isLong[family] = end > start && isDigit(bytes[end - 1]!) ? 1 : 0;
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
