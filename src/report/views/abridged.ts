import type { Catalogue } from '../../locale/catalogue.ts';
import type { Row } from '../table.ts';

/** A longer list of groups than this … */
const LONGEST = 25;
/** … is cut to this many, so that the note stands for more than a line or two. */
const SHOWN = 20;

/**
 * A line for each group. Groups come with the most breaches first; a long list ends with how many are not shown, how
 * many breaches those have, and how to see them: `by` is the dimension's name on the command line.
 */
export function abridged<Listed>(
  groups: readonly Listed[],
  row: (group: Listed) => Row,
  breaches: (group: Listed) => number,
  by: string,
  words: Catalogue,
): Row[] {
  if (groups.length <= LONGEST) return groups.map(row);
  const rest = groups.slice(SHOWN);
  const left = rest.reduce((sum, group) => sum + breaches(group), 0);
  return [...groups.slice(0, SHOWN).map(row), { kind: 'note', text: words.summary.more(rest.length, left, by) }];
}
