import { BLANK, type EventLog } from '../../domain/event-log.ts';
import type { Instant } from '../../domain/time.ts';

/** The number of a text of the log, by the text's code or `BLANK`, which is ''. Each text is looked at once. */
export function byValue({ values }: EventLog, numberOf: (text: string) => number): (code: number) => number {
  const known = new Int32Array(values.size + 1).fill(UNASKED);
  return (code) => {
    const place = code - BLANK;
    let number = known[place]!;
    if (number === UNASKED) {
      number = numberOf(code === BLANK ? '' : values.text(code));
      known[place] = number;
    }
    return number;
  };
}

const UNASKED = -(2 ** 31);

/** What holds from the instant that was asked about, that one included, until another; absent: ever after. */
export interface NumberUntil {
  readonly number: number;
  readonly until: Instant | undefined;
}

/** The same where the number may change with time: each text is looked at again only beyond the time for which its number is known. */
export function byValueAndTime(
  { values }: EventLog,
  numberOf: (text: string, at: Instant) => NumberUntil,
): (code: number, at: Instant) => number {
  const known = new Int32Array(values.size + 1);
  const from = new Float64Array(values.size + 1).fill(Infinity);
  const until = new Float64Array(values.size + 1).fill(-Infinity);
  return (code, at) => {
    const place = code - BLANK;
    if (from[place]! <= at && at < until[place]!) return known[place]!;
    const found = numberOf(code === BLANK ? '' : values.text(code), at);
    known[place] = found.number;
    from[place] = at;
    until[place] = found.until ?? Infinity;
    return found.number;
  };
}
