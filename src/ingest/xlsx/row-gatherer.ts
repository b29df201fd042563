import { badWorkbook } from './bad-workbook.ts';
import type { TakeCells } from './sheet.ts';

/** What a sheet has at most in every program that reads them. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Characters of a cell: 32,767 in most programs, more in some. */
export const LONGEST_TEXT = 2 ** 20;
/** Blank cells of a whole sheet that are not in the file, but stand to the left of others: a few bytes make thousands. */
const MOST_BLANKS = 50_000_000;

/** Puts the cells of a sheet in their places, a row at a time. */
interface RowGatherer {
  /** Of the row that was begun, from 1. */
  readonly row: number;
  /** The one after the last that was set, from 0. */
  readonly nextColumn: number;
  /** @param number from 1; absent: the row after the last one */
  begin(number?: number): void;
  /** @param text in memory of its own */
  set(column: number, text: string): void;
  /** Hands the row over, if it holds anything. */
  end(): void;
}

export function rowGatherer(file: string, take: TakeCells): RowGatherer {
  let row = 0;
  let next = 0;
  let cells: string[] = [];
  let blanks = 0;

  function fill(column: number): void {
    blanks += column - cells.length;
    if (blanks > MOST_BLANKS) {
      const hint = 'Delete what stands far to the right of its table.';
      throw badWorkbook(file, `a sheet has more than ${MOST_BLANKS} blank cells between others`, hint);
    }
    while (cells.length < column) cells.push('');
  }

  return {
    get row() {
      return row;
    },
    get nextColumn() {
      return next;
    },
    begin(number) {
      row = number ?? row + 1;
      if (!Number.isInteger(row) || row < 1 || row > MOST_ROWS) {
        const found = Number.isNaN(row) ? 'whose number is none' : row;
        throw badWorkbook(file, `the workbook is damaged: a sheet has a row ${found}; rows go from 1 to ${MOST_ROWS}`);
      }
      next = 0;
      cells = [];
    },
    set(column, text) {
      if (column < 0 || column >= MOST_COLUMNS) {
        throw badWorkbook(
          file,
          `the workbook is damaged: row ${row} has a cell outside of the ${MOST_COLUMNS} columns of a sheet`,
        );
      }
      next = column + 1;
      if (text === '') return;
      if (column > cells.length) fill(column);
      cells[column] = text;
    },
    end() {
      if (cells.length > 0) take(cells, row);
    },
  };
}
