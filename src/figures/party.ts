import type { FindPerson } from '../domain/person.ts';
import type { ChargeRule, Clock, FieldMapping } from '../domain/policy.ts';
import type { Group } from '../domain/report.ts';
import type { Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';

/** Whose group something stands in; the name is '' for unassigned and nobody, and for a field without a value. */
export interface Party {
  readonly kind: Group['kind'];
  readonly name: string;
}

/** Whom the fields of a ticket name, as of an instant. */
export interface Desk {
  readonly fields: readonly FieldMapping[];
  readonly asOf: Instant;
  /** Absent: no roster; a name is then whoever bears it. */
  readonly find?: FindPerson;
}

/** The roster's name for an id. */
export function nameOf(id: string, { find, asOf }: Pick<Desk, 'find' | 'asOf'>): string | undefined {
  const match = find?.(id, asOf);
  return match?.kind === 'one' ? match.person.name : undefined;
}

/** The holder of a ticket is its field of this name. */
export const HOLDER = 'assignee';
export const UNASSIGNED: Party = { kind: 'unassigned', name: '' };

export function holder(desk: Desk, values: readonly string[], at: Instant): Party {
  return employee(desk, fieldOf(desk, values, HOLDER), at);
}

/** By the roster's id; a name that it gives to nobody, or to several, is unmatched. */
export function employee({ find }: Pick<Desk, 'find'>, name: string, at: Instant): Party {
  if (name === '') return UNASSIGNED;
  const match = find?.(name, at);
  if (match === undefined) return { kind: 'employee', name };
  return match.kind === 'one' ? { kind: 'employee', name: match.person.id } : { kind: 'unmatched', name };
}

/** Where somebody stands on the roster. */
export type Unit = 'department' | 'team' | 'manager';

/** The unit of whoever answers, at that instant; a department that answers itself is one. '' where nothing says. */
export function unitOf({ find }: Desk, party: Party, which: Unit, at: Instant): Party {
  if (party.kind === which) return { kind: 'value', name: party.name };
  const match = party.kind === 'employee' ? find?.(party.name, at) : undefined;
  return { kind: 'value', name: match?.kind === 'one' ? match.person[which] : '' };
}

function unit({ find, ...desk }: Desk, values: readonly string[], which: 'department' | 'team', at: Instant): string {
  const match = find?.(fieldOf(desk, values, HOLDER), at);
  return match?.kind === 'one' ? match.person[which] : '';
}

function fieldOf(desk: Desk, values: readonly string[], field: string): string {
  return values[fieldIndex(desk, field)] ?? '';
}

/** Of two fields of one name the first; -1: there is none. */
export function fieldIndex({ fields }: Pick<Desk, 'fields'>, field: string): number {
  let indexes = fieldIndexes.get(fields);
  if (indexes === undefined) {
    indexes = new Map(fields.map((mapping, index) => [mapping.field, index] as const).reverse());
    fieldIndexes.set(fields, indexes);
  }
  return indexes.get(field) ?? -1;
}

/** Where each field stands; whoever answers is looked for millions of times. */
const fieldIndexes = new WeakMap<readonly FieldMapping[], ReadonlyMap<string, number>>();

/**
 * Who answers for a breach or would have answered: a met run stands beside the breaches of the same party, or its
 * attainment would be made of breaches alone. Of a run that was not charged, the clock's charge rules are tried on
 * the fields as they were until it stopped, or as of now; `holder`, `current`, `first` and `stopper` are then all its holder at that instant.
 */
export function answering(desk: Desk, verdict: Verdict): Party {
  const { charged, run, fieldsBefore: values = verdict.fields } = verdict;
  if (charged !== undefined) return { kind: charged.kind, name: charged.to };
  return wouldAnswer(desk, run.clock, values, verdict.decidedAt ?? desk.asOf);
}

/** Whom a clock's charge rules name, by a ticket's fields as of an instant. */
export function wouldAnswer(desk: Desk, clock: Clock, values: readonly string[], at: Instant): Party {
  for (const rule of clock.charge) {
    const party = answeringBy(rule, desk, values, at);
    if (party.name !== '' || party.kind === 'nobody') return party;
  }
  return clock.charge.length > 0 ? UNASSIGNED : holder(desk, values, at);
}

function answeringBy(rule: ChargeRule, desk: Desk, values: readonly string[], at: Instant): Party {
  if (rule.kind === 'nobody') return { kind: 'nobody', name: '' };
  if (rule.kind === 'unit') return { kind: 'department', name: unit(desk, values, rule.unit, at) };
  if (rule.kind !== 'field') return holder(desk, values, at);
  const name = fieldOf(desk, values, rule.field);
  return rule.as === 'employee' ? employee(desk, name, at) : { kind: rule.as, name };
}
