import type { Cap } from '../../domain/consequence-rules.ts';
import { present } from '../present.ts';
import { child, type Tree, wordsOf } from '../tree.ts';
import { allWords, type Ground } from './ground.ts';
import { isShare, readShare } from './money.ts';
import { readPoints } from './numbers.ts';

/** At most so much in a window. A share of a fine is one of the roster's bonus base: without a roster there is none. */
export function readCap(tree: Tree | undefined, { money, names, found }: Ground): Cap {
  const fines = allWords(child(tree, 'fine'));
  const [amount, otherAmount] = fines.filter((words) => !isShare(words));
  const [share, otherShare] = fines.filter(isShare);
  for (const { text, place } of [otherAmount, otherShare].flatMap((words) => words ?? [])) {
    const hint = 'A fine is capped by one amount, by one share, or by one of each.';
    found.add('bad-value', place, `"${text}" is a second cap of one kind`, hint);
  }
  if (share !== undefined && !names.hasRoster) {
    const hint = 'It is a share of the roster’s bonus base: people: roster.csv. Or give an amount.';
    found.add('bad-value', share.place, `"${share.text}" is a share of nothing: the policy names no roster`, hint);
  }
  if (share !== undefined) money.needCurrency(share);
  const bonus = wordsOf(child(tree, 'bonus'));
  const points = wordsOf(child(tree, 'points'));
  return {
    ...present('fine', amount && money.amount(amount)),
    ...present('fineShare', share && readShare(share, found, 100)),
    ...present('bonusShare', bonus && readShare(bonus, found, 100)),
    ...present('points', points && readPoints(points, found)),
  };
}
