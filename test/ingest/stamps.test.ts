import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { english } from '../../src/diagnostics/say.ts';
import { GRADES } from '../../src/domain/event-log.ts';
import type { StampMapping } from '../../src/domain/policy.ts';
import { stampReader } from '../../src/ingest/stamps/stamp-reader.ts';
import { stamp } from './exports.ts';

function readStamp(text: string, options: Partial<StampMapping> = {}, step: 1 | 1000 = 1000) {
  const reader = stampReader(stamp('时间', options), step);
  if (!reader.read(text)) return `fault: ${english(reader.fault)}`;
  const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');
  const until = reader.latest === reader.at ? '' : ` … ${iso(reader.latest)}`;
  return `${iso(reader.at)}${until} ${GRADES[reader.grade]}${reader.oddity === undefined ? '' : ` (${reader.oddity})`}`;
}

describe('detected formats', () => {
  // Shanghai is 8 hours east of UTC: 09:05:07 there is 01:05:07 UTC; its 5 March ends at 15:59:59 UTC.
  const nine = '2026-03-05T01:05:07Z exact';
  const nineish = '2026-03-05T01:05:00Z … 2026-03-05T01:05:59Z minute';
  const fifth = '2026-03-04T16:00:00Z … 2026-03-05T15:59:59Z day';
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ['2026-03-05T09:05:07', nine],
    ['2026-03-05 09:05:07', nine],
    ['2026-03-05T01:05:07Z', nine],
    ['2026-03-05T01:05:07z', nine],
    ['2026-03-05 01:05:07 UTC', nine],
    ['2026-03-05T03:05:07+02:00', nine],
    ['2026-03-05T03:05:07+0200', nine],
    ['2026-03-05T03:05:07+02', nine],
    ['2026-03-05 03:05:07 +0200', nine],
    ['2026-03-04T19:35:07-05:30', nine],
    ['2026-03-05T09:05:07.1', '2026-03-05T01:05:07.100Z exact'],
    ['2026-03-05T09:05:07.12', '2026-03-05T01:05:07.120Z exact'],
    ['2026-03-05T09:05:07,123', '2026-03-05T01:05:07.123Z exact'],
    ['2026-03-05T09:05:07.123999Z', '2026-03-05T09:05:07.123Z exact'],
    ['2026-03-05T09:05:07.123456789+08:00', '2026-03-05T01:05:07.123Z exact'],
    ['2026-03-05T09:05', nineish],
    ['2026-03-05 9:05', nineish],
    ['2026-03-05T01:05Z', nineish],
    ['2026-03-05', fifth],
    ['2026/3/5 9:05', nineish],
    ['2026/03/05 09:05:07', nine],
    ['2026/3/5', fifth],
    ['2026.3.5', fifth],
    ['2026年3月5日', fifth],
    ['2026年03月05日 9时5分7秒', nine],
    ['2026年3月5日9时5分7秒', nine],
    ['2026年3月5日 9时5分', nineish],
    ['2026年3月5日 9时', '2026-03-05T01:00:00Z … 2026-03-05T01:59:59Z hour'],
    ['2026年3月5日 9:05', nineish],
    ['2026年3月5日 09:05:07', nine],
    ['2026-03-04T24:00:00', '2026-03-04T16:00:00Z exact'],
    ['2026-03-04T24:00', '2026-03-04T16:00:00Z … 2026-03-04T16:00:59Z minute'],
    ['2026-12-31T24:00:00', '2026-12-31T16:00:00Z exact'],
    ['2024-02-29', '2024-02-28T16:00:00Z … 2024-02-29T15:59:59Z day'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00Z exact'],
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00Z exact'],
    ['2200-12-31T00:00:00Z', '2200-12-31T00:00:00Z exact'],
  ];
  test.each(cases)('%s', (text, expected) => expect(readStamp(text)).toBe(expected));
});

