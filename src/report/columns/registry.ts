import type { columnsInEnglish } from '../../locale/columns/en.ts';
import type { ValueSet } from './value-sets.ts';

/** Of all columns of records: they are only ever added, at the end of a view. */
export const COLUMNS_VERSION = 1;

/**
 * What stands in a column. `number`: it need not be whole. `money`: in major units of `currency`, where that says anything.
 * `points`: of percent. `utc`: ISO 8601. `word`: one of a set of ours. `signed-seconds`: a length that may be negative.
 */
export type RecordKind =
  | 'text'
  | 'id'
  | 'word'
  | 'flag'
  | 'count'
  | 'number'
  | 'percent'
  | 'points'
  | 'money'
  | 'seconds'
  | 'signed-seconds'
  | 'utc'
  | 'place';

export interface RecordColumn {
  readonly kind: RecordKind;
  /** In English, for whoever writes a program. */
  readonly meaning: string;
  /** Of a `word` what it can be; of a text that may be another one, too, those that have a meaning of ours. */
  readonly values?: ValueSet;
  /** Names a field, a dimension or an objective of the policy: a book for people says it by its title. */
  readonly namesField?: true;
}

/** The key of a column or, where a view means something of its own by it, `VIEW.KEY`. */
export type ColumnId = keyof typeof columnsInEnglish;
