import type {
  Change,
  Comparison,
  FlipSide,
  GroupChange,
  GroupingChange,
  RatioChange,
  Why,
} from '../../domain/comparison.ts';
import type { CellKind, Records, Value } from '../table.ts';

const COLUMNS: readonly (readonly [key: string, kind: CellKind])[] = [
  ['section', 'text'],
  ['clock', 'text'],
  ['by', 'text'],
  ['group', 'text'],
  ['group_kind', 'text'],
  ['figure', 'text'],
  ['before', 'count'],
  ['after', 'count'],
  ['change', 'count'],
  ['currency', 'text'],
  ['ticket', 'id'],
  ['cycle', 'count'],
  ['what', 'text'],
  ['why', 'text'],
  ['before_outcome', 'text'],
  ['after_outcome', 'text'],
  ['before_charged_to', 'text'],
  ['after_charged_to', 'text'],
  ['before_due_at', 'utc'],
  ['after_due_at', 'utc'],
  ['lines', 'place'],
  ['group_name', 'text'],
  ['by2', 'text'],
  ['group2', 'text'],
  ['group2_name', 'text'],
  ['group2_kind', 'text'],
] as const;

type Key = (typeof COLUMNS)[number][0];
type Cells = Readonly<Partial<Record<Key, Value>>>;

/**
 * One long table: a row for each figure with what it is on both sides (of shares the percentage, of lengths seconds), then each
 * reason, each verdict that is another, each party, and each sum and consequence that changes; `section` says which it is.
 */
export function compareRecords(comparison: Comparison): Records {
  return {
    columns: COLUMNS.map(([key, kind]) => ({ key, title: key, kind })),
    rows: rowsOf(comparison).map((cells) => COLUMNS.map(([key]) => cells[key] ?? null)),
  };
}

function rowsOf(comparison: Comparison): Cells[] {
  const { tickets, clocks, objectives, groups, parties } = comparison;
  return [
    ...tickets.map(({ figure, ...change }) => ({ section: 'tickets', figure, ...numbers(change) })),
    ...clocks.flatMap(clockRows),
    ...objectives.map(({ id, share }) => ({ section: 'objective', group: id, figure: 'share', ...percents(share) })),
    ...groups.flatMap(groupRows),
    ...verdictRows(comparison),
    ...parties.flatMap(({ name, kind, before, after, breaches }): Cells[] => {
      const of = { section: 'party', group: name || null, group_kind: kind };
      return [
        { ...of, figure: 'breached', before, after, change: after - before },
        ...breaches.map(({ ticket, clock, cycle, shift }) => ({ ...of, clock, ticket, cycle, what: SHIFT[shift] })),
      ];
    }),
    ...moneyRows(comparison),
  ];
}

/** Of each group its figures over all clocks, then those of each clock; then the same of its own groups. */
function groupRows({ by, inner, groups }: GroupingChange): Cells[] {
  return groups.flatMap((group): Cells[] => {
    const outer = { section: 'group', by, ...named(group) };
    const within = (group.groups ?? []).flatMap((each): Cells[] => {
      const { group: group2, group_name: group2_name, group_kind: group2_kind } = named(each);
      return figuresOf(each, { ...outer, by2: inner ?? null, group2, group2_name, group2_kind });
    });
    return [...figuresOf(group, outer), ...within];
  });
}

function named({ name, title, kind }: GroupChange) {
  return { group: name || null, group_name: title ?? null, group_kind: kind };
}

function figuresOf({ created, resolution, decided, breached, attainment, clocks }: GroupChange, of: Cells): Cells[] {
  return [
    { ...of, figure: 'tickets_created', ...numbers(created) },
    { ...of, figure: 'resolution_percent', ...percents(resolution) },
    { ...of, figure: 'decided', ...numbers(decided) },
    { ...of, figure: 'breached', ...numbers(breached) },
    { ...of, figure: 'attainment_percent', ...percents(attainment) },
    ...clocks.flatMap((clock): Cells[] => {
      const own = { ...of, clock: clock.clock };
      return [
        { ...own, figure: 'decided', ...numbers(clock.decided) },
        { ...own, figure: 'met', ...numbers(clock.met) },
        { ...own, figure: 'breached', ...numbers(clock.breached) },
        { ...own, figure: 'attainment_percent', ...percents(clock.attainment) },
        { ...own, figure: 'open_mean_s', ...numbers(clock.mean) },
        { ...own, figure: 'open_median_s', ...numbers(clock.median) },
      ];
    }),
  ];
}

