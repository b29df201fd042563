import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zone } from '../../src/calendar/zone.ts';
import { shareOf } from '../../src/consequence/money.ts';
import type { Consequence } from '../../src/domain/consequence.ts';
import type { Ladder } from '../../src/domain/consequence-rules.ts';
import { at } from '../figures/verdicts.ts';
import { isInWindow } from './in-window.ts';
import {
  anyWindow,
  asOf,
  breachLadder,
  calendarWindow,
  END,
  factsOf,
  PEOPLE,
  rhythm,
  rollingWindow,
  rulesOf,
  type Story,
  stories,
} from './made-years.ts';
import { climbNaively } from './naive-ladder.ts';
import {
  action,
  breaches,
  consequences,
  ever,
  fact,
  fine,
  follow,
  gatherer,
  ladder,
  month,
  months,
  on,
  quarter,
  type Rules,
  tier,
  type World,
} from './world.ts';

const SHANGHAI = 'Asia/Shanghai';
const known = (all: readonly Story[]) => all.flatMap((story) => asOf(story, END) ?? []);
const world: World = { zone: SHANGHAI, bases: { Li: 412_345, Wang: 300_000 } };

/** Sums of all that follows for somebody: minor units, basis points, hundredths of points, warnings. */
function totals(all: readonly Consequence[], who: string): Record<string, number> {
  const sums: Record<string, number> = { fine: 0, share: 0, bonus: 0, points: 0, actions: 0 };
  const add = (key: string, number = 0) => {
    sums[key] = (sums[key] ?? 0) + number;
  };
  for (const { consequence, amount, share, ...rest } of all) {
    if (rest.who !== who) continue;
    if (consequence === 'bonus') {
      add('share', share);
      add('bonus', amount);
    } else if (consequence === 'points') add('points', Math.round((amount ?? 0) * 100));
    else if (consequence === 'fine') add('fine', amount);
    else add('actions', 1);
  }
  return sums;
}

const without = <Item>(items: readonly Item[], index: number) => items.filter((_, each) => each !== index);

