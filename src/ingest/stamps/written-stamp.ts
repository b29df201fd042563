import type { Words } from '../../domain/diagnostic.ts';

/** To what a stamp is written. */
export type Precision = 'second' | 'minute' | 'hour' | 'day';

/** How a stamp is written, as far as it has to be told: what begins with the year needs no telling. */
export const NOTATIONS = [
  'year-first',
  'figures',
  'short-year',
  'month-name',
  'short-year-month-name',
  'epoch_s',
  'epoch_ms',
  'epoch_us',
  'epoch_ns',
  'excel',
] as const;
export type Notation = (typeof NOTATIONS)[number];

/** A stamp as it is written: the wall clock's figures, not yet an instant. One object is filled again and again. */
export interface WrittenStamp {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Digits after the third are dropped. */
  millis: number;
  precision: Precision;
  /** Minutes east of UTC; `undefined` when the stamp names no zone. */
  offset: number | undefined;
  /** How long it may have been later than the figures say, in milliseconds; -1: as its precision has it. */
  slack: number;
  /** Since 1970 in milliseconds, instead of all figures; `NaN` where the stamp is no such count. */
  count: number;
  /** From 0, Monday; -1 when it names none. */
  weekday: number;
  /** Which of three figures is day, month and year has to be found out: they stand in `day`, `month`, `year` as written. */
  isUnordered: boolean;
  notation: Notation;
  /** Where the text is told to be no stamp for a reason of its own. */
  fault: Words;
  /** How to mend it. */
  hint: Words;
}

export function blankStamp(): WrittenStamp {
  return {
    year: 0,
    month: 0,
    day: 0,
    hour: 0,
    minute: 0,
    second: 0,
    millis: 0,
    precision: 'day',
    offset: undefined,
    slack: -1,
    count: Number.NaN,
    weekday: -1,
    isUnordered: false,
    notation: 'year-first',
    fault: '',
    hint: '',
  };
}

/** As `blankStamp`, on a stamp that is there. */
export function clearStamp(stamp: WrittenStamp): void {
  stamp.hour = 0;
  stamp.minute = 0;
  stamp.second = 0;
  stamp.millis = 0;
  stamp.precision = 'day';
  stamp.offset = undefined;
  stamp.slack = -1;
  stamp.count = Number.NaN;
  stamp.weekday = -1;
  stamp.isUnordered = false;
  stamp.notation = 'year-first';
  stamp.fault = '';
  stamp.hint = '';
}

/** Fills `stamp` from `text`; false when the text is not written in this way, and then `stamp` means nothing. */
export type StampParser = (text: string, stamp: WrittenStamp) => boolean;
