import { codeOfHex } from './pass-value.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const U = 0x75;

/** By the letter behind a backslash what it stands for; 0: it is none. */
const MEANT = new Uint8Array(256);
for (const [letter, meant] of Object.entries({
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
})) {
  MEANT[letter.charCodeAt(0)] = meant.charCodeAt(0);
}

/** Writes texts without their escapes. A class: it is asked for many cells. */
export class Unescaper {
  /** Where what was written last ends. */
  end = 0;

  /**
   * Writes at `to` what the text says that begins at `start`, behind its opening quote: never more bytes than it has. Returns the index of
   * its closing quote; -1 for what is no text, and for half of a character, which has no bytes.
   */
  write(bytes: Uint8Array, start: number, to: number): number {
    let at = start;
    let end = to;
    for (;;) {
      const byte = bytes[at++]!;
      if (byte === QUOTE) {
        this.end = end;
        return at - 1;
      }
      if (byte < 0x20) return -1;
      if (byte !== BACKSLASH) {
        bytes[end++] = byte;
        continue;
      }
      const letter = bytes[at++]!;
      if (letter !== U) {
        const meant = MEANT[letter]!;
        if (meant === 0) return -1;
        bytes[end++] = meant;
        continue;
      }
      let character = codeOfHex(bytes, at);
      if (character < 0) return -1;
      at += 4;
      if ((character & 0xf800) === 0xd800) {
        const other = bytes[at] === BACKSLASH && bytes[at + 1] === U ? codeOfHex(bytes, at + 2) : -1;
        if (character >= 0xdc00 || other < 0xdc00 || other > 0xdfff) return -1;
        character = 0x10000 + ((character - 0xd800) << 10) + (other - 0xdc00);
        at += 6;
      }
      end = writeCharacter(bytes, end, character);
    }
  }
}

/** As UTF-8; returns where it ends. */
function writeCharacter(bytes: Uint8Array, at: number, character: number): number {
  if (character < 0x80) {
    bytes[at] = character;
    return at + 1;
  }
  const more = character < 0x800 ? 1 : character < 0x10000 ? 2 : 3;
  // 110, 1110, 11110 and the bits that come first.
  bytes[at] = ((0xff80 >> more) & 0xff) | (character >> (6 * more));
  for (let index = 1; index <= more; index++) bytes[at + index] = 0x80 | ((character >> (6 * (more - index))) & 0x3f);
  return at + more + 1;
}