describe('excusing a breach', () => {
  /** Each breach in turn is excused: nobody's sums rise. */
  function expectNeverMore(ladders: readonly Ladder[], all: readonly Story[], more: World = {}) {
    const sums = (of: readonly Story[]) => {
      const given = follow({ ladders }, known(of), { ...world, ...more });
      return PEOPLE.map((who) => totals(given, who));
    };
    const before = sums(all);
    for (const [index, story] of all.entries()) {
      if (story.isMet || story.excused) continue;
      const after = sums(all.map((each, position) => (position === index ? { ...each, excused: true } : each)));
      for (const [person, kinds] of after.entries()) {
        for (const [kind, sum] of Object.entries(kinds)) expect(sum).toBeLessThanOrEqual(before[person]?.[kind] ?? 0);
      }
    }
  }

  const wide = fc.oneof(calendarWindow, fc.constant(ever));

  it('never raises what a ladder of the calendar, or of ever, brings: whatever its tiers, weights, grace, caps', () => {
    fc.assert(
      fc.property(stories(SHANGHAI, 20, 5), breachLadder(wide), (all, one) => expectNeverMore([one], all)),
      { seed: 13, numRuns: 60 },
    );
  });

  it('nor one of a rolling window that acts at every count from its tier on', () => {
    const repeating = breachLadder(rollingWindow).map((one) => ({
      ...one,
      tiers: one.tiers.map(({ every: _, ...rest }) => ({ ...rest, repeats: true })),
    }));
    fc.assert(
      fc.property(stories(SHANGHAI, 20, 5), repeating, (all, one) => expectNeverMore([one], all)),
      { seed: 14, numRuns: 60 },
    );
  });

  it('nor where the highest tier stands alone and the tiers rise', () => {
    const rising = breachLadder(calendarWindow).map((one) => ({
      ...one,
      apply: 'highest' as const,
      tiers: [1, 2, 4].map((count, index) => ({ ...tier(count, fine(50 * count)), number: index + 1 })),
    }));
    fc.assert(
      fc.property(stories(SHANGHAI, 20, 5), rising, (all, one) => expectNeverMore([one], all)),
      { seed: 15, numRuns: 40 },
    );
  });

  it('nor where a tier needs what the personnel file has, nor where a wider ladder counts what a narrower one brought', () => {
    const nested = fc.constantFrom<[Ladder['window'], Ladder['window']]>(
      [month, quarter],
      [month, ever],
      [quarter, quarter],
    );
    fc.assert(
      fc.property(stories(SHANGHAI, 20, 5), factsOf(SHANGHAI), nested, rhythm, (all, facts, [inner, outer], how) => {
        const warned = ladder([tier(2, action('oral_warning'), how)], { id: 'warned', window: inner });
        const written = ladder([tier(1, fine(10), { needs: { training: 1 } }), tier(2, fine(100), how)], {
          id: 'written',
          count: consequences('oral_warning'),
          window: outer,
        });
        const own = facts.filter(({ what }) => what === 'training');
        expectNeverMore([warned, written], all, { facts: own });
      }),
      { seed: 16, numRuns: 40 },
    );
  });

  // Where the policy's own words count anew, a breach less can mean a step more. Each of these follows from a sentence of
  // the policy, and none is mended: that would break the sentence.
  describe('may raise it by the words of a policy that', () => {
    const fines = (ladders: readonly Ladder[], days: readonly string[], more: World = {}) =>
      follow({ ladders }, on(...days), more).filter(({ consequence }) => consequence === 'fine').length;

    it('has a rolling count act again when it fell and rises again', () => {
      // Of twelve months: 1, 2 (acts), 3, 3, 3. Without March: 1, 2 (acts), 3, then 2 of two (acts again).
      const second = [ladder([tier(2, fine(1))], { window: months(12) })];
      const days = ['2025-01-10', '2025-06-10', '2025-12-10', '2026-03-10', '2026-07-10'];
      expect(fines(second, days)).toBe(1);
      expect(fines(second, without(days, 3))).toBe(2);
    });

    it('begins the count anew after a training: without the breach that led to it there is none', () => {
      const trained = ladder([tier(2, action('training'))], { id: 'trained', window: month });
      const fined = ladder([tier(3, fine(1))], { id: 'fined', window: ever, reset: { after: ['training'] } });
      const days = ['2026-10-01', '2026-10-20', '2026-11-10', '2026-12-10'];
      expect(fines([trained, fined], days)).toBe(0);
      expect(fines([trained, fined], without(days, 1))).toBe(1);
    });

    it('counts only after the latest training', () => {
      const fined = ladder([tier(3, fine(1))], {
        id: 'fined',
        count: breaches({}, { after: 'training' }),
        window: ever,
      });
      const trained = ladder([tier(2, action('training'))], { id: 'trained', window: month });
      const facts = [fact('training', '2026-09-01 09:00')];
      const days = ['2026-10-01', '2026-10-20', '2026-11-10', '2026-12-10'];
      expect(fines([trained, fined], days, { facts })).toBe(0);
      expect(fines([trained, fined], without(days, 1), { facts })).toBe(1);
    });

    it('counts by the month what is brought by the quarter', () => {
      const third = ladder([tier(3, action('oral_warning')), tier(4, action('oral_warning'))], {
        id: 'third',
        window: quarter,
      });
      const twice = ladder([tier(2, fine(1))], { id: 'twice', count: consequences('oral_warning'), window: month });
      const days = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-11-01', '2026-11-02'];
      expect(fines([third, twice], days)).toBe(0);
      expect(fines([third, twice], without(days, 0))).toBe(1);
    });

    it('has the highest tier stand in the place of a lesser one that is counted elsewhere', () => {
      const highest = ladder([tier(1, action('oral_warning')), tier(2, action('training'))], {
        id: 'highest',
        apply: 'highest',
      });
      const oral = ladder([tier(1, fine(1))], { id: 'oral', count: consequences('oral_warning') });
      expect(fines([highest, oral], ['2026-10-01', '2026-10-02'])).toBe(0);
      expect(fines([highest, oral], ['2026-10-01'])).toBe(1);
    });
  });
});

