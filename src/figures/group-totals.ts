import type { Clock } from '../domain/policy.ts';
import type { ClockFigures, Group, TicketFigures } from '../domain/report.ts';
import type { Verdict } from '../domain/verdict.ts';
import {
  addContribution,
  type ClockTotals,
  type Contribution,
  clockFigures,
  emptyClockTotals,
  mergeClockTotals,
} from './clock-totals.ts';
import type { Dimension, Division } from './dimension.ts';
import { byCodeUnits } from './order.ts';
import type { Party } from './party.ts';
import {
  addTicket,
  emptyTicketTotals,
  mergeTicketTotals,
  type Outcome,
  type Telling,
  type TicketTotals,
  ticketFigures,
} from './ticket-totals.ts';

/** The totals of one group, or of everything. Plain values; `add` and `merge` change the first argument. */
export interface GroupTotals {
  readonly tickets: TicketTotals;
  /** By clock id; a clock without a run of the group is absent. */
  readonly clocks: Map<string, ClockTotals>;
  /** Its own groups, where it is divided in turn; empty otherwise. */
  readonly groups: GroupsTotals;
}

/** The groups of one dimension by kind and name: an employee and a department of one name are two groups. */
export type GroupsTotals = Map<Party['kind'], Map<string, GroupTotals>>;

export function emptyGroupTotals(): GroupTotals {
  return { tickets: emptyTicketTotals(), clocks: new Map(), groups: new Map() };
}

export function addRun(totals: GroupTotals, part: Contribution): void {
  addContribution(clockTotals(totals, part.clock), part);
}

export function addCreated(totals: GroupTotals, outcome: Outcome): void {
  addTicket(totals.tickets, outcome);
}

/** Adds to the group that `partyOf` names in each of the division's dimensions, and to that one's own. */
export function addToGroups(
  groups: GroupsTotals,
  { outer, inner }: Division,
  partyOf: (dimension: Dimension) => Party,
  add: (totals: GroupTotals) => void,
): void {
  const group = groupOf(groups, partyOf(outer));
  add(group);
  if (inner !== undefined) add(groupOf(group.groups, partyOf(inner)));
}

/**
 * Adds what a verdict contributes to its groups. Where a dimension counts a run's length elsewhere than its outcome, in
 * another month, each part goes to its own.
 */
export function addRunToGroups(groups: GroupsTotals, division: Division, verdict: Verdict, part: Contribution): void {
  const isSplit = division.outer.ofLength !== undefined || division.inner?.ofLength !== undefined;
  for (const [of, piece] of isSplit ? pieces(part) : [['count', part] as const]) {
    addToGroups(
      groups,
      division,
      (dimension) =>
        of === 'length' && dimension.ofLength !== undefined
          ? dimension.ofLength(verdict)
          : dimension.ofVerdict(verdict),
      (totals) => addRun(totals, piece),
    );
  }
}

/** What belongs to the decision, and what to the stop: the length, or that it is not known. */
function pieces(part: Contribution): (readonly ['count' | 'length', Contribution])[] {
  const { lengths, leftOut, ...count } = part;
  const isOfStop = lengths !== undefined || (leftOut === 'undecided' && part.outcome !== 'undecided');
  if (!isOfStop) return [['count', part]];
  const length: Contribution = {
    clock: part.clock,
    isOpen: false,
    ...(lengths !== undefined && { lengths }),
    ...(leftOut !== undefined && { leftOut }),
  };
  return part.outcome === undefined
    ? [['length', length]]
    : [
        ['count', count],
        ['length', length],
      ];
}

export function mergeGroupTotals(totals: GroupTotals, other: GroupTotals): void {
  mergeTicketTotals(totals.tickets, other.tickets);
  for (const [id, clock] of other.clocks) mergeClockTotals(clockTotals(totals, id), clock);
  mergeGroups(totals.groups, other.groups);
}

function clockTotals(totals: GroupTotals, id: string): ClockTotals {
  const known = totals.clocks.get(id);
  if (known !== undefined) return known;
  const fresh = emptyClockTotals();
  totals.clocks.set(id, fresh);
  return fresh;
}

/** The group of a party, made when it is not there yet. */
function groupOf(groups: GroupsTotals, { kind, name }: Party): GroupTotals {
  const named = groups.get(kind) ?? new Map<string, GroupTotals>();
  if (named.size === 0) groups.set(kind, named);
  const known = named.get(name);
  if (known !== undefined) return known;
  const totals = emptyGroupTotals();
  named.set(name, totals);
  return totals;
}

export function mergeGroups(groups: GroupsTotals, other: GroupsTotals): void {
  for (const { party, totals } of listed(other)) mergeGroupTotals(groupOf(groups, party), totals);
}

export function listed(groups: GroupsTotals): { party: Party; totals: GroupTotals }[] {
  return [...groups].flatMap(([kind, named]) =>
    [...named].map(([name, totals]) => ({ party: { kind, name }, totals })),
  );
}

/** How groups are told. */
export interface Account {
  readonly clocks: readonly Clock[];
  readonly tells: Telling;
  /** The roster's name for an employee's id. */
  readonly nameOf: (id: string) => string | undefined;
}

/** All clocks of the policy, in its order, those without a run too. */
export function allFigures(totals: GroupTotals, { clocks, tells }: Account): Pick<Group, 'tickets' | 'clocks'> {
  return {
    tickets: ticketsOf(totals, tells),
    clocks: clocks.map((clock) => clockFigures(clock, totals.clocks.get(clock.id) ?? emptyClockTotals())),
  };
}

/** In the order of time or, of what is no time, most breaches first, then by name and kind; of each group only the clocks that ran. */
export function groupFigures(groups: GroupsTotals, { outer, inner }: Division, account: Account): Group[] {
  const compare = outer.compare ?? (() => 0);
  return listed(groups)
    .map(({ party, totals }) => ({
      ...titled(party, account.nameOf),
      tickets: ticketsOf(totals, account.tells),
      clocks: ranClocks(totals, account.clocks),
      ...(inner !== undefined && { groups: groupFigures(totals.groups, { outer: inner }, account) }),
    }))
    .sort(
      (a, b) =>
        compare(a, b) || breaches(b) - breaches(a) || byCodeUnits(a.name, b.name) || byCodeUnits(a.kind, b.kind),
    );
}

/** With the roster's name of an employee. */
export function titled(party: Party, nameOf: Account['nameOf']): Party & { readonly title?: string } {
  const title = party.kind === 'employee' ? nameOf(party.name) : undefined;
  return title === undefined ? party : { ...party, title };
}

function ticketsOf(totals: GroupTotals, tells: Telling): TicketFigures {
  return ticketFigures(totals.tickets, tells);
}

function ranClocks(totals: GroupTotals, clocks: readonly Clock[]): ClockFigures[] {
  return clocks.flatMap((clock) => {
    const ran = totals.clocks.get(clock.id);
    return ran === undefined ? [] : [clockFigures(clock, ran)];
  });
}

/** The number of breaches in a group, over all clocks. */
function breaches(group: Pick<Group, 'clocks'>): number {
  return group.clocks.reduce((sum, clock) => sum + clock.breached, 0);
}
