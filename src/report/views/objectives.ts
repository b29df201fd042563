import type { ClockFigures, Gap, Grouping, Ratio, Report } from '../../domain/report.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import type { Chart } from '../chart.ts';
import { type Fact, recordsOf } from '../facts.ts';
import { type Block, detail, type Page, type Reader, section, text } from '../page.ts';
import { shareBeside } from '../shares.ts';
import type { Cell, Column, Row, Selection, Table } from '../table.ts';
import { about } from './about.ts';
import { indented } from './clock-tables.ts';
import { shareFacts } from './figure-facts.ts';
import { groupRows } from './group-rows.ts';
import { breakdownColumn } from './group-tables.ts';
import { breakdownName } from './listed-groups.ts';
import { objectiveGroupName, titleOfGroup } from './names.ts';
import type { View } from './view.ts';

/** One share held against what it should be at least. */
interface Aim {
  readonly kind: 'clock' | 'objective';
  readonly id: string;
  readonly by: string | null;
  readonly group: string | null;
  readonly groupKind: string | null;
  readonly by2: string | null;
  readonly group2: string | null;
  readonly group2Kind: string | null;
  readonly groupName: string | null;
  readonly group2Name: string | null;
  readonly share: Ratio;
  readonly atLeast: number;
  readonly reached: boolean | null;
  readonly gap: Gap | null;
}

const FACTS: readonly Fact<Aim>[] = [
  ['kind', 'text', ({ kind }) => kind],
  ['id', 'text', ({ id }) => id],
  ['by', 'text', ({ by }) => by],
  ['group', 'text', ({ group }) => group],
  ['group_kind', 'text', ({ groupKind }) => groupKind],
  ['by2', 'text', ({ by2 }) => by2],
  ['group2', 'text', ({ group2 }) => group2],
  ['group2_kind', 'text', ({ group2Kind }) => group2Kind],
  ...shareFacts<Aim>('attainment', ({ share }) => share),
  ['objective_percent', 'percent', ({ atLeast }) => atLeast],
  ['objective_reached', 'flag', ({ reached }) => reached],
  ['missing_runs', 'count', ({ gap }) => gap?.missing ?? null],
  ['spare_runs', 'count', ({ gap }) => gap?.spare ?? null],
  ['group_name', 'text', ({ groupName }) => groupName],
  ['group2_name', 'text', ({ group2Name }) => group2Name],
];

/** What was kept against what was to be kept, and by how many runs it is missed or reached (C3). */
export const objectives: View = {
  isMain: true,
  page: ({ report }, reader) => objectivesPage(report, reader),
  records: ({ report }) => recordsOf(FACTS, aimsOf(report)),
  hasSubject: ({ report }) => hasAims(report),
};

function hasAims({ clocks, objectives: across }: Report): boolean {
  return across.length > 0 || clocks.some(({ objective }) => objective !== null);
}

const WHOLE = {
  ...{ by: null, group: null, groupKind: null, groupName: null },
  ...{ by2: null, group2: null, group2Kind: null, group2Name: null },
};

function aimsOf(report: Report): Aim[] {
  const ofClocks = (
    clocks: readonly ClockFigures[],
    where: Omit<Aim, 'kind' | 'id' | 'share' | 'atLeast' | 'reached' | 'gap'>,
  ) =>
    clocks.flatMap(({ clock, attainment, objective }): Aim[] =>
      objective === null
        ? []
        : [
            {
              ...where,
              kind: 'clock',
              id: clock,
              share: attainment,
              atLeast: objective.percent,
              reached: objective.reached,
              gap: objective.gap,
            },
          ],
    );
  return [
    ...ofClocks(report.clocks, WHOLE),
    ...report.objectives.flatMap(({ id, share, atLeast, reached, gap, groups }): Aim[] => [
      { ...WHOLE, kind: 'objective', id, share, atLeast, reached, gap },
      ...groups.map(
        ({ by, name, ...group }): Aim => ({
          ...WHOLE,
          ...{ kind: 'objective', id, by, group: name || null, groupName: titleOfGroup(report, by, name) ?? null },
          ...{ share: group.share, atLeast, reached: group.reached, gap: group.gap },
        }),
      ),
    ]),
    ...report.groups.flatMap(({ by, inner = null, groups }) =>
      groups.flatMap((group) => {
        const named = { group: group.name || null, groupKind: group.kind, groupName: group.title ?? null };
        const outer = { ...WHOLE, by, ...named };
        const within = (group.groups ?? []).flatMap((each) =>
          ofClocks(each.clocks, {
            ...{ ...outer, by2: inner, group2: each.name || null },
            ...{ group2Kind: each.kind, group2Name: each.title ?? null },
          }),
        );
        return [...ofClocks(group.clocks, outer), ...within];
      }),
    ),
  ];
}

