import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { DAY, dateOf, HOUR, SECOND } from '../../src/calendar/dates.ts';
import { type Zone, zone } from '../../src/calendar/zone.ts';
import { EDITION, FIRST_YEAR, LAST_YEAR, OFFSETS } from '../../src/calendar/zone-offsets.ts';
import { namesIn, trustTable, zoneInTable } from '../../src/calendar/zone-table.ts';
import { zoneOffsetsPage, zoneOfIntl } from './zone-offsets-page.ts';

afterEach(() => trustTable('none'));

test('src/calendar/zone-offsets.ts has what this Node knows (UPDATE=1 prints it)', () => {
  const path = join(import.meta.dirname, '../../src/calendar/zone-offsets.ts');
  if (process.env['UPDATE'] === '1') writeFileSync(path, zoneOffsetsPage());
  expect(readFileSync(path, 'utf8')).toBe(zoneOffsetsPage());
});

test('nothing is looked up of another edition, nor of a name or a year that is not in the table', () => {
  trustTable('1999z');
  expect(zoneInTable('Asia/Shanghai')).toBeUndefined();
  trustTable(EDITION);
  expect(zoneInTable('asia/shanghai')).toBeUndefined();
  expect(zoneInTable('Asia')).toBeUndefined();
  const berlin = zoneInTable('Europe/Berlin');
  expect(berlin?.(FIRST_YEAR - 1)).toBeUndefined();
  expect(berlin?.(LAST_YEAR + 1)).toBeUndefined();
  // CET until 01:00 UTC on 29 March 2026, CEST until 01:00 UTC on 25 October.
  const changes = [Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1)] as const;
  expect(berlin?.(2026)).toEqual([
    { start: Date.UTC(2026, 0, 1), end: changes[0], offset: HOUR },
    { start: changes[0], end: changes[1], offset: 2 * HOUR },
    { start: changes[1], end: Date.UTC(2027, 0, 1), offset: HOUR },
  ]);
});

test('a zone of the table tells the time as Intl does, beyond its years too', () => {
  trustTable(EDITION);
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 5 }, (_, index) => FIRST_YEAR - 2 + index);
  const differing: string[] = [];
  for (const name of OFFSETS.flatMap(namesIn)) {
    const [looked, reference] = [zone(name), zoneOfIntl(name)];
    if (reference === undefined) throw new Error(name);
    for (const year of years) {
      const start = dateOf(year, 1, 1) * DAY;
      for (const at of [start - SECOND, start, ...changesOf(reference, year)]) {
        if (looked?.offsetAt(at) !== reference.offsetAt(at)) differing.push(`${name} at ${at}`);
      }
    }
  }
  expect(differing).toEqual([]);
});

/** The first seconds at another offset, and the last ones before, looked for by halves between days. */
function changesOf({ offsetAt }: Zone, year: number): number[] {
  const found: number[] = [];
  for (let day = dateOf(year, 1, 1); day < dateOf(year + 1, 1, 1); day++) {
    let [low, high] = [day * DAY, (day + 1) * DAY];
    if (offsetAt(low) === offsetAt(high)) continue;
    while (high - low > SECOND) {
      const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
      if (offsetAt(middle) === offsetAt(low)) low = middle;
      else high = middle;
    }
    found.push(low, high);
  }
  return found;
}
