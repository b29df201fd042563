import type { ClockFigures, Report, TicketFigures } from '../../domain/report.ts';
import type { MonthChange, TrendMonth } from '../../domain/ticket-figures.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import type { Chart } from '../chart.ts';
import { type Fact, recordsOf } from '../facts.ts';
import { type Block, type Page, type Reader, section, text } from '../page.ts';
import { shownPercent } from '../shares.ts';
import type { Cell, Column, Row, Table } from '../table.ts';
import { about } from './about.ts';
import { attained, breachCount, legible } from './clock-tables.ts';
import { lengthFacts, shareFacts } from './figure-facts.ts';
import type { View } from './view.ts';

/** A month's tickets or, with a clock, its runs. */
interface Line {
  readonly month: TrendMonth;
  readonly clock: ClockFigures | undefined;
}

const ofTickets =
  <Result>(of: (month: TrendMonth) => Result) =>
  ({ month, clock }: Line) =>
    clock === undefined ? of(month) : null;

type ClockChange = MonthChange['clocks'][number];

function changed(key: keyof Omit<MonthChange, 'clocks'>) {
  return ofTickets(({ change }) => change?.[key] ?? null);
}

function changedOf(key: keyof Omit<ClockChange, 'clock'>) {
  return ({ month, clock }: Line) => (clock && changeOf(month, clock.clock)?.[key]) ?? null;
}

function changeOf({ change }: TrendMonth, id: string): ClockChange | undefined {
  return change?.clocks.find(({ clock }) => clock === id);
}

const FACTS: readonly Fact<Line>[] = [
  ['month', 'text', ({ month }) => month.month],
  ['month_start', 'utc', ({ month }) => month.start],
  ['month_end', 'utc', ({ month }) => month.end],
  ['is_partial', 'flag', ({ month }) => month.isPartial],
  ['clock', 'text', ({ clock }) => clock?.clock ?? null],
  ['tickets_created', 'count', ofTickets(({ tickets }) => tickets.created)],
  ['tickets_created_change', 'count', changed('created')],
  ['resolved_in_month', 'count', ofTickets(({ resolved }) => resolved)],
  ['resolved_in_month_change', 'count', changed('resolved')],
  ['backlog_open', 'count', ofTickets(({ backlog }) => backlog)],
  ['backlog_open_change', 'count', changed('backlog')],
  ...ticketShare('resolution', ({ resolution }) => resolution),
  ...ticketShare('first_contact', ({ firstContact }) => firstContact),
  ...ticketShare('reopened', ({ reopened }) => reopened),
  ['met', 'count', ({ clock }) => clock?.met ?? null],
  ['breached', 'count', ({ clock }) => clock?.breached ?? null],
  ['breached_change', 'count', changedOf('breached')],
  ...shareFacts<Line>('attainment', ({ clock }) => clock?.attainment),
  ['attainment_change_points', 'percent', changedOf('points')],
  ['objective_percent', 'percent', ({ clock }) => clock?.objective?.percent ?? null],
  ['objective_reached', 'flag', ({ clock }) => clock?.objective?.reached ?? null],
  ...lengthFacts<Line>('open', ({ clock }) => clock?.open),
  ['open_mean_change_s', 'seconds', changedOf('openMean')],
  ...lengthFacts<Line>('wall', ({ clock }) => clock?.wall),
];

function ticketShare(name: string, of: (tickets: TicketFigures) => TicketFigures['resolution']): Fact<Line>[] {
  return shareFacts<Line>(name, ({ month, clock }) => (clock === undefined ? of(month.tickets) : null));
}

/** Month by month (C6): what came, what was open at its end, what was kept, how long it took. */
export const trend: View = {
  page: ({ report }, reader) => trendPage(report, reader),
  records: ({ report }) => recordsOf(FACTS, linesOf(report)),
  hasSubject: ({ report }) => (report.trend?.months.length ?? 0) > 1,
};

function linesOf({ trend: figures }: Report): Line[] {
  const months = figures?.months ?? [];
  return months.flatMap((month) => [{ month, clock: undefined }, ...month.clocks.map((clock) => ({ month, clock }))]);
}

function trendPage(report: Report, reader: Reader): Page {
  const { words, local } = reader;
  const { trend: told } = words.tickets;
  const { months = [], leftOut = 0 } = report.trend ?? {};
  if (months.length === 0) return [...about(report, reader), text(told.none)];
  return [
    ...about(report, reader),
    text(told.about(local(Date.parse(report.asOf)))),
    ...(leftOut === 0 ? [] : [text(told.leftOut(leftOut))]),
    ...section(told.volume, volumeTable(months, words)),
    ...volumeChart(months, words),
    ...report.clocks.flatMap(({ clock, title }) =>
      months.every((month) => isIdle(clockOf(month, clock)))
        ? []
        : section(told.promises(titleOf(title, clock, words)), clockTable(months, clock, words)),
    ),
    ...attainmentChart(report, months, words),
  ];
}

function clockOf({ clocks }: TrendMonth, id: string): ClockFigures | undefined {
  return clocks.find(({ clock }) => clock === id);
}

