import { expect, test } from 'vitest';
import { combinedReadings } from '../../../src/cli/shares/combined-readings.ts';
import { KEPT } from '../../../src/diagnostics/finding-list.ts';

type Reading = Parameters<typeof combinedReadings>[0][number];

const tally = (rows: number, aside: readonly (readonly [string, number])[] = [], file = 'a.csv') => ({
  file,
  rows,
  setAside: new Map(aside),
});
const share = (rows: number, more: Partial<Reading> = {}): Reading => ({
  extent: { start: 10, end: 20 },
  tallies: [tally(rows)],
  findings: [],
  standsAlone: true,
  again: [],
  lines: new Map(),
  ...more,
});
const bad = (line: number) => ({ code: 'bad-timestamp', message: 'no', place: { file: 'a.csv', line } });
const about = (file: string) => ({ code: 'found-encoding', message: 'gb18030', place: { file } });

test('rows of all pieces of a file are counted together, and the extent is that of all', () => {
  const whole = combinedReadings([
    share(3, { tallies: [tally(9, [], '0.csv'), tally(3, [['footer', 1]])] }),
    share(4, {
      extent: { start: 5, end: 15 },
      tallies: [
        tally(4, [
          ['bad-timestamp', 2],
          ['footer', 1],
        ]),
      ],
    }),
    share(0, { extent: undefined, tallies: [tally(6, [], 'b.csv')] }),
  ]);
  expect(whole?.extent).toStrictEqual({ start: 5, end: 20 });
  const together = tally(7, [
    ['footer', 2],
    ['bad-timestamp', 2],
  ]);
  expect(whole?.tallies).toStrictEqual([tally(9, [], '0.csv'), together, tally(6, [], 'b.csv')]);
});

test('lines are those of the file: in a piece they are further down by what the pieces before it have', () => {
  // A beginning of 3 lines; pieces of 10, 7 and 5 lines, and another file beside the last.
  const read = (file: string, beginning: number, all: number) => [file, { beginning, all }] as const;
  const whole = combinedReadings([
    share(4, { findings: [bad(2)], lines: new Map([read('a.csv', 0, 10)]) }),
    share(2, { findings: [bad(5)], lines: new Map([read('a.csv', 3, 10)]), again: [bad(2)] }),
    share(2, { findings: [bad(4), bad(8)], lines: new Map([read('a.csv', 3, 8), read('b.csv', 0, 4)]) }),
  ]);
  // Line 5 is the second of a piece that begins on line 11; line 4 is the first of one that begins on line 18.
  expect(whole?.findings).toStrictEqual([bad(2), bad(12), bad(18), bad(22)]);
});

test('what is told of lines stands in their order, and what is told of the file by each is told once', () => {
  const whole = combinedReadings([
    share(4, { findings: [about('a.csv'), bad(2), bad(9)] }),
    share(2, { findings: [about('a.csv'), bad(15)] }),
  ]);
  expect(whole?.findings).toStrictEqual([about('a.csv'), bad(2), bad(9), bad(15)]);
});

test.each<readonly [string, readonly Reading[]]>([
  ['something that hangs on rows of others', [share(3), share(4, { standsAlone: false })]],
  ['of the file what the first does not', [share(3), share(4, { findings: [about('a.csv')] })]],
  ['that there is more of a kind', [share(3), share(4, { findings: [{ ...bad(2), count: 20 }] })]],
  [
    'of a file what another, who has read other rows of it, would not',
    [share(3, { findings: [about('a.csv')] }), share(4, { lines: new Map([['a.csv', { beginning: 3, all: 9 }]]) })],
  ],
  [
    'of the beginning what the first tells otherwise',
    [share(3, { findings: [bad(2)] }), share(4, { again: [bad(3)] })],
  ],
  [
    'more than one list would keep',
    [share(3), share(4, { findings: Array.from({ length: KEPT + 1 }, (_, line) => bad(line)) })],
  ],
  [
    'that the file is written otherwise',
    [share(3), share(4, { tallies: [{ ...tally(4), written: { encoding: 'gb18030' } }] })],
  ],
])('one thread has to do it all where one tells %s', (_, shares) => {
  expect(combinedReadings(shares)).toBeUndefined();
  expect(combinedReadings(shares.slice(0, 0))).toBeDefined();
});
