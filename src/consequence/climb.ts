import type { CalendarWindow, CountingWindow, Ladder, Tier } from '../domain/consequence.ts';
import type { Instant } from '../domain/time.ts';

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
  /** The items counted in the window by then, the one that reached the tier last. */
  readonly counted: readonly Item<Source>[];
}

/** How a ladder's windows lie, and what interrupts a count. */
export interface Course {
  /** Where the window begins in which an item at this instant is counted: `isIn` says whether that instant is in. */
  readonly windowStart: (at: Instant) => { readonly at: Instant; readonly isIn: boolean };
  /** Instants at which the count began at nought again: what came before them, or at them, is not counted. */
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
 * A tier acts when the count comes to reach its `at`; with `repeats` at every later item too, with `every` whenever another
 * n is reached. A rolling count that fell and rises again acts again. Of several tiers that one item reaches, each acts.
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
  let first = 0;
  let nextReset = 0;
  for (const [index, item] of items.entries()) {
    for (; nextReset < course.resets.length && course.resets[nextReset]! < item.at; nextReset++) {
      const reset = course.resets[nextReset]!;
      while (first < index && items[first]!.at <= reset) first++;
    }
    const start = course.windowStart(item.at);
    while (first < index && !isWithin(items[first]!.at, start)) first++;
    const previous = items[index - 1];
    if (previous !== undefined && first < index && course.isClean(previous.at, item.at)) first = index;

    const begin = Math.min(first + ladder.grace, index + 1);
    const count = sums[index + 1]! - sums[begin]!;
    const before = count - (begin <= index ? item.weight : 0);
    let beginsAnew = false;
    for (const tier of ladder.tiers) {
      if (!acts(tier, before, count) || !course.isEligible(tier, item.at)) continue;
      steps.push({ tier, item, count, counted: items.slice(begin, index + 1) });
      if (course.acted(tier, item.at)) beginsAnew = true;
    }
    if (beginsAnew) first = index + 1;
  }
  return steps;
}

function isWithin(at: Instant, start: { readonly at: Instant; readonly isIn: boolean }): boolean {
  return start.isIn ? at >= start.at : at > start.at;
}

/** Whether a tier acts when a count goes from `before` to `count`. */
function acts({ at, repeats, every }: Tier, before: number, count: number): boolean {
  if (count < at || count === before) return false;
  if (before < at || repeats) return true;
  return every !== undefined && Math.floor((count - at) / every) > Math.floor((before - at) / every);
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

/** `ever` and rolling windows have no end that could be waited for. */
export function isCalendarWindow(window: CountingWindow): window is CalendarWindow {
  return window.kind === 'month' || window.kind === 'quarter' || window.kind === 'year';
}
