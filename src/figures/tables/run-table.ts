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
import { numbersAt, type TupleCounts, taken, tupleCounter } from './tuple-counts.ts';

/**
 * Runs of which the figures say something. Those that are alike in clock, band and in what they add are of one kind; of each
 * breakdown those of one kind in one group are a cell, and cells are counted. Beside them stand the lengths of runs, one after the
 * other, and of each breakdown the cells that they belong to. Figures are made of it at the end, by sorting; until then a run costs
 * a dozen bytes and no object. Plain values: they merge by standing one behind the other.
 */
export interface RunTotals {
  readonly clockIds: string[];
  readonly bands: string[];
  /** Of the numbers that `KIND` says. */
  readonly kinds: TupleCounts;
  /** Of runs that have them: service time and wall time. */
  readonly open: Column;
  readonly wall: Column;
  /** Of breaches of which it is known: how far beyond the target they are. */
  readonly over: Column;
  readonly divisions: readonly RunCells[];
}

/** The runs of one breakdown. */
export interface RunCells {
  /** Of the numbers that `CELL` says. */
  readonly cells: TupleCounts;
  /** The cell of each length. */
  readonly measured: Column;
  readonly over: Column;
}

/** Where in the tuple of a kind stand: the number of its clock, what it adds, the number of its band. */
export const KIND = { clock: 0, parts: 1, band: 2 } as const;
/**
 * Where in the tuple of a cell stand: the number of its kind and of its group; -1: in none. Where lengths may be counted in another
 * month than outcomes (S27), the group that they are in comes third.
 */
export const CELL = { kind: 0, group: 1, lengthGroup: 2 } as const;

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
  const kinds = tupleCounter(3);
  const tables = divisions.map(cellTable);
  const totals: RunTotals = {
    ...{ clockIds: clocks.names, bands: bands.names, kinds: kinds.totals },
    ...{ open: emptyColumn('length'), wall: emptyColumn('length'), over: emptyColumn('length') },
    divisions: tables.map((table) => table.totals),
  };
  // The months of the trend end where the period ends: what says something of the period says it of them.
  const isOneSpan = period === trendSpan;
  const kind = new Int32Array(3);
  // Filled again for each block.
  let codes = new Int32Array(0);
  let lengths = new Float64Array(0);

  function appendLengths(block: RunBlock, { parts }: BlockKinds): void {
    if (lengths.length < block.runs) lengths = new Float64Array(block.runs);
    const appendOf = (column: Column, own: Float64Array, isTold: (part: Contribution) => boolean) => {
      const told = parts.map((both) => Number(isTold(partIn(both, true))));
      let n = 0;
      for (let run = 0; run < block.runs; run++) {
        const code = codes[run]!;
        if (code >= 0 && told[code] === 1 && !Number.isNaN(own[run]!)) lengths[n++] = own[run]!;
      }
      appendMany(column, lengths, n);
    };
    appendOf(totals.open, block.elapsed, hasLengths);
    appendOf(totals.wall, block.wall, hasLengths);
    appendOf(totals.over, block.over, isBreachIn);
  }

  return {
    totals,
    add(verdict) {
      const trendPart = contribution(verdict, trendSpan);
      const part = isOneSpan ? trendPart : contribution(verdict, period);
      if (trendPart === 0) return part;
      const isBreach = isBreachIn(trendPart);
      kind[KIND.clock] = clocks.codeOf(verdict.run.clock.id);
      kind[KIND.parts] = partsOf(part, trendPart);
      kind[KIND.band] = isBreach ? bands.codeOf(verdict.severity ?? NO_BAND) : noBand;
      const code = kinds.add(kind);
      const isMeasured = hasLengths(trendPart);
      if (isMeasured) {
        append(totals.open, verdict.elapsed ?? Number.NaN);
        append(totals.wall, verdict.wall ?? Number.NaN);
      }
      const isOver = isBreach && verdict.over !== undefined;
      if (isOver) append(totals.over, verdict.over);
      for (const table of tables) {
        const cell = table.add(code, verdict, table.isTrend ? trendPart : part);
        if (isMeasured) append(table.totals.measured, cell);
        if (isOver) append(table.totals.over, cell);
      }
      return part;
    },
    addBlock(block, clocksOfBlock, divisionsOfBlock, parts) {
      const clockCodes = clocksOfBlock.map(({ id }) => clocks.codeOf(id));
      const bandCodes = clocksOfBlock.map(({ severity }) => severity.map(({ name }) => bands.codeOf(name)));
      if (codes.length < block.runs) codes = new Int32Array(block.runs);
      for (let run = 0; run < block.runs; run++) {
        const clock = block.clock[run]!;
        const trendPart = contributionIn(block, run, clocksOfBlock[clock]!, trendSpan);
        const part = isOneSpan ? trendPart : contributionIn(block, run, clocksOfBlock[clock]!, period);
        parts[run] = part;
        if (trendPart === 0) {
          codes[run] = -1;
          continue;
        }
        const isBreach = isBreachIn(trendPart);
        kind[KIND.clock] = clockCodes[clock]!;
        kind[KIND.parts] = partsOf(part, trendPart);
        kind[KIND.band] = isBreach ? (bandCodes[clock]![block.band[run]!] ?? noBand) : noBand;
        codes[run] = kinds.add(kind);
      }
      const known = { codes, parts: numbersAt(totals.kinds, KIND.parts) };
      for (const [index, table] of tables.entries()) table.addBlock(block, known, divisionsOfBlock[index]!);
      appendLengths(block, known);
    },
    merge(other, recodes) {
      const [clockCodes, bandCodes] = [clocks.take(other.clockIds), bands.take(other.bands)];
      const kindCodes = taken(kinds, other.kinds, (tuple) => {
        tuple[KIND.clock] = clockCodes[tuple[KIND.clock]!] ?? 0;
        tuple[KIND.band] = bandCodes[tuple[KIND.band]!] ?? noBand;
      });
      for (const name of ['open', 'wall', 'over'] as const) appendAll(totals[name], other[name]);
      for (const [index, table] of tables.entries()) {
        const [more, recode] = [other.divisions[index], recodes[index]];
        if (more !== undefined && recode !== undefined) table.merge(more, kindCodes, recode);
      }
    },
  };
}

