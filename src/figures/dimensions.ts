import type { FieldMapping, Policy } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { answering, type Desk, holder, type Party } from './party.ts';

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

/** What `--by` accepts under this policy. */
export function dimensionNames(policy: Pick<Policy, 'records'>): string[] {
  return [...new Set(['employee', ...policy.records.fields.map((mapping) => mapping.field)])];
}

/**
 * The dimensions asked for, in that order; without a wish `employee` and the usual fields that the records have, in
 * the records' order. Throws RangeError for a name that is none of `dimensionNames`: the command line checks first.
 */
export function dimensions(
  policy: Pick<Policy, 'records'>,
  scope: Omit<Desk, 'fields'>,
  by?: readonly string[],
): Dimension[] {
  const { fields } = policy.records;
  const known = dimensionNames(policy);
  const names = by ?? known.filter((name) => name === 'employee' || USUAL.includes(name));
  return [...new Set(names)].map((name) => {
    if (!known.includes(name)) throw new RangeError(`no dimension "${name}"`);
    return name === 'employee' ? byParty({ ...scope, fields }) : byField(fields, name);
  });
}

function byParty(desk: Desk): Dimension {
  return {
    by: 'employee',
    ofVerdict: (verdict) => answering(desk, verdict),
    ofTicket: (values, at) => holder(desk, values, at),
  };
}

function byField(fields: readonly FieldMapping[], field: string): Dimension {
  const index = fields.findIndex((mapping) => mapping.field === field);
  const ofTicket = (values: readonly string[]): Party => ({ kind: 'value', name: values[index] ?? '' });
  return { by: field, ofVerdict: (verdict) => ofTicket(verdict.fields), ofTicket };
}
