import { DAY, HOUR, MINUTE } from '../../calendar/dates.ts';
import type { Zone } from '../../calendar/zone.ts';
import type { LocalDate, Millis } from '../../domain/time.ts';

const ZERO = 0x30;
const DASH = 0x2d;
const COLON = 0x3a;
const PLUS = 0x2b;
const SPACE = 0x20;
const Z = 0x5a;
const U = 0x55;
const T = 0x54;
const C = 0x43;

/** The zone's offset is not one and the same all day long. */
const CHANGING = Number.NaN;

/** Where the offset ends that may stand here: `Z`, `UTC`, `+08`, `-0330`, `+08:00`, a space before it or not. */
export function offsetEnd(bytes: Uint8Array, from: number): number {
  const at = bytes[from] === SPACE ? from + 1 : from;
  const first = bytes[at];
  if (first === Z) return at + 1;
  if (first === U && bytes[at + 1] === T && bytes[at + 2] === C) return at + 3;
  if (first !== PLUS && first !== DASH) return from;
  const minutes = bytes[at + 3] === COLON ? at + 4 : at + 3;
  return isDigit(bytes[minutes]!) ? minutes + 2 : minutes;
}

/** `NaN` for an offset that is none. */
export function writtenOffset(bytes: Uint8Array, from: number, end: number): Millis {
  const at = bytes[from] === SPACE ? from + 1 : from;
  const sign = bytes[at] === PLUS ? 1 : bytes[at] === DASH ? -1 : 0;
  if (sign === 0) return 0;
  const hours = twoDigits(bytes, at + 1);
  const minutes = end - at > 3 ? twoDigits(bytes, end - 2) : 0;
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return Number.NaN;
  return sign * (hours * HOUR + minutes * MINUTE);
}

/** The offset that holds all through a local date, `NaN` where there is none. Changes lie days apart: where both ends of a day have one, all of it has. */
export function offsetAllDay(local: Zone, date: LocalDate): Millis {
  const first = local.instants(date, 0);
  const last = local.instants(date, DAY - 1);
  if (first.kind !== 'unique' || last.kind !== 'unique') return CHANGING;
  const isOne = last.earlier - first.earlier === DAY - 1;
  return isOne ? date * DAY - first.earlier : CHANGING;
}

export function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}

export function twoDigits(bytes: Uint8Array, at: number): number {
  const [tens, ones] = [bytes[at]!, bytes[at + 1]!];
  return isDigit(tens) && isDigit(ones) ? (tens - ZERO) * 10 + ones - ZERO : -1;
}
