import type { AskingRule, ChargeRule, Clock, Policy } from '../../domain/policy.ts';
import { type Item, item } from './chapter.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Who answers for a breach (S24, S25). */
export function chargeItems(clock: Clock, { records }: Policy, vocabulary: Vocabulary): Item[] {
  const { rules } = vocabulary.words;
  const { charge: words } = rules;
  const asked = clock.charge.filter((rule): rule is AskingRule => rule.kind !== 'nobody');
  const [first, ...others] = asked.map((rule) => chargeText(rule, vocabulary));
  if (first === undefined) return [item(words.nobody)];
  const charged = others.length === 0 ? words.to(first) : words.firstOf(first, words.others(others));
  const isForNobody = asked.length < clock.charge.length;
  const lacksHolder = clock.charge.some(asksForHolder) && !records.fields.some(({ field }) => field === HOLDER);
  const isPassedOn = clock.minHolding > 0 && clock.charge.some(({ kind }) => kind === 'holder' || kind === 'unit');
  return [
    item(
      rules.sentences([charged, ...(isForNobody ? [words.elseNobody] : []), ...(lacksHolder ? [words.noHolder] : [])]),
    ),
    ...(isPassedOn ? [item(words.minHolding(rules.length(clock.minHolding, false)))] : []),
  ];
}

/** The field that says who holds a ticket. */
const HOLDER = 'assignee';

function asksForHolder({ kind }: ChargeRule): boolean {
  return kind === 'holder' || kind === 'current' || kind === 'first' || kind === 'unit';
}

/** Whom a rule names, in plain words. */
export function chargeText(rule: AskingRule, vocabulary: Pick<Vocabulary, 'words' | 'field'>): string {
  const { charge: words } = vocabulary.words.rules;
  const holder = vocabulary.field(HOLDER);
  switch (rule.kind) {
    case 'stopper':
      return words.stopper;
    case 'unit':
      return words[rule.unit](holder);
    case 'field':
      return words.field(vocabulary.field(rule.field), words.kinds[rule.as]);
    default:
      return words[rule.kind](holder);
  }
}
