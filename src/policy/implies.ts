import type { Condition, Test } from '../domain/policy.ts';

/** Whatever fulfils the narrow condition fulfils the wide one, as far as lists of values can tell. */
export function implies(narrow: Condition, wide: Condition): boolean {
  return wide.every((test) => narrow.some((other) => isWithin(other, test)));
}

function isWithin(narrow: Test, wide: Test): boolean {
  if (narrow.field !== wide.field) return false;
  if (narrow.kind === 'compare' || wide.kind === 'compare') {
    return narrow.kind === wide.kind && JSON.stringify(narrow) === JSON.stringify(wide);
  }
  return narrow.values.every((value) => wide.values.includes(value));
}
