import type { Clock } from '../../domain/policy.ts';
import type { Group, TicketFigures } from '../../domain/report.ts';
import type { Dimension } from '../dimension.ts';
import { byCodeUnits } from '../order.ts';
import type { Party } from '../party.ts';
import { type Telling, ticketFigures } from '../ticket-totals.ts';
import type { ByMonth } from '../trend.ts';
import { partyAt } from './group-codes.ts';
import type { ReadyDivision, ReadyTables } from './group-tables.ts';
import { figuresByGroup, type Grouped, type GroupedFigures } from './run-figures.ts';
import { type CountedTickets, countTickets } from './ticket-table.ts';

/** How groups are told. */
export interface Account {
  readonly clocks: readonly Clock[];
  readonly tells: Telling;
  /** The roster's name for an employee's id. */
  readonly nameOf: (id: string) => string | undefined;
}

/** The figures of all tickets and runs, of each group of each breakdown, and of each month of the trend. */
export interface TableFigures {
  /** All clocks of the policy, in its order, those without a run too. */
  readonly whole: Pick<Group, 'tickets' | 'clocks'>;
  /** Of each breakdown, in their order. */
  readonly groups: readonly (readonly Group[])[];
  /** Absent: there is no trend. */
  readonly months?: ByMonth;
}

export function tableFigures(tables: ReadyTables, account: Account): TableFigures {
  const breakdowns = tables.divisions.map((division) => ({ division, ...levelsOf(division) }));
  const months = tables.trend && monthLevel(tables.trend);
  // Every run stands in a cell of every breakdown, if in none of its groups.
  const runs = (tables.trend ?? tables.divisions[0])?.runs;
  if (runs === undefined) throw new RangeError('no breakdown and no trend');
  const whole: Level = { runs, groups: 1, isTrend: false, group: new Int32Array(runs.cells.n) };
  const levels = [
    whole,
    ...breakdowns.flatMap(({ lowest, highest }) => (highest ? [lowest, highest] : [lowest])),
    ...(months === undefined ? [] : [months]),
  ];
  const figures = figuresByGroup(tables.runs, levels, account.clocks);
  const counted = new Map(
    levels.map((level, index): [Level, Counted] => {
      const runs = figures[index];
      if (runs === undefined) throw new RangeError(`no figures of level ${index}`);
      return [level, { runs, tickets: countTickets(tables.tickets, level.groups, level.tickets) }];
    }),
  );
  const countedAt = (level: Level): Counted => {
    const own = counted.get(level);
    if (own === undefined) throw new RangeError('no such level');
    return own;
  };
  return {
    whole: allFigures(countedAt(whole), account),
    groups: breakdowns.map(({ division, lowest, highest }) =>
      groupFigures(division, countedAt(lowest), highest && countedAt(highest), account),
    ),
    ...(tables.trend !== undefined &&
      months !== undefined && { months: monthFigures(tables.trend.codes.outer.names, countedAt(months), account) }),
  };
}

/** The groups of one level of a breakdown. */
interface Level extends Grouped {
  readonly tickets?: Int32Array;
}

/** Runs and tickets of each of them. */
interface Counted {
  readonly runs: GroupedFigures;
  readonly tickets: CountedTickets;
}

/** Of two levels the pairs are the lowest. */
function levelsOf({ codes: { outer, pairs }, runs, group, lengthGroup, tickets }: ReadyDivision): {
  readonly lowest: Level;
  readonly highest?: Level;
} {
  const own: Omit<Level, 'groups'> = {
    runs,
    isTrend: false,
    group,
    tickets,
    ...(lengthGroup !== undefined && { lengthGroup }),
  };
  if (pairs === undefined) return { lowest: { ...own, groups: outer.kinds.length } };
  const outerOf = (code: number) => (code < 0 ? code : (pairs.outerOf[code] ?? -1));
  const highest = {
    group: group.map(outerOf),
    tickets: tickets.map(outerOf),
    ...(lengthGroup !== undefined && { lengthGroup: lengthGroup.map(outerOf) }),
  };
  return {
    lowest: { ...own, groups: pairs.outerOf.length },
    highest: { ...own, ...highest, groups: outer.kinds.length },
  };
}

/** One group more, which nothing is in, for months of which there is nothing. */
function monthLevel({ codes, runs, group, lengthGroup, tickets }: ReadyDivision): Level {
  const groups = codes.outer.names.length + 1;
  return { runs, group, tickets, groups, isTrend: true, ...(lengthGroup !== undefined && { lengthGroup }) };
}

function allFigures({ runs, tickets }: Counted, { clocks, tells }: Account): TableFigures['whole'] {
  return { tickets: ticketFigures(tickets.of(0), tells), clocks: clocks.map((_, clock) => runs.of(0, clock)) };
}

/** In the order of time or, of what is no time, most breaches first, then by name and kind; of each group only the clocks that ran. */
function groupFigures(
  { division: { outer, inner }, codes }: ReadyDivision,
  lowest: Counted,
  highest: Counted | undefined,
  account: Account,
): Group[] {
  const { pairs } = codes;
  const ranked = (party: Party, code: number, { runs, tickets }: Counted): Ranked => ({
    breaches: runs.breaches(code),
    group: { ...titled(party, account.nameOf), ...figuresOf(runs, tickets, code, account) },
  });
  if (pairs === undefined || inner === undefined || highest === undefined) {
    return inOrder(
      codes.outer.kinds.map((_, code) => ranked(partyAt(codes.outer, code), code, lowest)),
      outer,
    );
  }
  const byOuter: Ranked[][] = codes.outer.kinds.map(() => []);
  for (const [pair, code] of pairs.outerOf.entries()) {
    byOuter[code]?.push(ranked(partyAt(pairs.inner, pairs.innerOf[pair] ?? 0), pair, lowest));
  }
  const groups = codes.outer.kinds.map((_, code): Ranked => {
    const { breaches, group } = ranked(partyAt(codes.outer, code), code, highest);
    return { breaches, group: { ...group, groups: inOrder(byOuter[code] ?? [], inner) } };
  });
  return inOrder(groups, outer);
}

interface Ranked {
  readonly breaches: number;
  readonly group: Group;
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

function monthFigures(labels: readonly string[], { runs, tickets }: Counted, { clocks, tells }: Account): ByMonth {
  const codeOf = new Map(labels.map((label, code) => [label, code]));
  return {
    labels,
    figuresOf(label) {
      const code = codeOf.get(label) ?? labels.length;
      return {
        tickets: ticketFigures(tickets.of(code), tells),
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
