const LF = 0x0a;
const CR = 0x0d;

/** Tells on which physical line a byte stands, while the bytes stream by. */
export interface LineCounter {
  /** The next bytes of the file. */
  add(chunk: Uint8Array): void;
  /** The line, from 1, of the byte at this offset of the file. Offsets must be asked for in rising order. */
  lineAt(offset: number): number;
}

/**
 * csv-parse's own count takes a CRLF inside quotes for two lines, so lines are counted beside it.
 * `lf`: lines end in LF (a CR before it is part of the break); `cr`: in CR, CRLF or LF. The bytes begin on `firstLine`.
 */
export function lineCounter(breaks: 'lf' | 'cr', firstLine = 1): LineCounter {
  let pending: number[] = [];
  let passed = 0;
  let line = firstLine;
  let length = 0;
  let endsInReturn = false;

  function add(chunk: Uint8Array): void {
    // A record may have millions of lines, of which none is passed while it goes on: they are not copied for each chunk.
    if (passed * 2 >= pending.length) {
      pending = pending.slice(passed);
      passed = 0;
    }
    if (breaks === 'lf') {
      for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) pending.push(length + at + 1);
    } else {
      for (const [at, byte] of chunk.entries()) {
        if (byte === LF && endsInReturn) pending[pending.length - 1] = length + at + 1;
        else if (byte === LF || byte === CR) pending.push(length + at + 1);
        endsInReturn = byte === CR;
      }
    }
    length += chunk.length;
  }

  return {
    add,
    lineAt(offset) {
      for (; passed < pending.length && (pending[passed] ?? 0) <= offset; passed++) line++;
      return line;
    },
  };
}
