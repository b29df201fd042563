import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { dateOrders } from '../../../src/ingest/stamps/date-orders.ts';
import { formatOf } from '../../../src/ingest/stamps/format-of.ts';
import { type StampReader, stampReader } from '../../../src/ingest/stamps/stamp-reader.ts';
import { stamp } from '../exports.ts';

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Europe/Berlin'];
/** Luxon's formats, with what the stamp is known to. */
const FORMATS: readonly (readonly [format: string, unit: 'second' | 'minute' | 'hour' | 'day'])[] = [
  ['yyyy/M/d H:mm', 'minute'],
  ['yyyy.M.d HH:mm:ss', 'second'],
  ['yyyy年M月d日 H时m分s秒', 'second'],
  ['yyyy年MM月dd日 H点', 'hour'],
  ['yyyyMMdd HHmmss', 'second'],
  ["yyyyMMdd'T'HHmm", 'minute'],
  ['yyyyMMddHHmmss', 'second'],
  ['yyyyMMdd', 'day'],
  ['dd/MM/yyyy HH:mm:ss', 'second'],
  ['d/M/yyyy h:mm a', 'minute'],
  ['d.M.yyyy, H.mm', 'minute'],
  ['dd-MM-yyyy', 'day'],
  ['d/LLL/yy h:mm a', 'minute'],
  ['dd-LLL-yyyy HH:mm:ss', 'second'],
  ['LLL d, yyyy h:mm:ss a', 'second'],
  ['LLLL d, yyyy', 'day'],
  ['d LLLL yyyy H:mm', 'minute'],
  ['ccc, dd LLL yyyy HH:mm:ss ZZZ', 'second'],
  ['ccc LLL d HH:mm:ss yyyy', 'second'],
  ["cccc, LLLL d, yyyy 'at' h:mm:ss a", 'second'],
  ['X', 'second'],
  ['x', 'second'],
];

function readerIn(zone: string): StampReader {
  return stampReader(stamp('时间', { zone, assume: 'start' }), 1000, dateOrders({ file: 'a', line: 1 }));
}

const instant = fc.integer({ min: Date.UTC(2002, 0, 1) / 1000, max: Date.UTC(2029, 0, 1) / 1000 });

describe.each(FORMATS)('%s', (format, unit) => {
  const readers = new Map(ZONES.map((zone) => [zone, readerIn(zone)]));
  const write = (at: number, zone: string) =>
    DateTime.fromSeconds(at, { zone, locale: 'en-US' }).startOf(unit).toFormat(format);

  test('is read as luxon wrote it, wherever the local time is unique', () => {
    // The column shows once which figure is the day.
    for (const [zone, reader] of readers) reader.read(write(Date.UTC(2024, 2, 25, 12) / 1000, zone));
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
        const reader = readers.get(zone);
        const local = DateTime.fromSeconds(at, { zone }).startOf(unit);
        expect(reader?.read(write(at, zone))).toBe(true);
        if (reader?.oddity === undefined) expect(reader?.at).toBe(local.toMillis());
      }),
      { numRuns: 150, seed: 20_240_305 },
    );
  });

  test('is told in letters that read it the same', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const text = write(at, 'UTC');
        const stated = stampReader(stamp('时间', { zone: 'UTC', assume: 'start', formats: [formatOf(text)] }));
        expect(stated.read(text)).toBe(true);
        const unit1 = DateTime.fromSeconds(at, { zone: 'UTC' }).startOf(unit);
        expect(stated.at).toBe(unit1.toMillis());
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

test('is read the same whatever other notations stand in the column', () => {
  const texts = FORMATS.map(([format]) => DateTime.fromSeconds(1_711_366_507, { zone: 'UTC' }).toFormat(format));
  const alone = new Map(
    texts.map((text) => {
      const reader = readerIn('UTC');
      reader.read(text);
      return [text, reader.at];
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...texts), { maxLength: 40 }), (column) => {
      const reader = readerIn('UTC');
      for (const text of column) {
        expect(reader.read(text)).toBe(true);
        expect(reader.at).toBe(alone.get(text));
      }
    }),
    { numRuns: 200, seed: 9 },
  );
});

test('a day of a spreadsheet is the instant that its number says', () => {
  const reader = readerIn('UTC');
  fc.assert(
    fc.property(instant, (at) => {
      expect(reader.read((at / 86_400 + 25_569).toFixed(10))).toBe(true);
      expect(reader.at).toBe(at * 1000);
    }),
    { numRuns: 500, seed: 7 },
  );
});

// Mutations of good stamps: nothing may crash, hang, or be a date that is none.
test('whatever is read is an instant whose written form is read the same', () => {
  const seeds = FORMATS.map(([format]) => DateTime.fromSeconds(1_709_600_707, { zone: 'UTC' }).toFormat(format)).concat(
    [
      '2024-03-05T09:05:07.123+08:00',
      '2024年3月5日 星期二 下午9:05:07',
      'Tue Mar 05 2024 09:05:07 GMT+0800 (CST)',
      '45356.378',
    ],
  );
  const letters = [...'0123456789:/.-年月日时分 TZapmMAr,+()上午'];
  let seed = 20_240_305;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((seed / 0x8000_0000) * below);
  };
  const reader = readerIn('UTC');
  const iso = readerIn('UTC');
  let accepted = 0;
  for (let round = 0; round < 100_000; round++) {
    const text = [...(seeds[random(seeds.length)] ?? '')];
    for (let change = random(4); change >= 0; change--) {
      const letter = letters[random(letters.length)] ?? '';
      text.splice(random(text.length + 1), random(2), ...(random(3) === 0 ? [] : [letter]));
    }
    if (!reader.read(text.join(''))) continue;
    accepted++;
    const written = new Date(reader.at).toISOString();
    if (!iso.read(written) || iso.at !== reader.at) expect.fail(`${text.join('')} is read as ${written}`);
  }
  expect(accepted).toBeGreaterThan(5000);
});
