import type { Cell, CellStyle, CellValue, ConditionalRule, MergeRange, WriteSheet } from 'hucre/xlsx';
import { displayWidth } from '../../../locale/width.ts';
import { cellName } from './cell-name.ts';

/** A cell of a sheet that is laid out by hand. */
export interface GridCell {
  readonly value: CellValue;
  /** What makes `value`, so that it can be made again. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** A place in the workbook: `'Runs'!A1`. */
  readonly link?: string;
}

/** A sheet that grows row by row. */
export interface Grid {
  /** The next row, from 0. */
  readonly next: number;
  add(cells: readonly (GridCell | undefined)[], height?: number): void;
  /** A text over all columns, as high as it must be. */
  addText(text: string, style: CellStyle): void;
  skip(): void;
  colour(rule: Omit<ConditionalRule, 'priority'>): void;
  finish(): Pick<WriteSheet, 'rows' | 'cells' | 'merges' | 'rowDefs' | 'conditionalRules'>;
}

/** Points. */
export const LINE = 15;

export function createGrid(widths: readonly number[]): Grid {
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  const rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map();
  const rules: ConditionalRule[] = [];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let next = 0;

  function add(row: readonly (GridCell | undefined)[], height?: number): void {
    for (const [column, cell] of row.entries()) {
      if (cell !== undefined) cells.set(`${next},${column}`, ofGrid(cell));
    }
    const needed = height ?? heightOf(row, widths);
    if (needed !== undefined) rowDefs.set(next, { height: needed });
    next += 1;
  }

  return {
    get next() {
      return next;
    },
    add,
    addText(text, style) {
      const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / whole)), 0);
      const size = (style.font?.size ?? 11) / 11;
      merges.push({ startRow: next, startCol: 0, endRow: next, endCol: widths.length - 1 });
      add([{ value: text, style }], Math.ceil((lines * LINE + 3) * Math.max(1, size)));
    },
    skip() {
      next += 1;
    },
    colour(rule) {
      rules.push({ ...rule, priority: rules.length + 1 });
    },
    finish: () => ({ rows: [], cells, merges, rowDefs, conditionalRules: rules }),
  };
}

/** Of texts that wrap: not every program makes room for them by itself. */
function heightOf(row: readonly (GridCell | undefined)[], widths: readonly number[]): number | undefined {
  const lines = row.map((cell, column) =>
    cell !== undefined && cell.style?.alignment?.wrapText === true && typeof cell.value === 'string'
      ? linesOf(cell.value, widths[column] ?? 10)
      : 1,
  );
  const most = Math.max(...lines, 1);
  return most === 1 ? undefined : most * LINE;
}

/** Lines that a text takes in a column of that width, words broken. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((displayWidth(line) * 0.95) / width)), 0);
}

function ofGrid({ value, formula, style, link }: GridCell): Partial<Cell> {
  return {
    ...(formula === undefined ? { value } : { formula, formulaResult: value }),
    ...(style !== undefined && { style }),
    ...(link !== undefined && { hyperlink: { target: '', location: link } }),
  };
}

/** `B3:B9` of one column. */
export function span(column: number, first: number, last: number): string {
  return `${cellName(first, column)}:${cellName(last, column)}`;
}
