import type { Durations } from '../../domain/report.ts';
import { durations, ranksOf, summarise } from '../lengths.ts';
import type { Column } from './column.ts';
import { type LengthsByCell, lengthsByCell, measured } from './lengths-by-cell.ts';
import { ranked } from './ranked.ts';

/** Where the lengths of each cell belong, by the cell's number; -1: nowhere. */
export interface Places {
  readonly placeOf: Int32Array;
  /** All are below. */
  readonly places: number;
}

/** The durations of each place. */
export type DurationsAt = (place: number) => Durations;

/** What is asked about lengths: those of the cells of one breakdown, put together in some way. */
export interface Asked {
  /** The cell of each length. */
  readonly cells: Column;
  readonly places: Places;
}

/** Answers all that is asked about lengths, one breakdown after the other: what is put together for it takes four bytes a length. */
export function durationsByPlace(lengths: Column, asked: readonly Asked[]): DurationsAt[] {
  const own = measured(lengths);
  const answers = new Map<Asked, DurationsAt>();
  for (const cells of new Set(asked.map((each) => each.cells))) {
    const ofCells = asked.filter((each) => each.cells === cells);
    const count = Math.max(...ofCells.map(({ places }) => places.placeOf.length));
    const byCell = lengthsByCell(own, cells, count);
    const totals = cellTotals(byCell);
    for (const each of ofCells) answers.set(each, durationsAt(byCell, totals, each.places));
  }
  return asked.map((each) => answers.get(each) ?? (() => NONE));
}

const NONE = durations(0, 0, []);

/** Of each cell the sum and the greatest of its keys. */
interface CellTotals {
  readonly sums: Float64Array;
  readonly most: Float64Array;
}

function cellTotals({ keys, starts }: LengthsByCell): CellTotals {
  const cells = starts.length - 1;
  const totals = { sums: new Float64Array(cells), most: new Float64Array(cells) };
  for (let cell = 0; cell < cells; cell++) addUp(totals, cell, keys, starts);
  return totals;
}

function addUp({ sums, most }: CellTotals, cell: number, keys: LengthsByCell['keys'], starts: Uint32Array): void {
  const end = starts[cell + 1]!;
  let sum = 0;
  let greatest = 0;
  for (let at = starts[cell]!; at < end; at++) {
    const key = keys[at]!;
    sum += key;
    if (key > greatest) greatest = key;
  }
  sums[cell] = sum;
  most[cell] = greatest;
}

function durationsAt(lengths: LengthsByCell, totals: CellTotals, { placeOf, places }: Places): DurationsAt {
  const { starts } = lengths;
  const cellsOf = Array.from({ length: places }, (): number[] => []);
  const counts = new Uint32Array(places);
  for (let cell = 0; cell < placeOf.length; cell++) {
    const place = placeOf[cell]!;
    const own = starts[cell + 1]! - starts[cell]!;
    if (place < 0 || own === 0) continue;
    cellsOf[place]!.push(cell);
    counts[place]! += own;
  }
  const scratch = new Uint32Array(counts.reduce((most, count) => Math.max(most, count), 0));
  const known = cellsOf.map((cells) => (cells.length === 0 ? NONE : durationsOf(cells, lengths, totals, scratch)));
  return (place) => known[place] ?? NONE;
}

function durationsOf(
  cells: readonly number[],
  { keys, unit = 1, starts }: LengthsByCell,
  { sums, most }: CellTotals,
  scratch: Uint32Array,
): Durations {
  const sum = cells.reduce((total, cell) => total + sums[cell]!, 0);
  const n = cells.reduce((total, cell) => total + starts[cell + 1]! - starts[cell]!, 0);
  // In whole numbers, so that the mean does not depend on the order of arrival.
  if (keys instanceof Float64Array || sum * unit > Number.MAX_SAFE_INTEGER) {
    const values = new Float64Array(n);
    let end = 0;
    for (const cell of cells) {
      for (let at = starts[cell]!; at < starts[cell + 1]!; at++) values[end++] = keys[at]! * unit;
    }
    return summarise({ n, values });
  }
  const lists = cells.map((cell) => keys.subarray(starts[cell], starts[cell + 1]));
  const greatest = cells.reduce((total, cell) => Math.max(total, most[cell]!), 0);
  const found = ranked({ lists, n, most: greatest }, ranksOf(n), scratch);
  return durations(
    n,
    sum * unit,
    found.map((key) => key * unit),
  );
}
