import { describe, expect, it } from 'vitest';
import type { Ladder, Reward } from '../../src/domain/consequence-rules.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { at, clock, verdict } from '../figures/verdicts.ts';
import {
  action,
  attainment,
  bonus,
  breach,
  climbed,
  consequences,
  fine,
  follow,
  gatherer,
  ladder,
  met,
  points,
  quarter,
  rating,
  reward,
  tier,
  told,
  type World,
} from './world.ts';

const many = <Made>(count: number, make: () => Made) => Array.from({ length: count }, make);
/** Of October: so many met and so many breached. */
const record = (kept: number, broken: number, who = 'Li'): Verdict[] => [
  ...many(kept, () => met('2026-10-05 10:00', who)),
  ...many(broken, () => breach({ due: '2026-10-06 10:00', who })),
];

describe('a ladder over attainment', () => {
  const below90 = (more: Partial<Ladder> = {}, atLeastRuns = 1) =>
    ladder([tier(90, fine(100)), tier(80, fine(300))], { count: attainment(atLeastRuns), ...more });

  it('acts below its line, exactly: 8,999 of 10,000 are below 90 %, 9,000 are not', () => {
    expect(climbed(below90(), record(8999, 1001))).toEqual(['fine 100 · 11-01 · 89.99']);
    expect(climbed(below90(), record(9000, 1000))).toEqual([]);
  });

  it('compares fractions, not what they are rounded to: two thirds are above 66.666 % and below 66.667 %', () => {
    const line = (at: number) => ladder([tier(at, fine(1))], { count: attainment() });
    expect(climbed(line(66.666), record(2, 1))).toEqual([]);
    expect(climbed(line(66.667), record(2, 1))).toHaveLength(1);
    // 7 of 25 are 28 %, which no fraction of two says.
    expect(climbed(line(28), record(7, 18))).toEqual([]);
    // 29 of 100: 0.29 × 100 is 28.999999999999996 in floating point.
    expect(climbed(line(29), record(29, 71))).toEqual([]);
  });

  it('each: every line it fell below; highest: the lowest of them', () => {
    expect(climbed(below90(), record(7, 3))).toEqual(['fine 100 · 11-01 · 70', 'fine 300 · 11-01 · 70']);
    expect(climbed(below90({ apply: 'highest' }), record(7, 3))).toEqual(['fine 300 · 11-01 · 70']);
    expect(climbed(below90({ apply: 'highest' }), record(8, 2))).toEqual(['fine 100 · 11-01 · 80']);
  });

  it('asks for so many runs; of none there is no attainment', () => {
    expect(climbed(below90({}, 10), record(5, 4))).toEqual([]);
    expect(climbed(below90({}, 10), record(5, 5))).toHaveLength(2);
    expect(climbed(below90({}, 0), [])).toEqual([]);
  });

  it('counts met and breached: not excused, not running', () => {
    const excused = many(5, () => breach({ due: '2026-10-06 10:00', outcome: 'excused' }));
    const running = many(5, () => breach({ due: '2026-10-06 10:00', outcome: 'running' }));
    expect(climbed(below90(), [...record(9, 1), ...excused, ...running])).toEqual([]);
  });

  it('is known when the window has ended, its end out, and dated to it', () => {
    const asOf = (text: string) => follow({ ladders: [below90()] }, record(85, 15), { asOf: text });
    expect(asOf('2026-10-31 23:59')).toEqual([]);
    const [given] = asOf('2026-11-01 00:00');
    expect([given?.at, given?.settledAt, given?.window.label]).toEqual([
      at('2026-11-01 00:00'),
      at('2026-11-01 00:00') - 1,
      '2026-10',
    ]);
    expect([given?.breach, given?.counted]).toEqual([undefined, []]);
  });

  it('takes each window by itself: months, or a quarter', () => {
    const verdicts = [
      met('2026-10-05 10:00'),
      breach({ due: '2026-11-05 10:00' }),
      breach({ due: '2026-12-31 23:59' }),
    ];
    expect(climbed(below90({ tiers: [tier(90, fine(1))] }), verdicts)).toEqual([
      'fine 1 · 12-01 · 0',
      'fine 1 · 2027-01-01 · 0',
    ]);
    const [given] = follow({ ladders: [below90({ tiers: [tier(90, fine(1))], window: quarter })] }, verdicts);
    expect([given?.window.label, given?.count]).toEqual(['2026-Q4', 100 / 3]);
  });

  it('can be counted by another ladder', () => {
    const warned = below90({ id: 'warned', tiers: [tier(90, action('oral_warning'))] });
    const third = ladder([tier(2, action('written_warning'))], {
      id: 'third',
      count: consequences('oral_warning'),
      window: { kind: 'year' },
    });
    const verdicts = [breach({ due: '2026-10-05 10:00' }), breach({ due: '2026-11-05 10:00' })];
    expect(climbed([third, warned], verdicts, { asOf: '2026-12-15 00:00' })).toEqual([
      'oral_warning · 11-01 · 0',
      'oral_warning · 12-01 · 0',
      'written_warning · 12-01 · 2',
    ]);
  });

  it('of its clocks, of tickets for which its condition holds', () => {
    const other = clock('other');
    const verdicts = [
      met('2026-10-05 10:00'),
      breach({ due: '2026-10-06 10:00', clock: other, fields: { channel: 'chat' } }),
    ];
    const acts = (filter: {
      clocks?: string[];
      when?: Extract<Ladder['count'], { kind: 'attainment' }>['filter']['when'];
    }) =>
      climbed(
        ladder([tier(90, fine(1))], {
          count: { kind: 'attainment', filter: { clocks: [], when: [], ...filter }, atLeastRuns: 1 },
        }),
        verdicts,
      ).map((line) => line.split(' · ')[2]);
    expect(acts({})).toEqual(['50']);
    expect(acts({ clocks: ['other'] })).toEqual(['0']);
    expect(acts({ clocks: ['first_response'] })).toEqual([]);
    expect(acts({ when: [{ field: 'channel', kind: 'one-of', values: ['chat'] }] })).toEqual(['0']);
  });

  it('a run kept is of whoever held it until the stop changed that', () => {
    const passedOn = { ...met('2026-10-05 10:00', 'Wang'), fieldsBefore: ['', 'Li', '', '', '', ''] };
    const given = follow({ ladders: [below90({ tiers: [tier(101, fine(1))] })] }, [passedOn]);
    expect(given.map(({ who }) => who)).toEqual(['Li']);
  });

  it('counts for the team that had the ticket until the stop, not for that to which the stop handed it', () => {
    const handedOver = {
      ...met('2026-10-05 10:00', 'Wang'),
      fields: ['', 'Wang', '', '', 'repair', ''],
      fieldsBefore: ['', 'Li', '', '', 'desk', ''],
    };
    const late = breach({ due: '2026-10-06 10:00', fields: { team: 'desk' } });
    const perTeam = ladder([tier(90, fine(1))], { count: attainment(), per: 'team' });
    expect(follow({ ladders: [perTeam] }, [handedOver, late]).map(({ who, count }) => [who, count])).toEqual([
      ['desk', 50],
    ]);
  });
});

