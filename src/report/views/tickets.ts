import type { Ratio, Report, TicketFigures } from '../../domain/report.ts';
import type { AgeBand, Backlog, BacklogFigures, OpenTicket, TicketHolder } from '../../domain/ticket-figures.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import type { Chart } from '../chart.ts';
import { type Fact, factColumns, factRow } from '../facts.ts';
import { type Block, heading, type Page, type Reader, section, text, wordFor } from '../page.ts';
import { shareText } from '../shares.ts';
import type { Cell, Column, Records, Row, Table, Value } from '../table.ts';
import { about } from './about.ts';
import { indented } from './clock-tables.ts';
import { shareFacts } from './figure-facts.ts';
import { groupRows, shortened } from './group-rows.ts';
import { breakdownColumn, groupColumn, ticketTable } from './group-tables.ts';
import { breakdownName } from './listed-groups.ts';
import { groupName, partyName } from './names.ts';
import { untoldSection } from './untold.ts';
import type { View } from './view.ts';

const TICKETS: readonly Fact<TicketFigures>[] = [
  ['tickets_created', 'count', ({ created }) => created],
  ['tickets_cancelled', 'count', ({ cancelled }) => cancelled],
  ['tickets_resolved', 'count', ({ resolved }) => resolved],
  ...shareFacts<TicketFigures>('resolution', ({ resolution }) => resolution),
  ...shareFacts<TicketFigures>('first_contact', ({ firstContact }) => firstContact),
  ...shareFacts<TicketFigures>('reopened', ({ reopened }) => reopened),
];

const BACKLOG: readonly Fact<Backlog>[] = [
  ['backlog_open', 'count', ({ open }) => open],
  ['backlog_mean_s', 'seconds', ({ age }) => age.mean],
  ['backlog_median_s', 'seconds', ({ age }) => age.median],
  ['backlog_p90_s', 'seconds', ({ age }) => age.p90],
  ['backlog_oldest_s', 'seconds', ({ age }) => age.longest],
  // The bands are the policy's own, so they are no columns: `0=2 86400=1`, each from so many seconds on.
  ['backlog_ages', 'text', ({ bands }) => bands.map(({ from, tickets: n }) => `${from}=${n}`).join(' ')],
];

const OPEN: readonly Fact<OpenTicket>[] = [
  ['ticket', 'id', ({ ticket }) => ticket],
  ['created_at', 'utc', ({ createdAt }) => createdAt],
  ['age_s', 'seconds', ({ age }) => age],
  ['held_by', 'text', ({ holder }) => holder.name || null],
  ['held_by_kind', 'text', ({ holder }) => holder.kind],
];

const WHERE = ['row', 'period', 'by', 'group', 'group_kind', 'by2', 'group2', 'group2_kind'];

/** What came, what became of it, what is open and for how long (C2). */
export const tickets: View = {
  page: ({ report }, reader) => ticketsPage(report, reader),
  records: ({ report }) => ticketRecords(report),
};

/** A row for everything (`all`), for each group, and for each of the oldest open tickets: `row` says which. */
function ticketRecords(report: Report): Records {
  const period = report.period?.label ?? null;
  const { backlog } = report;
  const row = (where: readonly Value[], counts?: TicketFigures, open?: Backlog, ticket?: OpenTicket): Value[] => [
    ...where,
    ...(counts === undefined ? TICKETS.map(() => null) : factRow(TICKETS, counts)),
    ...(open === undefined ? BACKLOG.map(() => null) : factRow(BACKLOG, open)),
    ...(ticket === undefined ? OPEN.map(() => null) : factRow(OPEN, ticket)),
  ];
  const openOf = (by: string, { kind, name }: TicketHolder) =>
    backlog?.groups
      .find((grouping) => grouping.by === by)
      ?.groups.find((each) => each.kind === kind && each.name === name);
  const none: Value[] = [null, null, null];
  return {
    columns: [
      ...WHERE.map((key) => ({ key, title: key, kind: 'text' as const })),
      ...[...factColumns(TICKETS), ...factColumns(BACKLOG), ...factColumns(OPEN)],
    ],
    rows: [
      row(['all', period, ...none, ...none], report.tickets, backlog),
      ...report.groups.flatMap(({ by, inner = null, groups }) => [
        ...groups.flatMap((group) => {
          const where = ['group', period, by, group.name || null, group.kind];
          return [
            row([...where, ...none], group.tickets, openOf(by, group)),
            ...(group.groups ?? []).map((each) => row([...where, inner, each.name || null, each.kind], each.tickets)),
          ];
        }),
        ...openAlone(report, by, groups).map((group) =>
          row(['group', period, by, group.name || null, group.kind, ...none], undefined, group),
        ),
      ]),
      ...(backlog?.oldest ?? []).map((ticket) => row(['ticket', null, ...none, ...none], undefined, undefined, ticket)),
    ],
  };
}

