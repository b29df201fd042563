import { say } from '../../diagnostics/say.ts';
import { longYear } from './date-orders.ts';
import { digitsParser } from './digits-alone.ts';
import { type HalfDay, hourOf, takeHalfDay } from './half-day.ts';
import {
  countDigits,
  isAtEnd,
  isDigit,
  isSpace,
  type Scanner,
  skipSpaces,
  take,
  takeMillis,
  takeNumber,
  takeOffset,
  takeText,
  wordEnd,
} from './scanner.ts';
import { takeMonthName, takeWeekday } from './words.ts';
import { clearStamp, type StampParser, type WrittenStamp } from './written-stamp.ts';

/** A piece of a stamp's text and the token of a format that reads it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly token: string;
}

const COLON = 0x3a;
const DOT = 0x2e;
const COMMA = 0x2c;
const OPEN = 0x28;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const YEAR = '年'.charCodeAt(0);
const KOREAN_YEAR = '년'.charCodeAt(0);
/** What stands between the figures of a date. */
const SEPARATORS = [SLASH, 0x2d, DOT];
const HOURS = ['时', '時', '点', '點', '시'];
const MINUTES = ['分', '분'];
const SECONDS = ['秒', '초'];
/** What some languages put between the parts of a date and its time. */
const FILLERS = ['at', 'um', 'uhr', 'à', 'às', 'г', 'в'];

/**
 * Reads stamps in any notation: date, time, day of the week and offset in whatever order they come, each once. Which of
 * three figures is the day it does not say (`isUnordered`). `pieces`, if given, is filled with what was read as what.
 */
