import type { ClockFigures, Report } from '../../domain/report.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import type { Page } from '../page.ts';
import { shownPercent } from '../shares.ts';
import { partiesOf } from './party-table.ts';

/** Fewer bars say no more than their numbers. */
const FEWEST = 2;
/** More of them nobody compares. */
const MOST = 15;

/** The promises kept of each clock that has decided runs, beside its objective where it has one. */
export function attainmentChart(clocks: readonly ClockFigures[], words: Catalogue): Page {
  const { charts } = words.page;
  const decided = clocks.filter(({ attainment }) => attainment.percent !== null);
  if (decided.length < FEWEST) return [];
  const titles = decided.map(({ title, clock }) => titleOf(title, clock, words));
  const aims = decided.map(({ objective }) => objective?.percent ?? null);
  const told = decided.map(({ attainment, objective }, index) =>
    charts.attained(
      titles[index] ?? '',
      words.percent(shownPercent(attainment.percent ?? 0, objective?.percent)),
      objective === null ? null : words.percent(objective.percent),
    ),
  );
  const [aim] = aims;
  const isOne = aim !== null && aim !== undefined && aims.every((each) => each === aim);
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'bars',
        title: charts.attainment,
        summary: words.clauses(told),
        categories: titles,
        series: [
          { name: words.columns.attainment, values: decided.map(({ attainment }) => attainment.percent) },
          ...(isOne || aims.every((each) => each === null) ? [] : [{ name: charts.objective, values: aims }]),
        ],
        unit: 'percent',
        ...(isOne && { mark: { value: aim, title: words.labelled(charts.objective, words.percent(aim)) } }),
      },
    },
  ];
}

/** Who answers for how many breaches; of many the first. */
export function partyChart(report: Report, words: Catalogue): Page {
  const { charts } = words.page;
  const parties = partiesOf(report, words)
    .filter((party) => party.breaches > 0)
    .slice(0, MOST);
  if (parties.length < FEWEST) return [];
  return [
    {
      kind: 'chart',
      chart: {
        kind: 'bars',
        title: charts.breaches,
        summary: words.clauses(parties.map((party) => charts.breachesOf(party.name, party.breaches))),
        categories: parties.map(({ name }) => name),
        series: [{ name: words.columns.breaches, values: parties.map((party) => party.breaches) }],
        unit: 'count',
      },
    },
  ];
}
