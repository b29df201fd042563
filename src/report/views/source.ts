import type { Report } from '../../domain/report.ts';
import type { ReadingParts, SourceClock, SourceRow } from '../../domain/source-figures.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { type Fact, recordsOf } from '../facts.ts';
import { heading, type Page, type Reader, section, text, wordFor } from '../page.ts';
import { headOf } from '../report-head.ts';
import type { SourceDocument } from '../schema/documents.ts';
import { shownPercent } from '../shares.ts';
import type { Records, Row, Table, Value } from '../table.ts';
import { about } from './about.ts';
import { cut } from './abridged.ts';
import { indented } from './clock-tables.ts';
import type { View } from './view.ts';

/**
 * The source's own verdicts held against ours: how many agree, and of each that does not the way of counting that would
 * explain it. The report must have been asked for it.
 */
export const source: View = {
  page: ({ report }, reader) => sourcePage(report, reader),
  records: ({ report }) => sourceRecords(report),
  whole: ({ report }) => sourceWhole(report),
  hasSubject: ({ report }) => report.source !== undefined,
};

function sourcePage(report: Report, reader: Reader): Page {
  const { source: words } = reader.words.compare;
  const clocks = report.source?.clocks ?? [];
  return [
    ...about(report, reader),
    heading(words.title),
    ...(clocks.length === 0 ? [text(words.none)] : []),
    ...clocks.flatMap((clock) => clockPage(clock, reader)),
  ];
}

function clockPage(clock: SourceClock, { words: catalogue }: Reader): Page {
  const { source: words } = catalogue.compare;
  const title = titleOf(clock.title, clock.clock, catalogue);
  const [best] = clock.readings;
  const percent = clock.agreement.percent;
  return [
    heading(words.column(title, clock.column)),
    text(words.counts(clock.tickets, clock.agree, clock.disagree)),
    ...(percent === null
      ? []
      : [
          text(
            words.agreement(
              clock.agreement.numerator,
              clock.agreement.denominator,
              catalogue.percent(shownPercent(percent)),
            ),
          ),
        ]),
    ...(clock.silent + clock.open === 0 ? [] : [text(words.rest(clock.silent, clock.open))]),
    ...(best === undefined
      ? []
      : [
          text(words.main(best.explains, clock.disagree, readingText(best.parts, catalogue))),
          text(words.countedSo(best.agreement.numerator, best.agreement.denominator)),
        ]),
    ...(clock.unexplained === 0 ? [] : [text(words.unexplained(clock.unexplained))]),
    ...section(words.confusion(title), confusionTable(clock, catalogue)),
    ...section(words.readings(title), readingTable(clock, catalogue)),
    ...section(words.rows(title), rowTable(clock, catalogue)),
    ...(clock.leftOut === 0 ? [] : [text(words.leftOut(clock.leftOut))]),
    ...section(words.cells(title), cellTable(clock, catalogue)),
  ];
}

/** What the source does, in a sentence for each part. */
function readingText(parts: ReadingParts, { compare: { source: words }, readings }: Catalogue): string {
  return words.together(parts.map((part) => wordFor({ ...readings, ...words.habits }, part)));
}

/** The same in a few words. */
function readingName(parts: ReadingParts, words: Catalogue): string {
  return words.list(parts.map((part) => wordFor(words.compare.source.habitNames, part)));
}

/** Where both say the same stands in green, where not in red. */
function confusionTable({ confusion }: SourceClock, { compare: { source: words } }: Catalogue): Table {
  const cell = (runs: number, isSame: boolean): Row => [
    runs === 0 ? runs : { value: runs, tone: isSame ? 'good' : 'bad' },
  ];
  return {
    columns: [
      { key: 'ours', title: words.columns.ours, kind: 'text' },
      { key: 'breached', title: words.columns.breached, kind: 'count' },
      { key: 'met', title: words.columns.met, kind: 'count' },
      { key: 'nothing', title: words.columns.nothing, kind: 'count' },
    ],
    rows: confusion.map(({ ours, breached, met, nothing }): Row => {
      const isDecided = ours === 'breached' || ours === 'met';
      const both = [
        [breached, ours === 'breached'],
        [met, ours === 'met'],
      ] as const;
      return [
        words.states[ours],
        ...both.flatMap(([runs, isSame]) => (isDecided ? (cell(runs, isSame) as Value[]) : [runs])),
        nothing,
      ];
    }),
  };
}

function readingTable({ readings }: SourceClock, words: Catalogue): Table {
  const { columns } = words.compare.source;
  return {
    columns: [
      { key: 'reading', title: columns.reading, kind: 'text' },
      { key: 'explains', title: columns.explains, kind: 'count' },
      { key: 'alone', title: columns.alone, kind: 'count' },
      { key: 'would_agree', title: columns.wouldAgree, kind: 'text', align: 'right' },
    ],
    rows: readings.map(({ parts, explains, alone, agreement }) => [
      readingName(parts, words),
      explains,
      alone,
      words.share(agreement.numerator, agreement.denominator),
    ]),
  };
}

/** A page is to be read; all of them are in the records. */
const SHOWN = 50;

