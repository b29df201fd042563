import { ownedText } from '../owned-text.ts';
import type { TakeRecord } from '../table/table-rows.ts';
import { Unusable } from '../unusable.ts';

interface TableCutter {
  open(tag: string, attributes: Readonly<Record<string, unknown>>, line: number): void;
  text(piece: string): void;
  close(tag: string): void;
  finish(): void;
}

/** As in a sheet. */
const MOST_COLUMNS = 16_384;
/** Cells of all rows, the blank ones of wide cells included. */
const MOST_CELLS = 500_000_000;
const LONGEST_TEXT = 2 ** 20;

/** Puts the cells of HTML tables in rows. The end of a cell or row need not be written; a table inside a cell is its text. */
export function tableCutter(file: string, take: TakeRecord): TableCutter {
  let depth = 0;
  let row: string[] | undefined;
  let line = 1;
  let cell: string | undefined;
  let span = { columns: 1, rows: 1 };
  let placed = 0;
  // For each column, the rows that a cell above still covers.
  const covered: number[] = [];

  function passCovered(cells: string[]): void {
    while ((covered[cells.length] ?? 0) > 0) {
      covered[cells.length] = (covered[cells.length] ?? 0) - 1;
      cells.push('');
    }
  }

  function endCell(): void {
    if (cell === undefined || row === undefined) return;
    passCovered(row);
    placed += span.columns;
    if (row.length + span.columns > MOST_COLUMNS || placed > MOST_CELLS) throw tooWide(file, line);
    for (let each = 0; each < span.columns; each++) {
      covered[row.length] = span.rows - 1;
      row.push(each === 0 ? ownedText(said(cell)) : '');
    }
    cell = undefined;
  }

  function endRow(): void {
    endCell();
    if (row === undefined) return;
    for (let column = row.length; column < covered.length; column++) {
      covered[column] = Math.max(0, (covered[column] ?? 0) - 1);
    }
    while (row.at(-1) === '') row.pop();
    if (row.length > 0) take(row, line);
    row = undefined;
  }

  return {
    open(tag, attributes, at) {
      if (tag === 'table') {
        depth++;
        if (depth === 1) covered.length = 0;
      } else if (depth === 1 && tag === 'tr') {
        endRow();
        row = [];
        line = at;
      } else if (depth === 1 && (tag === 'td' || tag === 'th')) {
        endCell();
        row ??= [];
        cell = '';
        span = { columns: count(attributes['colspan']), rows: count(attributes['rowspan']) };
      } else if (tag === 'br' && cell !== undefined) {
        cell += '\n';
      }
    },
    text(piece) {
      // A line break in the page is a space; in a cell it is written <br>.
      if (cell === undefined) return;
      cell += piece.replaceAll(/[ \t\r\n]+/g, ' ');
      if (cell.length > LONGEST_TEXT) throw tooLong(file, line);
    },
    close(tag) {
      if (tag === 'table') {
        if (depth === 1) endRow();
        depth = Math.max(0, depth - 1);
      } else if (depth !== 1) return;
      else if (tag === 'tr') endRow();
      else if (tag === 'td' || tag === 'th') endCell();
    },
    finish: endRow,
  };
}

/** Blanks around a text, the ones that never break among them, are there for its looks. */
function said(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}

function count(written: unknown): number {
  const number = Number(written ?? 1);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, MOST_COLUMNS) : 1;
}

function tooWide(file: string, line: number): Unusable {
  return new Unusable({
    code: 'too-many-columns',
    place: { file, line },
    message: `the rows of the table are too wide: a row has at most ${MOST_COLUMNS} cells, all together ${MOST_CELLS}`,
    hint: 'Export it again, as CSV or as a workbook.',
  });
}

function tooLong(file: string, line: number): Unusable {
  return new Unusable({
    code: 'too-long-record',
    place: { file, line },
    message: `a cell of the row that begins here holds more than ${LONGEST_TEXT} characters`,
    hint: 'A cell that is never closed? Export it again, as CSV or as a workbook.',
  });
}