/** Ratings of Li's tickets in October. */
function rated(
  rules: Parameters<typeof gatherer>[0],
  ratings: readonly string[],
  world: World = {},
  verdicts: readonly Verdict[] = [],
) {
  const gathering = gatherer(rules, world);
  gathering.add(verdicts, []);
  for (const text of ratings) {
    gathering.add(
      [],
      [
        {
          rating: text,
          at: at('2026-10-20 10:00'),
          holder: { kind: 'employee', name: 'Li' },
          fields: [],
        },
      ],
    );
  }
  return gathering.finish().map(told);
}

describe('a ladder over ratings', () => {
  const below4 = (atLeast = 1) => ladder([tier(4, points(2))], { count: rating(atLeast) });

  it('acts below its mean, exactly; what is no number is no rating', () => {
    // (5 + 4 + 3) ÷ 3 = 4; with 3.999 for the 4 a hair less.
    expect(rated({ ladders: [below4()] }, ['5', '4', '3', '', 'good', ' '])).toEqual([]);
    expect(rated({ ladders: [below4()] }, ['5', '3.999', '3'])).toEqual(['points 2 · 11-01 · 3.9996666666666667']);
    // Ten times 4.1 and ten times 3.9 are just 4: sums of such fractions are not, in floating point.
    expect(rated({ ladders: [below4()] }, [...many(10, () => '4.1'), ...many(10, () => '3.9')])).toEqual([]);
  });

  it('takes the last of a ticket’s ratings in a window, and one of another month in that', () => {
    const gathering = gatherer({ ladders: [below4()] }, { asOf: '2026-12-01 00:00' });
    const given = (text: string, on: string) => ({
      ...{ rating: text, at: at(on), fields: [] },
      holder: { kind: 'employee', name: 'Li' },
    });
    // October: 1, then 5 after the work was done again: 5. November: 3.
    gathering.add([], [given('1', '2026-10-05 09:00'), given('5', '2026-10-06 09:00'), given('3', '2026-11-02 09:00')]);
    expect(gathering.finish().map(({ window, count }) => [window.label, count])).toEqual([['2026-11', 3]]);
  });

  it('asks for so many ratings', () => {
    expect(rated({ ladders: [below4(3)] }, ['1', '1'])).toEqual([]);
    expect(rated({ ladders: [below4(3)] }, ['1', '1', '1'])).toHaveLength(1);
  });

  it('of a window that has ended', () => {
    expect(rated({ ladders: [below4()] }, ['1'], { asOf: '2026-10-31 00:00' })).toEqual([]);
  });
});

