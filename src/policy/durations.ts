import type { DurationColumn, EventColumn, Form } from '../domain/policy.ts';
import { readColumn, type TimeDefaults } from './columns.ts';
import type { Complaints } from './complaints.ts';
import { didYouMean } from './names.ts';
import { present } from './present.ts';
import { child, choiceOf, entriesOf, type Tree, wordsOf } from './tree.ts';
import { ASSUMPTIONS, UNITS } from './words/records.ts';

/**
 * Columns that hold a length. One that says `after` is an event, so long after an event that has a column in the same row
 * (or after a length before it); the others are totals, of which a ticket has one: form tickets.
 */
export function readDurations(
  records: Tree,
  form: Form,
  events: readonly EventColumn[],
  { assume }: Pick<TimeDefaults, 'assume'>,
  found: Complaints,
): DurationColumn[] {
  const timed = new Set(events.map(({ event }) => event));
  return entriesOf(child(records, 'durations')).flatMap(({ key: name, keyPlace, value }): DurationColumn[] => {
    const column = readColumn(value);
    const after = wordsOf(child(value, 'after'));
    if (after !== undefined && !timed.has(after.text)) {
      const hint = `An event with a column of its own: ${[...timed].join(', ') || 'the records name none'}.`;
      const message = `no column of the row says when "${after.text}" was`;
      found.add('unknown-event', after.place, message, hint + didYouMean(after.text, [...timed]));
    }
    if (after === undefined && form !== 'tickets') {
      const hint = 'Say after which event: after: created. A total of a ticket belongs to form tickets.';
      found.add('bad-value', keyPlace, `in form ${form} a row has no total "${name}"`, hint);
    }
    if (after !== undefined) timed.add(name);
    const unit = choiceOf(child(value, 'unit'), UNITS) ?? 'text';
    const assumed = choiceOf(child(value, 'assume'), ASSUMPTIONS) ?? assume;
    return column === undefined ? [] : [{ ...column, name, unit, assume: assumed, ...present('after', after?.text) }];
  });
}
