import type { PeopleHighlight } from '../../domain/highlights.ts';
import type { Report } from '../../domain/report.ts';
import { LEAST } from './thresholds.ts';
import { tallyOf } from './weak-spots.ts';

/** So many are named; more only where several have as many breaches as the last of them … */
const NAMED = 3;
/** … and not more than this. */
const MOST_NAMED = 5;

/** The people who answer for most breaches. Whoever has as many as somebody who is named is named, too, or neither is. */
export function peopleOf({ groups }: Pick<Report, 'groups'>): PeopleHighlight | undefined {
  const all = groups.find(({ by }) => by === 'employee')?.groups ?? [];
  const tallies = all.map((group) => ({ group, ...tallyOf(group) }));
  const breachedInAll = tallies.reduce((sum, { breached }) => sum + breached, 0);
  if (breachedInAll < LEAST.breachesInAll) return undefined;
  const people = tallies
    .filter(({ group, breached }) => group.kind === 'employee' && breached >= LEAST.breachesOfPerson)
    .sort((a, b) => b.breached - a.breached)
    .map(({ group: { name, title, kind }, met, breached }) => ({
      name,
      ...(title !== undefined && { title }),
      kind,
      breached,
      judged: met + breached,
    }));
  const named = people.filter(({ breached }) => breached >= leastOf(people.map((each) => each.breached)));
  const together = named.reduce((sum, { breached }) => sum + breached, 0);
  if (named.length === 0 || together * 100 < LEAST.concentration * breachedInAll) return undefined;
  return { kind: 'people', people: named, breached: together, breachedInAll };
}

/** @param breached from the most on */
function leastOf(breached: readonly number[]): number {
  const last = breached[NAMED - 1] ?? 0;
  const isCrowded = breached.filter((each) => each >= last).length > MOST_NAMED;
  return isCrowded ? last + 1 : last;
}
