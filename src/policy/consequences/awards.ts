import { ACTIONS, type Award } from '../../domain/consequence-rules.ts';
import { present } from '../present.ts';
import { child, choiceOf, entriesOf, itemsOf, keyPlace, type Tree, wordsOf } from '../tree.ts';
import type { Ground } from './ground.ts';
import { isShare, readShare } from './money.ts';
import { readMonths, readPoints } from './numbers.ts';

/** What a tier or a reward brings, in the order of the record: fine, bonus, points, actions. */
export function readAwards(tree: Tree, what: 'tier' | 'reward', ground: Ground): Award[] {
  const { money, found } = ground;
  if (tree.kind !== 'map') return [];
  const at = (key: string) => wordsOf(child(tree, key));
  const [fine, points] = [at('fine'), at('points')];
  const amount = fine && money.amount(fine);
  const number = points && readPoints(points, found);
  const keys = what === 'tier' ? ['fine', 'bonus', 'points', 'action'] : ['bonus', 'points', 'action'];
  // A key that is neither is told as unknown: probably it was meant to bring something.
  if (entriesOf(tree).every(({ key }) => !keys.includes(key) && CONDITIONS.includes(key))) {
    const hint = `Give one or several of ${keys.join(', ')}.`;
    found.add('missing-key', tree.place, `this ${what} brings nothing`, hint);
  }
  return [
    ...(amount === undefined ? [] : [{ kind: 'fine', amount } as const]),
    ...readBonus(tree, ground),
    ...(number === undefined ? [] : [{ kind: 'points', points: number } as const]),
    ...readActions(tree, what, ground),
  ];
}

/** Keys of a tier that bring nothing. */
const CONDITIONS = ['at', 'below', 'for', 'repeat', 'every', 'needs'];

function readBonus(tree: Tree, { money, names, found }: Ground): Award[] {
  const words = wordsOf(child(tree, 'bonus'));
  if (words === undefined) return [];
  if (!isShare(words)) {
    const amount = money.amount(words);
    return amount === undefined ? [] : [{ kind: 'bonus', amount }];
  }
  // Of somebody whose base the roster knows the amount is told too.
  if (names.hasRoster) money.needCurrency(words);
  const share = readShare(words, found, 100);
  return share === undefined ? [] : [{ kind: 'bonus', share }];
}

function readActions(tree: Tree, what: 'tier' | 'reward', { found }: Ground): Award[] {
  const list = child(tree, 'action');
  const words = wordsOf(child(tree, 'for'));
  const months = words && readMonths(words, found);
  const forPlace = keyPlace(tree, 'for');
  if (forPlace !== undefined && what === 'tier' && itemsOf(list).length !== 1) {
    const message = `"for" says how long an action lasts, and here ${list === undefined ? 'is none' : 'are several'}`;
    found.add(
      'bad-value',
      forPlace,
      message,
      'Give it beside one action: {at: 1, action: promotion_bar, for: 12 months}.',
    );
  }
  return itemsOf(list).flatMap((item): Award[] => {
    const action = choiceOf(item, ACTIONS);
    if (action === undefined) return [];
    if (action === 'exam_failed') {
      const hint =
        'Somebody failed an exam or did not: it stands in the personnel file, and can be counted from there.';
      found.add('bad-value', item.place, `"exam_failed" is a fact and cannot be what a ${what} brings`, hint);
    }
    return [{ kind: 'action', action, ...present('months', months) }];
  });
}
