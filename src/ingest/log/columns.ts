import type { Grade, NumberColumn, StampColumn } from '../../domain/event-log.ts';
import { GRADES } from '../../domain/event-log.ts';
import type { Instant } from '../../domain/time.ts';

// Columns grow by chunks: an array that doubles would hold old and new side by side at the peak.
const BITS = 14;
const SIZE = 1 << BITS;
const MASK = SIZE - 1;

/** Columns that grow together, a row at a time. */
export interface ColumnSet {
  /** Rows that are complete. */
  readonly length: number;
  /** Where the row that is open stands in the `open` array of each column. */
  readonly place: number;
  /** Whole numbers of 32 bits. */
  codes(fill: number): GrowingColumn<Int32Array>;
  /** Any numbers. */
  numbers(fill: number): GrowingColumn<Float64Array>;
  stamps(): GrowingStampColumn;
  /** The row that is open is complete: what no column was told of it is `fill`. */
  next(): void;
}

export interface GrowingColumn<Numbers extends Int32Array | Float64Array = Int32Array | Float64Array>
  extends NumberColumn {
  /** The newest rows; always the same array. Filled with `fill` ahead of them. */
  readonly open: Numbers;
  /** The number of the row that is open. */
  set(value: number): void;
}

export interface GrowingStampColumn extends StampColumn {
  /** The stamp of the row that is open; `grade` is an index into `GRADES`. */
  set(earliest: Instant, at: Instant, latest: Instant, grade: number): void;
}

export function columnSet(): ColumnSet {
  const closers: (() => void)[] = [];
  let length = 0;

  /** A chunk is closed into what `pack` makes of it: `undefined` where all are `fill`. */
  function grown<Numbers extends Int32Array | Float64Array>(
    open: Numbers,
    fill: number,
    pack: (open: Numbers) => Packed | undefined,
  ): GrowingColumn<Numbers> {
    const chunks: (Packed | undefined)[] = [];
    open.fill(fill);
    closers.push(() => {
      chunks.push(pack(open));
      open.fill(fill);
    });
    return {
      open,
      get length() {
        return length;
      },
      at(row) {
        const index = row >>> BITS;
        if (index >= chunks.length) return open[row & MASK]!;
        const chunk = chunks[index];
        return chunk === undefined ? fill : chunk.numbers[row & MASK]! + chunk.base;
      },
      gather(rows, from, to, into) {
        for (let index = from; index < to; index++) {
          const row = rows[index]!;
          const chunk = row >>> BITS;
          const closed = chunk < chunks.length ? chunks[chunk] : undefined;
          if (closed !== undefined) into[index - from] = closed.numbers[row & MASK]! + closed.base;
          else into[index - from] = chunk < chunks.length ? fill : open[row & MASK]!;
        }
      },
      set(value) {
        open[length & MASK] = value;
      },
    };
  }

  const codes = (fill: number) => grown(new Int32Array(SIZE), fill, (open) => packed(open, fill));
  const numbers = (fill: number) =>
    grown(new Float64Array(SIZE), fill, (open) =>
      open.every((each) => Object.is(each, fill)) ? undefined : { numbers: open.slice(), base: 0 },
    );

  return {
    get length() {
      return length;
    },
    get place() {
      return length & MASK;
    },
    codes,
    numbers,
    stamps: () => stampColumn(numbers(Number.NaN), codes(0), codes(0), codes(0)),
    next() {
      length++;
      if ((length & MASK) === 0) for (const close of closers) close();
    },
  };
}

/** Each number is that of its row and `base`. */
interface Packed {
  readonly numbers: Uint8Array | Uint16Array | Int32Array | Float64Array;
  readonly base: number;
}

/** As few bytes a number as the numbers need: of codes most are small, and lines rise slowly. */
function packed(numbers: Int32Array, fill: number): Packed | undefined {
  let least = numbers[0]!;
  let most = least;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index]!;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  if (least === fill && most === fill) return undefined;
  const range = most - least;
  if (range > 0xffff) return { numbers: numbers.slice(), base: 0 };
  const narrow = range > 0xff ? new Uint16Array(SIZE) : new Uint8Array(SIZE);
  for (let index = 0; index < numbers.length; index++) narrow[index] = numbers[index]! - least;
  return { numbers: narrow, base: least };
}

/**
 * What is not known of a stamp is some days at most (a date, and lengths in days after it): it fits, and is 0 for nearly all. So is what
 * may lie before it, which is nearly always nothing.
 */
function stampColumn(
  ats: GrowingColumn,
  doubts: GrowingColumn,
  leads: GrowingColumn,
  grades: GrowingColumn,
): GrowingStampColumn {
  return {
    at: ats.at,
    earliest: (row) => ats.at(row) - leads.at(row),
    latest: (row) => ats.at(row) + doubts.at(row),
    grade: (row): Grade => GRADES[grades.at(row)] ?? 'exact',
    gather(rows, from, to, into) {
      ats.gather(rows, from, to, into);
      let isExact = true;
      for (let index = from; index < to && isExact; index++) isExact = grades.at(rows[index]!) === 0;
      return isExact;
    },
    set(earliest, at, latest, grade) {
      ats.set(at);
      if (Number.isNaN(at)) return;
      leads.set(at - earliest);
      doubts.set(latest - at);
      grades.set(grade);
    },
  };
}
