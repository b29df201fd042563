import type { Group, Grouping } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';
import type { Selection } from '../table.ts';
import { groupName } from './names.ts';

/** A group of a grouping, or a group of one of its groups, as it is shown. */
export interface ListedGroup {
  readonly group: Group;
  /** The name of a group of a group follows the other's: `Li: phone`. */
  readonly label: string;
  /** 0, and 1 for a group of a group. */
  readonly level: 0 | 1;
  readonly selection: NonNullable<Selection['group']>;
}

/** Each group, and after it its own groups. */
export function listedGroups({ by, inner, groups }: Grouping, words: Catalogue): ListedGroup[] {
  return groups.flatMap((group): ListedGroup[] => {
    const label = groupName(by, group, words);
    const selection = { by, kind: group.kind, name: group.name };
    const within = (group.groups ?? []).map((each): ListedGroup => {
      const of = inner ?? '';
      return {
        group: each,
        label: words.labelled(label, groupName(of, each, words)),
        level: 1,
        selection: { ...selection, inner: { by: of, kind: each.kind, name: each.name } },
      };
    });
    return [{ group, label, level: 0, selection }, ...within];
  });
}

/** What a report is divided by, in words: `employee`, or `employee, channel`. */
export function breakdownName({ by, inner }: Pick<Grouping, 'by' | 'inner'>, words: Catalogue): string {
  const names = inner === undefined ? [by] : [by, inner];
  return words.list(names.map((name) => wordFor(words.fields, name)));
}