describe('what cannot be read', () => {
  const cases: readonly (readonly [text: string, fault: string])[] = [
    ['2026-02-29', 'February 2026 ends on the 28th'],
    ['2100-02-29', 'February 2100 ends on the 28th'],
    ['2024-02-30 09:05', 'February 2024 ends on the 29th'],
    ['2026-04-31', 'April 2026 ends on the 30th'],
    ['2026-12-32', 'December 2026 ends on the 31st'],
    ['2026-13-01', 'there is no month 13'],
    ['2026-00-01', 'there is no month 0'],
    ['2026-01-00', 'no month has a day 0'],
    ['2026-01-01 25:00', 'hours run from 0 to 24'],
    ['2026-01-01 24:01', 'a day ends at 24:00'],
    ['2026-01-01 24:00:00.001', 'a day ends at 24:00'],
    ['2026-01-01 09:60', 'minutes run from 0 to 59'],
    ['2026-01-01 09:05:60', 'seconds run from 0 to 59'],
    ['1899-11-30', 'the year 1899 is not between 1900 and 2200'],
    ['2201-01-01', 'the year 2201 is not between 1900 and 2200'],
    ...[
      'yesterday',
      '2026-03-05T',
      '2026-03-05T09',
      '2026-03-05T09:5',
      '2026-03-05T09:05:07+15:00',
      '2026-03-05T09:05:07+081',
      '2026-03-05T09:05:07+08:0',
      '2026-03-05T09:05:07.',
      '2026-03-05x',
      '2026-03/05',
      '2026年3月5',
      '2026年3月5日 9时5',
      '2026-03-05 09:05 2',
    ].map((text) => [text, 'it is not written like one'] as const),
  ];
  test.each(cases)('%s', (text, fault) => expect(readStamp(text)).toBe(`fault: ${fault}`));

  test('the hint says what is read', () => {
    const hintOf = (text: string, options: Partial<StampMapping> = {}) => {
      const reader = stampReader(stamp('时间', options));
      reader.read(text);
      return english(reader.hint);
    };
    expect(hintOf('x')).toContain('records.time.format');
    expect(hintOf('x', { formats: ['dd/MM/yyyy'] })).toBe('Read as dd/MM/yyyy.');
    expect(hintOf('2026-02-30')).toBe('');
  });
});

