import type { FieldMapping } from '../domain/policy.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Fact, factColumns, factRow } from './facts.ts';
import { iso } from './iso.ts';
import type { Column, Value } from './table.ts';

/** What is needed of a policy: its fields' names, in order. */
export interface Fields {
  readonly records: { readonly fields: readonly Pick<FieldMapping, 'field'>[] };
}

/** The verdict record, version 1: these fields in this order, the ticket's own fields, and the reason. */
const FACTS: readonly Fact<Verdict>[] = [
  ['ticket', 'id', ({ ticket }) => ticket],
  ['clock', 'text', ({ run }) => run.clock.id],
  ['target', 'text', ({ target }) => target?.id ?? null],
  ['cycle', 'count', ({ run }) => run.cycle],
  ['outcome', 'text', ({ outcome }) => outcome],
  ['started_at', 'utc', ({ run }) => stamp(run.start?.at)],
  ['due_at', 'utc', ({ dueAt }) => stamp(dueAt)],
  ['stopped_at', 'utc', ({ run }) => stamp(run.stop?.at)],
  ['decided_at', 'utc', ({ decidedAt }) => stamp(decidedAt)],
  ['elapsed_s', 'seconds', ({ elapsed }) => seconds(elapsed)],
  ['within_s', 'seconds', ({ within }) => seconds(within)],
  ['over_s', 'seconds', ({ over }) => seconds(over)],
  ['paused_s', 'seconds', ({ paused }) => seconds(paused)],
  ['excluded_s', 'seconds', ({ excluded }) => seconds(excluded)],
  ['wall_s', 'seconds', ({ wall }) => seconds(wall)],
  ['severity', 'text', ({ severity }) => severity ?? null],
  ['charged_to', 'text', (verdict) => (isCharged(verdict) ? (verdict.charged?.to ?? null) : null)],
  ['charged_kind', 'text', (verdict) => (isCharged(verdict) ? (verdict.charged?.kind ?? null) : null)],
];

export function verdictColumns(policy: Fields): Column[] {
  return [
    ...factColumns(FACTS),
    ...policy.records.fields.map(({ field }) => ({ key: field, title: field, kind: 'text' as const })),
    { key: 'reason', title: 'reason', kind: 'text' },
  ];
}

/** The cells under `verdictColumns`; what is not known is `null`, never 0. A blank field is `null` too. */
export function verdictRow(policy: Fields, verdict: Verdict): Value[] {
  return [
    ...factRow(FACTS, verdict),
    ...policy.records.fields.map((_, index) => verdict.fields[index] || null),
    verdict.reason || null,
  ].map((value) => (value === '' ? null : value));
}

/** The record as an object, its keys in the order of the columns. */
export function verdictObject(policy: Fields, verdict: Verdict): Record<string, Value> {
  const row = verdictRow(policy, verdict);
  return Object.fromEntries(verdictColumns(policy).map(({ key }, index) => [key, row[index] ?? null]));
}

function isCharged({ outcome }: Verdict): boolean {
  return outcome === 'breached' || outcome === 'excused';
}

function stamp(at: Instant | undefined): string | null {
  return at === undefined ? null : iso(at);
}

/** Exact: a length is whole milliseconds (S7), so a second has three decimals at the most. */
export function seconds(length: Millis | undefined): number | null {
  return length === undefined ? null : length / 1000;
}
