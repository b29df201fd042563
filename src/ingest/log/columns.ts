import type { Grade, NumberColumn, StampColumn } from '../../domain/event-log.ts';
import { GRADES } from '../../domain/event-log.ts';
import type { Instant } from '../../domain/time.ts';

// Columns grow by chunks: an array that doubles would hold old and new side by side at the peak.
const BITS = 14;
const SIZE = 1 << BITS;
const MASK = SIZE - 1;

type Numbers = Int32Array | Float64Array | Uint8Array;
type NumbersConstructor = new (length: number) => Numbers;

export interface GrowingColumn extends NumberColumn {
  push(value: number): void;
}

/** A column of numbers that `Storage` can hold. A chunk in which every value is `fill` takes no memory. */
export function growingColumn(Storage: NumbersConstructor, fill: number): GrowingColumn {
  const chunks: (Numbers | undefined)[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: readerOf(Storage, chunks, fill),
    push(value) {
      const index = length >>> BITS;
      if (index === chunks.length) chunks.push(undefined);
      if (!Object.is(value, fill)) {
        let chunk = chunks[index];
        if (chunk === undefined) {
          chunk = new Storage(SIZE).fill(fill);
          chunks[index] = chunk;
        }
        chunk[length & MASK] = value;
      }
      length++;
    },
  };
}

/**
 * How a cell is read, written once for each storage though it reads the same: where one function reads arrays of several kinds
 * the engine looks up the kind at every cell, which takes ten times as long, and all that judges tickets reads cells.
 */
function readerOf(
  Storage: NumbersConstructor,
  chunks: readonly (Numbers | undefined)[],
  fill: number,
): NumberColumn['at'] {
  if (Storage === Int32Array) return (row) => chunks[row >>> BITS]?.[row & MASK] ?? fill;
  if (Storage === Float64Array) return (row) => chunks[row >>> BITS]?.[row & MASK] ?? fill;
  return (row) => chunks[row >>> BITS]?.[row & MASK] ?? fill;
}

export interface GrowingStampColumn extends StampColumn {
  /** `grade` is an index into `GRADES`. */
  push(earliest: Instant, at: Instant, latest: Instant, grade: number): void;
}

export function growingStampColumn(): GrowingStampColumn {
  const ats = growingColumn(Float64Array, Number.NaN);
  // What is not known of a stamp is some days at most (a date, and lengths in days after it): it fits, and is 0 for nearly all.
  const doubts = growingColumn(Int32Array, 0);
  // So is what may lie before it, which is nearly always nothing.
  const leads = growingColumn(Int32Array, 0);
  const grades = growingColumn(Uint8Array, 0);
  return {
    at: ats.at,
    earliest: (row) => ats.at(row) - leads.at(row),
    latest: (row) => ats.at(row) + doubts.at(row),
    grade: (row): Grade => GRADES[grades.at(row)] ?? 'exact',
    push(earliest, at, latest, grade) {
      ats.push(at);
      leads.push(Number.isNaN(at) ? 0 : at - earliest);
      doubts.push(Number.isNaN(at) ? 0 : latest - at);
      grades.push(grade);
    },
  };
}
