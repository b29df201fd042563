import type { Clock } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Period } from '../../domain/time.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { BlockDivision } from '../blocks/block-division.ts';
import { contributionIn } from '../blocks/counted-in.ts';
import { type Contribution, contribution, hasLengths, isBreachIn, isOfStop, outcomeIndex } from '../contribution.ts';
import type { Division } from '../dimension.ts';
import type { Party } from '../party.ts';
import { append, appendAll, appendMany, type Column, emptyColumn } from './column.ts';
import type { GroupCoder } from './group-codes.ts';
import { nameCoder } from './name-codes.ts';
import { type TupleCounts, tupleCounter } from './tuple-counts.ts';

/**
 * Runs of which the figures say something. All that are alike but for their lengths, by clock, by what they add, by band and by
 * their groups in each breakdown, are one cell, which is counted; beside it stand the lengths, each with the number of its cell.
 * Figures are made of it at the end, by sorting; until then a run costs some twelve bytes and no object. Plain values: they merge.
 */
export interface RunTotals {
  readonly clockIds: string[];
  readonly bands: string[];
  /** Of the numbers that `CELL` and `groupPlaces` say. */
  readonly cells: TupleCounts;
  /** Of runs with lengths: the cell, service time, wall time. */
  readonly measured: { readonly cell: Column; readonly open: Column; readonly wall: Column };
  /** Of breaches of which it is known how far beyond the target they are. */
  readonly over: { readonly cell: Column; readonly length: Column };
}

/** Where in the tuple of a cell stand: the number of its clock, what it adds, the number of its band. Its groups come behind. */
export const CELL = { clock: 0, parts: 1, band: 2 } as const;
const GROUPS_FROM = 3;

/** What a run adds to the figures of the period and to those of the months that the trend shows, in one number. */
function partsOf(part: Contribution, trendPart: Contribution): number {
  return part | (trendPart << PART_BITS);
}
const PART_BITS = 8;

export function partIn(parts: number, isTrend: boolean): Contribution {
  return isTrend ? parts >> PART_BITS : parts & 0xff;
}

/** A breakdown with the numbers of its groups. */
export interface CodedDivision {
  readonly division: Division;
  readonly coder: GroupCoder;
  /** It is of the months that the trend shows, not of the period. */
  readonly isTrend: boolean;
}

/** Where in the tuple of a cell the number of the group stands; -1: in none. */
export interface GroupPlaces {
  readonly group: number;
  /** Where lengths may be counted in another month than outcomes (S27): in which group they are. */
  readonly lengthGroup?: number;
}

export function groupPlaces(divisions: readonly Pick<CodedDivision, 'division'>[]): GroupPlaces[] {
  let next = GROUPS_FROM;
  return divisions.map(({ division }) => ({ group: next++, ...(isSplit(division) && { lengthGroup: next++ }) }));
}

/** Severity of a breach in no band, and of what is no breach. */
export const NO_BAND = '';

export interface RunTable {
  readonly totals: RunTotals;
  add(verdict: Verdict): Contribution;
  /**
   * Adds all runs of a block.
   *
   * @param divisions of each breakdown, in their order
   * @param parts is filled with what each run adds to the figures of the period
   */
  addBlock(block: RunBlock, clocks: readonly Clock[], divisions: readonly BlockDivision[], parts: Uint8Array): void;
  /** @param recodes the number here of each group of the other's breakdowns */
  merge(other: RunTotals, recodes: readonly Int32Array[]): void;
}

