import type { TicketFigures } from '../domain/report.ts';
import type { Verdict } from '../domain/verdict.ts';
import { ratio } from './ratio.ts';

/** Tickets created in the period (S27). Plain values; `add` and `merge` change the first argument. */
export interface TicketTotals {
  created: number;
  cancelled: number;
  resolved: number;
}

/** What became of a ticket, as of the instant up to which it was judged. */
export type Fate = 'cancelled' | 'resolved' | 'open';

export function emptyTicketTotals(): TicketTotals {
  return { created: 0, cancelled: 0, resolved: 0 };
}

export function addTicket(totals: TicketTotals, fate: Fate): void {
  totals.created += 1;
  if (fate !== 'open') totals[fate] += 1;
}

export function mergeTicketTotals(totals: TicketTotals, other: TicketTotals): void {
  totals.created += other.created;
  totals.cancelled += other.cancelled;
  totals.resolved += other.resolved;
}

/**
 * Cancelled: a clock of kind resolution was cancelled in its last round or, where none ran, any clock was. Resolved:
 * every clock of kind resolution that ran has stopped in its last round, a reopened ticket is open again.
 */
export function fateOf(verdicts: readonly Verdict[]): Fate {
  const last = lastRounds(verdicts);
  const resolutions = last.filter((verdict) => verdict.run.clock.kind === 'resolution');
  if ((resolutions.length > 0 ? resolutions : last).some(isCancelled)) return 'cancelled';
  const isResolved = resolutions.length > 0 && resolutions.every((verdict) => verdict.run.stop !== undefined);
  return isResolved ? 'resolved' : 'open';
}

function lastRounds(verdicts: readonly Verdict[]): Verdict[] {
  const last = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const earlier = last.get(verdict.run.clock.id);
    if (earlier === undefined || earlier.run.cycle < verdict.run.cycle) last.set(verdict.run.clock.id, verdict);
  }
  return [...last.values()];
}

/** A cancellation after the breach leaves the verdict; the ticket is cancelled all the same. */
function isCancelled({ outcome, run }: Verdict): boolean {
  return outcome === 'cancelled' || (run.cancelledAt !== undefined && run.stop === undefined);
}

/** Cancelled tickets are in no denominator (S29). */
export function ticketFigures(totals: TicketTotals, hasResolution: boolean): TicketFigures {
  const { created, cancelled, resolved } = totals;
  return { created, cancelled, resolved, resolution: hasResolution ? ratio(resolved, created - cancelled) : null };
}
