import type { ValueCount } from '../../domain/profile.ts';

/** The most frequent first, of equals by code units. */
export function mostFrequent(counts: ReadonlyMap<string, number>, most: number): ValueCount[] {
  return [...counts]
    .map(([value, rows]) => ({ value, rows }))
    .sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}
