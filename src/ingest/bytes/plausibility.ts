import { EVERYDAY_CHARACTERS } from './everyday-characters.ts';

/**
 * How much a text looks like what people write, judged by the characters beyond ASCII alone: 1 at best, 0 for symbols and rare
 * characters, below for what nobody writes. `encoding` is the one by which the text was read: what is common depends on it.
 */
export function plausibility(text: string, encoding: string): number {
  let sum = 0;
  let count = 0;
  for (const { 0: run, index } of text.matchAll(BEYOND_ASCII)) {
    const characters = [...run];
    const before = text[index - 1] ?? '';
    const after = text[index + run.length] ?? '';
    const isBesideLetter = /[a-z]/i.test(before + after);
    for (const character of characters) sum += weigh(character, encoding, characters.length, isBesideLetter);
    count += characters.length;
    if (count >= ENOUGH) break;
  }
  return count === 0 ? 0 : sum / count;
}

/** Characters that are judged. */
const ENOUGH = 2_000;

/** NULs say nothing: they are left out of any text. */
const BEYOND_ASCII = /[^\0\t\n\r\x20-\x7e]+/gu;

/** What no text holds: controls, private use, what could not be decoded. */
const NEVER = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd]/u;
const HANZI = /\p{Script=Han}/u;
const KANA = /[\u3041-\u3096\u30a1-\u30fc]/u;
const HALF_KANA = /[\uff61-\uff9f]/u;
const CJK_SIGN = /[\u3000-\u3003\u3008-\u3011\u3014\u3015\uff01-\uff5e]/u;
const LATIN = /\p{Script=Latin}/u;
const WESTERN_LETTER = /[À-ÖØ-öø-ÿŒœŠšŸŽž]/;
const EUROPEAN_SIGN = /[\u00a0\u00a1\u00a3\u00a7\u00a9\u00ab\u00ae\u00b0-\u00b3\u00b5\u00b7\u00ba-\u00bf€…–—‘’“”•™]/u;

function weigh(character: string, encoding: string, runLength: number, isBesideLetter: boolean): number {
  if (NEVER.test(character)) return -3;
  const isOneByte = encoding === 'windows-1252';
  if (isOneByte) return weighWestern(character, runLength, isBesideLetter);
  if (HANZI.test(character)) return weighHanzi(character, encoding, isBesideLetter && runLength === 1);
  if (KANA.test(character)) return encoding === 'gb18030' || encoding === 'big5' ? 0.3 : 1;
  if (HALF_KANA.test(character)) return 0.2;
  if (CJK_SIGN.test(character)) return 0.7;
  if (encoding === 'utf-8') return LATIN.test(character) ? 1 : /\p{L}/u.test(character) ? 0.3 : 0.2;
  return EUROPEAN_SIGN.test(character) ? 0.3 : LATIN.test(character) ? 0.1 : -0.4;
}

/** One alone beside a letter may be an accented letter and the plain one after it (`“hello` as 塗ello). */
function weighHanzi(character: string, encoding: string, isAloneBesideLetter: boolean): number {
  const weight = everyday.has(character) ? 1 : levelOne(encoding).has(character) ? 0.7 : 0.1;
  return isAloneBesideLetter ? weight / 2 : weight;
}

/** Accented letters stand among plain ones: alone, seldom in pairs (`größe`). Chinese read so comes in long runs. */
function weighWestern(character: string, runLength: number, isBesideLetter: boolean): number {
  const isLetter = WESTERN_LETTER.test(character);
  if (runLength === 1) return isLetter ? (isBesideLetter ? 1 : 0.3) : EUROPEAN_SIGN.test(character) ? 0.75 : 0;
  return runLength === 2 && isLetter && isBesideLetter && character === character.toLowerCase() ? 0.5 : -0.5;
}

const everyday = new Set(EVERYDAY_CHARACTERS);

/** The rows and columns of the characters that their standards hold for the common ones. */
const LEVEL_ONE: Readonly<Record<string, { rows: Range; columns: readonly Range[] }>> = {
  gb18030: { rows: [0xb0, 0xd7], columns: [[0xa1, 0xfe]] },
  big5: {
    rows: [0xa4, 0xc6],
    columns: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  },
  shift_jis: {
    rows: [0x88, 0x98],
    columns: [
      [0x40, 0x7e],
      [0x80, 0xfc],
    ],
  },
};

/** First and last, both in. */
type Range = readonly [number, number];

const levels = new Map<string, ReadonlySet<string>>();

/** Of an encoding of Unicode those of all standards. */
function levelOne(encoding: string): ReadonlySet<string> {
  const known = levels.get(encoding);
  if (known !== undefined) return known;
  const plan = LEVEL_ONE[encoding];
  const level =
    plan === undefined
      ? new Set(Object.keys(LEVEL_ONE).flatMap((each) => [...levelOne(each)]))
      : new Set(new TextDecoder(encoding).decode(codesOf(plan.rows, plan.columns)));
  levels.set(encoding, level);
  return level;
}

function codesOf([first, last]: Range, columns: readonly Range[]): Uint8Array {
  const codes: number[] = [];
  for (let row = first; row <= last; row++)
    for (const [from, to] of columns) for (let column = from; column <= to; column++) codes.push(row, column);
  return Uint8Array.from(codes);
}
