import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zone } from '../../src/calendar/zone.ts';
import type { Consequence } from '../../src/domain/consequence.ts';
import { asOf, END, factsOf, MONTHS, rulesOf, type Story, stories } from './made-years.ts';
import { follow, type Rules, type World } from './world.ts';

// S27: a closed month never changes when later exports arrive. Each month is judged as of its end, with what was known
// then, and once more out of the whole: what falls into it is the same to the last number.

const DAY = 86_400_000;

function consequencesAsOf(instant: number, rules: Rules, all: readonly Story[], world: World): Consequence[] {
  const known = all.flatMap((story) => asOf(story, instant) ?? []);
  const text = new Date(instant).toISOString().slice(0, -1).replace('T', ' ');
  return follow(rules, known, { ...world, asOf: text });
}

describe('a year month by month', () => {
  it.each(['Asia/Shanghai', 'America/New_York'])('is the year at once, in %s', (place) => {
    const there = zone(place);
    const edges = MONTHS.map((utc) => there?.startOf(utc / DAY) ?? 0);
    fc.assert(
      fc.property(stories(place), factsOf(place), rulesOf, (all, facts, rules) => {
        const world: World = { zone: place, facts, bases: { Li: 412_345 } };
        const whole = consequencesAsOf(END + 60 * DAY, rules, all, world);
        for (const [index, start] of edges.entries()) {
          const end = edges[index + 1];
          if (end === undefined) break;
          const within = ({ settledAt }: Consequence) => start <= settledAt && settledAt < end;
          expect(consequencesAsOf(end, rules, all, world).filter(within)).toEqual(whole.filter(within));
        }
      }),
      { seed: 27, numRuns: 40 },
    );
  });

  it('what falls due is settled then or later, and by the as-of instant', () => {
    fc.assert(
      fc.property(stories('Asia/Shanghai'), factsOf('Asia/Shanghai'), rulesOf, (all, facts, rules) => {
        for (const { at, settledAt, ladder } of consequencesAsOf(END, rules, all, { zone: 'Asia/Shanghai', facts })) {
          // What is known at the end of a window is dated to its end, which is out.
          expect(at - 1).toBeLessThanOrEqual(settledAt);
          // The highest tier of a quarter is told before the quarter is over, as it stands.
          if (ladder !== 'highest') expect(settledAt).toBeLessThanOrEqual(END);
        }
      }),
      { seed: 28, numRuns: 20 },
    );
  });
});
