import type { Operator } from '../../domain/policy.ts';
import type { Report } from '../../domain/report.ts';
import type { LowRating, Satisfaction, SatisfactionFigures } from '../../domain/ticket-figures.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import type { Chart } from '../chart.ts';
import { type Fact, factColumns, factRow } from '../facts.ts';
import { type Block, type Page, type Reader, section, text, wordFor } from '../page.ts';
import { percentOf, shareText } from '../shares.ts';
import type { Cell, Column, Records, Row, Value } from '../table.ts';
import { about } from './about.ts';
import { shareFacts } from './figure-facts.ts';
import { shortened } from './group-rows.ts';
import { groupColumn } from './group-tables.ts';
import { groupName, partyName } from './names.ts';
import { untoldSection } from './untold.ts';
import type { View } from './view.ts';

const FIGURES: readonly Fact<Satisfaction>[] = [
  ['ratings', 'count', ({ ratings }) => ratings],
  ['mean_score', 'count', ({ mean }) => mean],
  ...shareFacts<Satisfaction>('low', ({ low }) => low),
  ...shareFacts<Satisfaction>('dissatisfied', ({ dissatisfied }) => dissatisfied),
];

const LOW: readonly Fact<LowRating>[] = [
  ['ticket', 'id', ({ ticket }) => ticket],
  ['given_at', 'utc', ({ givenAt }) => givenAt],
  ['held_by', 'text', ({ holder }) => holder.name || null],
  ['held_by_kind', 'text', ({ holder }) => holder.kind],
  ['after_resolution', 'flag', ({ isAfterResolution }) => isAfterResolution],
];

const WHERE = ['row', 'period', 'by', 'group', 'group_kind'];

/** What customers think of it: the mean, the low scores with their tickets, who was dissatisfied after feedback (C4). */
export const satisfaction: View = {
  page: ({ report }, reader) => satisfactionPage(report, reader),
  records: ({ report }) => satisfactionRecords(report),
  hasSubject: ({ report }) => report.satisfaction !== undefined,
};

/** A row for everything (`all`), for each group, for each score and for each low rating: `row` says which. */
function satisfactionRecords({ satisfaction: figures, ...report }: Report): Records {
  const period = report.period?.label ?? null;
  const none = [null, null, null];
  const columns = [
    ...WHERE.map((key) => ({ key, title: key, kind: 'text' as const })),
    ...factColumns(FIGURES),
    { key: 'score', title: 'score', kind: 'count' as const },
    ...factColumns(LOW),
  ];
  if (figures === undefined) return { columns, rows: [] };
  const row = (where: readonly Value[], counts: readonly Value[], score: number | null, low?: LowRating): Value[] => [
    ...[...where, ...counts, score],
    ...(low === undefined ? LOW.map(() => null) : factRow(LOW, low)),
  ];
  const nothing = FIGURES.map(() => null);
  return {
    columns,
    rows: [
      row(['all', period, ...none], factRow(FIGURES, figures), null),
      ...figures.groups.flatMap(({ by, groups }) =>
        groups.map((group) =>
          row(['group', period, by, group.name || null, group.kind], factRow(FIGURES, group), null),
        ),
      ),
      ...figures.scores.map(({ score, ratings }) =>
        row(['score', period, ...none], [ratings, ...nothing.slice(1)], score),
      ),
      ...figures.lowest.map((low) => row(['ticket', period, ...none], nothing, low.score, low)),
    ],
  };
}

function satisfactionPage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { satisfaction: told } = words.tickets;
  const { satisfaction: figures } = report;
  const untold = untoldSection(report, ['satisfaction', 'low', 'dissatisfied'], words);
  if (figures === undefined) return [...about(report, reader), ...untold];
  const { low, lowWhen, dissatisfied, dissatisfiedBy, unreadable } = figures;
  return [
    ...about(report, reader),
    ...(figures.field === '' ? [] : [text(told.about(figures.field))]),
    ...(low === null || lowWhen === null ? [] : [text(told.lowWhen(comparison(lowWhen, words)))]),
    ...(dissatisfied === null ? [] : [text(dissatisfiedBy === 'condition' ? told.byCondition : told.byScores)]),
    ...(unreadable === 0 ? [] : [text(told.unreadable(unreadable))]),
    ...(figures.ratings === 0 ? [text(told.none)] : []),
    ...untold,
    ...(figures.ratings === 0 && dissatisfied === null ? [] : figurePage(figures, words)),
    ...scorePage(figures, words),
    ...lowestPage(figures, words),
  ];
}

