import type { ChangeRule, ChargedKind, ChargeRule, Clock, ClockKind, Reopen } from '../../domain/policy.ts';

/** Kinds a policy may name; a clock without one is plain, or a duty where it has `every`. */
export const KINDS = ['response', 'resolution', 'next_response'] as const satisfies readonly ClockKind[];
export const CHANGES = [
  'at-instant',
  'at-start',
  'at-stop',
  'restart',
  'retroactive',
] as const satisfies readonly ChangeRule[];
export const REOPENINGS = ['continue', 'first', 'cycle', 'reset'] as const satisfies readonly Reopen['rule'][];
export const PARTS = [
  'holder',
  'current',
  'first',
  'stopper',
  'nobody',
] as const satisfies readonly ChargeRule['kind'][];
/** What the roster says of the holder, where the records have no field of that name. */
export const UNITS = ['department', 'team'] as const;
export const CHARGED = ['employee', 'department', 'supplier'] as const satisfies readonly ChargedKind[];
export const BOUNDARIES = ['inclusive', 'exclusive'] as const satisfies readonly Clock['boundary'][];
export const UNANSWERED = ['resolution', 'none'] as const satisfies readonly Clock['unanswered'][];
export const STILL_OPEN = ['breached', 'closed-only'] as const satisfies readonly Clock['stillOpen'][];
export const MONTHS = ['decided', 'created', 'stopped'] as const satisfies readonly Clock['month'][];
export const CREATED_BY_AGENT = [
  'normal',
  'met',
  'not-applicable',
] as const satisfies readonly Clock['createdByAgent'][];
