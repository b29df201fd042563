import { Buffer } from 'node:buffer';
import { type CutRows, MOST_ROWS } from '../cells/cut-rows.ts';
import { NumberedIds } from './numbered-ids.ts';

/**
 * Texts as bytes of UTF-8, and a number for each: no string is made of a text to find it.
 *
 * Ids are found by their numbers, all else by a hash table with open addressing. Texts lie one behind the other in one array, so
 * that a million of them are a few arrays and not a million objects.
 */
export class ByteDictionary {
  size = 0;
  private readonly ids = new NumberedIds();
  private texts = Buffer.alloc(256);
  /** Where the text of each code begins; one entry more, for the end of the last. */
  private starts = new Uint32Array(17);
  /**
   * Of each place the code in it and 1, 0: free; and the hash of its text, with which nearly all comparisons end. Side by side: one
   * look into memory is for both. Places are a power of two, of which at most half is taken.
   */
  private places = new Int32Array(2 * 32);
  private hashed = 0;
  /** Of a column the rows that no id is found for, and their hashes; what each may be: its code, or -1, and where its text stands. */
  private readonly asked = new Int32Array(MOST_ROWS);
  private readonly askedHashes = new Int32Array(MOST_ROWS);
  private readonly maybe = new Int32Array(MOST_ROWS);
  private readonly maybeStarts = new Uint32Array(MOST_ROWS);
  private readonly maybeEnds = new Uint32Array(MOST_ROWS);
  /** Where `findHashed` did not find what it looked for. */
  private freePlace = 0;
  private freeHash = 0;

  /** The code of `bytes` from `start` up to, not including, `end`; -1 where they are not known. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const code = this.ids.find(bytes, start, end);
    return code >= 0 ? code : this.findHashed(bytes, start, end);
  }

  /**
   * The codes of the cells of a column, by row; -1 for those that are not known. Step by step for all of them, as ids are found: what
   * each has to wait for it waits for together with the others.
   */
  findAll(rows: CutRows, cell: number, codes: Int32Array): void {
    this.ids.findAll(rows, cell, codes);
    if (this.hashed === 0) return;
    const { bytes, starts, ends, capacity, count } = rows;
    const { asked, askedHashes, maybe, maybeStarts, maybeEnds } = this;
    const from = cell * capacity;
    let others = 0;
    for (let row = 0; row < count; row++) {
      if (codes[row]! >= 0) continue;
      askedHashes[others] = hashOf(bytes, starts[from + row]!, ends[from + row]!);
      asked[others++] = row;
    }
    this.takeFirst(others);
    this.findTexts(others);
    for (let index = 0; index < others; index++) {
      const row = asked[index]!;
      const start = starts[from + row]!;
      const end = ends[from + row]!;
      const text = maybeStarts[index]!;
      const isFound =
        maybe[index]! >= 0 && maybeEnds[index]! - text === end - start && this.isText(text, bytes, start, end);
      codes[row] = isFound ? maybe[index]! : this.findHashed(bytes, start, end);
    }
  }

  /** What stands where each hash asks first, if it has that hash. */
  private takeFirst(count: number): void {
    const { places, askedHashes, maybe } = this;
    const mask = places.length / 2 - 1;
    for (let index = 0; index < count; index++) {
      const hash = askedHashes[index]!;
      const at = 2 * (hash & mask);
      maybe[index] = places[at + 1] === hash ? places[at]! - 1 : -1;
    }
  }

  /** Where the texts stand, and a look at each. */
  private findTexts(count: number): void {
    const { starts, texts, maybe, maybeStarts, maybeEnds } = this;
    for (let index = 0; index < count; index++) {
      const code = Math.max(0, maybe[index]!);
      maybeStarts[index] = starts[code]!;
      maybeEnds[index] = starts[code + 1]!;
    }
    for (let index = 0; index < count; index++) if (texts[maybeStarts[index]!] === NOWHERE) maybe[index] = -1;
  }

  /** Whether the text of a code is all that stands there. */
  private isWhole(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.starts[code]!;
    return this.starts[code + 1]! - from === end - start && this.isText(from, bytes, start, end);
  }

  /** Their code, given out now if they are new. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const known = this.find(bytes, start, end);
    return known < 0 ? this.insert(bytes, start, end) : known;
  }

  /** Those of a code, good until the next is added; none of a code that was never given out. */
  bytes(code: number): Buffer {
    return this.texts.subarray(this.starts[code] ?? 0, code < this.size ? this.starts[code + 1] : 0);
  }

  /** Of each text, by its code, two hashes that have nothing in common, one behind the other. */
  twoHashes(): Uint32Array {
    const { size, starts, texts } = this;
    const hashes = new Uint32Array(2 * size);
    for (let code = 0; code < size; code++) {
      const start = starts[code]!;
      const end = starts[code + 1]!;
      hashes[2 * code] = hashOf(texts, start, end);
      let other = 0x811c9dc5;
      for (let at = start; at < end; at++) other = Math.imul(other ^ texts[at]!, 0x01000193);
      hashes[2 * code + 1] = other;
    }
    return hashes;
  }

  private findHashed(bytes: Uint8Array, start: number, end: number): number {
    const { places } = this;
    const hash = hashOf(bytes, start, end);
    const mask = places.length / 2 - 1;
    let at = hash & mask;
    for (let code = places[2 * at]!; code !== 0; code = places[2 * at]!) {
      if (places[2 * at + 1] === hash && this.isWhole(code - 1, bytes, start, end)) return code - 1;
      at = (at + 1) & mask;
    }
    this.freeHash = hash;
    this.freePlace = at;
    return -1;
  }

  /** Whether the texts, from this place on, go on with these bytes. */
  private isText(from: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { texts } = this;
    for (let at = start; at < end; at++) if (bytes[at] !== texts[from + at - start]) return false;
    return true;
  }

  /** To be called after `find` has found nothing. */
  private insert(bytes: Uint8Array, start: number, end: number): number {
    const code = this.append(bytes, start, end);
    if (this.ids.keep(bytes, start, end, code)) return code;
    this.places[2 * this.freePlace] = code + 1;
    this.places[2 * this.freePlace + 1] = this.freeHash;
    this.hashed++;
    if (this.hashed * 4 > this.places.length) this.grow();
    return code;
  }

  private append(bytes: Uint8Array, start: number, end: number): number {
    const code = this.size++;
    const from = this.starts[code]!;
    const length = end - start;
    if (from + length > this.texts.length) {
      const larger = Buffer.alloc(Math.max(from + length, this.texts.length * 2));
      this.texts.copy(larger, 0, 0, from);
      this.texts = larger;
    }
    const { texts } = this;
    for (let index = 0; index < length; index++) texts[from + index] = bytes[start + index]!;
    if (code + 1 >= this.starts.length) {
      const larger = new Uint32Array(this.starts.length * 2);
      larger.set(this.starts);
      this.starts = larger;
    }
    this.starts[code + 1] = from + length;
    return code;
  }

  private grow(): void {
    const { places: old } = this;
    const places = new Int32Array(old.length * 2);
    const mask = places.length / 2 - 1;
    for (let index = 0; index < old.length; index += 2) {
      if (old[index] === 0) continue;
      let at = old[index + 1]! & mask;
      while (places[2 * at] !== 0) at = (at + 1) & mask;
      places[2 * at] = old[index]!;
      places[2 * at + 1] = old[index + 1]!;
    }
    this.places = places;
  }
}

/** A byte that no text of UTF-8 begins with. */
const NOWHERE = 0xff;

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
