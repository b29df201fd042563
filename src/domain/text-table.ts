/** A file of rows beside the exports, such as a roster. */
export interface TextTable {
  /** The path as the user gave it. */
  readonly file: string;
  /** Names of the columns, trimmed, in the order of the cells. */
  readonly header: readonly string[];
  /** The physical line where the header begins, from 1. */
  readonly headerLine: number;
  readonly rows: readonly TextRow[];
}

export interface TextRow {
  readonly line: number;
  /** Trimmed; a row may have fewer cells than the header, or more. */
  readonly cells: readonly string[];
}
