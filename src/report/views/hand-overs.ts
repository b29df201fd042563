import type { Report } from '../../domain/report.ts';
import type {
  BreachAfterHandOver,
  Hand,
  HandOverFigures,
  LateHandOver,
  PersonHandOvers,
} from '../../domain/time-figures.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { type Fact, recordsOfPeriod } from '../facts.ts';
import { type Block, heading, type Page, type Reader, section, tableAlone, text } from '../page.ts';
import { headOf } from '../report-head.ts';
import { percentOf } from '../shares.ts';
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

/** Who hands tickets to whom, how late, and what comes of it (S25). The report must have been asked for it. */
export const handOvers: View = {
  page: ({ report }, reader) => [...about(report, reader), ...handOverPage(report, reader)],
  records: ({ report }) => handOverRecords(report),
  whole: ({ report }) => ({ ...headOf(report), handOvers: report.handOvers ?? null }),
  hasSubject: ({ report }) => report.handOvers?.isKnown === true,
};

function handOverPage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { handOvers: figures } = report;
  const told = words.time.handOvers;
  if (figures === undefined) return [];
  if (!figures.isKnown) return [heading(told.title), text(told.unknown)];
  const [share, percent] = shareTexts(figures.breaches, words);
  return [
    heading(told.title),
    text(told.count(figures.handOvers, ...shareTexts(figures.tickets, words))),
    text(told.about),
    ...section(told.perTicket, distributionTable(figures, words)),
    ...section(told.pairs, pairTable(figures, words)),
    ...section(told.people, peopleTable(figures, words)),
    ...usedPage(figures, words),
    heading(told.late),
    text(lateRuleText(figures.rule, words)),
    ...listOrNone(lateTable(report, figures, words), words),
    heading(told.breaches),
    ...(figures.breaches.denominator === 0
      ? [text(told.none)]
      : [text(told.breachCount(share, percent, figures.answeredByOthers))]),
    ...tableAlone(breachTable(report, figures, words)),
  ];
}

function listOrNone(table: Table, words: Catalogue): Page {
  return table.rows.length === 0 ? [text(words.time.handOvers.none)] : [{ kind: 'table', table }];
}

/** So many hand-overs have a line of their own; whatever is more stands in one. */
const MOST_OF_A_TICKET = 10;

function distributionTable({ distribution, tickets }: HandOverFigures, words: Catalogue): Table {
  const { columns, time } = words;
  const more = distribution.filter(({ handOvers: count }) => count >= MOST_OF_A_TICKET);
  const row = (label: string, count: number): Row => [label, count, percentOf(count, tickets.denominator)];
  return {
    columns: [
      { key: 'hand_overs', title: time.columns.handOversPerTicket, kind: 'text', align: 'right' },
      { key: 'tickets', title: columns.tickets, kind: 'count' },
      { key: 'percent', title: time.columns.ofTickets, kind: 'percent' },
    ],
    rows: [
      ...distribution
        .filter(({ handOvers: count }) => count < MOST_OF_A_TICKET)
        .map((each) => row(words.count(each.handOvers), each.tickets)),
      ...(more.length === 0
        ? []
        : [
            row(
              time.handOvers.band(words.count(MOST_OF_A_TICKET), null),
              more.reduce((sum, each) => sum + each.tickets, 0),
            ),
          ]),
    ],
  };
}

function pairTable({ pairs }: HandOverFigures, words: Catalogue): Table {
  const { columns, time } = words;
  return {
    columns: [
      { key: 'from', title: columns.from, kind: 'text' },
      { key: 'to', title: columns.to, kind: 'text' },
      { key: 'hand_overs', title: time.columns.handOvers, kind: 'count' },
    ],
    rows: abridged(
      pairs,
      ({ from, to, handOvers: count }): Row => [handName(from, words), handName(to, words), count],
      ({ handOvers: count }) => count,
      time.handOvers.morePairs,
    ),
  };
}

