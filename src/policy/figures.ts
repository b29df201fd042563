import type { FigureRules, Lateness, ScoreTest } from '../domain/figure-rules.ts';
import type { Operator } from '../domain/policy.ts';
import type { Millis } from '../domain/time.ts';
import { readPercent } from './clocks.ts';
import type { Complaints } from './complaints.ts';
import { COMPARISON, readCondition } from './condition.ts';
import { readLength } from './duration.ts';
import type { Names } from './names.ts';
import { present } from './present.ts';
import { child, itemsOf, keyPlace, type Tree, type Words, wordsOf } from './tree.ts';

/** What figures are made of where that is a matter of choice. */
export function readFigures(policy: Tree, names: Names, found: Complaints): FigureRules | undefined {
  const tree = child(policy, 'figures');
  if (tree === undefined) return undefined;
  const satisfaction = child(tree, 'satisfaction');
  const low = wordsOf(child(satisfaction, 'low'));
  const place = keyPlace(tree, 'satisfaction');
  if (low !== undefined && place !== undefined && child(policy, 'rating') === undefined) {
    const hint = 'Say which field has the customer’s rating: rating: 满意度.';
    found.add('missing-key', place, '"low" asks for ratings, and the policy lacks the key "rating"', hint);
  }
  return {
    ...present('firstContact', conditionAt(child(tree, 'first_contact'), names, found)),
    ...present('backlogBands', readBands(child(child(tree, 'backlog'), 'bands'), found)),
    ...present('lowScore', low && readScoreTest(low, found)),
    ...present('dissatisfied', conditionAt(child(satisfaction, 'dissatisfied'), names, found)),
    ...present('late', readLateness(child(tree, 'late'), found)),
  };
}

function conditionAt(tree: Tree | undefined, names: Names, found: Complaints) {
  return tree && readCondition(tree, names.fields, found);
}

function readBands(tree: Tree | undefined, found: Complaints): Millis[] | undefined {
  if (tree === undefined) return undefined;
  const bands: Millis[] = [];
  for (const words of itemsOf(tree).flatMap((item) => wordsOf(item) ?? [])) {
    const length = readLength(words, { allowsDays: true }, found);
    if (length === undefined) continue;
    const before = bands.at(-1);
    if (before !== undefined && length <= before) {
      const hint = 'Give each length once, the shortest first: [1d, 3d, 7d].';
      found.add('bad-value', words.place, `"${words.text}" is not longer than the band before it`, hint);
    }
    bands.push(length);
  }
  if (bands.length === 0 && itemsOf(tree).length === 0) {
    found.add('bad-value', tree.place, '"bands" divides nothing', 'Give lengths: [1d, 3d, 7d], or leave it out.');
  }
  return bands;
}

const SCORE = /^-?\d{1,9}(?:\.\d{1,3})?$/;

function readScoreTest({ text, place }: Words, found: Complaints): ScoreTest | undefined {
  const [, operator, value = ''] = COMPARISON.exec(text) ?? [];
  if (operator !== undefined && SCORE.test(value)) return { operator: operator as Operator, value: Number(value) };
  const message = operator === undefined ? `"${text}" compares nothing` : `"${value}" is not a score`;
  found.add('bad-condition', place, message, 'Written like "<= 2", with at most three decimals.');
  return undefined;
}

function readLateness(tree: Tree | undefined, found: Complaints): Lateness | undefined {
  if (tree === undefined) return undefined;
  const length = wordsOf(child(tree, 'at_least'));
  return {
    percent: readPercent(child(tree, 'share'), found) ?? 10,
    atLeast: (length && readLength(length, { allowsDays: false, allowsZero: true }, found)) ?? 15 * 60_000,
    atMostPercent: readPercent(child(tree, 'at_most'), found) ?? 50,
  };
}
