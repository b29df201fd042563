import { expect, test } from 'vitest';
import { combinedReadings } from '../../../src/cli/shares/combined-readings.ts';
import type { ReadShare } from '../../../src/domain/share.ts';

const tally = (rows: number, aside: readonly (readonly [string, number])[] = []) => ({
  file: 'a.csv',
  rows,
  setAside: new Map(aside),
});
const share = (rows: number, more: Partial<ReadShare> = {}): ReadShare => ({
  extent: { start: 10, end: 20 },
  tallies: [tally(rows)],
  findings: [],
  ...more,
});

test('rows of all shares are counted together, and the extent is that of all', () => {
  const whole = combinedReadings([
    share(3),
    share(4, { extent: { start: 5, end: 15 } }),
    share(0, { extent: undefined }),
  ]);
  expect(whole).toStrictEqual({ extent: { start: 5, end: 20 }, tallies: [tally(7)], findings: [] });
});

test('a row that is no row of the table is told by each share, and counted once', () => {
  const footer = [['footer', 1]] as const;
  // 3 rows and 4 rows are used, and one line below the table is seen by both.
  const whole = combinedReadings([
    share(4, { tallies: [tally(4, footer)] }),
    share(5, { tallies: [tally(5, footer)] }),
  ]);
  expect(whole?.tallies).toStrictEqual([tally(8, footer)]);
});

const bad = (line: number, ticket: string) => ({
  code: 'bad-timestamp',
  message: 'no',
  ticket,
  place: { file: 'a.csv', line },
});

test('a row of a known ticket is set aside by the share that has it, and told where it stands', () => {
  const one = share(4, { findings: [bad(2, 'T1'), bad(9, 'T1')], tallies: [tally(4, [['bad-timestamp', 2]])] });
  const other = share(2, { findings: [bad(5, 'T2')], tallies: [tally(2, [['bad-timestamp', 1]])] });
  // 2 and 1 rows are used, 2 and 1 set aside.
  const whole = combinedReadings([one, other]);
  expect(whole?.tallies).toStrictEqual([tally(6, [['bad-timestamp', 3]])]);
  expect(whole?.findings.map(({ place }) => place?.line)).toStrictEqual([2, 5, 9]);
});

test('what one share tells of no ticket, and another does not, no share can tell alone', () => {
  const finding = { code: 'ambiguous-date', message: 'no', place: { file: 'a.csv', line: 2 } };
  expect(combinedReadings([share(3), share(4, { findings: [finding] })])).toBeUndefined();
  expect(combinedReadings([share(3), share(4, { findings: [{ ...bad(2, 'T1'), count: 20 }] })])).toBeUndefined();
  expect(combinedReadings([share(3), share(4, { tallies: [tally(4, [['bad-timestamp', 1]])] })])).toBeUndefined();
  expect(combinedReadings([share(3), share(4, { tallies: [] })])).toBeUndefined();
  expect(combinedReadings([])).toBeUndefined();
});