describe('whatever the ladders', () => {
  it('taking away a ticket of one changes nobody else’s', () => {
    fc.assert(
      fc.property(stories(SHANGHAI), factsOf(SHANGHAI), rulesOf, (all, facts, rules) => {
        const lines = (of: readonly Story[], who: string) => {
          const given = follow({ ladders: rules.ladders, rewards: rules.rewards }, known(of), { ...world, facts });
          return given.filter((each) => each.who === who);
        };
        const [first] = all;
        if (first === undefined) return;
        for (const who of PEOPLE) if (who !== first.who) expect(lines(all.slice(1), who)).toEqual(lines(all, who));
      }),
      { seed: 17, numRuns: 40 },
    );
  });

  it('the order of tickets, and of facts, does not matter', () => {
    const shuffled = stories(SHANGHAI).chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, factsOf(SHANGHAI), rulesOf, ([all, other], facts, rules) => {
        const gathering = gatherer(rules, { ...world, facts: facts.toReversed() });
        for (const each of known(other)) gathering.add([each], []);
        expect(gathering.finish()).toEqual(follow(rules, known(all), { ...world, facts }));
      }),
      { seed: 18, numRuns: 40 },
    );
  });

  it('a count from scratch for each breach agrees', () => {
    const laden = breachLadder(anyWindow).chain((one) =>
      fc
        .record({
          needs: fc.constantFrom(0, 0, 0, 1),
          after: fc.constantFrom<Ladder['reset']['after']>([], [], ['exam_failed']),
        })
        .map(
          ({ needs, after }): Ladder => ({
            ...one,
            reset: { ...one.reset, after },
            cap: {},
            tiers: one.tiers.map((each) => ({
              ...each,
              awards: [{ kind: 'fine', amount: each.number }],
              needs: needs === 0 ? [] : [{ of: 'training', times: needs }],
            })),
          }),
        ),
    );
    let acted = 0;
    fc.assert(
      fc.property(stories(SHANGHAI, 50, 20), factsOf(SHANGHAI), laden, (all, facts, one) => {
        const given = follow({ ladders: [one] }, known(all), { ...world, facts });
        for (const who of PEOPLE) {
          const items = itemsOf(all, one, who);
          const own = (what: string) =>
            facts
              .filter((each) => each.who === who && each.what === what)
              .map((each) => each.at)
              .sort((a, b) => a - b);
          const expected = climbNaively(one, items, {
            zone: SHANGHAI,
            needed: own('training'),
            resets: one.reset.after.length > 0 ? own('exam_failed') : [],
          });
          acted += expected.length;
          const ticket = (item: number) => items[item]?.ticket ?? '';
          expect(
            given
              .filter((each) => each.who === who)
              .map((each) => `${each.breach?.ticket} ${each.tier} ${each.count}`)
              .toSorted(),
          ).toEqual(expected.map(([item, number, count]) => `${ticket(item)} ${number} ${count}`).toSorted());
        }
      }),
      { seed: 19, numRuns: 300 },
    );
    expect(acted).toBeGreaterThan(500);
  });

  /** What a ladder counts of a story, by the words of the contract alone. */
  function itemsOf(all: readonly Story[], one: Ladder, who: string) {
    const there = zone(SHANGHAI);
    const { count } = one;
    if (count.kind !== 'breaches' || there === undefined) return [];
    const monthOf = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 7);
    const items = all.flatMap((story) => {
      const { isMet, excused, offDuty, at: decided, doubt, growth, length } = story;
      const settled = decided + doubt;
      const clocks = ['response', 'repair'];
      if (isMet || excused || story.who !== who || settled >= END || (offDuty && one.sparesOffDuty)) return [];
      if (count.filter.clocks.length > 0 && !count.filter.clocks.includes(clocks[story.clock] ?? '')) return [];
      const end = Math.min(END, length === undefined ? END : settled + length);
      const bands = [
        { name: 'minor', from: settled },
        { name: 'major', from: settled + growth[0] },
        { name: 'severe', from: settled + growth[0] + growth[1] },
      ].filter(({ from }) => from <= end);
      // At the end of each month the band that it has then; the first month whose band is asked for counts it.
      const closing = [...new Set(bands.map(({ from }) => monthOf(from)))].map((label) => {
        const entered = bands.filter(({ from }) => monthOf(from) <= label);
        const first = bands.filter(({ from }) => monthOf(from) === label);
        // Of bands that it came into at one instant the last is the one that it came into.
        return { label, name: entered.at(-1)?.name ?? '', from: first[0]?.from ?? 0 };
      });
      const counts = closing.find(
        ({ name }) => count.filter.severities.length === 0 || count.filter.severities.includes(name),
      );
      if (counts === undefined) return [];
      const isFirst = counts.label === monthOf(settled);
      const monthStart = Date.parse(`${counts.label}-01T00:00:00+08:00`);
      const counted = isFirst ? Math.max(decided, monthStart) : counts.from;
      return [
        {
          ticket: story.ticket,
          at: counted,
          decided,
          clock: clocks[story.clock] ?? '',
          weight: count.weights.get(counts.name) ?? 1,
        },
      ];
    });
    return items.sort((a, b) => a.at - b.at || a.decided - b.decided || (a.ticket < b.ticket ? -1 : 1));
  }
});

