import CliTable from 'cli-table3';

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

/** cli-table3 takes time by the square of the rows. */
const ROWS_AT_ONCE = 50;

export type Alignment = 'left' | 'right';

/**
 * Lines of one width: the head, a rule, the rows. Cells are wrapped to the widths already, their lines parted by `\n`:
 * cli-table3 counts UTF-16 units when it wraps, and loses Chinese text.
 */
export function drawGrid(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  alignments: readonly Alignment[],
): string {
  const rule = widths.map((width) => '-'.repeat(width));
  const pieces = [draw([head, rule], alignments)];
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    const piece = draw([rule, ...rows.slice(first, first + ROWS_AT_ONCE)], alignments);
    // The rule keeps the columns of every piece as wide as those of the first.
    pieces.push(piece.slice(piece.indexOf('\n') + 1));
  }
  return pieces.map((piece) => `${piece}\n`).join('');
}

function draw(rows: readonly (readonly string[])[], alignments: readonly Alignment[]): string {
  const table = new CliTable({
    chars: BORDERLESS,
    // Without this, cli-table3 colours heads and borders even into a pipe.
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: [...alignments],
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}