describe('explicit formats', () => {
  const minute = '2026-03-05T01:05:00Z … 2026-03-05T01:05:59Z minute';
  const cases: readonly (readonly [format: string, text: string, expected: string])[] = [
    ['dd/MM/yyyy HH:mm', '05/03/2026 09:05', minute],
    ['dd/MM/yyyy HH:mm', '5/03/2026 09:05', 'fault: it is not written like one'],
    ['dd/MM/yyyy HH:mm', '31/02/2026 09:10', 'fault: February 2026 ends on the 28th'],
    ['dd/MM/yyyy HH:mm', '2026-03-05 09:05', 'fault: it is not written like one'],
    ['M/d/yyyy h:mm a', '3/5/2026 9:05 AM', minute],
    ['M/d/yyyy h:mm a', '3/4/2026 12:00 PM', '2026-03-04T04:00:00Z … 2026-03-04T04:00:59Z minute'],
    ['M/d/yyyy h:mm a', '3/5/2026 12:00 am', '2026-03-04T16:00:00Z … 2026-03-04T16:00:59Z minute'],
    ['M/d/yyyy h:mm a', '3/5/2026 13:00 PM', 'fault: it is not written like one'],
    ['M/d/yyyy hh:mm:ss a', '3/5/2026 09:05:07 PM', '2026-03-05T13:05:07Z exact'],
    ['yyyy年M月d日 ah:mm', '2026年3月5日 下午9:05', '2026-03-05T13:05:00Z … 2026-03-05T13:05:59Z minute'],
    ['yyyy年M月d日 ah:mm', '2026年3月5日 上午9:05', minute],
    ['dd.MM.yy', '05.03.26', '2026-03-04T16:00:00Z … 2026-03-05T15:59:59Z day'],
    ['dd.MM.yy', '05.03.70', '1970-03-04T16:00:00Z … 1970-03-05T15:59:59Z day'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-03-05T09:05:07.123+08:00', '2026-03-05T01:05:07.123Z exact'],
    ["yyyyMMdd'o''clock'HH", "20260305o'clock09", '2026-03-05T01:00:00Z … 2026-03-05T01:59:59Z hour'],
    ['yyyyMMddHHmmss', '20260305090507', '2026-03-05T01:05:07Z exact'],
    ['H:m d.M.yyyy', '9:5 5.3.2026', minute],
    ['HH:mm', '09:05', 'fault: the year 0 is not between 1900 and 2200'],
  ];
  test.each(cases)('%s: %s', (format, text, expected) => expect(readStamp(text, { formats: [format] })).toBe(expected));

  test('are tried in order', () => {
    const formats = ['dd/MM/yyyy', 'MM/dd/yyyy'];
    // 4 May by the first; the first cannot read a month 25, the second can.
    expect(readStamp('04/05/2026', { formats, zone: 'UTC', assume: 'start' })).toBe('2026-05-04T00:00:00Z exact');
    expect(readStamp('04/25/2026', { formats, zone: 'UTC', assume: 'start' })).toBe('2026-04-25T00:00:00Z exact');
  });
});

describe('what is not written (S8)', () => {
  const cases: readonly (readonly [text: string, assume: 'start' | 'end', expected: string])[] = [
    ['2026-03-05', 'start', '2026-03-04T16:00:00Z exact'],
    ['2026-03-05', 'end', '2026-03-05T15:59:59Z exact'],
    ['2026-03-05 09:05', 'start', '2026-03-05T01:05:00Z exact'],
    ['2026-03-05 09:05', 'end', '2026-03-05T01:05:59Z exact'],
    ['2026年3月5日 9时', 'end', '2026-03-05T01:59:59Z exact'],
    ['2026-03-05 09:05:07', 'end', '2026-03-05T01:05:07Z exact'],
    ['2026-03-05T01:05Z', 'end', '2026-03-05T01:05:59Z exact'],
  ];
  test.each(cases)('%s, assume %s', (text, assume, expected) => expect(readStamp(text, { assume })).toBe(expected));

  // What is promised for a day is kept until the day has passed.
  test.each([
    ['2026-03-05', 'end', '2026-03-05T15:59:59.999Z exact'],
    ['2026-03-05 09:05', 'end', '2026-03-05T01:05:59.999Z exact'],
    ['2026年3月5日 9时', 'undecided', '2026-03-05T01:00:00Z … 2026-03-05T01:59:59.999Z hour'],
    ['2026-03-05', 'undecided', '2026-03-04T16:00:00Z … 2026-03-05T15:59:59.999Z day'],
    ['2026-03-05', 'start', '2026-03-04T16:00:00Z exact'],
    ['2026-03-05 09:05:07', 'end', '2026-03-05T01:05:07Z exact'],
  ] as const)('%s, promised, assume %s', (text, assume, expected) => {
    expect(readStamp(text, { assume }, 1)).toBe(expected);
  });

  test('of two occurrences the later keeps the earlier beside it (S4)', () => {
    const reader = stampReader(stamp('时间', { zone: 'Europe/Berlin', ambiguous: 'later' }));
    reader.read('2026-10-25 02:30:00');
    expect([reader.earliest, reader.at, reader.latest].map((each) => new Date(each).toISOString())).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    reader.read('2026-10-25 04:30:00');
    expect(reader.earliest).toBe(reader.at);
  });

  test('a day lasts as long as its zone says', () => {
    // New York, 1 November 2026: from 00:00 −04 to 24:00 −05, 25 hours. São Paulo, 4 November 2018: begins at 01:00 −02.
    expect(readStamp('2026-11-01', { zone: 'America/New_York' })).toBe(
      '2026-11-01T04:00:00Z … 2026-11-02T04:59:59Z day',
    );
    expect(readStamp('2018-11-04', { zone: 'America/Sao_Paulo' })).toBe(
      '2018-11-04T03:00:00Z … 2018-11-05T01:59:59Z day',
    );
  });
});

describe('local times that occurred twice or never (S4)', () => {
  // New York, 2026: at 07:00 UTC on 8 March 02:00 becomes 03:00; at 06:00 UTC on 1 November 02:00 becomes 01:00.
  const cases: readonly (readonly [text: string, options: Partial<StampMapping>, expected: string])[] = [
    ['2026-03-08 02:30:00', {}, '2026-03-08T07:30:00Z shifted (missing)'],
    ['2026-03-08 01:59:59', {}, '2026-03-08T06:59:59Z exact'],
    ['2026-03-08 02:00:00', {}, '2026-03-08T07:00:00Z shifted (missing)'],
    ['2026-03-08 03:00:00', {}, '2026-03-08T07:00:00Z exact'],
    ['2026-03-08 02:30', {}, '2026-03-08T07:30:00Z … 2026-03-08T07:30:59Z minute (missing)'],
    ['2026-11-01 01:30:00', {}, '2026-11-01T05:30:00Z … 2026-11-01T06:30:00Z ambiguous (ambiguous)'],
    ['2026-11-01 01:30', {}, '2026-11-01T05:30:00Z … 2026-11-01T06:30:59Z minute (ambiguous)'],
    ['2026-11-01 00:59:59', {}, '2026-11-01T04:59:59Z exact'],
    ['2026-11-01 02:00:00', {}, '2026-11-01T07:00:00Z exact'],
    ['2026-11-01 01:30:00', { ambiguous: 'later' }, '2026-11-01T06:30:00Z ambiguous (ambiguous)'],
    ['2026-11-01 01:30:00', { ambiguous: 'reject' }, 'fault: the clocks of America/New_York showed it twice'],
    ['2026-03-08 02:30:00', { ambiguous: 'reject' }, 'fault: the clocks of America/New_York never showed it'],
    ['2026-11-01 01:30:00-05:00', { ambiguous: 'reject' }, '2026-11-01T06:30:00Z exact'],
  ];
  test.each(cases)('%s %j', (text, options, expected) =>
    expect(readStamp(text, { zone: 'America/New_York', ...options })).toBe(expected),
  );
});

test('agrees with luxon wherever a local time is unique', () => {
  const zones = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Europe/Berlin'];
  const readers = new Map(zones.map((zone) => [zone, stampReader(stamp('时间', { zone }))]));
  const instant = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2037, 0, 1) });
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
      const local = DateTime.fromMillis(at, { zone });
      const reader = readers.get(zone);
      expect(reader?.read(local.toFormat('yyyy-MM-dd HH:mm:ss.SSS'))).toBe(true);
      if (reader?.oddity === undefined) expect(reader?.at).toBe(at);
      expect(reader?.read(local.toISO() ?? '')).toBe(true);
      expect(reader?.at).toBe(at);
      expect(reader?.grade).toBe(0);
    }),
    { numRuns: 3000, seed: 20_260_305 },
  );
});
