import type { Instant, Period } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';

/** The start of the period is in, its end is out; without a period everything is in. */
export function isWithin(period: Period | undefined, at: Instant | undefined): boolean {
  if (period === undefined) return true;
  return at !== undefined && period.start <= at && at < period.end;
}

/**
 * Whether a run is counted in a period (S27): the one in which it was decided, for a breach the one in which it was
 * settled, so that no run falls between two months; or, where its clock says so, that of its start or of its stop.
 *
 * An undecided run counts where it stopped or, not knowing that, where it started. What is still going was decided
 * in no period: it is counted at the end of every period since its start.
 */
export function isCounted(verdict: Verdict, period: Period | undefined): boolean {
  if (period === undefined) return true;
  const { run, outcome } = verdict;
  if (outcome === 'undecided') return isWithin(period, run.stop?.at ?? run.start?.at ?? verdict.decidedAt);
  if (run.clock.month === 'created') return isWithin(period, run.start?.at ?? verdict.decidedAt);
  if (run.clock.month === 'stopped' && run.stop === undefined && run.cancelledAt === undefined)
    return run.start !== undefined && run.start.at < period.end;
  if (run.clock.month === 'stopped') return isWithin(period, run.cancelledAt ?? run.stop?.at);
  const decidedAt = verdict.settledAt ?? verdict.decidedAt ?? run.stop?.at ?? run.cancelledAt;
  if (decidedAt !== undefined) return isWithin(period, decidedAt);
  return run.start !== undefined && run.start.at < period.end;
}
