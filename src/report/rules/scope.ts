import type { Policy } from '../../domain/policy.ts';
import { PRIVACY_CLASSES } from '../../domain/privacy.ts';
import type { Instant } from '../../domain/time.ts';
import { titleOf } from '../../locale/catalogue.ts';
import { type Item, item } from './chapter.ts';
import { conditionText } from './conditions.ts';
import { AGENT, type Vocabulary } from './vocabulary.ts';

/** From when the rules hold, by whose clock, and for which tickets and people. */
export function scopeItems(policy: Policy, vocabulary: Vocabulary, local: (at: Instant) => string): Item[] {
  const { rules } = vocabulary.words;
  const { include } = policy.records;
  return [
    item(inForce(policy, vocabulary, local)),
    item(rules.scope.timezone(policy.timezone)),
    item(include.length === 0 ? rules.scope.everything : rules.scope.included(conditionText(include, vocabulary))),
    ...people(policy, vocabulary),
    ...excuses(policy, vocabulary),
    ...privacy(policy, vocabulary),
    ...titles(policy, vocabulary),
  ];
}

/** Which version judges what (S32). */
function inForce(policy: Policy, { words }: Vocabulary, local: (at: Instant) => string): string {
  const { scope, sentences } = words.rules;
  const { effective, until, earlier, version } = policy;
  const end = until === undefined ? [] : [scope.until(local(until))];
  if (effective === undefined) return sentences([scope.always, ...end]);
  if (earlier.length === 0) return sentences([scope.since(local(effective)), scope.before, ...end]);
  return sentences([scope.versions(local(effective)), scope.version[version], ...end]);
}

function people({ people: roster, records }: Policy, vocabulary: Vocabulary): Item[] {
  const { scope, or, sentences } = vocabulary.words.rules;
  if (roster === undefined) return [item(scope.noRoster)];
  const isAsked = records.actor !== undefined;
  const role = isAsked ? [scope.rosterRole(or(vocabulary.roles(AGENT)))] : [];
  return [item(sentences([scope.roster(roster.path), ...role]))];
}

/** What somebody may decide on a breach, and how to ask for it. */
function excuses({ excuses: decisions, appeal }: Policy, { words }: Vocabulary): Item[] {
  const { scope, length, sentences } = words.rules;
  const within = decisions?.within;
  const limit = within === undefined ? [] : [scope.excusesWithin(length(within, true))];
  return [
    ...(decisions === undefined ? [] : [item(sentences([scope.excuses(decisions.path), ...limit]))]),
    ...(appeal === undefined ? [] : [item(scope.appeal(titleOf(appeal, '', words)))]),
  ];
}

/** What reports call the policy's own words. */
function titles({ titles: own }: Policy, { words }: Vocabulary): Item[] {
  if (own === undefined || own.size === 0) return [];
  const pairs = [...own].map(([word, title]) => words.labelled(word, titleOf(title, word, words)));
  return [item(words.rules.scope.titles(words.clauses(pairs)))];
}

/** What fields hold, for results that hide people (E2). */
function privacy({ privacy: rules }: Policy, { words, field }: Vocabulary): Item[] {
  if (rules === undefined) return [];
  const told = words.privacy.rules;
  const named = (name: string) => (name === 'ticket' ? told.ids : field(name));
  const parts = PRIVACY_CLASSES.flatMap((is) => {
    const fields = [...rules.fields].filter(([, of]) => of === is).map(([name]) => named(name));
    return fields.length === 0 ? [] : [item(told[is](words.rules.and(fields)))];
  });
  return [item(told.title, parts.length === 0 ? [item(told.none)] : parts)];
}
