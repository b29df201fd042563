import { describe, expect, test } from 'vitest';
import { ladderOf, TOP } from './rules.ts';

const ROSTER = `${TOP}\npeople: roster.csv\nrating: amount`;

test('a ladder that says no more than it must', () => {
  expect(ladderOf({})).toEqual({
    id: 'fines',
    title: {},
    count: { kind: 'breaches', filter: { clocks: [], severities: [], when: [] }, weights: new Map() },
    per: 'employee',
    window: { kind: 'month' },
    apply: 'each',
    tiers: [
      {
        number: 1,
        at: 1,
        repeats: false,
        needs: [],
        awards: [{ kind: 'fine', amount: 5000 }],
        place: expect.objectContaining({ column: 78 }),
      },
    ],
    cap: {},
    grace: 0,
    reset: { after: [] },
    sparesOffDuty: false,
    place: expect.objectContaining({ column: 10, length: 5 }),
  });
});

describe('what is counted', () => {
  const when = [{ field: 'channel', kind: 'one-of', values: ['电话'] }];
  test.each([
    [
      'all breaches',
      '{breaches: {}}',
      { kind: 'breaches', filter: { clocks: [], severities: [], when: [] }, weights: new Map() },
    ],
    [
      'some breaches',
      '{breaches: {clock: answer, severity: [minor, severe], when: {channel: 电话}}}',
      { kind: 'breaches', filter: { clocks: ['answer'], severities: ['minor', 'severe'], when }, weights: new Map() },
    ],
    [
      'by weight',
      '{breaches: {weights: {minor: 0, severe: 3}}}',
      {
        kind: 'breaches',
        filter: { clocks: [], severities: [], when: [] },
        weights: new Map([
          ['minor', 0],
          ['severe', 3],
        ]),
      },
    ],
    [
      'after a training',
      '{breaches: {severity: minor, after: training}}',
      {
        kind: 'breaches',
        filter: { clocks: [], severities: ['minor'], when: [] },
        after: 'training',
        weights: new Map(),
      },
    ],
    ['one kind of consequence', '{consequences: oral_warning}', { kind: 'consequences', of: ['oral_warning'] }],
    ['several', '{consequences: [exam_failed, points]}', { kind: 'consequences', of: ['exam_failed', 'points'] }],
  ])('%s', (_, count, expected) => {
    expect(ladderOf({ count }).count).toEqual(expected);
  });

  test.each([
    ['{overtime: {clock: [ship]}}', '[{at: 2h, fine: 50, every: 90m}]', 7_200_000, 5_400_000],
    // Neither clock closes, so that a day is 24 hours (S9).
    ['{overtime: {}}', '[{at: 1d, fine: 50}]', 86_400_000, undefined],
  ])('%s: lengths', (count, tiers, at, every) => {
    expect(ladderOf({ count, tiers }).tiers[0]).toMatchObject({ at, repeats: false, ...(every && { every }) });
  });

  test.each([
    [
      '{attainment: {clock: ship, when: {channel: 电话}, runs: ">= 20"}}',
      '[{below: 92.5%, points: 2}]',
      92.5,
      ['ship'],
      20,
    ],
    ['{attainment: {}}', '[{below: 0%, points: 2}]', 0, [], 1],
    ['{rating: {ratings: 10}}', '[{below: 4.0, points: 2}]', 4, [], 10],
  ])('%s: a figure below a line', (count, tiers, at, clocks, atLeastRuns) => {
    const ladder = ladderOf({ count, tiers }, ROSTER);
    expect(ladder.tiers[0]?.at).toBe(at);
    expect(ladder.count).toMatchObject({ filter: { clocks }, atLeastRuns });
  });
});

describe('windows', () => {
  test.each([
    ['month', { kind: 'month' }],
    ['quarter', { kind: 'quarter' }],
    ['year', { kind: 'year' }],
    ['ever', { kind: 'ever' }],
    ['12 months', { kind: 'rolling', months: 12 }],
    ['1 month', { kind: 'rolling', months: 1 }],
    ['"6months"', { kind: 'rolling', months: 6 }],
  ])('%s', (window, expected) => {
    expect(ladderOf({ window }).window).toEqual(expected);
  });
});

describe('tiers', () => {
  const one = (tier: string, top?: string) => ladderOf({ tiers: `[${tier}]` }, top).tiers[0];

  test.each([
    ['{at: 3, fine: 200, repeat: true}', { at: 3, repeats: true }],
    ['{at: 3, fine: 200, repeat: false, every: 2}', { at: 3, repeats: false, every: 2 }],
    [
      '{at: 1, fine: 5, needs: {written_warning: 2, training: 1}}',
      {
        needs: [
          { of: 'written_warning', times: 2 },
          { of: 'training', times: 1 },
        ],
      },
    ],
  ])('%s', (tier, expected) => {
    expect(one(tier)).toMatchObject(expected);
  });

  test.each([
    ['{at: 1, fine: 50}', [{ kind: 'fine', amount: 5000 }]],
    ['{at: 1, bonus: 5%}', [{ kind: 'bonus', share: 500 }]],
    ['{at: 1, bonus: 300}', [{ kind: 'bonus', amount: 30_000 }]],
    ['{at: 1, points: 0.5}', [{ kind: 'points', points: 0.5 }]],
    ['{at: 1, action: promotion_bar, for: 12 months}', [{ kind: 'action', action: 'promotion_bar', months: 12 }]],
    [
      '{at: 1, action: [written_warning, training]}',
      [
        { kind: 'action', action: 'written_warning' },
        { kind: 'action', action: 'training' },
      ],
    ],
    [
      // Their order is that of the record, not of the file.
      '{at: 1, action: suspension, points: 2, bonus: 12.5%, fine: 1.2}',
      [
        { kind: 'fine', amount: 120 },
        { kind: 'bonus', share: 1250 },
        { kind: 'points', points: 2 },
        { kind: 'action', action: 'suspension' },
      ],
    ],
  ])('%s: what it brings', (tier, awards) => {
    expect(one(tier)?.awards).toEqual(awards);
  });

  test('keep the order of the file, which need not rise', () => {
    const { tiers } = ladderOf({ tiers: '[{at: 3, fine: 1}, {at: 1, fine: 2}]' });
    expect(tiers.map(({ number, at }) => [number, at])).toEqual([
      [1, 3],
      [2, 1],
    ]);
  });
});

