import type { FieldMapping } from '../domain/policy.ts';
import type { Group } from '../domain/report.ts';
import type { Verdict } from '../domain/verdict.ts';

/** Whose group something stands in; the name is '' for unassigned and nobody, and for a field without a value. */
export interface Party {
  readonly kind: Group['kind'];
  readonly name: string;
}

/** The holder of a ticket is its field of this name. */
const HOLDER = 'assignee';

export function holder(fields: readonly FieldMapping[], values: readonly string[]): Party {
  const name = values[fields.findIndex((mapping) => mapping.field === HOLDER)] ?? '';
  return name === '' ? { kind: 'unassigned', name } : { kind: 'employee', name };
}

/**
 * Who answers for a breach or would have answered: a met run stands beside the breaches of the same party, or its
 * attainment would be made of breaches alone. Of a run that was not charged, the clock's charge rules are tried on
 * the fields as of its decision; `holder`, `current`, `first` and `stopper` are then all its holder at that instant.
 */
export function answering(fields: readonly FieldMapping[], verdict: Verdict): Party {
  const { charged, run } = verdict;
  if (charged !== undefined) return { kind: charged.kind, name: charged.to };
  for (const rule of run.clock.charge) {
    if (rule.kind !== 'field') {
      const party = holder(fields, verdict.fields);
      if (party.kind === 'employee') return party;
    } else {
      const name = verdict.fields[fields.findIndex((mapping) => mapping.field === rule.field)] ?? '';
      if (name !== '') return { kind: rule.as, name };
    }
  }
  return run.clock.charge.length > 0 ? { kind: 'unassigned', name: '' } : holder(fields, verdict.fields);
}
