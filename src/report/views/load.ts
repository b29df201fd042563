import type { Report } from '../../domain/report.ts';
import type { LoadFigures, PersonLoad, StandingOut, Volume } from '../../domain/time-figures.ts';
import type { Outcome } from '../../domain/verdict.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import type { Chart } from '../chart.ts';
import { type Fact, recordsOfPeriod } from '../facts.ts';
import { type Block, heading, type Page, type Reader, section, tableAlone, text } from '../page.ts';
import { headOf } from '../report-head.ts';
import type { Cell, Column, Records, Row, Table } from '../table.ts';
import { about } from './about.ts';
import { abridged } from './abridged.ts';
import { breachCount } from './clock-tables.ts';
import { handName, linesText, shareTexts } from './time-words.ts';
import type { View } from './view.ts';

/** When work comes in, by hour and weekday, against breaches, and who carries it (C6). The report must have been asked for it. */
export const load: View = {
  page: ({ report }, reader) => [...about(report, reader), ...loadPage(report, reader)],
  records: ({ report }) => loadRecords(report),
  whole: ({ report }) => ({ ...headOf(report), load: report.load ?? null }),
  hasSubject: ({ report }) => report.load !== undefined,
};

function loadPage(report: Report, { words }: Reader): Page {
  const { load: figures } = report;
  if (figures === undefined) return [];
  const told = words.time.load;
  return [
    heading(told.title),
    ...daysText(figures, words),
    text(told.about),
    ...grids(figures, words),
    ...section(told.grid, gridTable(figures, words)),
    ...section(told.byHour, hourTable(figures, words)),
    ...section(told.byWeekday, weekdayTable(figures, words)),
    heading(told.standOut),
    ...standOutText(figures, words),
    text(told.standOutRule),
    ...section(told.special, specialTable(figures, words)),
    ...peoplePage(figures, report, words),
  ];
}

function daysText({ days, whole }: LoadFigures, words: Catalogue): Page {
  const { load: told } = words.time;
  if (days === null) return [text(whole.created === 0 ? told.noDays : told.created(whole.created, null))];
  const perDay = whole.perWorkingDay === null ? null : words.count(whole.perWorkingDay);
  return [
    text(told.days(days.first, days.last, whole.daysInSpan, whole.workingDays)),
    text(told.created(whole.created, perDay)),
  ];
}

/** Two pictures of the week: what comes in, and what breaks. What is closed and holds nothing is blank. */
function grids(figures: LoadFigures, words: Catalogue): Block[] {
  const { load: told, weekdays, hour } = words.time;
  const gridOf = (title: string, of: (cell: Volume) => number, sentence: typeof told.busiest, tone?: 'bad'): Block => {
    const most = figures.cells.reduce<LoadFigures['cells'][number] | undefined>(
      (best, cell) => (of(cell) > (best === undefined ? 0 : of(best)) ? cell : best),
      undefined,
    );
    const chart: Chart = {
      kind: 'cells',
      title,
      summary: most === undefined ? told.nothing : sentence(weekdays[most.weekday] ?? '', hour(most.hour), of(most)),
      categories: figures.hours.map((each) => hour(each.hour)),
      series: figures.weekdays.map(({ weekday }) => ({
        name: words.time.weekdaysShort[weekday] ?? '',
        values: figures.cells
          .filter((cell) => cell.weekday === weekday)
          .map((cell) => (cell.openDays === 0 && of(cell) === 0 ? null : of(cell))),
        ...(tone !== undefined && { tone }),
      })),
      unit: 'count',
    };
    return { kind: 'chart', chart };
  };
  return [
    gridOf(told.chartCreated, ({ created }) => created, told.busiest),
    gridOf(told.chartBreached, ({ breached }) => breached, told.mostBreached, 'bad'),
  ];
}

/** Hours down, weekdays across; hours at which nothing is open and nothing came are left out at both ends of the day. */
function gridTable({ cells, hours }: LoadFigures, words: Catalogue): Table {
  const { columns, weekdaysShort, hour } = words.time;
  const used = hours.filter((each) => each.openDays > 0 || each.created + each.met + each.breached > 0);
  const [first = 0, last = -1] = [used[0]?.hour, used.at(-1)?.hour];
  return {
    columns: [
      { key: 'hour', title: columns.hour, kind: 'text' },
      ...weekdaysShort.map(
        (title, index): Column => ({ key: `weekday_${index + 1}`, title, kind: 'text', align: 'right' }),
      ),
    ],
    rows: hours.slice(first, last + 1).map(
      (each): Row => [
        hour(each.hour),
        ...cells
          .filter((cell) => cell.hour === each.hour)
          .map((cell): Cell => {
            const { created, breached, openDays } = cell;
            if (created === 0 && breached === 0) return openDays === 0 ? '-' : '0';
            const count = words.count(created);
            return breached === 0 ? count : { value: `${count} (${words.count(breached)})`, tone: 'bad' };
          }),
      ],
    ),
  };
}

