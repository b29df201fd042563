import type { Instant, Millis, Span } from '../domain/time.ts';
import { DAY, HOUR } from './dates.ts';

/** Open time of a stretch of the time line, ready for questions: each costs a look into an array, or a binary search. */
export interface OpenIndex extends Span {
  /** Open time before `instant`, counted from some fixed instant: only differences mean something. */
  before(instant: Instant): Millis;
  /** As `OpenTime.after`; `undefined` when the open time known here is too short. */
  after(start: Instant, amount: Millis): Instant | undefined;
}

/** So long a time is looked up by the hour, what is longer by the day: some hundred kilobytes. */
const MANY: Millis = 10 * 366 * DAY;

/** `open` holds all open time within `covered`, and may hold some beyond it. */
export function openIndex(covered: Span, open: Iterable<Span>): OpenIndex {
  // starts[i] and ends[i] bound span i, sums[i] is the open time before it. A last start that is never reached and
  // a last sum, the whole, spare the loops below a check for the end.
  const { starts, ends, sums } = columns(open);
  const count = ends.length;

  // For each hour since the start, the last span that has begun by its first instant, −1 for none: most spans begin with an
  // hour, and else the span of an instant is a step away. A processor foresees that; of days it would foresee nothing.
  const unit = covered.end - covered.start <= MANY ? HOUR : DAY;
  const begun = new Int32Array(Math.ceil((covered.end - covered.start) / unit) + 1);
  for (let place = 0, i = -1; place < begun.length; place++) {
    while (starts[i + 1]! <= covered.start + place * unit) i++;
    begun[place] = i;
  }

  /** The last span that has begun by `instant`, −1 for none. */
  function spanAt(instant: Instant): number {
    if (instant < covered.start) return lastBegun(instant);
    const place = Math.min(Math.floor((instant - covered.start) / unit), begun.length - 1);
    let i = begun[place]!;
    while (starts[i + 1]! <= instant) i++;
    return i;
  }

  function lastBegun(instant: Instant): number {
    let i = -1;
    while (starts[i + 1]! <= instant) i++;
    return i;
  }

  /** The first span, from `first` on, by whose end open time reaches `sum`. */
  function spanReaching(sum: Millis, first: number): number {
    let low = first;
    let high = first;
    // Most promises run out in this span or the next few: look near by, in steps that double, then bisect.
    for (let step = 1; sums[high + 1]! < sum; step *= 2) {
      low = high + 1;
      high = Math.min(high + step, count - 1);
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle + 1]! < sum) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function before(instant: Instant): Millis {
    const i = spanAt(instant);
    return i < 0 ? 0 : sums[i]! + Math.min(instant, ends[i]!) - starts[i]!;
  }

  return {
    ...covered,
    before,
    after(start, amount) {
      const i = spanAt(start);
      if (amount <= 0) {
        if (i >= 0 && start < ends[i]!) return start;
        return i + 1 < count ? starts[i + 1] : undefined;
      }
      const sum = before(start) + amount;
      if (sum > sums[count]!) return undefined;
      const reached = spanReaching(sum, Math.max(i, 0));
      return starts[reached]! + sum - sums[reached]!;
    },
  };
}

function columns(open: Iterable<Span>): { starts: Float64Array; ends: Float64Array; sums: Float64Array } {
  const starts: number[] = [];
  const ends: number[] = [];
  const sums: number[] = [];
  let sum = 0;
  for (const { start, end } of open) {
    starts.push(start);
    ends.push(end);
    sums.push(sum);
    sum += end - start;
  }
  starts.push(Infinity);
  sums.push(sum);
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends), sums: Float64Array.from(sums) };
}
