import type { Instant, Period } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';

/** The start of the period is in, its end is out; without a period everything is in. */
export function isWithin(period: Period | undefined, at: Instant | undefined): boolean {
  if (period === undefined) return true;
  return at !== undefined && period.start <= at && at < period.end;
}

/**
 * The instant by which a run is counted in a period (S27): that of its decision, for a breach the one at which it was
 * settled, so that no run falls between two months; or, where its clock says so, its start or its stop. An undecided run
 * counts where it stopped or, not knowing that, where it started. `undefined`: it is still going.
 */
export function countedAt(verdict: Verdict): Instant | undefined {
  const { run, outcome } = verdict;
  const { month, kind } = run.clock;
  const decidedAt = verdict.settledAt ?? verdict.decidedAt;
  if (month === 'created') return run.start?.at ?? run.stop?.at ?? decidedAt;
  if (outcome === 'undecided') return run.stop?.at ?? run.start?.at ?? decidedAt;
  const stoppedAt = run.cancelledAt ?? run.stop?.at;
  // A duty's missed interval has no stop and is over when it is missed.
  if (month === 'stopped' && kind !== 'duty') return stoppedAt;
  return decidedAt ?? run.stop?.at ?? run.cancelledAt;
}

/**
 * Whether a run is counted in a period. What is still going was decided in none: it is counted at the end of each since its
 * start. But a breach is one of one period: where that is the one of its stop, it is of none before.
 */
export function isCounted(verdict: Verdict, period: Period | undefined): boolean {
  if (period === undefined) return true;
  const at = countedAt(verdict);
  if (at !== undefined || verdict.outcome === 'undecided') return isWithin(period, at);
  if (verdict.outcome === 'breached' || verdict.outcome === 'excused') return false;
  const { start } = verdict.run;
  return start !== undefined && start.at < period.end;
}