/** Groups that have nothing in the period but open tickets from before. */
function openAlone({ backlog }: Report, by: string, groups: readonly TicketHolder[]) {
  const open = backlog?.groups.find((grouping) => grouping.by === by)?.groups ?? [];
  return open.filter(({ kind, name }) => !groups.some((group) => group.kind === kind && group.name === name));
}

function ticketsPage(report: Report, reader: Reader): Page {
  const { words, local } = reader;
  const { tickets: told } = words.tickets;
  const { backlog } = report;
  return [
    ...about(report, reader),
    ...section(told.came, ticketTable(report.tickets, words)),
    ...section(words.views.tickets, shareTable(report.tickets, words)),
    ...definitions(report, words),
    ...untoldSection(report, ['first-contact', 'reopened', 'backlog'], words),
    ...(backlog === undefined
      ? []
      : [heading(told.backlog(local(Date.parse(report.asOf)))), ...backlogPage(backlog, reader)]),
    ...report.groups.flatMap((grouping) => {
      const rows = groupRows(grouping, words, ({ group, label, level }): Row[] =>
        group.tickets.created === 0
          ? []
          : [
              [
                level === 0 ? label : indented(label),
                group.tickets.created,
                ...shareCells(report.tickets, group.tickets, words),
              ],
            ],
      );
      const columns = [breakdownColumn(grouping, words), createdColumn(words), ...shareColumns(report.tickets, words)];
      return section(words.tickets.of(told.came, breakdownName(grouping, words)), { columns, rows });
    }),
  ];
}

/** The shares that can be told, in the order in which they are shown. */
function sharesOf({ resolution, firstContact, reopened }: TicketFigures, { columns, tickets: words }: Catalogue) {
  const told: readonly (readonly [key: string, title: string, share: Ratio | null])[] = [
    ['resolution', columns.resolutionRate, resolution],
    ['first_contact', words.tickets.firstContact, firstContact],
    ['reopened', words.tickets.reopened, reopened],
  ];
  return told;
}

function shareTable(figures: TicketFigures, words: Catalogue): Table {
  return {
    columns: [
      { key: 'figure', title: words.tickets.tickets.figure, kind: 'text' },
      { key: 'share', title: words.columns.tickets, kind: 'text', align: 'right' },
      { key: 'percent', title: words.tickets.tickets.rate, kind: 'percent' },
    ],
    rows: sharesOf(figures, words).map(([, title, share]): Row => [title, ...shareCell(share, words)]),
  };
}

function shareCell(share: Ratio | null, words: Catalogue): Cell[] {
  if (share === null) return [words.unknown, words.unknown];
  return [words.share(share.numerator, share.denominator), share.percent ?? words.unknown];
}

function createdColumn({ columns }: Catalogue): Column {
  return { key: 'created', title: columns.created, kind: 'count' };
}

/** A share in one column: there are three of them, and a terminal is narrow. */
function shareColumns(whole: TicketFigures, words: Catalogue): Column[] {
  return sharesOf(whole, words)
    .filter(([, , share]) => share !== null)
    .map(([key, title]) => ({ key, title, kind: 'text', align: 'right' }));
}

function shareCells(whole: TicketFigures, figures: TicketFigures, words: Catalogue): Cell[] {
  const told = sharesOf(whole, words).map(([, , share]) => share !== null);
  const shares = sharesOf(figures, words).filter((_, index) => told[index] === true);
  return shares.map(([, , share]) => shareText(share, words));
}

