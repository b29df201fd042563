import { DateTime } from 'luxon';
import type { Ladder } from '../../src/domain/consequence-rules.ts';

/** Something that a ladder counts, for one person. */
export interface Counted {
  readonly at: number;
  readonly weight: number;
}

/** A tier that acted: with which item, at which count. */
export type Acted = readonly [item: number, tier: number, count: number];

/** What a ladder counts by for one person, beside what it says itself. */
export interface Circumstances {
  readonly zone: string;
  /** When the count began at nought, by what others brought. */
  readonly resets: readonly number[];
  /** When the person had what tiers need: all of one kind. */
  readonly needed: readonly number[];
}

/**
 * Climbs a ladder as one would by hand: for each item all items before it are gone through anew, and asked one by one
 * whether they are still counted. It brings nothing that it counts, needs or resets after itself.
 */
export function climbNaively(ladder: Ladder, items: readonly Counted[], circumstances: Circumstances): Acted[] {
  const { grace, tiers } = ladder;
  const isIn = (other: number, item: number) => isCounted(ladder, items, other, item, circumstances);
  const countsAt = items.map((_, item) => {
    const inWindow = items.map((__, index) => index).filter((index) => index <= item && isIn(index, item));
    const counted = inWindow.slice(grace);
    const weigh = (indexes: readonly number[]) => indexes.reduce((sum, index) => sum + (items[index]?.weight ?? 0), 0);
    return { before: weigh(counted.filter((index) => index !== item)), count: weigh(counted) };
  });
  return items.flatMap((_, item) =>
    tiers.flatMap((tier): Acted[] => {
      const { before = 0, count = 0 } = countsAt[item] ?? {};
      const isReady = (index: number) => {
        const had = circumstances.needed.filter(
          (at) => at <= (items[index]?.at ?? 0) && isInWindow(ladder, at, items[index]?.at ?? 0, circumstances.zone),
        );
        return (
          (countsAt[index]?.count ?? 0) > (countsAt[index]?.before ?? 0) &&
          tier.needs.every(({ times }) => had.length >= times)
        );
      };
      if (count < tier.at || count === before || !isReady(item)) return [];
      if (tier.repeats) return [[item, tier.number, count]];
      // Since the count came to reach the tier, has it acted?
      let since = item;
      while (since > 0 && (countsAt[since]?.before ?? 0) >= tier.at) since--;
      const hasActed = items.some((__, index) => since <= index && index < item && isReady(index));
      const isReached = (sum: number) => before < sum && sum <= count;
      const sums = [tier.at];
      if (tier.every !== undefined)
        for (let sum = tier.at + tier.every; sum <= count; sum += tier.every) sums.push(sum);
      const times = before >= tier.at && !hasActed ? 1 : sums.filter(isReached).length;
      return Array.from({ length: times }, () => [item, tier.number, count]);
    }),
  );
}

function isCounted(
  ladder: Ladder,
  items: readonly Counted[],
  other: number,
  item: number,
  { zone, resets }: Circumstances,
): boolean {
  const [from, to] = [items[other]?.at ?? 0, items[item]?.at ?? 0];
  if (!isInWindow(ladder, from, to, zone)) return false;
  if (other < item && resets.some((reset) => from <= reset && reset < to)) return false;
  const { cleanMonths } = ladder.reset;
  if (cleanMonths === undefined) return true;
  return items.slice(other, item).every(({ at }, index) => {
    const next = items[other + index + 1]?.at ?? 0;
    return at > monthsBack(next, cleanMonths, zone);
  });
}

function isInWindow({ window }: Ladder, at: number, seenFrom: number, zone: string): boolean {
  if (window.kind === 'ever') return true;
  if (window.kind === 'rolling') return at > monthsBack(seenFrom, window.months, zone);
  const [one, other] = [at, seenFrom].map((each) => DateTime.fromMillis(each, { zone }));
  return one?.hasSame(other ?? DateTime.now(), window.kind) ?? false;
}

function monthsBack(at: number, months: number, zone: string): number {
  return DateTime.fromMillis(at, { zone }).minus({ months }).toMillis();
}
