import type { Report } from '../domain/report.ts';
import type { CellKind, Column, Records, Value } from './table.ts';

/** A column for machines, and what stands in it of each thing. */
export type Fact<Thing> = readonly [key: string, kind: CellKind, value: (thing: Thing) => Value];

/** A machine's column is called by its key. */
export function factColumns(facts: readonly Fact<never>[]): Column[] {
  return facts.map(([key, kind]) => ({ key, title: key, kind }));
}

export function factRow<Thing>(facts: readonly Fact<Thing>[], thing: Thing): Value[] {
  return facts.map(([, , value]) => value(thing));
}

/** A row for each thing. */
export function recordsOf<Thing>(facts: readonly Fact<Thing>[], things: readonly Thing[]): Records {
  return { columns: factColumns(facts), rows: things.map((thing) => factRow(facts, thing)) };
}

/** The same, each row behind the period that its figures are of. */
export function recordsOfPeriod<Thing>(
  { period }: Pick<Report, 'period'>,
  facts: readonly Fact<Thing>[],
  things: readonly Thing[],
): Records {
  const { columns, rows } = recordsOf(facts, things);
  return {
    columns: [{ key: 'period', title: 'period', kind: 'text' }, ...columns],
    rows: rows.map((row) => [period?.label ?? null, ...row]),
  };
}
