import type { Zone } from '../calendar/zone.ts';
import type { Consequence } from '../domain/consequence.ts';
import type { Award, Ladder, Reward, RewardLine, Rounding } from '../domain/consequence-rules.ts';
import type { Instant } from '../domain/time.ts';
import { awarded } from './awarded.ts';
import { treasurer } from './caps.ts';
import type { Society } from './events.ts';
import { compareFraction, type Fraction, figureOf, type Standing, type Standings } from './standing.ts';

/** What is known of somebody only when a window has ended. */
export interface WindowEnds {
  readonly asOf: Instant;
  readonly zone: Zone;
  readonly society: Society;
  readonly rounding: Rounding;
}

/** A ladder over a figure: of the tiers whose line it fell below, the lowest line's acts, or each. */
export function fallBelow(ladder: Ladder, kept: Standings, ends: WindowEnds): Consequence[] {
  const { count, tiers, apply } = ladder;
  if (count.kind !== 'attainment' && count.kind !== 'rating') return [];
  return bySubject(kept, ends.asOf).flatMap(([who, list]) => {
    const give = giver(who, ladder, ends);
    return list.flatMap((standing) => {
      const figure = figureOf(count.kind, standing);
      const basis = count.kind === 'attainment' ? standing.met + standing.breached : standing.ratings;
      if (figure === undefined || basis < count.atLeastRuns) return [];
      const reached = tiers.filter(({ at }) => compareFraction(figure, '<', at));
      const lowest = Math.min(...reached.map(({ at }) => at));
      return reached
        .filter(({ at }) => apply === 'each' || at === lowest)
        .flatMap(({ number, awards }) => give(number, awards, standing, figure));
    });
  });
}

/** What is given to those who meet every line. */
export function reward(rule: Reward, kept: Standings, ends: WindowEnds): Consequence[] {
  return bySubject(kept, ends.asOf).flatMap(([who, list]) => {
    const give = giver(who, { ...rule, cap: {} }, ends);
    return list.flatMap((standing) => {
      const isMet = rule.lines.every(({ figure, operator, value }) => {
        const fraction = figureOf(figure, standing);
        return fraction !== undefined && compareFraction(fraction, operator, value);
      });
      const shown = shownFigures(rule)
        .map((figure) => figureOf(figure, standing))
        .find((fraction) => fraction !== undefined);
      return isMet && shown !== undefined ? give(1, rule.awards, standing, shown) : [];
    });
  });
}

/** What a reward is told with: the share kept or the rating that it asks for; of one that asks for neither, what there is. */
function shownFigures({ lines }: Reward): readonly RewardLine['figure'][] {
  const figures = ['attainment', 'rating'] as const;
  return [...figures.filter((each) => lines.some(({ figure }) => figure === each)), ...figures];
}

function bySubject(kept: Standings, asOf: Instant): [string, Standing[]][] {
  return [...Map.groupBy(kept.ended(asOf), ({ who }) => who)].map(([who, own]) => [
    who,
    own.map(({ standing }) => standing),
  ]);
}

/** Makes consequences of one rule for one subject, dated to the end of the window, which is out. */
function giver(
  who: string,
  rule: Pick<Ladder, 'id' | 'title' | 'per' | 'cap'>,
  { society, rounding, zone }: WindowEnds,
): (tier: number, awards: readonly Award[], standing: Standing, figure: Fraction) => Consequence[] {
  // The roster's base is that of the window's last instant.
  const isPerson = rule.per === 'employee';
  const worth = treasurer(rule, rounding, (at) => (isPerson ? society.bonusBase(who, at) : undefined));
  const whoName = isPerson ? society.nameOf(who) : undefined;
  return (tier, awards, { window }, { numerator, denominator }) =>
    awards.map((award) => ({
      who,
      ...(whoName !== undefined && { whoName }),
      kind: rule.per,
      ladder: rule.id,
      title: rule.title,
      tier,
      ...awarded(award, window.end, zone),
      ...worth(award, window.end - 1, { ...window, isStartIn: true }),
      at: window.end,
      settledAt: window.end - 1,
      window,
      count: numerator / denominator,
      counted: [],
    }));
}