describe('the rest', () => {
  test.each([
    [{ title: '{zh: 罚款, en: Fines}' }, { title: { zh: '罚款', en: 'Fines' } }],
    [{ per: 'supplier' }, { per: 'supplier' }],
    [{ apply: 'highest' }, { apply: 'highest' }],
    [{ grace: '2' }, { grace: 2 }],
    [{ off_duty: 'spare' }, { sparesOffDuty: true }],
    [{ off_duty: 'count' }, { sparesOffDuty: false }],
    [{ reset: '{after: training}' }, { reset: { after: ['training'] } }],
    [
      { reset: '{after: [training, exam], clean: 6 months}' },
      { reset: { after: ['training', 'exam'], cleanMonths: 6 } },
    ],
    [{ cap: '{fine: 800}' }, { cap: { fine: 80_000 } }],
    [{ cap: '{fine: 20%, bonus: 30%, points: 10}' }, { cap: { fineShare: 2000, bonusShare: 3000, points: 10 } }],
    [{ cap: '{fine: [20%, "1,000.00"]}' }, { cap: { fineShare: 2000, fine: 100_000 } }],
  ])('%j', (parts, expected) => {
    expect(ladderOf(parts, ROSTER)).toMatchObject(expected);
  });
});

describe('every key of a ladder has an effect', () => {
  const rich = {
    title: 'Fines',
    count: '{breaches: {clock: answer, severity: minor, when: {channel: 电话}, after: training, weights: {minor: 2}}}',
    apply: 'each',
    tiers: '[{at: 1, fine: 50, bonus: 5%, points: 2, action: exam, for: 12 months, repeat: true, needs: {exam: 1}}]',
    cap: '{fine: 800, bonus: 20%, points: 10}',
    grace: '1',
    reset: '{after: exam, clean: 6 months}',
    off_duty: 'spare',
  };
  const change = (key: keyof typeof rich, from: string, to: string) => ({
    ...rich,
    [key]: rich[key].replace(from, to),
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['id', { ...rich, id: 'others' }],
    ['title', change('title', 'Fines', 'Others')],
    ['count.breaches.clock', change('count', 'answer', 'ship')],
    ['count.breaches.severity', change('count', 'severity: minor', 'severity: [minor, severe]')],
    ['count.breaches.when', change('count', '电话', '微信')],
    ['count.breaches.after', change('count', 'after: training', 'after: notice')],
    ['count.breaches.weights', change('count', 'minor: 2', 'minor: 3')],
    ['count', { ...rich, count: '{overtime: {}}', tiers: rich.tiers.replace('at: 1', 'at: 1h') }],
    ['per', { ...rich, per: 'team' }],
    ['window', { ...rich, window: 'year' }],
    ['apply', { ...rich, apply: 'highest', tiers: rich.tiers.replace(', repeat: true', '') }],
    ['tiers.at', change('tiers', 'at: 1', 'at: 2')],
    ['tiers.fine', change('tiers', '50', '51')],
    ['tiers.bonus', change('tiers', '5%', '6%')],
    ['tiers.points', change('tiers', 'points: 2', 'points: 3')],
    ['tiers.action', change('tiers', 'action: exam', 'action: notice')],
    ['tiers.for', change('tiers', '12 months', '13 months')],
    ['tiers.repeat', change('tiers', 'repeat: true', 'repeat: false')],
    ['tiers.every', change('tiers', 'repeat: true', 'every: 2')],
    ['tiers.needs', change('tiers', 'exam: 1', 'exam: 2')],
    ['cap.fine', change('cap', '800', '801')],
    ['cap.bonus', change('cap', '20%', '21%')],
    ['cap.points', change('cap', 'points: 10', 'points: 11')],
    ['grace', change('grace', '1', '2')],
    ['reset.after', change('reset', 'after: exam', 'after: notice')],
    ['reset.clean', change('reset', '6 months', '7 months')],
    ['off_duty', change('off_duty', 'spare', 'count')],
  ])('%s', (_, changed) => {
    const text = (parts: Readonly<Record<string, string>>) => {
      const ladder = ladderOf(parts, ROSTER);
      const weights = ladder.count.kind === 'breaches' ? [...ladder.count.weights] : [];
      return JSON.stringify([ladder, weights]).replace(/"place":\{[^}]*\}/g, '');
    };
    expect(text(changed)).not.toBe(text(rich));
  });
});
