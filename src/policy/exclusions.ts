import { parseInstant } from '../calendar/stamps.ts';
import { zone } from '../calendar/zone.ts';
import type { Exclusion } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Complaints } from './complaints.ts';
import { readCondition } from './condition.ts';
import { checkClock, type Names } from './names.ts';
import { child, type Entry, itemsOf, type Tree, textOf, wordsOf } from './tree.ts';

/** Time that counts for nobody: `from` is in, `until` is out; a date is its midnight in the policy's zone. */
export function readExclusions(
  tree: Tree | undefined,
  timezone: string,
  clocks: readonly Entry[],
  names: Names,
  found: Complaints,
): Exclusion[] {
  if (tree?.kind !== 'list') return [];
  return tree.items.flatMap((item): Exclusion[] => {
    const start = readInstant(child(item, 'from'), timezone, found);
    const end = readInstant(child(item, 'until'), timezone, found);
    const when = readCondition(child(item, 'when'), names.fields, found);
    const named = itemsOf(child(item, 'clocks')).flatMap((clock) => wordsOf(clock) ?? []);
    for (const words of named) checkClock(words, clocks, found);
    if (start === undefined || end === undefined) return [];
    if (end <= start) {
      const until = wordsOf(child(item, 'until'));
      const message = `this exclusion ends at "${until?.text}", not after its beginning`;
      found.add(
        'bad-date',
        until?.place ?? item.place,
        message,
        'The instant of "until" is the first that counts again.',
      );
    }
    const reason = textOf(child(item, 'reason')) ?? '';
    return [{ start, end, reason, when, clocks: named.map((words) => words.text), place: item.place }];
  });
}

/** A date or an instant; without offset in the policy's zone. */
export function readInstant(tree: Tree | undefined, timezone: string, found: Complaints): Instant | undefined {
  const words = wordsOf(tree);
  const place = zone(timezone);
  if (words === undefined || place === undefined) return undefined;
  const instant = parseInstant(words.text, place);
  if (instant === undefined) {
    const hint = 'Written like 2026-10-01, 2026-10-01T08:30 or 2026-10-01T08:30:00+08:00.';
    found.add('bad-date', words.place, `"${words.text}" is not a date or instant that exists`, hint);
  }
  return instant;
}
