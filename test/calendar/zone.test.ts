import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/calendar/dates.ts';
import { zone } from '../../src/calendar/zone.ts';
import { date, iso, utc, wallTime, zoneNamed } from './calendar-definition.ts';

const HOUR = 3_600_000;

describe('zone', () => {
  it.each(['Asia/Shanghai', 'UTC', 'Etc/GMT+8', 'asia/shanghai', 'EST5EDT', 'PRC', 'America/Argentina/Ushuaia'])(
    '%s is a zone',
    (name) => expect(zone(name)?.name).toBe(name),
  );

  // Intl knows all but the first three; CST is Chicago to it.
  it.each(['', 'Asia/Nowhere', 'local', '+08:00', '-05', 'CST', 'cst', 'IST', 'JST', 'PST', 'SystemV/PST8'])(
    '%j is no zone',
    (name) => expect(zone(name)).toBeUndefined(),
  );

  it('is found once', () => expect(zone('Europe/Paris')).toBe(zone('Europe/Paris')));

  // From the IANA database's own rules. The offset in minutes just before the instant, and at it.
  it.each([
    ['America/New_York', '2026-03-08T07:00Z', -300, -240],
    ['America/New_York', '2026-11-01T06:00Z', -240, -300],
    ['Australia/Lord_Howe', '2026-04-04T15:00Z', 660, 630],
    ['Australia/Lord_Howe', '2026-10-03T15:30Z', 630, 660],
    ['America/Sao_Paulo', '2018-11-04T03:00Z', -180, -120],
    ['Pacific/Apia', '2011-12-30T10:00Z', -600, 840],
    ['Asia/Shanghai', '1986-05-03T18:00Z', 480, 540],
    ['Asia/Shanghai', '1991-09-14T17:00Z', 540, 480],
    ['Africa/Casablanca', '2026-02-15T02:00Z', 60, 0],
    ['Africa/Casablanca', '2026-03-22T02:00Z', 0, 60],
    ['Africa/Monrovia', '1972-01-07T00:44:30Z', -44.5, 0],
    ['America/Recife', '2000-10-08T03:00Z', -180, -120],
    ['America/Recife', '2000-10-15T02:00Z', -120, -180],
  ])('%s changes its offset at %s from %d to %d min', (name, at, before, after) => {
    const place = zoneNamed(name);
    expect(place.offsetAt(utc(at) - 1) / 60_000).toBe(before);
    expect(place.offsetAt(utc(at)) / 60_000).toBe(after);
  });

  it('has the place’s own mean time before 1800, and answers for any instant', () => {
    // Shanghai lies 121°28′ east: 8 h 5 min 43 s ahead.
    expect(zoneNamed('Asia/Shanghai').offsetAt(utc('1700-01-01T00:00Z'))).toBe(((8 * 60 + 5) * 60 + 43) * 1000);
    expect(zoneNamed('Asia/Shanghai').offsetAt(-8.64e15)).toBe(((8 * 60 + 5) * 60 + 43) * 1000);
    expect(zoneNamed('Asia/Shanghai').offsetAt(8.64e15)).toBe(8 * HOUR);
  });

  // S4. "missing": moved forward by the gap, and the instant of the change.
  it.each([
    ['Asia/Shanghai', '2026-03-06', '16:30', 'unique', '2026-03-06T08:30:00Z', '2026-03-06T08:30:00Z'],
    ['Asia/Shanghai', '2026-03-06', '24:00', 'unique', '2026-03-06T16:00:00Z', '2026-03-06T16:00:00Z'],
    ['Asia/Kathmandu', '2026-03-06', '00:00', 'unique', '2026-03-05T18:15:00Z', '2026-03-05T18:15:00Z'],
    ['America/New_York', '2026-03-08', '01:59', 'unique', '2026-03-08T06:59:00Z', '2026-03-08T06:59:00Z'],
    ['America/New_York', '2026-03-08', '02:00', '2026-03-08T07:00:00Z', '2026-03-08T07:00:00Z', '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:00:00Z', '2026-03-08T07:30:00Z', '2026-03-08T07:30:00Z'],
    ['America/New_York', '2026-03-08', '03:00', 'unique', '2026-03-08T07:00:00Z', '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-03-07', '26:30', '2026-03-08T07:00:00Z', '2026-03-08T07:30:00Z', '2026-03-08T07:30:00Z'],
    ['America/New_York', '2026-11-01', '00:59', 'unique', '2026-11-01T04:59:00Z', '2026-11-01T04:59:00Z'],
    ['America/New_York', '2026-11-01', '01:00', 'ambiguous', '2026-11-01T05:00:00Z', '2026-11-01T06:00:00Z'],
    ['America/New_York', '2026-11-01', '01:30', 'ambiguous', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'],
    ['America/New_York', '2026-11-01', '02:00', 'unique', '2026-11-01T07:00:00Z', '2026-11-01T07:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', 'ambiguous', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:15', 'unique', '2026-04-04T14:15:00Z', '2026-04-04T14:15:00Z'],
    [
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:15',
      '2026-10-03T15:30:00Z',
      '2026-10-03T15:45:00Z',
      '2026-10-03T15:45:00Z',
    ],
    [
      'America/Sao_Paulo',
      '2018-11-04',
      '00:30',
      '2018-11-04T03:00:00Z',
      '2018-11-04T03:30:00Z',
      '2018-11-04T03:30:00Z',
    ],
    ['America/Sao_Paulo', '2018-02-17', '23:30', 'ambiguous', '2018-02-18T01:30:00Z', '2018-02-18T02:30:00Z'],
    ['America/Sao_Paulo', '2018-02-17', '24:00', 'unique', '2018-02-18T03:00:00Z', '2018-02-18T03:00:00Z'],
    ['Pacific/Apia', '2011-12-30', '00:00', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z', '2011-12-30T10:00:00Z'],
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00Z', '2011-12-30T22:00:00Z', '2011-12-30T22:00:00Z'],
    // The skipped day ends in the next UTC year.
    [
      'Pacific/Kiritimati',
      '1994-12-31',
      '23:00',
      '1994-12-31T10:00:00Z',
      '1995-01-01T09:00:00Z',
      '1995-01-01T09:00:00Z',
    ],
    ['Asia/Shanghai', '1991-09-15', '01:30', 'ambiguous', '1991-09-14T16:30:00Z', '1991-09-14T17:30:00Z'],
    ['Africa/Casablanca', '2026-02-15', '02:30', 'ambiguous', '2026-02-15T01:30:00Z', '2026-02-15T02:30:00Z'],
    [
      'Africa/Casablanca',
      '2026-03-22',
      '02:30',
      '2026-03-22T02:00:00Z',
      '2026-03-22T02:30:00Z',
      '2026-03-22T02:30:00Z',
    ],
    ['Africa/Monrovia', '1972-01-07', '00:20', '1972-01-07T00:44:30Z', '1972-01-07T01:04:30Z', '1972-01-07T01:04:30Z'],
  ])('%s %s %s: %s', (name, day, time, kind, earlier, later) => {
    const found = zoneNamed(name).instants(date(day), wallTime(time));
    expect(found.kind === 'missing' ? iso(found.resumesAt) : found.kind).toBe(kind);
    expect([iso(found.earlier), iso(found.later)]).toEqual([earlier, later]);
  });

  it.each([
    ['Asia/Shanghai', '2026-10-01', '2026-09-30T16:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'], // 00:00 was skipped: the date begins at 01:00
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z'], // never was: begins and ends with the 31st's beginning
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z'], // 00:00 came twice: the first
  ])('in %s, %s begins at %s', (name, day, expected) => {
    expect(iso(zoneNamed(name).startOf(date(day)))).toBe(expected);
  });

  it('reads the wall clock', () => {
    const place = zoneNamed('America/New_York');
    expect(place.local(utc('2026-03-08T06:59:59.999Z'))).toEqual({ date: date('2026-03-08'), time: 2 * HOUR - 1 });
    expect(place.local(utc('2026-03-08T07:00Z'))).toEqual({ date: date('2026-03-08'), time: 3 * HOUR });
    expect(place.local(utc('2026-03-08T04:59Z'))).toEqual({ date: date('2026-03-07'), time: wallTime('23:59') });
  });

  // luxon as the independent source; its offsets are minutes, with fractions.
  const luxonOffset = (name: string, instant: number) => Math.round(IANAZone.create(name).offset(instant) * 60_000);
  const lively = [
    'Asia/Shanghai',
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'Pacific/Apia',
    'Africa/Casablanca',
    'Africa/Monrovia',
    'Asia/Gaza',
    'America/St_Johns',
  ];

  it('agrees with luxon on offsets from 1970 to 2100', () => {
    const instant = fc.integer({ min: utc('1970-01-01T00:00Z') / 1000, max: utc('2100-01-01T00:00Z') / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...lively), instant, (name, second) => {
        expect(zoneNamed(name).offsetAt(second * 1000)).toBe(luxonOffset(name, second * 1000));
      }),
      { seed: 3, numRuns: 600 },
    );
  });

  it('agrees with luxon on dates far off', () => {
    const instant = fc.integer({ min: utc('2100-01-01T00:00Z') / 1000, max: utc('9999-12-31T00:00Z') / 1000 });
    fc.assert(
      fc.property(fc.constantFrom('America/New_York', 'Australia/Lord_Howe'), instant, (name, second) => {
        expect(zoneNamed(name).offsetAt(second * 1000)).toBe(luxonOffset(name, second * 1000));
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it('agrees with luxon on every zone the runtime lists, in every season of 2026', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) {
      for (let instant = utc('2026-01-01T00:00Z'); instant < utc('2027-01-01T00:00Z'); instant += 61 * DAY) {
        if (zoneNamed(name).offsetAt(instant) !== luxonOffset(name, instant)) {
          expect.fail(`${name} at ${iso(instant)}`);
        }
      }
    }
  });

  it('finds every instant that shows a local time, near changes of offset', () => {
    const changes = [
      ['America/New_York', '2026-03-08T07:00Z'],
      ['America/New_York', '2026-11-01T06:00Z'],
      ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
      ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
      ['America/Sao_Paulo', '2018-11-04T03:00Z'],
      ['America/Sao_Paulo', '2018-02-18T02:00Z'],
      ['Pacific/Apia', '2011-12-30T10:00Z'],
      ['Pacific/Kiritimati', '1994-12-31T10:00Z'],
      ['Africa/Monrovia', '1972-01-07T00:44:30Z'],
      ['Africa/Casablanca', '2026-02-15T02:00Z'],
      ['America/St_Johns', '2006-10-29T02:31Z'],
      ['Europe/London', '2025-12-31T23:00Z'],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...changes), fc.integer({ min: -3000, max: 3000 }), ([name, near], minutes) => {
        const wall = Math.floor(utc(near) / 60_000) * 60_000 + minutes * 60_000;
        // The reference tries every offset of the three days around.
        const offsets = new Set<number>();
        for (let hour = -36; hour <= 36; hour += 6) offsets.add(luxonOffset(name, wall + hour * HOUR));
        const shown = Array.from(offsets, (offset) => wall - offset)
          .filter((instant) => instant + luxonOffset(name, instant) === wall)
          .sort((a, b) => a - b);
        const found = zoneNamed(name).instants(Math.floor(wall / DAY), wall - Math.floor(wall / DAY) * DAY);
        expect(found.kind).toBe(['missing', 'unique', 'ambiguous'][shown.length]);
        if (shown.length > 0) expect([found.earlier, found.later]).toEqual([shown.at(0), shown.at(-1)]);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });
});
