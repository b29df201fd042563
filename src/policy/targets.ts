import { isAlwaysOpen } from '../calendar/day-hours.ts';
import type { CalendarDefinition } from '../domain/calendar.ts';
import type { Place } from '../domain/diagnostic.ts';
import type { Target, Within } from '../domain/policy.ts';
import type { Complaints } from './complaints.ts';
import { readCondition } from './condition.ts';
import { readLength, readWithin } from './duration.ts';
import { ALWAYS } from './grammar/calendars.ts';
import { checkCalendar, checkField, type Names } from './names.ts';
import { present } from './present.ts';
import { child, type Entry, entriesOf, itemsOf, type Tree, textOf, wordsOf } from './tree.ts';

/** What a clock or target may name, and what stands behind the name. */
export interface Calendars {
  readonly entries: readonly Entry[];
  readonly definitions: ReadonlyMap<string, CalendarDefinition>;
}

/** What a clock promises, in order: its `targets`, or its `within` alone, or the interval of a duty. */
export function readTargets(
  clock: Entry,
  calendar: string,
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
  if (given.key === 'targets') return readList(clock, given, calendar, calendars, names, found);
  if (given.key === 'due') return readPromise(clock, given, calendar, calendars, names, found);
  const read = given.key === 'every' ? readInterval : readWithinOf;
  const within = read(given.value, calendar, calendars, found);
  return within === undefined ? [] : [{ id: '1', when: [], within, calendar, place: given.keyPlace }];
}

/** A promise made per ticket (A12): the instant stands in a field, and `within` bounds how far away it may lie. */
function readPromise(
  clock: Entry,
  due: Entry,
  calendar: string,
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
  const furthest = bound && readLength(bound, { allowsDays: allowsDays(calendar, calendars) }, found);
  const within: Within = { kind: 'promised', field: words.text, ...present('furthest', furthest) };
  return [{ id: '1', when: [], within, calendar, place: due.keyPlace }];
}

function complainOfNoTarget({ key, keyPlace, value }: Entry, found: Complaints): Target[] {
  const hint = 'Give targets: [{within: 24h}], or within: 24h, or due, or (a recurring duty) every: 2h and by.';
  if (value.kind === 'map') found.add('missing-key', keyPlace, `the clock "${key}" promises nothing`, hint);
  return [];
}

function readList(
  clock: Entry,
  list: Entry,
  clockCalendar: string,
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
    const calendar = readCalendarName(child(item, 'calendar'), calendars, found) ?? clockCalendar;
    const within = readWithinOf(child(item, 'within'), calendar, calendars, found);
    return within === undefined ? [] : [{ id, when, within, calendar, place: item.place }];
  });
}

function readWithinOf(
  tree: Tree | undefined,
  calendar: string,
  calendars: Calendars,
  found: Complaints,
): Within | undefined {
  const words = wordsOf(tree);
  return words && readWithin(words, allowsDays(calendar, calendars), found);
}

function readInterval(tree: Tree, calendar: string, calendars: Calendars, found: Complaints): Within | undefined {
  const words = wordsOf(tree);
  const length = words && readLength(words, { allowsDays: allowsDays(calendar, calendars) }, found);
  return length === undefined ? undefined : { kind: 'duration', length };
}

/** A day is 24 hours where the calendar never closes (S9); an unknown calendar is complained of already. */
export function allowsDays(calendar: string, { definitions }: Calendars): boolean {
  const definition = definitions.get(calendar);
  return definition === undefined || isAlwaysOpen(definition);
}

export function readCalendarName(
  tree: Tree | undefined,
  { entries }: Calendars,
  found: Complaints,
): string | undefined {
  const words = wordsOf(tree);
  if (words !== undefined && words.text !== ALWAYS) checkCalendar(words, entries, found);
  return textOf(tree);
}
