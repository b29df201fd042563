import type { Compensation, Worth } from '../../../domain/consequence-rules.ts';
import type { Policy } from '../../../domain/policy.ts';
import { hasDays } from '../calendars.ts';
import { type Item, item, type Section } from '../chapter.ts';
import { conditionText } from '../conditions.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { moneyText, type Purse, shareText } from './awards.ts';
import { clocksText } from './ladders.ts';

/** What a breach costs: to customers, and to the suppliers it is charged to. */
export function costSections(policy: Policy, vocabulary: Vocabulary): Section[] {
  const told = vocabulary.words.rules.consequences;
  const { compensation, liability, customer } = policy.consequences;
  const quoted = customer === undefined ? undefined : vocabulary.words.rules.quoted(vocabulary.field(customer));
  const sections = [
    {
      key: 'compensation',
      title: told.compensation.title,
      items: [
        item(
          told.compensation.lead,
          compensation.map((entry) => entryItem(entry, policy, vocabulary)),
        ),
        item(quoted === undefined ? told.noCustomer : told.customer(quoted)),
      ],
      entries: compensation,
    },
    {
      key: 'liability',
      title: told.liability.title,
      items: [
        item(
          told.liability.lead,
          liability.map((entry) => entryItem(entry, policy, vocabulary)),
        ),
      ],
      entries: liability,
    },
  ];
  return sections.filter(({ entries }) => entries.length > 0).map(({ key, title, items }) => ({ key, title, items }));
}

function entryItem(entry: Compensation, policy: Policy, vocabulary: Vocabulary): Item {
  const { words } = vocabulary;
  const { consequences: told, sentences } = words.rules;
  const { give, worth, bands, cap, atLeast, despiteExcuse } = entry;
  const purse = { words, currency: policy.currency };
  const bounds = [
    ...(cap === undefined ? [] : [told.costCap(moneyText(cap, purse))]),
    ...(atLeast === undefined ? [] : [told.costLeast(moneyText(atLeast, purse))]),
    ...(despiteExcuse ? [told.despiteExcuse] : []),
  ];
  const whom = breachText(entry, policy, vocabulary);
  if (bands.length === 0)
    return item(sentences([told.line(whom, worthText(give, worth, vocabulary, purse)), ...bounds]));
  const inDays = policy.clocks.every((clock) => hasDays(clock, policy));
  const { severity, length } = words.rules;
  // Where the entry itself says nothing of its worth, it gives nothing beside its bands.
  const rest = Object.keys(worth).length === 0 ? told.worth.nothing : worthText(give, worth, vocabulary, purse);
  const lines = bands.map(({ operator, over, worth: given }) => {
    const late = told.band(severity.over(operator, length(over, inDays)));
    return told.line(late, worthText(give, given, vocabulary, purse));
  });
  const all = [...lines, told.line(told.otherwise, rest), ...bounds];
  return item(
    told.banded(whom),
    all.map((text) => item(text)),
  );
}

function breachText({ clocks, when }: Compensation, policy: Policy, vocabulary: Vocabulary): string {
  const { consequences: told } = vocabulary.words.rules;
  const breach = clocks.length === 0 ? told.everyBreach : told.breachesOf(clocksText(clocks, policy, vocabulary));
  return when.length === 0 ? breach : told.breachesWhere(breach, conditionText(when, vocabulary));
}

function worthText(give: string, { amount, share, of, quantity }: Worth, vocabulary: Vocabulary, purse: Purse): string {
  const { consequences, quoted } = vocabulary.words.rules;
  const { worth: told } = consequences;
  if (amount !== undefined) return told.amount(give, moneyText(amount, purse));
  if (quantity !== undefined) return told.quantity(give, quantity);
  if (share === undefined) return told.alone(give);
  if (of === undefined) return told.share(give, shareText(share, purse));
  return told.shareOf(give, shareText(share, purse), quoted(vocabulary.field(of)));
}
