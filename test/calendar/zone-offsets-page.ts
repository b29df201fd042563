import { DAY, dateOf, HOUR, MINUTE } from '../../src/calendar/dates.ts';
import { type Zone, zone } from '../../src/calendar/zone.ts';
import type { Instant } from '../../src/domain/time.ts';

const [FIRST_YEAR, LAST_YEAR] = [2015, 2035];
const [START, END] = [dateOf(FIRST_YEAR, 1, 1) * DAY, dateOf(LAST_YEAR + 1, 1, 1) * DAY];

/** The table of offsets as this Node's Intl has them: `src/calendar/zone-offsets.ts`. */
export function zoneOffsetsPage(): string {
  const zones = new Map<string, string[]>();
  for (const name of Intl.supportedValuesOf('timeZone')) {
    const there = zoneOfIntl(name);
    if (there === undefined) continue;
    const history = historyOf(there);
    zones.set(history, [...(zones.get(history) ?? []), name]);
  }
  const lines = [...zones].map(([history, names]) => `${names.join(',')} ${history}`).sort();
  return `// Printed by test/calendar/zone-table.test.ts.

/** Of the time-zone database. */
export const EDITION = '${process.versions['tz']}';
export const FIRST_YEAR = ${FIRST_YEAR};
export const LAST_YEAR = ${LAST_YEAR};

/** See zone-table.ts. */
export const OFFSETS: readonly string[] = [
${lines.map((line) => `  '${line}',\n`).join('')}];
`;
}

/** In small letters it is in no table. */
export function zoneOfIntl(name: string): Zone | undefined {
  return zone(name.toLowerCase());
}

/** Changes lie days apart: they are looked for in steps of hours, and then to the minute. */
const STEP = 6 * HOUR;

function historyOf({ offsetAt }: Zone): string {
  let offset = offsetAt(START);
  const words = [String(offset / MINUTE)];
  for (let at = START; at < END; at += STEP) {
    const next = offsetAt(at);
    if (next === offset) continue;
    const change = firstMinute(at - STEP, at, (instant) => offsetAt(instant) !== offset);
    words.push(((change - START) / MINUTE).toString(36), String(next / MINUTE));
    offset = next;
  }
  return words.join(' ');
}

function firstMinute(no: Instant, yes: Instant, holds: (instant: Instant) => boolean): Instant {
  for (let at = no; at < yes; at += MINUTE) if (holds(at)) return at;
  return yes;
}
