import { DAY, existingDate, HOUR, MINUTE, SECOND } from '../../calendar/dates.ts';
import type { Zone } from '../../calendar/zone.ts';
import type { Instant, Millis } from '../../domain/time.ts';
import { FIRST_YEAR, LAST_YEAR } from './stamp-reader.ts';
import { offsetAllDay, offsetEnd, writtenOffset } from './written-offset.ts';

const T = 0x54;
const SPACE = 0x20;
const DASH = 0x2d;
const SLASH = 0x2f;
const DOT = 0x2e;
const COLON = 0x3a;
const Z = 0x5a;
const ZERO = 0x30;

/** Of `yyyy-MM-dd HH:mm:ss`, and of the milliseconds with their point. */
const LENGTH = 19;
const MILLIS_LENGTH = 4;
/** Offsets are compared four bytes at a time: `+0800`, `+08:00`. */
const LEAST_OFFSET = 4;
const MOST_OFFSET = 6;
/** Dates that are remembered: a log walks through time, a list of tickets jumps about in some years. */
const DATES = 4096;

/** Of two bytes the number that they are in figures; -1 of others. */
const FIGURES = new Int8Array(1 << 16).fill(-1);
for (let number = 0; number < 100; number++) {
  FIGURES[((ZERO + (number % 10)) << 8) | (ZERO + Math.floor(number / 10))] = number;
}

/**
 * Reads stamps to the second of the one form that nearly all have: `yyyy-MM-dd HH:mm:ss`, its dashes and blank being `/`, `.` and `T` or not, with three
 * figures of milliseconds or none, and `Z`, an offset or nothing. In a straight line: the date and the offset were there before, and are known again by their
 * bytes. Any other stamp, and one of a day on which the clocks of the zone are changed, is left to a `ByteStampReader`, which reads these alike in five times
 * the time.
 */
export class StraightStamps {
  private readonly zone: Zone;
  // Of each date that is remembered its ten bytes, and when its day begins: by UTC, and by the zone, `NaN` where the clocks are changed.
  private readonly firsts = new Int32Array(DATES);
  private readonly seconds = new Int32Array(DATES);
  private readonly thirds = new Uint16Array(DATES);
  private readonly days = new Float64Array(DATES);
  private readonly localDays = new Float64Array(DATES);
  // The offset that was written last: its first and its last four bytes.
  private offsetLength = 0;
  private offsetHead = 0;
  private offsetTail = 0;
  private offset: Millis = 0;

  constructor(zone: Zone) {
    this.zone = zone;
  }

  /** The stamp that is written from `start` up to, not including, `end`; `NaN` where it is not of that form, or is none. */
  read(bytes: Uint8Array, words: DataView, start: number, end: number): Instant {
    if (end - start < LENGTH) return Number.NaN;
    const first = words.getInt32(start, true);
    const second = words.getInt32(start + 4, true);
    const third = words.getUint16(start + 8, true);
    const place = ((Math.imul(second, 0x9e3779b1) ^ Math.imul(third ^ first, 0x85ebca6b)) >>> 20) & (DATES - 1);
    const isKnown = this.thirds[place] === third && this.seconds[place] === second && this.firsts[place] === first;
    if (!isKnown && !this.learnDate(place, words, start)) return Number.NaN;

    const between = bytes[start + 10]!;
    if ((between !== T && between !== SPACE) || bytes[start + 13] !== COLON || bytes[start + 16] !== COLON)
      return Number.NaN;
    const hour = FIGURES[words.getUint16(start + 11, true)]!;
    const minute = FIGURES[words.getUint16(start + 14, true)]!;
    const secondOfMinute = FIGURES[words.getUint16(start + 17, true)]!;
    // One that is -1 makes all of them so.
    if ((hour | minute | secondOfMinute) < 0 || hour > 23 || minute > 59 || secondOfMinute > 59) return Number.NaN;
    let time = hour * HOUR + minute * MINUTE + secondOfMinute * SECOND;

    let at = start + LENGTH;
    if (at === end) return this.localDays[place]! + time;
    if (bytes[at] === DOT && end - at >= MILLIS_LENGTH) {
      const hundreds = bytes[at + 1]! - ZERO;
      const rest = FIGURES[words.getUint16(at + 2, true)]!;
      if (hundreds < 0 || hundreds > 9 || rest < 0) return Number.NaN;
      time += hundreds * 100 + rest;
      at += MILLIS_LENGTH;
      if (at === end) return this.localDays[place]! + time;
    }
    if (at + 1 === end && bytes[at] === Z) return this.days[place]! + time;
    return this.days[place]! + time - this.offsetOf(bytes, words, at, end);
  }

  private offsetOf(bytes: Uint8Array, words: DataView, at: number, end: number): Millis {
    const length = end - at;
    if (length < LEAST_OFFSET || length > MOST_OFFSET) return Number.NaN;
    const head = words.getInt32(at, true);
    const tail = words.getInt32(end - 4, true);
    if (length !== this.offsetLength || head !== this.offsetHead || tail !== this.offsetTail) {
      this.offset = offsetEnd(bytes, at) === end ? writtenOffset(bytes, at, end) : Number.NaN;
      this.offsetLength = length;
      this.offsetHead = head;
      this.offsetTail = tail;
    }
    return this.offset;
  }

  private learnDate(place: number, words: DataView, start: number): boolean {
    const separator = words.getUint8(start + 4);
    const isOne = separator === DASH || separator === SLASH || separator === DOT;
    const century = FIGURES[words.getUint16(start, true)]!;
    const yearOfCentury = FIGURES[words.getUint16(start + 2, true)]!;
    const month = FIGURES[words.getUint16(start + 5, true)]!;
    const day = FIGURES[words.getUint16(start + 8, true)]!;
    const year = century * 100 + yearOfCentury;
    if (!isOne || words.getUint8(start + 7) !== separator || (century | yearOfCentury | month | day) < 0) return false;
    const date = year < FIRST_YEAR || year > LAST_YEAR ? undefined : existingDate(year, month, day);
    if (date === undefined) return false;
    this.firsts[place] = words.getInt32(start, true);
    this.seconds[place] = words.getInt32(start + 4, true);
    this.thirds[place] = words.getUint16(start + 8, true);
    this.days[place] = date * DAY;
    this.localDays[place] = date * DAY - offsetAllDay(this.zone, date);
    return true;
  }
}
