import type { Cell, CellStyle, CellValue, ColumnDef, ConditionalRule, WriteSheet } from 'hucre/xlsx';
import { COUNT } from '../../../locale/count.ts';
import { displayWidth } from '../../../locale/width.ts';
import { columnTitle, ownWord, recordColumn } from '../../columns/columns.ts';
import type { RecordColumn } from '../../columns/registry.ts';
import type { Reader } from '../../page.ts';
import type { Records, Value } from '../../table.ts';
import { groupName } from '../../views/names.ts';
import { cellName } from './cell-name.ts';
import { LINE, linesOf } from './grid.ts';
import { isCut, safeText } from './safe-text.ts';
import { bodyStyle, isQuantity, POINTS, styles, tones } from './styles.ts';
import { looksLikeError, typedCell } from './typed-cell.ts';

/** More rows no document is opened with pleasure with; of a sheet Excel holds 1,048,576. */
export const MOST_ROWS = 50_000;

/** Of all sheets that a view's records fill: what formulas and the first sheet need to know of it. */
export interface RecordSheet {
  readonly view: string;
  readonly name: string;
  /** Rows that stand in it, its header not among them, and rows that are left out. */
  readonly rows: number;
  readonly leftOut: number;
  /** Cells whose text is longer than a cell holds. */
  readonly cut: number;
  /** The letter of a column, by its key. */
  readonly letters: ReadonlyMap<string, string>;
  readonly sheet: WriteSheet;
}

export interface SheetOptions {
  readonly view: string;
  readonly name: string;
  readonly reader: Reader;
  /** The format of amounts of money. */
  readonly money: string;
  /** Clocks by their titles, where no two have the same. */
  readonly clockName: (id: string) => string;
  /** By what groups are divided, in words: a field, or an objective and its field. */
  readonly fieldName: (by: string) => string;
  readonly head: string;
  readonly most?: number;
}

/** A view's records as a sheet that can be filtered, sorted and printed. */
export function recordSheet({ columns, rows }: Records, options: SheetOptions): RecordSheet {
  const { view, name, reader, most = MOST_ROWS } = options;
  const entries = columns.map(({ key }) => recordColumn(view, key));
  const titles = columns.map(({ key }, index) => headerOf(view, key, entries[index], reader));
  const listed = rows.slice(0, most);
  const currencyAt = columns.findIndex(({ key }) => key === 'currency');
  const cells = new Map<string, Partial<Cell>>();
  let cut = 0;
  const body = listed.map((row, rowIndex) =>
    columns.map(({ key }, index): CellValue => {
      const entry = entries[index] ?? recordColumn(view, key);
      const value = row[index] ?? null;
      const said = typeof value === 'string' ? named(value, key, entry, options, cellsOf(columns, row)) : value;
      if (typeof said === 'string' && isCut(said)) cut += 1;
      const cell = typedCell(ofRow(entry, columns, row), said, reader);
      const style = isPoints(entry, row, currencyAt) ? bodyStyle('money', POINTS) : undefined;
      if (looksLikeError(cell)) cells.set(`${rowIndex + 1},${index}`, { richText: [{ text: cell }] });
      else if (style !== undefined && cell !== null) cells.set(`${rowIndex + 1},${index}`, { style });
      return cell;
    }),
  );
  for (const [index, title] of titles.entries())
    cells.set(`0,${index}`, { value: title, style: headerStyle(entries[index]) });
  const widths = columns.map((_, index) => widthOf(titles[index] ?? '', body, index, entries[index]));
  const last = cellName(listed.length, Math.max(columns.length - 1, 0));
  return {
    view,
    name,
    rows: listed.length,
    leftOut: rows.length - listed.length,
    cut,
    letters: new Map(columns.map(({ key }, index) => [key, cellName(0, index).replace(/\d+$/, '')])),
    sheet: {
      name,
      columns: entries.map(
        ({ kind }, index): ColumnDef => ({
          width: widths[index] ?? NARROWEST,
          style: bodyStyle(kind, options.money),
          // A column that says nothing in any row would only push the others off the paper.
          hidden: body.length > 0 && body.every((row) => row[index] === null),
        }),
      ),
      rows: [titles, ...body],
      cells,
      rowDefs: heights(body, entries, widths),
      freezePane: { rows: 1, ...(entries[0]?.kind === 'id' && { columns: 1 }) },
      autoFilter: { range: `A1:${last}` },
      conditionalRules: colours(
        columns.map(({ key }) => key),
        listed.length,
        reader,
      ),
      ...printed(options.head, reader, shownOf(widths, body)),
    },
  };
}

/** Ids, values and groups of the policy by what it calls them; who is known by an id has the name beside it. */
function named(
  value: string,
  key: string,
  entry: RecordColumn,
  { view, reader: { words }, clockName, fieldName }: SheetOptions,
  cell: (key: string) => Value,
): string {
  if (key === 'clock') return clockName(value);
  if (entry.namesField === true) return fieldName(value);
  if (key !== 'group' && key !== 'group2') return ownWord(view, key, value, words);
  const [by, kind] = key === 'group' ? [cell('by'), cell('group_kind')] : [cell('by2'), cell('group2_kind')];
  return kind === null || kind === 'value' ? groupName(String(by), { kind: 'value', name: value }, words) : value;
}

/** The cells of a row by the keys of their columns. */
function cellsOf(columns: Records['columns'], row: readonly Value[]): (key: string) => Value {
  return (key) => row[columns.findIndex((column) => column.key === key)] ?? null;
}

