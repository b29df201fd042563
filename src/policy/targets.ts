import { isAlwaysOpen } from '../calendar/day-hours.ts';
import type { CalendarDefinition } from '../domain/calendar.ts';
import type { Place } from '../domain/diagnostic.ts';
import type { Target, Within } from '../domain/policy.ts';
import type { Complaints } from './complaints.ts';
import { readCondition } from './condition.ts';
import { readLength, readWithin } from './duration.ts';
import { checkCalendar, checkField, type Names } from './names.ts';
import { present } from './present.ts';
import { child, type Entry, entriesOf, itemsOf, type Tree, wordsOf } from './tree.ts';
import { ALWAYS } from './words/calendars.ts';

/** What a clock or target may name, and what stands behind the name. */
export interface Calendars {
  readonly entries: readonly Entry[];
  readonly definitions: ReadonlyMap<string, CalendarDefinition>;
}

/** When the time of a clock or target counts. */
type ServiceHours = Pick<Target, 'calendar' | 'isOnShift'>;

/** What a clock promises, in order: its `targets`, or its `within` alone, or the interval of a duty. */
export function readTargets(
  clock: Entry,
  hours: ServiceHours,
  calendars: Calendars,
  names: Names,
  found: Complaints,
): Target[] {
  const due = entriesOf(clock.value).find(({ key }) => key === 'due');
  const ways = due === undefined ? ['targets', 'within', 'every'] : ['due', 'targets', 'every'];
  const [given, ...more] = entriesOf(clock.value).filter(({ key }) => ways.includes(key));
  for (const { key, keyPlace } of more) {
    const message = `"${key}" cannot stand beside "${given?.key}" in the clock "${clock.key}"`;
    found.add(
      'bad-value',
      keyPlace,
      message,
      'A clock has either targets, or within, or due, or (a recurring duty) every.',
    );
  }
  if (given === undefined) return complainOfNoTarget(clock, found);
  if (given.key === 'targets') return readList(clock, given, hours, calendars, names, found);
  if (given.key === 'due') return readPromise(clock, given, hours, calendars, names, found);
  const read = given.key === 'every' ? readInterval : readWithinOf;
  const within = read(given.value, hours, calendars, found);
  return within === undefined ? [] : [{ id: '1', when: [], within, ...hours, place: given.keyPlace }];
}

/** A promise made per ticket (A12): the instant stands in a field, and `within` bounds how far away it may lie. */
function readPromise(
  clock: Entry,
  due: Entry,
  hours: ServiceHours,
  calendars: Calendars,
  names: Names,
  found: Complaints,
): Target[] {
  const words = wordsOf(due.value);
  if (words === undefined) return [];
  checkField(words, names.fields, found);
  if (names.fields?.includes(words.text) === true && names.times?.includes(words.text) !== true) {
    const hint = `Say that its cells are instants: ${words.text}: {column: …, time: true}.`;
    found.add('bad-value', words.place, `the field "${words.text}" is not a time`, hint);
  }
  const bound = wordsOf(child(clock.value, 'within'));
  const furthest = bound && readLength(bound, { allowsDays: allowsDays(hours, calendars) }, found);
  const within: Within = { kind: 'promised', field: words.text, ...present('furthest', furthest) };
  return [{ id: '1', when: [], within, ...hours, place: due.keyPlace }];
}

function complainOfNoTarget({ key, keyPlace, value }: Entry, found: Complaints): Target[] {
  const hint = 'Give targets: [{within: 24h}], or within: 24h, or due, or (a recurring duty) every: 2h and by.';
  if (value.kind === 'map') found.add('missing-key', keyPlace, `the clock "${key}" promises nothing`, hint);
  return [];
}

function readList(
  clock: Entry,
  list: Entry,
  clockHours: ServiceHours,
  calendars: Calendars,
  names: Names,
  found: Complaints,
): Target[] {
  if (list.value.kind !== 'list') return [];
  if (list.value.items.length === 0) {
    found.add('bad-value', list.keyPlace, `"targets" of the clock "${clock.key}" is empty`, 'Give one: {within: 24h}.');
  }
  const firsts = new Map<string, Place>();
  return itemsOf(list.value).flatMap((item, index): Target[] => {
    const given = wordsOf(child(item, 'id'));
    const id = given?.text ?? String(index + 1);
    const first = firsts.get(id);
    if (first !== undefined) {
      const hint = `The first stands in line ${first.line}; a target without an id has its number, from 1.`;
      found.add('duplicate-id', given?.place ?? item.place, `the clock "${clock.key}" has two targets "${id}"`, hint);
    }
    firsts.set(id, first ?? item.place);
    const when = readCondition(child(item, 'when'), names.fields, found);
    const hours = readServiceHours(child(item, 'calendar'), calendars, names, found) ?? clockHours;
    const within = readWithinOf(child(item, 'within'), hours, calendars, found);
    return within === undefined ? [] : [{ id, when, within, ...hours, place: item.place }];
  });
}

function readWithinOf(
  tree: Tree | undefined,
  hours: ServiceHours,
  calendars: Calendars,
  found: Complaints,
): Within | undefined {
  const words = wordsOf(tree);
  const within = words && readWithin(words, allowsDays(hours, calendars), found);
  if (words !== undefined && within?.kind === 'working-days' && hours.isOnShift) {
    const hint = 'Working days are counted in one calendar: name it, or give the length in hours.';
    found.add('bad-value', words.place, `"${words.text}" cannot be counted in the shifts of several people`, hint);
  }
  return within;
}

function readInterval(tree: Tree, hours: ServiceHours, calendars: Calendars, found: Complaints): Within | undefined {
  const words = wordsOf(tree);
  const length = words && readLength(words, { allowsDays: allowsDays(hours, calendars) }, found);
  return length === undefined ? undefined : { kind: 'duration', length };
}

/** A day is 24 hours where the calendar never closes (S9); an unknown calendar is complained of already. */
export function allowsDays({ calendar, isOnShift }: ServiceHours, { definitions }: Calendars): boolean {
  const definition = definitions.get(calendar);
  return !isOnShift && (definition === undefined || isAlwaysOpen(definition));
}

export function readServiceHours(
  tree: Tree | undefined,
  { entries }: Calendars,
  names: Names,
  found: Complaints,
): ServiceHours | undefined {
  const isOnShift = tree?.kind === 'map';
  if (isOnShift && !names.hasRoster) {
    const hint = 'Shifts are the column "calendar" of a roster: people: roster.csv.';
    found.add('bad-value', tree.place, 'nobody has a shift: the policy names no roster', hint);
  }
  if (isOnShift && names.fields?.includes('assignee') === false) {
    const hint = 'Name the column: fields: {assignee: 负责人}.';
    found.add('bad-value', tree.place, 'nobody holds a ticket: the records have no field "assignee"', hint);
  }
  const words = wordsOf(isOnShift ? child(tree, 'else') : tree);
  if (words === undefined) return undefined;
  if (words.text !== ALWAYS) checkCalendar(words, entries, found);
  return { calendar: words.text, isOnShift };
}
