import type { Buffer } from 'node:buffer';
import { DAY, existingDate, HOUR, MINUTE, SECOND } from '../../calendar/dates.ts';
import { type Zone, zone } from '../../calendar/zone.ts';
import { GRADES } from '../../domain/event-log.ts';
import type { StampMapping } from '../../domain/policy.ts';
import type { Instant, LocalDate, Millis } from '../../domain/time.ts';
import { FIRST_YEAR, LAST_YEAR, stampReader } from './stamp-reader.ts';

/** Reads the stamps of one column from bytes, as far as nothing about them is out of the ordinary. Filled again and again. */
export interface ByteStampReader {
  /**
   * The stamp in `bytes` from `start` up to, not including, `end`; false for whatever is not plainly one whose year stands first, and for
   * a day on which the clocks are changed. What is true is what a `StampReader` says of the same text, without oddity.
   */
  read(bytes: Buffer, start: number, end: number): boolean;
  at: Instant;
  latest: Instant;
  /** Index into `GRADES`. */
  grade: number;
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
  return mapping.formats.length === 0 ? yearFirstReader(mapping, step) : statedReader(mapping, step);
}

/** Where the policy says the format, `stampReader` reads it, from a text of each stamp; only what is odd about one is left to others. */
function statedReader(mapping: StampMapping, step: typeof SECOND | 1): ByteStampReader {
  const reader = stampReader(mapping, step);
  const read: ByteStampReader = {
    at: Number.NaN,
    latest: Number.NaN,
    grade: EXACT,
    read(bytes, start, end) {
      if (!reader.read(bytes.toString('utf8', start, end)) || reader.oddity !== undefined) return false;
      read.at = reader.at;
      read.latest = reader.latest;
      read.grade = reader.grade;
      return true;
    },
  };
  return read;
}

function yearFirstReader(mapping: StampMapping, step: typeof SECOND | 1): ByteStampReader {
  const offsetOn = offsetsByDay(mapping.zone);
  const isUndecided = mapping.assume === 'undecided';
  const isEnd = mapping.assume === 'end';
  // Stamps come in clusters of one date.
  let knownDigits = -1;
  let knownDate = 0;

  function dateOf(year: number, month: number, day: number): LocalDate {
    const digits = (year * 100 + month) * 100 + day;
    if (digits === knownDigits) return knownDate;
    const date = year < FIRST_YEAR || year > LAST_YEAR ? undefined : existingDate(year, month, day);
    if (date === undefined) return Number.NaN;
    knownDigits = digits;
    knownDate = date;
    return date;
  }

  function settle(at: Instant, grade: number, doubt: Millis): boolean {
    // Unknown offsets and dates come down to this.
    if (Number.isNaN(at)) return false;
    reader.at = isEnd ? at + doubt : at;
    reader.latest = isUndecided || isEnd ? at + doubt : at;
    reader.grade = isUndecided ? grade : EXACT;
    return true;
  }

  function settleDay(date: LocalDate): boolean {
    const start = date * DAY - offsetOn(date);
    return settle(start, DAYS, (date + 1) * DAY - offsetOn(date + 1) - step - start);
  }

  const reader: ByteStampReader = {
    at: Number.NaN,
    latest: Number.NaN,
    grade: EXACT,
    read(bytes, start, end) {
      // `2026-3-5`, `2026-03-05`
      if (end - start < 8) return false;
      const year = fourDigits(bytes, start);
      const separator = bytes[start + 4]!;
      if (year < 0 || (separator !== DASH && separator !== SLASH && separator !== DOT)) return false;
      let at = start + 5;
      if (!isDigit(bytes[at]!)) return false;
      let month = bytes[at++]! - ZERO;
      if (isDigit(bytes[at]!)) month = month * 10 + bytes[at++]! - ZERO;
      if (bytes[at++] !== separator || at >= end || !isDigit(bytes[at]!)) return false;
      let day = bytes[at++]! - ZERO;
      if (at < end && isDigit(bytes[at]!)) day = day * 10 + bytes[at++]! - ZERO;
      const date = dateOf(year, month, day);
      if (at === end) return settleDay(date);

      if ((bytes[at] !== T && bytes[at] !== SPACE) || at + 5 > end || !isDigit(bytes[at + 1]!)) return false;
      at++;
      let hour = bytes[at++]! - ZERO;
      if (isDigit(bytes[at]!)) hour = hour * 10 + bytes[at++]! - ZERO;
      if (bytes[at] !== COLON || at + 3 > end) return false;
      const minute = twoDigits(bytes, at + 1);
      at += 3;
      // 24:00 is the next midnight, and seldom.
      if (hour > 23 || minute < 0 || minute > 59) return false;
      let time = hour * HOUR + minute * MINUTE;
      if (at === end) return settle(date * DAY + time - offsetOn(date), MINUTES, MINUTE - step);
      let isExact = false;
      if (bytes[at] === COLON) {
        const second = at + 3 > end ? -1 : twoDigits(bytes, at + 1);
        if (second < 0 || second > 59) return false;
        time += second * SECOND;
        at += 3;
        isExact = true;
        if (at < end && bytes[at] === DOT) {
          const first = at + 1;
          let millis = 0;
          for (at = first; at < end && isDigit(bytes[at]!); at++) {
            // Digits after the third are dropped.
            if (at < first + 3) millis = millis * 10 + bytes[at]! - ZERO;
          }
          const digits = at - first;
          if (digits === 0 || digits > 9) return false;
          time += digits === 1 ? millis * 100 : digits === 2 ? millis * 10 : millis;
        }
      }
      const offset = at === end ? offsetOn(date) : writtenOffset(bytes, at, end);
      return settle(date * DAY + time - offset, isExact ? EXACT : MINUTES, isExact ? 0 : MINUTE - step);
    },
  };
  return reader;
}

/** `Z`, `UTC`, `+08`, `-0330`, `+08:00` up to the end, a space before it or not; `NaN` for anything else. */
function writtenOffset(bytes: Uint8Array, from: number, end: number): Millis {
  const at = bytes[from] === SPACE ? from + 1 : from;
  const length = end - at;
  if (bytes[at] === Z) return length === 1 ? 0 : Number.NaN;
  if (bytes[at] === U) return length === 3 && bytes[at + 1] === T && bytes[at + 2] === C ? 0 : Number.NaN;
  const sign = bytes[at] === PLUS ? 1 : bytes[at] === DASH ? -1 : Number.NaN;
  if (length !== 3 && length !== 5 && (length !== 6 || bytes[at + 3] !== COLON)) return Number.NaN;
  const hours = twoDigits(bytes, at + 1);
  const minutes = length === 3 ? 0 : twoDigits(bytes, end - 2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return Number.NaN;
  return sign * (hours * HOUR + minutes * MINUTE);
}

/** The offset that holds all through a local date: a change is looked for by the slow way. */
function offsetsByDay(name: string): (date: LocalDate) => Millis {
  const local = requireZone(name);
  const dates = new Int32Array(KEPT_DAYS).fill(0x7fffffff);
  const offsets = new Float64Array(KEPT_DAYS);
  return (date) => {
    const place = date & (KEPT_DAYS - 1);
    // A date that is none, NaN, is of no place.
    if (dates[place] !== date) {
      if (Number.isNaN(date)) return Number.NaN;
      dates[place] = date;
      offsets[place] = offsetAllDay(local, date);
    }
    return offsets[place]!;
  };
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
