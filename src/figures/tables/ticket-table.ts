import type { Instant, Period } from '../../domain/time.ts';
import { isWithin } from '../counted.ts';
import type { Outcome, TicketTotals } from '../ticket-totals.ts';
import { append, appendAll, type Column, emptyColumn, flat } from './column.ts';
import type { CodedDivision } from './run-table.ts';

/** A row for each ticket that was created in the period or in the months of the trend. Plain values. */
export interface TicketRows {
  /** What became of it. */
  readonly outcome: Column<'byte'>;
  /** The number of its group in each breakdown; -1: it was not created in the time that the breakdown is of. */
  readonly groups: readonly Column<'whole'>[];
}

/** What a ticket is counted by. */
export interface CreatedTicket {
  readonly createdAt: Instant;
  readonly lastAt: Instant;
  readonly fields: readonly string[];
  readonly outcome: Outcome;
}

export interface TicketTable {
  readonly totals: TicketRows;
  add(ticket: CreatedTicket): void;
  /** @param recodes the number here of each group of the other's breakdowns */
  merge(other: TicketRows, recodes: readonly Int32Array[]): void;
}

export function ticketTable(
  divisions: readonly CodedDivision[],
  { period, trendSpan }: { readonly period: Period | undefined; readonly trendSpan: Period | undefined },
): TicketTable {
  const totals: TicketRows = { outcome: emptyColumn('byte'), groups: divisions.map(() => emptyColumn('whole')) };
  return {
    totals,
    add({ createdAt, lastAt, fields, outcome }) {
      const isHere = isWithin(period, createdAt);
      const isInTrend = isWithin(trendSpan, createdAt);
      if (!isHere && !isInTrend) return;
      append(totals.outcome, packed(outcome) | (isHere ? IS_HERE : 0));
      for (let index = 0; index < divisions.length; index++) {
        const into = totals.groups[index];
        const coded = divisions[index];
        if (into === undefined || coded === undefined) continue;
        const { coder, isTrend } = coded;
        const { outer, inner } = coded.division;
        const isCounted = isTrend ? isInTrend : isHere;
        const code = isCounted
          ? coder.codeOf(outer.ofTicket(fields, lastAt, createdAt), inner?.ofTicket(fields, lastAt, createdAt))
          : -1;
        append(into, code);
      }
    },
    merge(other, recodes) {
      appendAll(totals.outcome, other.outcome);
      for (const [index, column] of totals.groups.entries()) {
        const more = other.groups[index];
        if (more !== undefined) appendAll(column, more, (code) => (code < 0 ? code : (recodes[index]?.[code] ?? -1)));
      }
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
 * @param groupOf the group of each row; -1: in none. Absent: those created in the period, in the one group 0
 */
export function countTickets(totals: TicketRows, groups: number, groupOf?: Int32Array): CountedTickets {
  const counts = new Int32Array(groups * COUNTS.length);
  const outcomes = flat(totals.outcome);
  for (let row = 0; row < outcomes.length; row++) {
    const outcome = outcomes[row]!;
    const group = groupOf === undefined ? (outcome & IS_HERE) - IS_HERE : groupOf[row]!;
    if (group >= 0) countOne(counts, group * COUNTS.length, outcome);
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
function countOne(counts: Int32Array, first: number, outcome: number): void {
  const fate = FATES[outcome & FATE];
  counts[first]!++;
  if (fate === 'cancelled') counts[first + 1]!++;
  if (fate === 'resolved') {
    counts[first + 2]!++;
    if ((outcome & IS_KNOWN) !== 0) counts[first + 3]!++;
    if ((outcome & IS_FIRST) !== 0) counts[first + 4]!++;
  }
  if (fate === 'cancelled' || (outcome & WAS_RESOLVED) === 0) return;
  counts[first + 5]!++;
  if ((outcome & WAS_REOPENED) !== 0) counts[first + 6]!++;
}