describe('sums', () => {
  const capped = fc.tuple(stories(SHANGHAI, 50, 20), breachLadder(anyWindow));

  it('of a window are within its cap, and what was given and taken off are the award', () => {
    fc.assert(
      fc.property(capped, ([all, one]) => {
        const given = follow({ ladders: [one] }, known(all), world);
        for (const each of given) {
          const { who, consequence, settledAt } = each;
          const award = one.tiers
            .find(({ number }) => number === each.tier)
            ?.awards.find(({ kind }) => kind === consequence);
          const same = given.filter(
            (other) => other.who === who && other.consequence === consequence && isInWindow(one, other, each, SHANGHAI),
          );
          const sum = (of: (other: Consequence) => number) => same.reduce((all2, other) => all2 + of(other), 0);
          const base = world.bases?.[who];
          expect(settledAt).toBeLessThan(END);
          if (award?.kind === 'fine') {
            const share =
              base === undefined || one.cap.fineShare === undefined
                ? Infinity
                : shareOf(base, one.cap.fineShare, { to: 1, rule: 'half-up' });
            expect(sum(({ amount = 0 }) => amount)).toBeLessThanOrEqual(Math.min(one.cap.fine ?? Infinity, share));
            expect((each.amount ?? 0) + (each.cappedBy ?? 0)).toBe(award.amount);
          } else if (award?.kind === 'points') {
            const hundredths = (points: number) => Math.round(points * 100);
            expect(sum(({ amount = 0 }) => hundredths(amount))).toBeLessThanOrEqual(
              hundredths(one.cap.points ?? Infinity),
            );
            expect(hundredths(each.amount ?? 0) + hundredths(each.cappedBy ?? 0)).toBe(hundredths(award.points));
          } else if (award?.kind === 'bonus' && 'share' in award) {
            expect(sum(({ share = 0 }) => share)).toBeLessThanOrEqual(one.cap.bonusShare ?? Infinity);
            const whole = base === undefined ? award.share : shareOf(base, award.share, { to: 1, rule: 'half-up' });
            expect((base === undefined ? each.share : each.amount) ?? 0).toBe(whole - (each.cappedBy ?? 0));
          }
        }
      }),
      { seed: 20, numRuns: 60 },
    );
  });

  it('are of whole minor units, hundredths of points, basis points: they add up in any order', () => {
    fc.assert(
      fc.property(stories(SHANGHAI), rulesOf, (all, rules: Rules) => {
        for (const { amount = 0, share = 0, isMoney, cappedBy = 0 } of follow(rules, known(all), world)) {
          expect(Number.isSafeInteger(isMoney ? amount : Math.round(amount * 100))).toBe(true);
          expect(isMoney ? amount : Math.round(amount * 100) / 100).toBe(amount);
          expect(Number.isSafeInteger(share)).toBe(true);
          expect(Math.min(amount, share, cappedBy)).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 21, numRuns: 30 },
    );
  });

  it('every breach that is counted is the subject’s own, the last of them the one that reached the tier', () => {
    fc.assert(
      fc.property(capped, ([all, one]) => {
        const holders = new Map(all.map(({ ticket, who }) => [ticket, who]));
        for (const { who, counted, breach: reached } of follow({ ladders: [one] }, known(all), world)) {
          expect(counted.at(-1)).toEqual(reached);
          for (const { ticket } of counted) expect(holders.get(ticket)).toBe(who);
        }
      }),
      { seed: 22, numRuns: 30 },
    );
  });
});

describe('a hundred thousand breaches', () => {
  const instant = at('2026-01-01 00:00');
  const breachesOf = (people: number, each: number) =>
    on('01-01').flatMap((made) =>
      Array.from({ length: people * each }, (_, index) => ({
        ...made,
        ticket: `T-${index}`,
        charged: { to: `P-${index % people}`, kind: 'employee' as const },
        decidedAt: instant + index * 60_000,
        settledAt: instant + index * 60_000,
      })),
    );
  const fines = ladder([tier(1, fine(1), { repeats: true })], { id: 'fines', window: ever, cap: { fine: 5_000_000 } });
  const warned = ladder([tier(3, action('oral_warning'), { every: 3 })], {
    id: 'warned',
    window: months(12),
    cap: { fine: 1 },
  });
  const written = ladder([tier(2, action('written_warning'), { every: 2, needs: { oral_warning: 2 } })], {
    id: 'written',
    count: consequences('oral_warning'),
    window: ever,
    reset: { after: ['exam_failed'] },
  });

  it('of one person are counted in seconds: ever, repeated, capped, counted again', { timeout: 120_000 }, () => {
    const given = follow({ ladders: [fines, warned, written] }, breachesOf(1, 100_000));
    expect(given.filter(({ ladder: id }) => id === 'fines')).toHaveLength(100_000);
    const last = given.findLast(({ ladder: id }) => id === 'fines');
    // 50,000 fines of 1.00 reach the cap.
    expect([last?.amount, last?.count, last?.counted.length]).toEqual([0, 100_000, 100_000]);
  });

  it('and three each of thirty thousand people', { timeout: 120_000 }, () => {
    const given = follow({ ladders: [fines, warned, written] }, breachesOf(30_000, 3));
    // Three fines and one warning each.
    expect(given).toHaveLength(120_000);
  });
});
