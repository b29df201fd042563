import type { Written } from './profile.ts';
import type { Instant } from './time.ts';

/** Integers by row. */
export interface NumberColumn {
  readonly length: number;
  at(row: number): number;
  /** Copies the numbers of `rows[from]` up to, not including, `rows[to]` to the beginning of `into`. */
  gather(rows: Int32Array, from: number, to: number, into: Int32Array | Float64Array): void;
  /** Copies the numbers of the rows `from` up to, not including, `to` to the beginning of `into`. */
  copy(from: number, to: number, into: Int32Array | Float64Array): void;
}

/** Texts by code; a code is a row of this dictionary. Codes depend on reading order: never sort by them. */
export interface Dictionary {
  readonly size: number;
  text(code: number): string;
  /** `undefined` when no row has this text. */
  code(text: string): number | undefined;
}

/** A cell that says nothing. */
export const BLANK = -1;
/** A cell that empties its field. */
export const CLEARED = -2;

/**
 * How exactly a stamp is known. `exact`: to the second or finer. `minute`, `hour`, `day`: only to that (S8).
 * `ambiguous`: a local time that occurred twice; `shifted`: one that never occurred and was moved (S4).
 */
export const GRADES = ['exact', 'minute', 'hour', 'day', 'ambiguous', 'shifted'] as const;
export type Grade = (typeof GRADES)[number];

/** Instants by row. */
export interface StampColumn {
  /** The instant, or the earliest it can be; `NaN` where the cell is blank. */
  at(row: number): Instant;
  /** Before `at` only where a local time occurred twice and is read as the later (S4). */
  earliest(row: number): Instant;
  /** The latest it can be, in whole seconds: equal to `at` for exact stamps. */
  latest(row: number): Instant;
  grade(row: number): Grade;
  /** Copies `at` of `rows[from]` up to, not including, `rows[to]` to the beginning of `into`; whether all of them are exact or blank. */
  gather(rows: Int32Array, from: number, to: number, into: Float64Array): boolean;
  /** Copies `at` of the rows `from` up to, not including, `to` to the beginning of `into`. */
  copy(from: number, to: number, into: Float64Array): void;
}

/** Every usable row of every export, as columns. Rows stand in reading order; nothing may depend on it. */
export interface EventLog {
  readonly files: readonly string[];
  readonly rows: number;
  readonly tickets: Dictionary;
  /** Event names, actors, roles and field values share one dictionary. */
  readonly values: Dictionary;
  /** Code in `tickets`. */
  readonly ticket: NumberColumn;
  /** Index into `files`, and the physical line where the row begins, from 1. */
  readonly file: NumberColumn;
  readonly line: NumberColumn;
  /** The row's own instant; absent in form tickets, whose fields hold throughout. */
  readonly moment?: StampColumn;
  /** The row's own event as a code in `values`; form changes: the changed field's name. */
  readonly event?: NumberColumn;
  readonly actor?: NumberColumn;
  readonly role?: NumberColumn;
  /** Orders rows of one instant; `NaN` where blank. */
  readonly sequence?: NumberColumn;
  /** Events with a column of their own. */
  readonly stamped: readonly {
    readonly event: string;
    readonly stamps: StampColumn;
    /** The instants stand in no cell: they are so long after another event as this column says. */
    readonly from?: { readonly after: string; readonly column: string };
  }[];
  /** Lengths that belong to a ticket as a whole: form tickets. In the order of the records. */
  readonly totals: readonly TotalColumn[];
  /** In the order of `Records.fields`: code in `values`, `BLANK` or `CLEARED`. */
  readonly fields: readonly FieldColumn[];
  /** In the order of `Records.verdicts`, where there are any: what the cell says as a code in `values`, `BLANK` where it is empty. */
  readonly verdicts?: readonly NumberColumn[];
  /** Tickets (codes) of which a row was set aside: what is known of them is incomplete. */
  readonly incomplete: ReadonlySet<number>;
  /** Tickets (codes) that are judged elsewhere, where all of their rows are; absent: none. */
  readonly elsewhere?: ReadonlySet<number>;
}

export interface TotalColumn {
  readonly name: string;
  /** Milliseconds, the least that it can be; `NaN` where the cell is blank. */
  readonly lengths: NumberColumn;
  /** By how much it may be longer (S8). */
  readonly doubts: NumberColumn;
}

export interface FieldColumn {
  readonly field: string;
  readonly values: NumberColumn;
  /** Form changes: the value before the change, `BLANK` where not said. */
  readonly before?: NumberColumn;
}

/** Rows in = rows used + rows set aside, by reason. */
export interface Tally {
  readonly file: string;
  readonly rows: number;
  readonly setAside: ReadonlyMap<string, number>;
  /** How the file is written, as far as its reader tells. */
  readonly written?: Written;
}
