import type { Durations, Group, Ratio, Report } from '../../domain/report.ts';
import type { Fact } from '../facts.ts';
import type { Column, Records, Value } from '../table.ts';

/** A share with both its numbers. */
export function shareFacts<Thing>(name: string, of: (thing: Thing) => Ratio | null | undefined): Fact<Thing>[] {
  return [
    [`${name}_numerator`, 'count', (thing) => of(thing)?.numerator ?? null],
    [`${name}_denominator`, 'count', (thing) => of(thing)?.denominator ?? null],
    [`${name}_percent`, 'percent', (thing) => of(thing)?.percent ?? null],
  ];
}

/** Mean, percentiles and how many are behind them. */
export function lengthFacts<Thing>(name: string, of: (thing: Thing) => Durations | undefined): Fact<Thing>[] {
  return [
    [`${name}_n`, 'count', (thing) => of(thing)?.n ?? null],
    [`${name}_mean_s`, 'seconds', (thing) => of(thing)?.mean ?? null],
    [`${name}_median_s`, 'seconds', (thing) => of(thing)?.median ?? null],
    [`${name}_p90_s`, 'seconds', (thing) => of(thing)?.p90 ?? null],
    [`${name}_p95_s`, 'seconds', (thing) => of(thing)?.p95 ?? null],
    [`${name}_longest_s`, 'seconds', (thing) => of(thing)?.longest ?? null],
  ];
}

const PATH = ['period', 'by', 'group', 'group_kind', 'by2', 'group2', 'group2_kind'];

export type Divided = Pick<Group, 'tickets' | 'clocks'>;

/**
 * Rows of the whole, of each group and of each group of a group, under columns that say which. The whole has an empty `by`; a
 * group of a group the other's name under `by` and `group`, its own under `by2` and `group2`.
 */
export function dividedRecords(
  report: Report,
  columns: readonly Column[],
  rowsOf: (figures: Divided) => readonly Value[][],
): Records {
  const period = report.period?.label ?? null;
  const rows = (path: readonly Value[], figures: Divided) => rowsOf(figures).map((row) => [period, ...path, ...row]);
  return {
    columns: [...PATH.map((key) => ({ key, title: key, kind: 'text' as const })), ...columns],
    rows: [
      ...rows([null, null, null, null, null, null], report),
      ...report.groups.flatMap(({ by, inner = null, groups }) =>
        groups.flatMap((group) => {
          const outer = [by, group.name || null, group.kind];
          return [
            ...rows([...outer, null, null, null], group),
            ...(group.groups ?? []).flatMap((each) => rows([...outer, inner, each.name || null, each.kind], each)),
          ];
        }),
      ),
    ],
  };
}
