import { DAY, HOUR, MINUTE, SECOND } from '../calendar/dates.ts';
import type { Millis, WallSpan, Weekday } from '../domain/time.ts';
import type { Complaints } from './complaints.ts';
import { didYouMean } from './names.ts';
import { entriesOf, itemsOf, type Tree, type Words, wordsOf } from './tree.ts';
import { CLOSED, WEEKDAYS } from './words/calendars.ts';

const SPAN = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*-\s*(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** Opening hours of one date: spans, or `closed`. A span over midnight belongs wholly to the date it begins on. */
export function readSpans(tree: Tree | undefined, found: Complaints): WallSpan[] {
  return itemsOf(tree).flatMap((item) => {
    const words = wordsOf(item);
    if (words === undefined || words.text === CLOSED) return [];
    const span = readSpan(words, found);
    return span === undefined ? [] : [span];
  });
}

function readSpan({ text, place }: Words, found: Complaints): WallSpan | undefined {
  const refuse = (why: string): undefined => {
    found.add(
      'bad-hours',
      place,
      why,
      'Written like 08:30-12:00; 22:00-06:00 runs over midnight, 00:00-24:00 is a day.',
    );
  };
  const match = SPAN.exec(text.trim());
  if (match === null) return refuse(`"${text}" is not a span of opening hours`);
  const from = timeOfDay(match.slice(1, 4));
  const to = timeOfDay(match.slice(4, 7));
  if (from === undefined || to === undefined || from === DAY) return refuse(`"${text}" names a time that no day has`);
  if (from === to) return refuse(`"${text}" begins and ends at the same time`);
  return { from, to: to > from ? to : to + DAY };
}

function timeOfDay([hours, minutes, seconds]: (string | undefined)[]): Millis | undefined {
  if (Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const time = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * SECOND;
  return time <= DAY ? time : undefined;
}

/** Weekly hours, Monday first; days that are not named are closed. */
export function readWeek(tree: Tree | undefined, found: Complaints): WallSpan[][] {
  const week = new Map<Weekday, WallSpan[]>();
  for (const { key, keyPlace, value } of entriesOf(tree)) {
    const spans = readSpans(value, found);
    for (const day of readWeekdays({ text: key, place: keyPlace }, found)) {
      if (week.has(day)) {
        const name = WEEKDAYS[day];
        found.add('bad-hours', keyPlace, `"${key}" gives ${name} hours that it already has`, 'Name each weekday once.');
      }
      week.set(day, spans);
    }
  }
  return WEEKDAYS.map((_, day) => week.get(day as Weekday) ?? []);
}

/** `mon`, `mon-fri`, `sat-mon` (over the week's end), `mon,wed`. */
function readWeekdays({ text, place }: Words, found: Complaints): Weekday[] {
  return text.split(',').flatMap((part) => {
    const [first = '', last = first, ...more] = part.trim().split(/\s*-\s*/);
    const from = weekdayNamed(first);
    const to = weekdayNamed(last);
    if (from === undefined || to === undefined || more.length > 0) {
      const odd = from === undefined ? first : last;
      const hint = `Written like mon, mon-fri, sat-sun or mon,wed; the days are ${WEEKDAYS.join(', ')}.`;
      found.add('bad-hours', place, `"${text}" does not name weekdays`, hint + didYouMean(odd, WEEKDAYS));
      return [];
    }
    const days = ((to - from + 7) % 7) + 1;
    return Array.from({ length: days }, (_, index) => ((from + index) % 7) as Weekday);
  });
}

export function weekdayNamed(name: string | undefined): Weekday | undefined {
  const index = (WEEKDAYS as readonly string[]).indexOf(name?.toLowerCase() ?? '');
  return index < 0 ? undefined : (index as Weekday);
}
