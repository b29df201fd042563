import type { Objective, Policy } from '../../domain/policy.ts';
import { titleOf } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';
import { hasDays } from './calendars.ts';
import { item, type Section } from './chapter.ts';
import { clockTitle } from './clocks.ts';
import { conditionText } from './conditions.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A section for each objective over many clocks (A16). */
export function objectiveSections(policy: Policy, vocabulary: Vocabulary): Section[] {
  return policy.objectives.map((objective) => ({
    key: `objective:${objective.id}`,
    title: titleOf(objective.title, objective.id, vocabulary.words),
    items: objectiveTexts(objective, policy, vocabulary).map((text) => item(text)),
  }));
}

function objectiveTexts(objective: Objective, policy: Policy, vocabulary: Vocabulary): string[] {
  const { words } = vocabulary;
  const { rules } = words;
  const { clocks, when, within, atLeast, by } = objective;
  const counted = policy.clocks.filter(({ id }) => clocks.includes(id));
  const isWall = counted.every((clock) => hasDays(clock, policy));
  const share = rules.percent(atLeast);
  const names = by.map((name) => (name === 'employee' ? wordFor(words.fields, name) : vocabulary.field(name)));
  return [
    counted.length === policy.clocks.length
      ? rules.objectives.all
      : rules.objectives.clocks(rules.and(counted.map((clock) => clockTitle(clock, vocabulary)))),
    ...(when.length === 0 ? [] : [rules.objectives.tickets(conditionText(when, vocabulary))]),
    within === undefined
      ? rules.objectives.inTime(share)
      : rules.objectives.within(share, rules.length(within, isWall)),
    rules.objectives.notCounted,
    ...(by.length === 0 ? [] : [rules.objectives.by(rules.and(names))]),
  ];
}
