import type { ClockFigures, Group, Grouping, TicketFigures } from '../../domain/report.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';
import { type Cell, type Column, type Row, type Selection, selecting, type Table } from '../table.ts';
import { attained, beforeExcuses, breachCount, indented, legible } from './clock-tables.ts';
import { breakdownName, listedGroups } from './listed-groups.ts';

function ticketColumns(words: Catalogue): Column[] {
  const { columns } = words;
  return [
    { key: 'created', title: columns.created, kind: 'count' },
    { key: 'cancelled', title: columns.cancelled, kind: 'count' },
    { key: 'resolved', title: columns.resolved, kind: 'count' },
    { key: 'share', title: columns.resolvedOf, kind: 'text', align: 'right' },
    { key: 'resolution_percent', title: columns.resolutionRate, kind: 'percent' },
  ];
}

function ticketCells({ created, cancelled, resolved, resolution }: TicketFigures, words: Catalogue): Cell[] {
  const share = resolution === null ? words.unknown : words.share(resolution.numerator, resolution.denominator);
  return [created, cancelled, resolved ?? words.unknown, share, resolution?.percent ?? words.unknown];
}

/** Tickets created and what became of them. */
export function ticketTable(tickets: TicketFigures, words: Catalogue): Table {
  return { columns: ticketColumns(words), rows: [ticketCells(tickets, words)] };
}

/** The same for each group that has tickets. */
export function groupTickets(grouping: Grouping, words: Catalogue): Table {
  const rows = listedGroups(grouping, words)
    .filter(({ group }) => group.tickets.created > 0)
    .map(({ group, label, level }) => [level === 0 ? label : indented(label), ...ticketCells(group.tickets, words)]);
  return { columns: [breakdownColumn(grouping, words), ...ticketColumns(words)], rows };
}

/**
 * Response and resolution of each group: its name with its breaches, and under it a line for each clock that ran; then the
 * same of its own groups.
 */
export function groupClocks(grouping: Grouping, words: Catalogue): Table {
  const { columns } = words;
  const before = beforeExcuses(
    grouping.groups.flatMap(({ clocks }) => clocks),
    words,
  );
  const rows = listedGroups(grouping, words)
    .filter(({ group }) => group.clocks.length > 0)
    .flatMap(({ group, label, selection }): Row[] => [
      { kind: 'caption', text: label, end: withRuns(breachCount(breachesOf(group)), { group: selection }) },
      ...group.clocks.map((clock) => clockRow(clock, before.cells(clock), selection, words)),
    ]);
  const column = breakdownColumn(grouping, words);
  return {
    columns: [
      { ...column, title: words.list([column.title, columns.clock]) },
      { key: 'share', title: columns.share, kind: 'text', align: 'right' },
      { key: 'attainment_percent', title: columns.attainment, kind: 'percent' },
      { key: 'open_mean_s', title: columns.mean, kind: 'clock-seconds' },
      { key: 'open_longest_s', title: columns.longest, kind: 'clock-seconds' },
      ...before.columns,
      { key: 'breached', title: columns.breaches, kind: 'count' },
    ],
    rows,
  };
}

/** A count of breaches with the runs that it counts. */
function withRuns(cell: Cell, selection: Selection): Cell {
  return selecting(cell, { ...selection, outcomes: ['breached'] });
}

function clockRow(
  clock: ClockFigures,
  before: readonly Cell[],
  group: NonNullable<Selection['group']>,
  words: Catalogue,
): Cell[] {
  const { attainment, open } = clock;
  return [
    indented(titleOf(clock.title, clock.clock, words)),
    selecting(words.share(attainment.numerator, attainment.denominator), {
      ...{ clock: clock.clock, group },
      outcomes: ['met', 'breached'],
    }),
    attained(clock, words),
    legible(open.mean) ?? words.unknown,
    open.longest ?? words.unknown,
    ...before,
    withRuns(clock.breached, { clock: clock.clock, group }),
  ];
}

export function breachesOf({ clocks }: Group): number {
  return clocks.reduce((sum, clock) => sum + clock.breached, 0);
}

/** The column of the groups of both levels. */
export function breakdownColumn(grouping: Grouping, words: Catalogue): Column {
  return { ...groupColumn(grouping.by, words), title: words.asTitle(breakdownName(grouping, words)) };
}

export function groupColumn(by: string, words: Catalogue): Column {
  return { key: by, title: words.asTitle(wordFor(words.fields, by)), kind: 'text' };
}
