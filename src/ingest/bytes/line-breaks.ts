const LF = 0x0a;
const CR = 0x0d;

/** Breaks of lines in ASCII-compatible bytes, counted while they stream by. */
export interface LineBreaks {
  /** The next bytes of the text. */
  add(bytes: Uint8Array): void;
  /** The line, from 1, of what follows the bytes that were added, and these bytes. */
  lineAfter(bytes?: Uint8Array): number;
}

/** Lines end in LF, or CRLF; in CR only where the text has no LF at all. */
export function lineBreaks(): LineBreaks {
  let feeds = 0;
  let returns = 0;
  return {
    add(bytes) {
      feeds += count(bytes, LF);
      if (feeds === 0) returns += count(bytes, CR);
    },
    lineAfter(bytes = new Uint8Array()) {
      const ended = feeds + count(bytes, LF);
      return 1 + (ended > 0 ? ended : returns + count(bytes, CR));
    },
  };
}

function count(bytes: Uint8Array, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found++;
  return found;
}
