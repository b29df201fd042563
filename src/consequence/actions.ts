import { type Action, PROPOSALS } from '../domain/consequence-rules.ts';

/** Whether a person must decide: it is put forward, and never reported as a fact. */
export function isProposal(action: Action): boolean {
  return PROPOSALS.includes(action);
}
