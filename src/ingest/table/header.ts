/** The columns of a table, as its header has them. */
export interface Header {
  /** Name and position of each column, in the order of the table, each name once; unnamed ones are not among them. */
  readonly columns: readonly { readonly name: string; readonly position: number }[];
  /** Where a column of this name stands, by its own name or one that can mean no other. */
  readonly positions: ReadonlyMap<string, number>;
  /** Cells of the header, named or not. */
  readonly width: number;
}

/**
 * Reads a header of one row, or of two of which the lower divides the columns of the upper.
 *
 * Names are trimmed. Of a name that occurs twice, `类别` is the first and `类别#2` the second. Merged cells of an upper row
 * are a text and blanks after it: the columns below them are `响应/时间`, `响应/人`. A lower name that occurs once can stand
 * alone, since a title may be merged over everything; a name with nothing below or above it is the column's own.
 */
export function readHeader(first: readonly string[], second?: readonly string[]): Header {
  if (second === undefined) return named(first.map((cell) => cell.trim()));
  const lower = second.map((cell) => cell.trim());
  const header = named(joined(first, lower));
  const positions = new Map(header.positions);
  const counts = new Map<string, number>();
  for (const name of lower) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [position, name] of lower.entries()) {
    if (name !== '' && counts.get(name) === 1 && !positions.has(name)) positions.set(name, position);
  }
  return { ...header, positions };
}

/** Whether the upper row has a cell that can be merged over several of the lower one: a text, and a blank beside it. */
export function isMergedOver(upper: readonly string[], lower: readonly string[]): boolean {
  let isBelowGroup = false;
  for (const [position, cell] of lower.entries()) {
    const group = upper[position]?.trim() ?? '';
    if (cell.trim() === '') isBelowGroup = false;
    else if (group !== '') isBelowGroup = true;
    else if (isBelowGroup) return true;
  }
  return false;
}

function joined(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, position) => {
    const above = upper[position]?.trim() ?? '';
    const below = lower[position] ?? '';
    // A name with nothing below is merged downwards, so nothing to the right of it is part of it.
    if (below === '') group = '';
    else if (above !== '') group = above;
    if (below === '' || below === above) return above;
    return group === '' ? below : `${group}/${below}`;
  });
}

function named(names: readonly string[]): Header {
  // A header that really is called `类别#2` keeps its name.
  const literal = new Set(names);
  const positions = new Map<string, number>();
  const occurrences = new Map<string, number>();
  const columns: { name: string; position: number }[] = [];
  for (const [position, name] of names.entries()) {
    if (name === '') continue;
    let occurrence = (occurrences.get(name) ?? 0) + 1;
    while (occurrence > 1 && literal.has(`${name}#${occurrence}`)) occurrence++;
    occurrences.set(name, occurrence);
    const only = occurrence === 1 ? name : `${name}#${occurrence}`;
    positions.set(only, position);
    columns.push({ name: only, position });
  }
  return { columns, positions, width: names.length };
}
