import { Buffer } from 'node:buffer';
import type { Dictionary } from '../../domain/event-log.ts';
import { ByteDictionary } from './byte-dictionary.ts';

/** Texts that can also be found by their bytes. */
export interface TextDictionary extends Dictionary {
  /** The text's code, given out now if it is new. */
  intern(text: string): number;
  readonly bytes: ByteDictionary;
}

/** No text of UTF-8 begins with it. What follows are UTF-16 units: of a text that UTF-8 cannot hold, with half a character in it. */
const UNITS = 0xff;

/** A half of a character without the other. */
const HALF = /\p{Cs}/u;

/** Texts that are kept as strings, too: the first of a log, which come again and again. */
const MOST_STRINGS = 16_384;

/** For very many texts: they are kept as bytes. */
export function textDictionary(): TextDictionary {
  const bytes = new ByteDictionary();
  const strings: (string | undefined)[] = [];
  const codes = new Map<string, number>();
  let scratch = Buffer.alloc(256);

  /** Writes the text into `scratch`; how many bytes it takes. */
  function encode(text: string): number {
    const most = text.length * 3 + 1;
    if (scratch.length < most) scratch = Buffer.alloc(most * 2);
    if (!HALF.test(text)) return scratch.write(text, 'utf8');
    scratch[0] = UNITS;
    return 1 + scratch.write(text, 1, 'utf16le');
  }

  function read(code: number): string {
    const text = bytes.bytes(code);
    return text[0] === UNITS ? text.toString('utf16le', 1) : text.toString('utf8');
  }

  return {
    bytes,
    get size() {
      return bytes.size;
    },
    text(code) {
      const known = strings[code];
      if (known !== undefined) return known;
      const text = read(code);
      if (code < MOST_STRINGS) strings[code] = text;
      return text;
    },
    code(text) {
      const length = encode(text);
      const code = bytes.find(scratch, 0, length);
      return code < 0 ? undefined : code;
    },
    intern(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      // First: it may make another scratch.
      const length = encode(text);
      const code = bytes.add(scratch, 0, length);
      if (codes.size < MOST_STRINGS) codes.set(text, code);
      return code;
    },
  };
}
