import type { RunBlock } from '../../domain/run-block.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { BlockDivision } from '../blocks/block-division.ts';
import { type Contribution, hasLengths, isBreachIn, isOfStop, outcomeIndex } from '../contribution.ts';
import type { Division } from '../dimension.ts';
import type { Party } from '../party.ts';
import { append, appendAll, appendMany, type Column, emptyColumn } from './column.ts';
import type { GroupCoder } from './group-codes.ts';
import { type KindsOfRuns, partIn } from './run-kinds.ts';
import { type TupleCounts, taken, tupleCounter } from './tuple-counts.ts';

/** The runs of one breakdown: those of one kind in one group are a cell. Plain values. */
export interface RunCells {
  /** Of the numbers that `CELL` says. */
  readonly cells: TupleCounts;
  /** Of each run with lengths the cell; and of each breach of which it is known how far over it is. */
  readonly measured: Column;
  readonly over: Column;
}

/**
 * Where in the tuple of a cell stand: the number of its kind and of its group; -1: in none. Where lengths may be counted in another
 * month than outcomes (S27), the group that they are in comes third.
 */
export const CELL = { kind: 0, group: 1, lengthGroup: 2 } as const;

/** A breakdown with the numbers of its groups. */
export interface CodedDivision {
  readonly division: Division;
  readonly coder: GroupCoder;
  /** It is of the months that the trend shows, not of the period. */
  readonly isTrend: boolean;
}

export function runCells({ division: { outer, inner }, coder, isTrend }: CodedDivision) {
  const isSplit = outer.ofLength !== undefined || inner?.ofLength !== undefined;
  const { totals: cells, add } = tupleCounter(isSplit ? 3 : 2);
  const totals: RunCells = { cells, measured: emptyColumn('whole'), over: emptyColumn('whole') };
  const tuple = new Int32Array(cells.width);
  /** By kind and by group and 1 the number of the cell and 1, where lengths are in the same group. */
  const known: Int32Array[] = [];
  // Filled again for each block.
  let room = { measured: new Int32Array(0), over: new Int32Array(0) };

  function cellOf(kind: number, group: number, lengthGroup: number): number {
    const code = lengthGroup === group ? (known[kind]?.[group + 1] ?? 0) - 1 : -1;
    if (code < 0) return enter(kind, group, lengthGroup);
    cells.counts[code]!++;
    return code;
  }

  function enter(kind: number, group: number, lengthGroup: number): number {
    tuple[CELL.kind] = kind;
    tuple[CELL.group] = group;
    if (isSplit) tuple[CELL.lengthGroup] = lengthGroup;
    const code = add(tuple);
    if (lengthGroup !== group) return code;
    const own = withRoom(known[kind], group + 2);
    own[group + 1] = code + 1;
    known[kind] = own;
    return code;
  }

  return {
    totals,
    add(
      verdict: Verdict,
      kind: number,
      parts: { readonly part: Contribution; readonly trendPart: Contribution },
    ): number {
      const telling = tellingOf(isTrend ? parts.trendPart : parts.part, parts.trendPart, isSplit);
      const ofVerdict = () => coder.codeOf(outer.ofVerdict(verdict), inner?.ofVerdict(verdict));
      const ofLength = () => coder.codeOf(lengthParty(outer, verdict), inner && lengthParty(inner, verdict));
      const group = (telling & COUNTED) === 0 ? -1 : ofVerdict();
      const code = cellOf(kind, group, (telling & SPLIT) === 0 ? group : ofLength());
      if ((telling & MEASURED) !== 0) append(totals.measured, code);
      if ((telling & BREACH) !== 0 && verdict.over !== undefined) append(totals.over, code);
      return code;
    },
    addBlock(block: RunBlock, { codes, parts }: KindsOfRuns, { ofRun, ofLength }: BlockDivision): void {
      const tellings = parts.map((both) => tellingOf(partIn(both, isTrend), partIn(both, true), isSplit));
      if (room.over.length < block.runs)
        room = { measured: new Int32Array(block.runs), over: new Int32Array(block.runs) };
      const { measured, over } = room;
      let [measuredRuns, overRuns] = [0, 0];
      for (let run = 0; run < block.runs; run++) {
        const kind = codes[run]!;
        if (kind < 0) continue;
        const telling = tellings[kind]!;
        const group = (telling & COUNTED) === 0 ? -1 : ofRun(block, run);
        const code = cellOf(kind, group, (telling & SPLIT) === 0 ? group : ofLength(block, run));
        if ((telling & MEASURED) !== 0) measured[measuredRuns++] = code;
        if ((telling & BREACH) !== 0 && !Number.isNaN(block.over[run]!)) over[overRuns++] = code;
      }
      appendMany(totals.measured, measured, measuredRuns);
      appendMany(totals.over, over, overRuns);
    },
    /** @param kinds the number here of each kind of the other; `groups`: of each group */
    merge(other: RunCells, kinds: Int32Array, groups: Int32Array): void {
      const recoded = (group: number) => (group < 0 ? group : (groups[group] ?? -1));
      const codes = taken({ totals: cells, add }, other.cells, (own) => {
        own[CELL.kind] = kinds[own[CELL.kind]!] ?? 0;
        own[CELL.group] = recoded(own[CELL.group]!);
        if (isSplit) own[CELL.lengthGroup] = recoded(own[CELL.lengthGroup]!);
      });
      appendAll(totals.measured, other.measured, codes);
      appendAll(totals.over, other.over, codes);
    },
  };
}

/** What is told of runs of one kind: they are counted in a group, their length in another, they have lengths, they are breaches. */
const COUNTED = 1;
const SPLIT = 2;
const MEASURED = 4;
const BREACH = 8;

/** Where lengths belong to another group than the outcome, a run stands in both, or where it is not counted only in that one. */
function tellingOf(part: Contribution, trendPart: Contribution, isSplit: boolean): number {
  const isSplitHere = isSplit && isOfStop(part);
  const isCounted = part !== 0 && !(isSplitHere && outcomeIndex(part) < 0);
  return (
    (isCounted ? COUNTED : 0) |
    (isSplitHere ? SPLIT : 0) |
    (hasLengths(trendPart) ? MEASURED : 0) |
    (isBreachIn(trendPart) ? BREACH : 0)
  );
}

function lengthParty({ ofLength, ofVerdict }: Division['outer'], verdict: Verdict): Party {
  return ofLength === undefined ? ofVerdict(verdict) : ofLength(verdict);
}

const FEW = 64;

function withRoom(numbers: Int32Array = new Int32Array(FEW), size: number): Int32Array {
  if (numbers.length >= size) return numbers;
  const more = new Int32Array(2 * size);
  more.set(numbers);
  return more;
}
