import type {
  Change,
  ClockChange,
  ComparedReport,
  Comparison,
  GroupingChange,
  PartyChange,
  RatioChange,
} from '../../domain/comparison.ts';
import { SHIFTS } from '../../domain/comparison.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { heading, type Page, type Reader, section, text, title, wordFor } from '../page.ts';
import { shareText } from '../shares.ts';
import type { Cell, Column, Row, Table, Tone } from '../table.ts';
import { abridged } from './abridged.ts';
import { indented, legible } from './clock-tables.ts';
import { flipSections } from './compare-flips.ts';
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
    ...comparison.groups.flatMap((grouping) =>
      section(captions.by(wordFor(words.fields, grouping.by)), groupTable(grouping, words)),
    ),
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
  const { figures } = words.compare.changes;
  return changeTable(
    tickets.map(({ figure, ...change }) => [figures[figure], ...countCells(change, words)]),
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

/** Of each clock its figures, a line each; those that are nothing on both sides are left out. */
function clockTable(clocks: readonly ClockChange[], words: Catalogue): Table {
  const { changes: captions } = words.compare;
  const { figures } = captions;
  const rows = clocks.flatMap((clock): Row[] => {
    const name = titleOf(clock.title, clock.clock, words);
    const counted = (['decided', 'met', 'breached', 'breachedOpen', 'undecided', 'excused'] as const).filter(
      (figure) => figure === 'decided' || (clock[figure].before ?? 0) + (clock[figure].after ?? 0) > 0,
    );
    const timed = (['mean', 'median', 'meanWall'] as const).filter(
      (figure) => clock[figure].before !== null || clock[figure].after !== null,
    );
    return [
      { kind: 'caption', text: clock.in === 'both' ? name : words.inBrackets(name, captions.only[clock.in]) },
      ...counted.map((figure): Row => {
        const better = figure === 'met' ? 'more' : figure === 'decided' ? undefined : 'fewer';
        return [indented(figures[figure]), ...countCells(clock[figure], words, better)];
      }),
      [indented(figures.attainment), ...shareCells(clock.attainment, words)],
      ...objectiveRow(clock, words),
      ...timed.map((figure): Row => [indented(figures[figure]), ...lengthCells(clock[figure], words)]),
      ...breachedByRow(clock, words),
    ];
  });
  return changeTable(rows, words);
}

function objectiveRow({ objective: { before, after } }: ClockChange, words: Catalogue): Row[] {
  if (before === null && after === null) return [];
  const { nothing, figures } = words.compare.changes;
  const shown = (percent: number | null) => (percent === null ? nothing : words.percent(percent));
  return [[indented(figures.objective), shown(before), shown(after), before === after ? '' : nothing]];
}

/** How much of a change is volume, and how much rate. */
function breachedByRow({ breachedBy, breached }: ClockChange, words: Catalogue): Row[] {
  if (breachedBy === null || breached.change === null || breached.change === 0) return [];
  const { plus, breachedBy: say } = words.compare.changes;
  const sentence = say(plus(breached.change), plus(breachedBy.volume), plus(breachedBy.rate));
  return [{ kind: 'note', text: indented(sentence) }];
}

function objectiveTable({ objectives }: Comparison, words: Catalogue): Table {
  return changeTable(
    objectives.map(({ id, title: own, share }) => [titleOf(own, id, words), ...shareCells(share, words)]),
    words,
  );
}

/** `better`: whether more of it is good news. */
export function countCells({ before, after, change }: Change, words: Catalogue, better?: 'more' | 'fewer'): Cell[] {
  const { nothing, plus } = words.compare.changes;
  const shown = (count: number | null) => (count === null ? nothing : words.count(count));
  return [shown(before), shown(after), toned(change === null ? nothing : plus(change), change, better)];
}

function shareCells({ before, after, change }: RatioChange, words: Catalogue): Cell[] {
  const { nothing, points, plus } = words.compare.changes;
  const shown = (share: RatioChange['before']) => shareText(share, words, nothing);
  return [shown(before), shown(after), toned(change === null ? nothing : points(plus(change)), change, 'more')];
}

function lengthCells({ before, after, change }: Change, words: Catalogue): Cell[] {
  const { nothing, sign } = words.compare.changes;
  const shown = (seconds: number | null) => (seconds === null ? nothing : words.clockDuration(legible(seconds) ?? 0));
  return [
    shown(before),
    shown(after),
    change === null ? nothing : `${sign(change)}${words.clockDuration(legible(Math.abs(change)) ?? 0)}`,
  ];
}

function toned(value: string, change: number | null, better: 'more' | 'fewer' | undefined): Cell {
  if (better === undefined || change === null || change === 0) return value;
  const tone: Tone = change > 0 === (better === 'more') ? 'good' : 'bad';
  return { value, tone };
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

/** Groups with the greatest change first, where anything changes at all. */
function groupTable({ by, groups }: GroupingChange, words: Catalogue): Table {
  const { changes: captions } = words.compare;
  const changed = groups.filter(({ breached, decided, created }) =>
    [breached, decided, created].some(({ change }) => change !== 0),
  );
  const percent = (share: RatioChange['before']) => share?.percent ?? captions.nothing;
  const row = (group: (typeof groups)[number]): Row => [
    partyName(group.kind, group.name, words, group.title),
    group.breached.before,
    group.breached.after,
    toned(captions.plus(group.breached.change ?? 0), group.breached.change, 'fewer'),
    percent(group.attainment.before),
    percent(group.attainment.after),
  ];
  return {
    columns: [
      { key: by, title: words.asTitle(wordFor(words.fields, by)), kind: 'text' },
      { key: 'breached_before', title: captions.breachesBefore, kind: 'count' },
      { key: 'breached_after', title: captions.breachesAfter, kind: 'count' },
      { key: 'breached_change', title: captions.change, kind: 'text', align: 'right' },
      { key: 'attainment_before', title: captions.attainedBefore, kind: 'percent' },
      { key: 'attainment_after', title: captions.attainedAfter, kind: 'percent' },
    ],
    rows: abridged(changed, row, ({ breached }) => Math.abs(breached.change ?? 0), captions.moreGroups),
  };
}
