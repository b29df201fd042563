import { TIME_USES } from '../../domain/account.ts';
import { ACTIONS } from '../../domain/consequence-rules.ts';
import { SAYINGS, STATES } from '../../domain/source-figures.ts';
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
  gift: [
    ...['voucher', 'coupon', 'cash', 'credit', 'service_credit', 'refund', 'discount', 'waiver', 'service'],
    ...['free_service', 'warranty', 'gift', 'points', 'apology'],
  ],
  dueState: ['overdue', 'due', 'paused'],
  checkKind: ['clock', 'objective', 'threshold'],
  unit: ['percent', 'seconds', 'count'],
  figureRow: ['all', 'group', 'score', 'ticket'],
  stepRow: ['step', 'time', 'run'],
  loadRow: ['whole', 'weekday', 'hour', 'cell', 'special_day', 'employee', 'stand_out'],
  handOverRow: ['tickets', 'pair', 'employee', 'used', 'late', 'breach'],
  pauseRow: ['employee', 'pause'],
  use: TIME_USES,
  dayKind: ['closed', 'open'],
  saying: SAYINGS,
  state: STATES,
  difference: ['added', 'gone', 'changed'],
  differing: ['input', 'figure', 'run', 'consequence'],
  section: [
    ...['tickets', 'clock', 'objective', 'group', 'why', 'verdict', 'party', 'money_total', 'money', 'consequence'],
  ],
  holds: ['yes', 'no', 'unknown'],
  fileState: ['yes', 'no', 'unknown', 'same', 'changed', 'missing', 'added', 'not-kept'],
} as const satisfies Record<string, readonly string[]>;

export type ValueSet = keyof typeof valueSets;
