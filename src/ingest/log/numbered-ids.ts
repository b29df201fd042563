const ZERO = 0x30;
/** The last digits of an id: a number of so many fits into 31 bits. */
const MOST_DIGITS = 9;
/** Texts before numbers: a desk has one or two. */
const MOST_FAMILIES = 8;
/** Numbers in a page: as many as are nearby in time. */
const PAGE_BITS = 12;
const PAGE = 1 << PAGE_BITS;
/** Pages that may be nearly empty; of more, each must have so many numbers on the average: ids at random would fill the memory. */
const FREE_PAGES = 64;
const LEAST_FILLED = 256;

/** Of each number the code and 1; 0: none. */
type Pages = (Int32Array | undefined)[];

interface Family {
  readonly prefix: Uint8Array;
  /** By how many digits there are: `T7` is another id than `T007`. */
  readonly pages: readonly Pages[];
}

/**
 * Codes of ids like `INC0012345`, by their numbers.
 *
 * Ids are given out one after the other, and a log speaks of those that are open: found by their numbers they lie side by side, in
 * memory that is at hand. A hash would scatter them, and waiting for each would be half the time of reading.
 *
 * A class, as all that is asked for each cell: closures take two to three times as long.
 */
export class NumberedIds {
  private readonly families: Family[] = [];
  private pageCount = 0;
  private kept = 0;
  // What `find` has looked for last.
  private pages: Pages | undefined;
  private number = 0;

  /** The code; -1 where it is not known here. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const least = Math.max(start, end - MOST_DIGITS);
    let firstDigit = end;
    let number = 0;
    for (let power = 1; firstDigit > least; power *= 10) {
      const digit = bytes[firstDigit - 1]! - ZERO;
      if (digit < 0 || digit > 9) break;
      number += digit * power;
      firstDigit--;
    }
    const digits = end - firstDigit;
    const pages = digits === 0 ? undefined : this.familyOf(bytes, start, firstDigit)?.pages[digits];
    this.pages = pages;
    if (pages === undefined) return -1;
    this.number = number;
    const page = pages[number >>> PAGE_BITS];
    return page === undefined ? -1 : page[number & (PAGE - 1)]! - 1;
  }

  /** Keeps a code for the id that `find` has looked for last; false where there is no room for it. */
  keep(code: number): boolean {
    const { pages, number } = this;
    if (pages === undefined) return false;
    let page = pages[number >>> PAGE_BITS];
    if (page === undefined) {
      if (this.pageCount >= FREE_PAGES + this.kept / LEAST_FILLED) return false;
      page = new Int32Array(PAGE);
      pages[number >>> PAGE_BITS] = page;
      this.pageCount++;
    }
    page[number & (PAGE - 1)] = code + 1;
    this.kept++;
    return true;
  }

  private familyOf(bytes: Uint8Array, start: number, end: number): Family | undefined {
    const { families } = this;
    for (let index = 0; index < families.length; index++) {
      const { prefix } = families[index]!;
      if (prefix.length === end - start && beginsWith(bytes, start, prefix)) return families[index];
    }
    if (families.length === MOST_FAMILIES) return undefined;
    const added = {
      // A copy: `slice` of a Buffer would be a view of what is overwritten soon.
      prefix: new Uint8Array(bytes.subarray(start, end)),
      pages: Array.from({ length: MOST_DIGITS + 1 }, () => []),
    };
    families.push(added);
    return added;
  }
}

function beginsWith(bytes: Uint8Array, start: number, prefix: Uint8Array): boolean {
  for (let index = 0; index < prefix.length; index++) if (prefix[index] !== bytes[start + index]) return false;
  return true;
}
