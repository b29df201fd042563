import type { Form } from './policy.ts';
import type { Instant, LocalDate } from './time.ts';

/** What is in a column. `id`: codes, repeated or not; `choice`: a small set of values; `duration`: a length; `time-of-day`: one without a date. */
export const COLUMN_KINDS = [
  'empty',
  'instant',
  'duration',
  'time-of-day',
  'number',
  'boolean',
  'id',
  'choice',
  'person',
  'text',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** How a table lies in its file. What its format does not have, or nobody found out, is absent. */
export interface Written {
  /** `csv`, `json`, `ndjson`, `xlsx`, `xls`, `ods`, `xes` … */
  readonly format?: string;
  /** Of the Encoding Standard, in lower case. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** What encloses cells; '' where nothing does. */
  readonly quote?: string;
  readonly lineEnds?: 'lf' | 'crlf' | 'cr';
  /** The physical line of the header, or its row in the sheet, from 1. */
  readonly headerLine?: number;
  /** What stands above the header, line by line. */
  readonly preamble?: readonly string[];
  /** All sheets of the workbook that the table is one of. */
  readonly sheets?: readonly string[];
}

/** What a table of an export holds, found by reading all of it once. */
export interface TableProfile {
  /** As places name it: `logs.zip/may.csv`, `工单.xlsx#九月`. */
  readonly file: string;
  readonly written: Written;
  /** Rows that could be cut into cells. */
  readonly rows: number;
  /** Rows that could not. */
  readonly refused: number;
  readonly columns: readonly ColumnProfile[];
  /** Pairs of instants of one row whose order is told. */
  readonly orders: readonly StampOrder[];
  /** Columns that say the same in every row; each list has two names or more. */
  readonly twins: readonly (readonly string[])[];
  /** Lines of rows that are sums of others, such as `合计`; of very many the first. */
  readonly totals: readonly number[];
}

export interface ColumnProfile {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Rows with something in the cell. */
  readonly filled: number;
  /** Different values; where `isCapped`, as many as were told apart before no more were. */
  readonly distinct: number;
  readonly isCapped: boolean;
  /** Rows with something in the cell until the different values were too many; equal to `filled` unless `isCapped`. */
  readonly filledByCap: number;
  /** Of the values most often met first; of equals, as they come. At most 3. */
  readonly examples: readonly string[];
  /** Of a small set: each value and its rows, the most frequent first, of equals by code units. */
  readonly values?: readonly ValueCount[];
  /** The first value that a row had after another one. */
  readonly repeated?: { readonly value: string; readonly line: number };
  /** Values that a spreadsheet has damaged: `2.02403E+13`. */
  readonly damaged?: Spotted;
  readonly stamps?: StampProfile;
  readonly numbers?: { readonly least: number; readonly greatest: number };
}

export interface ValueCount {
  readonly value: string;
  readonly rows: number;
}

/** Cells of one sort, and the first of them. */
export interface Spotted {
  readonly rows: number;
  readonly value: string;
  readonly line: number;
}

/** Whether `05/03/2026` is the 5th of March or May the 3rd, as far as a column says. */
export type DayOrder = 'day-first' | 'month-first' | 'undecided' | 'contradictory';

export interface StampProfile {
  /** How they are written, in the letters of time formats (`yyyy/M/d H:mm`, `99/99/yyyy`); the most frequent first. At most 8. */
  readonly patterns: readonly ValueCount[];
  /** Rows by how exactly the time is written. */
  readonly precision: readonly { readonly grade: 'second' | 'minute' | 'hour' | 'day'; readonly rows: number }[];
  /** The earliest and the latest; stamps without a zone as if they were UTC. Absent: not one could be read. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Rows whose stamp names its zone, and the offsets in minutes east of UTC, ascending; at most 8. */
  readonly withZone: number;
  readonly offsets: readonly number[];
  /** Only where day and month stand side by side as figures and the year does not lead. */
  readonly dayOrder?: DayOrder;
  /** Cells that are no time, the most frequent first. At most 8. */
  readonly unreadable: readonly ValueCount[];
  readonly unreadableRows: number;
  /** Stretches of dates without any row, the longest first. At most 5. */
  readonly gaps: readonly DateGap[];
}

/** Both dates are without a row. */
export interface DateGap {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Of the rows that have both: how many have them the wrong way round, whichever way is meant. */
export interface StampOrder {
  readonly first: string;
  readonly second: string;
  readonly rows: number;
  /** Rows in which `second` is earlier than `first`, and the line of the first such row. */
  readonly secondEarlier: number;
  readonly secondEarlierLine: number;
  readonly firstEarlier: number;
  readonly firstEarlierLine: number;
}

// --- what it probably means ------------------------------------------------------------------------------------

/** What a column can be for. Instants of events are roles of the event's name. */
export const EVENT_ROLES = [
  'created',
  'assigned',
  'accepted',
  'responded',
  'arrived',
  'resolved',
  'closed',
  'reopened',
  'cancelled',
  'called_back',
] as const;
export type EventRole = (typeof EVENT_ROLES)[number];

export const FIELD_ROLES = [
  'status',
  'priority',
  'type',
  'channel',
  'assignee',
  'department',
  'team',
  'customer',
  'grade',
  'region',
  'rating',
  'product',
] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

export const ROW_ROLES = ['ticket', 'at', 'event', 'actor', 'actor_role', 'sequence', 'field', 'to', 'from'] as const;
export type RowRole = (typeof ROW_ROLES)[number];

/** `due`: the instant promised for a ticket; `updated`: the last change, which is no event of a promise. */
export type Role = EventRole | FieldRole | RowRole | 'due' | 'updated' | 'response_time' | 'resolution_time' | 'paused';

/**
 * Why a column is taken for something. `header`: its header is one of the words for it; `part`: contains one;
 * `values`: by what stands in it; `rest`: nothing else is left; `said`: the user said so; `preset`: a built-in mapping that
 * fits reads it as that.
 */
export type Why = 'header' | 'part' | 'values' | 'rest' | 'said' | 'preset';

export interface RoleGuess {
  readonly role: Role;
  readonly column: string;
  readonly why: Why;
}

export interface PresetFit {
  readonly preset: string;
  readonly title: string;
  /** Of the columns that the preset names, how many the table has. */
  readonly found: number;
  readonly of: number;
  /** Whether the table has what no row can do without. */
  readonly isUsable: boolean;
}

/** How a built-in mapping that fits reads a column of times, whatever its cells leave open. */
export interface StatedTimes {
  readonly column: string;
  /** As a policy writes it; absent: as it is detected. */
  readonly format?: string;
  readonly dayOrder?: 'day-first' | 'month-first';
  /** IANA name; absent: the policy's. */
  readonly zone?: string;
}

/** What a table probably means. */
export interface Guess {
  readonly form: Form;
  /** The chosen ones, one column a role; in the order of the table. */
  readonly roles: readonly RoleGuess[];
  /** Further columns that might be it, likeliest first. */
  readonly others: readonly RoleGuess[];
  /** Best first; only those of which something was found. */
  readonly presets: readonly PresetFit[];
  readonly stated: readonly StatedTimes[];
  readonly oddities: readonly Oddity[];
}

/** Something about a table that deserves a look before anything is judged by it. */
export type Oddity =
  | { readonly kind: 'repeated-ids'; readonly column: string; readonly value: string; readonly line: number }
  | {
      readonly kind: 'end-before-start';
      readonly start: string;
      readonly end: string;
      readonly rows: number;
      readonly of: number;
      readonly line: number;
    }
  | ({ readonly kind: 'damaged-ids'; readonly column: string } & Spotted)
  | { readonly kind: 'totals'; readonly rows: number; readonly line: number }
  | { readonly kind: 'mixed-formats'; readonly column: string; readonly patterns: readonly ValueCount[] }
  | { readonly kind: 'day-month'; readonly column: string; readonly order: 'undecided' | 'contradictory' }
  | {
      readonly kind: 'unreadable-times';
      readonly column: string;
      readonly rows: number;
      readonly values: readonly ValueCount[];
    }
  | { readonly kind: 'one-column'; readonly column: string; readonly delimiter: string }
  | {
      readonly kind: 'no-date';
      readonly column: string;
      /** The column of the date; absent: there is none. */
      readonly date: string | undefined;
      /** Whether the two belong together, or may. */
      readonly isPaired: boolean;
    }
  | { readonly kind: 'same-content'; readonly columns: readonly string[] }
  | { readonly kind: 'gap'; readonly column: string; readonly from: LocalDate; readonly to: LocalDate };

/** A table, and what it probably means. */
export interface InspectedTable {
  readonly profile: TableProfile;
  readonly guess: Guess;
}