describe('a reward', () => {
  const lines: Reward['lines'] = [
    { figure: 'attainment', operator: '>=', value: 98 },
    { figure: 'rating', operator: '>=', value: 4.5 },
    { figure: 'runs', operator: '>=', value: 50 },
  ];
  const timely = reward(lines, [{ kind: 'bonus', amount: 30_000 }, action('commendation')]);
  const given = (verdicts: readonly Verdict[], ratings: readonly string[]) =>
    rated({ rewards: [timely] }, ratings, {}, verdicts);
  const both = ['bonus 300 · 11-01 · 98', 'commendation · 11-01 · 98'];

  it('is given to who meets each line exactly, and not to who misses one by a run', () => {
    expect(given(record(49, 1), ['4.5'])).toEqual(both);
    expect(given(record(48, 2), ['4.5'])).toEqual([]);
    expect(given(record(49, 1), ['4.499'])).toEqual([]);
    // 49 of 49: every line but the number of runs.
    expect(given(record(49, 0), ['4.5'])).toEqual([]);
    expect(given(record(50, 0), ['4.5'])).toHaveLength(2);
  });

  it('needs what its lines ask for: without a rating there is no mean', () => {
    expect(given(record(50, 0), [])).toEqual([]);
    expect(given([], ['5'])).toEqual([]);
  });

  it.each<
    [
      figure: Reward['lines'][number]['figure'],
      operator: '>=' | '=' | '<=' | '<' | '>' | '!=',
      value: number,
      kept: number,
      broken: number,
      isMet: boolean,
    ]
  >([
    ['breaches', '=', 0, 1, 0, true],
    ['breaches', '=', 0, 1, 1, false],
    ['breaches', '<=', 2, 9, 2, true],
    ['breaches', '<', 2, 9, 2, false],
    ['breaches', '!=', 2, 9, 2, false],
    ['runs', '>', 3, 3, 0, false],
    ['runs', '>', 3, 3, 1, true],
    ['ratings', '>=', 1, 3, 1, false],
  ])('%s %s %i, of %i kept and %i broken: %s', (figure, operator, value, kept, broken, isMet) => {
    const rule = reward([{ figure, operator, value }], [points(1)]);
    expect(rated({ rewards: [rule] }, [], {}, record(kept, broken))).toHaveLength(isMet ? 1 : 0);
  });

  it('does not count an excused breach, nor gives to who has had nothing', () => {
    const clean = reward([{ figure: 'breaches', operator: '=', value: 0 }], [points(1)]);
    const excused = breach({ due: '2026-10-06 10:00', outcome: 'excused' });
    expect(rated({ rewards: [clean] }, [], {}, [excused, met('2026-10-05 10:00')])).toHaveLength(1);
    expect(rated({ rewards: [clean] }, [], {}, [excused])).toEqual([]);
  });

  it('of a share is an amount where the base is known, and no cap limits it', () => {
    const share = reward([{ figure: 'runs', operator: '>=', value: 1 }], [bonus(2)]);
    expect(rated({ rewards: [share] }, [], { bases: { Li: 500_000 } }, record(1, 0))).toEqual([
      'bonus 100 2% · 11-01 · 100',
    ]);
    expect(rated({ rewards: [share] }, [], {}, record(1, 0))).toEqual(['bonus 2% · 11-01 · 100']);
  });

  it('is told with the rating where that is what it asks for', () => {
    const rule = reward([{ figure: 'rating', operator: '>=', value: 4.5 }], [points(1)]);
    expect(rated({ rewards: [rule] }, ['4.6', '4.4'], {}, record(1, 1))).toEqual(['points 1 · 11-01 · 4.5']);
  });

  it('of a team sums its people', () => {
    const team = reward([{ figure: 'runs', operator: '>=', value: 3 }], [points(1)], { per: 'team' });
    const verdicts = [...record(2, 0, 'Li'), ...record(1, 0, 'Wang')];
    expect(
      follow({ rewards: [team] }, verdicts, { teams: { Li: 'A', Wang: 'A' } }).map(({ who, kind }) => [who, kind]),
    ).toEqual([['A', 'team']]);
    expect(follow({ rewards: [team] }, verdicts, { teams: { Li: 'A', Wang: 'B' } })).toEqual([]);
  });

  it('is known when the window has ended', () => {
    expect(
      follow({ rewards: [reward([{ figure: 'runs', operator: '>=', value: 1 }], [points(1)])] }, record(1, 0), {
        asOf: '2026-10-31 00:00',
      }),
    ).toEqual([]);
  });

  it('looks at a clock by when it counts: a run that stopped in October of one that is counted by its creation is September’s', () => {
    const byCreation = clock('c', { month: 'created' });
    const run = verdict({
      outcome: 'met',
      clock: byCreation,
      start: '2026-09-30 23:00',
      stop: '2026-10-01 01:00',
      fields: ['', 'Li', '', '', '', ''],
    });
    const [only] = follow({ rewards: [reward([{ figure: 'runs', operator: '>=', value: 1 }], [points(1)])] }, [run]);
    expect(only?.window.label).toBe('2026-09');
  });
});
