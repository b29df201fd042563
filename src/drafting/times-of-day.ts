import type { ColumnProfile, TableProfile } from '../domain/profile.ts';
import { plainHeader } from './match-words.ts';

/** Columns of dates alone → the columns that hold the time of day to them: of the same name, or right behind the date. */
export function pairedTimes({ columns }: Pick<TableProfile, 'columns'>): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (date: ColumnProfile, time: ColumnProfile | undefined): void => {
    if (time === undefined || pairs.has(date.name) || taken.has(time.name) || !isTime(time)) return;
    pairs.set(date.name, time.name);
    taken.add(time.name);
  };
  const dates = columns.filter(isDate);
  for (const date of dates) {
    const stem = stemOf(date.name);
    pair(
      date,
      columns.find((each) => isTime(each) && stemOf(each.name) === stem),
    );
  }
  for (const date of dates) pair(date, columns[columns.indexOf(date) + 1]);
  return pairs;
}

/** A column of times of day that no date is known for; `date`: the nearest column of dates before it, which may be theirs. */
export interface Dateless {
  readonly column: string;
  readonly date?: string;
}

export function datelessTimes(
  { columns }: Pick<TableProfile, 'columns'>,
  isKnown: (name: string) => boolean,
): Dateless[] {
  const paired = new Set(pairedTimes({ columns }).values());
  return columns.flatMap(({ name, kind }, index): Dateless[] => {
    if (kind !== 'time-of-day' || paired.has(name) || isKnown(name)) return [];
    const date = columns.slice(0, index).findLast(isDate) ?? columns.find(isDate);
    return [{ column: name, ...(date && { date: date.name }) }];
  });
}

function isDate({ stamps }: ColumnProfile): boolean {
  return stamps !== undefined && stamps.precision.length > 0 && stamps.precision.every(({ grade }) => grade === 'day');
}

function isTime({ kind, name, examples }: ColumnProfile): boolean {
  if (kind === 'time-of-day') return true;
  // In the small hours a time of day looks like a length.
  return kind === 'duration' && /时间|时刻|time|hour/i.test(name) && examples.every((text) => CLOCK.test(text));
}

const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;

/** `登记日期` and `登记时间` are both `登记`. */
function stemOf(header: string): string {
  return plainHeader(header)
    .replaceAll(/日期|时间|时刻|日期|時間|\b(?:date|time|hour|at|on|day|datum|uhrzeit|heure)\b/g, '')
    .trim();
}
