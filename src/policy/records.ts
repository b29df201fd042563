import type { ActorMapping, EventColumn, FieldMapping, Form, Records } from '../domain/policy.ts';
import { readColumn, readStamp, readTimeDefaults, type TimeDefaults } from './columns.ts';
import type { Complaints } from './complaints.ts';
import { readCondition } from './condition.ts';
import { readDurations } from './durations.ts';
import { readFileOptions } from './file-options.ts';
import type { EventNames, Names } from './names.ts';
import { present } from './present.ts';
import { RESERVED } from './reserved-names.ts';
import { child, choiceOf, type Entry, entriesOf, itemsOf, keyPlace, type Tree, textOf } from './tree.ts';
import { FORMS, REPEATS } from './words/records.ts';

/** Keys that say something in some forms only. */
const FORMS_OF: Readonly<Record<string, readonly Form[]>> = {
  repeats: ['tickets'],
  at: ['events', 'changes'],
  sequence: ['events', 'changes'],
  event: ['events'],
  field: ['changes'],
  to: ['changes'],
  from: ['changes'],
};
const NEEDED: Readonly<Record<Form, readonly string[]>> = {
  tickets: [],
  events: ['at'],
  changes: ['at', 'field', 'to'],
};

/** How an export becomes tickets. `records` is absent when not even its shape could be read. */
export function readRecords(
  policy: Tree,
  timezone: string,
  found: Complaints,
): { readonly records?: Records; readonly names: Names } {
  const tree = child(policy, 'records');
  const hasRoster = child(policy, 'people') !== undefined;
  if (tree?.kind !== 'map') return { names: { ...NOTHING_KNOWN, hasRoster } };
  const form = choiceOf(child(tree, 'form'), FORMS) ?? formOf(tree);
  checkKeysOfForm(tree, form, keyPlace(policy, 'records') ?? tree.place, found);

  const defaults = readTimeDefaults(child(tree, 'time'), timezone, found);
  const fields = entriesOf(child(tree, 'fields')).flatMap((entry) => readField(entry, defaults, found));
  const names = namesOf(tree, form, fields, hasRoster);
  const ticket = readColumn(child(tree, 'ticket'));
  if (ticket === undefined) return { names };
  const events = entriesOf(child(tree, 'events')).flatMap(({ key, value }): EventColumn[] => {
    const stamp = readStamp(value, defaults, found);
    return stamp === undefined ? [] : [{ event: key, ...stamp }];
  });
  return {
    names,
    records: {
      form,
      ...present('preset', textOf(child(tree, 'preset'))),
      file: readFileOptions(child(tree, 'file'), found),
      rows: textOf(child(tree, 'rows'))?.split('.') ?? [],
      repeats: choiceOf(child(tree, 'repeats'), REPEATS) ?? 'last',
      ticket,
      events,
      ...present('at', readStamp(child(tree, 'at'), defaults, found)),
      ...present('event', readColumn(child(tree, 'event'))),
      ...present('actor', readActor(child(tree, 'actor'))),
      ...present('sequence', readColumn(child(tree, 'sequence'))),
      ...present('change', readChange(tree)),
      durations: readDurations(tree, form, events, defaults, found),
      fields,
      missing: itemsOf(child(tree, 'missing')).flatMap((item) => textOf(item) ?? []),
      include: readCondition(child(tree, 'include'), names.fields, found),
    },
  };
}

const NOTHING_KNOWN = {
  form: 'events',
  events: { known: [], others: 'open' },
  hasActor: true,
  hasRole: true,
} as const satisfies Omit<Names, 'hasRoster'>;

function formOf(records: Tree): Form {
  if (child(records, 'to') ?? child(records, 'field')) return 'changes';
  return (child(records, 'at') ?? child(records, 'event')) ? 'events' : 'tickets';
}

function checkKeysOfForm(records: Tree, form: Form, place: Entry['keyPlace'], found: Complaints): void {
  for (const [key, forms] of Object.entries(FORMS_OF)) {
    const at = keyPlace(records, key);
    if (at === undefined || forms.includes(form)) continue;
    found.add('unknown-key', at, `"${key}" says nothing in form ${form}`, `It belongs to form ${forms.join(' and ')}.`);
  }
  for (const key of NEEDED[form]) {
    if (keyPlace(records, key)) continue;
    found.add(
      'missing-key',
      place,
      `"records" lacks the key "${key}"`,
      `Form ${form} needs ${NEEDED[form].join(', ')}.`,
    );
  }
}

function namesOf(records: Tree, form: Form, fields: readonly FieldMapping[], hasRoster: boolean): Names {
  const events = child(records, 'events');
  const event = child(records, 'event');
  const values = readColumn(event)?.values ?? new Map<string, string>();
  const timed = entriesOf(child(records, 'durations')).filter(({ value }) => child(value, 'after') !== undefined);
  const known = new Set([...[...entriesOf(events), ...timed].map((entry) => entry.key), ...values.values()]);
  const others: EventNames['others'] = form === 'tickets' || event === undefined ? 'closed' : 'open';
  const mapped = child(records, 'fields');
  const actor = child(records, 'actor');
  return {
    form,
    ...present('fields', mapped && mapped.kind !== 'map' ? undefined : fields.map((field) => field.field)),
    times: fields.filter((field) => field.time !== undefined).map((field) => field.field),
    totals: entriesOf(child(records, 'durations'))
      .filter(({ value }) => child(value, 'after') === undefined)
      .map(({ key }) => key),
    events: { known: [...known], others },
    hasActor: actor !== undefined,
    hasRole: child(actor, 'role') !== undefined || (hasRoster && actor !== undefined),
    hasRoster,
  };
}

function readActor(tree: Tree | undefined): ActorMapping | undefined {
  const column = readColumn(tree);
  return column && { ...column, ...present('role', readColumn(child(tree, 'role'))) };
}

function readChange(tree: Tree): Records['change'] {
  const field = readColumn(child(tree, 'field'));
  const to = readColumn(child(tree, 'to'));
  if (field === undefined || to === undefined) return undefined;
  return { field, to, ...present('from', readColumn(child(tree, 'from'))) };
}

function readField(entry: Entry, defaults: TimeDefaults, found: Complaints): FieldMapping[] {
  const { key: field, keyPlace: place, value } = entry;
  if (RESERVED.includes(field)) {
    const message = `"${field}" is a column of the verdict record and cannot be a field as well`;
    found.add('reserved-name', place, message, `Call it otherwise: ${field}_given.`);
  }
  const time = child(value, 'time');
  const isTime = time?.kind === 'scalar' && time.value === true;
  const options = ['format', 'zone', 'assume', 'ambiguous', 'time_of_day'].filter((key) => keyPlace(value, key));
  for (const key of isTime ? [] : options) {
    const message = `"${key}" says nothing about a field that is not a time`;
    found.add('unknown-key', keyPlace(value, key) ?? place, message, 'Add time: true if its cells are instants.');
  }
  const column = readColumn(value);
  if (column === undefined) return [];
  const stamp = isTime ? readStamp(value, defaults, found) : undefined;
  return [{ field, ...column, clearedByEmpty: textOf(child(value, 'empty')) === 'clear', ...present('time', stamp) }];
}
