import type {
  ClockFigures,
  Group,
  Grouping,
  ObjectiveFigures,
  Ratio,
  Report,
  TicketFigures,
} from '../../domain/report.ts';
import { type Fact, factColumns, factRow } from '../facts.ts';
import type { Records, Value } from '../table.ts';
import { runs } from './clock-tables.ts';
import { lengthFacts, shareFacts } from './figure-facts.ts';
import { titleOfGroup } from './names.ts';

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
  ...lengthFacts<ClockFigures>('open', (clock) => clock.open),
  ...lengthFacts<ClockFigures>('wall', (clock) => clock.wall),
  ['left_out_undecided', 'count', leftOut('undecided')],
  ['left_out_not_stopped', 'count', leftOut('not-stopped')],
  ['left_out_cancelled', 'count', leftOut('cancelled')],
  ['left_out_excused', 'count', leftOut('excused')],
];

// Columns that came later stand at the end: whoever reads the others by their place still finds them there.
const LATER_TICKETS: readonly Fact<TicketFigures>[] = [
  ...shareFacts<TicketFigures>('first_contact', ({ firstContact }) => firstContact),
  ...shareFacts<TicketFigures>('reopened', ({ reopened }) => reopened),
];
const LATER_CLOCKS: readonly Fact<ClockFigures>[] = [
  ['over_n', 'count', ({ over }) => over.n],
  ['over_mean_s', 'seconds', ({ over }) => over.mean],
  ['over_longest_s', 'seconds', ({ over }) => over.longest],
];
const NAMES = ['group_name', 'group2_name'].map((key) => ({ key, title: key, kind: 'text' as const }));
const INNER = ['by2', 'group2', 'group2_kind'].map((key) => ({ key, title: key, kind: 'text' as const }));

function leftOut(why: ClockFigures['leftOut'][number]['why']): (clock: ClockFigures) => number {
  return (clock) => clock.leftOut.find((part) => part.why === why)?.runs ?? 0;
}

/**
 * All figures as one long table. A row for each clock of each group and, with an empty `clock`, one for the group's
 * tickets; the whole is the group whose `by` is empty. An objective stands as `objective ID` under `by`, with its
 * clocks joined by `+`; its groups as `objective ID FIELD`. `group_kind` tells an employee from a department of one name.
 * The roster's name of an id stands in `group_name`. A group of a group has the other's name under `by` and `group`, and its own under `by2` and `group2`.
 */
export function summaryRecords(report: Report): Records {
  const period = report.period?.label ?? null;
  const all = { tickets: report.tickets, clocks: report.clocks };
  return {
    columns: [
      ...['period', 'by', 'group', 'clock', 'group_kind'].map((key) => ({ key, title: key, kind: 'text' as const })),
      ...factColumns(TICKETS),
      ...factColumns(CLOCKS),
      ...INNER,
      ...factColumns(LATER_TICKETS),
      ...factColumns(LATER_CLOCKS),
      ...NAMES,
    ],
    rows: [
      ...groupRows([period, null, null], null, NO_INNER, NO_NAMES, all),
      ...report.objectives.flatMap((objective) => objectiveRows(period, objective, report)),
      ...report.groups.flatMap((grouping) => groupingRows(period, grouping)),
    ],
  };
}

type Grouped = Pick<Group, 'tickets' | 'clocks'>;
const NO_INNER: readonly Value[] = INNER.map(() => null);
const NO_NAMES: readonly Value[] = NAMES.map(() => null);

/** Each group, and after it its own groups. */
function groupingRows(period: string | null, { by, inner, groups }: Grouping): Value[][] {
  return groups.flatMap((group) => {
    const outer: Value[] = [period, by, group.name || null];
    return [
      ...groupRows(outer, group.kind, NO_INNER, [group.title ?? null, null], group),
      ...(group.groups ?? []).flatMap((each) =>
        groupRows(
          outer,
          group.kind,
          [inner ?? null, each.name || null, each.kind],
          [group.title ?? null, each.title ?? null],
          each,
        ),
      ),
    ];
  });
}

function groupRows(
  outer: readonly Value[],
  kind: string | null,
  inner: readonly Value[],
  names: readonly Value[],
  { tickets, clocks }: Grouped,
): Value[][] {
  return [
    [
      ...[...outer, null, kind, ...factRow(TICKETS, tickets), ...CLOCKS.map(() => null)],
      ...[...inner, ...factRow(LATER_TICKETS, tickets), ...LATER_CLOCKS.map(() => null), ...names],
    ],
    ...clocks.map((clock) => [
      ...[...outer, clock.clock, kind, ...TICKETS.map(() => null), ...factRow(CLOCKS, clock)],
      ...[...inner, ...LATER_TICKETS.map(() => null), ...factRow(LATER_CLOCKS, clock), ...names],
    ]),
  ];
}

function objectiveRows(
  period: string | null,
  { id, clocks, share, excused, atLeast, reached, groups }: ObjectiveFigures,
  report: Report,
): Value[][] {
  const row = (
    by: string,
    group: string | null,
    part: Ratio,
    apart: number,
    isReached: boolean | null,
    title?: string,
  ): Value[] => [
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
    ...[...INNER, ...LATER_TICKETS, ...LATER_CLOCKS].map(() => null),
    ...[title ?? null, null],
  ];
  return [
    row(`objective ${id}`, null, share, excused, reached),
    ...groups.map((group) =>
      row(
        `objective ${id} ${group.by}`,
        group.name || null,
        group.share,
        group.excused,
        group.reached,
        titleOfGroup(report, group.by, group.name),
      ),
    ),
  ];
}
