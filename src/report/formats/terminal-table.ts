import { Chalk, type ChalkInstance } from 'chalk';
import { displayWidth } from '../../locale/width.ts';
import { type CaptionRow, type Cell, type Column, isCaption, plain, type Row, type Table, toneOf } from '../table.ts';
import { alignmentOf, cellText, isText } from './cell-text.ts';
import { type Extent, fitWidths } from './fit-widths.ts';
import type { RenderOptions } from './format.ts';
import { drawGrid, GAP } from './terminal-grid.ts';
import { longestPiece, wrap } from './wrap.ts';

/** Texts are not wrapped below this: Chinese could be, down to a column of single characters. */
const LEAST = 8;
/** What is longer may be broken to make a table fit: a word, the place of a line. */
const LONGEST = { text: 12, place: 24 };

/** Lines of one width, at most that of the screen unless even the narrowest columns need more. */
export function renderTable({ columns, rows }: Table, options: RenderOptions): string {
  const colours = new Chalk({ level: options.colour ? 1 : 0 });
  const texts = rows.map((row) =>
    columns.map((column, index) => cellText(column, plain(cellAt(row, index, columns.length)), options)),
  );
  const extents = columns.map((column, index) => {
    const cells = texts.map((row) => row[index] ?? '');
    return extent(column, cells);
  });
  const widths = roomForCaptions(fitWidths(extents, GAP.length, options.width), rows.filter(isCaption), options.width);
  return drawGrid(
    columns.map(({ title }, index) => colours.bold(balanced(title, widths[index] ?? 0).join('\n'))),
    rows.map((row, at) => {
      const cells = texts[at] ?? [];
      if (isCaption(row)) return spanning(row, cells.at(-1) ?? '', widths, colours);
      return cells.map((text, index) => toned(wrap(text, widths[index] ?? 0).join('\n'), row[index], colours));
    }),
    widths,
    columns.map(alignmentOf),
  );
}

/** A title in no more lines than it needs, of like length: no single character is left for the last. No word is broken. */
function balanced(title: string, width: number): string[] {
  let lines = wrap(title, width);
  for (let narrower = width - 1; narrower >= longestPiece(title); narrower--) {
    const tried = wrap(title, narrower);
    if (tried.length > lines.length) break;
    lines = tried;
  }
  return lines;
}

/** What stands in a column: of a row over the whole width only its end, in the last. */
function cellAt(row: Row, index: number, columns: number): Cell | undefined {
  if (!isCaption(row)) return row[index];
  return index === columns - 1 ? row.end : undefined;
}

/** Lines over the whole width, the end at the right of the first. */
function spanning(row: CaptionRow, end: string, widths: readonly number[], colours: ChalkInstance): string {
  const room = captionRoom(row, widths);
  return wrap(row.text, room)
    .map((line, index) => {
      const beside = index === 0 ? end : '';
      const padding = ' '.repeat(Math.max(0, total(widths) - displayWidth(line) - displayWidth(beside)));
      return (row.kind === 'caption' ? colours.bold(line) : line) + padding + toned(beside, row.end, colours);
    })
    .join('\n');
}

/** A text of its own line does not wrap while the screen has room for it: the first column takes that room. */
function roomForCaptions(widths: readonly number[], captions: readonly CaptionRow[], width: number): number[] {
  const lack = captions.reduce((most, row) => Math.max(most, displayWidth(row.text) - captionRoom(row, widths)), 0);
  const [first = 0, ...others] = widths;
  return [first + Math.max(0, Math.min(lack, width - total(widths))), ...others];
}

/** The columns of the screen that a caption's text may take. */
function captionRoom({ end }: CaptionRow, widths: readonly number[]): number {
  return total(end === undefined ? widths : widths.slice(0, -1));
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP.length * Math.max(0, widths.length - 1);
}

function extent(column: Column, texts: readonly string[]): Extent {
  const lines = texts.flatMap((text) => text.split('\n'));
  const widest = lines.reduce((most, line) => Math.max(most, displayWidth(line)), 0);
  const natural = Math.max(widest, displayWidth(column.title));
  const [ofTitle, ofCells] = [leastOfTitle(column.title), leastOf(column, lines, widest)];
  const least = Math.min(natural, Math.max(ofTitle, ofCells));
  // Before a table runs over the edge of the screen a word of its texts is broken; never a quantity, an instant or an id.
  const floor = column.kind === 'text' ? Math.min(natural, Math.max(ofTitle, Math.min(ofCells, LEAST))) : least;
  return { natural, cells: widest, least, floor };
}

/** Two lines are enough for a title: Chinese could be broken down to a character a line. */
function leastOfTitle(title: string): number {
  let width = longestPiece(title);
  while (wrap(title, width).length > 2) width += 1;
  return width;
}

/** Quantities and ids are never broken, instants only between date and time, texts also within words longer than most. */
function leastOf({ kind }: Column, texts: readonly string[], widest: number): number {
  if (!isText(kind) || kind === 'id') return widest;
  const longest = texts.reduce((most, text) => Math.max(most, longestPiece(text)), 0);
  return kind === 'text' || kind === 'place' ? Math.min(Math.max(longest, LEAST), LONGEST[kind]) : longest;
}

function toned(text: string, cell: Cell | undefined, colours: ChalkInstance): string {
  const tone = toneOf(cell);
  if (tone === undefined) return text;
  return tone === 'bad' ? colours.red(text) : colours.green(text);
}
