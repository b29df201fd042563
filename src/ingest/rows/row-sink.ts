import type { Code } from '../../diagnostics/codes.ts';
import type { Words } from '../../domain/diagnostic.ts';
import type { Written } from '../../domain/profile.ts';
import type { CutRows } from '../cells/cut-rows.ts';

/**
 * Takes the rows of one file, or of one sheet of a workbook. Readers (csv/, html/, json/, xes/, xlsx/) know where cells come
 * from and nothing of what they mean; what stands behind this knows what they mean and nothing of the file's format.
 */
export interface RowSink {
  /** All columns that the file has, before its first row and again when later rows have more; `line`: where the header stands. */
  begin(columns: readonly string[], line?: number): void;
  /**
   * A row's cells in the order of the columns that are wanted (see `Wanted`), not trimmed; `undefined` where the row has no such cell, which
   * says less than an empty one. `line` is the physical line where the row begins, from 1. The array may be reused.
   */
  take(cells: readonly (string | undefined)[], line: number): void;
  /** A row that could not be cut into cells. */
  refuse(line: number, refusal: Refusal): void;
  /** Something to be known of the file as a whole or of one place in it, such as how it is written. */
  remark(remark: Refusal, line?: number): void;
  /** How the file is written, in pieces, by each reader what it knows. */
  written?(facts: Written): void;
  /** What becomes of a row hangs on rows that stand elsewhere in the file: who reads only a piece of it cannot tell. */
  clings?(): void;
  /** The text has been read to its end, and has so many line breaks. */
  ended?(breaks: number): void;
  /**
   * A way for rows as they stand in a buffer, without a string of each cell; absent where every row is looked at as text. The sink
   * takes by it what it understands at a glance, and the rest by `take`, each in its turn.
   */
  readonly lane?: ((shape: RowShape) => RowLane) | undefined;
  /** The file turned out to be unusable as a whole: what its rows lacked no longer matters. */
  reject(): void;
}

/** Why a row is set aside; of a row that is used, what is to be known of it. */
export interface Refusal {
  readonly code: Code;
  readonly message: Words;
  readonly hint?: Words;
  /** As far as it is known. */
  readonly ticket?: string | undefined;
}

/** Where the cells of rows stand that come by a lane. */
export interface RowShape {
  /** How many cells are cut. */
  readonly count: number;
  /** Of each wanted column which of the cells that are cut it is; -1 where the file lacks it. */
  readonly cells: readonly number[];
  /** Whether a ticket can be one at all, and not the word before a sum or below a table. */
  isOrdinary(bytes: Uint8Array, start: number, end: number): boolean;
}

export interface RowLane {
  /**
   * Reads rows, and marks those as odd that have to come by `take`, as text. Nothing is taken yet.
   */
  read(rows: CutRows): void;
  /** Takes some of the rows that were read last, `from` up to, not including, `to`: none of them odd, and none before others that were taken. */
  add(rows: CutRows, from: number, to: number): void;
}
