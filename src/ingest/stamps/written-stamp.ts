/** To what a stamp is written. */
type Precision = 'second' | 'minute' | 'hour' | 'day';

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
  };
}

/** Fills `stamp` from `text`; false when the text is not written in this way, and then `stamp` means nothing. */
export type StampParser = (text: string, stamp: WrittenStamp) => boolean;