function rowTable({ rows }: SourceClock, catalogue: Catalogue): Table {
  const { source: words } = catalogue.compare;
  const { shown, rest } = cut(rows, SHOWN);
  return {
    columns: [
      { key: 'ticket', title: catalogue.columns.ticket, kind: 'id' },
      { key: 'line', title: words.columns.line, kind: 'place' },
      { key: 'theirs', title: words.columns.theirs, kind: 'text' },
      { key: 'ours', title: words.columns.ours, kind: 'text' },
      { key: 'elapsed_s', title: words.columns.elapsed, kind: 'seconds' },
      { key: 'within_s', title: words.columns.within, kind: 'seconds' },
    ],
    rows: [
      ...shown.flatMap((row): Row[] => [
        [row.ticket, row.line, words.sayings[row.theirs], words.states[row.ours], row.run.elapsed, row.run.within],
        { kind: 'note', text: indented(explanationText(row, catalogue)) },
      ]),
      ...(rest.length === 0 ? [] : [{ kind: 'note' as const, text: words.more(rest.length) }]),
    ],
  };
}

/** Each simplest way of counting, with the numbers where it changes them. */
function explanationText({ explanations, run }: SourceRow, words: Catalogue): string {
  const { source: captions } = words.compare;
  if (explanations.length === 0) return captions.noReading;
  return words.list(
    explanations.map(({ parts, run: then }) => {
      const name = readingName(parts, words);
      if (then === null || then.elapsed === null || then.within === null) return name;
      if (then.elapsed === run.elapsed) return name;
      return captions.explainedWith(name, words.duration(then.elapsed), words.duration(then.within));
    }),
  );
}

function cellTable({ cells }: SourceClock, { compare: { source: words } }: Catalogue): Table {
  return {
    columns: [
      { key: 'says', title: words.columns.says, kind: 'text' },
      { key: 'meaning', title: words.columns.meaning, kind: 'text' },
      { key: 'tickets', title: words.columns.tickets, kind: 'count' },
    ],
    rows: cells.map(({ text: cell, says, tickets }) => [
      cell === '' ? words.blank : cell,
      words.sayings[says],
      tickets,
    ]),
  };
}

/** A clock in whole, a reading that explains something of it, or a ticket on which both disagree. */
interface Line {
  readonly period: string | null;
  readonly clock: SourceClock;
  readonly reading?: SourceClock['readings'][number];
  readonly row?: SourceRow;
}

const ofWhole =
  <Result>(of: (clock: SourceClock) => Result) =>
  ({ clock, reading, row }: Line) =>
    reading === undefined && row === undefined ? of(clock) : null;

const ofRow =
  <Result>(of: (row: SourceRow) => Result) =>
  ({ row }: Line) =>
    row === undefined ? null : of(row);

const FACTS: readonly Fact<Line>[] = [
  ['period', 'text', ({ period }) => period],
  ['clock', 'text', ({ clock }) => clock.clock],
  ['source_column', 'text', ({ clock }) => clock.column],
  ['ticket', 'id', ofRow(({ ticket }) => ticket)],
  ['line', 'place', ofRow(({ line }) => line)],
  ['source_says', 'text', ofRow(({ says }) => says || null)],
  ['source_verdict', 'text', ofRow(({ theirs }) => theirs)],
  ['our_verdict', 'text', ofRow(({ ours }) => ours)],
  ['cycle', 'count', ofRow(({ run }) => run.cycle)],
  ['started_at', 'utc', ofRow(({ run }) => run.startedAt)],
  ['due_at', 'utc', ofRow(({ run }) => run.dueAt)],
  ['stopped_at', 'utc', ofRow(({ run }) => run.stoppedAt)],
  ['elapsed_s', 'seconds', ofRow(({ run }) => run.elapsed)],
  ['within_s', 'seconds', ofRow(({ run }) => run.within)],
  ['over_s', 'seconds', ofRow(({ run }) => run.over)],
  ['paused_s', 'seconds', ofRow(({ run }) => run.paused)],
  ['wall_s', 'seconds', ofRow(({ run }) => run.wall)],
  ['explanations', 'text', ({ reading, row }) => explanationIds(reading === undefined ? row?.explanations : [reading])],
  ['explained_elapsed_s', 'seconds', ofRow(({ explanations: [first] }) => first?.run?.elapsed ?? null)],
  ['explained_within_s', 'seconds', ofRow(({ explanations: [first] }) => first?.run?.within ?? null)],
  ['tickets', 'count', ofWhole(({ tickets }) => tickets)],
  ['agree', 'count', ofWhole(({ agree }) => agree)],
  ['disagree', 'count', ofWhole(({ disagree }) => disagree)],
  ['source_silent', 'count', ofWhole(({ silent }) => silent)],
  ['not_decided', 'count', ofWhole(({ open }) => open)],
  [
    'explains',
    'count',
    (line) => line.reading?.explains ?? ofWhole(({ disagree, unexplained }) => disagree - unexplained)(line),
  ],
  ['would_agree', 'count', ({ reading }) => reading?.agreement.numerator ?? null],
];

function explanationIds(explanations: readonly { readonly parts: ReadingParts }[] = []): string | null {
  return explanations.map(({ parts }) => parts.join('+')).join('; ') || null;
}

/** Of each clock a row in whole, a row for each reading that explains something, and one for each disagreement. */
function sourceRecords({ period, source: figures }: Report): Records {
  const lines = (figures?.clocks ?? []).flatMap((clock): Line[] => {
    const whole = { period: period?.label ?? null, clock };
    return [
      whole,
      ...clock.readings.map((reading) => ({ ...whole, reading })),
      ...clock.rows.map((row) => ({ ...whole, row })),
    ];
  });
  return recordsOf(FACTS, lines);
}

function sourceWhole(report: Report): SourceDocument {
  return { ...headOf(report), clocks: report.source?.clocks ?? [] };
}
