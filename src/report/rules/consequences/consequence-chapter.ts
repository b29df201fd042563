import { type Award, type ConsequenceRules, PROPOSALS } from '../../../domain/consequence-rules.ts';
import type { Policy } from '../../../domain/policy.ts';
import { type Chapter, item } from '../chapter.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { moneyText } from './awards.ts';
import { costSections } from './costs.ts';
import { ladderSections } from './ladders.ts';
import { rewardSections } from './rewards.ts';

/** What follows from breaches, and rewards; empty where the policy says nothing of either. */
export function consequenceChapter(policy: Policy, vocabulary: Vocabulary): Chapter {
  const title = vocabulary.words.rules.chapters.consequences;
  const sections = [
    ...ladderSections(policy, vocabulary),
    ...costSections(policy, vocabulary),
    ...rewardSections(policy, vocabulary),
  ];
  const items = sections.length === 0 ? [] : generalTexts(policy, vocabulary).map((text) => item(text));
  return { title, items, sections };
}

/** What holds for all of them, as far as any of them is concerned with it. */
function generalTexts(policy: Policy, vocabulary: Vocabulary): string[] {
  const { words } = vocabulary;
  const { consequences: told, or, quoted } = words.rules;
  const { consequences: rules, people, personnel, leave, excuses, earlier, currency } = policy;
  const awards = awardsOf(rules);
  const proposed = PROPOSALS.filter((action) =>
    awards.some((award) => award.kind === 'action' && award.action === action),
  );
  const hasShare = awards.some((award) => 'share' in award);
  const when = (holds: boolean, text: string) => (holds ? [text] : []);
  return [
    told.who,
    told.order,
    ...when(excuses !== undefined, told.excused),
    ...when(rules.ladders.some(asksForGrade), told.grades),
    ...(rules.rating === undefined ? [] : [told.rating(quoted(vocabulary.field(rules.rating)))]),
    ...(personnel === undefined ? [] : [told.personnel(personnel.path)]),
    ...(leave === undefined ? [] : [told.leave(leave.path)]),
    ...when(hasShare, people === undefined ? told.noBase : told.base),
    ...when(
      (hasShare && people !== undefined) || hasBase(rules),
      told.rounding(moneyText(rules.rounding.to, { words, currency }), rules.rounding.rule),
    ),
    ...when(proposed.length > 0, told.proposals(or(proposed.map((action) => words.consequences.brought[action])))),
    ...when(earlier.length > 0, told.versions),
  ];
}

function awardsOf({ ladders, rewards }: ConsequenceRules): Award[] {
  return [...ladders.flatMap(({ tiers }) => tiers), ...rewards].flatMap(({ awards }) => awards);
}

function asksForGrade({ count }: ConsequenceRules['ladders'][number]): boolean {
  if (count.kind === 'overtime') return count.filter.severities.length > 0;
  return count.kind === 'breaches' && (count.filter.severities.length > 0 || count.weights.size > 0);
}

/** Something is a share of a sum in the export. */
function hasBase({ compensation, liability }: ConsequenceRules): boolean {
  return [...compensation, ...liability].some((entry) =>
    [entry.worth, ...entry.bands.map(({ worth }) => worth)].some(({ of }) => of !== undefined),
  );
}
