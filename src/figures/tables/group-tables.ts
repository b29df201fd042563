import type { Clock } from '../../domain/policy.ts';
import type { Period } from '../../domain/time.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { Contribution } from '../contribution.ts';
import type { Division } from '../dimension.ts';
import { flat } from './column.ts';
import { type GroupCodes, groupCoder } from './group-codes.ts';
import { type ReadyRuns, readyRuns } from './run-figures.ts';
import { type CodedDivision, type RunTotals, runTable } from './run-table.ts';
import { type CreatedTicket, type TicketRows, ticketTable } from './ticket-table.ts';

/** The rows of all runs and tickets, with the numbers of their groups. Plain values. */
export interface TableTotals {
  /** Of each breakdown in its order, then of the months of the trend. */
  readonly groups: readonly GroupCodes[];
  readonly runs: RunTotals;
  readonly tickets: TicketRows;
}

export interface GroupTables {
  readonly totals: TableTotals;
  addTicket(ticket: CreatedTicket): void;
  /** What it adds to the figures of the period; 0: nothing. */
  addRun(verdict: Verdict): Contribution;
  merge(other: TableTotals): void;
  /** All that there is so far, ready to be counted. */
  ready(clocks: readonly Clock[]): ReadyTables;
}

/** The tables with each column in one piece. */
export interface ReadyTables {
  readonly runs: ReadyRuns;
  readonly tickets: TicketRows;
  readonly divisions: readonly ReadyDivision[];
  readonly trend: ReadyDivision;
}

/** In which group of a breakdown each row of the tables is; -1: in none. */
export interface GroupOfRows {
  readonly group: Int32Array;
  readonly lengthGroup?: Int32Array;
  readonly tickets: Int32Array;
}

export interface ReadyDivision extends GroupOfRows {
  readonly division: Division;
  readonly codes: GroupCodes;
}

/** @param months the division by month of what the trend shows */
export function groupTables(
  divisions: readonly Division[],
  months: Division,
  spans: { readonly period: Period | undefined; readonly trendSpan: Period | undefined },
): GroupTables {
  const coded = [
    ...divisions.map((division): CodedDivision => ({ division, coder: groupCoder(division), isTrend: false })),
    { division: months, coder: groupCoder(months), isTrend: true },
  ];
  const runs = runTable(coded, spans);
  const tickets = ticketTable(coded, spans);
  const totals = { groups: coded.map(({ coder }) => coder.codes), runs: runs.totals, tickets: tickets.totals };

  function readyDivision({ division, coder }: CodedDivision, index: number): ReadyDivision {
    const { group, lengthGroup } = totals.runs.groups[index] ?? {};
    const ofTickets = totals.tickets.groups[index];
    if (group === undefined || ofTickets === undefined) throw new RangeError(`no breakdown ${index}`);
    return {
      ...{ division, codes: coder.codes, group: flat(group), tickets: flat(ofTickets) },
      ...(lengthGroup !== undefined && { lengthGroup: flat(lengthGroup) }),
    };
  }

  return {
    totals,
    addTicket: tickets.add,
    addRun: runs.add,
    merge(other) {
      const recodes = coded.map(({ coder }, index) => coder.take(other.groups[index] ?? NO_GROUPS));
      runs.merge(other.runs, recodes);
      tickets.merge(other.tickets, recodes);
    },
    ready: (clocks) => {
      const ready = coded.map(readyDivision);
      const trend = ready.pop();
      if (trend === undefined) throw new RangeError('no months');
      return { runs: readyRuns(totals.runs, clocks), tickets: totals.tickets, divisions: ready, trend };
    },
  };
}

const NO_GROUPS: GroupCodes = { outer: { kinds: [], names: [] } };