export function runTable(
  divisions: readonly CodedDivision[],
  { period, trendSpan }: { readonly period: Period | undefined; readonly trendSpan: Period | undefined },
): RunTable {
  const [clocks, bands] = [nameCoder(), nameCoder()];
  const noBand = bands.codeOf(NO_BAND);
  const places = groupPlaces(divisions);
  const width = GROUPS_FROM + places.reduce((sum, { lengthGroup }) => sum + (lengthGroup === undefined ? 1 : 2), 0);
  const cells = tupleCounter(width);
  const totals: RunTotals = {
    clockIds: clocks.names,
    bands: bands.names,
    cells: cells.totals,
    measured: { cell: emptyColumn('whole'), open: emptyColumn('length'), wall: emptyColumn('length') },
    over: { cell: emptyColumn('whole'), length: emptyColumn('length') },
  };
  // The months of the trend end where the period ends: what says something of the period says it of them.
  const isOneSpan = period === trendSpan;
  const tuple = new Int32Array(width);
  let rows = emptyRows(0);

  /** Room for the lengths of a block; the same again for the next. */
  function rowsFor(runs: number): BlockRows {
    if (rows.over.cell.length < runs) rows = emptyRows(runs);
    rows.measured.n = 0;
    rows.over.n = 0;
    return rows;
  }

  return {
    totals,
    add(verdict) {
      const trendPart = contribution(verdict, trendSpan);
      const part = isOneSpan ? trendPart : contribution(verdict, period);
      if (trendPart === 0) return part;
      const isBreach = isBreachIn(trendPart);
      tuple[CELL.clock] = clocks.codeOf(verdict.run.clock.id);
      tuple[CELL.parts] = partsOf(part, trendPart);
      tuple[CELL.band] = isBreach ? bands.codeOf(verdict.severity ?? NO_BAND) : noBand;
      for (let index = 0; index < divisions.length; index++) {
        const [coded, place] = [divisions[index], places[index]];
        if (coded === undefined || place === undefined) continue;
        enterGroups(tuple, place, coded, verdict, coded.isTrend ? trendPart : part);
      }
      const cell = cells.add(tuple);
      const { measured, over } = totals;
      if (hasLengths(trendPart)) {
        append(measured.cell, cell);
        append(measured.open, verdict.elapsed ?? Number.NaN);
        append(measured.wall, verdict.wall ?? Number.NaN);
      }
      if (isBreach && verdict.over !== undefined) {
        append(over.cell, cell);
        append(over.length, verdict.over);
      }
      return part;
    },
    addBlock(block, clocksOfBlock, divisionsOfBlock, parts) {
      const clockCodes = clocksOfBlock.map(({ id }) => clocks.codeOf(id));
      const bandCodes = clocksOfBlock.map(({ severity }) => severity.map(({ name }) => bands.codeOf(name)));
      const { measured, over } = rowsFor(block.runs);
      for (let run = 0; run < block.runs; run++) {
        const clock = clocksOfBlock[block.clock[run]!]!;
        const trendPart = contributionIn(block, run, clock, trendSpan);
        const part = isOneSpan ? trendPart : contributionIn(block, run, clock, period);
        parts[run] = part;
        if (trendPart === 0) continue;
        const isBreach = isBreachIn(trendPart);
        tuple[CELL.clock] = clockCodes[block.clock[run]!]!;
        tuple[CELL.parts] = partsOf(part, trendPart);
        tuple[CELL.band] = isBreach ? (bandCodes[block.clock[run]!]![block.band[run]!] ?? noBand) : noBand;
        for (let index = 0; index < divisions.length; index++) {
          const own = divisions[index]!.isTrend ? trendPart : part;
          enterGroupsIn(tuple, places[index]!, divisionsOfBlock[index]!, block, run, own);
        }
        const cell = cells.add(tuple);
        if (hasLengths(trendPart)) {
          measured.cell[measured.n] = cell;
          measured.open[measured.n] = block.elapsed[run]!;
          measured.wall[measured.n++] = block.wall[run]!;
        }
        if (isBreach && !Number.isNaN(block.over[run]!)) {
          over.cell[over.n] = cell;
          over.length[over.n++] = block.over[run]!;
        }
      }
      appendMany(totals.measured.cell, measured.cell, measured.n);
      appendMany(totals.measured.open, measured.open, measured.n);
      appendMany(totals.measured.wall, measured.wall, measured.n);
      appendMany(totals.over.cell, over.cell, over.n);
      appendMany(totals.over.length, over.length, over.n);
    },
    merge(other, recodes) {
      const [clockCodes, bandCodes] = [clocks.take(other.clockIds), bands.take(other.bands)];
      const { n, tuples, counts } = other.cells;
      const cellOf = new Int32Array(n);
      for (let cell = 0; cell < n; cell++) {
        tuple.set(tuples.subarray(cell * width, (cell + 1) * width));
        tuple[CELL.clock] = clockCodes[tuple[CELL.clock] ?? 0] ?? 0;
        tuple[CELL.band] = bandCodes[tuple[CELL.band] ?? 0] ?? noBand;
        for (const [index, { group, lengthGroup = group }] of places.entries()) {
          const recode = (code = -1) => (code < 0 ? code : (recodes[index]?.[code] ?? -1));
          tuple[group] = recode(tuple[group]);
          if (lengthGroup !== group) tuple[lengthGroup] = recode(tuple[lengthGroup]);
        }
        cellOf[cell] = cells.add(tuple, counts[cell]);
      }
      const recode = (cell: number) => cellOf[cell] ?? 0;
      const { measured, over } = totals;
      appendAll(measured.cell, other.measured.cell, recode);
      appendAll(measured.open, other.measured.open);
      appendAll(measured.wall, other.measured.wall);
      appendAll(over.cell, other.over.cell, recode);
      appendAll(over.length, other.over.length);
    },
  };
}

/** The lengths of a block until they are put behind those that there are. */
function emptyRows(runs: number) {
  return {
    measured: { n: 0, cell: new Int32Array(runs), open: new Float64Array(runs), wall: new Float64Array(runs) },
    over: { n: 0, cell: new Int32Array(runs), length: new Float64Array(runs) },
  };
}
type BlockRows = ReturnType<typeof emptyRows>;

function isSplit({ outer, inner }: Division): boolean {
  return outer.ofLength !== undefined || inner?.ofLength !== undefined;
}

/** Where lengths belong to another group than the outcome, a run stands in both, or where it is not counted only in that one. */
function enterGroups(
  tuple: Int32Array,
  { group, lengthGroup }: GroupPlaces,
  { division: { outer, inner }, coder }: CodedDivision,
  verdict: Verdict,
  part: Contribution,
): void {
  const isSplitHere = lengthGroup !== undefined && isOfStop(part);
  const isCountedHere = part !== 0 && !(isSplitHere && outcomeIndex(part) < 0);
  const code = isCountedHere ? coder.codeOf(outer.ofVerdict(verdict), inner?.ofVerdict(verdict)) : -1;
  tuple[group] = code;
  if (lengthGroup === undefined) return;
  tuple[lengthGroup] = isSplitHere
    ? coder.codeOf(lengthParty(outer, verdict), inner && lengthParty(inner, verdict))
    : code;
}

function lengthParty({ ofLength, ofVerdict }: Division['outer'], verdict: Verdict): Party {
  return ofLength === undefined ? ofVerdict(verdict) : ofLength(verdict);
}

function enterGroupsIn(
  tuple: Int32Array,
  { group, lengthGroup }: GroupPlaces,
  division: BlockDivision,
  block: RunBlock,
  run: number,
  part: Contribution,
): void {
  const isSplitHere = lengthGroup !== undefined && isOfStop(part);
  const isCountedHere = part !== 0 && !(isSplitHere && outcomeIndex(part) < 0);
  const code = isCountedHere ? division.ofRun(block, run) : -1;
  tuple[group] = code;
  if (lengthGroup !== undefined) tuple[lengthGroup] = isSplitHere ? division.ofLength(block, run) : code;
}
