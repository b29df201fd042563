import type { ConsequenceRules, Rounding } from '../../domain/consequence-rules.ts';
import type { Clock } from '../../domain/policy.ts';
import type { Complaints } from '../complaints.ts';
import { checkField, type Names } from '../names.ts';
import { present } from '../present.ts';
import type { Calendars } from '../targets.ts';
import { child, choiceOf, type Entry, type Tree, wordsOf } from '../tree.ts';
import { ROUNDING_RULES } from '../words/consequences.ts';
import { readCompensation } from './compensation.ts';
import type { Ground } from './ground.ts';
import { complainOfTaken, complainOfTwins, idsOf } from './ids.ts';
import { readLadders } from './ladders.ts';
import { type Money, moneyIn } from './money.ts';
import { readRewards } from './rewards.ts';

/** Where a customer's name stands unless the policy says otherwise. */
const CUSTOMER = 'customer';

/** All that follows from verdicts under a policy. */
export function readConsequences(
  policy: Tree,
  currency: string | undefined,
  entries: readonly Entry[],
  clocks: readonly Clock[],
  calendars: Calendars,
  names: Names,
  found: Complaints,
): ConsequenceRules {
  const at = (key: string): Tree | undefined => child(policy, key);
  const money = moneyIn(currency, at('currency') !== undefined, found);
  const ground: Ground = { names, entries, clocks, calendars, money, hasRating: at('rating') !== undefined, found };
  const [rating, customer] = [wordsOf(at('rating')), wordsOf(at('customer'))];
  for (const words of [rating, customer]) if (words !== undefined) checkField(words, names.fields, found);
  const known = names.fields?.includes(CUSTOMER) === true ? CUSTOMER : undefined;
  const recorded = [...idsOf(at('ladders')), ...idsOf(at('rewards'))];
  complainOfTaken(recorded, found);
  complainOfTwins(recorded, 'ladders or rewards', found);
  return {
    ladders: readLadders(at('ladders'), ground),
    compensation: readCompensation(at('compensation'), ground),
    liability: readCompensation(at('liability'), ground),
    rewards: readRewards(at('rewards'), ground),
    rounding: readRounding(at('rounding'), money),
    ...present('rating', rating?.text),
    ...present('customer', customer?.text ?? known),
  };
}

/** Absent: to the currency's minor unit, a half up. */
function readRounding(tree: Tree | undefined, money: Money): Rounding {
  const to = wordsOf(child(tree, 'to'));
  return {
    to: (to && money.amount(to)) ?? 1,
    rule: choiceOf(child(tree, 'rule'), ROUNDING_RULES) ?? 'half-up',
  };
}
