import type { Report } from '../../domain/report.ts';
import {
  type ClockTimeUse,
  ENOUGH_RUNS,
  type StepFigures,
  type TimePart,
  type TimeUseFigures,
  type UseOfTime,
} from '../../domain/time-figures.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import type { Chart } from '../chart.ts';
import { type Fact, recordsOfPeriod } from '../facts.ts';
import { type Block, heading, type Page, type Reader, section, tableAlone, text, wordFor } from '../page.ts';
import { headOf } from '../report-head.ts';
import { shownPercent } from '../shares.ts';
import type { Column, Records, Row, Table } from '../table.ts';
import { about } from './about.ts';
import { abridged } from './abridged.ts';
import { legible } from './clock-tables.ts';
import { groupName } from './names.ts';
import { linesText, partName, placesText, shareTexts } from './time-words.ts';
import type { View } from './view.ts';

/** The weakest step of the chain, and where the time goes (C6, B1). The report must have been asked for it. */
export const steps: View = {
  page: ({ report }, reader) => [...about(report, reader), ...stepsPage(report, reader)],
  records: ({ report }) => stepRecords(report),
  whole: ({ report }) => ({ ...headOf(report), timeUse: report.timeUse ?? null }),
  hasSubject: ({ report }) => report.timeUse !== undefined,
};

function stepsPage({ timeUse }: Report, { words }: Reader): Page {
  if (timeUse === undefined) return [];
  const told = words.time.steps;
  return [
    heading(told.title),
    ...weakestText(timeUse, words),
    text(told.rule(ENOUGH_RUNS)),
    ...section(told.table, stepTable(timeUse, words)),
    ...timeUse.clocks.flatMap((clock) => clockPage(clock, words)),
  ];
}

function weakestText({ weakest, steps: all }: TimeUseFigures, words: Catalogue): Page {
  const step = all.find(({ clock }) => clock === weakest);
  if (step === undefined) return [text(words.time.steps.none)];
  const [share, percent] = shareTexts(step.attainment, words);
  const [ofBreaches, ofPercent] = shareTexts(step.ofBreaches, words);
  const isFew = step.met + step.breached < ENOUGH_RUNS;
  return [
    text(
      words.time.steps.weakest(
        titleOf(step.title, step.clock, words),
        share,
        percent,
        words.inBrackets(ofBreaches, ofPercent),
      ),
    ),
    ...(isFew ? [text(words.time.steps.few(ENOUGH_RUNS))] : []),
  ];
}

function stepTable({ steps: all }: TimeUseFigures, words: Catalogue): Table {
  const { columns, time } = words;
  return {
    columns: [
      { key: 'step', title: time.columns.step, kind: 'text' },
      { key: 'share', title: columns.share, kind: 'text', align: 'right' },
      { key: 'attainment_percent', title: columns.attainment, kind: 'percent' },
      { key: 'breached', title: columns.breached, kind: 'count' },
      { key: 'of_breaches_percent', title: time.columns.ofBreaches, kind: 'percent' },
      { key: 'over_total_s', title: time.columns.overTotal, kind: 'clock-seconds' },
      { key: 'over_mean_s', title: time.columns.overMean, kind: 'clock-seconds' },
      { key: 'rank', title: time.columns.rank, kind: 'count' },
    ],
    rows: all.map((step): Row => {
      const { clock } = step;
      return [
        titleOf(step.title, clock, words),
        {
          value: words.share(step.attainment.numerator, step.attainment.denominator),
          selects: { clock, outcomes: ['met', 'breached'] },
        },
        step.attainment.percent ?? words.unknown,
        {
          value: step.breached,
          ...(step.breached > 0 && { tone: 'bad' as const }),
          selects: { clock, outcomes: ['breached'] },
        },
        step.ofBreaches.percent ?? words.unknown,
        step.over.n === 0 ? words.unknown : step.over.total,
        legible(step.over.mean) ?? words.unknown,
        step.rank ?? words.unknown,
      ];
    }),
  };
}

function clockPage(clock: ClockTimeUse, words: Catalogue): Page {
  if (clock.runs + clock.leftOut === 0) return [];
  const told = words.time.steps;
  const name = titleOf(clock.title, clock.clock, words);
  const kinds = kindsOf(clock);
  return [
    heading(told.timeTitle(name)),
    text(told.runs(clock.runs, clock.open, words.duration(clock.wall))),
    ...(clock.leftOut === 0 ? [] : [text(told.leftOut(clock.leftOut))]),
    text(told.about),
    ...(clock.knowsHolder ? [] : [text(told.holderUnknown)]),
    ...wholeChart(told.chart(name), clock, words),
    ...tableAlone(partTable(clock, words)),
    ...clock.groupings.flatMap((grouping) => groupingPage(name, grouping, kinds, words)),
    ...longestPage(name, clock, kinds, words),
  ];
}

