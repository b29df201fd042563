import type { ClockFigures, Grouping, Report } from '../../domain/report.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import type { Chart } from '../chart.ts';
import { type Fact, factColumns, factRow } from '../facts.ts';
import { type Block, detail, type Page, type Reader, section, text } from '../page.ts';
import type { Column, Row, Table } from '../table.ts';
import { about } from './about.ts';
import { indented, legible, statistics, timeColumns, times } from './clock-tables.ts';
import { dividedRecords, lengthFacts } from './figure-facts.ts';
import { groupRows } from './group-rows.ts';
import { breakdownColumn } from './group-tables.ts';
import { breakdownName } from './listed-groups.ts';
import type { View } from './view.ts';

const WHY = ['undecided', 'not-stopped', 'cancelled', 'excused'] as const;

const FACTS: readonly Fact<ClockFigures>[] = [
  ['clock', 'text', ({ clock }) => clock],
  ...lengthFacts<ClockFigures>('open', ({ open }) => open),
  ...lengthFacts<ClockFigures>('wall', ({ wall }) => wall),
  ...WHY.map(
    (why): Fact<ClockFigures> => [`left_out_${why.replace('-', '_')}`, 'count', (clock) => leftOut(clock, why)],
  ),
];

/** How long things took, in open hours and on the wall, and what is in no average (C1). */
export const clocks: View = {
  isMain: true,
  page: ({ report }, reader) => clocksPage(report, reader),
  records: ({ report }) =>
    dividedRecords(report, factColumns(FACTS), ({ clocks: all }) => all.map((clock) => factRow(FACTS, clock))),
};

function leftOut(clock: ClockFigures, why: (typeof WHY)[number]): number {
  return clock.leftOut.find((part) => part.why === why)?.runs ?? 0;
}

function clocksPage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { clocks: told } = words.tickets;
  const table = times(report.clocks, words);
  const caption = words.inBrackets(words.summary.times, words.clockDurationForm);
  return [
    ...about(report, reader),
    text(told.about),
    ...(table.rows.length === 0 ? [text(told.none)] : section(caption, table)),
    ...chart(report, words),
    ...detail(told.leftOut, leftOutTable(report.clocks, words)),
    ...report.groups.flatMap((grouping) =>
      (grouping.detailed === true ? section : detail)(
        words.inBrackets(
          words.tickets.of(words.summary.times, breakdownName(grouping, words)),
          words.clockDurationForm,
        ),
        groupTimes(grouping, words),
      ),
    ),
  ];
}

function leftOutTable(all: readonly ClockFigures[], words: Catalogue): Table {
  const { why: reasons } = words.tickets.clocks;
  const told = WHY.filter((why) => all.some((clock) => leftOut(clock, why) > 0));
  return {
    columns: [
      { key: 'clock', title: words.columns.clock, kind: 'text' },
      ...told.map((why): Column => ({ key: why, title: reasons[why], kind: 'count' })),
    ],
    rows: all
      .filter((clock) => told.some((why) => leftOut(clock, why) > 0))
      .map((clock) => [titleOf(clock.title, clock.clock, words), ...told.map((why) => leftOut(clock, why))]),
  };
}

function groupTimes(grouping: Grouping, words: Catalogue): Table {
  const { columns } = words;
  const column = breakdownColumn(grouping, words);
  return {
    columns: [{ ...column, title: words.list([column.title, columns.clock]) }, ...timeColumns(words)],
    rows: groupRows(grouping, words, ({ group, label }): Row[] => {
      const timed = group.clocks.filter((clock) => clock.open.n > 0 || left(clock) > 0);
      if (timed.length === 0) return [];
      return [
        { kind: 'caption', text: label },
        ...timed.flatMap((clock): Row[] => {
          const title = titleOf(clock.title, clock.clock, words);
          return [
            [indented(title), ...statistics(clock.open, left(clock), words)],
            [indented(indented(columns.wall)), ...statistics(clock.wall, left(clock), words)],
          ];
        }),
      ];
    }),
  };
}

function left(clock: ClockFigures): number {
  return clock.leftOut.reduce((sum, part) => sum + part.runs, 0);
}

function chart({ clocks: all }: Report, words: Catalogue): Block[] {
  const { chart: title, chartSays } = words.tickets.clocks;
  const timed = all.filter(({ open }) => open.n > 0);
  const [slowest] = timed.toSorted((a, b) => (b.open.mean ?? 0) - (a.open.mean ?? 0));
  if (slowest === undefined || timed.length < 2) return [];
  const drawn: Chart = {
    kind: 'bars',
    title,
    summary: chartSays(titleOf(slowest.title, slowest.clock, words), words.duration(legible(slowest.open.mean) ?? 0)),
    categories: timed.map((clock) => titleOf(clock.title, clock.clock, words)),
    series: [{ name: words.columns.mean, values: timed.map(({ open }) => open.mean) }],
    unit: 'seconds',
  };
  return [{ kind: 'chart', chart: drawn }];
}
