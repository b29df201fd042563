import type { BreachFilter, Count, Countable, RunFilter } from '../../domain/consequence-rules.ts';
import type { Complaints } from '../complaints.ts';
import { readCondition } from '../condition.ts';
import { present } from '../present.ts';
import { child, choiceOf, entriesOf, itemsOf, keyPlace, type Mapping, type Tree, wordsOf } from '../tree.ts';
import { COUNTABLE } from '../words/consequences.ts';
import { allWords, checkSeverity, type Ground, readClocks } from './ground.ts';
import { readWhole } from './numbers.ts';

/** What a ladder counts: exactly one thing. `undefined` after a complaint. */
export function readCount(ladder: Mapping, ground: Ground): Count | undefined {
  const tree = child(ladder, 'count');
  if (tree?.kind !== 'map') return undefined;
  const { found } = ground;
  const [given, ...more] = entriesOf(tree).filter(({ key }) => KINDS.includes(key));
  for (const { key, keyPlace: place } of more) {
    const message = `"${key}" cannot stand beside "${given?.key}": a ladder counts one thing`;
    found.add('bad-value', place, message, 'Make a ladder of its own for it.');
  }
  if (given === undefined) {
    const place = keyPlace(ladder, 'count') ?? tree.place;
    // Any other key is told as unknown: probably it was meant to be one of these.
    if (tree.entries.size === 0) {
      found.add('missing-key', place, 'this ladder counts nothing', `Give one of ${KINDS.join(', ')}.`);
    }
    return undefined;
  }
  const { value } = given;
  switch (given.key) {
    case 'breaches':
      return value.kind === 'map' ? readBreaches(value, ground) : undefined;
    case 'overtime':
      return value.kind === 'map' ? { kind: 'overtime', filter: readBreachFilter(value, ground) } : undefined;
    case 'consequences':
      return { kind: 'consequences', of: readCountables(value, found) };
    case 'attainment': {
      const atLeastRuns = readAtLeast(child(value, 'runs'), found);
      return { kind: 'attainment', filter: readRunFilter(value, ground), atLeastRuns };
    }
    default: {
      const place = keyPlace(tree, 'rating') ?? tree.place;
      if (!ground.hasRating) {
        const hint = 'Say which field has the customer’s rating: rating: 满意度.';
        found.add('missing-key', place, 'this ladder counts ratings, and the policy lacks the key "rating"', hint);
      }
      const atLeastRuns = readAtLeast(child(value, 'ratings'), found);
      return { kind: 'rating', filter: readRunFilter(value, ground), atLeastRuns };
    }
  }
}

const KINDS: readonly string[] = [
  'breaches',
  'overtime',
  'consequences',
  'attainment',
  'rating',
] satisfies Count['kind'][];

function readBreaches(tree: Mapping, ground: Ground): Count {
  const { found } = ground;
  const filter = readBreachFilter(tree, ground);
  const weights = entriesOf(child(tree, 'weights')).flatMap(({ key, keyPlace: place, value }): [string, number][] => {
    checkSeverity({ text: key, place }, filter.clocks, ground);
    if (filter.severities.length > 0 && !filter.severities.includes(key)) {
      const message = `breaches of band "${key}" do not count here, so that their weight says nothing`;
      found.add('bad-value', place, message, `Counted: ${filter.severities.join(', ')}.`);
    }
    const words = wordsOf(value);
    const weight = words && readWhole(words, 0, found);
    return weight === undefined ? [] : [[key, weight]];
  });
  return {
    kind: 'breaches',
    filter,
    ...present('after', choiceOf(child(tree, 'after'), COUNTABLE)),
    weights: new Map(weights),
  };
}

function readBreachFilter(tree: Tree, ground: Ground): BreachFilter {
  const clocks = readClocks(child(tree, 'clock'), ground);
  const bands = allWords(child(tree, 'severity'));
  for (const words of bands) checkSeverity(words, clocks, ground);
  const when = readCondition(child(tree, 'when'), ground.names.fields, ground.found);
  return { clocks, severities: bands.map(({ text }) => text), when };
}

function readRunFilter(tree: Tree, ground: Ground): RunFilter {
  const when = readCondition(child(tree, 'when'), ground.names.fields, ground.found);
  return { clocks: readClocks(child(tree, 'clock'), ground), when };
}

/** One kind of consequence or a list; of an empty list is complained. */
export function readCountables(tree: Tree | undefined, found: Complaints): Countable[] {
  if (tree?.kind === 'list' && tree.items.length === 0) {
    found.add('bad-value', tree.place, 'an empty list of consequences is never counted', 'List one: oral_warning.');
  }
  return itemsOf(tree).flatMap((item) => choiceOf(item, COUNTABLE) ?? []);
}

/** `20` or `">= 20"`; absent: one. */
function readAtLeast(tree: Tree | undefined, found: Complaints): number {
  const words = wordsOf(tree);
  if (words === undefined) return 1;
  const comparison = /^\s*>=\s*(.*?)\s*$/s.exec(words.text);
  return readWhole({ ...words, text: comparison?.[1] ?? words.text }, 1, found) ?? 1;
}
