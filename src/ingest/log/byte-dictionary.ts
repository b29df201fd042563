import { Buffer } from 'node:buffer';

/** Texts as bytes of UTF-8, and a number for each: no string is made of a text to find it. */
export interface ByteDictionary {
  readonly size: number;
  /** The code of `bytes` from `start` up to, not including, `end`; -1 where they are not known. */
  find(bytes: Uint8Array, start: number, end: number): number;
  /** Their code, given out now if they are new. */
  add(bytes: Uint8Array, start: number, end: number): number;
  /** Those of a code, good until the next is added; none of a code that was never given out. */
  bytes(code: number): Buffer;
}

/**
 * A hash table with open addressing. Texts lie one behind the other in one array, so that a million of them are a few arrays and not
 * a million objects.
 */
export function byteDictionary(): ByteDictionary {
  let texts = Buffer.alloc(256);
  /** Where the text of each code begins; one entry more, for the end of the last. */
  let starts = new Uint32Array(17);
  /** Of each place the code in it and 1; 0: free. A power of two, of which at most half is taken. */
  let codes = new Int32Array(32);
  /** Of each place that is taken the hash of its text: nearly all comparisons end here. */
  let hashes = new Int32Array(32);
  let size = 0;
  /** Where `find` did not find what it looked for. */
  let freePlace = 0;
  let freeHash = 0;

  function grow(): void {
    const [oldCodes, oldHashes] = [codes, hashes];
    codes = new Int32Array(oldCodes.length * 2);
    hashes = new Int32Array(oldCodes.length * 2);
    const mask = codes.length - 1;
    for (let place = 0; place < oldCodes.length; place++) {
      if (oldCodes[place] === 0) continue;
      let at = oldHashes[place]! & mask;
      while (codes[at] !== 0) at = (at + 1) & mask;
      codes[at] = oldCodes[place]!;
      hashes[at] = oldHashes[place]!;
    }
  }

  function isText(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = starts[code]!;
    if (starts[code + 1]! - from !== end - start) return false;
    for (let at = start, other = from; at < end; at++, other++) if (bytes[at] !== texts[other]) return false;
    return true;
  }

  function find(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const mask = codes.length - 1;
    let at = hash & mask;
    for (let code = codes[at]!; code !== 0; code = codes[at]!) {
      if (hashes[at] === hash && isText(code - 1, bytes, start, end)) return code - 1;
      at = (at + 1) & mask;
    }
    freeHash = hash;
    freePlace = at;
    return -1;
  }

  /** To be called after `find` has found nothing. */
  function insert(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    const from = starts[size]!;
    if (from + length > texts.length) {
      const larger = Buffer.alloc(Math.max(from + length, texts.length * 2));
      texts.copy(larger);
      texts = larger;
    }
    for (let at = start, to = from; at < end; at++, to++) texts[to] = bytes[at]!;
    if (size + 1 >= starts.length) {
      const larger = new Uint32Array(starts.length * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[size + 1] = from + length;
    codes[freePlace] = size + 1;
    hashes[freePlace] = freeHash;
    size++;
    if (size * 2 > codes.length) grow();
    return size - 1;
  }

  return {
    get size() {
      return size;
    },
    find,
    add(bytes, start, end) {
      const known = find(bytes, start, end);
      return known < 0 ? insert(bytes, start, end) : known;
    },
    bytes: (code) => texts.subarray(starts[code] ?? 0, code < size ? starts[code + 1] : 0),
  };
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  // FNV-1a, and its upper half folded into the lower, of which the place is taken.
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