/** `<= 2` in words. */
function comparison(test: string, words: Catalogue): string {
  const [, sign, value = ''] = /^(\S+) (\S+)$/.exec(test) ?? [];
  const operator = OPERATORS.find((each) => each === sign);
  return operator === undefined ? test : words.compared('', operator, value).trim();
}

const OPERATORS = ['<', '<=', '>', '>=', '=', '!='] as const satisfies readonly Operator[];

function figurePage(figures: SatisfactionFigures, words: Catalogue): Page {
  const { satisfaction: told } = words.tickets;
  const columns: Column[] = [
    { key: 'ratings', title: told.ratings, kind: 'count' },
    { key: 'mean_score', title: told.mean, kind: 'text', align: 'right' },
    { key: 'low', title: told.lowOf, kind: 'text', align: 'right' },
    { key: 'dissatisfied', title: told.dissatisfied, kind: 'text', align: 'right' },
  ];
  const row = ({ ratings, mean, low, dissatisfied }: Satisfaction): Cell[] => [
    ratings,
    mean === null ? words.unknown : words.count(mean),
    shareText(low, words),
    shareText(dissatisfied, words),
  ];
  return [
    ...section(words.views.satisfaction, { columns, rows: [row(figures)] }),
    ...figures.groups.flatMap(({ by, groups }) => {
      const rows = groups.map((group): Row[] => [[groupName(by, group, words), ...row(group)]]);
      return section(words.tickets.of(words.views.satisfaction, wordFor(words.fields, by)), {
        columns: [groupColumn(by, words), ...columns],
        rows: shortened(rows, words).flat(),
      });
    }),
  ];
}

function scorePage({ scores, ratings, mean }: SatisfactionFigures, words: Catalogue): Page {
  const { satisfaction: told } = words.tickets;
  const rows = scores.map(({ score, ratings: n }): Row[] => [[words.count(score), n, percentOf(n, ratings)]]);
  const table = section(told.scores, {
    columns: [
      { key: 'score', title: told.score, kind: 'text', align: 'right' },
      { key: 'ratings', title: told.ratings, kind: 'count' },
      { key: 'percent', title: told.ofAll, kind: 'percent' },
    ],
    rows: shortened(rows, words).flat(),
  });
  if (scores.length < 2 || mean === null) return table;
  const drawn: Chart = {
    kind: 'bars',
    title: told.scores,
    summary: told.chartSays(words.count(mean), ratings),
    categories: scores.map(({ score }) => words.count(score)),
    series: [{ name: told.ratings, values: scores.map(({ ratings: n }) => n) }],
    unit: 'count',
  };
  const chart: Block = { kind: 'chart', chart: drawn };
  return [...table, chart];
}

/** So many of the worst stand on a page. */
const SHOWN = 50;

function lowestPage({ lowest, low }: SatisfactionFigures, words: Catalogue): Page {
  const { satisfaction: told, tickets, listed } = words.tickets;
  const shown = lowest.slice(0, SHOWN);
  const all = low?.numerator ?? 0;
  return [
    ...section(told.lowest, {
      columns: [
        { key: 'ticket', title: words.columns.ticket, kind: 'id' },
        { key: 'score', title: told.score, kind: 'text', align: 'right' },
        { key: 'given_at', title: told.givenAt, kind: 'instant' },
        { key: 'held_by', title: tickets.heldBy, kind: 'text' },
        { key: 'after_resolution', title: told.afterResolution, kind: 'flag' },
      ],
      rows: shown.map(
        ({ ticket, score, givenAt, holder, isAfterResolution }): Row => [
          ticket,
          { value: words.count(score), tone: 'bad' },
          givenAt,
          partyName(holder.kind, holder.name, words, holder.title),
          isAfterResolution,
        ],
      ),
    }),
    ...(all > shown.length ? [text(listed(shown.length, all))] : []),
  ];
}