/** Runs of a block by the number of their kind, -1: they add nothing; and of each kind what they add. */
interface BlockKinds {
  readonly codes: Int32Array;
  readonly parts: Int32Array;
}

/** The cells of one breakdown. */
function cellTable({ division: { outer, inner }, coder, isTrend }: CodedDivision) {
  const isSplit = outer.ofLength !== undefined || inner?.ofLength !== undefined;
  const cells = tupleCounter(isSplit ? 3 : 2);
  const totals: RunCells = { cells: cells.totals, measured: emptyColumn('whole'), over: emptyColumn('whole') };
  const cell = new Int32Array(cells.totals.width);
  // Filled again for each block.
  let [measured, over] = [new Int32Array(0), new Int32Array(0)];

  /** Where lengths belong to another group than the outcome, a run stands in both, or where it is not counted only in that one. */
  function isCounted(part: Contribution): boolean {
    return part !== 0 && !(isSplit && isOfStop(part) && outcomeIndex(part) < 0);
  }

  return {
    totals,
    isTrend,
    add(kind: number, verdict: Verdict, part: Contribution): number {
      cell[CELL.kind] = kind;
      const group = isCounted(part) ? coder.codeOf(outer.ofVerdict(verdict), inner?.ofVerdict(verdict)) : -1;
      cell[CELL.group] = group;
      if (isSplit) {
        cell[CELL.lengthGroup] = isOfStop(part)
          ? coder.codeOf(lengthParty(outer, verdict), inner && lengthParty(inner, verdict))
          : group;
      }
      return cells.add(cell);
    },
    addBlock(block: RunBlock, { codes, parts }: BlockKinds, own: BlockDivision): void {
      if (measured.length < block.runs) {
        measured = new Int32Array(block.runs);
        over = new Int32Array(block.runs);
      }
      let [measuredRuns, overRuns] = [0, 0];
      for (let run = 0; run < block.runs; run++) {
        const kind = codes[run]!;
        if (kind < 0) continue;
        const part = partIn(parts[kind]!, isTrend);
        const group = isCounted(part) ? own.ofRun(block, run) : -1;
        cell[CELL.kind] = kind;
        cell[CELL.group] = group;
        if (isSplit) cell[CELL.lengthGroup] = isOfStop(part) ? own.ofLength(block, run) : group;
        const code = cells.add(cell);
        const trendPart = partIn(parts[kind]!, true);
        if (hasLengths(trendPart)) measured[measuredRuns++] = code;
        if (isBreachIn(trendPart) && !Number.isNaN(block.over[run]!)) over[overRuns++] = code;
      }
      appendMany(totals.measured, measured, measuredRuns);
      appendMany(totals.over, over, overRuns);
    },
    merge(other: RunCells, kinds: Int32Array, groups: Int32Array): void {
      const recoded = (group: number) => (group < 0 ? group : (groups[group] ?? -1));
      const codes = taken(cells, other.cells, (tuple) => {
        tuple[CELL.kind] = kinds[tuple[CELL.kind]!] ?? 0;
        tuple[CELL.group] = recoded(tuple[CELL.group]!);
        if (isSplit) tuple[CELL.lengthGroup] = recoded(tuple[CELL.lengthGroup]!);
      });
      appendAll(totals.measured, other.measured, codes);
      appendAll(totals.over, other.over, codes);
    },
  };
}

function lengthParty({ ofLength, ofVerdict }: Division['outer'], verdict: Verdict): Party {
  return ofLength === undefined ? ofVerdict(verdict) : ofLength(verdict);
}
