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

/**
 * Another way to count that no policy words, and that help desks are known for when they flag a ticket by themselves. Rules that
 * policies do word are read otherwise by `ReadingId`.
 */
export const HABITS = [
  'hours: 24x7',
  'pauses: none',
  'holidays: none',
  'exclusions: none',
  'start: created',
  'stop: resolved',
  'stop: closed',
  'stop: anybody',
  'stop: last',
  'target: present',
  'open: ignored',
  'units: minute',
  'units: hour',
  'units: day',
] as const;
export type HabitId = (typeof HABITS)[number];
