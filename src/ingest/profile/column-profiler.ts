import type { ColumnKind, ColumnProfile, Spotted } from '../../domain/profile.ts';
import type { Instant } from '../../domain/time.ts';
import { type ColumnTally, kindOf } from './column-kind.ts';
import { mostFrequent } from './most-frequent.ts';
import { type CellStamp, cellStamps } from './read-stamp.ts';
import { stampTally } from './stamp-tally.ts';
import { classify, isDamaged, isTotal, patternOf, type ValueClass } from './value-class.ts';

/** Different values of a column that are told apart: memory stays bounded, whatever the file. */
export const MOST_VALUES = 20_000;
/** … and characters of them. */
const MOST_CHARACTERS = 2_000_000;
/** Of a set so small every value is told. */
const SMALL = 30;
const LONGEST_EXAMPLE = 60;

/** A value that is told apart. */
interface Known {
  rows: number;
  readonly stamp: CellStamp | undefined;
  readonly sort: ValueClass;
  readonly isTotal: boolean;
  readonly isDamaged: boolean;
}

export interface ColumnProfiler {
  /** A cell, trimmed, with something in it. */
  take(text: string, line: number): void;
  /** Of the cell last taken: its instant, or `NaN`. */
  at: Instant;
  /** The cell last taken is a stamp of which other cells may still tell the day from the month. */
  isWaiting: boolean;
  /** A stamp once more, by all that the column has said since; `undefined` for what is none. */
  again(text: string): CellStamp | undefined;
  /** Of the cell last taken: it marks a row that is a sum. */
  isTotal: boolean;
  finish(name: string, rows: number): ColumnProfile;
}

const UNREAD: Instant = Number.NaN;

/** Values that may still be told apart, of all columns of a table together. */
export interface Budget {
  left: number;
}

export function columnProfiler(budget: Budget): ColumnProfiler {
  const values = new Map<string, Known>();
  const stamps = cellStamps();
  const tally: ColumnTally = { sorts: new Map(), makes: new Map(), stamps: 0, filled: 0, longest: 0 };
  let filled = 0;
  let hasStamps = false;
  let characters = 0;
  let filledByCap = 0;
  let isCapped = false;
  let repeated: ColumnProfile['repeated'];
  let damaged: Spotted | undefined;
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  /** Of values that came after too many were known: they are counted as they come. */
  const late = stampTally();

  function look(text: string): Known {
    const stamp = stamps.read(text);
    if (stamp !== undefined) hasStamps = true;
    const sort = classify(text, stamp !== undefined);
    if (sort === 'digits' || sort === 'number') widen(text);
    if (text.length > tally.longest) tally.longest = text.length;
    return { rows: 0, stamp, sort, isTotal: isTotal(text), isDamaged: isDamaged(text) };
  }

  /** A value too many to be told apart: what counts of it is when it was, and how much. */
  function lookOnce(text: string): Known {
    if (greatest > least) widen(text);
    const stamp = hasStamps ? stamps.read(text) : undefined;
    if (stamp !== undefined) late.add(text, stamp, 1);
    else if (hasStamps) late.miss(text, 1);
    return { rows: 0, stamp, sort: 'text', isTotal: isTotal(text), isDamaged: isDamaged(text) };
  }

  function widen(text: string): void {
    const number = Number(text.replaceAll(/[,%]/g, ''));
    if (number < least) least = number;
    if (number > greatest) greatest = number;
  }

  function add(text: string, { sort, stamp, rows }: Known): void {
    tally.sorts.set(sort, (tally.sorts.get(sort) ?? 0) + rows);
    if (stamp !== undefined) tally.stamps += rows;
    tally.filled += rows;
    const { makes } = tally;
    if (sort === 'digits' && makes.size < 2) makes.set(patternOf(text), (makes.get(patternOf(text)) ?? 0) + rows);
  }

  const column: ColumnProfiler = {
    at: UNREAD,
    isWaiting: false,
    isTotal: false,
    again: (text) => stamps.read(text),
    take(text, line) {
      filled++;
      let known = values.get(text);
      if (known === undefined) {
        isCapped ||= values.size >= MOST_VALUES || characters > MOST_CHARACTERS || budget.left <= 0;
        known = isCapped ? lookOnce(text) : look(text);
        if (!isCapped) {
          characters += text.length;
          budget.left--;
          values.set(text, known);
        }
      } else if (known.rows === 1 && repeated === undefined) {
        repeated = { value: text, line };
      }
      known.rows++;
      if (!isCapped) filledByCap++;
      if (known.isDamaged) damaged = { value: text, line, ...damaged, rows: (damaged?.rows ?? 0) + 1 };
      column.at = known.stamp?.at ?? UNREAD;
      column.isWaiting = known.stamp !== undefined && Number.isNaN(known.stamp.at);
      column.isTotal = known.isTotal;
    },
    finish(name, rows) {
      for (const [text, known] of values) add(text, known);
      const kind = kindOf(name, tally, { distinct: values.size, filled, filledByCap, rows, isCapped });
      const counts = new Map([...values].map(([text, known]) => [text, known.rows]));
      const isSmall =
        !isCapped && values.size <= SMALL && (kind === 'choice' || kind === 'boolean' || kind === 'person');
      return {
        name,
        kind,
        filled,
        distinct: values.size,
        isCapped,
        filledByCap,
        examples: mostFrequentOrFirst(counts, kind).map((text) => text.slice(0, LONGEST_EXAMPLE)),
        ...(isSmall && { values: mostFrequent(counts, SMALL) }),
        ...(repeated && { repeated }),
        ...(damaged && { damaged }),
        ...(kind === 'instant' && { stamps: stampsOf() }),
        ...(kind === 'number' && { numbers: { least, greatest } }),
      };
    },
  };
  return column;

  function stampsOf() {
    for (const [text, { stamp, rows }] of values) {
      if (stamp === undefined) late.miss(text, rows);
      else late.add(text, column.again(text) ?? stamp, rows);
    }
    return late.finish(stamps);
  }
}

const EXAMPLES = 3;

/** Of a set the values most often met; of ids and instants, where all are rare, the first. */
function mostFrequentOrFirst(counts: ReadonlyMap<string, number>, kind: ColumnKind): string[] {
  if (kind === 'choice' || kind === 'person' || kind === 'boolean') {
    return mostFrequent(counts, EXAMPLES).map(({ value }) => value);
  }
  return [...counts.keys()].slice(0, EXAMPLES);
}
