import type { Instant, Millis } from '../domain/time.ts';
import { DAY, dateOf, MINUTE } from './dates.ts';
import { EDITION, FIRST_YEAR, LAST_YEAR, OFFSETS } from './zone-offsets.ts';

/** A stretch with one offset, within one UTC year. `start` is in, `end` is out. */
export interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly offset: Millis;
}

/** The stretches of a year; `undefined` for years that are not in the table. */
export type StretchesOf = (year: number) => readonly Stretch[] | undefined;

let isTrusted = false;

/**
 * Lets offsets be looked up in the table where this Node has the same edition of the time-zone database, `2026c`: Intl takes longer
 * for its first zone than a small report takes for all else. Of another edition nothing is believed.
 */
export function trustTable(edition: string): void {
  isTrusted = edition === EDITION;
}

/** `undefined`: Intl has to be asked. */
export function zoneInTable(name: string): StretchesOf | undefined {
  const line = isTrusted ? OFFSETS.find((each) => namesIn(each).includes(name)) : undefined;
  if (line === undefined) return undefined;
  const changes = changesIn(line);
  return (year) => (year < FIRST_YEAR || year > LAST_YEAR ? undefined : stretchesIn(changes, year));
}

/** Zones whose clocks have shown the same all the time: `Asia/Macau,Asia/Shanghai 480`. */
export function namesIn(line: string): string[] {
  return line.slice(0, line.indexOf(' ')).split(',');
}

/** `60 3xd 120`: an hour from the beginning of the table on, and two from that minute of it, which is written to the base of 36. */
function changesIn(line: string): Pick<Stretch, 'start' | 'offset'>[] {
  const [, first = '0', ...rest] = line.split(' ');
  const changes = [{ start: newYear(FIRST_YEAR), offset: Number(first) * MINUTE }];
  for (let index = 0; index < rest.length; index += 2) {
    const start = newYear(FIRST_YEAR) + Number.parseInt(rest[index] ?? '', 36) * MINUTE;
    changes.push({ start, offset: Number(rest[index + 1]) * MINUTE });
  }
  return changes;
}

function stretchesIn(changes: readonly Pick<Stretch, 'start' | 'offset'>[], year: number): Stretch[] {
  const [from, until] = [newYear(year), newYear(year + 1)];
  return changes.flatMap(({ start, offset }, index) => {
    const end = Math.min(changes[index + 1]?.start ?? until, until);
    return start < until && end > from ? [{ start: Math.max(start, from), end, offset }] : [];
  });
}

function newYear(year: number): Instant {
  return dateOf(year, 1, 1) * DAY;
}
