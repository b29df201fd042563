import { Buffer } from 'node:buffer';
import { ByteDictionary } from './byte-dictionary.ts';
import type { GrowingDictionary } from './growing-dictionary.ts';

/** Texts that can also be found by their bytes. */
export interface TextDictionary extends GrowingDictionary {
  readonly bytes: ByteDictionary;
}

/** No text of UTF-8 begins with it. What follows are UTF-16 units: of a text that UTF-8 cannot hold, with half a character in it. */
const UNITS = 0xff;

/** A half of a character without the other. */
const HALF = /\p{Cs}/u;

/** For very many texts: none of them is kept as a string. */
export function textDictionary(): TextDictionary {
  const bytes = new ByteDictionary();
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
    bytes,
    get size() {
      return bytes.size;
    },
    text(code) {
      const text = bytes.bytes(code);
      return text[0] === UNITS ? text.toString('utf16le', 1) : text.toString('utf8');
    },
    code(text) {
      const length = encode(text);
      const code = bytes.find(scratch, 0, length);
      return code < 0 ? undefined : code;
    },
    intern(text) {
      const length = encode(text);
      return bytes.add(scratch, 0, length);
    },
  };
}
