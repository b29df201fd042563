/**
 * What a cell holds, and so how it is written: `seconds` as a duration, `instant` in the report's zone, `utc` in UTC,
 * `place` as file and line.
 */
export type CellKind = 'text' | 'place' | 'count' | 'percent' | 'seconds' | 'instant' | 'utc' | 'flag';

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

/** A value, or one that deserves the reader's eye. */
export type Cell = Value | { readonly value: Value; readonly tone: Tone };

export type Tone = 'good' | 'bad';

/** The neutral form between views and formats. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export function plain(cell: Cell | undefined): Value {
  if (cell === undefined) return null;
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

export function toneOf(cell: Cell | undefined): Tone | undefined {
  return typeof cell === 'object' && cell !== null ? cell.tone : undefined;
}
