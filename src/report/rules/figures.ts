import type { Policy } from '../../domain/policy.ts';
import { type Item, item } from './chapter.ts';
import { conditionText } from './conditions.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How figures are made where the policy says otherwise than is usual. */
export function figureItems({ figures = {} }: Policy, vocabulary: Vocabulary): Item[] {
  const { words } = vocabulary;
  const { rules: told } = words.tickets;
  const { length, and, percent } = words.rules;
  const { firstContact, backlogBands, lowScore, dissatisfied, late } = figures;
  return [
    ...(firstContact === undefined ? [] : [item(told.firstContact(conditionText(firstContact, vocabulary)))]),
    ...(backlogBands === undefined ? [] : [item(told.bands(and(backlogBands.map((each) => length(each, true)))))]),
    ...(lowScore === undefined
      ? []
      : [item(told.low(words.compared('', lowScore.operator, String(lowScore.value)).trim()))]),
    ...(late === undefined
      ? []
      : [item(told.late(percent(late.percent), length(late.atLeast, true), percent(late.atMostPercent)))]),
    ...(dissatisfied === undefined ? [] : [item(told.dissatisfied(conditionText(dissatisfied, vocabulary)))]),
  ];
}
