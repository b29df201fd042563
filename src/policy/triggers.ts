import type { ActorTest, PauseRule, Trigger } from '../domain/policy.ts';
import type { Complaints } from './complaints.ts';
import { readCondition } from './condition.ts';
import { checkEvent, didYouMean, type Names } from './names.ts';
import { present } from './present.ts';
import { child, type Entry, itemsOf, keyPlace, type Mapping, type Tree, textOf, wordsOf } from './tree.ts';

/** One trigger, or a list of which each will do. */
export function readTriggers(tree: Tree | undefined, names: Names, found: Complaints): Trigger[] {
  return itemsOf(tree).flatMap((item) => {
    if (item.kind === 'map') return readTriggerMap(item, names, found);
    const words = wordsOf(item);
    if (words === undefined) return [];
    checkEvent(words, names, found);
    return [{ kind: 'event', event: words.text, when: [], place: words.place }];
  });
}

function readTriggerMap(map: Mapping, names: Names, found: Complaints): Trigger[] {
  const { place } = map;
  const has = (key: string): boolean => map.entries.has(key);
  const refuse = (message: string): Trigger[] => {
    const hint = 'Expected {event, when, by}, {while} or {first: true}; in each, "when" may stand beside.';
    found.add('bad-value', place, message, hint);
    return [];
  };
  const when = readCondition(child(map, 'when') ?? child(map, 'while'), names.fields, found);
  const by = readActorTest(child(map, 'by'), names, found);
  if (has('while') && (has('when') || has('event') || has('first'))) return refuse('"while" stands alone');
  if (has('first') && has('event')) return refuse('"first" is any event: it cannot stand beside "event"');
  if (has('by') && !has('event')) return refuse('"by" says who does an event, and no event is named');
  if (has('first')) return [{ kind: 'first', when, place }];
  if (has('event')) {
    return itemsOf(child(map, 'event')).flatMap((item): Trigger[] => {
      const words = wordsOf(item);
      if (words === undefined) return [];
      checkEvent(words, names, found);
      return [{ kind: 'event', event: words.text, when, place, ...present('by', by) }];
    });
  }
  if (!has('when') && !has('while')) return refuse('this says neither which event nor while what');
  return [{ kind: 'condition', when, place }];
}

function readActorTest(tree: Tree | undefined, names: Names, found: Complaints): ActorTest | undefined {
  if (tree?.kind !== 'map') return undefined;
  const role = keyPlace(tree, 'role');
  const actor = keyPlace(tree, 'actor');
  if (role && !names.hasRole) {
    const hint = names.hasRoster
      ? 'The roster says who is an agent, but not who acted. Name the column: records.actor.'
      : 'Name it: actor: {column: …, role: …}; or the actor alone, and a roster: people.';
    found.add('bad-value', role, 'the records do not say which role an actor has', hint);
  }
  if (actor && !names.hasActor) {
    found.add('bad-value', actor, 'the records do not say who the actor is', 'Name the column: records.actor.');
  }
  const texts = (key: string): string[] | undefined =>
    tree.entries.has(key) ? itemsOf(child(tree, key)).flatMap((item) => textOf(item) ?? []) : undefined;
  return { ...present('roles', texts('role')), ...present('actors', texts('actor')) };
}

/** `{while}` or `{from, until}`, one or a list. */
export function readPauseRules(tree: Tree | undefined, names: Names, found: Complaints): PauseRule[] {
  return itemsOf(tree).flatMap((item): PauseRule[] => {
    if (item.kind !== 'map') return [];
    const has = (key: string): boolean => item.entries.has(key);
    if (has('total')) {
      if (item.entries.size > (has('waiting_for') ? 2 : 1)) {
        found.add('bad-value', item.place, 'a pause of a total says nothing else', 'Use two rules.');
      }
      return [];
    }
    if (has('while') ? has('from') || has('until') : !has('from') || !has('until')) {
      found.add('bad-value', item.place, 'a pause needs either "while" or both "from" and "until"', 'Use two rules.');
    }
    const more = { ...present('waitingFor', textOf(child(item, 'waiting_for'))), place: item.place };
    if (has('while')) {
      return [{ kind: 'while', when: readCondition(child(item, 'while'), names.fields, found), ...more }];
    }
    const from = readTriggers(child(item, 'from'), names, found);
    const until = readTriggers(child(item, 'until'), names, found);
    return [{ kind: 'between', from, until, ...more }];
  });
}

/** Whom the totals are time of waiting for, by their names, as far as the rules say it; the first that does counts. */
export function readTotalsWaitingFor(tree: Tree | undefined): ReadonlyMap<string, string> | undefined {
  const said = itemsOf(tree).flatMap((item) => {
    const whom = textOf(child(item, 'waiting_for'));
    return whom === undefined
      ? []
      : itemsOf(child(item, 'total'))
          .flatMap((total) => textOf(total) ?? [])
          .map((name) => [name, whom] as const);
  });
  return said.length === 0 ? undefined : new Map(said.toReversed());
}

/** The totals that `{total}` names: nobody knows when they were, only of which ticket. */
export function readPauseTotals(clock: Entry, names: Names, found: Complaints): string[] {
  const totals = itemsOf(child(clock.value, 'pause')).flatMap((item) => itemsOf(child(item, 'total')));
  const named = totals.flatMap((item) => wordsOf(item) ?? []);
  for (const { text, place } of named) {
    if (names.totals === undefined || names.totals.includes(text)) continue;
    const list = names.totals.length === 0 ? 'The records name none.' : `Totals: ${names.totals.join(', ')}.`;
    const message = `the records have no total "${text}" among their durations`;
    found.add('bad-value', place, message, list + didYouMean(text, names.totals));
  }
  const [first] = named;
  const several = first === undefined ? undefined : severalRuns(clock.value);
  if (first !== undefined && several !== undefined) {
    const message = `a total is of a whole ticket, of which a clock with ${several} can have several runs`;
    found.add('bad-value', first.place, message, 'Which of them was paused nobody can say.');
  }
  return [...new Set(named.map(({ text }) => text))];
}

/** What of a clock makes it run more than once on a ticket. */
function severalRuns(clock: Tree): string | undefined {
  const reopen = child(clock, 'reopen');
  const rule = textOf(child(reopen, 'rule'));
  if (['duty', 'next_response'].includes(textOf(child(clock, 'kind')) ?? ''))
    return `kind: ${textOf(child(clock, 'kind'))}`;
  if (rule === 'cycle' || rule === 'reset') return `rule: ${rule}`;
  if (child(reopen, 'grace') !== undefined) return 'a grace';
  return ['every', 'during', 'reset'].find((key) => child(clock, key) !== undefined);
}
