import type { ClockFigures, Group, TicketFigures } from '../../domain/report.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';
import type { Cell, Column, Row, Table } from '../table.ts';
import { attained, beforeExcuses, breachCount, indented, legible } from './clock-tables.ts';
import { partyName } from './names.ts';

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
  return [
    created,
    cancelled,
    resolution === null ? words.unknown : resolved,
    share,
    resolution?.percent ?? words.unknown,
  ];
}

/** Tickets created and what became of them. */
export function ticketTable(tickets: TicketFigures, words: Catalogue): Table {
  return { columns: ticketColumns(words), rows: [ticketCells(tickets, words)] };
}

/** The same for each group that has tickets. */
export function groupTickets(by: string, groups: readonly Group[], words: Catalogue): Table {
  const rows = groups
    .filter((group) => group.tickets.created > 0)
    .map((group) => [partyName(group.kind, group.name, words, group.title), ...ticketCells(group.tickets, words)]);
  return { columns: [groupColumn(by, words), ...ticketColumns(words)], rows };
}

/** Response and resolution of each group: its name with its breaches, and under it a line for each clock that ran. */
export function groupClocks(by: string, groups: readonly Group[], words: Catalogue): Table {
  const { columns } = words;
  const before = beforeExcuses(
    groups.flatMap(({ clocks }) => clocks),
    words,
  );
  const rows = groups
    .filter((group) => group.clocks.length > 0)
    .flatMap((group): Row[] => [
      {
        kind: 'caption',
        text: partyName(group.kind, group.name, words, group.title),
        end: breachCount(breachesOf(group)),
      },
      ...group.clocks.map((clock) => clockRow(clock, before.cells(clock), words)),
    ]);
  return {
    columns: [
      { ...groupColumn(by, words), title: words.list([groupColumn(by, words).title, columns.clock]) },
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

function clockRow(clock: ClockFigures, before: readonly Cell[], words: Catalogue): Cell[] {
  const { attainment, open } = clock;
  return [
    indented(titleOf(clock.title, clock.clock, words)),
    words.share(attainment.numerator, attainment.denominator),
    attained(clock, words),
    legible(open.mean) ?? words.unknown,
    open.longest ?? words.unknown,
    ...before,
    clock.breached,
  ];
}

export function breachesOf({ clocks }: Group): number {
  return clocks.reduce((sum, clock) => sum + clock.breached, 0);
}

export function groupColumn(by: string, words: Catalogue): Column {
  return { key: by, title: words.asTitle(wordFor(words.fields, by)), kind: 'text' };
}
