import type { Reward, RewardLine } from '../../domain/consequence-rules.ts';
import type { Operator } from '../../domain/policy.ts';
import { readTitle } from '../clocks.ts';
import { COMPARISON, readCondition } from '../condition.ts';
import { child, choiceOf, type Entry, entriesOf, keyPlace, type Mapping, type Tree, wordsOf } from '../tree.ts';
import { CALENDAR_WINDOWS, REWARDED } from '../words/consequences.ts';
import { readAwards } from './awards.ts';
import { type Ground, readClocks } from './ground.ts';

/** What is given to those who meet every line in a window. */
export function readRewards(tree: Tree | undefined, ground: Ground): Reward[] {
  if (tree?.kind !== 'list') return [];
  return tree.items.flatMap((item, index) => (item.kind === 'map' ? readReward(item, index, ground) : []));
}

function readReward(tree: Mapping, index: number, ground: Ground): Reward[] {
  const { names, found } = ground;
  const id = wordsOf(child(tree, 'id'));
  const per = choiceOf(child(tree, 'per'), REWARDED);
  const window = choiceOf(child(tree, 'window'), CALENDAR_WINDOWS);
  const give = child(tree, 'give');
  const reward = {
    id: id?.text ?? String(index + 1),
    title: readTitle(child(tree, 'title')),
    filter: {
      clocks: readClocks(child(tree, 'clock'), ground),
      when: readCondition(child(tree, 'runs_when'), names.fields, found),
    },
    lines: readLines(tree, ground),
    awards: give === undefined ? [] : readAwards(give, 'reward', ground),
    place: id?.place ?? tree.place,
  };
  return per === undefined || window === undefined ? [] : [{ ...reward, per, window: { kind: window } }];
}

const FIGURES = ['attainment', 'rating', 'runs', 'ratings', 'breaches'] as const satisfies RewardLine['figure'][];

function readLines(reward: Mapping, ground: Ground): RewardLine[] {
  const tree = child(reward, 'when');
  const place = keyPlace(reward, 'when');
  if (tree?.kind === 'map' && tree.entries.size === 0 && place !== undefined) {
    const hint = 'Everybody would be rewarded. Give attainment: ">= 98%", or another line.';
    ground.found.add('bad-value', place, '"when" asks for nothing', hint);
  }
  return entriesOf(tree).flatMap((entry) => readLine(entry, ground));
}

function readLine({ key, keyPlace: place, value }: Entry, { hasRating, found }: Ground): RewardLine[] {
  const figure = FIGURES.find((each) => each === key);
  const words = wordsOf(value);
  if (figure === undefined || words === undefined) return [];
  if ((figure === 'rating' || figure === 'ratings') && !hasRating) {
    const hint = 'Say which field has the customer’s rating: rating: 满意度.';
    found.add('missing-key', place, `"${key}" asks for ratings, and the policy lacks the key "rating"`, hint);
  }
  const [, compared, of] = COMPARISON.exec(words.text) ?? [];
  const isExact = figure === 'attainment' || figure === 'rating';
  if (compared === undefined && isExact) {
    found.add('bad-condition', words.place, `"${words.text}" compares nothing`, `Written like "${EXAMPLES[figure]}".`);
    return [];
  }
  const number = numberIn(figure, of ?? words.text);
  if (number === undefined) {
    const message = `"${of ?? words.text}" is not a value that "${key}" can have`;
    found.add('bad-condition', words.place, message, `Written like "${EXAMPLES[figure]}".`);
    return [];
  }
  return [{ figure, operator: (compared ?? '=') as Operator, value: number }];
}

const EXAMPLES: Readonly<Record<RewardLine['figure'], string>> = {
  attainment: '>= 98%',
  rating: '>= 4.5',
  runs: '>= 20',
  ratings: '>= 10',
  breaches: '= 0',
};

function numberIn(figure: RewardLine['figure'], text: string): number | undefined {
  const [pattern, most] = {
    attainment: [/^(\d{1,3}(?:\.\d{1,3})?)\s*%$/, 100] as const,
    rating: [/^(\d{1,9}(?:\.\d{1,3})?)$/, Number.POSITIVE_INFINITY] as const,
    runs: WHOLE,
    ratings: WHOLE,
    breaches: WHOLE,
  }[figure];
  const number = pattern.exec(text)?.[1];
  return number === undefined || Number(number) > most ? undefined : Number(number);
}

const WHOLE = [/^(\d{1,9})$/, Number.POSITIVE_INFINITY] as const;