function partTable({ parts }: UseOfTime, words: Catalogue): Table {
  const { columns } = words.time;
  return {
    columns: [
      { key: 'use', title: columns.use, kind: 'text' },
      { key: 'length_s', title: columns.time, kind: 'clock-seconds' },
      { key: 'percent', title: columns.ofTime, kind: 'percent' },
    ],
    rows: parts.map((part) => [partName(part, words), part.length, part.percent ?? words.unknown]),
  };
}

type Kind = Pick<TimePart, 'use' | 'waitingFor' | 'rule'>;

/** The parts that the whole has: every group has some of them, and no other. */
function kindsOf({ parts }: UseOfTime): readonly Kind[] {
  return parts.map(({ use, waitingFor, rule }) => ({ use, waitingFor, rule }));
}

function partOf({ parts }: Pick<UseOfTime, 'parts'>, kind: Kind): TimePart | undefined {
  return parts.find(
    ({ use, waitingFor, rule }) => use === kind.use && waitingFor === kind.waitingFor && rule === kind.rule,
  );
}

/** A bar for each part of the whole. */
function wholeChart(title: string, { parts }: UseOfTime, words: Catalogue): Block[] {
  if (parts.length === 0) return [];
  const most = parts.toSorted((a, b) => b.length - a.length).slice(0, 3);
  const told = most.map((part) =>
    words.labelled(partName(part, words), words.percent(shownPercent(part.percent ?? 0))),
  );
  const chart: Chart = {
    kind: 'bars',
    title,
    summary: words.time.steps.summary(words.list(told)),
    categories: parts.map((part) => partName(part, words)),
    series: [{ name: words.time.columns.ofTime, values: parts.map(({ percent }) => percent) }],
    unit: 'percent',
  };
  return [{ kind: 'chart', chart }];
}

interface Bar {
  readonly name: string;
  readonly use: UseOfTime;
}

function chartOf(
  title: string,
  bars: readonly Bar[],
  kinds: readonly Kind[],
  summary: string,
  words: Catalogue,
): Block[] {
  if (bars.every(({ use }) => use.wall === 0)) return [];
  const chart: Chart = {
    kind: 'stacked',
    title,
    summary,
    categories: bars.map(({ name }) => name),
    series: kinds.map((kind) => ({
      name: partName(kind, words),
      // Unrounded: together they are 100.
      values: bars.map(({ use }) => ((partOf(use, kind)?.length ?? 0) * 100) / use.wall),
    })),
    unit: 'percent',
  };
  return [{ kind: 'chart', chart }];
}

/** More bars than this no picture bears. */
const MOST_BARS = 12;

function groupingPage(
  clock: string,
  { by, groups }: ClockTimeUse['groupings'][number],
  kinds: readonly Kind[],
  words: Catalogue,
): Page {
  const told = words.time.steps;
  const dimension = wordFor(words.fields, by);
  const timed = groups.filter(({ runs }) => runs > 0);
  const [first] = timed;
  const [most] = first?.parts.toSorted((a, b) => b.length - a.length) ?? [];
  if (timed.length < 2 || first === undefined || most === undefined) return [];
  const nameOf = (group: (typeof groups)[number]) => groupName(by, group, words);
  const bars = timed.slice(0, MOST_BARS).map((group) => ({ name: nameOf(group), use: group }));
  const summary = told.most(nameOf(first), partName(most, words), words.percent(shownPercent(most.percent ?? 0)));
  const row = (group: (typeof groups)[number]): Row => [
    nameOf(group),
    group.runs,
    group.wall,
    ...kinds.map((kind) => partOf(group, kind)?.percent ?? 0),
  ];
  const table: Table = {
    columns: [
      { key: 'group', title: dimension, kind: 'text' },
      { key: 'runs', title: words.columns.runs, kind: 'count' },
      { key: 'wall_s', title: words.time.columns.wall, kind: 'clock-seconds' },
      ...kinds.map(
        (kind, index): Column => ({ key: `part_${index + 1}`, title: partName(kind, words), kind: 'percent' }),
      ),
    ],
    rows: abridged(
      timed,
      row,
      ({ runs }) => runs,
      (rest) => words.time.moreLines(rest),
    ),
  };
  return [
    heading(told.by(clock, dimension)),
    ...chartOf(told.chartBy(clock, dimension), bars, kinds, summary, words),
    ...tableAlone(table),
  ];
}

