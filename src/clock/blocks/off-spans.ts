import type { OpenTime } from '../../domain/calendar.ts';
import type { Instant, Millis } from '../../domain/time.ts';

/** Spans of one run that do not count, in order and disjoint. Filled anew for each: keep nothing of it. */
export class OffSpans {
  count = 0;
  start = new Float64Array(16);
  end = new Float64Array(16);

  push(start: Instant, end: Instant): void {
    if (this.count === this.start.length) this.grow();
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.count++;
  }

  /** Behind all that are there, or into the last of them; none may begin later. */
  add(start: Instant, end: Instant): void {
    const last = this.count - 1;
    if (last < 0 || start > this.end[last]!) this.push(start, end);
    else if (end > this.end[last]!) this.end[last] = end;
  }

  /** Puts them in order; what overlaps or touches becomes one. */
  unite(): void {
    const { start, end, count } = this;
    for (let index = 1; index < count; index++) {
      const [begins, ends] = [start[index]!, end[index]!];
      let place = index;
      for (; place > 0 && start[place - 1]! > begins; place--) {
        start[place] = start[place - 1]!;
        end[place] = end[place - 1]!;
      }
      start[place] = begins;
      end[place] = ends;
    }
    this.count = 0;
    for (let index = 0; index < count; index++) this.add(start[index]!, end[index]!);
  }

  /** None goes on for longer. */
  shorten(most: Millis): void {
    for (let index = 0; index < this.count; index++) {
      this.end[index] = Math.min(this.end[index]!, this.start[index]! + most);
    }
  }

  /** Whether an instant is in one of them. */
  holds(instant: Instant): boolean {
    for (let index = 0; index < this.count; index++) {
      if (this.start[index]! <= instant && instant < this.end[index]!) return true;
    }
    return false;
  }

  /** Open time of the spans within `[from, until)`. */
  openWithin(openTime: OpenTime, from: Instant, until: Instant): Millis {
    let sum = 0;
    for (let index = 0; index < this.count; index++) {
      sum += openTime.between(Math.max(this.start[index]!, from), Math.min(this.end[index]!, until));
    }
    return sum;
  }

  /**
   * As `countedAfter`: the earliest instant by which `amount` of open time has counted since `from`, `NaN` when it never does. A
   * span that goes on at `end` is taken to end there.
   */
  countedAfter(openTime: OpenTime, start: Instant, end: Instant, amount: Millis): Instant {
    let left = amount;
    let from = start;
    for (let index = 0; index < this.count; index++) {
      const [begins, ends] = [this.start[index]!, Math.min(this.end[index]!, end)];
      if (ends <= from || begins >= ends) continue;
      const here = openTime.between(from, begins);
      // Used up exactly when it begins, that is the instant (S5).
      if (here >= left && here > 0) return openTime.after(from, left) ?? Number.NaN;
      left -= here;
      from = ends;
    }
    return openTime.after(from, left) ?? Number.NaN;
  }

  private grow(): void {
    const [start, end] = [new Float64Array(2 * this.count), new Float64Array(2 * this.count)];
    start.set(this.start);
    end.set(this.end);
    this.start = start;
    this.end = end;
  }
}
