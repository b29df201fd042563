import type { Buffer } from 'node:buffer';
import { DAY, existingDate, HOUR, MINUTE, SECOND } from '../../calendar/dates.ts';
import type { Zone } from '../../calendar/zone.ts';
import { GRADES } from '../../domain/event-log.ts';
import type { StampMapping } from '../../domain/policy.ts';
import type { Instant, LocalDate, Millis } from '../../domain/time.ts';
import { FIRST_YEAR, LAST_YEAR, requireZone, stampReader } from './stamp-reader.ts';
import { isDigit, offsetAllDay, offsetEnd, twoDigits, writtenOffset } from './written-offset.ts';

/**
 * Reads the stamps of one column from bytes, as far as nothing about them is out of the ordinary. Filled again and again.
 *
 * Only what is plainly a stamp whose year stands first, and of no day on which the clocks are changed. What is read is what a
 * `StampReader` says of the same text, without oddity.
 */
export interface ByteStampReader {
  at: Instant;
  latest: Instant;
  /** Index into `GRADES`. */
  grade: number;
  /** Reads a cell that is cut; false where it cannot be read so. */
  readCut(bytes: Buffer, start: number, end: number): boolean;
}

const [EXACT, MINUTES, DAYS] = [GRADES.indexOf('exact'), GRADES.indexOf('minute'), GRADES.indexOf('day')];

const ZERO = 0x30;
const DASH = 0x2d;
const SLASH = 0x2f;
const DOT = 0x2e;
const COLON = 0x3a;
const SPACE = 0x20;
const T = 0x54;

/** Days whose offsets are kept: a log walks through time, a list of tickets jumps about in some years of it. */
const KEPT_DAYS = 4096;

/** `step` as in `stampReader`. */
export function byteStampReader(mapping: StampMapping, step: typeof SECOND | 1 = SECOND): ByteStampReader {
  return mapping.formats.length === 0 ? new YearFirstReader(mapping, step) : statedReader(mapping, step);
}

/** Where the policy says the format, `stampReader` reads it, from a text of each stamp; only what is odd about one is left to others. */
function statedReader(mapping: StampMapping, step: typeof SECOND | 1): ByteStampReader {
  const reader = stampReader(mapping, step);
  const read: ByteStampReader = {
    at: Number.NaN,
    latest: Number.NaN,
    grade: EXACT,
    readCut(bytes, start, end) {
      if (!reader.read(bytes.toString('utf8', start, end)) || reader.oddity !== undefined) return false;
      read.at = reader.at;
      read.latest = reader.latest;
      read.grade = reader.grade;
      return true;
    },
  };
  return read;
}

/** A class: it is asked for every row. */
class YearFirstReader implements ByteStampReader {
  at = Number.NaN;
  latest = Number.NaN;
  grade: number = EXACT;
  private readonly zone: Zone;
  private readonly step: number;
  private readonly isUndecided: boolean;
  private readonly isEnd: boolean;
  // Stamps come in clusters of one date.
  private knownDigits = -1;
  private knownDate = 0;
  private readonly dates = new Int32Array(KEPT_DAYS).fill(0x7fffffff);
  private readonly offsets = new Float64Array(KEPT_DAYS);

  constructor(mapping: StampMapping, step: number) {
    this.zone = requireZone(mapping.zone);
    this.step = step;
    this.isUndecided = mapping.assume === 'undecided';
    this.isEnd = mapping.assume === 'end';
  }

  readCut(bytes: Uint8Array, start: number, end: number): boolean {
    return this.read(bytes, start) === end;
  }

