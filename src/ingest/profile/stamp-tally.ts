import { DAY } from '../../calendar/dates.ts';
import { GRADES } from '../../domain/event-log.ts';
import type { StampProfile, ValueCount } from '../../domain/profile.ts';
import type { LocalDate } from '../../domain/time.ts';
import { formatOf } from '../stamps/format-of.ts';
import { gapsBetween } from './gaps.ts';
import { mostFrequent } from './most-frequent.ts';
import type { CellStamp, CellStamps } from './read-stamp.ts';
import { patternOf } from './value-class.ts';

/** Makes, offsets and unreadable values that are told apart; a column of times has few. */
const MOST = 200;
const SHOWN = 8;
/** More dates than three centuries have are not counted each by itself. */
const MOST_DATES = 120_000;

/** How some of the stamps are written. */
interface Make {
  readonly sample: string;
  rows: number;
}

export interface StampTally {
  /** A value that is a stamp, met in so many rows. */
  add(text: string, stamp: CellStamp, rows: number): void;
  /** A value that is none. */
  miss(text: string, rows: number): void;
  finish(stamps: CellStamps): StampProfile;
}

export function stampTally(): StampTally {
  /** By make (`9999-99-99`), with a sample of each. */
  const makes = new Map<string, Make>();
  const grades = new Map<number, number>();
  const offsets = new Set<number>();
  const days = new Set<LocalDate>();
  const unreadable = new Map<string, number>();
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let withZone = 0;
  let unreadableRows = 0;

  let last: Make | undefined;

  /** Beyond so many makes all are one. */
  function makeOf(text: string): Make {
    const pattern = makes.size < MOST ? patternOf(text) : '';
    const known = makes.get(pattern);
    if (known !== undefined) return known;
    const make = { sample: text, rows: 0 };
    makes.set(pattern, make);
    return make;
  }

  return {
    add(text, { at, grade, offset }, rows) {
      if (last === undefined || !isOfMake(text, last.sample)) last = makeOf(text);
      last.rows += rows;
      grades.set(grade, (grades.get(grade) ?? 0) + rows);
      if (offset !== undefined) {
        withZone += rows;
        if (offsets.size < MOST) offsets.add(offset);
      }
      if (Number.isNaN(at)) return;
      if (at < from) from = at;
      if (at > to) to = at;
      if (days.size < MOST_DATES) days.add(Math.floor(at / DAY));
    },
    miss(text, rows) {
      unreadableRows += rows;
      const value = text.slice(0, 60);
      if (unreadable.has(value) || unreadable.size < MOST) unreadable.set(value, (unreadable.get(value) ?? 0) + rows);
    },
    finish(stamps) {
      const dayOrder = stamps.dayOrder();
      return {
        patterns: formats(makes.values(), stamps.order()),
        precision: precision(grades),
        ...(from <= to && { from, to }),
        withZone,
        offsets: [...offsets].sort((a, b) => a - b).slice(0, SHOWN),
        ...(dayOrder !== undefined && { dayOrder }),
        unreadable: mostFrequent(unreadable, SHOWN),
        unreadableRows,
        gaps: days.size < MOST_DATES ? gapsBetween(days) : [],
      };
    },
  };
}

/** Digits where the sample has digits, and all else the same: stamps come in clusters of one make. */
function isOfMake(text: string, sample: string): boolean {
  if (text.length !== sample.length) return false;
  for (let index = 0; index < text.length; index++) {
    const [one, other] = [text.charCodeAt(index), sample.charCodeAt(index)];
    if (one !== other && !(isDigit(one) && isDigit(other))) return false;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** In the letters of a policy's formats: figures of one place or two are written alike. */
function formats(makes: Iterable<Make>, order: number): ValueCount[] {
  const counts = new Map<string, number>();
  for (const { sample, rows } of makes) {
    const format =
      formatOf(sample, order).replace('HH', 'H').replace('hh', 'h').replace(/\.S+/, '.SSS') || patternOf(sample);
    const shown = format.startsWith('yyyy-M-d')
      ? format.replace('yyyy-M-d', 'yyyy-MM-dd').replace('H:', 'HH:')
      : format;
    counts.set(shown, (counts.get(shown) ?? 0) + rows);
  }
  return mostFrequent(counts, SHOWN);
}

const WRITTEN = ['second', 'minute', 'hour', 'day'] as const;

function precision(grades: ReadonlyMap<number, number>): StampProfile['precision'] {
  const rowsOf = (grade: (typeof WRITTEN)[number]): number =>
    [...grades].reduce((sum, [index, rows]) => sum + (writtenTo(index) === grade ? rows : 0), 0);
  return WRITTEN.map((grade) => ({ grade, rows: rowsOf(grade) })).filter(({ rows }) => rows > 0);
}

function writtenTo(index: number): (typeof WRITTEN)[number] {
  const grade = GRADES[index];
  return grade === 'minute' || grade === 'hour' || grade === 'day' ? grade : 'second';
}
