import type { ChangeRule, Clock, Reopen } from './policy.ts';

/**
 * One rule of a policy read in one of the ways that can be defended, as the policy writes it: its key and a value. A value
 * that the grammar gains is a reading that everybody has to know of before anything compiles.
 */
export type ReadingId =
  | `boundary: ${Clock['boundary']}`
  | `created_by_agent: ${Clock['createdByAgent']}`
  | `unanswered: ${Clock['unanswered']}`
  | `reopen: ${Reopen['rule']}`
  | `change: ${ChangeRule}`;
