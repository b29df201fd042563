import type { ClockFigures, Durations, Grouping, Report } from '../../domain/report.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import type { Chart } from '../chart.ts';
import { type Fact, factColumns, factRow } from '../facts.ts';
import { type Block, type Page, type Reader, section, text, wordFor } from '../page.ts';
import { percentOf } from '../shares.ts';
import type { Cell, Column, Row, Selection, Table } from '../table.ts';
import { about } from './about.ts';
import { breachCount, indented, legible } from './clock-tables.ts';
import { dividedRecords, lengthFacts } from './figure-facts.ts';
import { groupRows } from './group-rows.ts';
import { breakdownColumn } from './group-tables.ts';
import { breakdownName } from './listed-groups.ts';
import type { View } from './view.ts';

/** Breaches of a clock in one band; `null`: all of them. */
interface Band {
  readonly clock: string;
  readonly band: string | null;
  readonly runs: number;
  readonly over: Durations;
}

const FACTS: readonly Fact<Band>[] = [
  ['clock', 'text', ({ clock }) => clock],
  ['severity', 'text', ({ band }) => band],
  ['breached', 'count', ({ runs }) => runs],
  ...lengthFacts<Band>('over', ({ over }) => over),
];

/** How grave breaches are: by band, and how far over (C3). */
export const severity: View = {
  page: ({ report }, reader) => severityPage(report, reader),
  records: ({ report }) =>
    dividedRecords(report, factColumns(FACTS), ({ clocks }) =>
      clocks.flatMap((clock) => [whole(clock), ...bandsOf(clock)].map((band) => factRow(FACTS, band))),
    ),
};

function whole({ clock, breached, over }: ClockFigures): Band {
  return { clock, band: null, runs: breached, over };
}

function bandsOf({ clock, severity: bands }: ClockFigures): Band[] {
  return bands.map(({ band, runs, over }) => ({ clock, band, runs, over }));
}

function severityPage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { severity: told } = words.tickets;
  const breached = report.clocks.reduce((sum, clock) => sum + clock.breached, 0);
  if (breached === 0) return [...about(report, reader), text(told.none)];
  const unknown = breached - report.clocks.reduce((sum, { over }) => sum + over.n, 0);
  return [
    ...about(report, reader),
    text(told.about),
    ...(unknown === 0 ? [] : [text(told.unknown(unknown))]),
    ...section(words.views.severity, bandTable(report.clocks, words)),
    ...chart(report, words),
    ...report.groups.flatMap((grouping) =>
      section(words.tickets.of(words.views.severity, breakdownName(grouping, words)), groupTable(grouping, words)),
    ),
  ];
}

function columnsAfter(first: Column, words: Catalogue): Column[] {
  const { severity: told } = words.tickets;
  return [
    first,
    { key: 'breached', title: words.columns.breaches, kind: 'count' },
    { key: 'share_percent', title: told.ofAll, kind: 'percent' },
    { key: 'over_mean_s', title: told.meanOver, kind: 'clock-seconds' },
    { key: 'over_median_s', title: told.medianOver, kind: 'clock-seconds' },
    { key: 'over_longest_s', title: told.longestOver, kind: 'clock-seconds' },
  ];
}

/** @param of how many breaches there are in all of which these are a part */
function cells(
  { clock, band, runs, over }: Band,
  of: number,
  words: Catalogue,
  within: Pick<Selection, 'group'>,
): Cell[] {
  const selects: Selection = { clock, outcomes: ['breached'], ...(band !== null && { severity: band }), ...within };
  const count = breachCount(runs);
  return [
    typeof count === 'object' && count !== null ? { ...count, selects } : count,
    percentOf(runs, of) ?? words.unknown,
    ...[legible(over.mean), over.n % 2 === 0 ? legible(over.median) : over.median, over.longest].map(
      (length) => length ?? words.unknown,
    ),
  ];
}

function bandTable(clocks: readonly ClockFigures[], words: Catalogue): Table {
  const { severity: told } = words.tickets;
  const column: Column = { key: 'clock', title: words.list([words.columns.clock, told.band]), kind: 'text' };
  return {
    columns: columnsAfter(column, words),
    rows: clocks
      .filter(({ breached }) => breached > 0)
      .flatMap((clock): Row[] => [
        { kind: 'caption', text: titleOf(clock.title, clock.clock, words) },
        ...bandsOf(clock).map(
          (band): Row => [indented(wordFor(words.titles, band.band ?? '')), ...cells(band, clock.breached, words, {})],
        ),
        ...bandless(clock, words),
        [indented(told.all), ...cells(whole(clock), clock.breached, words, {})],
      ]),
  };
}

/** Breaches for which the clock has bands, and none of them fits; how far over they are stands in the line of all. */
function bandless(clock: ClockFigures, words: Catalogue): Row[] {
  const rest = clock.breached - clock.severity.reduce((sum, { runs }) => sum + runs, 0);
  if (clock.severity.length === 0 || rest === 0) return [];
  const share = percentOf(rest, clock.breached);
  const { unknown } = words;
  return [[indented(words.tickets.severity.noBand), breachCount(rest), share, unknown, unknown, unknown]];
}

/** Each group's breaches of each clock, with their share of the clock's in all. */
function groupTable(grouping: Grouping, words: Catalogue): Table {
  const column = breakdownColumn(grouping, words);
  const all = new Map<string, number>();
  for (const { clocks } of grouping.groups) {
    for (const { clock, breached } of clocks) all.set(clock, (all.get(clock) ?? 0) + breached);
  }
  return {
    columns: columnsAfter({ ...column, title: words.list([column.title, words.columns.clock]) }, words),
    rows: groupRows(grouping, words, ({ group, label, selection }): Row[] => {
      const broken = group.clocks.filter(({ breached }) => breached > 0);
      if (broken.length === 0) return [];
      return [
        { kind: 'caption', text: label },
        ...broken.map((clock): Row => {
          const title = indented(titleOf(clock.title, clock.clock, words));
          return [title, ...cells(whole(clock), all.get(clock.clock) ?? 0, words, { group: selection })];
        }),
      ];
    }),
  };
}

function chart({ clocks }: Report, words: Catalogue): Block[] {
  const { chart: title, chartSays, noBand } = words.tickets.severity;
  const broken = clocks.filter(({ breached }) => breached > 0);
  const names = [...new Set(broken.flatMap((clock) => clock.severity.map(({ band }) => band)))];
  if (names.length === 0) return [];
  const runsIn = (clock: ClockFigures, name: string) => clock.severity.find(({ band }) => band === name)?.runs ?? 0;
  const rest = broken.map((clock) => clock.breached - clock.severity.reduce((sum, { runs }) => sum + runs, 0));
  const series = [
    ...names.map((name) => ({ name: wordFor(words.titles, name), values: broken.map((clock) => runsIn(clock, name)) })),
    ...(rest.some((runs) => runs > 0) ? [{ name: noBand, values: rest }] : []),
  ];
  const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);
  const [most] = series.toSorted((a, b) => sum(b.values) - sum(a.values));
  const drawn: Chart = {
    kind: 'stacked',
    title,
    summary: chartSays(most?.name ?? '', sum(most?.values ?? []), sum(broken.map(({ breached }) => breached))),
    categories: broken.map((clock) => titleOf(clock.title, clock.clock, words)),
    series,
    unit: 'count',
  };
  return [{ kind: 'chart', chart: drawn }];
}