function longestPage(name: string, { longest, runs }: ClockTimeUse, kinds: readonly Kind[], words: Catalogue): Page {
  if (runs < 2) return [];
  const { columns, time } = words;
  return section(time.steps.longest(name, longest.lines.length), {
    columns: [
      { key: 'ticket', title: columns.ticket, kind: 'id' },
      { key: 'outcome', title: time.columns.outcome, kind: 'text' },
      { key: 'wall_s', title: time.columns.wall, kind: 'clock-seconds' },
      ...kinds.map(
        (kind, index): Column => ({
          key: `part_${index + 1}_s`,
          title: partName(kind, words),
          kind: 'clock-seconds',
        }),
      ),
      { key: 'lines', title: time.columns.lines, kind: 'place' },
    ],
    rows: longest.lines.map(
      (line): Row => [
        line.ticket,
        words.outcomes[line.outcome],
        line.wall,
        ...kinds.map((kind) => partOf(line, kind)?.length ?? 0),
        placesText(line),
      ],
    ),
  });
}

/** One row of the records: a step, or a part of the time of the whole, of a group or of a run. */
interface StepRecord {
  readonly row: 'step' | 'time' | 'run';
  readonly clock: string;
  readonly step?: StepFigures;
  readonly isWeakest?: boolean;
  readonly by?: string;
  readonly group?: { readonly kind: string; readonly name: string };
  readonly use?: UseOfTime;
  readonly run?: ClockTimeUse['longest']['lines'][number];
  readonly part?: TimePart;
}

const FACTS: readonly Fact<StepRecord>[] = [
  ['row', 'text', ({ row }) => row],
  ['clock', 'text', ({ clock }) => clock],
  ['by', 'text', ({ by }) => by ?? null],
  ['group', 'text', ({ group }) => group?.name || null],
  ['group_kind', 'text', ({ group }) => group?.kind ?? null],
  ['ticket', 'id', ({ run }) => run?.ticket ?? null],
  ['cycle', 'count', ({ run }) => run?.cycle ?? null],
  ['outcome', 'text', ({ run }) => run?.outcome ?? null],
  ['met', 'count', ({ step }) => step?.met ?? null],
  ['breached', 'count', ({ step }) => step?.breached ?? null],
  ['excused', 'count', ({ step }) => step?.excused ?? null],
  ['attainment_percent', 'percent', ({ step }) => step?.attainment.percent ?? null],
  ['of_breaches_percent', 'percent', ({ step }) => step?.ofBreaches.percent ?? null],
  ['over_n', 'count', ({ step }) => step?.over.n ?? null],
  ['over_total_s', 'seconds', ({ step }) => step?.over.total ?? null],
  ['over_mean_s', 'seconds', ({ step }) => step?.over.mean ?? null],
  ['elapsed_n', 'count', ({ step }) => step?.elapsed.n ?? null],
  ['elapsed_mean_s', 'seconds', ({ step }) => step?.elapsed.mean ?? null],
  ['rank', 'count', ({ step }) => step?.rank ?? null],
  ['weakest', 'flag', ({ isWeakest }) => isWeakest ?? null],
  ['runs', 'count', ({ use }) => use?.runs ?? null],
  ['runs_open', 'count', ({ use }) => use?.open ?? null],
  ['runs_left_out', 'count', ({ use }) => use?.leftOut ?? null],
  ['wall_s', 'seconds', ({ use, run }) => use?.wall ?? run?.wall ?? null],
  ['use', 'text', ({ part }) => part?.use ?? null],
  ['waiting_for', 'text', ({ part }) => part?.waitingFor ?? null],
  ['pause_rule', 'text', ({ part }) => part?.rule ?? null],
  ['length_s', 'seconds', ({ part }) => part?.length ?? null],
  ['percent', 'percent', ({ part }) => part?.percent ?? null],
  ['lines', 'text', ({ run }) => (run === undefined ? null : linesText(run))],
];

/** One long table: a row for each step, and one for each part of the time of each clock, in whole, by group, and of the longest runs. */
function stepRecords({ timeUse, ...report }: Report): Records {
  const { steps: all = [], clocks = [], weakest = null } = timeUse ?? {};
  const records: StepRecord[] = [
    ...all.map((step): StepRecord => ({ row: 'step', clock: step.clock, step, isWeakest: step.clock === weakest })),
    ...clocks.flatMap((use): StepRecord[] => [
      ...use.parts.map((part): StepRecord => ({ row: 'time', clock: use.clock, use, part })),
      ...use.groupings.flatMap(({ by, groups }) =>
        groups.flatMap((group) =>
          group.parts.map((part): StepRecord => ({ row: 'time', clock: use.clock, by, group, use: group, part })),
        ),
      ),
      ...use.longest.lines.flatMap((run) =>
        run.parts.map((part): StepRecord => ({ row: 'run', clock: use.clock, run, part })),
      ),
    ]),
  ];
  return recordsOfPeriod(report, FACTS, records);
}
