import { describe, expect, it } from 'vitest';
import { action, bonus, breach, climbed, ever, fine, follow, ladder, months, on, points, tier } from './world.ts';

// Contract: a cap trims the fine that crosses it; later ones in the window are written with amount 0.

describe('a cap on fines', () => {
  const rising = [tier(1, fine(50)), tier(2, fine(100)), tier(3, fine(200), { repeats: true })];

  it('trims what crosses it, and what comes later is nought', () => {
    // 50 + 100 + 200 + 200 = 550; the next 200 leaves 250 of 800; the sixth has 50 left, the seventh nothing.
    const days = on('10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07');
    expect(climbed(ladder(rising, { cap: { fine: 80_000 } }), days)).toEqual([
      'fine 50 · 10-01 · 1',
      'fine 100 · 10-02 · 2',
      'fine 200 · 10-03 · 3',
      'fine 200 · 10-04 · 4',
      'fine 200 · 10-05 · 5',
      'fine 50 (−150) · 10-06 · 6',
      'fine 0 (−200) · 10-07 · 7',
    ]);
  });

  it('that is reached exactly trims nothing', () => {
    expect(climbed(ladder(rising, { cap: { fine: 15_000 } }), on('10-01', '10-02', '10-03'))).toEqual([
      'fine 50 · 10-01 · 1',
      'fine 100 · 10-02 · 2',
      'fine 0 (−200) · 10-03 · 3',
    ]);
  });

  it('begins anew in each month, and for each subject', () => {
    const each = [tier(1, fine(60), { repeats: true })];
    const days = [...on('10-01', '10-02', '11-01'), breach({ due: '2026-10-03 09:00', who: 'Wang' })];
    expect(climbed(ladder(each, { cap: { fine: 10_000 } }), days)).toEqual([
      'fine 60 · 10-01 · 1',
      'fine 40 (−20) · 10-02 · 2',
      'fine 60 · 10-03 · 1',
      'fine 60 · 11-01 · 1',
    ]);
  });

  it('looks back as its rolling window does: what left it makes room', () => {
    const each = [tier(1, fine(60), { repeats: true })];
    // 15 November: 1 October is out, the 40 of 20 October is in: 60 are left.
    expect(
      climbed(ladder(each, { window: months(1), cap: { fine: 10_000 } }), on('10-01', '10-20', '11-15', '11-16')),
    ).toEqual(['fine 60 · 10-01 · 1', 'fine 40 (−20) · 10-20 · 2', 'fine 60 · 11-15 · 2', 'fine 0 (−60) · 11-16 · 3']);
  });

  it('looks back once more to what was out, where its window begins earlier than the one before', () => {
    // A month before 28 March, 12:00, is 28 February, 12:00; before 29 March, 10:00, it is 28 February, 10:00: 60 + 60.
    const days = ['2026-02-28 11:00', '2026-03-28 12:00', '2026-03-29 10:00'].map((due) => breach({ due }));
    const each = [tier(1, fine(60), { repeats: true })];
    expect(climbed(ladder(each, { window: months(1), cap: { fine: 10_000 } }), days)).toEqual([
      'fine 60 · 02-28 · 1',
      'fine 60 · 03-28 · 1',
      'fine 0 (−60) · 03-29 · 3',
    ]);
  });

  it('of ever never makes room', () => {
    const each = [tier(1, fine(60), { repeats: true })];
    expect(
      climbed(ladder(each, { window: ever, cap: { fine: 10_000 } }), on('2020-10-01', '2023-10-20', '11-15')),
    ).toEqual(['fine 60 · 2020-10-01 · 1', 'fine 40 (−20) · 2023-10-20 · 2', 'fine 0 (−60) · 11-15 · 3']);
  });

  it('as a share is one of the bonus base, rounded; of an unknown base there is none; of two caps the lesser counts', () => {
    const each = [tier(1, fine(300), { repeats: true })];
    const days = on('10-01', '10-02');
    const lines = (cap: { fine?: number; fineShare?: number }, bases = {}) =>
      climbed(ladder(each, { cap }), days, { bases });
    // 20 % of 2,000.03 is 400.006, to the cent 400.01: the second of two fines of 300 is 100.01.
    expect(lines({ fineShare: 2000 }, { Li: 200_003 })[1]).toBe('fine 100.01 (−199.99) · 10-02 · 2');
    expect(lines({ fineShare: 2000 })).toEqual(['fine 300 · 10-01 · 1', 'fine 300 · 10-02 · 2']);
    expect(lines({ fineShare: 2000, fine: 35_000 }, { Li: 200_003 })[1]).toBe('fine 50 (−250) · 10-02 · 2');
    expect(lines({ fineShare: 2000, fine: 50_000 }, { Li: 200_003 })[1]).toBe('fine 100.01 (−199.99) · 10-02 · 2');
    expect(lines({ fineShare: 2000, fine: 35_000 })[1]).toBe('fine 50 (−250) · 10-02 · 2');
  });

  it('leaves other kinds alone', () => {
    const both = [tier(1, [fine(60), points(60), bonus(60), action('notice')], { repeats: true })];
    expect(climbed(ladder(both, { cap: { fine: 6000 } }), on('10-01', '10-02')).slice(4)).toEqual([
      'fine 0 (−60) · 10-02 · 2',
      'points 60 · 10-02 · 2',
      'bonus 60% · 10-02 · 2',
      'notice · 10-02 · 2',
    ]);
  });
});

