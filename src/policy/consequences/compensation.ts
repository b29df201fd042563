import type { Compensation, Worth } from '../../domain/consequence-rules.ts';
import type { Operator } from '../../domain/policy.ts';
import { COMPARISON, readCondition } from '../condition.ts';
import { readLength } from '../duration.ts';
import { checkField } from '../names.ts';
import { present } from '../present.ts';
import { child, entriesOf, itemsOf, keyPlace, type Mapping, type Tree, type Words, wordsOf } from '../tree.ts';
import { type Ground, haveDays, readClocks } from './ground.ts';
import { complainOfTwins, idsOf } from './ids.ts';
import { readShare } from './money.ts';

/** What a breach costs; the first entry that matches counts. Of customers and of suppliers alike. */
export function readCompensation(tree: Tree | undefined, ground: Ground): Compensation[] {
  if (tree?.kind !== 'list') return [];
  complainOfTwins(idsOf(tree), 'entries', ground.found);
  return tree.items.flatMap((item, index) => (item.kind === 'map' ? readEntry(item, index, ground) : []));
}

function readEntry(tree: Mapping, index: number, ground: Ground): Compensation[] {
  const { names, money, found } = ground;
  const words = (key: string) => wordsOf(child(tree, key));
  const [give, of, cap, atLeast] = [words('give'), words('of'), words('cap'), words('at_least')];
  const clocks = readClocks(child(tree, 'clock'), ground);
  if (of !== undefined) checkBase(of, tree, ground);
  const most = cap && money.amount(cap);
  const least = atLeast && money.amount(atLeast);
  if (atLeast !== undefined && most !== undefined && least !== undefined && least > most) {
    const message = `at least "${atLeast.text}" is more than the cap "${cap?.text}"`;
    found.add('bad-value', atLeast.place, message, 'Mend one of the two.');
  }
  const rule = {
    id: words('id')?.text ?? String(index + 1),
    when: readCondition(child(tree, 'when'), names.fields, found),
    clocks,
    worth: readWorth(tree, of, ground),
    bands: readBands(tree, of, clocks, ground),
    ...present('cap', most),
    ...present('atLeast', least),
    despiteExcuse: isTrue(child(tree, 'despite_excuse')),
    place: tree.place,
  };
  return give === undefined ? [] : [{ ...rule, give: give.text }];
}

/** The field of which something is a share: it has money in it. */
function checkBase(of: Words, tree: Tree, { names, money, found }: Ground): void {
  checkField(of, names.fields, found);
  money.needCurrency(of);
  const all = [tree, ...itemsOf(child(tree, 'bands'))];
  if (all.some((each) => keyPlace(each, 'percent') !== undefined)) return;
  const place = keyPlace(tree, 'of') ?? of.place;
  found.add('bad-value', place, `nothing is a share of "${of.text}"`, 'Give a percent of it, or take "of" out.');
}

const WAYS = ['percent', 'amount', 'quantity'];

function readWorth(tree: Tree, of: Words | undefined, { money, found }: Ground): Worth {
  const [given, ...more] = entriesOf(tree).filter(({ key }) => WAYS.includes(key));
  for (const { key, keyPlace: place } of more) {
    const hint = `What is given is one of ${WAYS.join(', ')}.`;
    found.add('bad-value', place, `"${key}" cannot stand beside "${given?.key}"`, hint);
  }
  const words = wordsOf(given?.value);
  if (words === undefined) return {};
  if (given?.key === 'amount') return present('amount', money.amount(words));
  if (given?.key === 'quantity') return { quantity: words.text };
  const share = readShare(words, found);
  return share === undefined ? {} : { share, ...present('of', of?.text) };
}

function readBands(
  tree: Tree,
  of: Words | undefined,
  clocks: readonly string[],
  ground: Ground,
): Compensation['bands'] {
  const { found } = ground;
  return itemsOf(child(tree, 'bands')).flatMap((item) => {
    const worth = readWorth(item, of, ground);
    if (item.kind === 'map' && entriesOf(item).every(({ key }) => key === 'over')) {
      found.add('missing-key', item.place, 'this band gives nothing', `Give one of ${WAYS.join(', ')}.`);
    }
    const words = wordsOf(child(item, 'over'));
    if (words === undefined) return [];
    const [, operator, length] = COMPARISON.exec(words.text) ?? [];
    if (operator === undefined || length === undefined) {
      const hint = 'Written like "> 24h" or "<= 30m": the time over the target.';
      found.add('bad-condition', words.place, `"${words.text}" compares nothing`, hint);
      return [];
    }
    const over = readLength(
      { text: length, place: words.place },
      { allowsDays: haveDays(clocks, ground), allowsZero: true },
      found,
    );
    return over === undefined ? [] : [{ operator: operator as Operator, over, worth }];
  });
}

function isTrue(tree: Tree | undefined): boolean {
  return tree?.kind === 'scalar' && tree.value === true;
}
