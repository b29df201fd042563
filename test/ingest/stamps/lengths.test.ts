import { describe, expect, test } from 'vitest';
import { english } from '../../../src/diagnostics/say.ts';
import { GRADES } from '../../../src/domain/event-log.ts';
import type { DurationUnit, StampMapping } from '../../../src/domain/policy.ts';
import { lengthReader } from '../../../src/ingest/stamps/length-reader.ts';
import { column } from '../exports.ts';

function readLength(text: string, unit: DurationUnit, assume: StampMapping['assume'] = 'undecided'): string {
  const reader = lengthReader({ ...column('等待'), name: 'waited', unit, assume });
  if (!reader.read(text)) return `fault: ${english(reader.fault)}`;
  return `${reader.length / 1000} s${reader.doubt === 0 ? '' : ` + ${reader.doubt / 1000} s`} ${GRADES[reader.grade]}`;
}

describe('a length of time', () => {
  // 1 d 18 h 47 min = 86 400 + 64 800 + 2 820 s.
  const long = '154020 s exact';
  const longish = '154020 s + 59 s minute';
  const cases: readonly (readonly [expected: string, unit: DurationUnit, ...texts: readonly string[]])[] = [
    [long, 'text', '1:18:47:00', '1.18:47:00', '1 day, 18:47:00', '1 day 18:47:00', '42:47:00', 'P1DT18H47M0S'],
    [long, 'text', '1天18小时47分钟0秒', '154020 s', '154,020 seconds', '1d 18h 47m 0s', '+1d18h47m0s'],
    [longish, 'text', '1 days 18 hours 47 minutes', '1 day, 18 hours and 47 minutes', '1d 18h 47m', '42h 47m'],
    [
      longish,
      'text',
      '1天18小时47分钟',
      '1 天 18 小时 47 分',
      '1日18時間47分',
      'PT42H47M',
      '1 Tag 18 Std. 47 Min.',
      '2567 min',
    ],
    ['183600 s + 3599 s hour', 'text', '2d 3h', '2 days 3 hours', '2天3小时', 'P2DT3H', '51h'],
    ['172800 s + 86399 s day', 'text', '2d', '2 天', 'P2D'],
    ['604800 s + 604799 s day', 'text', '1w', '1 周', 'P1W'],
    ['5400 s + 359 s hour', 'text', '1.5h', '1,5 h', '1.5 小时', 'PT1.5H'],
    ['9000 s + 59 s minute', 'text', '2小时30分', '2h 30m'],
    ['67620.5 s exact', 'text', '18:47:00.5', '18:47:00,500'],
    ['0 s exact', 'text', '00:00:00', '0s', '0 ms'],
    ['2535 s exact', 'min', '42:15', '0:42:15', '42m15s', '42分15秒'],
    ['152100 s + 59 s minute', 'h', '42:15', '42h15m'],
    ['90 s + 5 s minute', 'min', '1.5', '1,5'],
    ['5400 s + 59 s minute', 'min', '90', '+90'],
    ['74070 s + 5 s minute', 'min', '1,234.5', '1 234.5', '1 234,5', "1'234.5"],
    ['1234 s exact', 's', '1,234', '1234', '1 234'],
    ['1.234 s exact', 's', '1.234'],
    ['1.234 s exact', 'ms', '1234', '1,234'],
    ['5400 s + 35 s minute', 'h', '1.50'],
    ['5400 s + 8 s minute', 'd', '0.0625'],
    ['172800 s + 86399 s day', 'd', '2'],
  ];
  test.each(cases.flatMap(([expected, unit, ...texts]) => texts.map((text) => [text, unit, expected] as const)))(
    '%s in %s',
    (text, unit, expected) => expect(readLength(text, unit)).toBe(expected),
  );

  test('stands for its least or its most where the policy says so (S8)', () => {
    expect(readLength('90', 'min', 'start')).toBe('5400 s exact');
    expect(readLength('90', 'min', 'end')).toBe('5459 s exact');
    expect(readLength('2d 3h', 'text', 'end')).toBe('187199 s exact');
  });
});

