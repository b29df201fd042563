import { civil, DAY, dateOf, HOUR, MINUTE, SECOND } from '../../calendar/dates.ts';
import { say } from '../../diagnostics/say.ts';
import type { Sentence } from '../../domain/diagnostic.ts';
import { isDigit } from './scanner.ts';
import type { Precision, StampParser, WrittenStamp } from './written-stamp.ts';

const HINT = say`Digits alone are read as yyyyMMdd, yyyyMMddHHmmss, or as seconds (10 digits), milliseconds (13), microseconds (16) or nanoseconds (19) since 1970; say records.time.format when they mean something else.`;

/** From March 2030 on (1900000000), seconds since 1970 begin like a year of these centuries: 2024030509 could be one of 2034. */
const FIRST_UNCLEAR = '9';

const COUNTS: Readonly<Record<number, 'epoch_s' | 'epoch_ms' | 'epoch_us' | 'epoch_ns'>> = {
  10: 'epoch_s',
  13: 'epoch_ms',
  16: 'epoch_us',
  19: 'epoch_ns',
};
const TWO_READINGS: Readonly<Record<number, Sentence>> = {
  10: say`hours of a date (yyyyMMddHH) or seconds since 1970 (epoch_s)`,
  12: say`minutes of a date (yyyyMMddHHmm) or seconds of one (yyMMddHHmmss)`,
  16: say`hundredths of a second of a date or microseconds since 1970 (epoch_us)`,
};

/** Reads a stamp that is nothing but digits, perhaps with decimals; what could mean two things is refused. */
export const digitsParser: StampParser = (text, stamp) => {
  let digits = 0;
  while (isDigit(text.charCodeAt(digits))) digits++;
  if (digits === text.length) return takeWhole(text, stamp);
  const decimals = text.length - digits - 1;
  if (text[digits] !== '.' || decimals === 0 || !/^\d+$/.test(text.slice(digits + 1))) return false;
  // A day of a spreadsheet since 1970; other numbers of that kind are rather prices.
  if (digits === 5 && Number(text) >= 25_569) return takeSerial(text, stamp);
  return digits === 10 && clearlyCounts(text) && takeCount(text, 'epoch_s', stamp);
};

function takeWhole(text: string, stamp: WrittenStamp): boolean {
  const { length } = text;
  stamp.hint = HINT;
  if (length === 8 || length === 14 || length === 17) return takeFigures(text, stamp);
  const unit = COUNTS[length];
  if (unit !== undefined && (clearlyCounts(text) || (unit === 'epoch_ms' && text[0] !== '0'))) {
    return takeCount(text, unit, stamp);
  }
  const readings = TWO_READINGS[length];
  if (length === 5) {
    stamp.fault = say`a number of five digits may be anything`;
    stamp.hint = say`If it is a date as spreadsheets count them, say records.time.format: excel.`;
  } else if (readings !== undefined && text[0] !== '0') {
    stamp.fault = say`it could be ${readings}`;
    stamp.hint = say`Say which: records.time.format.`;
  }
  return false;
}

function clearlyCounts(text: string): boolean {
  return text[0] === '1' && text[1] !== FIRST_UNCLEAR;
}

/** `20240305`, `20240305090507`, `20240305090507123`. */
function takeFigures(text: string, stamp: WrittenStamp): true {
  const number = (start: number, end: number) => Number(text.slice(start, end));
  stamp.year = number(0, 4);
  stamp.month = number(4, 6);
  stamp.day = number(6, 8);
  if (text.length === 8) return true;
  stamp.hour = number(8, 10);
  stamp.minute = number(10, 12);
  stamp.second = number(12, 14);
  stamp.millis = text.length === 17 ? number(14, 17) : 0;
  stamp.precision = 'second';
  return true;
}

const DIGITS_OF_SECOND = { epoch_s: 0, epoch_ms: 3, epoch_us: 6, epoch_ns: 9 } as const;

function takeCount(text: string, unit: keyof typeof DIGITS_OF_SECOND, stamp: WrittenStamp): boolean {
  const dot = text.indexOf('.');
  const whole = dot < 0 ? text : text.slice(0, dot);
  const surplus = DIGITS_OF_SECOND[unit] - 3;
  // By the digits: a number cannot hold nineteen of them.
  stamp.count = surplus > 0 ? Number(whole.slice(0, -surplus)) : surplus === 0 ? Number(whole) : Number(whole) * 1000;
  if (dot >= 0 && surplus < 0) stamp.count += Number(text.slice(dot + 1, dot + 4).padEnd(3, '0'));
  stamp.precision = 'second';
  stamp.notation = unit;
  return true;
}

/** Days since 30 December 1899, by the clock on the wall, in which a second is 1/86400: as exact as there are decimals. */
function takeSerial(text: string, stamp: WrittenStamp): boolean {
  const [whole = '', decimals = ''] = text.split('.');
  // Up to here spreadsheets disagree: some have a 29 February 1900, which never was.
  if (Number(whole) < 61) {
    stamp.fault = say`spreadsheets disagree on what day it is`;
    return false;
  }
  const date = Number(whole) + dateOf(1899, 12, 30);
  stamp.notation = 'excel';
  if (decimals === '') {
    setWall(stamp, date * DAY, 'day');
    return true;
  }
  const unit = DAY / 10 ** decimals.length;
  const wall = date * DAY + Number(`0.${decimals}`) * DAY;
  if (unit < SECOND) {
    const step = unit < 1 ? 1 : SECOND;
    setWall(stamp, Math.round(wall / step) * step, 'second');
    return true;
  }
  // The last digit is rounded, so that the truth may lie on both sides.
  const first = Math.ceil((wall - unit / 2) / SECOND) * SECOND;
  const last = Math.floor((wall + unit / 2) / SECOND) * SECOND;
  setWall(stamp, first, decimals.length === 1 ? 'day' : decimals.length === 2 ? 'hour' : 'minute');
  stamp.slack = last - first;
  return true;
}

function setWall(stamp: WrittenStamp, wall: number, precision: Precision): void {
  const date = Math.floor(wall / DAY);
  const time = wall - date * DAY;
  Object.assign(stamp, civil(date), { precision });
  stamp.hour = Math.floor(time / HOUR);
  stamp.minute = Math.floor((time % HOUR) / MINUTE);
  stamp.second = Math.floor((time % MINUTE) / SECOND);
  stamp.millis = time % SECOND;
}

/** The formats that are no pattern of letters but a way to count. */
export const COUNTED: Readonly<Record<string, StampParser>> = {
  epoch_s: countParser('epoch_s'),
  epoch_ms: countParser('epoch_ms'),
  epoch_us: countParser('epoch_us'),
  epoch_ns: countParser('epoch_ns'),
  excel: (text, stamp) => /^\d{1,6}(?:\.\d+)?$/.test(text) && takeSerial(text, stamp),
};

function countParser(unit: keyof typeof DIGITS_OF_SECOND): StampParser {
  const most = 11 + DIGITS_OF_SECOND[unit];
  return (text, stamp) =>
    /^\d+(?:\.\d+)?$/.test(text) &&
    text.split('.', 1).every(({ length }) => length <= most) &&
    takeCount(text, unit, stamp);
}
