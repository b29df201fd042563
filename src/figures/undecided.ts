import type { Verdict } from '../domain/verdict.ts';
import { byCodeUnits } from './order.ts';

/** Why runs could not be judged, and how many: by the first word of their reason. */
export type UndecidedReasons = Map<string, number>;

/** A verdict that is counted in the period. */
export function addUndecided(reasons: UndecidedReasons, { outcome, reason }: Verdict): void {
  if (outcome !== 'undecided') return;
  const [kind = ''] = reason.split(':');
  reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
}

export function mergeUndecided(reasons: UndecidedReasons, others: UndecidedReasons): void {
  for (const [kind, runs] of others) reasons.set(kind, (reasons.get(kind) ?? 0) + runs);
}

/** The most first. */
export function listUndecided(reasons: UndecidedReasons): { readonly reason: string; readonly runs: number }[] {
  return [...reasons]
    .map(([reason, runs]) => ({ reason, runs }))
    .sort((a, b) => b.runs - a.runs || byCodeUnits(a.reason, b.reason));
}
