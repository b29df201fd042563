import type { Outcome } from '../domain/verdict.ts';

/**
 * What a cell holds, and so how it is written: `seconds` as a duration in words, `clock-seconds` as h:mm:ss, `instant` in
 * the report's zone, `utc` in UTC, `place` as file and line. An `id` is never broken: half of it would be looked up in vain.
 * `money` comes in words, with its currency.
 */
export type CellKind =
  | 'text'
  | 'id'
  | 'place'
  | 'count'
  | 'percent'
  | 'seconds'
  | 'clock-seconds'
  | 'instant'
  | 'utc'
  | 'money'
  | 'flag';

export interface Column {
  /** For machines: snake_case, with the unit (`elapsed_s`). */
  readonly key: string;
  /** For people, in the language of the report. */
  readonly title: string;
  readonly kind: CellKind;
  /** Absent: texts and instants to the left, quantities to the right. */
  readonly align?: 'left' | 'right';
}

/** Instants are ISO 8601, lengths seconds, percentages 0 to 100; `null`: not known, or it says nothing here. */
export type Value = string | number | boolean | null;

/** A value, one that deserves the reader's eye, or one with the runs that it counts. */
export type Cell = Value | { readonly value: Value; readonly tone?: Tone; readonly selects?: Selection };

/** The runs behind a figure: those for which everything holds that is said. */
export interface Selection {
  readonly clock?: string;
  /** Any of these; absent: whatever became of them. */
  readonly outcomes?: readonly Outcome[];
  readonly severity?: string;
  /** Counted in this group of the report's grouping by `by`; with `inner`, of the one by both, in this group of that group. */
  readonly group?: GroupName & { readonly inner?: GroupName };
}

export interface GroupName {
  readonly by: string;
  readonly kind: string;
  readonly name: string;
}

export type Tone = 'good' | 'bad';

/**
 * One text over the whole width: what the rows under it are about, or a note on them. A cell at its right end stands
 * in the last column.
 */
export interface CaptionRow {
  readonly kind: 'caption' | 'note';
  readonly text: string;
  readonly end?: Cell;
}

export type Row = readonly Cell[] | CaptionRow;

/** The neutral form between views and the page that a person reads. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** For machines: a value in every column of every row. */
export interface Records {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

export function isCaption(row: Row): row is CaptionRow {
  return 'kind' in row;
}

export function plain(cell: Cell | undefined): Value {
  if (cell === undefined) return null;
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

/** The same cell, with the runs that it counts. */
export function selecting(cell: Cell, selects: Selection): Cell {
  return typeof cell === 'object' && cell !== null ? { ...cell, selects } : { value: cell, selects };
}

export function toneOf(cell: Cell | undefined): Tone | undefined {
  return typeof cell === 'object' && cell !== null ? cell.tone : undefined;
}
