import type { Clock } from '../../domain/policy.ts';
import type { Group, TicketFigures } from '../../domain/report.ts';
import type { Dimension } from '../dimension.ts';
import { byCodeUnits } from '../order.ts';
import type { Party } from '../party.ts';
import { type Telling, ticketFigures } from '../ticket-totals.ts';
import type { ByMonth } from '../trend.ts';
import { partyAt } from './group-codes.ts';
import type { GroupOfRows, ReadyDivision, ReadyTables } from './group-tables.ts';
import { figuresByGroup, type GroupedFigures } from './run-figures.ts';
import { type CountedTickets, countTickets } from './ticket-table.ts';

/** How groups are told. */
export interface Account {
  readonly clocks: readonly Clock[];
  readonly tells: Telling;
  /** The roster's name for an employee's id. */
  readonly nameOf: (id: string) => string | undefined;
}

/** All clocks of the policy, in its order, those without a run too. */
export function allFigures(tables: ReadyTables, account: Account): Pick<Group, 'tickets' | 'clocks'> {
  const runs = figuresByGroup(tables.runs, { groups: 1, isTrend: false }, account.clocks);
  return {
    tickets: ticketFigures(countTickets(tables.tickets, 1).of(0), account.tells),
    clocks: account.clocks.map((_, clock) => runs.of(0, clock)),
  };
}

/** In the order of time or, of what is no time, most breaches first, then by name and kind; of each group only the clocks that ran. */
export function groupFigures(
  tables: ReadyTables,
  { division: { outer, inner }, codes, ...lowest }: ReadyDivision,
  account: Account,
): Group[] {
  const { pairs } = codes;
  if (pairs === undefined || inner === undefined) {
    const level = levelOf(tables, lowest, codes.outer.kinds.length, account);
    return inOrder(
      codes.outer.kinds.map((_, code) => level.group(partyAt(codes.outer, code), code)),
      outer,
    );
  }
  const outerOf = (code: number) => (code < 0 ? code : (pairs.outerOf[code] ?? -1));
  const highest = {
    group: lowest.group.map(outerOf),
    ...(lowest.lengthGroup !== undefined && { lengthGroup: lowest.lengthGroup.map(outerOf) }),
    tickets: lowest.tickets.map(outerOf),
  };
  const within = levelOf(tables, lowest, pairs.outerOf.length, account);
  const byOuter: Ranked[][] = codes.outer.kinds.map(() => []);
  for (const [pair, code] of pairs.outerOf.entries()) {
    byOuter[code]?.push(within.group(partyAt(pairs.inner, pairs.innerOf[pair] ?? 0), pair));
  }
  const level = levelOf(tables, highest, codes.outer.kinds.length, account);
  const groups = codes.outer.kinds.map((_, code): Ranked => {
    const { breaches, group } = level.group(partyAt(codes.outer, code), code);
    return { breaches, group: { ...group, groups: inOrder(byOuter[code] ?? [], inner) } };
  });
  return inOrder(groups, outer);
}

interface Ranked {
  readonly breaches: number;
  readonly group: Group;
}

function levelOf(
  tables: ReadyTables,
  { group, lengthGroup, tickets: ticketGroup }: GroupOfRows,
  groups: number,
  account: Account,
) {
  const runs = figuresByGroup(
    tables.runs,
    { groups, isTrend: false, group, ...(lengthGroup !== undefined && { lengthGroup }) },
    account.clocks,
  );
  const tickets = countTickets(tables.tickets, groups, ticketGroup);
  return {
    group: (party: Party, code: number): Ranked => ({
      breaches: runs.breaches(code),
      group: { ...titled(party, account.nameOf), ...figuresOf(runs, tickets, code, account) },
    }),
  };
}

function figuresOf(
  runs: GroupedFigures,
  tickets: CountedTickets,
  code: number,
  { clocks, tells }: Account,
): { tickets: TicketFigures; clocks: Group['clocks'] } {
  return {
    tickets: ticketFigures(tickets.of(code), tells),
    clocks: clocks.flatMap((_, clock) => (runs.hasRun(code, clock) ? [runs.of(code, clock)] : [])),
  };
}

function inOrder(groups: readonly Ranked[], { compare = () => 0 }: Dimension): Group[] {
  return groups
    .toSorted(
      (a, b) =>
        compare(a.group, b.group) ||
        b.breaches - a.breaches ||
        byCodeUnits(a.group.name, b.group.name) ||
        byCodeUnits(a.group.kind, b.group.kind),
    )
    .map(({ group }) => group);
}

/** The figures of each month of the trend. */
export function monthFigures(tables: ReadyTables, { clocks, tells }: Account): ByMonth {
  const { codes, tickets, ...grouped } = tables.trend;
  const labels = codes.outer.names;
  // One more, which nothing is in, for months of which there is nothing.
  const groups = labels.length + 1;
  const runs = figuresByGroup(tables.runs, { groups, isTrend: true, ...grouped }, clocks);
  const counts = countTickets(tables.tickets, groups, tickets);
  const codeOf = new Map(labels.map((label, code) => [label, code]));
  return {
    labels,
    figuresOf(label) {
      const code = codeOf.get(label) ?? labels.length;
      return {
        tickets: ticketFigures(counts.of(code), tells),
        clocks: clocks.map((_, clock) => runs.of(code, clock)),
      };
    },
  };
}

/** With the roster's name of an employee. */
export function titled(party: Party, nameOf: Account['nameOf']): Party & { readonly title?: string } {
  const title = party.kind === 'employee' ? nameOf(party.name) : undefined;
  return title === undefined ? party : { ...party, title };
}
