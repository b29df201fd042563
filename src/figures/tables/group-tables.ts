import type { EventLog } from '../../domain/event-log.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Period } from '../../domain/time.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type BlockDivision, divisionOfBlocks } from '../blocks/block-division.ts';
import type { Contribution } from '../contribution.ts';
import type { BlockTexts, Division } from '../dimension.ts';
import type { Outcome } from '../ticket-totals.ts';
import { type GroupCodes, groupCoder } from './group-codes.ts';
import { CELL, type CodedDivision, type RunCells } from './run-cells.ts';
import { type RunTotals, runTable } from './run-table.ts';
import { type CreatedTicket, TICKET_GROUPS_FROM, type TicketCells, ticketTable } from './ticket-table.ts';
import { numbersAt } from './tuple-counts.ts';

/** All runs and tickets, counted and measured by their groups. Plain values. */
export interface TableTotals {
  /** Of each breakdown in its order, then of the months of the trend, where there is one. */
  readonly groups: readonly GroupCodes[];
  readonly runs: RunTotals;
  readonly tickets: TicketCells;
}

export interface GroupTables {
  readonly totals: TableTotals;
  addTicket(ticket: CreatedTicket): void;
  /** What it adds to the figures of the period; 0: nothing. */
  addRun(verdict: Verdict): Contribution;
  /**
   * @param outcomes what became of each ticket of the block
   * @returns of each run what it adds to the figures of the period; of use until the next block
   */
  addBlock(block: RunBlock, texts: BlockTexts, outcomes: readonly Outcome[]): Uint8Array;
  merge(other: TableTotals): void;
  /** All that there is so far, with where each cell belongs. */
  ready(): ReadyTables;
}

export interface ReadyTables {
  readonly runs: RunTotals;
  readonly tickets: TicketCells;
  readonly divisions: readonly ReadyDivision[];
  readonly trend?: ReadyDivision;
}

/** In which group of a breakdown each cell of runs and of tickets is; -1: in none. */
export interface GroupOfCells {
  readonly group: Int32Array;
  readonly lengthGroup?: Int32Array;
  readonly tickets: Int32Array;
}

export interface ReadyDivision extends GroupOfCells {
  readonly runs: RunCells;
  readonly division: Division;
  readonly codes: GroupCodes;
}

/** @param months the division by month of what the trend shows; absent: there is none, but a breakdown at least */
export function groupTables(
  divisions: readonly Division[],
  months: Division | undefined,
  spans: { readonly period: Period | undefined; readonly trendSpan: Period | undefined },
): GroupTables {
  const coded = [
    ...divisions.map((division): CodedDivision => ({ division, coder: groupCoder(division), isTrend: false })),
    ...(months === undefined ? [] : [{ division: months, coder: groupCoder(months), isTrend: true }]),
  ];
  const runs = runTable(coded, spans);
  const tickets = ticketTable(coded, spans);
  const totals = { groups: coded.map(({ coder }) => coder.codes), runs: runs.totals, tickets: tickets.totals };

  function readyDivision({ division, coder }: CodedDivision, index: number): ReadyDivision {
    const own = totals.runs.divisions[index];
    if (own === undefined) throw new RangeError(`no breakdown ${index}`);
    return {
      ...{ division, codes: coder.codes, runs: own, group: numbersAt(own.cells, CELL.group) },
      ...(own.cells.width > CELL.lengthGroup && { lengthGroup: numbersAt(own.cells, CELL.lengthGroup) }),
      tickets: numbersAt(totals.tickets, TICKET_GROUPS_FROM + index),
    };
  }

  let parts = new Uint8Array(0);
  let ofBlocks: { readonly log: EventLog; readonly divisions: readonly BlockDivision[] } | undefined;

  /** By the codes of the log; made once for all of its blocks. */
  function divisionsOn(texts: BlockTexts): readonly BlockDivision[] {
    if (ofBlocks?.log !== texts.log) {
      const divisionsOfBlocks = coded.map(({ division, coder }) => divisionOfBlocks(division, coder, texts));
      ofBlocks = { log: texts.log, divisions: divisionsOfBlocks };
    }
    return ofBlocks.divisions;
  }

  return {
    totals,
    addTicket: tickets.add,
    addRun: runs.add,
    addBlock(block, texts, outcomes) {
      const own = divisionsOn(texts);
      if (parts.length < block.runs) parts = new Uint8Array(block.runs);
      tickets.addBlock(block, outcomes, own);
      runs.addBlock(block, texts.clocks, own, parts);
      return parts;
    },
    merge(other) {
      const recodes = coded.map(({ coder }, index) => coder.take(other.groups[index] ?? NO_GROUPS));
      runs.merge(other.runs, recodes);
      tickets.merge(other.tickets, recodes);
    },
    ready: () => {
      const ready = coded.map(readyDivision);
      const trend = months === undefined ? undefined : ready.pop();
      return { runs: totals.runs, tickets: totals.tickets, divisions: ready, ...(trend !== undefined && { trend }) };
    },
  };
}

const NO_GROUPS: GroupCodes = { outer: { kinds: [], names: [] } };
