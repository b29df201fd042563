import type {
  ClockFigures,
  Durations,
  Group,
  ObjectiveFigures,
  Ratio,
  Report,
  TicketFigures,
} from '../../domain/report.ts';
import { type Fact, factColumns, factRow } from '../facts.ts';
import type { Records, Value } from '../table.ts';
import { runs } from './clock-tables.ts';

const TICKETS: readonly Fact<TicketFigures>[] = [
  ['tickets_created', 'count', (tickets) => tickets.created],
  ['tickets_cancelled', 'count', (tickets) => tickets.cancelled],
  ['tickets_resolved', 'count', (tickets) => tickets.resolved],
  ['resolution_numerator', 'count', (tickets) => tickets.resolution?.numerator ?? null],
  ['resolution_denominator', 'count', (tickets) => tickets.resolution?.denominator ?? null],
  ['resolution_percent', 'percent', (tickets) => tickets.resolution?.percent ?? null],
];

const CLOCKS: readonly Fact<ClockFigures>[] = [
  ['runs', 'count', runs],
  ['met', 'count', (clock) => clock.met],
  ['breached', 'count', (clock) => clock.breached],
  ['breached_open', 'count', (clock) => clock.breachedOpen],
  ['running', 'count', (clock) => clock.running],
  ['paused', 'count', (clock) => clock.paused],
  ['cancelled', 'count', (clock) => clock.cancelled],
  ['undecided', 'count', (clock) => clock.undecided],
  ['excused', 'count', (clock) => clock.excused],
  ['no_target', 'count', (clock) => clock.noTarget],
  ['attainment_numerator', 'count', (clock) => clock.attainment.numerator],
  ['attainment_denominator', 'count', (clock) => clock.attainment.denominator],
  ['attainment_percent', 'percent', (clock) => clock.attainment.percent],
  ['objective_percent', 'percent', (clock) => clock.objective?.percent ?? null],
  ['objective_reached', 'flag', (clock) => clock.objective?.reached ?? null],
  // The bands are the policy's own, so they are no columns: `minor=2 severe=1`.
  ['severity', 'text', (clock) => clock.severity.map(({ band, runs: n }) => `${band}=${n}`).join(' ') || null],
  ...lengths('open', (clock) => clock.open),
  ...lengths('wall', (clock) => clock.wall),
  ['left_out_undecided', 'count', leftOut('undecided')],
  ['left_out_not_stopped', 'count', leftOut('not-stopped')],
  ['left_out_cancelled', 'count', leftOut('cancelled')],
  ['left_out_excused', 'count', leftOut('excused')],
];

function lengths(name: string, of: (clock: ClockFigures) => Durations): Fact<ClockFigures>[] {
  return [
    [`${name}_n`, 'count', (clock) => of(clock).n],
    [`${name}_mean_s`, 'seconds', (clock) => of(clock).mean],
    [`${name}_median_s`, 'seconds', (clock) => of(clock).median],
    [`${name}_p90_s`, 'seconds', (clock) => of(clock).p90],
    [`${name}_p95_s`, 'seconds', (clock) => of(clock).p95],
    [`${name}_longest_s`, 'seconds', (clock) => of(clock).longest],
  ];
}

function leftOut(why: ClockFigures['leftOut'][number]['why']): (clock: ClockFigures) => number {
  return (clock) => clock.leftOut.find((part) => part.why === why)?.runs ?? 0;
}

/**
 * All figures as one long table. A row for each clock of each group and, with an empty `clock`, one for the group's
 * tickets; the whole is the group whose `by` is empty. An objective stands as `objective ID` under `by`, with its
 * clocks joined by `+`; its groups as `objective ID FIELD`. `group_kind` tells an employee from a department of one name.
 */
export function summaryRecords(report: Report): Records {
  const period = report.period?.label ?? null;
  const all = { name: '', kind: null, tickets: report.tickets, clocks: report.clocks };
  return {
    columns: [
      ...['period', 'by', 'group', 'clock', 'group_kind'].map((key) => ({ key, title: key, kind: 'text' as const })),
      ...factColumns(TICKETS),
      ...factColumns(CLOCKS),
    ],
    rows: [
      ...groupRows(period, null, all),
      ...report.objectives.flatMap((objective) => objectiveRows(period, objective)),
      ...report.groups.flatMap(({ by, groups }) => groups.flatMap((group) => groupRows(period, by, group))),
    ],
  };
}

type Grouped = Omit<Group, 'kind'> & { readonly kind: Group['kind'] | null };

function groupRows(period: string | null, by: string | null, { name, kind, tickets, clocks }: Grouped): Value[][] {
  const group = name === '' ? null : name;
  return [
    [period, by, group, null, kind, ...factRow(TICKETS, tickets), ...CLOCKS.map(() => null)],
    ...clocks.map((clock) => [
      ...[period, by, group, clock.clock, kind],
      ...TICKETS.map(() => null),
      ...factRow(CLOCKS, clock),
    ]),
  ];
}

function objectiveRows(
  period: string | null,
  { id, clocks, share, excused, atLeast, reached, groups }: ObjectiveFigures,
): Value[][] {
  const row = (by: string, group: string | null, part: Ratio, apart: number, isReached: boolean | null): Value[] => [
    ...[period, by, group, clocks.join('+'), null],
    ...TICKETS.map(() => null),
    ...CLOCKS.map(([key]): Value => {
      if (key === 'attainment_numerator') return part.numerator;
      if (key === 'attainment_denominator') return part.denominator;
      if (key === 'attainment_percent') return part.percent;
      if (key === 'excused') return apart;
      if (key === 'objective_percent') return atLeast;
      return key === 'objective_reached' ? isReached : null;
    }),
  ];
  return [
    row(`objective ${id}`, null, share, excused, reached),
    ...groups.map((group) =>
      row(`objective ${id} ${group.by}`, group.name || null, group.share, group.excused, group.reached),
    ),
  ];
}
