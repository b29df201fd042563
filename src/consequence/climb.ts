import type { Ladder, Tier } from '../domain/consequence-rules.ts';
import type { Instant } from '../domain/time.ts';
import { hasBegun, type WindowAt } from './windows.ts';

/** Something that a ladder counts, for one subject. */
export interface Item<Source> {
  readonly source: Source;
  /** From then on it counts; items are in this order. */
  readonly at: Instant;
  readonly weight: number;
}

/** A tier that a subject reached with an item. */
export interface Step<Source> {
  readonly tier: Tier;
  readonly item: Item<Source>;
  /** In the window, then. */
  readonly count: number;
  /** Where the items begin that were counted in the window by then, and where they end, which is out. */
  readonly from: number;
  readonly until: number;
}

/** How a ladder's windows lie, and what interrupts a count. */
export interface Course {
  /** The window in which an item at this instant is counted. */
  readonly windowAt: (at: Instant) => Pick<WindowAt, 'start' | 'isStartIn'>;
  /** Instants, in order, at which the count began at nought again: what came before them, or at them, is not counted. */
  readonly resets: readonly Instant[];
  /** Whether a pause between two items wipes out what was before it. */
  readonly isClean: (from: Instant, to: Instant) => boolean;
  /** Whether the subject has had what a tier needs, by then. */
  readonly isEligible: (tier: Tier, at: Instant) => boolean;
  /** Told of a tier that acted: whether the count begins anew after it. */
  readonly acted: (step: Tier, at: Instant) => boolean;
}

/**
 * Counts one subject's items up a ladder, in time order.
 *
 * A tier acts when the count comes to reach its `at`; with `repeats` at every later item too, with `every` for each n by
 * which the count goes on. A rolling count that fell and rises again acts again. Of several tiers that one item reaches,
 * each acts. A tier whose needs are not met by then acts at the first later item at which they are, the count still being
 * as high.
 */
export function climb<Source>(
  ladder: Pick<Ladder, 'tiers' | 'grace'>,
  items: readonly Item<Source>[],
  course: Course,
): Step<Source>[] {
  const steps: Step<Source>[] = [];
  /** Weights of the items before each one, summed. */
  const sums = [0];
  for (const { weight } of items) sums.push((sums.at(-1) ?? 0) + weight);
  /** The first item in the window, and the first since the last reset. */
  let first = 0;
  let floor = 0;
  let nextReset = 0;
  /** Tiers that have acted since the count came to reach them. */
  const standing = new Set<Tier>();
  for (const [index, item] of items.entries()) {
    for (; nextReset < course.resets.length && course.resets[nextReset]! < item.at; nextReset++) {
      const reset = course.resets[nextReset]!;
      while (floor < index && items[floor]!.at <= reset) floor++;
    }
    const previous = items[index - 1];
    if (previous !== undefined && course.isClean(previous.at, item.at)) floor = index;
    const window = course.windowAt(item.at);
    first = Math.max(first, floor);
    while (first < index && !hasBegun(window, items[first]!.at)) first++;
    // A month before 29 March, 10:00, is earlier than one before 28 March, 12:00: what was out of the window is in again.
    while (first > floor && hasBegun(window, items[first - 1]!.at)) first--;

    const begin = Math.min(first + ladder.grace, index + 1);
    const count = sums[index + 1]! - sums[begin]!;
    const before = count - (begin <= index ? item.weight : 0);
    let beginsAnew = false;
    for (const tier of ladder.tiers) {
      if (before < tier.at) standing.delete(tier);
      const times = timesActing(tier, before, count, standing.has(tier));
      if (times === 0 || !course.isEligible(tier, item.at)) continue;
      standing.add(tier);
      for (let time = 0; time < times; time++) {
        steps.push({ tier, item, count, from: begin, until: index + 1 });
        if (course.acted(tier, item.at)) beginsAnew = true;
      }
    }
    if (beginsAnew) floor = index + 1;
  }
  return steps;
}

/** How often a tier acts when a count goes from `before` to `count`: weights, and time over, may go past several n at once. */
function timesActing({ at, repeats, every }: Tier, before: number, count: number, hasActed: boolean): number {
  if (count < at || count === before) return 0;
  if (repeats) return 1;
  const passed = (sum: number) => (every === undefined ? 0 : Math.floor((sum - at) / every));
  if (before < at) return 1 + passed(count);
  return hasActed ? passed(count) - passed(before) : 1;
}

/** Of the steps in each calendar window the highest tier's, at the item that first reached it. */
export function highestOf<Source>(steps: readonly Step<Source>[], windowOf: (at: Instant) => string): Step<Source>[] {
  const highest = new Map<string, Step<Source>[]>();
  for (const step of steps) {
    const window = windowOf(step.item.at);
    const [standing] = highest.get(window) ?? [];
    if (standing === undefined || step.tier.at > standing.tier.at) highest.set(window, [step]);
    // Two tiers at one count are two parts of one step.
    else if (step.tier.at === standing.tier.at && step.item === standing.item) highest.get(window)?.push(step);
  }
  return [...highest.values()].flat();
}
