import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../src/domain/consequence-rules.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { at, clock, duty, HOUR, MINUTE, type response } from '../figures/verdicts.ts';
import {
  action,
  bonus,
  breach,
  breaches,
  climbed,
  consequences,
  dateOf,
  ever,
  fact,
  fine,
  follow,
  ladder,
  months,
  on,
  overtime,
  quarter,
  tier,
  year,
} from './world.ts';

const rising = [tier(1, fine(50)), tier(2, fine(100)), tier(3, fine(200), { repeats: true })];

describe('when a tier acts', () => {
  it('at its count only; with repeat at every later count too', () => {
    expect(climbed(ladder(rising), on('10-05', '10-06', '10-07', '10-08', '10-09'))).toEqual([
      'fine 50 · 10-05 · 1',
      'fine 100 · 10-06 · 2',
      'fine 200 · 10-07 · 3',
      'fine 200 · 10-08 · 4',
      'fine 200 · 10-09 · 5',
    ]);
  });

  it('with every at at + n, at + 2n: the 3rd, 6th and 9th of ten, and the 2nd, 5th and 8th', () => {
    const ten = on(...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((day) => `10-${day}`));
    expect(climbed(ladder([tier(3, action('written_warning'), { every: 3 })]), ten)).toEqual([
      'written_warning · 10-03 · 3',
      'written_warning · 10-06 · 6',
      'written_warning · 10-09 · 9',
    ]);
    expect(climbed(ladder([tier(2, fine(10), { every: 3 })]), ten).map((line) => line.slice(-1))).toEqual([
      '2',
      '5',
      '8',
    ]);
  });

  it('several at one count all act, each with all it brings, in the order fine, bonus, points, action', () => {
    const both = [
      tier(2, [fine(10), bonus(5), { kind: 'points', points: 2 }, action('oral_warning')]),
      tier(2, action('notice')),
    ];
    expect(climbed(ladder(both), on('10-05', '10-06'))).toEqual([
      'fine 10 · 10-06 · 2',
      'bonus 5% · 10-06 · 2',
      'points 2 · 10-06 · 2',
      'oral_warning · 10-06 · 2',
      'notice · 10-06 · 2',
    ]);
  });

  it('begins at nought in each month, by the clock of the zone', () => {
    // The last two are of 31 October, 23:30, and 1 November, 00:30, in Shanghai.
    const due = ['2026-10-05 09:00', '2026-10-31 15:30', '2026-10-31 16:30'];
    const lines = climbed(
      ladder(rising),
      due.map((each) => breach({ due: each })),
      { zone: 'Asia/Shanghai' },
    );
    expect(lines).toEqual(['fine 50 · 10-05 · 1', 'fine 100 · 10-31 · 2', 'fine 50 · 10-31 · 1']);
  });

  it('counts a quarter, a year and ever likewise', () => {
    const days = on('2025-12-31', '03-31', '04-01', '07-01', '2027-01-01');
    const counts = (window: Ladder['window']) =>
      climbed(ladder([tier(1, fine(1), { repeats: true })], { window }), days).map((line) => line.slice(-1));
    expect(counts(quarter)).toEqual(['1', '1', '1', '1', '1']);
    expect(counts(year)).toEqual(['1', '1', '2', '3', '1']);
    expect(counts(ever)).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('the order of breaches', () => {
  it('is that of decided_at, then ticket, clock, cycle, whatever the order of the files', () => {
    const one = (ticket: string, due: string, more: { clock?: typeof response; cycle?: number } = {}) =>
      breach({ ticket, due, ...more });
    const all = [
      one('B', '2026-10-05 09:00'),
      one('A', '2026-10-05 09:00', { clock: clock('b'), cycle: 2 }),
      one('A', '2026-10-05 09:00', { clock: clock('b'), cycle: 1 }),
      one('A', '2026-10-05 09:00', { clock: clock('a') }),
      one('C', '2026-10-04 09:00'),
    ];
    const taken = follow({ ladders: [ladder([tier(1, fine(1), { repeats: true })])] }, all);
    expect(taken.map(({ breach: of, count }) => [of?.ticket, of?.clock, of?.cycle, count])).toEqual([
      ['C', 'first_response', 1, 1],
      ['A', 'a', 1, 2],
      ['A', 'b', 1, 3],
      ['A', 'b', 2, 4],
      ['B', 'first_response', 1, 5],
    ]);
  });

  it('is that of decided_at also where the time ran out at closing and was beyond doubt on Monday only', () => {
    // Friday 9 October, 18:00, settled on Monday; another on Saturday by a clock that never closes.
    const friday = breach({ ticket: 'FRI', due: '2026-10-09 18:00', settled: '2026-10-12 09:00' });
    const saturday = breach({ ticket: 'SAT', due: '2026-10-10 12:00' });
    const taken = follow({ ladders: [ladder(rising)] }, [saturday, friday]);
    expect(new Map(taken.map(({ breach: of, amount }) => [of?.ticket, amount]))).toEqual(
      new Map([
        ['FRI', 5000],
        ['SAT', 10_000],
      ]),
    );
  });

  it('a breach that was settled in the next month counts there, before all of it; it keeps its own date', () => {
    // Due at closing on Saturday, 31 October; beyond doubt on Monday, 2 November. Another ran out on Sunday.
    const saturday = breach({ ticket: 'SAT', due: '2026-10-31 18:00', settled: '2026-11-02 09:00' });
    const sunday = breach({ ticket: 'SUN', due: '2026-11-01 12:00' });
    const october = breach({ ticket: 'OCT', due: '2026-10-31 12:00' });
    const taken = follow({ ladders: [ladder(rising)] }, [sunday, saturday, october]);
    expect(taken.map(({ breach: of, window, count, at: dated }) => [of?.ticket, window.label, count, dated])).toEqual([
      ['OCT', '2026-10', 1, at('2026-10-31 12:00')],
      ['SUN', '2026-11', 2, at('2026-11-01 12:00')],
      ['SAT', '2026-11', 1, at('2026-10-31 18:00')],
    ]);
    expect(taken.at(-1)?.settledAt).toBe(at('2026-11-02 09:00'));
  });
});

describe('a rolling window', () => {
  const rolling = (times: readonly string[], tiers = [tier(1, fine(1), { repeats: true })], count = 12) =>
    climbed(
      ladder(tiers, { window: months(count) }),
      times.map((due) => breach({ due })),
    ).map((line) => line.split(' · ').slice(1).join(' '));

  it('reaches over the end of the year, and no further than the same date and time', () => {
    // The first is exactly twelve months before the third: out. The second, a millisecond later, would be in; a minute is.
    expect(rolling(['2025-10-19 10:30', '2025-10-19 10:31', '2026-10-19 10:30'])).toEqual([
      '2025-10-19 1',
      '2025-10-19 2',
      '10-19 2',
    ]);
  });

  it('of 29 February begins on the 28th', () => {
    expect(rolling(['2027-02-28 09:59', '2027-02-28 10:00', '2027-02-28 10:01', '2028-02-29 10:00']).at(-1)).toBe(
      '2028-02-29 2',
    );
  });

  it('may begin earlier than that of the breach before: what was out is in again', () => {
    // One month before 28 March, 12:00, is 28 February, 12:00; one month before 29 March, 10:00, is 28 February, 10:00.
    expect(rolling(['2026-02-28 11:00', '2026-03-28 12:00', '2026-03-29 10:00'], undefined, 1)).toEqual([
      '02-28 1',
      '03-28 1',
      '03-29 3',
    ]);
  });

  it('goes by the clock of the zone', () => {
    // In Berlin 30 March 2025 is summer time and 29 March 2026, 01:30, is not yet: 01:30 at UTC+1 a year before.
    const due = ['2025-03-29 00:30', '2025-03-29 00:31', '2026-03-29 00:30'];
    const lines = climbed(
      ladder([tier(1, fine(1), { repeats: true })], { window: months(12) }),
      due.map((each) => breach({ due: each })),
      { zone: 'Europe/Berlin' },
    );
    expect(lines.at(-1)).toBe('fine 1 · 03-29 · 2');
  });

  it('that falls and rises again acts again', () => {
    // Counts 1, 2 (acts), 3; a year on the first two are out: 2 again (acts), 3.
    const third = rolling(
      ['2025-01-10 09:00', '2025-01-20 09:00', '2025-06-01 09:00', '2026-01-25 09:00', '2026-02-01 09:00'],
      [tier(2, fine(1))],
    );
    expect(third).toEqual(['2025-01-20 2', '01-25 2']);
  });

  it('acts by every as its count stands, which may be a second time', () => {
    // 3 (acts), 4; then 3 of twelve months again (acts).
    const times = ['2025-01-01', '2025-01-02', '2025-06-01', '2025-06-02', '2026-01-05'].map((day) => `${day} 09:00`);
    expect(rolling(times, [tier(3, fine(1), { every: 3 })])).toEqual(['2025-06-01 3', '01-05 3']);
  });

  it('is called by its first and last date', () => {
    const [consequence] = follow({ ladders: [ladder([tier(1, fine(1))], { window: months(12) })] }, on('10-19'));
    expect(consequence?.window.label).toBe('2025-10-19..2026-10-19');
  });
});

describe('weights and grace', () => {
  const weighing = (weights: Readonly<Record<string, number>>, tiers: Ladder['tiers'], severities: readonly string[]) =>
    climbed(
      ladder(tiers, { count: breaches({}, { weights }) }),
      severities.map((severity, index) => breach({ due: `2026-10-0${index + 1} 09:00`, severity })),
    );

  it('a severe breach counts for three and reaches every tier that it jumps over', () => {
    expect(weighing({ severe: 3 }, rising, ['minor', 'severe'])).toEqual([
      'fine 50 · 10-01 · 1',
      'fine 100 · 10-02 · 4',
      'fine 200 · 10-02 · 4',
    ]);
  });

  it('what jumps over two multiples of every acts for each', () => {
    // 0 → 5 passes 1, 3 and 5; 5 → 6 none; 6 → 7 one.
    expect(weighing({ severe: 5 }, [tier(1, fine(10), { every: 2 })], ['severe', 'minor', 'minor'])).toEqual([
      'fine 10 · 10-01 · 5',
      'fine 10 · 10-01 · 5',
      'fine 10 · 10-01 · 5',
      'fine 10 · 10-03 · 7',
    ]);
  });

  it('what counts for nothing reaches nothing, nor repeats it', () => {
    const repeating = [tier(1, fine(1), { repeats: true })];
    expect(weighing({ minor: 0 }, repeating, ['minor', 'severe', 'minor'])).toEqual(['fine 1 · 10-02 · 1']);
  });

  it('the first of a month are grace, each month anew', () => {
    const days = on('10-05', '10-06', '10-07', '11-02', '11-03', '11-04', '11-05');
    expect(climbed(ladder(rising, { grace: 2 }), days)).toEqual([
      'fine 50 · 10-07 · 1',
      'fine 50 · 11-04 · 1',
      'fine 100 · 11-05 · 2',
    ]);
  });

  it('grace is not among the breaches that are shown as counted', () => {
    const [first, second] = [
      breach({ ticket: 'A', due: '2026-10-05 09:00' }),
      breach({ ticket: 'B', due: '2026-10-06 09:00' }),
    ];
    const [given] = follow({ ladders: [ladder(rising, { grace: 1 })] }, [first, second]);
    expect(given?.counted.map(({ ticket }) => ticket)).toEqual(['B']);
  });
});

describe('resets', () => {
  const oral = ladder([tier(1, action('oral_warning'), { repeats: true })], { id: 'oral', window: ever });

  it('by a consequence of its own: the breach after it is the first again', () => {
    const own = ladder([tier(3, action('training'))], { window: ever, reset: { after: ['training'] } });
    expect(climbed(own, on('10-01', '10-02', '10-03', '10-04', '10-05', '10-06'))).toEqual([
      'training · 10-03 · 3',
      'training · 10-06 · 3',
    ]);
  });

  it('by a consequence of another ladder: what came before it, or at it, is not counted', () => {
    const trained = ladder([tier(2, action('training'))], { id: 'training', window: { kind: 'month' } });
    const fined = ladder([tier(1, fine(1), { repeats: true })], {
      id: 'fine',
      window: ever,
      reset: { after: ['training'] },
    });
    const lines = climbed([fined, trained], on('10-01', '10-02', '10-03', '10-04', '11-05', '11-06', '11-07'));
    expect(lines.filter((line) => line.startsWith('fine'))).toEqual([
      'fine 1 · 10-01 · 1',
      'fine 1 · 10-02 · 2',
      'fine 1 · 10-03 · 1',
      'fine 1 · 10-04 · 2',
      'fine 1 · 11-05 · 3',
      'fine 1 · 11-06 · 4',
      'fine 1 · 11-07 · 1',
    ]);
  });

  it('by a fact of the personnel file, in whatever order the file has them', () => {
    const fined = ladder([tier(1, fine(1), { repeats: true })], {
      window: ever,
      reset: { after: ['exam_failed', 'training'] },
    });
    const facts = [fact('training', '2026-10-06 12:00'), fact('exam_failed', '2026-10-02 12:00')];
    const counts = climbed(fined, on('10-01', '10-02', '10-03', '10-04', '10-05', '10-07'), { facts });
    expect(counts.map((line) => line.slice(-1))).toEqual(['1', '2', '1', '2', '3', '1']);
  });

  it('by so many months without a breach, to the hour', () => {
    const clean = ladder([tier(1, fine(1), { repeats: true })], { window: ever, reset: { after: [], cleanMonths: 6 } });
    const counts = (...due: string[]) =>
      climbed(
        clean,
        due.map((each) => breach({ due: each })),
      ).map((line) => line.slice(-1));
    expect(counts('2026-01-10 09:00', '2026-01-11 09:00', '2026-07-11 08:59')).toEqual(['1', '2', '3']);
    expect(counts('2026-01-10 09:00', '2026-01-11 09:00', '2026-07-11 09:00')).toEqual(['1', '2', '1']);
    // The pause counts, not how long ago the first was.
    expect(counts('2026-01-10 09:00', '2026-05-10 09:00', '2026-09-10 09:00')).toEqual(['1', '2', '3']);
  });

  it('of consequences that are counted likewise', () => {
    const written = ladder([tier(3, action('written_warning'))], {
      id: 'written',
      count: consequences('oral_warning'),
      window: ever,
      reset: { after: ['written_warning'] },
    });
    const lines = climbed([oral, written], on('10-01', '10-02', '10-03', '10-04', '10-05', '10-06'));
    expect(lines.filter((line) => line.startsWith('written'))).toEqual([
      'written_warning · 10-03 · 3',
      'written_warning · 10-06 · 3',
    ]);
  });
});

describe('ladders that count consequences', () => {
  // The contract's own: each slight delay an oral warning, every third of twelve months a written one, graver ones at once.
  const oral = ladder([tier(1, action('oral_warning'), { repeats: true })], {
    id: 'oral',
    count: breaches({ severities: ['minor'] }),
    window: months(12),
  });
  const written = ladder([tier(3, action('written_warning'), { every: 3 })], {
    id: 'written',
    count: consequences('oral_warning'),
    window: months(12),
  });
  const grave = ladder(
    [tier(1, action('written_warning')), tier(2, action('training')), tier(3, action('reassignment_review'))],
    {
      id: 'grave',
      count: breaches({ severities: ['severe'] }),
      window: months(12),
    },
  );
  const review = ladder([tier(2, action('dismissal_review'))], {
    id: 'review',
    count: consequences('written_warning'),
    window: ever,
  });
  const minor = (due: string, ticket?: string) =>
    breach({ due: `${due} 09:00`, severity: 'minor', ...(ticket !== undefined && { ticket }) });
  const severe = (due: string) => breach({ due: `${due} 09:00`, severity: 'severe' });

  it('whatever their order in the policy', () => {
    const verdicts = [
      minor('2026-01-05'),
      severe('2026-02-05'),
      minor('2026-03-05'),
      minor('2026-12-30'),
      minor('2027-01-05'),
    ];
    const expected = [
      'oral_warning · 01-05 · 1',
      'written_warning · 02-05 · 1',
      'oral_warning · 03-05 · 2',
      // 30 December 2026: of the twelve months before it 5 January, 5 March and itself.
      'oral_warning · 12-30 · 3',
      'written_warning · 12-30 · 3',
      'dismissal_review · 12-30 · 2',
      // 5 January 2027, 09:00: exactly twelve months after the first, which is out.
      'oral_warning · 2027-01-05 · 3',
      'written_warning · 2027-01-05 · 3',
    ];
    const ladders = [oral, written, grave, review];
    expect(climbed(ladders, verdicts).toSorted()).toEqual(expected.toSorted());
    expect(climbed(ladders.toReversed(), verdicts).toSorted()).toEqual(expected.toSorted());
  });

  it('is dated to the breach that reached it, with every breach that it counted', () => {
    const given = follow({ ladders: [oral, written] }, [
      minor('2026-01-05', 'A'),
      minor('2026-02-05', 'B'),
      minor('2026-03-05', 'C'),
    ]).find(({ consequence }) => consequence === 'written_warning');
    expect(given?.breach?.ticket).toBe('C');
    expect(given?.counted.map(({ ticket }) => ticket)).toEqual(['A', 'B', 'C']);
    expect(dateOf(given?.at ?? 0)).toBe('03-05');
  });

  it('counts those of the personnel file, which have no breach; not those of others', () => {
    const facts = [
      fact('oral_warning', '2025-12-01 12:00'),
      fact('oral_warning', '2025-11-01 12:00'),
      fact('oral_warning', '2025-10-01 12:00', 'Wang'),
    ];
    const all = follow({ ladders: [oral, written] }, [minor('2026-01-05', 'A')], { facts });
    const given = all.filter(({ consequence }) => consequence === 'written_warning');
    expect(given.map(({ who, count, counted }) => [who, count, counted.length])).toEqual([['Li', 3, 1]]);
  });

  it('a fact after the as-of instant has not happened', () => {
    const facts = [fact('oral_warning', '2026-01-01 12:00'), fact('oral_warning', '2026-05-01 12:00')];
    const many = ladder([tier(2, action('notice'))], { count: consequences('oral_warning'), window: ever });
    expect(climbed(many, [], { facts, asOf: '2026-04-01 00:00' })).toEqual([]);
    expect(climbed(many, [], { facts, asOf: '2026-06-01 00:00' })).toEqual(['notice · 05-01 · 2']);
  });

  it('of fines, bonus and points too, those that a cap made nought among them', () => {
    const fines = ladder([tier(1, fine(100), { repeats: true })], { id: 'fines', cap: { fine: 15_000 } });
    const third = ladder([tier(3, action('oral_warning'))], { id: 'third', count: consequences('fine', 'points') });
    expect(climbed([third, fines], on('10-01', '10-02', '10-03'))).toEqual([
      'fine 100 · 10-01 · 1',
      'fine 50 (−50) · 10-02 · 2',
      'fine 0 (−100) · 10-03 · 3',
      'oral_warning · 10-03 · 3',
    ]);
  });

  it('refuses a circle', () => {
    const one = ladder([tier(1, action('training'))], { id: 'one', count: consequences('exam') });
    const other = ladder([tier(1, action('exam'))], { id: 'other', count: consequences('training') });
    expect(() => climbed([one, other], on('10-01'))).toThrow(/circle/);
  });
});

describe('what a tier needs', () => {
  const oral = ladder([tier(1, action('oral_warning'), { repeats: true })], { id: 'oral', window: months(12) });
  const needy = (times: number, more: Parameters<typeof tier>[2] = {}) =>
    ladder([tier(2, action('notice'), { needs: { oral_warning: times }, ...more })], {
      id: 'needy',
      window: months(12),
    });
  const notices = (lines: readonly string[]) => lines.filter((line) => line.startsWith('notice'));

  it('has been had by then: by the same breach too, never by a later one', () => {
    const days = on('10-01', '10-02', '10-03');
    expect(notices(climbed([oral, needy(2)], days))).toEqual(['notice · 10-02 · 2']);
    const onlyOnce = ladder([tier(2, action('notice'), { needs: { training: 1 } })], { id: 'needy' });
    // The training of 20 October is of the same month, but came after the second breach.
    expect(climbed(onlyOnce, on('10-01', '10-02'), { facts: [fact('training', '2026-10-20 12:00')] })).toEqual([]);
  });

  it('comes later: the tier acts at the first breach at which it has been had, once', () => {
    expect(notices(climbed([oral, needy(3)], on('10-01', '10-02', '10-03', '10-04')))).toEqual(['notice · 10-03 · 3']);
    expect(notices(climbed([oral, needy(3, { repeats: true })], on('10-01', '10-02', '10-03', '10-04')))).toEqual([
      'notice · 10-03 · 3',
      'notice · 10-04 · 4',
    ]);
  });

  it('lies in the window', () => {
    const trained = ladder([tier(1, action('reassignment_review'), { needs: { training: 1 } })], {
      window: months(12),
    });
    expect(climbed(trained, on('10-19'), { facts: [fact('training', '2025-10-19 09:00')] })).toEqual([]);
    expect(climbed(trained, on('10-19'), { facts: [fact('training', '2025-10-19 09:01')] })).toEqual([
      'reassignment_review · 10-19 · 1',
    ]);
  });

  it('may be what the ladder itself has brought', () => {
    const own = ladder(
      [
        tier(1, action('oral_warning')),
        tier(2, action('training')),
        tier(3, action('reassignment_review'), { needs: { training: 1, oral_warning: 1 } }),
      ],
      { window: ever },
    );
    expect(climbed(own, on('10-01', '10-02', '10-03')).at(-1)).toBe('reassignment_review · 10-03 · 3');
  });

  it('is somebody’s own', () => {
    const trained = ladder([tier(1, action('notice'), { needs: { training: 1 } })]);
    expect(climbed(trained, on('10-19'), { facts: [fact('training', '2026-10-01 09:00', 'Wang')] })).toEqual([]);
  });
});

describe('only after a consequence', () => {
  const after = ladder([tier(1, fine(1), { repeats: true })], {
    count: breaches({}, { after: 'training' }),
    window: months(12),
  });

  it('breaches after the latest in the window, not the one at its instant', () => {
    const facts = [fact('training', '2026-10-04 09:00'), fact('training', '2026-10-06 12:00')];
    expect(climbed(after, on('10-03', '10-04', '10-05', '10-06', '10-07', '10-08'), { facts })).toEqual([
      'fine 1 · 10-05 · 1',
      'fine 1 · 10-06 · 2',
      'fine 1 · 10-07 · 1',
      'fine 1 · 10-08 · 2',
    ]);
  });

  it('a training that left the window is none', () => {
    expect(climbed(after, on('10-19'), { facts: [fact('training', '2025-10-19 09:00')] })).toEqual([]);
    expect(climbed(after, on('10-19'), { facts: [fact('training', '2025-10-19 09:01')] })).toHaveLength(1);
  });
});

describe('the highest tier only', () => {
  const highest = (more: Partial<Ladder> = {}) =>
    ladder([tier(1, bonus(5)), tier(3, bonus(10)), tier(5, bonus(20))], { apply: 'highest', ...more });

  it('reached in the window stands alone, dated to the breach that reached it', () => {
    expect(climbed(highest(), on('10-05', '10-06'))).toEqual(['bonus 5% · 10-05 · 1']);
    expect(climbed(highest(), on('10-05', '10-06', '10-07', '10-08'))).toEqual(['bonus 10% · 10-07 · 3']);
    expect(climbed(highest(), on('10-05', '10-06', '10-07', '11-02'))).toEqual([
      'bonus 10% · 10-07 · 3',
      'bonus 5% · 11-02 · 1',
    ]);
  });

  it('in whatever order the tiers stand, with all that the tier brings', () => {
    const mixed = ladder([tier(3, [fine(9), action('notice')]), tier(1, fine(1)), tier(2, fine(2))], {
      apply: 'highest',
    });
    expect(climbed(mixed, on('10-05', '10-06', '10-07', '10-08'))).toEqual([
      'fine 9 · 10-07 · 3',
      'notice · 10-07 · 3',
    ]);
  });

  it('in a quarter is told when the quarter is settled: its months are closed before (S27)', () => {
    const given = follow({ ladders: [highest({ window: quarter })] }, on('10-05', '11-06', '12-07'));
    expect(given.map(({ share, settledAt, window }) => [share, settledAt, window.label])).toEqual([
      [1000, at('2027-01-01 00:00') - 1, '2026-Q4'],
    ]);
    expect(dateOf(given[0]?.at ?? 0)).toBe('12-07');
  });

  it('in a quarter is counted by others when the quarter is over, not before', () => {
    const warned = highest({ window: quarter, tiers: [tier(1, action('oral_warning'))] });
    const next = ladder([tier(1, fine(1))], { id: 'next', count: consequences('oral_warning') });
    const lines = (asOf: string) => climbed([warned, next], on('10-05'), { asOf });
    expect(lines('2026-11-01 00:00')).toEqual(['oral_warning · 10-05 · 1']);
    expect(lines('2027-01-01 00:00')).toEqual(['oral_warning · 10-05 · 1', 'fine 1 · 10-05 · 1']);
  });
});

describe('which breaches count', () => {
  const counting = (count: Ladder['count'], verdicts: readonly Verdict[], more: Partial<Ladder> = {}) =>
    climbed(ladder([tier(1, fine(1), { repeats: true })], { count, ...more }), verdicts).length;

  it('of its clocks, of its bands, of tickets for which its condition holds', () => {
    const verdicts = [
      breach({ due: '2026-10-01 09:00', severity: 'minor', fields: { channel: 'phone' } }),
      breach({ due: '2026-10-02 09:00', severity: 'severe', fields: { channel: 'chat' } }),
      breach({ due: '2026-10-03 09:00', clock: clock('resolution'), fields: { channel: 'chat' } }),
    ];
    expect(counting(breaches(), verdicts)).toBe(3);
    expect(counting(breaches({ clocks: ['resolution'] }), verdicts)).toBe(1);
    expect(counting(breaches({ severities: ['minor', 'severe'] }), verdicts)).toBe(2);
    expect(counting(breaches({ severities: ['severe'] }), verdicts)).toBe(1);
    expect(counting(breaches({ when: [{ field: 'channel', kind: 'one-of', values: ['chat'] }] }), verdicts)).toBe(2);
  });

  it('breached only: not excused, not met, not open', () => {
    const excused = breach({ due: '2026-10-01 09:00', outcome: 'excused' });
    const running = breach({ due: '2026-10-02 09:00', outcome: 'running' });
    const undecided = breach({ due: '2026-10-02 09:00', outcome: 'undecided' });
    expect(counting(breaches(), [excused, running, undecided])).toBe(0);
  });

  it('missed intervals of a duty each', () => {
    const missed = [1, 2, 3].map((cycle) =>
      breach({ ticket: 'D', clock: duty, cycle, due: `2026-10-0${cycle} 09:00`, over: 0 }),
    );
    expect(counting(breaches(), missed)).toBe(3);
  });

  it('not of somebody off duty, where the ladder spares them', () => {
    const away = breach({ due: '2026-10-01 09:00', charged: { to: 'Li', kind: 'employee', offDuty: 'leave' } });
    const there = breach({ due: '2026-10-02 09:00' });
    expect(counting(breaches(), [away, there])).toBe(2);
    expect(counting(breaches(), [away, there], { sparesOffDuty: true })).toBe(1);
  });

  it('of a clock that counts by the stop in the month of the stop, by the creation in that of the creation', () => {
    const told = { due: '2026-10-30 09:00', start: '2026-09-29 09:00', stop: '2026-11-02 09:00' };
    const labels = (month: 'created' | 'stopped') =>
      follow({ ladders: [ladder(rising, { count: breaches({ severities: ['severe'] }) })] }, [
        breach({
          ...told,
          clock: clock('c', { month }),
          severity: 'severe',
          bands: [
            ['minor', '2026-10-30 09:00'],
            ['severe', '2026-11-01 09:00'],
          ],
        }),
      ]).map(({ window, at: dated }) => [window.label, dateOf(dated)]);
    expect(labels('created')).toEqual([['2026-09', '10-30']]);
    expect(labels('stopped')).toEqual([['2026-11', '10-30']]);
  });
});

describe('a breach that grows', () => {
  const severe = ladder([tier(1, fine(200), { repeats: true })], {
    id: 'severe',
    count: breaches({ severities: ['severe'] }),
  });
  const minor = ladder([tier(1, fine(10), { repeats: true })], {
    id: 'minor',
    count: breaches({ severities: ['minor'] }),
  });
  const any = ladder([tier(1, fine(1), { repeats: true })], {
    id: 'any',
    count: breaches({ severities: ['minor', 'severe'] }),
  });
  const grown = (bands: Parameters<typeof breach>[0]['bands'], severity = 'severe') =>
    follow({ ladders: [minor, severe, any] }, [
      breach({ due: '2026-10-30 09:00', severity, ...(bands !== undefined && { bands }) }),
    ]).map(({ ladder: id, settledAt, window }) => `${id} ${window.label} ${dateOf(settledAt)}`);

  it('counts in the band it has at the end of its month', () => {
    expect(
      grown([
        ['minor', '2026-10-30 09:00'],
        ['severe', '2026-10-31 23:59'],
      ]),
    ).toEqual(['severe 2026-10 10-30', 'any 2026-10 10-30']);
  });

  it('and in a later month in a graver one, for ladders that ask for that and have not counted it', () => {
    expect(
      grown([
        ['minor', '2026-10-30 09:00'],
        ['severe', '2026-11-01 00:00'],
      ]),
    ).toEqual(['minor 2026-10 10-30', 'any 2026-10 10-30', 'severe 2026-11 11-01']);
  });

  it('through two bands of one later month in the last of them, from when it came into the first', () => {
    expect(
      grown([
        ['minor', '2026-10-30 09:00'],
        ['major', '2026-11-02 09:00'],
        ['severe', '2026-11-20 09:00'],
      ]),
    ).toEqual(['minor 2026-10 10-30', 'any 2026-10 10-30', 'severe 2026-11 11-02']);
  });

  it('that is in no band at first counts at once where no band is asked for', () => {
    const all = ladder([tier(1, fine(5))], { id: 'all' });
    const given = follow({ ladders: [all, severe] }, [
      breach({ due: '2026-10-30 09:00', severity: 'severe', bands: [['severe', '2026-11-05 09:00']] }),
    ]).map(({ ladder: id, window }) => `${id} ${window.label}`);
    expect(given).toEqual(['all 2026-10', 'severe 2026-11']);
  });

  it('that leaves the last band keeps what the closed month knew', () => {
    expect(
      grown(
        [
          ['minor', '2026-10-30 09:00'],
          [undefined, '2026-11-01 09:00'],
        ],
        '',
      ),
    ).toEqual(['minor 2026-10 10-30', 'any 2026-10 10-30']);
  });

  it('weighs what it weighed when it first counted', () => {
    const weighed = ladder([tier(1, fine(1))], {
      count: breaches({}, { weights: { minor: 1, severe: 3 } }),
      window: ever,
    });
    const bands = [
      ['minor', '2026-10-30 09:00'],
      ['severe', '2026-11-01 09:00'],
    ] as const;
    expect(climbed(weighed, [breach({ due: '2026-10-30 09:00', severity: 'severe', bands })])).toEqual([
      'fine 1 · 10-30 · 1',
    ]);
  });
});

describe('time over', () => {
  const line = [tier(2 * HOUR, fine(100), { every: HOUR })];

  it('adds up at each stop, told in minutes; an open breach has none yet', () => {
    const verdicts = [
      breach({ due: '2026-10-05 09:00', stop: '2026-10-05 10:30', over: 90 * MINUTE }),
      breach({ due: '2026-10-06 09:00', stop: '2026-10-06 09:29', over: 29 * MINUTE }),
      breach({ due: '2026-10-07 09:00', stop: '2026-10-07 09:01', over: MINUTE }),
      breach({ due: '2026-10-08 09:00', over: 1000 * HOUR }),
    ];
    // 90 + 29 = 119 minutes; the next makes it 120: two hours.
    expect(climbed(ladder(line, { count: overtime }), verdicts)).toEqual(['fine 100 · 10-07 · 120']);
  });

  it('does not depend on how it is divided: five hours over are four fines', () => {
    const atOnce = [breach({ due: '2026-10-05 09:00', stop: '2026-10-05 14:00', over: 5 * HOUR })];
    const inParts = [1, 2, 3, 4, 5].map((day) =>
      breach({ due: `2026-10-0${day} 09:00`, stop: `2026-10-0${day} 10:00`, over: HOUR }),
    );
    expect(climbed(ladder(line, { count: overtime }), atOnce)).toHaveLength(4);
    expect(climbed(ladder(line, { count: overtime }), inParts)).toHaveLength(4);
  });

  it('counts in the month of the stop, and is dated to the breach', () => {
    const [given] = follow({ ladders: [ladder(line, { count: overtime })] }, [
      breach({ due: '2026-10-30 09:00', stop: '2026-11-02 09:00', over: 2 * HOUR }),
    ]);
    expect([given?.window.label, dateOf(given?.at ?? 0), dateOf(given?.settledAt ?? 0)]).toEqual([
      '2026-11',
      '10-30',
      '11-02',
    ]);
  });

  it('is in the order of the stops', () => {
    const early = breach({ ticket: 'A', due: '2026-10-05 09:00', stop: '2026-10-20 09:00', over: HOUR });
    const late = breach({ ticket: 'B', due: '2026-10-06 09:00', stop: '2026-10-07 09:00', over: HOUR });
    const [given] = follow({ ladders: [ladder([tier(2 * HOUR, fine(1))], { count: overtime })] }, [early, late]);
    expect(given?.counted.map(({ ticket }) => ticket)).toEqual(['B', 'A']);
  });
});

describe('what a consequence says', () => {
  it('of reviews and suspension that a person must decide, of nothing else', () => {
    const all = [
      'oral_warning',
      'suspension',
      'training',
      'reassignment_review',
      'dismissal_review',
      'promotion_bar',
    ] as const;
    const given = follow({ ladders: [ladder([tier(1, [fine(1), ...all.map((each) => action(each))])])] }, on('10-01'));
    expect(given.filter(({ isProposal }) => isProposal).map(({ consequence }) => consequence)).toEqual([
      'suspension',
      'reassignment_review',
      'dismissal_review',
    ]);
  });

  it('of what lasts, until when: so many months from when it fell due', () => {
    const [given] = follow({ ladders: [ladder([tier(1, action('promotion_bar', 6))])] }, [
      breach({ due: '2026-08-31 10:00' }),
    ]);
    expect(new Date(given?.until ?? 0).toISOString()).toBe('2027-02-28T10:00:00.000Z');
  });

  it('of an employee the roster’s name', () => {
    const [given] = follow({ ladders: [ladder(rising)] }, on('10-01'), { names: { Li: '李雷' } });
    expect(given?.whoName).toBe('李雷');
  });
});
