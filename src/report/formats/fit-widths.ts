/** A column of a table that has to fit. `floor` ≤ `least` ≤ `cells` ≤ `natural`, or `least` is above `cells` for its title's sake. */
export interface Extent {
  /** The width at which nothing wraps. */
  readonly natural: number;
  /** The width at which no cell wraps, the title perhaps. */
  readonly cells: number;
  /** The width below which it is not narrowed while another column can be … */
  readonly least: number;
  /** … and below which it never is. */
  readonly floor: number;
}

/**
 * Widths of columns that stand `gap` apart within `width`: the widest are narrowed first, down to their cells before
 * any cell has to wrap, then to their least, and only then to their floor. Where even that is too wide, the table is as
 * wide as it must be.
 */
export function fitWidths(extents: readonly Extent[], gap: number, width: number): number[] {
  const room = width - gap * (extents.length - 1);
  const natural = extents.map((extent) => extent.natural);
  const overCells = extents.map(({ cells, least }) => Math.max(cells, least));
  const steps = [overCells, extents.map(({ least }) => least), extents.map(({ floor }) => floor)];
  return steps.reduce((widths, floors) => narrow(widths, floors, room), natural);
}

/** Takes from the widest until all fit in `room` or each is at its floor. */
function narrow(widths: readonly number[], floors: readonly number[], room: number): number[] {
  const narrowed = [...widths];
  let excess = widths.reduce((sum, each) => sum + each, 0) - room;
  while (excess > 0) {
    const widest = widestThatYields(floors, narrowed);
    if (widest === undefined) break;
    narrowed[widest] = (narrowed[widest] ?? 0) - 1;
    excess -= 1;
  }
  return narrowed;
}

function widestThatYields(floors: readonly number[], widths: readonly number[]): number | undefined {
  let widest: number | undefined;
  for (const [index, floor] of floors.entries()) {
    const width = widths[index] ?? 0;
    if (width > floor && (widest === undefined || width > (widths[widest] ?? 0))) widest = index;
  }
  return widest;
}