function isIdle(clock: ClockFigures | undefined): boolean {
  return clock === undefined || (clock.attainment.denominator === 0 && clock.open.n === 0);
}

function monthName({ month, isPartial }: TrendMonth, words: Catalogue): string {
  return isPartial ? words.tickets.trend.partial(month) : month;
}

function signed(more: number | null | undefined, text: (amount: number) => string, words: Catalogue): string {
  if (more === null || more === undefined) return words.unknown;
  return `${more > 0 ? '+' : more < 0 ? '-' : ''}${text(Math.abs(more))}`;
}

function changeColumn(key: string, words: Catalogue): Column {
  // Of kind id, for a quantity is not broken where the screen is narrow.
  return { key: `${key}_change`, title: words.tickets.trend.change, kind: 'id', align: 'right' };
}

type Counted = readonly [
  key: keyof Omit<MonthChange, 'clocks'>,
  title: string,
  of: (month: TrendMonth) => number | null,
];

function volumeTable(months: readonly TrendMonth[], words: Catalogue): Table {
  const { trend: told } = words.tickets;
  const hasBacklog = months.some(({ backlog }) => backlog !== null);
  const all: readonly Counted[] = [
    ['created', told.created, ({ tickets }) => tickets.created],
    ['resolved', told.resolved, ({ resolved }) => resolved],
    ['backlog', told.backlog, ({ backlog }) => backlog],
  ];
  const counts = hasBacklog ? all : all.slice(0, 1);
  return {
    columns: [
      { key: 'month', title: told.month, kind: 'text' },
      ...counts.flatMap(([key, title]): Column[] => [{ key, title, kind: 'count' }, changeColumn(key, words)]),
    ],
    rows: months.map(
      (month): Row => [
        monthName(month, words),
        ...counts.flatMap(([key, , of]): Cell[] => [
          of(month) ?? words.unknown,
          signed(month.change?.[key], words.count, words),
        ]),
      ],
    ),
  };
}

function clockTable(months: readonly TrendMonth[], id: string, words: Catalogue): Table {
  const { columns } = words;
  return {
    columns: [
      { key: 'month', title: words.tickets.trend.month, kind: 'text' },
      { key: 'share', title: columns.share, kind: 'text', align: 'right' },
      { key: 'attainment_percent', title: columns.attainment, kind: 'percent' },
      changeColumn('attainment', words),
      { key: 'breached', title: columns.breaches, kind: 'count' },
      changeColumn('breached', words),
      { key: 'open_mean_s', title: columns.mean, kind: 'clock-seconds' },
      changeColumn('open_mean', words),
    ],
    rows: months.flatMap((month): Row[] => {
      const now = clockOf(month, id);
      const change = changeOf(month, id);
      if (now === undefined) return [];
      const { attainment, breached, open } = now;
      return [
        [
          monthName(month, words),
          words.share(attainment.numerator, attainment.denominator),
          attained(now, words),
          signed(change?.points, (points) => words.count(Math.round(points * 10) / 10), words),
          breachCount(breached),
          signed(change?.breached, words.count, words),
          legible(open.mean) ?? words.unknown,
          signed(change?.openMean, (length) => words.clockDuration(legible(length) ?? 0), words),
        ],
      ];
    }),
  };
}

function volumeChart(months: readonly TrendMonth[], words: Catalogue): Block[] {
  const { trend: told } = words.tickets;
  const last = months.at(-1);
  if (months.length < 2 || last === undefined) return [];
  const drawn: Chart = {
    kind: 'lines',
    title: told.volume,
    summary: told.volumeSays(monthName(last, words), last.tickets.created, last.backlog),
    categories: months.map((month) => month.month),
    series: [
      { name: told.created, values: months.map(({ tickets }) => tickets.created) },
      ...(last.backlog === null
        ? []
        : [
            { name: told.resolved, values: months.map(({ resolved }) => resolved) },
            { name: told.backlog, values: months.map(({ backlog }) => backlog) },
          ]),
    ],
    unit: 'count',
  };
  return [{ kind: 'chart', chart: drawn }];
}

function attainmentChart({ clocks }: Report, months: readonly TrendMonth[], words: Catalogue): Block[] {
  const { trend: told } = words.tickets;
  const series = clocks.flatMap(({ clock, title }) => {
    const values = months.map((month) => clockOf(month, clock)?.attainment.percent ?? null);
    return values.filter((value) => value !== null).length < 2 ? [] : [{ name: titleOf(title, clock, words), values }];
  });
  const [first] = series;
  if (first === undefined) return [];
  const known = first.values.filter((value) => value !== null);
  const drawn: Chart = {
    kind: 'lines',
    title: told.attainment,
    summary: told.attainmentSays(
      first.name,
      words.percent(shownPercent(known[0] ?? 0)),
      words.percent(shownPercent(known.at(-1) ?? 0)),
    ),
    categories: months.map((month) => month.month),
    series,
    unit: 'percent',
  };
  return [{ kind: 'chart', chart: drawn }];
}