function peopleTable({ people }: HandOverFigures, words: Catalogue): Table {
  const { columns, handOvers: told } = words.time;
  return {
    columns: [
      { key: 'group', title: columns.employee, kind: 'text' },
      { key: 'handed_on', title: columns.handedOn, kind: 'count' },
      { key: 'taken_over', title: columns.takenOver, kind: 'count' },
      { key: 'handed_on_late', title: columns.handedOnLate, kind: 'count' },
      { key: 'taken_over_late', title: columns.takenOverLate, kind: 'count' },
    ],
    rows: abridged(
      people,
      (person): Row => [
        handName(person, words),
        ...[person.handedOn, person.takenOver, person.handedOnLate, person.takenOverLate],
      ],
      ({ handedOn, takenOver }) => handedOn + takenOver,
      told.morePeople,
    ),
  };
}

function usedPage({ used }: HandOverFigures, words: Catalogue): Page {
  const { columns, handOvers: told } = words.time;
  if (used.every(({ handOvers: count }) => count === 0)) return [];
  const bands = used.map(({ from, to }) => told.band(words.percent(from), to === null ? null : words.percent(to)));
  const most = used.reduce((best, each, index) => (each.handOvers > (used[best]?.handOvers ?? 0) ? index : best), 0);
  const chart: Block = {
    kind: 'chart',
    chart: {
      kind: 'bars',
      title: columns.handOvers,
      summary: words.labelled(bands[most] ?? '', words.count(used[most]?.handOvers ?? 0)),
      categories: bands,
      series: [{ name: columns.handOvers, values: used.map(({ handOvers: count }) => count) }],
      unit: 'count',
    },
  };
  const table: Table = {
    columns: [
      { key: 'used', title: columns.used, kind: 'text' },
      { key: 'hand_overs', title: columns.handOvers, kind: 'count' },
    ],
    rows: used.map(({ handOvers: count }, index): Row => [bands[index] ?? '', count]),
  };
  return [heading(told.used), text(told.usedAbout), chart, { kind: 'table', table }];
}

function lateTable(report: Report, { late }: HandOverFigures, words: Catalogue): Table {
  const { columns, time } = words;
  return {
    columns: [
      { key: 'ticket', title: columns.ticket, kind: 'id' },
      { key: 'clock', title: columns.clock, kind: 'text' },
      { key: 'at', title: time.columns.at, kind: 'instant' },
      { key: 'from', title: columns.from, kind: 'text' },
      { key: 'to', title: columns.to, kind: 'text' },
      { key: 'within_s', title: columns.within, kind: 'clock-seconds' },
      { key: 'left', title: time.columns.left, kind: 'text', align: 'right' },
      { key: 'lines', title: time.columns.lines, kind: 'place' },
    ],
    rows: shownLines(
      late,
      (line): Row => [
        line.ticket,
        clockName(line.clock, report, words),
        line.at,
        ...[handName(line.from, words), handName(line.to, words)],
        line.within,
        line.left < 0 ? { value: leftText(line.left, words), tone: 'bad' } : leftText(line.left, words),
        placesText(line),
      ],
      words,
    ),
  };
}

function breachTable(report: Report, { afterHandOver }: HandOverFigures, words: Catalogue): Table {
  const { columns, time } = words;
  return {
    columns: [
      { key: 'ticket', title: columns.ticket, kind: 'id' },
      { key: 'clock', title: columns.clock, kind: 'text' },
      { key: 'due_at', title: columns.ranOutAt, kind: 'instant' },
      { key: 'hand_overs', title: time.columns.handOvers, kind: 'count' },
      { key: 'charged', title: columns.charged, kind: 'text' },
      { key: 'held_most', title: time.columns.heldMost, kind: 'text' },
      { key: 'held_percent', title: time.columns.held, kind: 'percent' },
      { key: 'lines', title: time.columns.lines, kind: 'place' },
    ],
    rows: shownLines(
      afterHandOver,
      (line): Row => [
        line.ticket,
        clockName(line.clock, report, words),
        line.dueAt,
        line.handOvers,
        handName(line.charged, words),
        line.isAnsweredByOther ? { value: handName(line.most, words), tone: 'bad' } : handName(line.most, words),
        line.percent ?? words.unknown,
        placesText(line),
      ],
      words,
    ),
  };
}

