import type { Report } from '../../domain/report.ts';
import type { LatePause, LatePauseFigures, PersonPauses } from '../../domain/time-figures.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { type Fact, recordsOfPeriod } from '../facts.ts';
import { heading, type Page, type Reader, section, text } from '../page.ts';
import { headOf } from '../report-head.ts';
import type { Records, Row, Table } from '../table.ts';
import { about } from './about.ts';
import { abridged } from './abridged.ts';
import {
  clockName,
  handName,
  lateRuleText,
  leftText,
  linesText,
  placesText,
  shareTexts,
  shownLines,
} from './time-words.ts';
import type { View } from './view.ts';

/** Pauses set just before a deadline, by person. The report must have been asked for it. */
export const pauses: View = {
  page: ({ report }, reader) => [...about(report, reader), ...pausePage(report, reader)],
  records: ({ report }) => pauseRecords(report),
  whole: ({ report }) => ({ ...headOf(report), latePauses: report.latePauses ?? null }),
  hasSubject: ({ report }) => report.latePauses !== undefined,
};

function pausePage(report: Report, { words }: Reader): Page {
  const { latePauses: figures } = report;
  const told = words.time.pauses;
  if (figures === undefined) return [];
  if (figures.pauses.denominator === 0) return [heading(told.title), text(told.none)];
  return [
    heading(told.title),
    text(told.count(...shareTexts(figures.pauses, words))),
    ...(figures.pauses.numerator === 0 ? [] : [text(told.saved(figures.saved, figures.savedSoFar))]),
    text(lateRuleText(figures.rule, words)),
    text(told.about),
    ...section(told.people, peopleTable(figures, words)),
    ...section(told.late, lateTable(report, figures, words)),
  ];
}

function peopleTable({ people }: LatePauseFigures, words: Catalogue): Table {
  const { columns, pauses: told } = words.time;
  return {
    columns: [
      { key: 'group', title: columns.employee, kind: 'text' },
      { key: 'pauses', title: columns.pauses, kind: 'count' },
      { key: 'late', title: columns.latePauses, kind: 'count' },
      { key: 'late_percent', title: columns.lateShare, kind: 'percent' },
      { key: 'saved', title: columns.saved, kind: 'count' },
      { key: 'saved_so_far', title: columns.savedSoFar, kind: 'count' },
    ],
    rows: abridged(
      people,
      (person): Row => [
        handName(person, words),
        ...[person.pauses.denominator, person.pauses.numerator],
        person.pauses.percent ?? words.unknown,
        ...[person.saved, person.savedSoFar],
      ],
      ({ pauses: set }) => set.numerator,
      told.morePeople,
    ),
  };
}

function lateTable(report: Report, { late }: LatePauseFigures, words: Catalogue): Table {
  const { columns, time } = words;
  return {
    columns: [
      { key: 'ticket', title: columns.ticket, kind: 'id' },
      { key: 'clock', title: columns.clock, kind: 'text' },
      { key: 'by', title: columns.by, kind: 'text' },
      { key: 'at', title: time.columns.at, kind: 'instant' },
      { key: 'left', title: time.columns.left, kind: 'text', align: 'right' },
      { key: 'within_s', title: columns.within, kind: 'clock-seconds' },
      { key: 'lasted_s', title: time.columns.lasted, kind: 'clock-seconds' },
      { key: 'outcome', title: time.columns.outcome, kind: 'text' },
      { key: 'effect', title: time.columns.effect, kind: 'text' },
      { key: 'lines', title: time.columns.lines, kind: 'place' },
    ],
    rows: shownLines(
      late,
      (line): Row => [
        line.ticket,
        clockName(line.clock, report, words),
        setter(line, words),
        line.at,
        leftText(line.left, words),
        ...[line.within, line.lasted],
        words.outcomes[line.outcome],
        words.time.pauses.effects[effectOf(line)],
        placesText(line),
      ],
      words,
    ),
  };
}

function setter({ by, isByActor }: LatePause, words: Catalogue): string {
  const name = handName(by, words);
  return isByActor || by.kind === 'unassigned' ? name : words.time.pauses.byHolder(name);
}

function effectOf({ isDecisive, outcome }: LatePause): 'saved' | 'savedSoFar' | 'none' {
  if (!isDecisive) return 'none';
  return outcome === 'met' ? 'saved' : 'savedSoFar';
}

/** One row of the records: somebody, or a pause of a run. */
interface PauseRecord {
  readonly row: 'employee' | 'pause';
  readonly person?: PersonPauses;
  readonly pause?: LatePause;
}

const FACTS: readonly Fact<PauseRecord>[] = [
  ['row', 'text', ({ row }) => row],
  ['group', 'text', ({ person, pause }) => (person ?? pause?.by)?.name || null],
  ['group_kind', 'text', ({ person, pause }) => (person ?? pause?.by)?.kind ?? null],
  ['pauses', 'count', ({ person }) => person?.pauses.denominator ?? null],
  ['late', 'count', ({ person }) => person?.pauses.numerator ?? null],
  ['late_percent', 'percent', ({ person }) => person?.pauses.percent ?? null],
  ['saved', 'count', ({ person }) => person?.saved ?? null],
  ['saved_so_far', 'count', ({ person }) => person?.savedSoFar ?? null],
  ['ticket', 'id', ({ pause }) => pause?.ticket ?? null],
  ['clock', 'text', ({ pause }) => pause?.clock ?? null],
  ['cycle', 'count', ({ pause }) => pause?.cycle ?? null],
  ['outcome', 'text', ({ pause }) => pause?.outcome ?? null],
  ['at', 'utc', ({ pause }) => pause?.at ?? null],
  ['until', 'utc', ({ pause }) => pause?.until ?? null],
  ['by_actor', 'flag', ({ pause }) => pause?.isByActor ?? null],
  ['within_s', 'seconds', ({ pause }) => pause?.within ?? null],
  ['left_s', 'seconds', ({ pause }) => pause?.left ?? null],
  ['lasted_s', 'seconds', ({ pause }) => pause?.lasted ?? null],
  ['spared_s', 'seconds', ({ pause }) => pause?.spared ?? null],
  ['decisive', 'flag', ({ pause }) => pause?.isDecisive ?? null],
  ['lines', 'text', ({ pause }) => (pause === undefined ? null : linesText(pause))],
];

/** One long table: a row for each person, then one for each late pause of each run. */
function pauseRecords({ latePauses: figures, ...report }: Report): Records {
  const records: PauseRecord[] =
    figures === undefined
      ? []
      : [
          ...figures.people.map((person): PauseRecord => ({ row: 'employee', person })),
          ...figures.late.lines.map((pause): PauseRecord => ({ row: 'pause', pause })),
        ];
  return recordsOfPeriod(report, FACTS, records);
}
