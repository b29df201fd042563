import type { CellStyle } from 'hucre/xlsx';
import type { Report } from '../../../domain/report.ts';
import type { Reader } from '../../page.ts';
import type { Counting } from './formulas.ts';
import { type Grid, type GridCell, span } from './grid.ts';
import { literal } from './record-sheet.ts';
import { bodyStyle, ruled, styles, summed, tones } from './styles.ts';

/** What the figures of the first sheet are counted from, and how money looks. */
export interface Sources {
  readonly report: Report;
  readonly reader: Reader;
  readonly money: string;
  readonly clockName: (id: string) => string;
  readonly runs?: Counting | undefined;
  readonly breaches?: Counting | undefined;
  readonly consequences?: Counting | undefined;
}

/** Columns of the first sheet. */
export const WIDTH = 12;

export const looks = {
  text: ruled(bodyStyle('text')),
  id: ruled(bodyStyle('id')),
  count: ruled(bodyStyle('count')),
  percent: ruled(bodyStyle('percent')),
  total: summed(bodyStyle('count')),
  totalText: summed(bodyStyle('text')),
  status: ruled({ alignment: { horizontal: 'right', vertical: 'top' } }),
} as const;

export function heading(grid: Grid, title: string): void {
  grid.skip();
  const cells = Array.from({ length: WIDTH }, (_, column) => ({
    value: column === 0 ? title : null,
    style: styles.heading,
  }));
  grid.add(cells, 20);
}

/** The first `texts` columns hold texts, the others quantities. */
export function header(grid: Grid, titles: readonly string[], texts = 1): void {
  const right: CellStyle = { ...styles.header, alignment: { ...styles.header.alignment, horizontal: 'right' } };
  grid.add(
    titles.map((value, column) => ({ value, style: column < texts ? styles.header : right })),
    30,
  );
}

/** The value with its formula, where there is one; what is not known has none, for it would make 0 of it. */
export function figure(value: number | null, style: CellStyle, formula: string | undefined): GridCell {
  return { value, style, ...(formula !== undefined && value !== null && { formula }) };
}

/** Blank where there is nothing to divide by. */
export function shareCell(
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  above: string,
  below: string,
): GridCell {
  const value = denominator === 0 ? '' : numerator / denominator;
  return { value, style: looks.percent, formula: `IF(${below}=0,"",${above}/(${below}))` };
}

/** Whether what is attained in one cell is as much as the other asks for. */
export function statusCell(
  reached: boolean | null,
  attained: string,
  objective: string,
  { words: { workbook } }: Reader,
): GridCell {
  const value = reached === null ? workbook.nothing : reached ? workbook.reached : workbook.missed;
  const judged = `IF(${attained}>=${objective},${literal(workbook.reached)},${literal(workbook.missed)})`;
  return { value, style: looks.status, formula: `IF(${attained}="",${literal(workbook.nothing)},${judged})` };
}

/** Good or bad, the share and its status alike. */
export function colourShares(
  grid: Grid,
  first: number,
  attained: string,
  objective: string,
  columns: readonly number[],
): void {
  const known = `ISNUMBER($${attained}${first + 1}),ISNUMBER($${objective}${first + 1})`;
  const rule = (sign: string) => `AND(${known},$${attained}${first + 1}${sign}$${objective}${first + 1})`;
  for (const column of columns) {
    const range = span(column, first, grid.next - 1);
    grid.colour({ type: 'expression', formula: rule('<'), style: tones.bad, range });
    grid.colour({ type: 'expression', formula: rule('>='), style: tones.good, range });
  }
}
