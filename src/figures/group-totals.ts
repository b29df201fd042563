import type { Clock } from '../domain/policy.ts';
import type { ClockFigures, Group, TicketFigures } from '../domain/report.ts';
import {
  addContribution,
  type ClockTotals,
  type Contribution,
  clockFigures,
  emptyClockTotals,
  mergeClockTotals,
} from './clock-totals.ts';
import { byCodeUnits } from './order.ts';
import type { Party } from './party.ts';
import {
  addTicket,
  emptyTicketTotals,
  type Fate,
  mergeTicketTotals,
  type TicketTotals,
  ticketFigures,
} from './ticket-totals.ts';

/** The totals of one group, or of everything. Plain values; `add` and `merge` change the first argument. */
export interface GroupTotals {
  readonly tickets: TicketTotals;
  /** By clock id; a clock without a run of the group is absent. */
  readonly clocks: Map<string, ClockTotals>;
}

/** The groups of one dimension by kind and name: an employee and a department of one name are two groups. */
export type GroupsTotals = Map<Party['kind'], Map<string, GroupTotals>>;

export function emptyGroupTotals(): GroupTotals {
  return { tickets: emptyTicketTotals(), clocks: new Map() };
}

export function addRun(totals: GroupTotals, part: Contribution): void {
  addContribution(clockTotals(totals, part.clock), part);
}

export function addCreated(totals: GroupTotals, fate: Fate): void {
  addTicket(totals.tickets, fate);
}

export function mergeGroupTotals(totals: GroupTotals, other: GroupTotals): void {
  mergeTicketTotals(totals.tickets, other.tickets);
  for (const [id, clock] of other.clocks) mergeClockTotals(clockTotals(totals, id), clock);
}

function clockTotals(totals: GroupTotals, id: string): ClockTotals {
  const known = totals.clocks.get(id);
  if (known !== undefined) return known;
  const fresh = emptyClockTotals();
  totals.clocks.set(id, fresh);
  return fresh;
}

/** The group of a party, made when it is not there yet. */
export function groupOf(groups: GroupsTotals, { kind, name }: Party): GroupTotals {
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

function listed(groups: GroupsTotals): { party: Party; totals: GroupTotals }[] {
  return [...groups].flatMap(([kind, named]) =>
    [...named].map(([name, totals]) => ({ party: { kind, name }, totals })),
  );
}

/** All clocks of the policy, in its order, those without a run too. */
export function allFigures(totals: GroupTotals, clocks: readonly Clock[]): Pick<Group, 'tickets' | 'clocks'> {
  return {
    tickets: ticketsOf(totals, clocks),
    clocks: clocks.map((clock) => clockFigures(clock, totals.clocks.get(clock.id) ?? emptyClockTotals())),
  };
}

/**
 * Most breaches first, then by name and kind; of each group only the clocks that ran.
 *
 * @param nameOf the roster's name for an employee's id
 */
export function groupFigures(
  groups: GroupsTotals,
  clocks: readonly Clock[],
  nameOf: (id: string) => string | undefined,
): Group[] {
  const titled = (party: Party) => {
    const title = party.kind === 'employee' ? nameOf(party.name) : undefined;
    return title === undefined ? party : { ...party, title };
  };
  return listed(groups)
    .map(({ party, totals }) => ({
      ...titled(party),
      tickets: ticketsOf(totals, clocks),
      clocks: ranClocks(totals, clocks),
    }))
    .sort((a, b) => breaches(b) - breaches(a) || byCodeUnits(a.name, b.name) || byCodeUnits(a.kind, b.kind));
}

function ticketsOf(totals: GroupTotals, clocks: readonly Clock[]): TicketFigures {
  return ticketFigures(
    totals.tickets,
    clocks.some((clock) => clock.kind === 'resolution'),
  );
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