function objectivesPage(report: Report, reader: Reader): Page {
  const { words } = reader;
  const { objectives: told } = words.tickets;
  if (!hasAims(report)) return [...about(report, reader), text(told.none)];
  return [
    ...about(report, reader),
    text(told.about),
    ...section(told.own, ownTable(report.clocks, words)),
    ...chart(report, words),
    ...section(told.across, acrossTable(report, words)),
    ...report.groups.flatMap((grouping) =>
      (grouping.detailed === true ? section : detail)(
        words.tickets.of(told.own, breakdownName(grouping, words)),
        groupTable(grouping, words),
      ),
    ),
  ];
}

function columnsAfter(first: Column, words: Catalogue): Column[] {
  return [
    first,
    { key: 'share', title: words.columns.keptOf, kind: 'text', align: 'right' },
    { key: 'percent', title: words.columns.attainment, kind: 'percent' },
    { key: 'aim', title: words.columns.aim, kind: 'percent' },
    { key: 'gap', title: words.tickets.objectives.gap, kind: 'text' },
  ];
}

function cells(
  share: Ratio,
  { atLeast, reached, gap }: Pick<Aim, 'atLeast' | 'reached' | 'gap'>,
  words: Catalogue,
  selects?: Selection,
): Cell[] {
  const { missing, spare, nothing } = words.tickets.objectives;
  const tone = reached === true ? ('good' as const) : ('bad' as const);
  const toned = (value: string | number): Cell => (reached === null ? value : { value, tone });
  const decided = words.share(share.numerator, share.denominator);
  return [
    selects === undefined ? decided : { value: decided, selects: { ...selects, outcomes: ['met', 'breached'] } },
    toned(shareBeside(share.percent, atLeast, words)),
    words.percent(atLeast),
    gap === null ? nothing : toned(gap.missing > 0 ? missing(gap.missing) : spare(gap.spare)),
  ];
}

function ownTable(clocks: readonly ClockFigures[], words: Catalogue): Table {
  return {
    columns: columnsAfter({ key: 'clock', title: words.columns.clock, kind: 'text' }, words),
    rows: clocks.flatMap((clock) => clockRow(clock, words, titleOf(clock.title, clock.clock, words), {})),
  };
}

function clockRow(clock: ClockFigures, words: Catalogue, label: string, within: Pick<Selection, 'group'>): Row[] {
  const { objective, attainment } = clock;
  if (objective === null) return [];
  const selects = { clock: clock.clock, ...within };
  return [[label, ...cells(attainment, { ...objective, atLeast: objective.percent }, words, selects)]];
}

function acrossTable(report: Report, words: Catalogue): Table {
  return {
    columns: columnsAfter({ key: 'objective', title: words.columns.objective, kind: 'text' }, words),
    rows: report.objectives.flatMap((objective): Row[] => [
      [titleOf(objective.title, objective.id, words), ...cells(objective.share, objective, words)],
      ...objective.groups.map((group): Row => {
        const name = objectiveGroupName(group, report, words);
        return [indented(name), ...cells(group.share, { ...group, atLeast: objective.atLeast }, words)];
      }),
    ]),
  };
}

function groupTable(grouping: Grouping, words: Catalogue): Table {
  const column = breakdownColumn(grouping, words);
  return {
    columns: columnsAfter({ ...column, title: words.list([column.title, words.columns.clock]) }, words),
    rows: groupRows(grouping, words, ({ group, label, selection }): Row[] => {
      const rows = group.clocks.flatMap((clock) =>
        clockRow(clock, words, indented(titleOf(clock.title, clock.clock, words)), { group: selection }),
      );
      return rows.length === 0 ? [] : [{ kind: 'caption', text: label }, ...rows];
    }),
  };
}

function chart(report: Report, words: Catalogue): Block[] {
  const { chart: title, chartSays, attained, aim } = words.tickets.objectives;
  const own = report.clocks.flatMap(({ clock, title: names, attainment, objective }) =>
    objective === null
      ? []
      : [
          {
            name: titleOf(names, clock, words),
            percent: attainment.percent,
            least: objective.percent,
            reached: objective.reached,
          },
        ],
  );
  if (own.length === 0) return [];
  const aims = new Set(own.map(({ least }) => least));
  const [only] = [...aims];
  const drawn: Chart = {
    kind: 'bars',
    title,
    summary: chartSays(own.filter(({ reached }) => reached === false).length, own.length),
    categories: own.map(({ name }) => name),
    series: [
      { name: attained, values: own.map(({ percent }) => percent) },
      ...(aims.size > 1 ? [{ name: aim, values: own.map(({ least }) => least) }] : []),
    ],
    unit: 'percent',
    ...(aims.size === 1 && only !== undefined && { mark: { value: only, title: aim } }),
  };
  return [{ kind: 'chart', chart: drawn }];
}
