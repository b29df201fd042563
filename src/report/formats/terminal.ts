import { Chalk, type ChalkInstance } from 'chalk';
import { displayWidth } from '../../locale/width.ts';
import type { Block, Page } from '../page.ts';
import { type Cell, type CellKind, type Column, plain, type Table, toneOf, type Value } from '../table.ts';
import { type Extent, fitWidths } from './fit-widths.ts';
import type { Format, RenderOptions } from './format.ts';
import { type Alignment, drawGrid, GAP } from './terminal-grid.ts';
import { longestPiece, wrap } from './wrap.ts';

/** Tables for people: plain characters, aligned also with Chinese in them, colour only where it is asked for. */
export const terminal: Format = {
  reader: 'person',
  page: renderPage,
  records: (columns, rows, options) => [renderTable({ columns, rows: [...rows] }, options)],
};

/** Texts are not wrapped below this: Chinese could be, down to a column of single characters. */
const LEAST = 8;
/** What is longer may be broken to make a table fit: a word, the place of a line. */
const LONGEST = { text: 12, place: 24 };

export function renderPage(page: Page, options: RenderOptions): string {
  const colours = new Chalk({ level: options.colour ? 1 : 0 });
  return page.map((block, index) => separator(page[index - 1], block) + renderBlock(block, options, colours)).join('');
}

/** A blank line before each heading and about each table; but a table stands right under its own heading. */
function separator(before: Block | undefined, block: Block): string {
  if (before === undefined) return '';
  const startsAnew = block.kind === 'heading' || block.kind === 'title' || before.kind === 'table';
  return startsAnew || (block.kind === 'table' && before.kind === 'text') ? '\n' : '';
}

function renderBlock(block: Block, options: RenderOptions, colours: ChalkInstance): string {
  if (block.kind === 'table') return renderTable(block.table, options);
  const lines = wrap(block.text, options.width);
  return lines.map((line) => `${block.kind === 'text' ? line : colours.bold(line)}\n`).join('');
}

function renderTable({ columns, rows }: Table, options: RenderOptions): string {
  const colours = new Chalk({ level: options.colour ? 1 : 0 });
  const texts = rows.map((row) => columns.map((column, index) => cellText(column, plain(row[index]), options)));
  const extents = columns.map((column, index) => {
    const cells = texts.map((row) => row[index] ?? '');
    return extent(column, cells);
  });
  const widths = fitWidths(extents, GAP.length, options.width);
  const folded = (text: string, index: number) => wrap(text, widths[index] ?? 0).join('\n');
  return drawGrid(
    columns.map((column, index) => colours.bold(folded(column.title, index))),
    texts.map((row, at) => row.map((text, index) => toned(folded(text, index), rows[at]?.[index], colours))),
    widths,
    columns.map(alignment),
  );
}

function extent(column: Column, texts: readonly string[]): Extent {
  const widest = texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
  const natural = Math.max(widest, displayWidth(column.title));
  return { natural, least: Math.min(natural, Math.max(longestPiece(column.title), leastOf(column, texts, widest))) };
}

/** Quantities are never broken, instants only between date and time, texts also within words longer than most. */
function leastOf({ kind }: Column, texts: readonly string[], widest: number): number {
  if (!isText(kind)) return widest;
  const longest = texts.reduce((most, text) => Math.max(most, longestPiece(text)), 0);
  return kind === 'text' || kind === 'place' ? Math.min(Math.max(longest, LEAST), LONGEST[kind]) : longest;
}

function alignment({ kind, align }: Column): Alignment {
  return align ?? (isText(kind) || kind === 'flag' ? 'left' : 'right');
}

function isText(kind: CellKind): boolean {
  return kind === 'text' || kind === 'place' || kind === 'instant' || kind === 'utc';
}

function cellText({ kind }: Column, value: Value, { words, local }: RenderOptions): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    if (kind === 'seconds') return words.duration(value);
    return kind === 'percent' ? words.percent(value) : words.count(value);
  }
  // A word may stand among instants: "still open".
  if (kind === 'instant' && /^\d{4}-\d\d-\d\dT/.test(value)) return local(Date.parse(value));
  return kind === 'utc' ? value.replace('T', ' ') : value;
}

function toned(text: string, cell: Cell | undefined, colours: ChalkInstance): string {
  const tone = toneOf(cell);
  if (tone === undefined) return text;
  return tone === 'bad' ? colours.red(text) : colours.green(text);
}
