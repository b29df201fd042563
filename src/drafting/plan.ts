import type {
  ColumnProfile,
  EventRole,
  FieldRole,
  InspectedTable,
  Role,
  RoleGuess,
  TableProfile,
} from '../domain/profile.ts';
import { EVENT_ROLES, FIELD_ROLES } from '../domain/profile.ts';
import { planClocks } from './clocks.ts';
import { isWord, matchHeader } from './match-words.ts';
import { type Doubt, type Plan, type PlannedColumn, type PlannedLength, PROMISED, UPDATED } from './planned.ts';
import { chosenPreset, eventsOf, type PresetColumns } from './presets.ts';
import { formatsOf } from './stamp-formats.ts';
import { planZone, speaksChinese } from './time-zone.ts';
import { datelessTimes, pairedTimes } from './times-of-day.ts';
import type { Wishes } from './wishes.ts';
import { EVENT_WORDS } from './words/events.ts';
import { INSTANT_WORDS } from './words/instant-columns.ts';
import { NOTHING } from './words/nothing.ts';
import { TEXT_WORDS } from './words/text-columns.ts';

/** Further columns that become fields: a verdict record has room for some. */
const MOST_FIELDS = 16;

/** `undefined` when no column of the table is a time: nothing could be timed. */
export function planPolicy(
  { profile, guess }: InspectedTable,
  wishes: Wishes,
  presets: readonly PresetColumns[],
  reserved: readonly string[],
): Plan | undefined {
  const byName = new Map(profile.columns.map((column) => [column.name, column]));
  const anyColumnOf = (role: Role): ColumnProfile | undefined =>
    byName.get(guess.roles.find((each) => each.role === role)?.column ?? '');
  const preset = chosenPreset(guess.presets, wishes.preset, presets);
  const isSaid = new Set([wishes.created, wishes.responded, wishes.resolved, wishes.ticket]);
  // What the preset reads is read: under a second name its words, its formats and its zone would be lost.
  const isRead = (name: string): boolean => preset?.read.has(name) === true && !isSaid.has(name);
  const columnOf = (role: Role): ColumnProfile | undefined => {
    const column = anyColumnOf(role);
    return column === undefined || isRead(column.name) ? undefined : column;
  };
  const form = preset?.form ?? guess.form;
  // A preset of another form knows what the guess does not: nothing is added to it.
  const adds = form === guess.form;
  const isChinese = speaksChinese(profile);
  const zone = planZone(profile, wishes, isChinese, preset);
  const doubts: Doubt[] = [];
  const timesOfDay = pairedTimes(profile);
  const timeOfDay = (date: string): { readonly timeOfDay?: string } => {
    const time = timesOfDay.get(date);
    return time === undefined ? {} : { timeOfDay: time };
  };
  const stamp = (column: ColumnProfile, isTime?: true): PlannedColumn => {
    const { formats, isDoubtful } = formatsOf(column, wishes, zone.timezone, preset);
    if (isDoubtful) doubts.push({ kind: 'day-order', column: column.name, formats });
    const unreadable = (column.stamps?.unreadable ?? []).map(({ value }) => value).filter((value) => !isNothing(value));
    if (unreadable.length > 0) doubts.push({ kind: 'unreadable', column: column.name, values: unreadable });
    return { column: column.name, profile: column, formats, ...(isTime && { isTime }), ...timeOfDay(column.name) };
  };

  const isOwn = (names: readonly string[] | undefined, column: string): boolean => names?.includes(column) !== true;
  const firstTime = columnOf(form === 'tickets' ? 'created' : 'at');
  if (firstTime === undefined && preset === undefined) return undefined;
  const ticket = columnOf('ticket');
  if (ticket === undefined && preset === undefined) return undefined;

  for (const role of ['ticket', 'created'] as const) {
    const found = guess.roles.find((each) => each.role === role && (each.why === 'rest' || each.why === 'values'));
    if (found !== undefined && preset === undefined) doubts.push({ kind: role, column: found.column });
  }
  const events = new Map<string, PlannedColumn>();
  for (const role of form === 'tickets' && adds ? EVENT_ROLES : []) {
    const column = columnOf(role);
    if (column?.kind !== 'instant' || isRefused(role, wishes)) continue;
    if (isOwn(preset?.events.get(role), column.name)) events.set(role, stamp(column));
  }
  const changedAt = form === 'tickets' ? lastChangeOf(profile, guess.roles, isRead) : undefined;
  if (changedAt !== undefined) events.set(UPDATED, stamp(changedAt));
  const eventColumn = form === 'events' && adds ? (anyColumnOf('event') ?? columnOf('status')) : undefined;
  const values = eventColumn === undefined ? new Map<string, string>() : eventValues(eventColumn, wishes);
  const [field, to, from] = [anyColumnOf('field'), anyColumnOf('to'), anyColumnOf('from')];
  const actor = columnOf('actor');
  const role = columnOf('actor_role');
  const durations = form === 'tickets' && adds ? lengthsOf(columnOf, events, preset) : new Map<string, PlannedLength>();
  const fields = adds
    ? fieldsOf({ guess: { profile, guess }, columnOf, preset, reserved, stamp, eventColumn, isRead })
    : new Map<string, PlannedColumn>();
  const presetFields = new Set(
    [...(preset?.fields ?? [])].filter(([, names]) => names.some((name) => byName.has(name))).map(([field]) => field),
  );
  const ofPreset = preset === undefined ? new Set<string>() : eventsOf(preset, profile);
  // What the preset names already needs no second name, unless the user gave it one.
  const said = new Set([wishes.created, wishes.responded, wishes.resolved]);
  for (const [value, name] of values) {
    if (!said.has(value) && (preset?.eventValues.has(value) || ofPreset.has(name))) values.delete(value);
  }
  const known = [...events.keys(), ...ofPreset, ...values.values()];
  for (const [name, { after }] of durations) if (after !== undefined) known.push(name);
  const clocks = planClocks({
    form,
    events: new Set(known),
    fields,
    presetFields,
    eventColumn,
    changed: field,
    changedTo: to,
    totals: [...totalsOf(preset, byName), ...(durations.has('paused') ? ['paused'] : [])],
    wishes,
  });
  for (const { column, date } of datelessTimes(profile, isRead)) {
    const event = eventNamed(column);
    doubts.push({ kind: 'no-date', column, ...(date && { date }), ...(event && { event }) });
  }
  if (clocks.some(({ isEndless }) => isEndless)) doubts.push({ kind: 'no-end' });
  const example = ['priority', 'type', 'channel']
    .map((name) => ({ field: name, values: (fields.get(name)?.profile?.values ?? []).map(({ value }) => value) }))
    .find(({ values: some }) => some.length > 0);
  const at = form === 'tickets' || firstTime === undefined ? undefined : stamp(firstTime);
  const used = [ticket, eventColumn, ...[...events.values(), ...fields.values()].map(({ profile: each }) => each)];
  return {
    language: wishes.language ?? (isChinese ? 'zh' : 'en'),
    form,
    ...(preset && { preset }),
    zone,
    ...(ticket && { ticket: { column: ticket.name, profile: ticket, formats: [] } }),
    ...(at && { at }),
    events,
    ...(eventColumn && { event: { column: eventColumn.name, values, profile: eventColumn } }),
    ...(form === 'changes' &&
      field &&
      to && { change: { field: field.name, to: to.name, ...(from && { from: from.name }) } }),
    ...(actor && { actor: { column: actor.name, ...(role && { role: role.name }) } }),
    ...(form !== 'tickets' && columnOf('sequence') && { sequence: columnOf('sequence')?.name ?? '' }),
    durations,
    fields,
    presetFields,
    missing: missingOf([...used, firstTime].filter((column) => column !== undefined)),
    clocks,
    ...(example && { example }),
    doubts,
  };
}