function volumeColumns({ columns, time }: Catalogue): Column[] {
  return [
    { key: 'created', title: columns.created, kind: 'count' },
    { key: 'per_working_day', title: time.columns.perWorkingDay, kind: 'count' },
    { key: 'met', title: columns.met, kind: 'count' },
    { key: 'breached', title: columns.breached, kind: 'count' },
    { key: 'breached_percent', title: time.columns.breachShare, kind: 'percent' },
    { key: 'ran_out', title: time.columns.ranOut, kind: 'count' },
  ];
}

function volumeCells(volume: Volume & { readonly perWorkingDay: number | null }, words: Catalogue): Cell[] {
  return [
    volume.created,
    volume.perWorkingDay ?? words.unknown,
    volume.met,
    breachCount(volume.breached),
    volume.breaches.percent ?? words.unknown,
    volume.ranOut,
  ];
}

function hourTable({ hours }: LoadFigures, words: Catalogue): Table {
  const { columns, hour } = words.time;
  const isUsed = (each: Volume & { readonly openDays: number }) =>
    each.openDays > 0 || each.created + each.met + each.breached + each.ranOut > 0;
  return {
    columns: [
      { key: 'hour', title: columns.hour, kind: 'text' },
      { key: 'open_days', title: columns.openDays, kind: 'count' },
      ...volumeColumns(words),
    ],
    rows: hours.filter(isUsed).map((each) => [hour(each.hour), each.openDays, ...volumeCells(each, words)]),
  };
}

function weekdayTable({ weekdays }: LoadFigures, words: Catalogue): Table {
  const { columns } = words.time;
  return {
    columns: [
      { key: 'weekday', title: columns.weekday, kind: 'text' },
      { key: 'days', title: columns.days, kind: 'count' },
      { key: 'working_days', title: columns.workingDays, kind: 'count' },
      ...volumeColumns(words),
    ],
    rows: weekdays.map((each) => [
      words.time.weekdays[each.weekday] ?? '',
      each.daysInSpan,
      each.workingDays,
      ...volumeCells(each, words),
    ]),
  };
}

function standOutText({ standOut, whole }: LoadFigures, words: Catalogue): Page {
  const { load: told } = words.time;
  if (standOut.length === 0) return [text(told.noneStandsOut)];
  const all = words.inBrackets(...shareTexts(whole.breaches, words));
  return standOut.map((each) => text(told.standsOut(whenText(each, words), ...shareTexts(each.breaches, words), all)));
}

function whenText({ weekday, hour }: StandingOut, { time }: Catalogue): string {
  return weekday === null ? time.load.from(time.hour(hour ?? 0)) : (time.weekdays[weekday] ?? '');
}

function specialTable({ specialDays }: LoadFigures, words: Catalogue): Table {
  const { columns, load: told, weekdays } = words.time;
  return {
    columns: [
      { key: 'date', title: columns.date, kind: 'id' },
      { key: 'weekday', title: columns.weekday, kind: 'text' },
      { key: 'is', title: columns.dayName, kind: 'text' },
      { key: 'created', title: words.columns.created, kind: 'count' },
    ],
    rows: abridged(
      specialDays,
      ({ date, weekday, is, name, created }): Row => [
        date,
        weekdays[weekday] ?? '',
        name === null ? told.is[is] : words.inBrackets(name, told.is[is]),
        created,
      ],
      ({ created }) => created,
      (rest) => words.time.moreLines(rest),
    ),
  };
}

function peoplePage({ people }: LoadFigures, { groups }: Report, words: Catalogue): Page {
  const { columns, time } = words;
  const isListed = groups.some(({ by }) => by === 'employee');
  const selects = ({ kind, name }: PersonLoad, outcomes: readonly Outcome[]) =>
    isListed ? { selects: { outcomes, group: { by: 'employee', kind, name } } } : {};
  const row = (person: PersonLoad): Row => [
    handName(person, words),
    {
      value: words.share(person.attainment.numerator, person.attainment.denominator),
      ...selects(person, ['met', 'breached']),
    },
    { ...toned(person.breached), ...selects(person, ['breached']) },
    person.attainment.percent ?? words.unknown,
    person.received,
    person.heldAtOnce ?? words.unknown,
    person.heldAtOnceAt,
  ];
  const table: Table = {
    columns: [
      { key: 'group', title: time.columns.employee, kind: 'text' },
      { key: 'share', title: columns.share, kind: 'text', align: 'right' },
      { key: 'breached', title: columns.breached, kind: 'count' },
      { key: 'attainment_percent', title: columns.attainment, kind: 'percent' },
      { key: 'received', title: time.columns.received, kind: 'count' },
      { key: 'held_at_once', title: time.columns.heldAtOnce, kind: 'count' },
      { key: 'held_at_once_at', title: time.columns.heldAtOnceAt, kind: 'instant' },
    ],
    rows: abridged(
      people,
      row,
      ({ breached }) => breached,
      (rest) => time.moreLines(rest),
    ),
  };
  if (people.length === 0) return [];
  return [heading(time.load.people), text(time.load.peopleAbout), ...tableAlone(table)];
}

