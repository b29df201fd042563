import { Buffer } from 'node:buffer';
import { numberedIds } from './numbered-ids.ts';

/** Texts as bytes of UTF-8, and a number for each: no string is made of a text to find it. */
export interface ByteDictionary {
  readonly size: number;
  /** The code of `bytes` from `start` up to, not including, `end`; -1 where they are not known. */
  find(bytes: Uint8Array, start: number, end: number): number;
  /** Their code, given out now if they are new. */
  add(bytes: Uint8Array, start: number, end: number): number;
  /** As `NumberedIds.read`. */
  readId(bytes: Uint8Array, at: number): number;
  lastId(): number;
  /** Where the text of this code ends that begins at `at`; -1 where another stands there. */
  endOf(code: number, bytes: Uint8Array, at: number): number;
  /** Those of a code, good until the next is added; none of a code that was never given out. */
  bytes(code: number): Buffer;
}

/**
 * Ids are found by their numbers, all else by a hash table with open addressing. Texts lie one behind the other in one array, so
 * that a million of them are a few arrays and not a million objects.
 */
export function byteDictionary(): ByteDictionary {
  const ids = numberedIds();
  let texts = Buffer.alloc(256);
  /** Where the text of each code begins; one entry more, for the end of the last. */
  let starts = new Uint32Array(17);
  /** Of each place the code in it and 1; 0: free. A power of two, of which at most half is taken. */
  let codes = new Int32Array(32);
  /** Of each place that is taken the hash of its text: nearly all comparisons end here. */
  let hashes = new Int32Array(32);
  let hashed = 0;
  let size = 0;
  /** Where `findHashed` did not find what it looked for. */
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

  function is(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = starts[code]!;
    if (starts[code + 1]! - from !== end - start) return false;
    for (let at = start, other = from; at < end; at++, other++) if (bytes[at] !== texts[other]) return false;
    return true;
  }

  function findHashed(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const mask = codes.length - 1;
    let at = hash & mask;
    for (let code = codes[at]!; code !== 0; code = codes[at]!) {
      if (hashes[at] === hash && is(code - 1, bytes, start, end)) return code - 1;
      at = (at + 1) & mask;
    }
    freeHash = hash;
    freePlace = at;
    return -1;
  }

  function find(bytes: Uint8Array, start: number, end: number): number {
    const code = ids.find(bytes, start, end);
    return code >= 0 ? code : findHashed(bytes, start, end);
  }

  /** To be called after `find` has found nothing. */
  function insert(bytes: Uint8Array, start: number, end: number): number {
    const code = append(bytes, start, end);
    if (ids.keep(code)) return code;
    codes[freePlace] = code + 1;
    hashes[freePlace] = freeHash;
    hashed++;
    if (hashed * 2 > codes.length) grow();
    return code;
  }

  function append(bytes: Uint8Array, start: number, end: number): number {
    const from = starts[size]!;
    const length = end - start;
    if (from + length > texts.length) {
      const larger = Buffer.alloc(Math.max(from + length, texts.length * 2));
      texts.copy(larger, 0, 0, from);
      texts = larger;
    }
    for (let at = start, to = from; at < end; at++, to++) texts[to] = bytes[at]!;
    if (size + 1 >= starts.length) {
      const larger = new Uint32Array(starts.length * 2);
      larger.set(starts);
      starts = larger;
    }
    starts[size + 1] = from + length;
    return size++;
  }

  return {
    get size() {
      return size;
    },
    find,
    readId: ids.read,
    lastId: ids.lastRead,
    endOf(code, bytes, at) {
      const end = at + starts[code + 1]! - starts[code]!;
      return is(code, bytes, at, end) ? end : -1;
    },
    add(bytes, start, end) {
      const known = find(bytes, start, end);
      return known < 0 ? insert(bytes, start, end) : known;
    },
    bytes: (code) => texts.subarray(starts[code] ?? 0, code < size ? starts[code + 1] : 0),
  };
}

/** Four bytes at a time: what takes its time is to multiply, each time waiting for the result of the last. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  let rest = 0;
  for (; at < end; at++) rest = (rest << 8) | bytes[at]!;
  hash = Math.imul(hash ^ rest, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
