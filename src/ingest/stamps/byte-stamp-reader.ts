import type { Buffer } from 'node:buffer';
import { DAY, existingDate, HOUR, MINUTE, SECOND } from '../../calendar/dates.ts';
import { type Zone, zone } from '../../calendar/zone.ts';
import { GRADES } from '../../domain/event-log.ts';
import type { StampMapping } from '../../domain/policy.ts';
import type { Instant, LocalDate, Millis } from '../../domain/time.ts';
import type { CellReader } from '../cells/cut-cells.ts';
import { FIRST_YEAR, LAST_YEAR, stampReader } from './stamp-reader.ts';

/**
 * Reads the stamps of one column from bytes, as far as nothing about them is out of the ordinary. Filled again and again.
 *
 * Only what is plainly a stamp whose year stands first, and of no day on which the clocks are changed. What is read is what a
 * `StampReader` says of the same text, without oddity.
 */
export interface ByteStampReader extends CellReader {
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
const PLUS = 0x2b;
const SPACE = 0x20;
const T = 0x54;
const Z = 0x5a;
const U = 0x55;
const C = 0x43;

/** The zone's offset is not one and the same all day long. */
const CHANGING = Number.NaN;
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
    // Where it ends its format does not say.
    read: () => -1,
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

  read(bytes: Uint8Array, start: number): number {
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

/** Where the offset ends that may stand here: `Z`, `UTC`, `+08`, `-0330`, `+08:00`, a space before it or not. */
function offsetEnd(bytes: Uint8Array, from: number): number {
  const at = bytes[from] === SPACE ? from + 1 : from;
  const first = bytes[at];
  if (first === Z) return at + 1;
  if (first === U && bytes[at + 1] === T && bytes[at + 2] === C) return at + 3;
  if (first !== PLUS && first !== DASH) return from;
  const minutes = bytes[at + 3] === COLON ? at + 4 : at + 3;
  return isDigit(bytes[minutes]!) ? minutes + 2 : minutes;
}

/** `NaN` for an offset that is none. */
function writtenOffset(bytes: Uint8Array, from: number, end: number): Millis {
  const at = bytes[from] === SPACE ? from + 1 : from;
  const sign = bytes[at] === PLUS ? 1 : bytes[at] === DASH ? -1 : 0;
  if (sign === 0) return 0;
  const hours = twoDigits(bytes, at + 1);
  const minutes = end - at > 3 ? twoDigits(bytes, end - 2) : 0;
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return Number.NaN;
  return sign * (hours * HOUR + minutes * MINUTE);
}

/** Changes lie days apart: where both ends of a day have one offset, all of it has. */
function offsetAllDay(local: Zone, date: LocalDate): Millis {
  const first = local.instants(date, 0);
  const last = local.instants(date, DAY - 1);
  if (first.kind !== 'unique' || last.kind !== 'unique') return CHANGING;
  const isOne = last.earlier - first.earlier === DAY - 1;
  return isOne ? date * DAY - first.earlier : CHANGING;
}

function requireZone(name: string): Zone {
  const found = zone(name);
  if (found === undefined) throw new Error(`no such zone: ${name}`);
  return found;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [bytes[at]!, bytes[at + 1]!];
  return isDigit(tens) && isDigit(ones) ? (tens - ZERO) * 10 + ones - ZERO : -1;
}

function fourDigits(bytes: Uint8Array, at: number): number {
  const [upper, lower] = [twoDigits(bytes, at), twoDigits(bytes, at + 2)];
  return upper < 0 || lower < 0 ? -1 : upper * 100 + lower;
}
