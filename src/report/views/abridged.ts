import type { Row } from '../table.ts';

/** So many groups are shown of a long list … */
const SHOWN = 20;
/** … which has more than these besides, so that the note stands for more than a line or two. */
const SPARED = 5;

/**
 * A line for each group. Groups come with the highest count first, such as that of their breaches; a long list ends with
 * a note that has how many are not shown, what those count together, and how to see them.
 */
export function abridged<Listed>(
  groups: readonly Listed[],
  row: (group: Listed) => Row,
  count: (group: Listed) => number,
  note: (groups: number, count: number) => string,
): Row[] {
  const { shown, rest } = cut(groups);
  if (rest.length === 0) return shown.map(row);
  const left = rest.reduce((sum, group) => sum + count(group), 0);
  return [...shown.map(row), { kind: 'note', text: note(rest.length, left) }];
}

/** What of a long list is shown, `most` at the most but for a few, and what is not. */
export function cut<Listed>(
  list: readonly Listed[],
  most = SHOWN,
): { readonly shown: readonly Listed[]; readonly rest: readonly Listed[] } {
  if (list.length <= most + SPARED) return { shown: list, rest: [] };
  return { shown: list.slice(0, most), rest: list.slice(most) };
}
