import type { ClockChange, ComparedReport, Comparison, PartyChange } from '../../domain/comparison.ts';
import { SHIFTS } from '../../domain/comparison.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { heading, type Page, type Reader, section, text, title } from '../page.ts';
import type { Cell, Column, Row, Table } from '../table.ts';
import { abridged } from './abridged.ts';
import { indented } from './clock-tables.ts';
import { countCells, lengthCells, shareCells, tenths } from './compare-cells.ts';
import { flipSections } from './compare-flips.ts';
import { groupSections } from './compare-groups.ts';
import { moneySections } from './compare-money.ts';
import { compareRecords } from './compare-records.ts';
import { partyName } from './names.ts';
import type { View } from './view.ts';

/** Two policies on the same data, or two periods: from the figures to the verdicts and whose they are, and to the money. */
export const compare: View<Comparison> = {
  page: comparisonPage,
  records: compareRecords,
  whole: (comparison) => comparison,
};

function comparisonPage(comparison: Comparison, reader: Reader): Page {
  const { words } = reader;
  const { changes: captions } = words.compare;
  return [
    title(captions.titles[comparison.of]),
    text(words.labelled(captions.before, reportText(comparison.before, comparison, reader))),
    text(words.labelled(captions.after, reportText(comparison.after, comparison, reader))),
    ...section(captions.tickets, ticketTable(comparison, words)),
    ...section(captions.clocks, clockTable(comparison.clocks, words)),
    ...section(captions.objectives, objectiveTable(comparison, words)),
    ...flipSections(comparison, reader),
    ...partySection(comparison, words),
    ...comparison.groups.flatMap((grouping) => groupSections(grouping, words)),
    ...moneySections(comparison, words),
  ];
}

/** What distinguishes the two sides, and how much of the data was used. */
function reportText(report: ComparedReport, { of }: Comparison, { words, local }: Reader): string {
  const { changes: captions } = words.compare;
  const { policy, period, asOf, rows } = report;
  const at = (instant: string) => local(Date.parse(instant));
  const which =
    period === undefined ? captions.everything : captions.period(period.label, at(period.start), at(period.end));
  return words.clauses([
    ...(of === 'policies' ? [captions.policy(policy.name, policy.file), which] : [which]),
    captions.asOf(at(asOf)),
    captions.rows(rows.used, rows.rows),
  ]);
}

function ticketTable({ tickets }: Comparison, words: Catalogue): Table {
  const told = tickets.filter(({ figure, before, after }) => figure === 'created' || (before ?? 0) + (after ?? 0) > 0);
  return changeTable(
    told.map(({ figure, ...change }) => [words.columns[figure], ...countCells(change, words)]),
    words,
  );
}

function changeTable(rows: readonly Row[], { compare: { changes: captions } }: Catalogue): Table {
  return {
    columns: [
      { key: 'figure', title: captions.figure, kind: 'text' },
      { key: 'before', title: captions.before, kind: 'text', align: 'right' },
      { key: 'after', title: captions.after, kind: 'text', align: 'right' },
      { key: 'change', title: captions.change, kind: 'text', align: 'right' },
    ],
    rows,
  };
}

const TIMED = [
  ['mean', 'open_mean_s'],
  ['median', 'open_median_s'],
  ['meanWall', 'wall_mean_s'],
] as const;

/** Of each clock its figures, a line each; those that are nothing on both sides are left out. */
function clockTable(clocks: readonly ClockChange[], words: Catalogue): Table {
  const { changes: captions } = words.compare;
  const { columns, columnTitles } = words;
  const rows = clocks.flatMap((clock): Row[] => {
    const name = titleOf(clock.title, clock.clock, words);
    const counted = (['decided', 'met', 'breached', 'breachedOpen', 'undecided', 'excused'] as const).filter(
      (figure) => figure === 'decided' || (clock[figure].before ?? 0) + (clock[figure].after ?? 0) > 0,
    );
    const timed = TIMED.filter(([figure]) => clock[figure].before !== null || clock[figure].after !== null);
    return [
      { kind: 'caption', text: clock.in === 'both' ? name : words.inBrackets(name, captions.only[clock.in]) },
      ...counted.map((figure): Row => {
        const better = figure === 'met' ? 'more' : figure === 'decided' ? undefined : 'fewer';
        return [
          indented(figure === 'decided' ? captions.decided : columns[figure]),
          ...countCells(clock[figure], words, better),
        ];
      }),
      [indented(columns.attainment), ...shareCells(clock.attainment, words)],
      ...objectiveRow(clock, words),
      ...timed.map(([figure, column]): Row => [indented(columnTitles[column]), ...lengthCells(clock[figure], words)]),
      ...breachedByRow(clock, words),
    ];
  });
  return changeTable(rows, words);
}

function objectiveRow({ objective: { before, after } }: ClockChange, words: Catalogue): Row[] {
  if (before === null && after === null) return [];
  const { nothing } = words.compare.changes;
  const shown = (percent: number | null) => (percent === null ? nothing : words.percent(percent));
  return [[indented(words.columns.objective), shown(before), shown(after), before === after ? '' : nothing]];
}

/** How much of a change is volume, and how much rate. */
function breachedByRow({ breachedBy, breached }: ClockChange, words: Catalogue): Row[] {
  if (breachedBy === null || breached.change === null || breached.change === 0) return [];
  const volume = tenths(breachedBy.volume);
  const sentence = words.compare.changes.breachedBy(breached.change, volume, tenths(breached.change - volume));
  return [{ kind: 'note', text: indented(sentence) }];
}

function objectiveTable({ objectives }: Comparison, words: Catalogue): Table {
  return changeTable(
    objectives.map(({ id, title: own, share }) => [titleOf(own, id, words), ...shareCells(share, words)]),
    words,
  );
}

function partySection({ of, parties }: Comparison, words: Catalogue): Page {
  const { changes: captions } = words.compare;
  if (parties.length === 0) return [heading(captions.parties), text(captions.stable)];
  // Two periods have no run in common: each breach of the second would be new, each of the first gone.
  const told = of === 'periods' ? [] : SHIFTS.filter((shift) => parties.some((party) => party[shift] > 0));
  const columns: Column[] = [
    { key: 'charged', title: words.columns.charged, kind: 'text' },
    { key: 'before', title: captions.breachesBefore, kind: 'count' },
    ...told.map((shift): Column => ({ key: shift, title: captions.shifts[shift], kind: 'count' })),
    { key: 'after', title: captions.breachesAfter, kind: 'count' },
  ];
  const row = (party: PartyChange): Row => [
    partyName(party.kind, party.name, words, party.title),
    party.before,
    ...told.map((shift) => shiftCell(party[shift], shift)),
    party.after,
  ];
  const size = ({ breaches }: PartyChange) => breaches.length;
  return section(captions.parties, { columns, rows: abridged(parties, row, size, captions.moreGroups) });
}

function shiftCell(count: number, shift: (typeof SHIFTS)[number]): Cell {
  if (count === 0) return count;
  return { value: count, tone: shift === 'more' || shift === 'takenOver' ? 'bad' : 'good' };
}