describe('what is no length', () => {
  const odd = 'it is not written like one';
  const cases: readonly (readonly [fault: string, unit: DurationUnit, ...texts: readonly string[]])[] = [
    [
      odd,
      'text',
      'soon',
      '1h 1h',
      '47m 1h',
      '1 parsec',
      'h',
      'P',
      'PT',
      'P1M',
      'P1Y',
      '1:2:3:4:5',
      '1h 18:47:00',
      '1.2.3',
      '1e3',
    ],
    [odd, 'min', '1.234,5', '12,34,567', '0x10', 'NaN', 'Infinity', '9'.repeat(200), ' '.repeat(90)],
    ['it is less than nothing', 'text', '-1h 20m', '−5 min', '-1 day, 18:47:00'],
    ['it is less than nothing', 'min', '-10'],
    ['it does not say its unit', 'text', '90', '1.5', '0'],
    ['it could be hours and minutes or minutes and seconds', 'text', '42:15', '1:30'],
    ['it could be hours and minutes or minutes and seconds', 's', '42:15'],
    ['minutes and seconds run from 0 to 59', 'text', '18:60:00', '18:00:60'],
    ['hours beside days run from 0 to 23', 'text', '1:24:00:00'],
    ['not every month or year is as long as another', 'text', '2 mons', '1 year 2 days', '3个月'],
    ['it is longer than a hundred years', 'd', '36526', '99999999999999'],
  ];
  test.each(cases.flatMap(([fault, unit, ...texts]) => texts.map((text) => [text, unit, fault] as const)))(
    '%s in %s',
    (text, unit, fault) => expect(readLength(text, unit)).toBe(`fault: ${fault}`),
  );
});

test('a length that is written out is read the same', () => {
  let seed = 5;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((seed / 0x8000_0000) * below);
  };
  for (let round = 0; round < 2000; round++) {
    const [days, hours, minutes, seconds] = [random(400), random(24), random(60), random(60)] as const;
    const length = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
    const clock = [hours, minutes, seconds].map((figure) => String(figure).padStart(2, '0')).join(':');
    for (const text of [
      `${days} days ${hours} hours ${minutes} minutes ${seconds} seconds`,
      `${days}天${hours}小时${minutes}分${seconds}秒`,
      `P${days}DT${hours}H${minutes}M${seconds}S`,
      `${days}:${clock}`,
      `${days} days, ${clock}`,
      `${length}s`,
    ]) {
      expect(readLength(text, 'text')).toBe(`${length} s exact`);
    }
  }
});

test('no text crashes the reader, and what is read is neither negative nor endless', () => {
  const seeds = [
    '1 days 18 hours 47 minutes',
    '18:47:00',
    '1天18小时47分钟',
    'PT1H30M',
    '1,234.5',
    '-1h 20m',
    '1 day, 18:47:00',
  ];
  const letters = [...'0123456789:., dhmsPT天小时分-+e'];
  let seed = 11;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return Math.floor((seed / 0x8000_0000) * below);
  };
  const readers = (['text', 'min', 'h'] as const).map((unit) =>
    lengthReader({ ...column('等待'), name: 'waited', unit, assume: 'undecided' }),
  );
  for (let round = 0; round < 100_000; round++) {
    const text = [...(seeds[random(seeds.length)] ?? '')];
    for (let change = random(4); change >= 0; change--) {
      text.splice(random(text.length + 1), random(2), letters[random(letters.length)] ?? '');
    }
    const reader = readers[round % 3];
    if (reader?.read(text.join('')) !== true) continue;
    const isSound = reader.length >= 0 && reader.length < 4e12 && reader.doubt >= 0 && reader.doubt <= 604_799_000;
    if (!isSound) expect.fail(`${text.join('')} is read as ${reader.length} + ${reader.doubt}`);
  }
});