function toned(breached: number) {
  return breached === 0 ? { value: breached } : { value: breached, tone: 'bad' as const };
}

/** One row of the records. */
interface LoadRecord extends Partial<Volume> {
  readonly row: 'whole' | 'weekday' | 'hour' | 'cell' | 'special_day' | 'employee' | 'stand_out';
  /** From 0, Monday. */
  readonly weekday?: number | null;
  readonly hour?: number | null;
  readonly date?: string;
  readonly day?: string;
  readonly dayName?: string | null;
  readonly daysInSpan?: number;
  readonly workingDays?: number;
  readonly openDays?: number;
  readonly perWorkingDay?: number | null;
  readonly person?: Omit<PersonLoad, 'attainment'>;
  readonly run?: {
    readonly ticket: string;
    readonly clock: string;
    readonly cycle: number;
    readonly lines: readonly string[];
  };
}

const FACTS: readonly Fact<LoadRecord>[] = [
  ['row', 'text', ({ row }) => row],
  // As people count: Monday is 1.
  ['weekday', 'count', ({ weekday }) => (weekday === undefined || weekday === null ? null : weekday + 1)],
  ['hour', 'count', ({ hour }) => hour ?? null],
  ['date', 'text', ({ date }) => date ?? null],
  ['day', 'text', ({ day }) => day ?? null],
  ['day_name', 'text', ({ dayName }) => dayName ?? null],
  ['group', 'text', ({ person }) => person?.name || null],
  ['group_kind', 'text', ({ person }) => person?.kind ?? null],
  ['days', 'count', ({ daysInSpan }) => daysInSpan ?? null],
  ['working_days', 'count', ({ workingDays }) => workingDays ?? null],
  ['open_days', 'count', ({ openDays }) => openDays ?? null],
  ['created', 'count', ({ created }) => created ?? null],
  ['per_working_day', 'count', ({ perWorkingDay }) => perWorkingDay ?? null],
  ['met', 'count', ({ met }) => met ?? null],
  ['breached', 'count', ({ breached }) => breached ?? null],
  ['breached_percent', 'percent', ({ breaches }) => breaches?.percent ?? null],
  ['ran_out', 'count', ({ ranOut }) => ranOut ?? null],
  ['received', 'count', ({ person }) => person?.received ?? null],
  ['held_at_once', 'count', ({ person }) => person?.heldAtOnce ?? null],
  ['held_at_once_at', 'utc', ({ person }) => person?.heldAtOnceAt ?? null],
  ['ticket', 'id', ({ run }) => run?.ticket ?? null],
  ['clock', 'text', ({ run }) => run?.clock ?? null],
  ['cycle', 'count', ({ run }) => run?.cycle ?? null],
  ['lines', 'text', ({ run }) => (run === undefined ? null : linesText(run))],
];

/** One long table: the whole, weekdays, hours, each hour of each weekday, days out of the rule, people, and the breaches of hours that stand out. */
function loadRecords({ load: figures, ...report }: Report): Records {
  const records: LoadRecord[] =
    figures === undefined
      ? []
      : [
          { row: 'whole', ...figures.whole },
          ...figures.weekdays.map((each): LoadRecord => ({ row: 'weekday', ...each })),
          ...figures.hours.map((each): LoadRecord => ({ row: 'hour', ...each })),
          ...figures.cells.map((each): LoadRecord => ({ row: 'cell', ...each })),
          ...figures.specialDays.map(
            ({ date, weekday, is, name, created }): LoadRecord => ({
              ...{ row: 'special_day', date, weekday, day: is, dayName: name, created },
            }),
          ),
          ...figures.people.map(
            ({ attainment: _, ...person }): LoadRecord => ({
              ...{ row: 'employee', person, met: person.met, breached: person.breached },
            }),
          ),
          ...figures.standOut.flatMap(({ weekday, hour, runs }) =>
            runs.lines.map((run): LoadRecord => ({ row: 'stand_out', weekday, hour, run })),
          ),
        ];
  return recordsOfPeriod(report, FACTS, records);
}
