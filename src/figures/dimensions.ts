import type { FieldMapping, Policy } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { answering, type Desk, holder, type Party, type Unit, unitOf } from './party.ts';

/** Fields by which a report is broken down when nobody says by which. */
const USUAL = ['channel', 'type', 'urgency', 'department', 'audience', 'team'];

/** One way to divide runs and tickets into groups, each of them into exactly one. */
export interface Dimension {
  readonly by: string;
  /** A run goes by the fields as of its decision … */
  ofVerdict(verdict: Verdict): Party;
  /** … and a ticket by its fields as of the as-of instant, which stand in it since `at`. */
  ofTicket(values: readonly string[], at: Instant): Party;
}

/** What the roster says of whoever answers, where the records have no field of that name. */
const UNITS: readonly Unit[] = ['department', 'team', 'manager'];

type Divisible = Pick<Policy, 'records' | 'people'>;

/** What `--by` accepts under this policy. */
export function dimensionNames(policy: Divisible): string[] {
  return [...new Set([...ownNames(policy), ...(policy.people === undefined ? [] : UNITS)])];
}

function ownNames({ records }: Divisible): string[] {
  return ['employee', ...records.fields.map((mapping) => mapping.field)];
}

/** The fields of the records by whose values `dimensions` divides: of `employee` the holder. */
export function dividingFields(policy: Divisible, by?: readonly string[]): string[] {
  const names = by ?? ownNames(policy).filter((name) => name === 'employee' || USUAL.includes(name));
  return [...new Set(names.map((name) => (name === 'employee' ? 'assignee' : name)))];
}

/**
 * The dimensions asked for, in that order; without a wish `employee` and the usual fields that the records have, in
 * the records' order. Throws RangeError for a name that is none of `dimensionNames`: the command line checks first.
 */
export function dimensions(policy: Divisible, scope: Omit<Desk, 'fields'>, by?: readonly string[]): Dimension[] {
  const { fields } = policy.records;
  const known = dimensionNames(policy);
  const own = ownNames(policy);
  const names = by ?? own.filter((name) => name === 'employee' || USUAL.includes(name));
  return [...new Set(names)].map((name) => {
    if (!known.includes(name)) throw new RangeError(`no dimension "${name}"`);
    const desk = { ...scope, fields };
    if (name === 'employee') return byParty(desk);
    const unit = own.includes(name) ? undefined : UNITS.find((each) => each === name);
    return unit === undefined ? byField(fields, name) : byUnit(desk, unit);
  });
}

function byParty(desk: Desk): Dimension {
  return {
    by: 'employee',
    ofVerdict: (verdict) => answering(desk, verdict),
    ofTicket: (values, at) => holder(desk, values, at),
  };
}

function byUnit(desk: Desk, unit: Unit): Dimension {
  return {
    by: unit,
    ofVerdict: (verdict) => unitOf(desk, answering(desk, verdict), unit, verdict.decidedAt ?? desk.asOf),
    ofTicket: (values, at) => unitOf(desk, holder(desk, values, at), unit, at),
  };
}

function byField(fields: readonly FieldMapping[], field: string): Dimension {
  const index = fields.findIndex((mapping) => mapping.field === field);
  const ofTicket = (values: readonly string[]): Party => ({ kind: 'value', name: values[index] ?? '' });
  return { by: field, ofVerdict: (verdict) => ofTicket(verdict.fieldsBefore ?? verdict.fields), ofTicket };
}
