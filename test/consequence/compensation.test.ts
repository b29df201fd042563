import { describe, expect, it } from 'vitest';
import type { Compensation } from '../../src/domain/consequence-rules.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { at, clock, duty, HOUR } from '../figures/verdicts.ts';
import { breach, compensation, dateOf, follow, type World } from './world.ts';

const DAY = 24 * HOUR;
const late = (over: number, more: Partial<Parameters<typeof breach>[0]> = {}) =>
  breach({ ticket: 'T', due: '2026-10-05 09:00', stop: '2026-10-07 09:00', over, ...more });

/** What each breach costs, as `rule: give, amount, share`. */
const costs = (rules: readonly Partial<Compensation>[], verdicts: readonly Verdict[], world: World = {}) =>
  follow({ compensation: rules.map(compensation) }, verdicts, world).map(
    ({ tier, consequence, amount, share, quantity }) =>
      [tier, consequence, amount, share, quantity].filter((each) => each !== undefined).join(' '),
  );

describe('compensation', () => {
  it('is by the first rule that matches: clock, condition', () => {
    const rules = [
      { clocks: ['resolution'], give: 'cash', worth: { amount: 5000 } },
      { when: [{ field: 'channel', kind: 'one-of', values: ['chat'] }], give: 'voucher', worth: { amount: 1000 } },
      { give: 'regrets', worth: { quantity: '1 letter' } },
    ] as const;
    expect(costs(rules, [late(HOUR)])).toEqual(['3 regrets 1 letter']);
    expect(costs(rules, [late(HOUR, { fields: { channel: 'chat' } })])).toEqual(['2 voucher 1000']);
    expect(costs(rules, [late(HOUR, { fields: { channel: 'chat' }, clock: clock('resolution') })])).toEqual([
      '1 cash 5000',
    ]);
    expect(costs(rules.slice(0, 2), [late(HOUR)])).toEqual([]);
  });

  it('is for each breached run, not for others', () => {
    const rule = { worth: { amount: 5000 } };
    expect(
      costs(
        [rule],
        [late(HOUR), late(HOUR, { cycle: 2 }), late(HOUR, { outcome: 'met' }), late(HOUR, { outcome: 'undecided' })],
      ),
    ).toHaveLength(2);
  });

  it('of an excused breach is due only where the rule says so, and the first such rule', () => {
    const excused = late(HOUR, { outcome: 'excused' });
    const rules = [{ worth: { amount: 5000 } }, { worth: { amount: 1000 }, despiteExcuse: true }];
    expect(costs(rules, [excused])).toEqual(['2 cash 1000']);
    expect(costs(rules, [late(HOUR)])).toEqual(['1 cash 5000']);
  });

  it('names the customer or, without one, the ticket', () => {
    const rules = { compensation: [compensation({ worth: { amount: 1 } })] };
    const who = (customer: string, world: World) =>
      follow(rules, [late(HOUR, { fields: { customer } })], world).map((each) => [each.who, each.kind, each.ladder]);
    expect(who('Zhao', { customer: 'customer' })).toEqual([['Zhao', 'customer', 'compensation']]);
    expect(who('', { customer: 'customer' })).toEqual([['T', 'customer', 'compensation']]);
    expect(who('Zhao', {})).toEqual([['T', 'customer', 'compensation']]);
  });

  it('falls due with the breach, also of a run still open', () => {
    const [given] = follow({ compensation: [compensation({ worth: { amount: 1 } })] }, [
      breach({ due: '2026-10-31 18:00', settled: '2026-11-02 09:00' }),
    ]);
    expect([given?.at, given?.settledAt]).toEqual([at('2026-10-31 18:00'), at('2026-11-02 09:00')]);
    expect([given?.counted.length, given?.isProposal]).toEqual([1, false]);
  });
});