/** In characters: more on one page could no longer be read. */
const PAGE_WIDTH = 230;

function shownOf(widths: readonly number[], body: readonly CellValue[][]): number[] {
  return widths.filter((_, index) => body.some((row) => row[index] !== null));
}

/** Landscape on A4, as wide as the page or a few of them, the header on each. `&` begins a command there. */
export function printed(
  head: string,
  { words }: Reader,
  widths: readonly number[] = [],
): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const pages = Math.max(1, Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH));
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: pages,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      ...(pages > 1 && { printTitlesColumn: '$A:$A' }),
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L${safeText(head)
        .replaceAll(/[\n\t]/g, ' ')
        .replaceAll('&', '&&')
        .slice(0, 180)}&R&A`,
      oddFooter: `&C${words.workbook.page('&P', '&N')}`,
    },
  };
}

function headerOf(view: string, key: string, entry: RecordColumn | undefined, { words, zone }: Reader): string {
  const title = columnTitle(view, key, words);
  if (entry?.kind === 'utc' && zone !== undefined) return safeText(`${title}\n(${zone})`);
  return safeText(entry?.kind === 'signed-seconds' ? words.inBrackets(title, 'h') : title);
}

function headerStyle(entry: RecordColumn | undefined): CellStyle {
  if (entry === undefined || !isQuantity(entry.kind)) return styles.header;
  return { ...styles.header, alignment: { ...styles.header.alignment, horizontal: 'right' } };
}

/** What a reward or a compensation gives has other words than what a ladder brings. */
function ofRow(entry: RecordColumn, columns: Records['columns'], row: readonly Value[]): RecordColumn {
  if (entry.values !== 'consequence') return entry;
  const isGiven = columns.some(({ key }, index) => key === 'reward' && row[index] !== null);
  if (isGiven) return { ...entry, values: 'given' };
  const isGift = columns.some(
    ({ key }, index) => key === 'ladder' && ['compensation', 'liability'].includes(String(row[index])),
  );
  return isGift ? { ...entry, values: 'gift' } : entry;
}

/** An amount without a currency is one of points. */
function isPoints({ kind }: RecordColumn, row: readonly Value[], currencyAt: number): boolean {
  return kind === 'money' && currencyAt >= 0 && row[currencyAt] === null;
}

/** Rows in which a text wraps are as high as it needs, to a limit; the header has two lines. */
function heights(
  body: readonly CellValue[][],
  entries: readonly RecordColumn[],
  widths: readonly number[],
): Map<number, { readonly height: number }> {
  const wrapping = entries.flatMap(({ kind }, index) => (kind === 'text' ? [index] : []));
  const found = new Map([[0, { height: 32 }]]);
  for (const [row, cells] of body.entries()) {
    const lines = wrapping.map((index) => {
      const cell = cells[index];
      return typeof cell === 'string' ? linesOf(cell, widths[index] ?? WIDEST) : 1;
    });
    const most = Math.min(Math.max(...lines, 1), MOST_LINES);
    if (most > 1) found.set(row + 1, { height: most * LINE });
  }
  return found;
}

const MOST_LINES = 20;
const NARROWEST = 9;
const WIDEST = 60;

/** In characters of the standard font: a Chinese one takes two; the arrow of the filter takes three. */
function widthOf(title: string, body: readonly CellValue[][], index: number, entry: RecordColumn | undefined): number {
  const lines = title.split('\n').map(displayWidth);
  // A title of several words may take two lines.
  const head =
    Math.max(...lines.map((width) => (lines.length === 1 && width > 12 ? Math.ceil(width / 2) + 2 : width))) + 4;
  const widest = body.reduce((most, row) => Math.max(most, shownWidth(row[index] ?? null, entry)), 0) + 2;
  return Math.min(Math.max(head, widest, NARROWEST), WIDEST);
}

function shownWidth(value: CellValue, entry: RecordColumn | undefined): number {
  if (value === null) return 0;
  if (value instanceof Date) return 19;
  if (typeof value === 'boolean') return 5;
  if (typeof value === 'number')
    return entry?.kind === 'seconds'
      ? String(Math.floor(value * 24)).length + 6
      : COUNT.format(Math.round(value)).length + (entry?.kind === 'count' ? 0 : 4);
  return value.length > 200 ? WIDEST : Math.max(...value.split('\n').map(displayWidth));
}

/** What was broken is red, what was missed as well. */
function colours(keys: readonly string[], rows: number, { words }: Reader): ConditionalRule[] {
  if (rows === 0) return [];
  const rules = keys.flatMap((key, index): Omit<ConditionalRule, 'priority'>[] => {
    const range = `${cellName(1, index)}:${cellName(rows, index)}`;
    const cell = cellName(1, index);
    const rule = (formula: string, tone: keyof typeof tones) => ({
      type: 'expression' as const,
      formula,
      style: tones[tone],
      range,
    });
    if (key === 'outcome') return [rule(`EXACT(${cell},${literal(words.outcomes.breached)})`, 'bad')];
    if (key === 'state') return [rule(`EXACT(${cell},${literal(words.workbook.values.dueState.overdue)})`, 'bad')];
    if (key === 'objective_reached' || key === 'kept') {
      return [rule(`EXACT(${cell},${literal(words.no)})`, 'bad'), rule(`EXACT(${cell},${literal(words.yes)})`, 'good')];
    }
    return [];
  });
  // Two rules of one priority make LibreOffice fall over.
  return rules.map((rule, index) => ({ ...rule, priority: index + 1 }));
}

/** A text in a formula. */
export function literal(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
