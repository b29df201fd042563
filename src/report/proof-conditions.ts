import type { Condition, Records, Test, Trigger } from '../domain/policy.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import { wordFor } from './page.ts';
import { type Vocabulary, vocabularyOf } from './rules/vocabulary.ts';

/** Words of the policy, each with the export's own beside it where that is another. */
export interface BothWords {
  condition(condition: Condition): string;
  triggers(triggers: readonly Trigger[]): string;
  event(name: string): string;
  role(name: string): string;
}

/** @param records absent: the policy's words alone */
export function bothWords(records: Records | undefined, words: Catalogue): BothWords {
  const vocabulary = records && vocabularyOf({ records }, words);
  const beside = (ours: string, theirs: readonly string[] = [], known = words.titles) => {
    const own = wordFor(known, ours);
    const others = theirs.filter((word) => word !== ours && word !== own);
    return others.length === 0 ? own : words.inBrackets(own, words.list(others));
  };
  const event = (name: string) => beside(name, vocabulary && namesOf(vocabulary, name));
  const role = (name: string) => {
    const known = { ...words.roles, ...words.titles };
    return beside(name, records?.actor?.role && theirWords(records.actor.role.values, name), known);
  };
  const test = (each: Test): string => {
    const field = beside(each.field, vocabulary && [vocabulary.field(each.field)], words.fields);
    if (each.kind === 'compare') return words.compared(field, each.operator, each.value);
    const value = (text: string) => (text === '' ? words.notGiven : beside(text, vocabulary?.values(each.field, text)));
    return words.oneOf(field, words.list(each.values.map(value)));
  };
  const condition = (tests: Condition) => words.clauses(tests.map(test));
  return {
    condition,
    event,
    role,
    triggers: (triggers) =>
      words.list(
        triggers.map((trigger) => (trigger.kind === 'event' ? event(trigger.event) : condition(trigger.when))),
      ),
  };
}

function namesOf(vocabulary: Vocabulary, name: string): string[] {
  const { words, columns, changed } = vocabulary.event(name);
  return [...words, ...columns, ...(changed === undefined ? [] : [changed])];
}

function theirWords(values: ReadonlyMap<string, string>, ours: string): string[] {
  return [...values].flatMap(([theirs, meant]) => (meant === ours ? [theirs] : []));
}
