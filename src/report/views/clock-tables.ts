import type { ClockFigures, Durations } from '../../domain/report.ts';
import type { Outcome } from '../../domain/verdict.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { shareBeside } from '../shares.ts';
import { type Cell, type Column, type Row, selecting, type Table } from '../table.ts';

/** The share of runs met with both its numbers, whether the objective was reached, and the breaches. */
export function promises(clocks: readonly ClockFigures[], words: Catalogue): Table {
  const { columns } = words;
  const before = beforeExcuses(clocks, words);
  return {
    columns: [
      { key: 'clock', title: columns.clock, kind: 'text' },
      { key: 'share', title: columns.share, kind: 'text', align: 'right' },
      { key: 'attainment_percent', title: columns.attainment, kind: 'percent' },
      { key: 'objective', title: columns.objective, kind: 'text', align: 'right' },
      ...before.columns,
      { key: 'breached', title: columns.breached, kind: 'count' },
      { key: 'breached_open', title: columns.breachedOpen, kind: 'count' },
    ],
    rows: clocks.map((clock) => [
      titleOf(clock.title, clock.clock, words),
      selecting(words.share(clock.attainment.numerator, clock.attainment.denominator), {
        clock: clock.clock,
        outcomes: ['met', 'breached'],
      }),
      attained(clock, words),
      objective(clock, words),
      ...before.cells(clock),
      selecting(breachCount(clock.breached), { clock: clock.clock, outcomes: ['breached'] }),
      clock.breachedOpen,
    ]),
  };
}

/** Breaches that somebody set aside. */
export function excusedIn(clocks: readonly ClockFigures[]): number {
  return clocks.reduce((sum, { excused }) => sum + excused, 0);
}

/**
 * The number of breaches as it was before some were excused, in a column of its own beside those that remain (D13); no
 * column where none is excused.
 */
export function beforeExcuses(
  all: readonly ClockFigures[],
  { columns }: Catalogue,
): { readonly columns: readonly Column[]; cells(...clocks: readonly ClockFigures[]): readonly Cell[] } {
  if (excusedIn(all) === 0) return { columns: [], cells: () => [] };
  return {
    columns: [{ key: 'breached_before', title: columns.breachedBefore, kind: 'count' }],
    cells: (...clocks) => [clocks.reduce((sum, { breached, excused }) => sum + breached + excused, 0)],
  };
}

/**
 * What is in no denominator (S29); with met and breached it makes up all runs. Only clocks of which there is some, and
 * only columns in which there is.
 */
export function outcomesApart(clocks: readonly ClockFigures[], words: Catalogue): Table {
  const { columns } = words;
  const apart: readonly Apart[] = [
    {
      key: 'going',
      title: columns.going,
      outcomes: ['running', 'paused'],
      of: (clock) => clock.running + clock.paused,
    },
    { key: 'undecided', title: columns.undecided, outcomes: ['undecided'], of: (clock) => clock.undecided },
    { key: 'cancelled', title: columns.cancelled, outcomes: ['cancelled'], of: (clock) => clock.cancelled },
    { key: 'excused', title: columns.excused, outcomes: ['excused'], of: (clock) => clock.excused },
    { key: 'no_target', title: columns.noTarget, outcomes: ['no-target'], of: (clock) => clock.noTarget },
  ];
  const told = apart.filter(({ of }) => clocks.some((clock) => of(clock) > 0));
  return {
    columns: [
      { key: 'clock', title: columns.clock, kind: 'text' },
      ...told.map(({ key, title }): Column => ({ key, title, kind: 'count' })),
      { key: 'runs', title: columns.runs, kind: 'count' },
    ],
    rows: clocks
      .filter((clock) => told.some(({ of }) => of(clock) > 0))
      .map((clock) => [
        titleOf(clock.title, clock.clock, words),
        ...told.map(({ of, outcomes }) => selecting(of(clock), { clock: clock.clock, outcomes })),
        selecting(runs(clock), { clock: clock.clock }),
      ]),
  };
}

/** A column of runs that are in no denominator. */
interface Apart {
  readonly key: string;
  readonly title: string;
  readonly outcomes: readonly Outcome[];
  readonly of: (clock: ClockFigures) => number;
}

/** All runs counted, whatever became of them. */
export function runs(clock: ClockFigures): number {
  const decided = clock.met + clock.breached;
  return decided + clock.running + clock.paused + clock.cancelled + clock.undecided + clock.excused + clock.noTarget;
}

/**
 * Of each clock that has runs, a line in service time and one by the clock on the wall: mean and percentiles with the
 * number of runs behind them, and of those that are not in them.
 */
export function times(clocks: readonly ClockFigures[], words: Catalogue): Table {
  return {
    columns: [{ key: 'clock', title: words.columns.clock, kind: 'text' }, ...timeColumns(words)],
    rows: clocks.flatMap((clock) => clockTimes(clock, words)),
  };
}

/** The columns over `statistics`. */
export function timeColumns({ columns }: Catalogue): Column[] {
  return [
    { key: 'n', title: columns.n, kind: 'count' },
    { key: 'left_out', title: columns.leftOut, kind: 'count' },
    { key: 'mean_s', title: columns.mean, kind: 'clock-seconds' },
    { key: 'median_s', title: columns.median, kind: 'clock-seconds' },
    { key: 'p90_s', title: columns.p90, kind: 'clock-seconds' },
    { key: 'p95_s', title: columns.p95, kind: 'clock-seconds' },
    { key: 'longest_s', title: columns.longest, kind: 'clock-seconds' },
  ];
}

function clockTimes({ title, clock, open, wall, leftOut }: ClockFigures, words: Catalogue): Row[] {
  const left = leftOut.reduce((sum, part) => sum + part.runs, 0);
  if (open.n === 0 && left === 0) return [];
  return [
    { kind: 'caption', text: titleOf(title, clock, words) },
    [indented(words.columns.open), ...statistics(open, left, words)],
    [indented(words.columns.wall), ...statistics(wall, left, words)],
  ];
}

export function statistics({ n, mean, median, p90, p95, longest }: Durations, left: number, words: Catalogue): Cell[] {
  // The median of an even number is a mean of two runs, that of an odd number a run's own length.
  const middle = n % 2 === 0 ? legible(median) : median;
  return [n, left, ...[legible(mean), middle, p90, p95, longest].map((length) => length ?? words.unknown)];
}

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
  const value = shareBeside(attainment.percent, objective?.percent ?? 100, words);
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
