import { ACTIONS } from '../../domain/consequence-rules.ts';
import { OUTCOMES } from '../../domain/verdict.ts';

/** Words of ours that stand in columns of records: always these, in no language. Lists only ever grow. */
export const valueSets = {
  outcome: OUTCOMES,
  breachOutcome: ['breached', 'excused'],
  party: ['employee', 'department', 'supplier', 'unassigned', 'unmatched', 'nobody'],
  groupKind: ['value', 'employee', 'department', 'supplier', 'unassigned', 'unmatched', 'nobody'],
  bearer: ['employee', 'team', 'department', 'supplier', 'customer'],
  decision: ['excused', 'upheld', 'rejected'],
  offDuty: ['leave', 'shift', 'left'],
  consequence: ['fine', 'bonus', 'points', ...ACTIONS],
  given: ['fine', 'bonus', 'points', ...ACTIONS],
  grade: ['error', 'warning', 'note'],
  dueState: ['overdue', 'due', 'paused'],
  checkKind: ['clock', 'objective', 'threshold'],
  unit: ['percent', 'seconds', 'count'],
  figureRow: ['all', 'group', 'score', 'ticket'],
} as const satisfies Record<string, readonly string[]>;

export type ValueSet = keyof typeof valueSets;
