import type { Instant, Millis } from '../domain/time.ts';
import { DAY, existingDate, formatDate, HOUR, MINUTE, SECOND, twoDigits } from './dates.ts';
import type { Zone } from './zone.ts';

/** `2026-03-06T08:30:00Z`: ISO 8601 in UTC, seconds always, milliseconds only where there are any. */
export function formatInstant(instant: Instant): string {
  const date = Math.floor(instant / DAY);
  return `${formatDate(date)}T${formatTime(instant - date * DAY)}Z`;
}

/** `2026-03-06 16:30:00` by the clock on the wall of `zone`, milliseconds only where there are any. */
export function formatLocal(instant: Instant, zone: Zone): string {
  const { date, time } = zone.local(instant);
  return `${formatDate(date)} ${formatTime(time)}`;
}

function formatTime(time: Millis): string {
  const minutes = Math.floor(time / MINUTE);
  const seconds = Math.floor((time % MINUTE) / SECOND);
  const millis = time % SECOND;
  const clock = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds)}`;
  return millis === 0 ? clock : `${clock}.${String(millis).padStart(3, '0')}`;
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/**
 * Reads an instant as people write it on a command line or in a policy: `2026-10-01`, `2026-10-01T08:00`,
 * `2026-10-01 08:00:00.500`, each time with `Z` or an offset if wanted; `24:00` is the end of the day.
 * A date is its first instant in `zone`; a time without offset is local to `zone`, the earlier of two and moved
 * forward by a gap (S4). `undefined` for anything else, and for dates and times that do not exist.
 */
export function parseInstant(text: string, zone: Zone): Instant | undefined {
  const parts = ISO.exec(text.trim());
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = parts;
  const date = existingDate(Number(year), Number(month), Number(day));
  if (date === undefined) return undefined;
  if (hour === undefined) return zone.startOf(date);
  const time =
    Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND + Number(fraction.padEnd(3, '0'));
  if (Number(minute) > 59 || Number(second) > 59 || time > DAY) return undefined;
  if (offset === undefined) return zone.instants(date, time).earlier;
  const ahead = parseOffset(offset);
  return ahead === undefined ? undefined : date * DAY + time - ahead;
}

/** `Z`, `+08`, `+0800`, `+08:00`; from −18:00 to +18:00. */
function parseOffset(text: string): Millis | undefined {
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', ''));
  if (minutes > 59 || hours * 60 + minutes > 18 * 60) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}
