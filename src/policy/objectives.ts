import type { Place } from '../domain/diagnostic.ts';
import type { Clock, Objective } from '../domain/policy.ts';
import { readPercent, readTitle } from './clocks.ts';
import type { Complaints } from './complaints.ts';
import { readCondition } from './condition.ts';
import { readLength } from './duration.ts';
import { checkClock, checkField, type Names } from './names.ts';
import { present } from './present.ts';
import { allowsDays, type Calendars } from './targets.ts';
import { child, type Entry, itemsOf, type Tree, wordsOf } from './tree.ts';

/** Objectives over one or many clocks (A16). One without clocks is over all of them. */
export function readObjectives(
  tree: Tree | undefined,
  entries: readonly Entry[],
  clocks: readonly Clock[],
  calendars: Calendars,
  names: Names,
  found: Complaints,
): Objective[] {
  const firsts = new Map<string, Place>();
  return itemsOf(tree).flatMap((item, index): Objective[] => {
    const given = wordsOf(child(item, 'id'));
    const id = given?.text ?? String(index + 1);
    const first = firsts.get(id);
    if (first !== undefined) {
      const hint = `The first stands in line ${first.line}; an objective without an id has its number, from 1.`;
      found.add('duplicate-id', given?.place ?? item.place, `there are two objectives "${id}"`, hint);
    }
    firsts.set(id, first ?? item.place);

    const named = itemsOf(child(item, 'clock')).flatMap((each) => wordsOf(each) ?? []);
    for (const words of named) checkClock(words, entries, found);
    const over = named.length > 0 ? named.map(({ text }) => text) : entries.map(({ key }) => key);
    const by = itemsOf(child(item, 'by')).flatMap((each) => wordsOf(each) ?? []);
    const divisible = ['employee', ...(names.hasRoster ? ['department', 'team', 'manager'] : [])];
    for (const words of by) checkField(words, names.fields && [...divisible, ...names.fields], found);

    const bound = wordsOf(child(item, 'within'));
    const hasDays = clocks.every((clock) => !over.includes(clock.id) || allowsDays(clock, calendars));
    const within = bound && readLength(bound, { allowsDays: hasDays }, found);
    const atLeast = readPercent(child(item, 'at_least'), found);
    if (atLeast === undefined) return [];
    return [
      {
        id,
        title: readTitle(child(item, 'title')),
        clocks: over,
        when: readCondition(child(item, 'when'), names.fields, found),
        ...present('within', within),
        atLeast,
        by: by.map(({ text }) => text),
      },
    ];
  });
}