export function freeParser(pieces?: Piece[]): StampParser {
  const scanner: Scanner = { text: '', position: 0 };
  let half: HalfDay | undefined;
  let hasDate = false;
  let hasYear = false;
  let hasTime = false;

  return (text, stamp) => {
    clearStamp(stamp);
    scanner.text = text;
    scanner.position = 0;
    half = undefined;
    hasDate = false;
    hasYear = false;
    hasTime = false;
    if (pieces !== undefined) pieces.length = 0;
    if (isDigit(text.charCodeAt(0))) {
      if (digitsParser(text, stamp)) return true;
      if (stamp.fault !== '' || stamp.hint !== '') return false;
    }
    while (!isAtEnd(scanner)) if (!takePart(stamp)) return false;
    if (!hasDate || !hasYear) {
      stamp.fault = hasDate ? say`it names no year` : '';
      return false;
    }
    if (half === undefined) return true;
    const hour = hasTime ? hourOf(stamp.hour, half) : -1;
    if (hour < 0) stamp.fault = say`its hour and its half of the day contradict each other`;
    stamp.hour = hour;
    return hour >= 0;
  };

  function mark(start: number, token: string): true {
    pieces?.push({ start, end: scanner.position, token });
    return true;
  }

  function takePart(stamp: WrittenStamp): boolean {
    const { text, position } = scanner;
    const code = text.charCodeAt(position);
    if (isSpace(code) || code === COMMA) {
      scanner.position++;
      return true;
    }
    if (isDigit(code)) return takeFigures(stamp);
    if (hasTime && (code === 0x2b || code === 0x2d || code === 0x2212)) return takeZone(stamp);
    // `2024-03-05T090507`
    if ((code | 0x20) === 0x74 && hasDate && !hasTime && isDigit(text.charCodeAt(position + 1))) {
      scanner.position++;
      return true;
    }
    if (code === OPEN || code === 0x5b) return takeRemark(stamp, code === OPEN ? ')' : ']') || takeDayOfWeek(stamp);
    return takeWord(stamp);
  }

  function takeZone(stamp: WrittenStamp): boolean {
    const { position } = scanner;
    return stamp.offset === undefined && takeOffset(scanner, stamp) && mark(position, 'XXX');
  }

  /** After an offset its zone's name adds nothing: `+01:00[Europe/Berlin]`, `GMT+0800 (China Standard Time)`. */
  function takeRemark(stamp: WrittenStamp, end: string): boolean {
    if (stamp.offset === undefined || !scanner.text.endsWith(end)) return false;
    const { position } = scanner;
    scanner.position = scanner.text.length;
    return mark(position, `'${scanner.text.slice(position)}'`);
  }

  function takeDayOfWeek(stamp: WrittenStamp): boolean {
    const { position } = scanner;
    return stamp.weekday < 0 && takeWeekday(scanner, stamp) && mark(position, 'EEE');
  }

  function takeWord(stamp: WrittenStamp): boolean {
    const { position } = scanner;
    if (half === undefined) {
      half = takeHalfDay(scanner);
      if (half !== undefined) return mark(position, 'a');
    }
    const { text } = scanner;
    if (!hasDate && takeMonthName(scanner, stamp)) {
      mark(position, 'MMM');
      return takeDayAndYear(stamp);
    }
    if (takeDayOfWeek(stamp)) return true;
    const end = wordEnd(scanner);
    const word = text.slice(position, end).toLowerCase();
    if (word === 'z' || word === 'utc' || word === 'gmt') return takeZone(stamp);
    if (FILLERS.includes(word)) {
      scanner.position = end;
      take(scanner, DOT);
      return true;
    }
    if (hasTime && /^[A-Z]{2,5}$/.test(text.slice(position, end))) {
      const name = text.slice(position, end);
      stamp.fault = say`"${name}" is not the name of one zone only`;
      stamp.hint = say`CST, for one, is China or Chicago. Export stamps with an offset, or name the zone in records.time.zone and the letters as they stand in records.time.format: EEE MMM d HH:mm:ss '${name}' yyyy.`;
    }
    return false;
  }

  /** What begins with a digit: a time, a date, the rest of one. */
  function takeFigures(stamp: WrittenStamp): boolean {
    const { position } = scanner;
    const digits = countDigits(scanner, 9);
    if (!hasTime && (digits === 1 || digits === 2) && takeTime(stamp, digits)) return true;
    if (hasDate) {
      if (!hasYear && (digits === 4 || digits === 2)) return takeYear(stamp, digits);
      return !hasTime && (digits === 4 || digits === 6) && takeCompactTime(stamp, digits);
    }
    if (digits === 8) {
      stamp.year = takeNumber(scanner, 4, 4);
      mark(position, 'yyyy');
      stamp.month = takeNumber(scanner, 2, 2);
      mark(position + 4, 'MM');
      stamp.day = takeNumber(scanner, 2, 2);
      mark(position + 6, 'dd');
      hasDate = true;
      hasYear = true;
      // Longer, it would be another number.
      return !isDigit(scanner.text.charCodeAt(scanner.position));
    }
    if (digits === 4) return takeYearFirst(stamp, 4);
    return (digits === 1 || digits === 2) && takeDayFirst(stamp, digits);
  }

  /** `2024-3-5`, `2024年3月5日`, `2024-Mar-05`; in two digits only where the year is called one. */
  function takeYearFirst(stamp: WrittenStamp, digits: number): boolean {
    const { position } = scanner;
    const year = takeNumber(scanner, digits, digits);
    const isNamed = takeText(scanner, '年') || takeText(scanner, '년');
    stamp.year = digits === 2 ? longYear(year) : year;
    if (digits === 2) stamp.notation = 'short-year-month-name';
    pieces?.push({ start: position, end: position + digits, token: digits === 2 ? 'yy' : 'yyyy' });
    const separator = isNamed ? -1 : takeSeparator();
    const hasGap = skipSpaces(scanner) && separator < 0 && !isNamed;
    const start = scanner.position;
    if (takeMonthName(scanner, stamp)) {
      mark(start, 'MMM');
    } else {
      stamp.month = takeNumber(scanner, 1, 2);
      if (stamp.month < 0 || hasGap) return false;
      mark(start, 'M');
    }
    if (isNamed ? !(takeText(scanner, '月') || takeText(scanner, '월')) : !hasGap && !take(scanner, separator))
      return false;
    skipSpaces(scanner);
    const last = scanner.position;
    stamp.day = takeNumber(scanner, 1, 2);
    if (stamp.day < 0) return false;
    mark(last, 'd');
    hasDate = true;
    hasYear = true;
    if (isNamed) return takeText(scanner, '日') || takeText(scanner, '号') || takeText(scanner, '일');
    take(scanner, DOT);
    return !isDigit(scanner.text.charCodeAt(scanner.position));
  }

  /** `5 March 2024`, `18/jul/26`, `5 de marzo de 2024`; `05/03/2024`, of which nobody knows yet; `24年3月5日`. */
  function takeDayFirst(stamp: WrittenStamp, digits: number): boolean {
    const { position } = scanner;
    const after = scanner.text.charCodeAt(position + digits);
    if (digits === 2 && (after === YEAR || after === KOREAN_YEAR)) return takeYearFirst(stamp, 2);
    const first = takeNumber(scanner, 1, 2);
    mark(position, 'd');
    if (after > SLASH) takeOrdinal();
    const separator = takeSeparator();
    skipFillers();
    const start = scanner.position;
    if (!isDigit(scanner.text.charCodeAt(start)) && takeMonthName(scanner, stamp)) {
      stamp.day = first;
      mark(start, 'MMM');
      if (separator >= 0 && separator !== DOT && !take(scanner, separator)) return false;
      hasDate = true;
      return takeYearAfter(stamp);
    }
    if (separator < 0) return false;
    stamp.day = first;
    stamp.month = takeNumber(scanner, 1, 2);
    if (stamp.month < 0) return false;
    mark(start, 'M');
    if (!take(scanner, separator)) return false;
    if (separator === DOT) skipSpaces(scanner);
    const last = scanner.position;
    const length = countDigits(scanner, 5);
    if (length !== 4 && length !== 2) return false;
    stamp.year = takeNumber(scanner, length, length);
    mark(last, length === 4 ? 'yyyy' : 'yy');
    stamp.notation = length === 4 ? 'figures' : 'short-year';
    stamp.isUnordered = true;
    hasDate = true;
    hasYear = true;
    return true;
  }

  /** After the name of a month: `18, 2026`, `5 09:05:07 2024`. */
  function takeDayAndYear(stamp: WrittenStamp): boolean {
    const separator = takeSeparator();
    skipSpaces(scanner);
    const start = scanner.position;
    if (countDigits(scanner, 3) > 2) return false;
    stamp.day = takeNumber(scanner, 1, 2);
    if (stamp.day < 0) return false;
    mark(start, 'd');
    takeOrdinal();
    hasDate = true;
    stamp.notation = 'month-name';
    return separator >= 0 ? take(scanner, separator) && takeYearAfter(stamp) : takeYearAfter(stamp);
  }

  /** The year, if it stands here already; in `Tue Mar 5 09:05:07 2024` it comes last. */
  function takeYearAfter(stamp: WrittenStamp): boolean {
    stamp.notation = 'month-name';
    const { position } = scanner;
    while (take(scanner, COMMA) || take(scanner, DOT) || skipSpaces(scanner));
    skipFillers();
    const isShortened = take(scanner, APOSTROPHE);
    const digits = countDigits(scanner, 5);
    const after = scanner.text.charCodeAt(scanner.position + digits);
    if ((digits === 4 || digits === 2) && after !== COLON) return takeYear(stamp, digits);
    scanner.position = position;
    return !isShortened && (position === scanner.text.length || !isDigit(scanner.text.charCodeAt(position)));
  }

  function takeYear(stamp: WrittenStamp, digits: number): boolean {
    const { position } = scanner;
    const year = takeNumber(scanner, digits, digits);
    hasYear = true;
    if (digits === 2) {
      stamp.year = longYear(year);
      stamp.notation = 'short-year-month-name';
      return mark(position, 'yy');
    }
    stamp.year = year;
    return mark(position, 'yyyy');
  }

  function takeSeparator(): number {
    for (const code of SEPARATORS) {
      if (!take(scanner, code)) continue;
      if (code === DOT) skipSpaces(scanner);
      return code;
    }
    return -1;
  }

  /** `5th`, `1er`, `3º`. */
  function takeOrdinal(): void {
    for (const ending of ['st', 'nd', 'rd', 'th', 'er', 'º', 'ª']) if (takeText(scanner, ending)) return;
  }

  function skipFillers(): void {
    skipSpaces(scanner);
    const next = scanner.text.charCodeAt(scanner.position);
    if (next !== 0x64 && next !== 0x6f) return;
    for (const word of ['de ', 'del ', 'of ']) {
      if (!takeText(scanner, word)) continue;
      skipSpaces(scanner);
    }
  }

  /** A time of day: `9:05`, `09:05:07.123`, `9.05`, `9h05`, `9时5分`, `3点半`, `9 AM`. */
  function takeTime(stamp: WrittenStamp, digits: number): boolean {
    const { text, position } = scanner;
    const code = text.charCodeAt(position + digits);
    const isDotted =
      code === DOT && hasDate && /^\d\d(?!\d)/.test(text.slice(position + digits + 1, position + digits + 4));
    if (code === COLON || isDotted) return takeClock(stamp, code);
    scanner.position += digits;
    if (code > 0x7f && HOURS.some((word) => takeText(scanner, word))) return takeNamedTime(stamp, position, digits);
    if (hasDate && (code | 0x20) === 0x68 && isDigit(text.charCodeAt(scanner.position + 1))) {
      scanner.position = position;
      return takeClock(stamp, code);
    }
    skipSpaces(scanner);
    const start = scanner.position;
    const found = half === undefined && isHalfLetter(text.charCodeAt(start)) ? takeHalfDay(scanner) : undefined;
    if (found === undefined) {
      scanner.position = position;
      return false;
    }
    half = found;
    stamp.precision = 'hour';
    hasTime = true;
    stamp.hour = Number(text.slice(position, position + digits));
    pieces?.push({ start: position, end: position + digits, token: 'h' });
    return mark(start, 'a');
  }

  function takeClock(stamp: WrittenStamp, separator: number): boolean {
    const { position } = scanner;
    stamp.hour = takeNumber(scanner, 1, 2);
    mark(position, 'h');
    take(scanner, separator);
    let start = scanner.position;
    stamp.minute = takeNumber(scanner, 2, 2);
    if (stamp.minute < 0) return false;
    mark(start, 'mm');
    stamp.precision = 'minute';
    hasTime = true;
    start = scanner.position + 1;
    if (isDigit(scanner.text.charCodeAt(start)) && take(scanner, separator)) {
      stamp.second = takeNumber(scanner, 2, 2);
      if (stamp.second < 0) return false;
      mark(start, 'ss');
      stamp.precision = 'second';
      start = scanner.position + 1;
      if (
        isDigit(scanner.text.charCodeAt(start)) &&
        (take(scanner, DOT) || take(scanner, COMMA) || take(scanner, COLON))
      ) {
        stamp.millis = takeMillis(scanner);
        mark(start, 'SSS');
      }
    }
    return !isDigit(scanner.text.charCodeAt(scanner.position));
  }

  /** After `9时`: nothing, `5分`, `05`, `半`, `5分7秒`. */
  function takeNamedTime(stamp: WrittenStamp, position: number, digits: number): boolean {
    stamp.hour = Number(scanner.text.slice(position, position + digits));
    pieces?.push({ start: position, end: position + digits, token: 'h' });
    stamp.precision = 'hour';
    hasTime = true;
    if (takeText(scanner, '整') || takeText(scanner, '钟') || takeText(scanner, '鐘')) return true;
    if (takeText(scanner, '半')) {
      stamp.minute = 30;
      stamp.precision = 'minute';
      return true;
    }
    skipSpaces(scanner);
    let start = scanner.position;
    const length = countDigits(scanner, 3);
    if (length === 0) return true;
    stamp.minute = takeNumber(scanner, 1, 2);
    mark(start, 'm');
    stamp.precision = 'minute';
    if (!MINUTES.some((word) => takeText(scanner, word))) return length === 2;
    skipSpaces(scanner);
    start = scanner.position;
    if (countDigits(scanner, 1) === 0) return true;
    stamp.second = takeNumber(scanner, 1, 2);
    mark(start, 's');
    stamp.precision = 'second';
    return SECONDS.some((word) => takeText(scanner, word));
  }

  /** `0905`, `090507`, `090507.123`. */
  function takeCompactTime(stamp: WrittenStamp, digits: number): boolean {
    let { position } = scanner;
    stamp.hour = takeNumber(scanner, 2, 2);
    mark(position, 'hh');
    position = scanner.position;
    stamp.minute = takeNumber(scanner, 2, 2);
    mark(position, 'mm');
    stamp.precision = 'minute';
    hasTime = true;
    if (digits === 4) return true;
    position = scanner.position;
    stamp.second = takeNumber(scanner, 2, 2);
    mark(position, 'ss');
    stamp.precision = 'second';
    position = scanner.position + 1;
    if (isDigit(scanner.text.charCodeAt(position)) && (take(scanner, DOT) || take(scanner, COMMA))) {
      stamp.millis = takeMillis(scanner);
      mark(position, 'SSS');
    }
    return !isDigit(scanner.text.charCodeAt(scanner.position));
  }
}

function isHalfLetter(code: number): boolean {
  return (code | 0x20) === 0x61 || (code | 0x20) === 0x70 || code > 0x2fff;
}
