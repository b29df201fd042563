/** Which columns say the same in every row so far. Most part in the first rows; after that a row costs nothing. */
export interface Twins {
  /** The cells of a row, trimmed, '' where there is nothing. */
  take(cells: readonly string[]): void;
  /** More columns turned up, which were blank until now: they are twins of none. */
  groups(): readonly (readonly number[])[];
}

export function twinsOf(columns: number): Twins {
  let together: (readonly number[])[] = columns > 1 ? [Array.from({ length: columns }, (_, index) => index)] : [];

  return {
    take(cells) {
      let hasParted = false;
      for (const group of together) {
        const same = cells[group[0] ?? 0];
        for (let index = 1; index < group.length; index++) {
          if (cells[group[index] ?? 0] === same) continue;
          hasParted = true;
          break;
        }
        if (hasParted) break;
      }
      if (hasParted) together = together.flatMap((group) => parted(group, cells));
    },
    groups: () => together,
  };
}

function parted(group: readonly number[], cells: readonly string[]): number[][] {
  const byValue = new Map<string, number[]>();
  for (const column of group) {
    const value = cells[column] ?? '';
    const same = byValue.get(value);
    if (same === undefined) byValue.set(value, [column]);
    else same.push(column);
  }
  return [...byValue.values()].filter((columns) => columns.length > 1);
}