  /** Where the stamp ends that begins at `start`; -1 where none does. */
  private read(bytes: Uint8Array, start: number): number {
    const year = fourDigits(bytes, start);
    const separator = bytes[start + 4]!;
    if (year < 0 || (separator !== DASH && separator !== SLASH && separator !== DOT)) return -1;
    let at = start + 5;
    if (!isDigit(bytes[at]!)) return -1;
    let month = bytes[at++]! - ZERO;
    if (isDigit(bytes[at]!)) month = month * 10 + bytes[at++]! - ZERO;
    if (bytes[at++] !== separator || !isDigit(bytes[at]!)) return -1;
    let day = bytes[at++]! - ZERO;
    if (isDigit(bytes[at]!)) day = day * 10 + bytes[at++]! - ZERO;
    const date = this.dateOf(year, month, day);
    if ((bytes[at] !== T && bytes[at] !== SPACE) || !isDigit(bytes[at + 1]!)) return this.settleDay(date) ? at : -1;

    let hour = bytes[at + 1]! - ZERO;
    at += 2;
    if (isDigit(bytes[at]!)) hour = hour * 10 + bytes[at++]! - ZERO;
    const minute = bytes[at] === COLON ? twoDigits(bytes, at + 1) : -1;
    // 24:00 is the next midnight, and seldom.
    if (hour > 23 || minute < 0 || minute > 59) return -1;
    at += 3;
    let time = hour * HOUR + minute * MINUTE;
    const isExact = bytes[at] === COLON;
    if (isExact) {
      const second = twoDigits(bytes, at + 1);
      if (second < 0 || second > 59) return -1;
      time += second * SECOND;
      at += 3;
      if (bytes[at] === DOT) {
        const first = at + 1;
        let millis = 0;
        for (at = first; isDigit(bytes[at]!); at++) {
          // Digits after the third are dropped.
          if (at < first + 3) millis = millis * 10 + bytes[at]! - ZERO;
        }
        const digits = at - first;
        if (digits === 0 || digits > 9) return -1;
        time += digits === 1 ? millis * 100 : digits === 2 ? millis * 10 : millis;
      }
    }
    const end = offsetEnd(bytes, at);
    const offset = end === at ? this.offsetOn(date) : writtenOffset(bytes, at, end);
    return this.settle(date * DAY + time - offset, isExact ? EXACT : MINUTES, isExact ? 0 : MINUTE - this.step)
      ? end
      : -1;
  }

  private dateOf(year: number, month: number, day: number): LocalDate {
    const digits = (year * 100 + month) * 100 + day;
    if (digits === this.knownDigits) return this.knownDate;
    const date = year < FIRST_YEAR || year > LAST_YEAR ? undefined : existingDate(year, month, day);
    if (date === undefined) return Number.NaN;
    this.knownDigits = digits;
    this.knownDate = date;
    return date;
  }

  /** The offset that holds all through a local date: a change is looked for by the slow way. */
  private offsetOn(date: LocalDate): Millis {
    const place = date & (KEPT_DAYS - 1);
    // A date that is none, NaN, is of no place.
    if (this.dates[place] !== date) {
      if (Number.isNaN(date)) return Number.NaN;
      this.dates[place] = date;
      this.offsets[place] = offsetAllDay(this.zone, date);
    }
    return this.offsets[place]!;
  }

  private settleDay(date: LocalDate): boolean {
    const start = date * DAY - this.offsetOn(date);
    return this.settle(start, DAYS, (date + 1) * DAY - this.offsetOn(date + 1) - this.step - start);
  }

  private settle(at: Instant, grade: number, doubt: Millis): boolean {
    // Unknown offsets and dates come down to this; of the days of a change the doubt, too.
    if (Number.isNaN(at + doubt)) return false;
    this.at = this.isEnd ? at + doubt : at;
    this.latest = this.isUndecided || this.isEnd ? at + doubt : at;
    this.grade = this.isUndecided ? grade : EXACT;
    return true;
  }
}

function fourDigits(bytes: Uint8Array, at: number): number {
  const [upper, lower] = [twoDigits(bytes, at), twoDigits(bytes, at + 2)];
  return upper < 0 || lower < 0 ? -1 : upper * 100 + lower;
}
