import type { CalendarWindow, CountingWindow } from '../../domain/consequence-rules.ts';
import type { Clock } from '../../domain/policy.ts';
import type { Complaints } from '../complaints.ts';
import { checkClock, didYouMean, type Names } from '../names.ts';
import { allowsDays, type Calendars } from '../targets.ts';
import { child, type Entry, entriesOf, itemsOf, type Tree, type Words, wordsOf } from '../tree.ts';
import { CALENDAR_WINDOWS } from '../words/consequences.ts';
import type { Money } from './money.ts';
import { monthsIn } from './numbers.ts';

/** What the rules of consequences may refer to, and how their money is read. */
export interface Ground {
  readonly names: Names;
  /** The clocks as they stand in the file … */
  readonly entries: readonly Entry[];
  /** … and as they were read. */
  readonly clocks: readonly Clock[];
  readonly calendars: Calendars;
  readonly money: Money;
  /** The policy says which field has the rating. */
  readonly hasRating: boolean;
  readonly found: Complaints;
}

/** Ids of the clocks that a rule names; none: all. */
export function readClocks(tree: Tree | undefined, { entries, found }: Ground): string[] {
  const named = allWords(tree);
  for (const words of named) checkClock(words, entries, found);
  return named.map(({ text }) => text);
}

export function allWords(tree: Tree | undefined): Words[] {
  return itemsOf(tree).flatMap((each) => wordsOf(each) ?? []);
}

/** Whether a day is 24 hours under all these clocks (S9); of none named, under all. */
export function haveDays(named: readonly string[], { clocks, calendars }: Ground): boolean {
  return clocks
    .filter(({ id }) => named.length === 0 || named.includes(id))
    .every((clock) => [clock, ...clock.targets].every((hours) => allowsDays(hours, calendars)));
}

/** A severity band must be one of the clocks that are named; of none named, of any. */
export function checkSeverity({ text, place }: Words, named: readonly string[], { entries, found }: Ground): void {
  const over = entries.filter(({ key }) => named.length === 0 || named.includes(key));
  const bands = [...new Set(over.flatMap(({ value }) => entriesOf(child(value, 'severity')).map(({ key }) => key)))];
  // Where a clock's name is wrong its bands are not known: that is told already.
  if (bands.includes(text) || named.some((id) => !entries.some(({ key }) => key === id))) return;
  const whose = named.length === 0 ? 'no clock' : `none of the clocks ${named.join(', ')}`;
  const list = bands.length === 0 ? 'There are none: a clock has them under severity.' : `Bands: ${bands.join(', ')}.`;
  const message =
    named.length === 1
      ? `the clock "${named[0]}" has no severity band "${text}"`
      : `${whose} has a severity band "${text}"`;
  found.add('unknown-severity', place, message, list + didYouMean(text, bands));
}

export function readWindow(words: Words, found: Complaints): CountingWindow | undefined {
  const { text, place } = words;
  if (text === 'ever') return { kind: 'ever' };
  const kind = CALENDAR_WINDOWS.find((each) => each === text);
  if (kind !== undefined) return { kind };
  const months = monthsIn(text);
  if (months !== undefined) return { kind: 'rolling', months };
  const years = /^(\d{1,2})\s*years?$/.exec(text)?.[1];
  const meant =
    years === undefined
      ? didYouMean(text, [...CALENDAR_WINDOWS, 'ever', '12 months'])
      : ` Did you mean "${Number(years) * 12} months"?`;
  const hint = `A month, quarter or year of the calendar; a rolling one, 12 months; or ever.${meant}`;
  found.add('bad-value', place, `"${text}" is not a window`, hint);
  return undefined;
}

export function isCalendarWindow(window: CountingWindow): window is CalendarWindow {
  return window.kind !== 'ever' && window.kind !== 'rolling';
}

/** A key that would be passed over in silence. */
export function complainOfIdle(tree: Tree | undefined, keys: readonly string[], why: string, found: Complaints): void {
  for (const { key, keyPlace } of entriesOf(tree)) {
    if (keys.includes(key)) found.add('unknown-key', keyPlace, `"${key}" says nothing ${why}`, 'Take it out.');
  }
}
