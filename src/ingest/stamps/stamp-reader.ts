import { civil, DAY, dateOf, existingDate, HOUR, MINUTE, SECOND, weekday } from '../../calendar/dates.ts';
import { type Zone, zone } from '../../calendar/zone.ts';
import { either, say } from '../../diagnostics/say.ts';
import type { Words } from '../../domain/diagnostic.ts';
import { GRADES } from '../../domain/event-log.ts';
import type { StampMapping } from '../../domain/policy.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { damageOf } from './damaged.ts';
import { agreedDate, type DateOrders, dateOrders, ordersOf } from './date-orders.ts';
import { DETECTED_FORMATS, yearFirstParser } from './detected-format.ts';
import { datePartOf, explicitParser } from './explicit-format.ts';
import { freeParser } from './free-notation.ts';
import { blankStamp, type Notation, type StampParser, type WrittenStamp } from './written-stamp.ts';

const [EXACT, AMBIGUOUS, SHIFTED] = [GRADES.indexOf('exact'), GRADES.indexOf('ambiguous'), GRADES.indexOf('shifted')];
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

/** The last stamp read. One object per column, filled again and again: nothing is allocated for a good stamp. */
export interface StampReader {
  /** Reads a stamp; false when it cannot be used, and then `fault` says why. */
  read(text: string): boolean;
  at: Instant;
  /** Before `at` only where the later of two occurrences is taken (S4). */
  earliest: Instant;
  /** The latest it can be (S8); the last second, or millisecond, of what is not written. */
  latest: Instant;
  /** Index into `GRADES`. */
  grade: number;
  /** A local time that occurred twice or never (S4). */
  oddity: 'ambiguous' | 'missing' | undefined;
  /** What is wrong, in words that end a sentence about the value. */
  fault: Words;
  /** How to mend it; '' where the form is right and the time is none. */
  hint: Words;
  /** Not read because nobody knows yet which figure is the day: other stamps of the column may tell. There is no fault then. */
  isUndecided: boolean;
  /** How the last stamp was written, if it was read without a stated format. */
  notation: Notation;
}

/** No stamp takes so many characters. */
const MOST_CHARACTERS = 200;
const NOT_WRITTEN = say`it is not written like one`;

const PRECISION_GRADE = {
  second: EXACT,
  minute: GRADES.indexOf('minute'),
  hour: GRADES.indexOf('hour'),
  day: GRADES.indexOf('day'),
} as const;

/**
 * A reader for the stamps of one column. Throws for a zone that does not exist: the policy has been checked.
 *
 * @param orders what the stamps of the column have said so far about the order of day and month; those read here add to it.
 * @param step what is not written ends so long before the next minute, hour or day. Events are told in whole seconds; but what
 * is promised for a day is kept until the day has passed, to its last millisecond.
 */
