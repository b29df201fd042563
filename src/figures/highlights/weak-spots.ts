import type { Group, Grouping } from '../../domain/figures.ts';
import type { WeakestHighlight } from '../../domain/highlights.ts';
import { ratio } from '../ratio.ts';
import { LEAST } from './thresholds.ts';

/** People have a sentence of their own; months are told as a change. */
const NOT_ASKED = ['employee', 'month'];

/** Of each dimension the group that keeps clearly less than all others together, the widest gap first. */
export function weakSpots(groups: readonly Grouping[]): WeakestHighlight[] {
  return groups
    .filter(({ by }, index) => !NOT_ASKED.includes(by) && groups.findIndex((each) => each.by === by) === index)
    .flatMap((grouping) => weakestOf(grouping) ?? [])
    .sort((a, b) => gapOf(b) - gapOf(a));
}

function weakestOf({ by, groups }: Grouping): WeakestHighlight | undefined {
  const tallies = groups.map((group) => ({ group, ...tallyOf(group) }));
  const all = tallies.reduce((sum, { met, breached }) => ({ met: sum.met + met, breached: sum.breached + breached }), {
    met: 0,
    breached: 0,
  });
  const spots = tallies.flatMap(({ group, met, breached }): WeakestHighlight[] => {
    const kept = ratio(met, met + breached);
    const others = ratio(all.met - met, all.met + all.breached - met - breached);
    const isLarge = kept.denominator >= LEAST.runs && others.denominator >= LEAST.runs;
    if (group.name === '' || !isLarge || breached < LEAST.breachesOfGroup) return [];
    const { name, title, kind } = group;
    const named = { name, kind, ...(title !== undefined && { title }) };
    return [{ kind: 'weakest', by, group: named, kept, others, breached, breachedInAll: all.breached }];
  });
  const [weakest] = spots.filter((spot) => gapOf(spot) >= LEAST.gap).sort((a, b) => gapOf(b) - gapOf(a));
  return weakest;
}

function gapOf({ kept, others }: WeakestHighlight): number {
  return (others.percent ?? 0) - (kept.percent ?? 0);
}

/** Over all clocks. */
export function tallyOf({ clocks }: Group): { readonly met: number; readonly breached: number } {
  return clocks.reduce((sum, { met, breached }) => ({ met: sum.met + met, breached: sum.breached + breached }), {
    met: 0,
    breached: 0,
  });
}
