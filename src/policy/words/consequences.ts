import {
  ACTIONS,
  type CalendarWindow,
  type Countable,
  type Ladder,
  type Per,
  type Rounding,
} from '../../domain/consequence-rules.ts';

export const PER = ['employee', 'team', 'department', 'supplier'] as const satisfies readonly Per[];
export const REWARDED = ['employee', 'team', 'department'] as const satisfies readonly Per[];
export const CALENDAR_WINDOWS = ['month', 'quarter', 'year'] as const satisfies readonly CalendarWindow['kind'][];
export const APPLICATIONS = ['each', 'highest'] as const satisfies readonly Ladder['apply'][];
export const OFF_DUTY = ['count', 'spare'] as const;
export const ROUNDING_RULES = ['half-up', 'half-even', 'down', 'up'] as const satisfies readonly Rounding['rule'][];
/** What can be counted of earlier consequences. */
export const COUNTABLE = [...ACTIONS, 'fine', 'bonus', 'points'] as const satisfies readonly Countable[];
