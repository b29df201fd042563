import type { Code } from '../diagnostics/codes.ts';
import { say, someOf } from '../diagnostics/say.ts';
import type { Diagnostic, Place, Sentence } from '../domain/diagnostic.ts';
import type { EventLog, NumberColumn } from '../domain/event-log.ts';
import type { Clock, Condition, Policy, Trigger } from '../domain/policy.ts';
import { codesIn } from './some-rows.ts';

/** Events and values that the policy waits for and the export never has: once each, at their first place. */
export function unseen(policy: Policy, log: EventLog): Diagnostic<Code>[] {
  const triggers = policy.clocks.flatMap(triggersOf);
  const conditions = [
    ...triggers.map(({ when, place }) => ({ when, place })),
    ...policy.clocks.flatMap(conditionsOf),
    ...policy.exclusions.map(({ when, place }) => ({ when, place })),
  ];
  return [...unseenEvents(triggers, log), ...unseenValues(conditions, log)];
}

function triggersOf(clock: Clock): readonly Trigger[] {
  const pauses = clock.pause.flatMap((rule) => (rule.kind === 'between' ? [...rule.from, ...rule.until] : []));
  const { start, stop, cancel, reset, by } = clock;
  return [...start, ...stop, ...pauses, ...cancel, ...reset, ...(clock.reopen?.on ?? []), ...by];
}

interface Placed {
  readonly when: Condition;
  readonly place: Place;
}

function conditionsOf(clock: Clock): Placed[] {
  return [
    { when: clock.when, place: clock.place },
    { when: clock.during, place: clock.place },
    ...clock.targets.map(({ when, place }) => ({ when, place })),
    ...clock.pause.flatMap((rule) => (rule.kind === 'while' ? [{ when: rule.when, place: rule.place }] : [])),
  ];
}

/** Every event that happens in the export. */
export function eventsSeen(log: EventLog): Set<string> {
  const seen = log.event === undefined ? new Set<string>() : textsIn(log.event, log);
  for (const { event, stamps } of log.stamped) {
    for (let row = 0; row < log.rows && !seen.has(event); row++) {
      if (!Number.isNaN(stamps.at(row))) seen.add(event);
    }
  }
  return seen;
}

function unseenEvents(triggers: readonly Trigger[], log: EventLog): Diagnostic<Code>[] {
  const seen = eventsSeen(log);
  const told = new Set<string>();
  return triggers.flatMap((trigger): Diagnostic<Code>[] => {
    if (trigger.kind !== 'event' || seen.has(trigger.event) || told.has(trigger.event)) return [];
    told.add(trigger.event);
    const message = say`the event "${trigger.event}" never occurs in the export`;
    const list = [...seen].sort();
    return [{ code: 'unseen-event', place: trigger.place, message, hint: listed(list) }];
  });
}

function unseenValues(conditions: readonly Placed[], log: EventLog): Diagnostic<Code>[] {
  const seen = new Map<string, Set<string>>();
  const told = new Set<string>();
  return conditions.flatMap(({ when, place }) =>
    when.flatMap((test): Diagnostic<Code>[] => {
      if (test.kind !== 'one-of') return [];
      const column = log.fields.find(({ field }) => field === test.field);
      if (column === undefined) return [];
      const values = seen.get(test.field) ?? textsIn(column.values, log);
      seen.set(test.field, values);
      // A boolean stands for three spellings, of which one is enough.
      const isSpelling = test.values.some((value) => value.toLowerCase() === 'true' || value.toLowerCase() === 'false');
      const absent = test.values.filter((value) => value !== '' && !values.has(value));
      if (isSpelling && absent.length < test.values.length) return [];
      return absent.flatMap((value): Diagnostic<Code>[] => {
        const key = `${test.field} ${value}`;
        if (told.has(key)) return [];
        told.add(key);
        const message = say`the field "${test.field}" never has the value "${value}" in the export`;
        return [{ code: 'unseen-value', place, message, hint: listed([...values].sort()) }];
      });
    }),
  );
}

const LONGEST_LIST = 12;

function listed(texts: readonly string[]): Sentence {
  return texts.length === 0 ? say`It has: none.` : say`It has: ${someOf(texts, LONGEST_LIST)}.`;
}

function textsIn(column: NumberColumn, log: EventLog): Set<string> {
  return new Set(codesIn(column, log.values.size).map((code) => log.values.text(code)));
}
