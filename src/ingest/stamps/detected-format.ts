import { isAtEnd, type Scanner, skipSpaces, take, takeMillis, takeNumber, takeOffset } from './scanner.ts';
import { clearStamp, type StampParser, type WrittenStamp } from './written-stamp.ts';

/** What is read when the policy names no format and needs no telling: the year stands first, so that nothing can be mistaken. */
export const DETECTED_FORMATS = ['yyyy-MM-dd HH:mm:ss', 'yyyy/M/d H:mm', 'yyyy年M月d日 H:mm'] as const;

const DASH = 0x2d;
const SLASH = 0x2f;
const DOT = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const YEAR = '年'.charCodeAt(0);
const MONTH = '月'.charCodeAt(0);
const DAY = '日'.charCodeAt(0);
const HOUR = '时'.charCodeAt(0);
const MINUTE = '分'.charCodeAt(0);
const SECOND = '秒'.charCodeAt(0);

/**
 * Reads a stamp whose year stands first: `2026-03-05T09:05:07.123Z`, `2026/3/5 9:05`, `2026年3月5日 9时5分`, or the
 * date alone.
 */
export function yearFirstParser(): StampParser {
  const scanner: Scanner = { text: '', position: 0 };
  return (text, stamp) => {
    scanner.text = text;
    scanner.position = 0;
    return takeStamp(scanner, stamp);
  };
}

function takeStamp(scanner: Scanner, stamp: WrittenStamp): boolean {
  clearStamp(stamp);
  if (!takeDate(scanner, stamp)) return false;
  if (isAtEnd(scanner)) return true;
  const hasGap = take(scanner, 0x54) || take(scanner, 0x74) || skipSpaces(scanner);
  return (hasGap || scanner.text.includes('日')) && takeTime(scanner, stamp) && isAtEnd(scanner);
}

function takeDate(scanner: Scanner, stamp: WrittenStamp): boolean {
  stamp.year = takeNumber(scanner, 4, 4);
  if (stamp.year < 0) return false;
  const separator = scanner.text.charCodeAt(scanner.position);
  if (separator !== DASH && separator !== SLASH && separator !== DOT && separator !== YEAR) return false;
  scanner.position++;
  stamp.month = takeNumber(scanner, 1, 2);
  if (stamp.month < 0 || !take(scanner, separator === YEAR ? MONTH : separator)) return false;
  stamp.day = takeNumber(scanner, 1, 2);
  return stamp.day >= 0 && (separator !== YEAR || take(scanner, DAY));
}

function takeTime(scanner: Scanner, stamp: WrittenStamp): boolean {
  stamp.hour = takeNumber(scanner, 1, 2);
  if (stamp.hour < 0) return false;
  if (take(scanner, HOUR)) return takeNamedFigures(scanner, stamp);
  return take(scanner, COLON) && takeFigures(scanner, stamp);
}

/** After `9时`: nothing, `5分`, `5分7秒`. */
function takeNamedFigures(scanner: Scanner, stamp: WrittenStamp): boolean {
  stamp.precision = 'hour';
  if (isAtEnd(scanner)) return true;
  stamp.minute = takeNumber(scanner, 1, 2);
  stamp.precision = 'minute';
  if (stamp.minute < 0 || !take(scanner, MINUTE)) return false;
  if (isAtEnd(scanner)) return true;
  stamp.second = takeNumber(scanner, 1, 2);
  stamp.precision = 'second';
  return stamp.second >= 0 && take(scanner, SECOND);
}

/** After `09:`: `05`, `05:07`, `05:07.123`, and an offset. */
function takeFigures(scanner: Scanner, stamp: WrittenStamp): boolean {
  stamp.minute = takeNumber(scanner, 2, 2);
  stamp.precision = 'minute';
  if (stamp.minute < 0) return false;
  if (take(scanner, COLON)) {
    stamp.second = takeNumber(scanner, 2, 2);
    stamp.precision = 'second';
    if (stamp.second < 0) return false;
    if (take(scanner, DOT) || take(scanner, COMMA)) stamp.millis = takeMillis(scanner);
    if (stamp.millis < 0) return false;
  }
  return isAtEnd(scanner) || takeOffset(scanner, stamp);
}
