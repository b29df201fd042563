import { Buffer } from 'node:buffer';

const LF = 0x0a;
const CR = 0x0d;

/** A place in a text: lines from 1, columns in characters (UTF-16 units) from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Tells where bytes of a text stand, while its chunks stream by. Lines end in LF, CRLF or CR. */
export interface LinePlaces {
  /** The next chunk, to which indexes refer from now on. It ends where a character ends. */
  add(chunk: Uint8Array): void;
  /** The line of the byte at `index`, which must not be before one that was asked for earlier. */
  lineAt(index: number): number;
  /** As `lineAt`; the chunk's length asks for its end. */
  placeAt(index: number): TextPlace;
}

export function linePlaces(): LinePlaces {
  let chunk: Buffer = Buffer.alloc(0);
  let line = 1;
  // Characters of the line in earlier chunks, and where the rest of it begins in this one.
  let charactersBefore = 0;
  let lineStart = 0;
  // Indexes after the next line break, and of the next LF and CR: each is looked for once.
  let nextBreak = Number.POSITIVE_INFINITY;
  let nextFeed = -1;
  let nextReturn = -1;
  let endsInReturn = false;

  function find(byte: number, from: number): number {
    const found = chunk.indexOf(byte, from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  }

  function breakAfter(from: number): number {
    if (nextFeed < from) nextFeed = find(LF, from);
    if (nextReturn < from) nextReturn = find(CR, from);
    // Of a CR at the end of a chunk only the next one tells whether an LF belongs to it.
    while (nextReturn < nextFeed - 1 && nextReturn + 1 === chunk.length) nextReturn = Number.POSITIVE_INFINITY;
    return Math.min(nextFeed, nextReturn < nextFeed - 1 ? nextReturn : nextFeed) + 1;
  }

  function begin(at: number): void {
    line++;
    charactersBefore = 0;
    lineStart = at;
  }

  function advance(index: number): void {
    for (; nextBreak <= index; nextBreak = breakAfter(nextBreak)) begin(nextBreak);
  }

  return {
    add(next) {
      advance(chunk.length);
      charactersBefore += chunk.toString('utf8', lineStart).length;
      if (chunk.length > 0) endsInReturn = chunk[chunk.length - 1] === CR;
      chunk = Buffer.from(next.buffer, next.byteOffset, next.byteLength);
      lineStart = 0;
      nextFeed = -1;
      nextReturn = -1;
      if (endsInReturn && chunk.length > 0 && chunk[0] !== LF) begin(0);
      nextBreak = breakAfter(0);
    },
    lineAt(index) {
      advance(index);
      return line;
    },
    placeAt(index) {
      advance(index);
      return { line, column: charactersBefore + chunk.toString('utf8', lineStart, index).length + 1 };
    },
  };
}
