import { isDigit, isSpace, type Scanner, takeText } from './scanner.ts';

/** Which hours a word before or after a time can mean. */
export type HalfDay = 'morning' | 'afternoon' | 'noon' | 'night' | 'small-hours';

const WORDS: readonly (readonly [word: string, half: HalfDay])[] = [
  ['上午', 'morning'],
  ['早上', 'morning'],
  ['早晨', 'morning'],
  ['清晨', 'morning'],
  ['午前', 'morning'],
  ['오전', 'morning'],
  ['下午', 'afternoon'],
  ['傍晚', 'afternoon'],
  ['午後', 'afternoon'],
  ['午后', 'afternoon'],
  ['오후', 'afternoon'],
  ['中午', 'noon'],
  ['晚上', 'night'],
  ['凌晨', 'small-hours'],
];

/** AM and PM in every spelling (`am`, `A.M.`, `p. m.`, `9:05p`), and the words of Chinese, Japanese and Korean. */
export function takeHalfDay(scanner: Scanner): HalfDay | undefined {
  const letter = scanner.text.charCodeAt(scanner.position) | 0x20;
  if (letter === 0x61 || letter === 0x70) return takeLatin(scanner, letter === 0x61 ? 'morning' : 'afternoon');
  if (letter < 0x4e00) return undefined;
  return WORDS.find(([word]) => takeText(scanner, word))?.[1];
}

function takeLatin(scanner: Scanner, half: HalfDay): HalfDay | undefined {
  const { text } = scanner;
  let end = scanner.position + 1;
  if (text[end] === '.') end++;
  let next = end;
  while (isSpace(text.charCodeAt(next))) next++;
  if ((text.charCodeAt(next) | 0x20) === 0x6d) {
    end = next + 1;
    if (text[end] === '.') end++;
  } else if (!isDigit(text.charCodeAt(scanner.position - 1))) {
    // A letter alone has to follow its figures: 9:05p.
    return undefined;
  }
  const after = text.charCodeAt(end) | 0x20;
  if (after >= 0x61 && after <= 0x7a) return undefined;
  scanner.position = end;
  return half;
}

/**
 * The hour on a clock of 24; -1 where word and hour contradict each other. 12:30 AM is half past midnight, 12:30 PM half
 * past noon; an hour that runs beyond 12 anyway stands if its half is right (`下午15:05`). Twelve at night is midnight at
 * one end of the date or the other: it says neither.
 */
export function hourOf(hour: number, half: HalfDay): number {
  const late = hour < 12 ? hour + 12 : hour;
  switch (half) {
    case 'morning':
      return hour <= 12 ? hour % 12 : -1;
    case 'afternoon':
      return late < 24 ? late : -1;
    case 'noon':
      return hour === 11 ? 11 : late >= 12 && late <= 14 && hour !== 0 ? late : -1;
    case 'night':
      return late >= 17 && late < 24 ? late : -1;
    case 'small-hours':
      return hour === 12 ? 0 : hour <= 6 ? hour : -1;
  }
}