function definitions({ tickets: { firstContact, reopened }, ...report }: Report, words: Catalogue): Page {
  const { definitions: told } = words.tickets.tickets;
  const byCondition = report.firstContactBy === 'condition';
  return [
    ...(firstContact === null ? [] : [text(byCondition ? told.byCondition : told.byReplies)]),
    ...(reopened === null ? [] : [text(told.reopened)]),
  ];
}

function backlogPage(backlog: BacklogFigures, reader: Reader): Page {
  const { words } = reader;
  const { tickets: told } = words.tickets;
  const unknown = backlog.unknown === 0 ? [] : [text(told.unknown(backlog.unknown))];
  if (backlog.open === 0) return [text(told.none), ...unknown];
  const columns: Column[] = [
    { key: 'open', title: told.open, kind: 'count' },
    { key: 'median_s', title: told.medianAge, kind: 'text', align: 'right' },
    { key: 'oldest_s', title: told.oldest, kind: 'text', align: 'right' },
    ...backlog.bands.map((band): Column => ({ key: `from_${band.from}`, title: bandName(band, words), kind: 'count' })),
  ];
  const row = (each: Backlog): Cell[] => [
    each.open,
    ageText(each.age.median, words),
    ageText(each.age.longest, words),
    ...each.bands.map((band) => band.tickets),
  ];
  return [
    text(told.openTickets(backlog.open)),
    ...unknown,
    { kind: 'table', table: { columns, rows: [row(backlog)] } },
    ...chart(backlog, words),
    ...backlog.groups.flatMap(({ by, groups }) => {
      const rows = groups.map((group): Row[] => [[groupName(by, group, words), ...row(group)]]);
      return section(words.tickets.of(told.open, wordFor(words.fields, by)), {
        columns: [groupColumn(by, words), ...columns],
        rows: shortened(rows, words).flat(),
      });
    }),
    ...oldestSection(backlog, words),
  ];
}

/** So many of the oldest stand on a page. */
const SHOWN = 20;

function oldestSection({ open, oldest }: BacklogFigures, words: Catalogue): Page {
  const { tickets: told, listed } = words.tickets;
  const shown = oldest.slice(0, SHOWN);
  return [
    ...section(told.oldestTickets, {
      columns: [
        { key: 'ticket', title: words.columns.ticket, kind: 'id' },
        { key: 'created_at', title: told.createdAt, kind: 'instant' },
        { key: 'age_s', title: told.age, kind: 'text', align: 'right' },
        { key: 'held_by', title: told.heldBy, kind: 'text' },
      ],
      rows: shown.map(
        ({ ticket, createdAt, age, holder }): Row => [
          ticket,
          createdAt,
          ageText(age, words),
          partyName(holder.kind, holder.name, words, holder.title),
        ],
      ),
    }),
    ...(open > shown.length ? [text(listed(shown.length, open))] : []),
  ];
}

const DAY = 86_400;

/** An age is read in days and hours, or hours and minutes: what is smaller says nothing beside them. Rounded down. */
function ageText(seconds: number | null, words: Catalogue): string {
  const { age } = words.tickets.tickets.length;
  if (seconds === null) return words.unknown;
  const minutes = Math.floor(seconds / 60);
  return age(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60);
}

function bandName({ from, until }: AgeBand, words: Catalogue): string {
  const { days, over, under } = words.tickets.tickets;
  if (from === 0) return until === null ? words.tickets.all : under(lengthText(until, words));
  return until === null ? over(lengthText(from, words)) : days(lengthText(from, words), lengthText(until, words));
}

function lengthText(seconds: number, words: Catalogue): string {
  const { day, hour } = words.tickets.tickets.length;
  if (seconds % DAY === 0) return day(seconds / DAY);
  return seconds % 3600 === 0 ? hour(seconds / 3600) : words.duration(seconds);
}

function chart({ bands, open, age }: BacklogFigures, words: Catalogue): Block[] {
  const { tickets: told } = words.tickets;
  const drawn: Chart = {
    kind: 'bars',
    title: told.byAge,
    summary: told.chartSays(open, ageText(age.longest, words)),
    categories: bands.map((band) => bandName(band, words)),
    series: [{ name: told.open, values: bands.map((band) => band.tickets) }],
    unit: 'count',
  };
  return [{ kind: 'chart', chart: drawn }];
}
