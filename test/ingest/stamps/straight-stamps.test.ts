import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zone } from '../../../src/calendar/zone.ts';
import { stampReader } from '../../../src/ingest/stamps/stamp-reader.ts';
import { StraightStamps } from '../../../src/ingest/stamps/straight-stamps.ts';
import { cutColumn } from '../cells/cut-column.ts';
import { stamp } from '../exports.ts';

function straight(name: string) {
  const local = zone(name);
  if (local === undefined) throw new Error(`no such zone: ${name}`);
  const stamps = new StraightStamps(local);
  return (text: string) => {
    const { bytes, words, starts, ends } = cutColumn([text]);
    return stamps.read(bytes, words, starts[0] ?? 0, ends[0] ?? 0);
  };
}

describe('stamps that are read in a straight line', () => {
  const read = straight('Europe/Berlin');
  // Berlin is one hour ahead of UTC on 5 March, and two from 29 March on, when 2 o'clock does not come.
  test.each([
    ['2026-03-05 09:05:07', Date.UTC(2026, 2, 5, 8, 5, 7)],
    ['2026/03/05T09:05:07', Date.UTC(2026, 2, 5, 8, 5, 7)],
    ['2026.03.05 09:05:07.089', Date.UTC(2026, 2, 5, 8, 5, 7, 89)],
    ['2026-03-05T09:05:07Z', Date.UTC(2026, 2, 5, 9, 5, 7)],
    ['2026-03-05T09:05:07.5Z', Number.NaN],
    ['2026-03-05T09:05:07+08:00', Date.UTC(2026, 2, 5, 1, 5, 7)],
    ['2026-03-05T09:05:07.123-0330', Date.UTC(2026, 2, 5, 12, 35, 7, 123)],
    ['2026-03-05T09:05:07+15:00', Number.NaN],
    ['2026-03-30 00:00:00', Date.UTC(2026, 2, 29, 22)],
    // What needs to be looked at is left to others.
    ['2026-03-29 12:00:00', Number.NaN],
    ['2026-03-29T12:00:00Z', Date.UTC(2026, 2, 29, 12)],
    ['2026-02-30 09:05:07', Number.NaN],
    ['2026-03-05 24:00:00', Number.NaN],
    ['2026-03-05 23:60:00', Number.NaN],
    ['2026-03-05 09:05', Number.NaN],
    ['2026-03/05 09:05:07', Number.NaN],
    ['2026-03-05 09:05:07 ', Number.NaN],
    ['2026-03-05 09:05:07+08', Number.NaN],
    ['', Number.NaN],
  ])('%s', (text, at) => {
    expect(read(text)).toEqual(at);
    expect(read(text)).toEqual(at);
  });
});

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((each) => String(each).padStart(2, '0'));
const written = fc
  .tuple(
    fc.constantFrom('2026', '2025', '2024', '1900', '2200', '1899', '2201', '20x6'),
    fc.constantFrom('-', '-', '/', '.', ':'),
    two(1, 13),
    two(1, 31),
    fc.constantFrom('T', ' ', 'T', ' ', 't'),
    two(0, 24),
    two(0, 60),
    two(0, 60),
    fc.constantFrom('', '', '.000', '.789', '.78', '.7891', '.x89', ',789'),
    fc.constantFrom('', '', 'Z', '+08:00', '-0330', '+0800', '+8:00', '+99:00', ' +0800', 'UTC', '+08-00'),
  )
  .map(([year, mark, month, day, between, hour, minute, second, rest, offset]) => {
    return `${year}${mark}${month}${mark}${day}${between}${hour}:${minute}:${second}${rest}${offset}`;
  });

test('are read as from texts, or not at all', () => {
  let straightly = 0;
  fc.assert(
    fc.property(
      fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC'),
      fc.array(written, { minLength: 10, maxLength: 40 }),
      (name, texts) => {
        const read = straight(name);
        for (const text of texts) {
          const at = read(text);
          if (Number.isNaN(at)) continue;
          straightly++;
          const reader = stampReader(stamp('at', { zone: name }));
          expect([text, reader.read(text)]).toEqual([text, true]);
          expect([reader.at, reader.latest, reader.oddity]).toEqual([at, at, undefined]);
        }
      },
    ),
    { numRuns: 400, seed: 20_261_123 },
  );
  expect(straightly).toBeGreaterThan(300);
});
