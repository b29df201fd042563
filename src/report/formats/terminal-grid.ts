import CliTable from 'cli-table3';
import { displayWidth } from '../../locale/width.ts';

export const GAP = '  ';

const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: GAP,
};

/** cli-table3 takes time by the square of the rows … */
const ROWS_AT_ONCE = 50;
/** … and 0.1 ms for each at best: a table longer than anybody scrolls is drawn without it, to the same bytes. */
export const LONG = 1000;

export type Alignment = 'left' | 'right';

/** The cells of a row or, as one text, whole lines of the table's width. */
export type GridRow = readonly string[] | string;

/**
 * Lines of one width: the head, a rule, the rows. Cells are wrapped to the widths already, their lines parted by `\n`:
 * cli-table3 counts UTF-16 units when it wraps, and loses Chinese text. Whole lines pass it by: it leaves out the gaps
 * when it sums up the width of a cell over several columns. So do rows of plain letters, to the same bytes: a report of a small file
 * is made sooner than cli-table3 has got going.
 */
export function drawGrid(
  head: readonly string[],
  rows: readonly GridRow[],
  widths: readonly number[],
  alignments: readonly Alignment[],
): string {
  const rule = widths.map((width) => '-'.repeat(width));
  const isLong = rows.length > LONG;
  const pieces = isPlain(head)
    ? [drawPlainly(head, widths, alignments), rule.join(GAP)]
    : [drawByLibrary([head, rule], alignments)];
  let cells: (readonly string[])[] = [];
  const flush = () => {
    if (cells.length === 0) return;
    const piece = drawByLibrary([rule, ...cells], alignments);
    // The rule keeps the columns of every piece as wide as those of the first.
    pieces.push(piece.slice(piece.indexOf('\n') + 1));
    cells = [];
  };
  for (const row of rows) {
    if (typeof row !== 'string' && !isLong && !isPlain(row)) {
      cells.push(row);
      if (cells.length === ROWS_AT_ONCE) flush();
      continue;
    }
    flush();
    pieces.push(typeof row === 'string' ? row : drawPlainly(row, widths, alignments));
  }
  flush();
  return pieces.map((piece) => `${piece}\n`).join('');
}

/** A row as cli-table3 draws it: each line of each cell at its side, filled with spaces to the width of its column. */
function drawPlainly(row: readonly string[], widths: readonly number[], alignments: readonly Alignment[]): string {
  const cells = row.map((cell) => cell.split('\n'));
  const height = cells.reduce((most, { length }) => Math.max(most, length), 1);
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => {
        const text = lines[line] ?? '';
        const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text.replaceAll(COLOUR, ''))));
        return alignments[column] === 'right' ? padding + text : text + padding;
      })
      .join(GAP),
  ).join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
const COLOUR = /\u001b\[[\d;]*m/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: so are they here.
const PLAIN = /^(?:[\x20-\x7e\n]|\u001b\[[\d;]*m)*$/;

/** Of letters that are each one column wide, coloured or not. */
function isPlain(row: readonly string[]): boolean {
  return row.every((cell) => PLAIN.test(cell));
}

/** The rows as cli-table3 draws them. */
export function drawByLibrary(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string {
  const table = new CliTable({
    chars: BORDERLESS,
    // Without this, cli-table3 colours heads and borders even into a pipe.
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: [...alignments],
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}
