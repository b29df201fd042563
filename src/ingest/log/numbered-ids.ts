import { isSafe } from '../cells/cut-cells.ts';

const ZERO = 0x30;
/** A number of so many digits fits into 31 bits. */
const MOST_DIGITS = 9;
/** Texts before numbers: a desk has one or two. */
const MOST_FAMILIES = 8;
/** Numbers in a page: as many as are nearby in time. */
const PAGE_BITS = 12;
const PAGE = 1 << PAGE_BITS;
/** Pages that may be nearly empty; of more, each must have so many numbers on the average: ids at random would fill the memory. */
const FREE_PAGES = 64;
const LEAST_FILLED = 256;

/** Codes of ids like `INC0012345`, by their numbers. */
export interface NumberedIds {
  /** The code; -1 where it is not known here. */
  find(bytes: Uint8Array, start: number, end: number): number;
  /** Keeps a code for the id that `find` has looked for last; false where there is no room for it. */
  keep(code: number): boolean;
  /** Where the id ends that begins at `at`, if it is known; -1 where it is not. As a `CellReader` does it. */
  read(bytes: Uint8Array, at: number): number;
  /** The code of the id last read. */
  lastRead(): number;
}

/** Of each number the code and 1; 0: none. */
type Pages = (Int32Array | undefined)[];

interface Family {
  readonly prefix: Uint8Array;
  /** Nothing in it can be a delimiter or a quote. */
  readonly isSafe: boolean;
  /** By how many digits there are: `T7` is another id than `T007`. */
  readonly pages: readonly Pages[];
}

/**
 * Ids are given out one after the other, and a log speaks of those that are open: found by their numbers they lie side by side, in
 * memory that is at hand. A hash would scatter them, and waiting for each would be half the time of reading.
 */
export function numberedIds(): NumberedIds {
  const families: Family[] = [];
  let pageCount = 0;
  let kept = 0;
  // What was looked for last.
  let pages: Pages | undefined;
  let number = 0;
  let read = -1;

  function familyOf(bytes: Uint8Array, start: number, end: number): Family | undefined {
    for (let index = 0; index < families.length; index++) {
      const { prefix } = families[index]!;
      if (prefix.length === end - start && beginsWith(bytes, start, prefix)) return families[index];
    }
    if (families.length === MOST_FAMILIES) return undefined;
    const added = {
      // A copy: `slice` of a Buffer would be a view of what is overwritten soon.
      prefix: new Uint8Array(bytes.subarray(start, end)),
      isSafe: isSafe(bytes, start, end),
      pages: Array.from({ length: MOST_DIGITS + 1 }, () => []),
    };
    families.push(added);
    return added;
  }

  return {
    find(bytes, start, end) {
      let firstDigit = end;
      while (firstDigit > start && isDigit(bytes[firstDigit - 1]!)) firstDigit--;
      const digits = end - firstDigit;
      pages = digits === 0 || digits > MOST_DIGITS ? undefined : familyOf(bytes, start, firstDigit)?.pages[digits];
      if (pages === undefined) return -1;
      let value = 0;
      for (let at = firstDigit; at < end; at++) value = (value * 10 + bytes[at]! - ZERO) | 0;
      number = value;
      const page = pages[value >>> PAGE_BITS];
      return page === undefined ? -1 : page[value & (PAGE - 1)]! - 1;
    },
    keep(code) {
      if (pages === undefined) return false;
      let page = pages[number >>> PAGE_BITS];
      if (page === undefined) {
        if (pageCount >= FREE_PAGES + kept / LEAST_FILLED) return false;
        page = new Int32Array(PAGE);
        pages[number >>> PAGE_BITS] = page;
        pageCount++;
      }
      page[number & (PAGE - 1)] = code + 1;
      kept++;
      return true;
    },
    read(bytes, start) {
      for (let index = 0; index < families.length; index++) {
        const family = families[index]!;
        if (!family.isSafe || !beginsWith(bytes, start, family.prefix)) continue;
        const firstDigit = start + family.prefix.length;
        let at = firstDigit;
        let value = 0;
        for (; at - firstDigit <= MOST_DIGITS && isDigit(bytes[at]!); at++)
          value = (value * 10 + bytes[at]! - ZERO) | 0;
        const page = family.pages[at - firstDigit]?.[value >>> PAGE_BITS];
        const code = page === undefined ? -1 : page[value & (PAGE - 1)]! - 1;
        if (code < 0) continue;
        read = code;
        return at;
      }
      return -1;
    },
    lastRead: () => read,
  };
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}

function beginsWith(bytes: Uint8Array, start: number, prefix: Uint8Array): boolean {
  for (let index = 0; index < prefix.length; index++) if (prefix[index] !== bytes[start + index]) return false;
  return true;
}
