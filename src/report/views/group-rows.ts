import type { Grouping } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import type { Row } from '../table.ts';
import { cut } from './abridged.ts';
import { type ListedGroup, listedGroups } from './listed-groups.ts';

/**
 * The rows of each group that has any, and of its own groups. Of a grouping that nobody asked for by name a long list is cut,
 * with a note on how many are not shown.
 */
export function groupRows(
  grouping: Grouping,
  words: Catalogue,
  rowsOf: (listed: ListedGroup) => readonly Row[],
): Row[] {
  const blocks = listedGroups(grouping, words)
    .map(rowsOf)
    .filter((rows) => rows.length > 0);
  return grouping.detailed === true ? blocks.flat() : shortened(blocks, words).flat();
}

/** A list that may be long, each of its entries with its rows. */
export function shortened(blocks: readonly (readonly Row[])[], words: Catalogue): (readonly Row[])[] {
  const { shown, rest } = cut(blocks);
  return rest.length === 0 ? [...shown] : [...shown, [{ kind: 'note', text: words.tickets.more(rest.length) }]];
}
