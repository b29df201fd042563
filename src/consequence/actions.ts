import type { Action } from '../domain/consequence.ts';

/**
 * Every action there is. A proposal is put forward: a person must decide on it, and it is never reported as a fact. `merit`
 * speaks for somebody.
 */
export const actions = {
  oral_warning: {},
  written_warning: {},
  self_review: {},
  training: {},
  exam: {},
  exam_failed: {},
  promotion_bar: {},
  suspension: { isProposal: true },
  reassignment_review: { isProposal: true },
  dismissal_review: { isProposal: true },
  notice: {},
  commendation: { isMerit: true },
} as const satisfies Record<Action, { readonly isProposal?: boolean; readonly isMerit?: boolean }>;

/** Whether a person must decide. */
export function isProposal(action: Action): boolean {
  return 'isProposal' in actions[action];
}
