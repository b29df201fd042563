import { isMergedOver } from './header.ts';

/**
 * Which records make the header of a table, told by its shape: the index of one, or of two that stand one under the other.
 *
 * `records` are the first of a table, without blank ones. The header is the first that
 * - fills at least half of the table: a title, an export time or a filter above it fills one cell or two;
 * - has only names: texts of which more than half are different ones, no number, no date, none that ends in a colon (`部门：`, whose
 *   value stands beside it);
 * - does not look like what stands below it: no value of it comes again in its own column, as those of the first row of a table
 *   without a header do.
 * Two records make it where the upper has a cell merged over several of the lower, and the lower could not stand alone: it
 * repeats names, or is blank below some of the upper; otherwise a title above the header would be taken for a part of it.
 * Where nothing fits, it is the first record that is as wide as the table: its names are then all that is known.
 */
export function findHeader(records: readonly (readonly string[])[]): readonly [number] | readonly [number, number] {
  const trimmed = records.map((cells) => cells.map((cell) => cell.trim()));
  const width = usualWidth(trimmed);
  for (const [index, cells] of trimmed.entries()) {
    const below = trimmed[index + 1];
    if (below !== undefined && isTwoRowHeader(cells, below, trimmed.slice(index + 2))) return [index, index + 1];
    if (isHeader(cells, width, trimmed.slice(index + 1))) return [index];
  }
  return [
    Math.max(
      0,
      trimmed.findIndex((cells) => extent(cells) >= width),
    ),
  ];
}

/** Cells up to the last that says something. */
function extent(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

/** The extent that most records have; of equals the larger. One cell wide are titles, unless everything is. */
function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const cells of records) counts.set(extent(cells), (counts.get(extent(cells)) ?? 0) + 1);
  let [best, most] = [1, 0];
  for (const [width, count] of counts) {
    if (width < 2 || count < most || (count === most && width < best)) continue;
    [best, most] = [width, count];
  }
  return best;
}

function isHeader(cells: readonly string[], width: number, below: readonly (readonly string[])[]): boolean {
  const names = cells.filter((cell) => cell !== '');
  // The header of another page or file further down is no row.
  const rows = below.filter((row) => row.some((cell, position) => cell !== (cells[position] ?? '')));
  return (
    names.length * 2 >= width &&
    (width === 1 || names.length > 1) &&
    names.every(isName) &&
    new Set(names).size * 2 > names.length &&
    !cells.some((cell, position) => cell !== '' && rows.some((row) => row[position] === cell))
  );
}

function isTwoRowHeader(
  upper: readonly string[],
  lower: readonly string[],
  below: readonly (readonly string[])[],
): boolean {
  const groups = upper.filter((cell) => cell !== '');
  const names = lower.filter((cell) => cell !== '');
  const standsAlone =
    new Set(names).size === names.length && !upper.some((cell, position) => cell !== '' && lower[position] === '');
  return (
    groups.length > 1 &&
    names.length > 1 &&
    !standsAlone &&
    groups.every(isName) &&
    names.every(isName) &&
    isMergedOver(upper, lower) &&
    // Otherwise the lower could be the first row, below a header with unnamed columns.
    below.some((row) => lower.some((cell, position) => cell !== '' && isValue(row[position] ?? '')))
  );
}

function isName(cell: string): boolean {
  return !isValue(cell) && !/[:：]$/.test(cell);
}

/** A number, a share, a date or a time: nothing that a column is called. */
function isValue(cell: string): boolean {
  return /\d/.test(cell) && /^[-+\d.,:/\s%TZ年月日时分秒点上下午]+$/.test(cell);
}
