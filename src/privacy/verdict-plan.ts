import type { Excuse } from '../domain/excuse.ts';
import type { Instant } from '../domain/time.ts';
import type { Charged, Verdict } from '../domain/verdict.ts';
import type { Masks } from './masks.ts';
import { open } from './plan.ts';
import type { RuleMasks } from './rules.ts';

/** A verdict in which nobody is named. `fields`: names of the records' fields. */
export function maskedVerdict(masks: Masks, rules: RuleMasks, fields: readonly string[], asOf: Instant) {
  return (verdict: Verdict): Verdict => {
    const { charged, excuse, fieldsBefore, run, target } = verdict;
    const at = verdict.decidedAt ?? asOf;
    const valuesOf = (values: readonly string[]) =>
      values.map((value, index) => masks.field(fields[index] ?? '')(value, at));
    return {
      ...verdict,
      ticket: masks.ticket(verdict.ticket),
      run: { ...run, clock: rules.all(run.clock) },
      ...(target !== undefined && { target: rules.all(target) }),
      ...(charged !== undefined && { charged: maskedCharge(masks, charged) }),
      ...(excuse !== undefined && { excuse: maskedExcuse(masks, excuse) }),
      fields: valuesOf(verdict.fields),
      ...(fieldsBefore !== undefined && { fieldsBefore: valuesOf(fieldsBefore) }),
      reason: masks.reason(verdict.reason),
    };
  };
}

/** Why somebody is charged stands in the proof, in a form of its own. */
function maskedCharge(masks: Masks, { to, name, kind, offDuty }: Charged): Charged {
  const mask = masks.party(kind, 'employee');
  return {
    to: mask(to),
    ...(name !== undefined && mask === open && { name }),
    kind,
    ...(offDuty !== undefined && { offDuty }),
  };
}

function maskedExcuse(masks: Masks, excuse: Excuse): Excuse {
  return {
    ...excuse,
    ticket: masks.ticket(excuse.ticket),
    by: masks.person(excuse.by, excuse.at),
    reason: masks.free(excuse.reason),
    evidence: masks.free(excuse.evidence),
  };
}
