import type { Clock } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { BlockDivision } from '../blocks/block-division.ts';
import { type Contribution, hasLengths, isBreachIn } from '../contribution.ts';
import { append, appendAll, appendMany, type Column, emptyColumn } from './column.ts';
import { type CodedDivision, type RunCells, runCells } from './run-cells.ts';
import { type KindsOfRuns, type KindTotals, partIn, runKinds, type Spans } from './run-kinds.ts';

/**
 * Runs of which the figures say something: counted by kind and, in each breakdown, by cell; and the lengths of those that have them,
 * one after the other, beside the cells that they belong to. Figures are made of it at the end, by sorting; until then a run costs a
 * dozen bytes and no object. Plain values: they merge by standing one behind the other.
 */
export interface RunTotals extends KindTotals {
  /** Service time and wall time of runs that have them. */
  readonly open: Column;
  readonly wall: Column;
  /** How far breaches are beyond their target, where it is known. */
  readonly over: Column;
  readonly divisions: readonly RunCells[];
}

export interface RunTable {
  readonly totals: RunTotals;
  /** What it adds to the figures of the period; 0: nothing. */
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

export function runTable(divisions: readonly CodedDivision[], spans: Spans): RunTable {
  const kinds = runKinds(spans);
  const tables = divisions.map(runCells);
  const [open, wall, over] = [emptyColumn('length'), emptyColumn('length'), emptyColumn('length')];
  const lengths = lengthAppender();
  return {
    totals: { ...kinds.totals, open, wall, over, divisions: tables.map(({ totals }) => totals) },
    add(verdict) {
      const { kind, ...parts } = kinds.ofVerdict(verdict);
      if (kind < 0) return parts.part;
      if (hasLengths(parts.trendPart)) {
        append(open, verdict.elapsed ?? Number.NaN);
        append(wall, verdict.wall ?? Number.NaN);
      }
      if (isBreachIn(parts.trendPart) && verdict.over !== undefined) append(over, verdict.over);
      for (const table of tables) table.add(verdict, kind, parts);
      return parts.part;
    },
    addBlock(block, clocks, ofBlock, parts) {
      const known = kinds.ofBlock(block, clocks, parts);
      for (const [index, table] of tables.entries()) table.addBlock(block, known, ofBlock[index]!);
      lengths(open, block.elapsed, block.runs, known, hasLengths);
      lengths(wall, block.wall, block.runs, known, hasLengths);
      lengths(over, block.over, block.runs, known, isBreachIn);
    },
    merge(other, recodes) {
      const kindCodes = kinds.take(other);
      appendAll(open, other.open);
      appendAll(wall, other.wall);
      appendAll(over, other.over);
      for (const [index, table] of tables.entries()) {
        const [more, recode] = [other.divisions[index], recodes[index]];
        if (more !== undefined && recode !== undefined) table.merge(more, kindCodes, recode);
      }
    },
  };
}

/** Puts those of the lengths of a block that are known, of runs of whose kind they are told, behind a column. */
function lengthAppender() {
  // Filled again for each block.
  let room = new Float64Array(0);
  return (
    column: Column,
    lengths: Float64Array,
    runs: number,
    { codes, parts }: KindsOfRuns,
    isTold: (part: Contribution) => boolean,
  ): void => {
    if (room.length < runs) room = new Float64Array(runs);
    const [into, told] = [room, parts.map((both) => (isTold(partIn(both, true)) ? 1 : 0))];
    let n = 0;
    for (let run = 0; run < runs; run++) {
      const kind = codes[run]!;
      if (kind >= 0 && told[kind] === 1 && !Number.isNaN(lengths[run]!)) into[n++] = lengths[run]!;
    }
    appendMany(column, into, n);
  };
}
