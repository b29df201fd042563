import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../audit/evaluate.ts';

const policy = (clock: string, hours = '') => `slaudit: 1
timezone: UTC
${hours}records:
  ticket: t
  events: {a: a}
  durations: {z: {column: z, unit: min, after: a}, y: {column: y, unit: min, after: z}, x: {column: x, unit: min, after: a}}
clocks: {c: {${clock}, charge: nobody}}`;

async function outcomeOf(
  clock: string,
  cells: string,
  hours?: string,
): Promise<readonly (string | number | null | undefined)[]> {
  const [run] = await evaluate(policy(clock, hours), {
    't.csv': `t,a,z,y,x\nA,${cells}${','.repeat(4 - cells.split(',').length)}\n`,
  });
  return [run?.['outcome'], run?.['reason']] as const;
}

// Whenever in its minute, hour or day it began, 29 min are 29:00 to 29:59, at most 1799 s, within 30 min; 30 min may be 30:59; 31 min are more.
test.each([
  ['2024-03-05 09:00,29,', 'met', ''],
  ['2024-03-05 09:00,30,', 'undecided', 'imprecise: best 1800 s, worst 1859 s'],
  ['2024-03-05 09:00,30:00,', 'met', ''],
  ['2024-03-05 09:00,30:01,', 'breached', ''],
  ['2024-03-05,29,', 'met', ''],
])('with the clock always running, %s: %s', async (cells, outcome, reason) => {
  expect(await outcomeOf('start: a, stop: z, within: 30m', cells)).toEqual([outcome, reason]);
});

test('a length after a length since the start counts from the start as well', async () => {
  // 10:00 and 19:59: 29:59 at the most.
  expect(await outcomeOf('start: a, stop: y, within: 30m', '2024-03-05 09:00,10:00,19:59')).toEqual(['met', '']);
});

test('a start that is a length itself is as doubtful as it is, and the length since then is not', async () => {
  // z is 9:10:00 to 9:11:58, y 29:00 to 29:59 later.
  expect(await outcomeOf('start: z, stop: y, within: 30m', '2024-03-05 09:00,10,29')).toEqual(['met', '']);
});

test('two lengths since the same event are doubtful each for itself', async () => {
  // z is 9:10:00 to 9:11:58 and x 9:39:00 to 9:40:58 by their stamps: 27:02 to 30:58.
  expect(await outcomeOf('start: z, stop: x, within: 30m', '2024-03-05 09:00,10,,39')).toEqual([
    'undecided',
    'imprecise: best 1622 s, worst 1858 s',
  ]);
});

// Began at 9:00:00 to 9:00:59, so 30:00 end at 9:30:00 to 9:30:59. Open from 9:00:10 to 9:30:40 are 1790 s of it, if it began first of all, 1781 if
// last, and from 9:00:10 to 9:00:40 all 1800: neither end is the most. More than 1795 s are not sure, and not to be ruled out.
const CUTS = [
  ['opening hours', "calendars: {office: {hours: {mon-fri: ['09:00:10-09:30:40']}}}\n", ', calendar: office'],
  [
    'exclusions',
    `exclusions:
  - {from: 2024-03-05T08:00:00, until: 2024-03-05T09:00:10, reason: a}
  - {from: 2024-03-05T09:30:40, until: 2024-03-05T10:00:00, reason: b}
`,
    '',
  ],
] as const;
test.each(CUTS)('where %s cut through the minute of the start, its ends decide nothing', async (_, cuts, calendar) => {
  const clock = `start: a, stop: z, within: 1795s${calendar}`;
  const [outcome] = await outcomeOf(clock, '2024-03-05 09:00,30:00', cuts);
  expect(outcome).toBe('undecided');
});

const time = (second: number) => new Date(second * 1000).toISOString().slice(11, 19);

/** Least and most seconds of 9:00 to the start of a break and from its end to 17:00, for each second the length can begin and end. */
function naive(
  base: number,
  length: number,
  doubt: number,
  pause: readonly [number, number],
): readonly [number, number] {
  const open = (second: number) =>
    second >= 9 * 3600 && second < 17 * 3600 && !(second >= pause[0] && second < pause[1]);
  const opened = [0];
  for (let second = 0; second < 86_400; second++) opened.push((opened[second] ?? 0) + (open(second) ? 1 : 0));
  const [lengths, most] = [[] as number[], 59];
  for (let began = base; began <= base + most; began++) {
    for (let end = began + length; end <= began + length + doubt; end++) {
      lengths.push((opened[end] ?? 0) - (opened[began] ?? 0));
    }
  }
  return [Math.min(...lengths), Math.max(...lengths)];
}

const minutes = (from: number, to: number) => fc.integer({ min: from, max: to }).map((minute) => minute * 60);
const length = fc.record({ whole: minutes(1, 90), rest: fc.option(fc.integer({ min: 0, max: 59 })) });

test.each([
  ['whole minutes', minutes(10 * 60, 11 * 60), true],
  ['any second', fc.integer({ min: 10 * 3600, max: 11 * 3600 }), false],
])(
  'under opening hours with a break that begins and ends at %s, all seconds are counted that there can be',
  async (_, edge, isExact) => {
    const cut = fc.tuple(edge, edge).filter(([from, to]) => from + 60 <= to);
    await fc.assert(
      fc.asyncProperty(
        minutes(8 * 60 + 40, 11 * 60),
        length,
        cut,
        minutes(1, 60),
        async (base, { whole, rest }, pause, within) => {
          const hours = `calendars: {office: {hours: {mon-fri: ['09:00-${time(pause[0])}', '${time(pause[1])}-17:00']}}}\n`;
          const told = rest === null ? `${whole / 60}` : `${whole / 60}:${String(rest).padStart(2, '0')}`;
          const clock = `start: a, stop: z, within: ${within / 60}m, calendar: office`;
          const [outcome, reason] = await outcomeOf(clock, `2024-03-05 ${time(base).slice(0, 5)},${told},`, hours);
          const [least, most] = naive(base, whole + (rest ?? 0), rest === null ? 59 : 0, pause);
          if (isExact) {
            const isUndecided = least <= within && most > within;
            expect([outcome, reason]).toEqual(
              isUndecided
                ? ['undecided', `imprecise: best ${least} s, worst ${most} s`]
                : [least > within ? 'breached' : 'met', ''],
            );
          } else {
            if (outcome === 'met') expect(most).toBeLessThanOrEqual(within);
            if (outcome === 'breached') expect(least).toBeGreaterThan(within);
          }
        },
      ),
      { seed: 8, numRuns: 80 },
    );
  },
);
