/** Finds where a value ends whose text may lie in several chunks. What stands between is not checked. */
export interface ValueEnd {
  /** A value begins with this byte; lists and objects in it may nest `deepest` levels. */
  begin(first: number, deepest: number): void;
  /** The index after the value's last byte, looked for from `from` on; -1 where it lies in a later chunk. */
  find(bytes: Uint8Array, from: number): number;
}

/** Lists and objects in one value: many small ones take far more memory than their text. */
const MOST = 1_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** Brackets and braces differ by this bit. */
const BRACE = 0x20;

/** @param refuse is called where the value nests too deep or has too many parts, and must throw */
export function valueEnd(refuse: (why: 'deep' | 'many', index: number) => never): ValueEnd {
  let isScalar = false;
  let depth = 0;
  let deepest = 0;
  let containers = 0;
  let isInText = false;
  let isEscaped = false;

  function endOfScalar(bytes: Uint8Array, from: number): number {
    for (let index = from; index < bytes.length; index++) if (isDelimiter(bytes[index] ?? 0)) return index;
    return -1;
  }

  /** The index after the text's closing quote; `isInText` tells whether there is one. */
  function endOfText(bytes: Uint8Array, from: number): number {
    let index = from;
    if (isEscaped && index < bytes.length) {
      isEscaped = false;
      index++;
    }
    while (index < bytes.length) {
      const byte = bytes[index++];
      if (byte === QUOTE) {
        isInText = false;
        return index;
      }
      if (byte === BACKSLASH) {
        isEscaped = index === bytes.length;
        index++;
      }
    }
    return bytes.length;
  }

  return {
    begin(first, levels) {
      isScalar = first !== QUOTE && (first | BRACE) !== OPEN;
      depth = 0;
      deepest = levels;
      containers = 0;
      isInText = false;
      isEscaped = false;
    },
    find(bytes, from) {
      if (isScalar) return endOfScalar(bytes, from);
      let index = from;
      while (index < bytes.length) {
        if (isInText) {
          index = endOfText(bytes, index);
          if (isInText) return -1;
          if (depth === 0) return index;
          continue;
        }
        const byte = bytes[index++] ?? 0;
        if (byte === QUOTE) {
          isInText = true;
        } else if ((byte | BRACE) === OPEN) {
          if (++depth > deepest) refuse('deep', index - 1);
          if (++containers > MOST) refuse('many', index - 1);
        } else if ((byte | BRACE) === CLOSE && --depth === 0) {
          return index;
        }
      }
      return -1;
    },
  };
}

/** What ends a number or a word: a blank, a sign of structure, a quote. */
function isDelimiter(byte: number): boolean {
  return byte <= 0x20 || byte === 0x2c || byte === 0x3a || byte === QUOTE || isBracket(byte | BRACE);
}

function isBracket(byte: number): boolean {
  return byte === OPEN || byte === CLOSE;
}