describe('by how late', () => {
  const bands: Compensation['bands'] = [
    { operator: '>', over: DAY, worth: { amount: 3000 } },
    { operator: '>', over: HOUR, worth: { amount: 2000 } },
  ];
  const banded = { worth: { amount: 1000 }, bands };

  it.each([
    [HOUR, '1 cash 1000'],
    [HOUR + 1, '1 cash 2000'],
    [DAY, '1 cash 2000'],
    [DAY + 1, '1 cash 3000'],
  ])('%i ms over: %s', (over, expected) => expect(costs([banded], [late(over)])).toEqual([expected]));

  it('the first band that holds counts, whatever their order', () => {
    expect(costs([{ bands: bands.toReversed() }], [late(2 * DAY)])).toEqual(['1 cash 2000']);
  });

  it('is known at the stop, and settled then; an open run has none, nor falls to the next rule', () => {
    const open = breach({ due: '2026-10-05 09:00', over: 2 * DAY });
    expect(costs([banded, { worth: { amount: 1 } }], [open])).toEqual([]);
    const [given] = follow({ compensation: [compensation(banded)] }, [
      late(2 * DAY, { due: '2026-10-30 09:00', stop: '2026-11-02 10:00' }),
    ]);
    expect([dateOf(given?.at ?? 0), dateOf(given?.settledAt ?? 0)]).toEqual(['10-30', '11-02']);
  });

  it('of a missed interval is known at once', () => {
    const missed = breach({ due: '2026-10-05 09:00', clock: duty, over: 0 });
    expect(costs([banded], [missed])).toEqual(['1 cash 1000']);
  });

  it('where no band holds and the rule gives nothing else, nothing is given', () => {
    expect(costs([{ bands }], [late(HOUR)])).toEqual([]);
    expect(costs([{ bands }], [late(DAY)])).toEqual(['1 cash 2000']);
    // Without bands what is given needs no number.
    expect(costs([{ give: 'regrets' }], [late(HOUR)])).toEqual(['1 regrets']);
  });

  it('where nobody knows how late it was, no band holds', () => {
    const { over: _, ...unknown } = late(HOUR);
    expect(costs([{ ...banded, bands: [{ operator: '<', over: DAY, worth: { amount: 7 } }] }], [unknown])).toEqual([
      '1 cash 1000',
    ]);
  });
});

describe('a share of a field', () => {
  const share = (more: Partial<Compensation> = {}) => ({ worth: { share: 3000, of: 'price' }, ...more });
  const of = (price: string, more: Partial<Compensation> = {}) =>
    costs([share(more)], [late(HOUR, { fields: { price } })]);

  it('is rounded once: 30 % of 1,234.55 is 370.365, to the cent 370.37', () => {
    expect(of('1,234.55')).toEqual(['1 cash 37037 3000']);
    expect(
      costs([share()], [late(HOUR, { fields: { price: '1234.55' } })], { rounding: { to: 100, rule: 'down' } }),
    ).toEqual(['1 cash 37000 3000']);
  });

  it.each(['', '-', 'unknown', '-200'])('of %j stays a share', (price) => {
    expect(of(price, { atLeast: 5000 })).toEqual(['1 cash 3000']);
  });

  it('of nothing named is a share of what it says: 10 % of the next purchase', () => {
    expect(costs([{ give: 'voucher', worth: { share: 1000 } }], [late(HOUR)])).toEqual(['1 voucher 1000']);
  });

  it('is at least so much, at most so much', () => {
    // 30 % of 100.00 is 30.00, of 166.67 just over 50.00, of 20,000.00 6,000.00.
    const limits = { atLeast: 5000, cap: 500_000 };
    expect(of('100', limits)).toEqual(['1 cash 5000 3000']);
    expect(of('166.67', limits)).toEqual(['1 cash 5000 3000']);
    expect(of('166.70', limits)).toEqual(['1 cash 5001 3000']);
    expect(of('20000', limits)).toEqual(['1 cash 500000 3000']);
    const [given] = follow({ compensation: [compensation({ ...share(), ...limits })] }, [
      late(HOUR, { fields: { price: '20000' } }),
    ]);
    expect(given?.cappedBy).toBe(100_000);
    expect(of('0', limits)).toEqual(['1 cash 5000 3000']);
    expect(of('0')).toEqual(['1 cash 0 3000']);
  });

  it('in a band is of the band', () => {
    const rule = {
      worth: { share: 1000, of: 'price' },
      bands: [{ operator: '>', over: DAY, worth: { share: 2000, of: 'price' } }],
    } as const;
    expect(costs([rule], [late(DAY + 1, { fields: { price: '100' } })])).toEqual(['1 cash 2000 2000']);
  });
});

describe('liability', () => {
  const rules = { liability: [compensation({ give: 'deduction', worth: { amount: 5000 } })] };

  it('is of suppliers for their own breaches only', () => {
    const verdicts = [
      late(HOUR, { ticket: 'S', charged: { to: 'ACME', kind: 'supplier' } }),
      late(HOUR, { charged: { to: 'Li', kind: 'employee' } }),
      late(HOUR, { charged: { to: 'Repair', kind: 'department' } }),
      late(HOUR, { charged: { to: '', kind: 'unassigned' } }),
    ];
    const given = follow(rules, verdicts, { customer: 'customer' });
    expect(given.map(({ who, kind, ladder, breach: of, amount }) => [who, kind, ladder, of?.ticket, amount])).toEqual([
      ['ACME', 'supplier', 'liability', 'S', 5000],
    ]);
  });

  it('stands beside the customer’s compensation', () => {
    const both = { ...rules, compensation: [compensation({ worth: { amount: 100 } })] };
    const given = follow(both, [late(HOUR, { charged: { to: 'ACME', kind: 'supplier' } })]);
    expect(given.map(({ ladder, amount }) => [ladder, amount])).toEqual([
      ['compensation', 100],
      ['liability', 5000],
    ]);
  });
});
