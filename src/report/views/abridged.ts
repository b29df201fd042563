import type { Row } from '../table.ts';

/** A longer list of groups than this … */
const LONGEST = 25;
/** … is cut to this many, so that the note stands for more than a line or two. */
const SHOWN = 20;

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

/** What of a long list is shown, and what is not. */
export function cut<Listed>(groups: readonly Listed[]): {
  readonly shown: readonly Listed[];
  readonly rest: readonly Listed[];
} {
  if (groups.length <= LONGEST) return { shown: groups, rest: [] };
  return { shown: groups.slice(0, SHOWN), rest: groups.slice(SHOWN) };
}
