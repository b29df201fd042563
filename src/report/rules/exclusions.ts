import type { Exclusion, Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import { type Item, item, type Section } from './chapter.ts';
import { clockTitle } from './clocks.ts';
import { conditionText } from './conditions.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Time that counts for nobody (B5). */
export function exclusionItems(policy: Policy, vocabulary: Vocabulary, local: (at: Instant) => string): Item[] {
  const { exclusions: words } = vocabulary.words.rules;
  if (policy.exclusions.length === 0) return [item(words.none)];
  return [
    item(
      words.lead,
      policy.exclusions.map((exclusion) => exclusionItem(exclusion, policy, vocabulary, local)),
    ),
  ];
}

/** The chapter as one section, to be held against that of another version. */
export function exclusionSection(policy: Policy, vocabulary: Vocabulary, local: (at: Instant) => string): Section {
  const title = vocabulary.words.rules.chapters.exclusions;
  return { key: 'exclusions', title, items: exclusionItems(policy, vocabulary, local) };
}

function exclusionItem(
  { start, end, reason, when, clocks }: Exclusion,
  policy: Policy,
  vocabulary: Vocabulary,
  local: (at: Instant) => string,
): Item {
  const { rules } = vocabulary.words;
  const { exclusions: words } = rules;
  const titles = clocks.map((id) =>
    clockTitle(policy.clocks.find((clock) => clock.id === id) ?? { id, title: {} }, vocabulary),
  );
  return item(
    rules.sentences([
      words.span(local(start), local(end), reason),
      ...(when.length === 0 ? [] : [words.only(conditionText(when, vocabulary))]),
      ...(clocks.length === 0 ? [] : [words.clocks(rules.and(titles))]),
    ]),
  );
}
