import type { RewardLine } from '../../../domain/consequence-rules.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { Catalogue } from '../../../locale/catalogue.ts';
import { item, type Section } from '../chapter.ts';
import { clockTitle } from '../clocks.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { rewardText } from './awards.ts';
import { filterTexts, periodText } from './ladders.ts';

/** A section for each reward. */
export function rewardSections(policy: Policy, vocabulary: Vocabulary): Section[] {
  const { words } = vocabulary;
  const { consequences: told, sentences } = words.rules;
  return policy.consequences.rewards.map((reward) => {
    const { per, window, filter, lines, awards } = reward;
    const counted = filterTexts(filter, policy, vocabulary);
    return {
      key: `reward:${reward.id}`,
      title: clockTitle(reward, vocabulary),
      items: [
        item(
          told.reward.lead(told.per[per], periodText(window, words)),
          lines.map((line) => item(told.reward.line(lineText(line, words)))),
        ),
        ...(counted.length === 0 ? [] : [item(sentences(counted))]),
        item(told.reward.given(rewardText(awards, { words, currency: policy.currency }))),
      ],
    };
  });
}

function lineText({ figure, operator, value }: RewardLine, { rules }: Catalogue): string {
  const name = rules.consequences.reward.figures[figure];
  const shown = figure === 'attainment' ? rules.percent(value) : String(value);
  if (operator === '=') return rules.oneOf(name, shown);
  return operator === '!=' ? rules.noneOf(name, shown) : rules.compared(name, operator, shown);
}
