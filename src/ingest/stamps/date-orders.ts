import { existingDate, weekday } from '../../calendar/dates.ts';
import { say } from '../../diagnostics/say.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { WrittenStamp } from './written-stamp.ts';

/** Which of three figures is what, as sets of bits. */
export const DAY_FIRST = 1;
export const MONTH_FIRST = 2;
export const YEAR_FIRST = 4;
/** A year of four digits that comes last leaves two. */
const OF_LONG_YEARS = DAY_FIRST | MONTH_FIRST;
const OF_SHORT_YEARS = DAY_FIRST | MONTH_FIRST | YEAR_FIRST;

export const ORDERS = [
  { bit: DAY_FIRST, pattern: ['d', 'M', 'y'], words: say`the day stands first` },
  { bit: MONTH_FIRST, pattern: ['M', 'd', 'y'], words: say`the month stands first` },
  { bit: YEAR_FIRST, pattern: ['y', 'M', 'd'], words: say`the year stands first` },
] as const;

/** A place in the exports; one object, filled for each row that is read. */
export interface Whereabouts {
  file: string;
  line: number;
}

export interface Witness {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** The orders that it allows. */
  readonly orders: number;
}

/**
 * In which order one column of the exports writes day, month and year. No stamp like `05/03/2024` can tell; one with a
 * figure above 12 can, for the whole column, wherever it stands.
 */
export interface DateOrder {
  /** The orders that all stamps so far allow. */
  readonly orders: number;
  /** How often a stamp has ruled something out. */
  readonly narrowings: number;
  /** Those that ruled something out. */
  readonly witnesses: readonly Witness[];
  /** Two stamps that no order allows together. */
  readonly contradiction: readonly [Witness, Witness] | undefined;
  /** Takes note of what a stamp allows. */
  narrow(orders: number, text: string): void;
}

/** Of years in four digits and in two each for itself: the one says nothing about the other. */
export interface DateOrders {
  readonly long: DateOrder;
  readonly short: DateOrder;
}

export function dateOrders(here: Whereabouts): DateOrders {
  return { long: dateOrder(OF_LONG_YEARS, here), short: dateOrder(OF_SHORT_YEARS, here) };
}

function dateOrder(all: number, here: Whereabouts): DateOrder {
  let orders = all;
  let contradiction: readonly [Witness, Witness] | undefined;
  const witnesses: Witness[] = [];
  return {
    get orders() {
      return orders;
    },
    get narrowings() {
      return witnesses.length;
    },
    witnesses,
    get contradiction() {
      return contradiction;
    },
    narrow(allowed, text) {
      const left = orders & allowed;
      if (left === orders || contradiction !== undefined) return;
      const witness = { text, file: here.file, line: here.line, orders: allowed };
      if (left === 0) {
        const other = witnesses.find((earlier) => (earlier.orders & allowed) === 0) ?? witnesses.at(-1);
        contradiction = [other ?? witness, witness];
      } else {
        orders = left;
        witnesses.push(witness);
      }
    },
  };
}

/** The orders in which the stamp's figures are a date, and one that falls on its day of the week if it names one. */
export function ordersOf(stamp: WrittenStamp): number {
  let orders = 0;
  for (const { bit } of ORDERS) if (dateIn(stamp, bit) !== undefined) orders |= bit;
  return orders;
}

/** The date that the stamp's figures make in each of these orders, if it is the same in all of them. */
export function agreedDate(stamp: WrittenStamp, orders: number): LocalDate | undefined {
  let agreed: LocalDate | undefined;
  for (const { bit } of ORDERS) {
    if ((orders & bit) === 0) continue;
    const date = dateIn(stamp, bit);
    if (agreed !== undefined && date !== agreed) return undefined;
    agreed = date;
  }
  return agreed;
}

function dateIn(stamp: WrittenStamp, order: number): LocalDate | undefined {
  const { day: first, month: second, year: third } = stamp;
  const isShort = stamp.notation === 'short-year';
  const isYearFirst = order === YEAR_FIRST;
  if (isYearFirst && !isShort) return undefined;
  const month = order === MONTH_FIRST ? first : second;
  const day = isYearFirst ? third : order === MONTH_FIRST ? second : first;
  const year = isYearFirst ? first : third;
  const date = existingDate(isShort ? longYear(year) : year, month, day);
  return date === undefined || stamp.weekday < 0 || weekday(date) === stamp.weekday ? date : undefined;
}

/** Two digits of a year: 1970 to 2069. */
export function longYear(year: number): number {
  return year < 70 ? year + 2000 : year + 1900;
}
