import type { RunBlock } from '../../domain/run-block.ts';
import type { Instant } from '../../domain/time.ts';
import type { BlockDivision } from '../blocks/block-division.ts';
import { isWithin } from '../counted.ts';
import type { Outcome, TicketTotals } from '../ticket-totals.ts';
import type { CodedDivision } from './run-cells.ts';
import type { Spans } from './run-kinds.ts';
import { type TupleCounts, taken, tupleCounter } from './tuple-counts.ts';

/**
 * Tickets that were created in the period or in the months of the trend, counted by what became of them and by the number of their
 * group in each breakdown; -1: they were not created in the time that the breakdown is of. Plain values.
 */
export type TicketCells = TupleCounts;

/** Where in the tuple of a cell stands what became of its tickets. Behind it come the groups. */
const OUTCOME = 0;
export const TICKET_GROUPS_FROM = 1;

/** What a ticket is counted by. */
export interface CreatedTicket {
  readonly createdAt: Instant;
  readonly lastAt: Instant;
  readonly fields: readonly string[];
  readonly outcome: Outcome;
}

export interface TicketTable {
  readonly totals: TicketCells;
  add(ticket: CreatedTicket): void;
  /** Adds all tickets of a block, with what became of them and, in their order, the breakdowns. */
  addBlock(block: RunBlock, outcomes: readonly Outcome[], divisions: readonly BlockDivision[]): void;
  /** @param recodes the number here of each group of the other's breakdowns */
  merge(other: TicketCells, recodes: readonly Int32Array[]): void;
}

export function ticketTable(divisions: readonly CodedDivision[], { period, trendSpan }: Spans): TicketTable {
  const width = TICKET_GROUPS_FROM + divisions.length;
  const cells = tupleCounter(width);
  const tuple = new Int32Array(width);
  return {
    totals: cells.totals,
    add({ createdAt, lastAt, fields, outcome }) {
      const isHere = isWithin(period, createdAt);
      const isInTrend = isWithin(trendSpan, createdAt);
      if (!isHere && !isInTrend) return;
      tuple[OUTCOME] = packed(outcome) | (isHere ? IS_HERE : 0);
      for (let index = 0; index < divisions.length; index++) {
        const coded = divisions[index];
        if (coded === undefined) continue;
        const { coder, isTrend } = coded;
        const { outer, inner } = coded.division;
        const isCounted = isTrend ? isInTrend : isHere;
        tuple[TICKET_GROUPS_FROM + index] = isCounted
          ? coder.codeOf(outer.ofTicket(fields, lastAt, createdAt), inner?.ofTicket(fields, lastAt, createdAt))
          : -1;
      }
      cells.add(tuple);
    },
    addBlock(block, outcomes, divisionsOfBlock) {
      for (let ticket = 0; ticket < block.tickets; ticket++) {
        const createdAt = block.createdAt[ticket]!;
        const isHere = isWithin(period, createdAt);
        const isInTrend = isWithin(trendSpan, createdAt);
        if (!isHere && !isInTrend) continue;
        tuple[OUTCOME] = packed(outcomes[ticket]!) | (isHere ? IS_HERE : 0);
        for (let index = 0; index < divisions.length; index++) {
          const isCounted = divisions[index]!.isTrend ? isInTrend : isHere;
          tuple[TICKET_GROUPS_FROM + index] = isCounted ? divisionsOfBlock[index]!.ofTicket(block, ticket) : -1;
        }
        cells.add(tuple);
      }
    },
    merge(other, recodes) {
      taken(cells, other, (others) => {
        for (let index = 0; index < divisions.length; index++) {
          const code = others[TICKET_GROUPS_FROM + index]!;
          others[TICKET_GROUPS_FROM + index] = code < 0 ? code : (recodes[index]?.[code] ?? -1);
        }
      });
    },
  };
}

const FATES = ['open', 'resolved', 'cancelled'] as const;
const FATE = 0b0000_0011;
const IS_KNOWN = 0b0000_0100;
const IS_FIRST = 0b0000_1000;
const WAS_RESOLVED = 0b0001_0000;
const WAS_REOPENED = 0b0010_0000;
/** It was created in the period, not only in the months of the trend. */
const IS_HERE = 0b0100_0000;

function packed({ fate, isFirstContact, wasResolved, wasReopened }: Outcome): number {
  return (
    FATES.indexOf(fate) |
    (isFirstContact === undefined ? 0 : IS_KNOWN) |
    (isFirstContact === true ? IS_FIRST : 0) |
    (wasResolved ? WAS_RESOLVED : 0) |
    (wasReopened ? WAS_REOPENED : 0)
  );
}

/** What is counted of tickets, in the order of the numbers below. */
const COUNTS = [
  'created',
  'cancelled',
  'resolved',
  'contactKnown',
  'firstContact',
  'everResolved',
  'reopened',
] as const;

/** The totals of each group of a breakdown, and of all groups. */
export interface CountedTickets {
  of(group: number): TicketTotals;
}

/**
 * @param groupOf the group of each cell; -1: in none. Absent: those created in the period, in the one group 0
 */
export function countTickets(
  { n, width, tuples, counts: tickets }: TicketCells,
  groups: number,
  groupOf?: Int32Array,
): CountedTickets {
  const counts = new Int32Array(groups * COUNTS.length);
  for (let cell = 0; cell < n; cell++) {
    const outcome = tuples[cell * width + OUTCOME]!;
    const group = groupOf === undefined ? (outcome & IS_HERE) - IS_HERE : groupOf[cell]!;
    if (group >= 0) count(counts, group * COUNTS.length, outcome, tickets[cell]!);
  }
  return {
    of(group) {
      const at = (index: number) => counts[group * COUNTS.length + index] ?? 0;
      return {
        created: at(0),
        cancelled: at(1),
        resolved: at(2),
        contactKnown: at(3),
        firstContact: at(4),
        everResolved: at(5),
        reopened: at(6),
      };
    },
  };
}

/** Cancelled tickets are in no denominator (S29). */
function count(counts: Int32Array, first: number, outcome: number, tickets: number): void {
  const fate = FATES[outcome & FATE];
  counts[first]! += tickets;
  if (fate === 'cancelled') counts[first + 1]! += tickets;
  if (fate === 'resolved') {
    counts[first + 2]! += tickets;
    if ((outcome & IS_KNOWN) !== 0) counts[first + 3]! += tickets;
    if ((outcome & IS_FIRST) !== 0) counts[first + 4]! += tickets;
  }
  if (fate === 'cancelled' || (outcome & WAS_RESOLVED) === 0) return;
  counts[first + 5]! += tickets;
  if ((outcome & WAS_REOPENED) !== 0) counts[first + 6]! += tickets;
}
