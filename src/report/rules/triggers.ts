import type { ActorTest, Trigger } from '../../domain/policy.ts';
import { conditionText } from './conditions.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What has to happen, each of several being enough; events told in one breath where nothing else sets them apart. */
export function triggersText(triggers: readonly Trigger[], vocabulary: Vocabulary): string {
  const alike = new Map<string, Trigger[]>();
  for (const trigger of triggers) {
    const key = trigger.kind === 'event' ? JSON.stringify([trigger.by, trigger.when]) : trigger.kind + alike.size;
    alike.set(key, [...(alike.get(key) ?? []), trigger]);
  }
  return vocabulary.words.rules.either([...alike.values()].flatMap((group) => groupTexts(group, vocabulary)));
}

/** @param triggers of one kind; several only of events with the same conditions */
function groupTexts(triggers: readonly Trigger[], vocabulary: Vocabulary): string[] {
  const { rules } = vocabulary.words;
  const [first] = triggers;
  if (first === undefined) return [];
  if (first.kind === 'condition') return [rules.begins(conditionText(first.when, vocabulary))];
  const names = triggers.flatMap((trigger) => (trigger.kind === 'event' ? [trigger.event] : []));
  const happenings = first.kind === 'first' ? [rules.firstRow] : eventTexts(names, first.by, vocabulary);
  if (first.when.length === 0) return happenings;
  return happenings.map((happening) => rules.provided(happening, conditionText(first.when, vocabulary)));
}

/** An event column names nobody: what hangs on who did it never happens there. */
function eventTexts(names: readonly string[], by: ActorTest | undefined, vocabulary: Vocabulary): string[] {
  const { rules } = vocabulary.words;
  const shown = names.map(vocabulary.event);
  const who = by && actorText(by, vocabulary);
  const tell = (
    texts: readonly string[],
    plain: (names: string) => string,
    done?: (names: string, who: string) => string,
  ) => {
    if (texts.length === 0) return [];
    const named = rules.or([...new Set(texts)]);
    if (who === undefined) return [plain(named)];
    return done === undefined ? [] : [done(named, who)];
  };
  return [
    ...tell(shown.flatMap(({ words }) => words).map(rules.quoted), rules.event, rules.eventBy),
    ...tell(shown.flatMap(({ columns }) => columns).map(rules.quoted), rules.reached),
    ...tell(shown.flatMap(({ changed }) => changed ?? []).map(rules.quoted), rules.changed, rules.changedBy),
  ];
}

function actorText({ roles, actors }: ActorTest, vocabulary: Vocabulary): string {
  const { rules } = vocabulary.words;
  const role = roles && rules.or(roles.flatMap(vocabulary.roles));
  const actor = actors && rules.or(actors.flatMap(vocabulary.actors));
  return role !== undefined && actor !== undefined ? rules.inBoth(role, actor) : (role ?? actor ?? '');
}

export function namesWho(triggers: readonly Trigger[]): boolean {
  return triggers.some((trigger) => trigger.kind === 'event' && trigger.by !== undefined);
}

export function isConditional(triggers: readonly Trigger[]): boolean {
  return triggers.some(({ kind }) => kind === 'condition');
}
