import { Buffer } from 'node:buffer';
import { CellCodes, UNKEPT } from '../cells/cell-codes.ts';
import { isFooterText, isTotalWord } from './no-row.ts';

/** Tells cells that make nothing else of a row than a row of the table, whatever stands beside them. */
export type IsOrdinary = (bytes: Uint8Array, start: number, end: number) => boolean;

/**
 * For a row's first cell and its ticket: neither a word for a sum, nor the beginning of a footer, nor one of `names`, by which a header
 * or a line above it is known again.
 */
export function ordinaryCells(names: ReadonlySet<string>): IsOrdinary {
  // Lengths of those names that look like ids, by the bit; 32 stands for all beyond.
  let likeIds = 0;
  for (const name of names) if (/^[\w#./:+ -]*\d[\w#./:+ -]*$/.test(name)) likeIds |= 1 << Math.min(name.length, 31);
  const codes = new CellCodes();
  /** Of each code 1 for yes, 2 for no. */
  let answers = new Uint8Array(64);

  function judge(bytes: Uint8Array, start: number, end: number): boolean {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
      .toString('utf8')
      .trim();
    return !names.has(text) && !isTotalWord(text) && !isFooterText(text);
  }

  return (bytes, start, end) => {
    if (((likeIds >>> Math.min(end - start, 31)) & 1) === 0 && isId(bytes, start, end)) return true;
    const code = codes.of(bytes, start, end);
    if (code === UNKEPT) return judge(bytes, start, end);
    if (code >= answers.length) {
      const larger = new Uint8Array(answers.length * 2);
      larger.set(answers);
      answers = larger;
    }
    const answer = answers[code] || (judge(bytes, start, end) ? 1 : 2);
    answers[code] = answer;
    return answer === 1;
  };
}

const ZERO = 0x30;

/**
 * `T1000049`, `INC-2024/17`: of letters, digits and what stands between them, with a digit. No word for a sum and no footer is written so
 * but `total120`; with blanks and colons they are, and so these may stand only in figures: `2024-03-05T09:05:07`.
 */
function isId(bytes: Uint8Array, start: number, end: number): boolean {
  let hasDigit = false;
  let hasWord = false;
  let hasGap = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const letter = byte | 0x20;
    if (byte >= ZERO && byte <= ZERO + 9) hasDigit = true;
    else if (letter >= 0x61 && letter <= 0x7a) hasWord ||= byte !== 0x54 && byte !== 0x5a;
    else if (byte === 0x20 || byte === 0x3a || byte === 0x2b) hasGap = true;
    else if (byte !== 0x2d && byte !== 0x5f && byte !== 0x2e && byte !== 0x2f && byte !== 0x23) return false;
  }
  const isFigures = !hasWord && bytes[start]! >= ZERO && bytes[start]! <= ZERO + 9;
  return hasDigit && (isFigures || (!hasGap && !isTo(bytes[start]!, bytes[start + 1]!)));
}

/** As `total` begins. */
function isTo(first: number, second: number): boolean {
  return (first | 0x20) === 0x74 && (second | 0x20) === 0x6f;
}
