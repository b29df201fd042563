import type { Report } from '../../domain/report.ts';
import type { ReadingParts, SourceClock, SourceRow, SourceRun } from '../../domain/source-figures.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { heading, type Page, type Reader, section, text, wordFor } from '../page.ts';
import type { SourceDocument } from '../schema/documents.ts';
import type { CellKind, Records, Row, Table, Value } from '../table.ts';
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
      : [text(words.agreement(clock.agreement.numerator, clock.agreement.denominator, catalogue.percent(percent)))]),
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

/** The same in a few words; a rule that policies write is called by how they write it. */
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

const COLUMNS: readonly (readonly [key: string, kind: CellKind])[] = [
  ['period', 'text'],
  ['clock', 'text'],
  ['source_column', 'text'],
  ['ticket', 'id'],
  ['line', 'place'],
  ['source_says', 'text'],
  ['source_verdict', 'text'],
  ['our_verdict', 'text'],
  ['cycle', 'count'],
  ['started_at', 'utc'],
  ['due_at', 'utc'],
  ['stopped_at', 'utc'],
  ['elapsed_s', 'seconds'],
  ['within_s', 'seconds'],
  ['over_s', 'seconds'],
  ['paused_s', 'seconds'],
  ['wall_s', 'seconds'],
  ['explanations', 'text'],
  ['explained_elapsed_s', 'seconds'],
  ['explained_within_s', 'seconds'],
  ['tickets', 'count'],
  ['agree', 'count'],
  ['disagree', 'count'],
  ['source_silent', 'count'],
  ['not_decided', 'count'],
  ['explains', 'count'],
  ['would_agree', 'count'],
];

/** Of each clock a row in whole, a row for each reading that explains something, and one for each disagreement. */
function sourceRecords({ period, source: figures }: Report): Records {
  return {
    columns: COLUMNS.map(([key, kind]) => ({ key, title: key, kind })),
    rows: (figures?.clocks ?? []).flatMap((clock): Value[][] => {
      const of = [period?.label ?? null, clock.clock, clock.column];
      return [
        [
          ...[...of, ...blanks(17)],
          ...[clock.tickets, clock.agree, clock.disagree, clock.silent, clock.open],
          ...[clock.disagree - clock.unexplained, null],
        ],
        ...clock.readings.map(({ parts, explains, agreement }): Value[] => [
          ...[...of, ...blanks(14), parts.join('+'), ...blanks(7)],
          ...[explains, agreement.numerator],
        ]),
        ...clock.rows.map((row): Value[] => [...of, ...rowValues(row), ...blanks(7)]),
      ];
    }),
  };
}

function rowValues(row: SourceRow): Value[] {
  const [first] = row.explanations;
  const { run } = row;
  return [
    ...[row.ticket, row.line, row.says === '' ? null : row.says, row.theirs, row.ours, run.cycle],
    ...[run.startedAt, run.dueAt, run.stoppedAt, ...lengths(run)],
    row.explanations.map(({ parts }) => parts.join('+')).join('; ') || null,
    ...[first?.run?.elapsed ?? null, first?.run?.within ?? null],
  ];
}

function lengths({ elapsed, within, over, paused, wall }: SourceRun): Value[] {
  return [elapsed, within, over, paused, wall];
}

function blanks(count: number): null[] {
  return new Array<null>(count).fill(null);
}

function sourceWhole({ policy, period, asOf, source: figures }: Report): SourceDocument {
  return { schemaVersion: 1, policy, period: period ?? null, asOf, clocks: figures?.clocks ?? [] };
}