export function stampReader(
  mapping: StampMapping,
  step: typeof SECOND | 1 = SECOND,
  orders: DateOrders = dateOrders({ file: '', line: 0 }),
): StampReader {
  const local = requireZone(mapping.zone);
  const parsers = parsersOf(mapping);
  const isDetected = mapping.formats.length === 0;
  const stamp = blankStamp();
  const isUndecided = mapping.assume === 'undecided';
  const isEnd = mapping.assume === 'end';
  /** How long what is not written can last; a day lasts as long as its zone says. */
  const doubts = { second: 0, minute: MINUTE - step, hour: HOUR - step, day: 0 };
  // Stamps come in clusters of one date.
  const known = { year: 0, month: 0, day: 0, date: 0 };

  function dateOfStamp(): LocalDate | undefined {
    if (stamp.day === known.day && stamp.month === known.month && stamp.year === known.year) return known.date;
    const date = existingDate(stamp.year, stamp.month, stamp.day);
    if (date !== undefined) Object.assign(known, { year: stamp.year, month: stamp.month, day: stamp.day, date });
    return date;
  }

  // As of dates: the same three figures come again and again. What they allow was taken note of the first time.
  const sorted = { first: -1, second: -1, third: -1, named: -1, notation: '', date: { year: 0, month: 0, day: 0 } };

  /** Finds out which of three figures is which, by all that the column has said. */
  function order(text: string): boolean {
    const { day: first, month: second, year: third, weekday: named, notation } = stamp;
    const isSame = first === sorted.first && second === sorted.second && third === sorted.third;
    if (!isSame || named !== sorted.named || notation !== sorted.notation) {
      const allowed = ordersOf(stamp);
      const column = stamp.notation === 'short-year' ? orders.short : orders.long;
      if (allowed === 0) return fail(stamp.weekday < 0 ? say`no order of its figures makes a date` : wrongWeekday());
      column.narrow(allowed, text);
      const date = agreedDate(stamp, column.orders & allowed || allowed);
      if (date === undefined) {
        reader.isUndecided = true;
        return false;
      }
      Object.assign(sorted, { first, second, third, named, notation, date: civil(date) });
    }
    stamp.year = sorted.date.year;
    stamp.month = sorted.date.month;
    stamp.day = sorted.date.day;
    return true;
  }

  function resolve(text: string): boolean {
    if (stamp.isUnordered && !order(text)) return false;
    reader.oddity = undefined;
    if (!Number.isNaN(stamp.count)) {
      const { year } = civil(Math.floor(stamp.count / DAY));
      return isYearIn(year) ? settle(stamp.count, stamp.count, EXACT, 0) : fail(outOfYears(year));
    }
    const date = dateOfStamp();
    if (date === undefined || isOutOfRange(stamp)) return fail(impossibility(stamp));
    if (stamp.weekday >= 0 && weekday(date) !== stamp.weekday) return fail(wrongWeekday());
    if (stamp.precision === 'day' && stamp.slack < 0) {
      const start = local.startOf(date);
      return settle(start, start, PRECISION_GRADE.day, local.startOf(date + 1) - step - start);
    }
    // 24:00 is the next midnight.
    const time = stamp.hour * HOUR + stamp.minute * MINUTE + stamp.second * SECOND + stamp.millis;
    const grade = PRECISION_GRADE[stamp.precision];
    const doubt = stamp.slack < 0 ? doubts[stamp.precision] : stamp.slack;
    if (stamp.offset !== undefined) {
      const at = date * DAY + time - stamp.offset * MINUTE;
      return settle(at, at, grade, doubt);
    }
    const { kind, earlier, later } = local.instants(time < DAY ? date : date + 1, time < DAY ? time : time - DAY);
    if (kind === 'unique') return settle(earlier, earlier, grade, doubt);
    if (mapping.ambiguous === 'reject') {
      return fail(
        kind === 'missing'
          ? say`the clocks of ${mapping.zone} never showed it`
          : say`the clocks of ${mapping.zone} showed it twice`,
      );
    }
    reader.oddity = kind;
    // Missing digits weigh more than an odd hour: the verdict that needs them is undecided.
    const isVague = isUndecided && grade !== EXACT;
    if (kind === 'missing') return settle(earlier, earlier, isVague ? grade : SHIFTED, doubt);
    const at = mapping.ambiguous === 'later' ? later : earlier;
    return settle(at, later, isVague ? grade : AMBIGUOUS, doubt, earlier);
  }

  /** `at` to `latest`, and `doubt` beyond each for what is not written. */
  function settle(at: Instant, latest: Instant, grade: number, doubt: number, earliest = at): true {
    const isWritten = grade === EXACT || grade === AMBIGUOUS || grade === SHIFTED;
    reader.at = isEnd ? at + doubt : at;
    reader.earliest = isEnd ? earliest + doubt : earliest;
    reader.latest = isUndecided || isEnd ? latest + doubt : latest;
    reader.grade = isUndecided || isWritten ? grade : EXACT;
    return true;
  }

  function fail(fault: Words): false {
    reader.fault ||= fault;
    return false;
  }

  const reader: StampReader = {
    at: Number.NaN,
    earliest: Number.NaN,
    latest: Number.NaN,
    grade: EXACT,
    oddity: undefined,
    fault: '',
    hint: '',
    isUndecided: false,
    notation: 'year-first',
    read(text) {
      reader.fault = '';
      reader.isUndecided = false;
      for (const parse of text.length > MOST_CHARACTERS ? [] : parsers) {
        if (parse(text, stamp)) {
          if (resolve(text)) {
            if (isDetected) reader.notation = stamp.notation;
            return true;
          }
          if (reader.isUndecided) return false;
        } else if (stamp.fault !== '') {
          fail(stamp.fault);
        }
      }
      const damage = text.length > MOST_CHARACTERS ? undefined : damageOf(text);
      reader.hint = damage?.hint ?? hintFor(mapping, reader.fault, stamp.hint);
      if (damage !== undefined) reader.fault = damage.fault;
      return fail(NOT_WRITTEN);
    },
  };
  return reader;
}

function parsersOf({ formats, timeOfDay }: StampMapping): readonly StampParser[] {
  if (formats.length === 0) return [yearFirstParser(), freeParser()];
  // A blank time of day leaves the date alone.
  const dates = timeOfDay === undefined ? [] : formats.flatMap((format) => datePartOf(format) ?? []);
  return [...new Set([...formats, ...dates])].map(explicitParser);
}

export function requireZone(name: string): Zone {
  const found = zone(name);
  if (found === undefined) throw new Error(`no such zone: ${name}`);
  return found;
}

function isYearIn(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function isOutOfRange({ year, hour, minute, second, millis }: WrittenStamp): boolean {
  const isPastMidnight = hour === 24 && (minute > 0 || second > 0 || millis > 0);
  return !isYearIn(year) || hour > 24 || isPastMidnight || minute > 59 || second > 59;
}

function outOfYears(year: number): Words {
  return say`the year ${year} is not between ${FIRST_YEAR} and ${LAST_YEAR}`;
}

function wrongWeekday(): Words {
  return say`it does not fall on the day of the week that it names`;
}

const MONTHS = [
  say`January`,
  say`February`,
  say`March`,
  say`April`,
  say`May`,
  say`June`,
  say`July`,
  say`August`,
  say`September`,
  say`October`,
  say`November`,
  say`December`,
];

function impossibility({ year, month, day, hour, minute }: WrittenStamp): Words {
  if (!isYearIn(year)) return outOfYears(year);
  const name = MONTHS[month - 1];
  if (name === undefined) return say`there is no month ${month}`;
  const last = month === 12 ? 31 : dateOf(year, month + 1, 1) - dateOf(year, month, 1);
  if (day > last)
    return last === 31 ? say`${name} ${year} ends on the 31st` : say`${name} ${year} ends on the ${last}th`;
  if (day < 1) return say`no month has a day 0`;
  if (hour > 24) return say`hours run from 0 to 24`;
  if (minute > 59) return say`minutes run from 0 to 59`;
  return hour === 24 ? say`a day ends at 24:00` : say`seconds run from 0 to 59`;
}

function hintFor({ formats }: StampMapping, fault: Words, hint: Words): Words {
  if (formats.length > 0) return say`Read as ${either(formats)}.`;
  if (hint !== '' || fault !== '') return hint;
  return say`Read as ${DETECTED_FORMATS} and in many other notations; set records.time.format when it is written otherwise.`;
}
