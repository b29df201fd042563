import type { ClockFigures, Durations } from '../../domain/report.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import type { Cell, Table } from '../table.ts';

/** Met and breached, the share of those met with both its numbers, and whether the objective was reached. */
export function promises(clocks: readonly ClockFigures[], words: Catalogue): Table {
  const { columns } = words;
  return {
    columns: [
      { key: 'clock', title: columns.clock, kind: 'text' },
      { key: 'met', title: columns.met, kind: 'count' },
      { key: 'breached', title: columns.breached, kind: 'count' },
      { key: 'breached_open', title: columns.breachedOpen, kind: 'count' },
      { key: 'share', title: columns.share, kind: 'text', align: 'right' },
      { key: 'attainment_percent', title: columns.attainment, kind: 'percent' },
      { key: 'objective', title: columns.objective, kind: 'text', align: 'right' },
    ],
    rows: clocks.map((clock) => [
      titleOf(clock.title, clock.clock, words),
      clock.met,
      breachCount(clock.breached),
      clock.breachedOpen,
      words.share(clock.attainment.numerator, clock.attainment.denominator),
      attained(clock, words),
      objective(clock, words),
    ]),
  };
}

/** What is in no denominator (S29); with met and breached it makes up all runs. */
export function outcomesApart(clocks: readonly ClockFigures[], words: Catalogue): Table {
  const { columns } = words;
  return {
    columns: [
      { key: 'clock', title: columns.clock, kind: 'text' },
      { key: 'going', title: columns.going, kind: 'count' },
      { key: 'undecided', title: columns.undecided, kind: 'count' },
      { key: 'cancelled', title: columns.cancelled, kind: 'count' },
      { key: 'excused', title: columns.excused, kind: 'count' },
      { key: 'no_target', title: columns.noTarget, kind: 'count' },
      { key: 'runs', title: columns.runs, kind: 'count' },
    ],
    rows: clocks.map((clock) => [
      titleOf(clock.title, clock.clock, words),
      clock.running + clock.paused,
      clock.undecided,
      clock.cancelled,
      clock.excused,
      clock.noTarget,
      runs(clock),
    ]),
  };
}

/** All runs counted, whatever became of them. */
export function runs(clock: ClockFigures): number {
  const decided = clock.met + clock.breached;
  return decided + clock.running + clock.paused + clock.cancelled + clock.undecided + clock.excused + clock.noTarget;
}

/** Service time and wall time side by side, mean and percentiles and n together, and how many runs are not in them. */
export function times(clocks: readonly ClockFigures[], words: Catalogue): Table {
  return {
    columns: [
      { key: 'clock', title: words.columns.clock, kind: 'text' },
      { key: 'open', title: words.columns.open, kind: 'seconds' },
      { key: 'wall', title: words.columns.wall, kind: 'seconds' },
    ],
    rows: clocks.flatMap((clock) => clockTimes(clock, words)),
  };
}

function clockTimes({ title, clock, open, wall, leftOut }: ClockFigures, words: Catalogue): Cell[][] {
  const { statistics } = words;
  const shown = (durations: Durations, key: Statistic) => (key === 'mean' ? legible(durations.mean) : durations[key]);
  const statistic = (key: Statistic) => [indented(statistics[key]), shown(open, key), shown(wall, key)];
  const leftOutRows = leftOut
    .filter((part) => part.runs > 0)
    .map((part) => [indented(words.leftOut[part.why]), words.count(part.runs), words.count(part.runs)]);
  if (open.n === 0 && leftOutRows.length === 0) return [];
  return [
    [titleOf(title, clock, words), null, null],
    ...(open.n > 0 ? STATISTICS.map(statistic) : []),
    [indented(statistics.n), words.count(open.n), words.count(wall.n)],
    ...leftOutRows,
  ];
}

type Statistic = (typeof STATISTICS)[number];
const STATISTICS = ['mean', 'median', 'p90', 'p95', 'longest'] as const satisfies (keyof Durations)[];

/** A line under the one that names what it is about. */
export function indented(label: string): string {
  return `  ${label}`;
}

/**
 * Thousandths of a second, which a mean nearly always has, say nothing beside minutes: people read it to the second.
 * JSON and CSV keep all digits; a run's own length is never shortened (S7).
 */
export function legible(mean: number | null): number | null {
  return mean === null || mean < 60 ? mean : Math.round(mean);
}

export function breachCount(breached: number): Cell {
  return breached > 0 ? { value: breached, tone: 'bad' } : breached;
}

export function attained({ attainment, objective }: ClockFigures, words: Catalogue): Cell {
  const value = attainment.percent ?? words.unknown;
  const reached = objective?.reached ?? null;
  return reached === null ? value : { value, tone: reached ? 'good' : 'bad' };
}

function objective({ objective: aim }: ClockFigures, words: Catalogue): Cell {
  if (aim === null) return words.unknown;
  const percent = words.percent(aim.percent);
  if (aim.reached === null) return percent;
  return aim.reached
    ? { value: words.summary.reached(percent), tone: 'good' }
    : { value: words.summary.missed(percent), tone: 'bad' };
}