/** The totals of a preset that a table has. */
function totalsOf(preset: PresetColumns | undefined, present: ReadonlyMap<string, unknown>): string[] {
  return [...(preset?.totals ?? [])]
    .filter(([, names]) => names.some((name) => present.has(name)))
    .map(([total]) => total);
}

/**
 * The column that tells of a ticket's last change, the latest where there are several. No clock uses it, but without it an
 * export would seem to end with its last mapped event, and what is open would be judged too early.
 */
function lastChangeOf(
  { columns }: TableProfile,
  roles: readonly RoleGuess[],
  isRead: (name: string) => boolean,
): ColumnProfile | undefined {
  const words = INSTANT_WORDS.find(({ role }) => role === UPDATED);
  const free = columns.filter(({ name, kind, stamps }) => {
    if (kind !== 'instant' || isRead(name) || words === undefined || matchHeader(name, words) === 0) return false;
    const role = roles.find(({ column }) => column === name)?.role;
    return (role === undefined || role === UPDATED) && stamps?.unreadable.every(({ value }) => isNothing(value));
  });
  return free.toSorted((a, b) => (b.stamps?.to ?? 0) - (a.stamps?.to ?? 0))[0];
}

/** The user said that there is no such column. */
function isRefused(role: EventRole, { created, responded, resolved }: Wishes): boolean {
  return (
    (role === 'created' && created === '') ||
    ((role === 'responded' || role === 'accepted') && responded === '') ||
    ((role === 'resolved' || role === 'closed') && resolved === '')
  );
}