/** One row of the records. */
interface HandOverRecord {
  readonly row: 'tickets' | 'pair' | 'employee' | 'used' | 'late' | 'breach';
  readonly perTicket?: { readonly handOvers: number; readonly tickets: number };
  readonly from?: Hand;
  readonly to?: Hand;
  readonly handOvers?: number;
  readonly person?: PersonHandOvers;
  readonly used?: HandOverFigures['used'][number];
  readonly late?: LateHandOver;
  readonly breach?: BreachAfterHandOver;
}

const FACTS: readonly Fact<HandOverRecord>[] = [
  ['row', 'text', ({ row }) => row],
  ['ticket', 'id', ({ late, breach }) => (late ?? breach)?.ticket ?? null],
  ['clock', 'text', ({ late, breach }) => (late ?? breach)?.clock ?? null],
  ['cycle', 'count', ({ late, breach }) => (late ?? breach)?.cycle ?? null],
  ['at', 'utc', ({ late }) => late?.at ?? null],
  ['from', 'text', ({ from }) => from?.name || null],
  ['from_kind', 'text', ({ from }) => from?.kind ?? null],
  ['to', 'text', ({ to }) => to?.name || null],
  ['to_kind', 'text', ({ to }) => to?.kind ?? null],
  ['group', 'text', ({ person }) => person?.name || null],
  ['group_kind', 'text', ({ person }) => person?.kind ?? null],
  [
    'hand_overs',
    'count',
    ({ perTicket, used, breach, handOvers: count }) =>
      count ?? perTicket?.handOvers ?? used?.handOvers ?? breach?.handOvers ?? null,
  ],
  ['tickets', 'count', ({ perTicket }) => perTicket?.tickets ?? null],
  ['handed_on', 'count', ({ person }) => person?.handedOn ?? null],
  ['taken_over', 'count', ({ person }) => person?.takenOver ?? null],
  ['handed_on_late', 'count', ({ person }) => person?.handedOnLate ?? null],
  ['taken_over_late', 'count', ({ person }) => person?.takenOverLate ?? null],
  ['used_from_percent', 'percent', ({ used }) => used?.from ?? null],
  ['used_to_percent', 'percent', ({ used }) => used?.to ?? null],
  ['within_s', 'seconds', ({ late }) => late?.within ?? null],
  ['left_s', 'seconds', ({ late }) => late?.left ?? null],
  ['due_at', 'utc', ({ breach }) => breach?.dueAt ?? null],
  ['charged_to', 'text', ({ breach }) => breach?.charged.name || null],
  ['charged_kind', 'text', ({ breach }) => breach?.charged.kind ?? null],
  ['held_most', 'text', ({ breach }) => breach?.most.name || null],
  ['held_most_kind', 'text', ({ breach }) => breach?.most.kind ?? null],
  ['held_s', 'seconds', ({ breach }) => breach?.counted ?? null],
  ['held_percent', 'percent', ({ breach }) => breach?.percent ?? null],
  ['answered_by_other', 'flag', ({ breach }) => breach?.isAnsweredByOther ?? null],
  [
    'lines',
    'text',
    ({ late, breach }) => {
      const line = late ?? breach;
      return line === undefined ? null : linesText(line);
    },
  ],
];

/** One long table: how often tickets were handed over, pairs, people, how late, each late hand-over, each breach after one. */
function handOverRecords({ handOvers: figures, ...report }: Report): Records {
  const records: HandOverRecord[] =
    figures?.isKnown !== true
      ? []
      : [
          ...figures.distribution.map((perTicket): HandOverRecord => ({ row: 'tickets', perTicket })),
          ...figures.pairs.map((pair): HandOverRecord => ({ row: 'pair', ...pair })),
          ...figures.people.map((person): HandOverRecord => ({ row: 'employee', person })),
          ...figures.used.map((used): HandOverRecord => ({ row: 'used', used })),
          ...figures.late.lines.map((late): HandOverRecord => ({ row: 'late', late, from: late.from, to: late.to })),
          ...figures.afterHandOver.lines.map((breach): HandOverRecord => ({ row: 'breach', breach })),
        ];
  return recordsOfPeriod(report, FACTS, records);
}
