import { DAY, dateOf, formatDate, HOUR, MINUTE, SECOND } from '../../calendar/dates.ts';
import type { DateFormat } from './number-format.ts';
import { numberText } from './number-text.ts';

/** Since 1 January 1970. */
const DAY_0_OF_1904 = dateOf(1904, 1, 1);
/** Day 1 is 1 January 1900, and day 60 the 29 February which that year never had: after it, one day more has passed. */
export const DAY_0_OF_1900 = Date.UTC(1899, 11, 31);
const LEAP_BUG = 60;
/** 31 December 9999 in the system of 1900; in that of 1904 days have numbers that are lower by 1462. */
const LAST_DAY = 2_958_465;
export const DAYS_TO_1904 = 1462;
/** What a format shows as a time of day alone is a length up to here (27 years), and from here on an instant. */
export const LONGEST_LENGTH = 10_000;

/**
 * A number of days, as written in a sheet (`46148.378472222222`), as `yyyy-MM-dd HH:mm:ss`, or as much of it as is known
 * (S8): the date alone where it is a whole day and the format shows no time; to the minute where neither the format nor
 * the number has seconds; with milliseconds where the number has them. A time of day is `HH:mm:ss` or `HH:mm`, a length
 * `HH:mm:ss`. What can be no date stays a number.
 */
export function serialText(written: string, format: DateFormat, is1904: boolean): string {
  const value = Number(written);
  const millis = toMillis(value, written);
  const isShort = !format.hasDate && Math.abs(value) < LONGEST_LENGTH;
  if (format.isLength || (isShort && (value < 0 || millis >= DAY))) return lengthText(millis);
  if (isShort) return timeText(millis, format.hasSeconds);
  const day = Math.floor(millis / DAY);
  if (value < 0 || day > (is1904 ? LAST_DAY - DAYS_TO_1904 : LAST_DAY)) return numberText(value);
  const time = millis - day * DAY;
  const isDateAlone = time === 0 && !(format.hasDate && format.hasTime);
  return isDateAlone ? dateText(day, is1904) : `${dateText(day, is1904)} ${timeText(time, format.hasSeconds)}`;
}

/**
 * To the millisecond; where fewer decimals are written than that takes (`46148.37847` is 9:04:59.8, give or take 0.4 s),
 * to the second, if one is that near.
 */
function toMillis(value: number, written: string): number {
  const millis = Math.round(value * DAY);
  const dot = written.indexOf('.');
  const decimals = dot < 0 ? 0 : written.length - dot - 1;
  if (decimals === 0 || decimals > 8 || !/^\d+$/.test(written.slice(dot + 1))) return millis;
  const second = Math.round(millis / SECOND) * SECOND;
  return Math.abs(millis - second) <= DAY / 2 / 10 ** decimals ? second : millis;
}

function dateText(day: number, is1904: boolean): string {
  if (is1904) return formatDate(DAY_0_OF_1904 + day);
  // As spreadsheets show them: no calendar has these days, and no reader of dates takes them for others.
  if (day === 0) return '1900-01-00';
  if (day === LEAP_BUG) return '1900-02-29';
  return formatDate(DAY_0_OF_1900 / DAY + (day > LEAP_BUG ? day - 1 : day));
}

function timeText(millis: number, hasSeconds: boolean): string {
  const length = lengthText(millis);
  return hasSeconds || millis % MINUTE !== 0 ? length : length.slice(0, -3);
}

/** Milliseconds as `HH:mm:ss`, however many hours, with `.SSS` where there are any. */
export function lengthText(millis: number): string {
  const whole = Math.abs(millis);
  const time = `${two(Math.floor(whole / HOUR))}:${two(Math.floor((whole % HOUR) / MINUTE))}:${two(Math.floor((whole % MINUTE) / SECOND))}`;
  const fraction = whole % SECOND;
  return `${millis < 0 ? '-' : ''}${time}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
