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
  const stoppedAt = run.cancelledAt ?? run.stop?.at;
  if (outcome === 'undecided') return run.stop?.at ?? run.start?.at ?? verdict.decidedAt;
  if (run.clock.month === 'created') return run.start?.at ?? verdict.decidedAt;
  if (run.clock.month === 'stopped') return stoppedAt;
  return verdict.settledAt ?? verdict.decidedAt ?? run.stop?.at ?? run.cancelledAt;
}

/** Whether a run is counted in a period. What is still going was decided in none: it is counted at the end of each since its start. */
export function isCounted(verdict: Verdict, period: Period | undefined): boolean {
  if (period === undefined) return true;
  const at = countedAt(verdict);
  if (at !== undefined || verdict.outcome === 'undecided') return isWithin(period, at);
  const { start } = verdict.run;
  return start !== undefined && start.at < period.end;
}