const SHIFT = { more: 'more', fewer: 'fewer', takenOver: 'taken_over', handedOn: 'handed_on' } as const;

const FIGURES = [
  ['decided', 'decided'],
  ['met', 'met'],
  ['breached', 'breached'],
  ['breachedOpen', 'breached_open'],
  ['undecided', 'undecided'],
  ['excused', 'excused'],
  ['mean', 'open_mean_s'],
  ['median', 'open_median_s'],
  ['meanWall', 'wall_mean_s'],
] as const;

function clockRows(clock: Comparison['clocks'][number]): Cells[] {
  const of = { section: 'clock', clock: clock.clock };
  return [
    ...FIGURES.map(([key, figure]) => ({ ...of, figure, ...numbers(clock[key]) })),
    { ...of, figure: 'attainment_percent', ...percents(clock.attainment) },
    { ...of, figure: 'objective_percent', ...clock.objective },
    ...(clock.breachedBy === null
      ? []
      : [
          { ...of, figure: 'breached_of_volume', change: clock.breachedBy.volume },
          { ...of, figure: 'breached_of_rate', change: clock.breachedBy.rate },
        ]),
  ];
}

function verdictRows({ verdicts }: Comparison): Cells[] {
  if (verdicts === null) return [];
  return [
    ...verdicts.whys.map((why) => ({
      ...{ section: 'why', why: whyValue(why), figure: 'verdicts', change: why.verdicts },
    })),
    ...verdicts.flips.map(({ ticket, clock, cycle, flip, before, after, whys, lines }) => ({
      ...{ section: 'verdict', clock, ticket, cycle, what: flip, why: whys.map(whyValue).join('; ') },
      ...{ figure: 'elapsed_s', ...lengthsOf(before, after) },
      ...{ before_outcome: before?.outcome ?? null, after_outcome: after?.outcome ?? null },
      ...{ before_charged_to: before?.chargedTo || null, after_charged_to: after?.chargedTo || null },
      ...{ before_due_at: before?.dueAt ?? null, after_due_at: after?.dueAt ?? null },
      lines: lines.join(' ') || null,
    })),
  ];
}

function lengthsOf(before: FlipSide | null, after: FlipSide | null) {
  const [one, other] = [before?.elapsed ?? null, after?.elapsed ?? null];
  return { before: one, after: other, change: one === null || other === null ? null : rounded(other - one) };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000 + 0;
}

/** `target 14400 -> 7200`: lengths in seconds, instants in UTC. */
function whyValue({ kind, before, after }: Why): string {
  return before === null && after === null ? kind : `${kind} ${before ?? '-'} -> ${after ?? '-'}`;
}

function moneyRows({ money }: Comparison): Cells[] {
  if (money === null) return [];
  const sum = ({ kind, family, consequence, proposal, currency }: (typeof money.totals)[number]) => ({
    ...{ group_kind: kind, by: family, currency },
    what: proposal ? `proposed ${consequence}` : consequence,
  });
  return [
    ...money.totals.flatMap((each): Cells[] => [
      { section: 'money_total', ...sum(each), figure: 'times', ...numbers(each.times) },
      { section: 'money_total', ...sum(each), figure: 'amount', ...numbers(each.amount) },
    ]),
    ...money.parties.flatMap((each): Cells[] => [
      { section: 'money', group: each.who, ...sum(each), figure: 'times', ...numbers(each.times) },
      { section: 'money', group: each.who, ...sum(each), figure: 'amount', ...numbers(each.amount) },
    ]),
    ...money.lines.map((line) => ({
      ...{ section: 'consequence', group: line.who, group_kind: line.kind, by: line.ladder },
      ...{ figure: line.amount.before === null && line.amount.after === null ? 'percent' : 'amount' },
      ...numbers(line.amount.before === null && line.amount.after === null ? line.percent : line.amount),
      currency: line.currency,
      ...{ ticket: line.breach?.ticket ?? null, clock: line.breach?.clock ?? null, cycle: line.breach?.cycle ?? null },
      what: `${line.change} ${line.proposal ? 'proposed ' : ''}${line.consequence}`,
      why: line.because.map(({ ticket, clock, cycle }) => `${ticket} ${clock} ${cycle}`).join('; ') || 'rules',
    })),
  ];
}

function numbers({ before, after, change }: Change): Cells {
  return { before, after, change };
}

function percents({ before, after, change }: RatioChange): Cells {
  return { before: before?.percent ?? null, after: after?.percent ?? null, change };
}
