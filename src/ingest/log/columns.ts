import { GRADES, type Grade, type NumberColumn, type StampColumn } from '../../domain/event-log.ts';
import type { Instant } from '../../domain/time.ts';
import { type ClosedRows, CodeRows, MASK, NumberRows, SIZE } from './closed-rows.ts';

export type CodeColumn = GrowingColumn<Int32Array>;
type AnyColumn = GrowingColumn<Float64Array>;

/** Columns that grow together, some rows at a time. */
export class ColumnSet {
  /** Rows that are complete. */
  length = 0;
  private readonly columns: (CodeColumn | AnyColumn)[] = [];

  /** Where the row that is open stands in the `open` array of each column. */
  get place(): number {
    return this.length & MASK;
  }

  /** Rows, the open one among them, that the `open` arrays have room for. */
  get room(): number {
    return SIZE - this.place;
  }

  /** Whole numbers of 32 bits. */
  codes(fill: number): CodeColumn {
    const column = new GrowingColumn(this, new Int32Array(SIZE), fill, new CodeRows(fill));
    this.columns.push(column);
    return column;
  }

  /** Any numbers. */
  numbers(fill: number): AnyColumn {
    const column = new GrowingColumn(this, new Float64Array(SIZE), fill, new NumberRows(fill));
    this.columns.push(column);
    return column;
  }

  stamps(): GrowingStampColumn {
    return new GrowingStampColumn(this);
  }

  /** The row that is open and those that follow it are complete, as many as these and no more than there is `room` for: what no column was told of them is `fill`. */
  next(rows = 1): void {
    this.length += rows;
    if (this.place === 0) for (const column of this.columns) column.close(SIZE);
  }

  /** There are no more rows. */
  seal(): void {
    if (this.place > 0) for (const column of this.columns) column.close(this.place);
  }
}

export class GrowingColumn<Numbers extends Int32Array | Float64Array = Int32Array | Float64Array>
  implements NumberColumn
{
  private readonly newest: Numbers;
  /** Some of them may be other than `fill`. */
  private isWritten = false;
  private readonly rows: ColumnSet;
  private readonly fill: number;
  private readonly closed: ClosedRows<Numbers>;

  constructor(rows: ColumnSet, open: Numbers, fill: number, closed: ClosedRows<Numbers>) {
    this.rows = rows;
    this.newest = open;
    this.fill = fill;
    this.closed = closed;
    open.fill(fill);
  }

  /** The newest rows, to be written: always the same array, filled with `fill` ahead of them. */
  get open(): Numbers {
    this.isWritten = true;
    return this.newest;
  }

  get length(): number {
    return this.rows.length;
  }

  /** Every row says `fill`. Once the set is sealed. */
  get isBlank(): boolean {
    return this.closed.isBlank;
  }

  at(row: number): number {
    return row < this.closed.length ? this.closed.at(row) : this.newest[row & MASK]!;
  }

  /** Once the set is sealed. */
  gather(rows: Int32Array, from: number, to: number, into: Int32Array | Float64Array): void {
    this.closed.gather(rows, from, to, into);
  }

  /** Once the set is sealed. */
  copy(from: number, to: number, into: Int32Array | Float64Array): void {
    this.closed.copy(from, to, into);
  }

  /** The number of the row that is open. */
  set(value: number): void {
    this.open[this.rows.place] = value;
  }

  /** The newest rows are done with. */
  close(rows: number): void {
    if (!this.isWritten) {
      this.closed.addBlank();
      return;
    }
    this.closed.add(this.newest, rows);
    this.newest.fill(this.fill);
    this.isWritten = false;
  }
}

/**
 * What is not known of a stamp is some days at most (a date, and lengths in days after it): it fits, and is 0 for nearly all. So is what
 * may lie before it, which is nearly always nothing.
 */
export class GrowingStampColumn implements StampColumn {
  private readonly rows: ColumnSet;
  private readonly ats: AnyColumn;
  private readonly doubts: CodeColumn;
  private readonly leads: CodeColumn;
  private readonly grades: CodeColumn;

  constructor(rows: ColumnSet) {
    this.rows = rows;
    this.ats = rows.numbers(Number.NaN);
    this.doubts = rows.codes(0);
    this.leads = rows.codes(0);
    this.grades = rows.codes(0);
  }

  at(row: number): Instant {
    return this.ats.at(row);
  }

  earliest(row: number): Instant {
    return this.ats.at(row) - this.leads.at(row);
  }

  latest(row: number): Instant {
    return this.ats.at(row) + this.doubts.at(row);
  }

  grade(row: number): Grade {
    return GRADES[this.grades.at(row)] ?? 'exact';
  }

  /** Once the set is sealed. */
  gather(rows: Int32Array, from: number, to: number, into: Float64Array): boolean {
    this.ats.gather(rows, from, to, into);
    if (this.grades.isBlank) return true;
    for (let index = from; index < to; index++) if (this.grades.at(rows[index]!) !== 0) return false;
    return true;
  }

  /** Once the set is sealed. */
  copy(from: number, to: number, into: Float64Array): void {
    this.ats.copy(from, to, into);
  }

  /** The stamp of the row that is open; `grade` is an index into `GRADES`. */
  set(earliest: Instant, at: Instant, latest: Instant, grade: number): void {
    this.ats.set(at);
    if (Number.isNaN(at)) return;
    this.leads.set(at - earliest);
    this.doubts.set(latest - at);
    this.grades.set(grade);
  }

  /** The stamps `from` up to, not including, `to` of those read, of the row that is open and those that follow it. */
  append({ ats, doubts, grades, areExact }: ReadStamps, from: number, to: number): void {
    const { place } = this.rows;
    this.ats.open.set(ats.subarray(from, to), place);
    if (areExact) return;
    this.doubts.open.set(doubts.subarray(from, to), place);
    this.grades.open.set(grades.subarray(from, to), place);
  }
}

/** Stamps of some rows, none of which can be earlier than it says; `NaN` for a blank. */
export interface ReadStamps {
  readonly ats: Float64Array;
  /** Every one is blank or known exactly; else by how much later each may be, and indexes into `GRADES`: 0 for a blank. */
  readonly areExact: boolean;
  readonly doubts: Float64Array;
  readonly grades: Uint8Array;
}
