import type { GroupChange, GroupingChange } from '../../domain/comparison.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { type Page, section } from '../page.ts';
import type { Column, Row, Table } from '../table.ts';
import { abridged } from './abridged.ts';
import { indented } from './clock-tables.ts';
import { countCells, lengthCells, shareCells } from './compare-cells.ts';
import { breakdownColumn } from './group-tables.ts';
import { breakdownName } from './listed-groups.ts';
import { groupName } from './names.ts';

/** A line for each group that changes or, of a dimension that was asked for, all groups with each of their clocks. */
export function groupSections(grouping: GroupingChange, words: Catalogue): Page {
  const caption = words.compare.changes.by(breakdownName(grouping, words));
  if (grouping.detailed !== true) return section(caption, groupTable(grouping, words));
  return [
    ...section(caption, clockTable(grouping, words)),
    ...section(words.summary.ticketsBy(breakdownName(grouping, words)), ticketTable(grouping, words)),
  ];
}

/** Groups with the greatest change first, where anything changes at all. */
function groupTable(grouping: GroupingChange, words: Catalogue): Table {
  const { changes: captions } = words.compare;
  const changed = grouping.groups.filter(({ breached, decided, created }) =>
    [breached, decided, created].some(({ change }) => change !== 0),
  );
  const row = (group: GroupChange): Row => [
    groupName(grouping.by, group, words),
    ...countCells(group.breached, words, 'fewer'),
    ...shareCells(group.attainment, words).slice(0, 2),
  ];
  return {
    columns: [
      breakdownColumn({ ...grouping, groups: [] }, words),
      { key: 'breached_before', title: captions.breachesBefore, kind: 'text', align: 'right' },
      { key: 'breached_after', title: captions.breachesAfter, kind: 'text', align: 'right' },
      { key: 'breached_change', title: captions.change, kind: 'text', align: 'right' },
      { key: 'attainment_before', title: captions.attainedBefore, kind: 'text', align: 'right' },
      { key: 'attainment_after', title: captions.attainedAfter, kind: 'text', align: 'right' },
    ],
    rows: abridged(changed, row, ({ breached }) => Math.abs(breached.change ?? 0), captions.moreGroups),
  };
}

/** Under the name of each group, and of each of its own groups, its clocks: breaches, attainment, mean. */
function clockTable(grouping: GroupingChange, words: Catalogue): Table {
  const { columns, columnTitles } = words;
  const rows = listed(grouping, words).flatMap(({ label, group }): Row[] =>
    group.clocks.flatMap((clock): Row[] => {
      const isTimed = clock.mean.before !== null || clock.mean.after !== null;
      if (!isTimed && (clock.decided.before ?? 0) + (clock.decided.after ?? 0) === 0) return [];
      return [
        { kind: 'caption', text: words.labelled(label, titleOf(clock.title, clock.clock, words)) },
        [indented(words.compare.changes.decided), ...countCells(clock.decided, words)],
        [indented(columns.breached), ...countCells(clock.breached, words, 'fewer')],
        [indented(columns.attainment), ...shareCells(clock.attainment, words)],
        ...(isTimed ? [[indented(columnTitles.open_mean_s), ...lengthCells(clock.mean, words)]] : []),
      ];
    }),
  );
  return { columns: changeColumns(grouping, words), rows };
}

/** Tickets of each group that has any, and the share of them that is resolved. */
function ticketTable(grouping: GroupingChange, words: Catalogue): Table {
  const { columns } = words;
  const rows = listed(grouping, words)
    .filter(({ group: { created } }) => (created.before ?? 0) + (created.after ?? 0) > 0)
    .flatMap(({ label, group: { created, resolution } }): Row[] => [
      { kind: 'caption', text: label },
      [indented(columns.created), ...countCells(created, words)],
      ...(resolution.before === null && resolution.after === null
        ? []
        : [[indented(columns.resolutionRate), ...shareCells(resolution, words)]]),
    ]);
  return { columns: changeColumns(grouping, words), rows };
}

function changeColumns(grouping: GroupingChange, words: Catalogue): Column[] {
  const { changes: captions } = words.compare;
  return [
    breakdownColumn({ ...grouping, groups: [] }, words),
    { key: 'before', title: captions.before, kind: 'text', align: 'right' },
    { key: 'after', title: captions.after, kind: 'text', align: 'right' },
    { key: 'change', title: captions.change, kind: 'text', align: 'right' },
  ];
}

/** Each group, and after it its own groups: `Li`, `Li: phone`. */
function listed({ by, inner = '', groups }: GroupingChange, words: Catalogue) {
  return groups.flatMap((group) => {
    const label = groupName(by, group, words);
    const within = (group.groups ?? []).map((each) => ({
      label: words.labelled(label, groupName(inner, each, words)),
      group: each,
    }));
    return [{ label, group }, ...within];
  });
}