/** Our names of what an event column says; a value that the user names is that event whatever it is called. */
function eventValues({ values = [] }: ColumnProfile, wishes: Wishes): Map<string, string> {
  const said = new Map<string, string>();
  for (const event of ['created', 'responded', 'resolved'] as const) {
    const value = wishes[event];
    if (value !== undefined && values.some((each) => each.value === value)) said.set(value, event);
  }
  const isSaid = new Set(said.values());
  const named = values.flatMap(({ value }): [string, string][] => {
    const event = Object.keys(EVENT_WORDS).find((name) => isWord(value, EVENT_WORDS[name] ?? []));
    if (said.has(value) || event === undefined || isSaid.has(event)) return [];
    const isNone =
      (event === 'responded' && wishes.responded === '') || (event === 'resolved' && wishes.resolved === '');
    return isNone ? [] : [[value, event]];
  });
  return new Map([...said, ...named]);
}

/** The event that a header is a word for. */
function eventNamed(header: string): string | undefined {
  return INSTANT_WORDS.find((words) => matchHeader(header, words) > 0)?.role;
}

function lengthsOf(
  columnOf: (role: Role) => ColumnProfile | undefined,
  events: ReadonlyMap<string, PlannedColumn>,
  preset: PresetColumns | undefined,
): Map<string, PlannedLength> {
  const lengths = new Map<string, PlannedLength>();
  const hasStart = events.has('created') || preset?.events.has('created') === true;
  for (const [role, name] of [
    ['response_time', 'responded'],
    ['resolution_time', 'resolved'],
    ['paused', 'paused'],
  ] as const) {
    const column = columnOf(role);
    const unit = column && unitOf(column);
    if (column === undefined || unit === undefined || events.has(name)) continue;
    if ([preset?.events, preset?.lengths, preset?.totals].some((known) => known?.has(name))) continue;
    if (name === 'paused') lengths.set(name, { column: column.name, unit });
    else if (hasStart) lengths.set(name, { column: column.name, unit, after: 'created' });
  }
  return lengths;
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/毫秒|(?:^|[^a-z])ms(?:[^a-z]|$)|millis/i, 'ms'],
  [/秒|(?:^|[^a-z])(?:secs?|seconds?|s)(?:[^a-z]|$)/i, 's'],
  [/分|(?:^|[^a-z])(?:min|mins|minutes?)(?:[^a-z]|$)/i, 'min'],
  [/小时|(?:^|[^a-z])(?:hrs?|hours?|h)(?:[^a-z]|$)/i, 'h'],
  [/天|日|(?:^|[^a-z])(?:days?|d)(?:[^a-z]|$)/i, 'd'],
];

