/** A column of a table that has to fit. */
export interface Extent {
  /** The width at which nothing wraps. */
  readonly natural: number;
  /** The width below which it is not narrowed. */
  readonly least: number;
}

/**
 * Widths of columns that stand `gap` apart within `width`: the widest are narrowed first, none below its least.
 * Where even that is too wide, the table is as wide as it must be.
 */
export function fitWidths(extents: readonly Extent[], gap: number, width: number): number[] {
  const widths = extents.map((extent) => extent.natural);
  let excess = widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1) - width;
  while (excess > 0) {
    const widest = widestThatYields(extents, widths);
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function widestThatYields(extents: readonly Extent[], widths: readonly number[]): number | undefined {
  let widest: number | undefined;
  for (const [index, { least }] of extents.entries()) {
    const width = widths[index] ?? 0;
    if (width > least && (widest === undefined || width > (widths[widest] ?? 0))) widest = index;
  }
  return widest;
}