describe('a cap on points', () => {
  it('trims parts of a point exactly: 0.1 and 0.2 leave 0 of 0.3', () => {
    const each = ladder([tier(1, points(0.1)), tier(2, points(0.2)), tier(3, points(0.1))], { cap: { points: 0.3 } });
    expect(climbed(each, on('10-01', '10-02', '10-03'))).toEqual([
      'points 0.1 · 10-01 · 1',
      'points 0.2 · 10-02 · 2',
      'points 0 (−0.1) · 10-03 · 3',
    ]);
    const crossing = ladder([tier(1, points(2), { repeats: true })], { cap: { points: 3.5 } });
    expect(climbed(crossing, on('10-01', '10-02', '10-03'))).toEqual([
      'points 2 · 10-01 · 1',
      'points 1.5 (−0.5) · 10-02 · 2',
      'points 0 (−2) · 10-03 · 3',
    ]);
  });
});

describe('a share of the bonus', () => {
  const each = [tier(1, bonus(15), { repeats: true })];

  it('is an amount where the roster has the base, rounded once for each consequence; else the share alone', () => {
    // 15 % of 1,000.30 is 150.045: half-up 150.05, to the even cent 150.04, to the yuan 150.
    const amount = (rounding?: { to: number; rule: 'half-up' | 'half-even' }) =>
      climbed(ladder(each), on('10-01'), { bases: { Li: 100_030 }, ...(rounding && { rounding }) })[0];
    expect(amount()).toBe('bonus 150.05 15% · 10-01 · 1');
    expect(amount({ to: 1, rule: 'half-even' })).toBe('bonus 150.04 15% · 10-01 · 1');
    expect(amount({ to: 100, rule: 'half-up' })).toBe('bonus 150 15% · 10-01 · 1');
    expect(climbed(ladder(each), on('10-01'), { bases: { Wang: 100_030 } })).toEqual(['bonus 15% · 10-01 · 1']);
  });

  it('is capped as a share: of 20 % the second 15 % leaves 5 %', () => {
    const lines = (bases = {}) =>
      climbed(ladder(each, { cap: { bonusShare: 2000 } }), on('10-01', '10-02', '10-03'), { bases });
    expect(lines()).toEqual(['bonus 15% · 10-01 · 1', 'bonus 5% (−10) · 10-02 · 2', 'bonus 0% (−15) · 10-03 · 3']);
    // 15 % of 1,000.30 is 150.05; 5 % is 50.015, to the cent 50.02, and 150.05 − 50.02 = 100.03 is what the cap took off.
    expect(lines({ Li: 100_030 })).toEqual([
      'bonus 150.05 15% · 10-01 · 1',
      'bonus 50.02 5% (−100.03) · 10-02 · 2',
      'bonus 0 0% (−150.05) · 10-03 · 3',
    ]);
  });

  it('may be an amount in itself', () => {
    const sum = ladder([tier(1, { kind: 'bonus', amount: 12_300 })]);
    expect(climbed(sum, on('10-01'), { bases: { Li: 100_030 } })).toEqual(['bonus 123 · 10-01 · 1']);
  });

  it('of a team that is called as an employee is: a team has no base and no name', () => {
    const team = ladder(each, { per: 'team' });
    const world = { bases: { A1: 100_000 }, names: { A1: 'Ann' }, teams: { Li: 'A1' } };
    expect(
      follow({ ladders: [team] }, on('10-01'), world).map(({ who, whoName, amount }) => [who, whoName, amount]),
    ).toEqual([['A1', undefined, undefined]]);
  });
});
