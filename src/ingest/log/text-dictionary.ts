import { Buffer } from 'node:buffer';
import { type ByteDictionary, byteDictionary } from './byte-dictionary.ts';
import type { GrowingDictionary } from './growing-dictionary.ts';

/** Texts that can also be found by their bytes. */
export type TextDictionary = GrowingDictionary & Pick<ByteDictionary, 'find' | 'add' | 'readId' | 'lastId'>;

/** No text of UTF-8 begins with it. What follows are UTF-16 units: of a text that UTF-8 cannot hold, with half a character in it. */
const UNITS = 0xff;

/** A half of a character without the other. */
const HALF = /\p{Cs}/u;

/** For very many texts: none of them is kept as a string. */
export function textDictionary(): TextDictionary {
  const known = byteDictionary();
  let scratch = Buffer.alloc(256);

  /** Writes the text into `scratch`; how many bytes it takes. */
  function encode(text: string): number {
    const most = text.length * 3 + 1;
    if (scratch.length < most) scratch = Buffer.alloc(most * 2);
    if (!HALF.test(text)) return scratch.write(text, 'utf8');
    scratch[0] = UNITS;
    return 1 + scratch.write(text, 1, 'utf16le');
  }

  return {
    get size() {
      return known.size;
    },
    text(code) {
      const bytes = known.bytes(code);
      return bytes[0] === UNITS ? bytes.toString('utf16le', 1) : bytes.toString('utf8');
    },
    code(text) {
      const length = encode(text);
      const code = known.find(scratch, 0, length);
      return code < 0 ? undefined : code;
    },
    intern(text) {
      const length = encode(text);
      return known.add(scratch, 0, length);
    },
    find: known.find,
    add: known.add,
    readId: known.readId,
    lastId: known.lastId,
  };
}