/** A number says its unit in the header, or nobody knows. */
function unitOf({ kind, name }: ColumnProfile): string | undefined {
  return kind === 'duration' ? 'text' : UNITS.find(([words]) => words.test(name.replaceAll('_', ' ')))?.[1];
}

interface FieldsGround {
  readonly guess: InspectedTable;
  readonly columnOf: (role: Role) => ColumnProfile | undefined;
  readonly preset: PresetColumns | undefined;
  readonly reserved: readonly string[];
  readonly stamp: (column: ColumnProfile, isTime: true) => PlannedColumn;
  readonly eventColumn: ColumnProfile | undefined;
  readonly isRead: (name: string) => boolean;
}

/** The fields a table has words for, and its other small sets by their own names. */
function fieldsOf({ guess: { profile, guess }, columnOf, preset, reserved, stamp, eventColumn, isRead }: FieldsGround) {
  const fields = new Map<string, PlannedColumn>();
  const isPreset = (name: string, column: string): boolean =>
    preset !== undefined && [...preset.fields].some(([field, names]) => field === name || names.includes(column));
  const add = (name: string, column: ColumnProfile): void => {
    if (!fields.has(name) && !isPreset(name, column.name)) {
      fields.set(name, { column: column.name, profile: column, formats: [] });
    }
  };
  for (const role of FIELD_ROLES) {
    const column = columnOf(role);
    if (column !== undefined) add(role, column);
  }
  const due = columnOf('due');
  if (due?.kind === 'instant' && !isPreset(PROMISED, due.name)) fields.set(PROMISED, stamp(due, true));
  if (guess.form === 'changes') {
    for (const { value } of columnOf('field')?.values ?? []) {
      const role = fieldRoleOf(value);
      const name = role ?? value;
      if (role !== undefined && !fields.has(name) && !isPreset(name, value))
        fields.set(name, { column: value, formats: [] });
    }
  }
  const used = new Set([...guess.roles.map(({ column }) => column), eventColumn?.name]);
  for (const column of profile.columns) {
    if (fields.size >= MOST_FIELDS) break;
    if (column.kind !== 'choice' || used.has(column.name) || isRead(column.name) || column.distinct < 2) continue;
    const name = fieldName(column.name, reserved);
    if (!(FIELD_ROLES as readonly string[]).includes(name) && name !== PROMISED) add(name, column);
  }
  return fields;
}

/** A value of the column that says which field changed. */
function fieldRoleOf(value: string): FieldRole | undefined {
  const words = TEXT_WORDS.filter(({ role }) => (FIELD_ROLES as readonly string[]).includes(role));
  return words.find((each) => matchHeader(value, each) > 2.5)?.role as FieldRole | undefined;
}

/** `Open Data Channel` → `open_data_channel`; what is not written in Latin letters stays. */
function fieldName(header: string, reserved: readonly string[]): string {
  const slug = /^[\x20-\x7e]+$/.test(header)
    ? header
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '_')
        .replaceAll(/^_|_$/g, '')
    : header;
  const name = slug === '' ? `column_${header.length}` : slug;
  return reserved.includes(name) ? `${name}_given` : name;
}

function missingOf(columns: readonly ColumnProfile[]): string[] {
  const seen = columns.flatMap(({ values = [], stamps }) => [...values, ...(stamps?.unreadable ?? [])]);
  return [...new Set(seen.map(({ value }) => value).filter(isNothing))].sort();
}

function isNothing(value: string): boolean {
  return NOTHING.includes(value);
}
