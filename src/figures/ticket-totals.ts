import type { TicketFigures } from '../domain/report.ts';
import type { Verdict } from '../domain/verdict.ts';
import { ratio } from './ratio.ts';

/** Tickets created in the period (S27). Plain values; `add` and `merge` change the first argument. */
export interface TicketTotals {
  created: number;
  cancelled: number;
  resolved: number;
  /** Of those resolved, the ones of which the contacts are known, and of these the ones that took one. */
  contactKnown: number;
  firstContact: number;
  /** Resolved at least once, and of those the ones reopened at least once; without the cancelled. */
  everResolved: number;
  reopened: number;
}

/** What became of a ticket, as of the instant up to which it was judged. */
export type Fate = 'cancelled' | 'resolved' | 'open';

/** A ticket's fate, and how it came to it. */
export interface Outcome {
  readonly fate: Fate;
  /** `undefined`: nobody can tell. */
  readonly isFirstContact: boolean | undefined;
  readonly wasResolved: boolean;
  readonly wasReopened: boolean;
}

const COUNTS = [
  'created',
  'cancelled',
  'resolved',
  'contactKnown',
  'firstContact',
  'everResolved',
  'reopened',
] as const;

export function emptyTicketTotals(): TicketTotals {
  return { created: 0, cancelled: 0, resolved: 0, contactKnown: 0, firstContact: 0, everResolved: 0, reopened: 0 };
}

export function addTicket(totals: TicketTotals, { fate, isFirstContact, wasResolved, wasReopened }: Outcome): void {
  totals.created += 1;
  if (fate !== 'open') totals[fate] += 1;
  if (fate === 'resolved' && isFirstContact !== undefined) {
    totals.contactKnown += 1;
    if (isFirstContact) totals.firstContact += 1;
  }
  if (fate === 'cancelled' || !wasResolved) return;
  totals.everResolved += 1;
  if (wasReopened) totals.reopened += 1;
}

export function mergeTicketTotals(totals: TicketTotals, other: TicketTotals): void {
  for (const count of COUNTS) totals[count] += other[count];
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

/** Which of a ticket's figures can be told under a policy, of its exports. */
export interface Telling {
  readonly resolution: boolean;
  readonly firstContact: boolean;
  readonly reopened: boolean;
}

/** Cancelled tickets are in no denominator (S29). */
export function ticketFigures(totals: TicketTotals, tells: Telling): TicketFigures {
  const { created, cancelled, resolved } = totals;
  return {
    created,
    cancelled,
    resolved: tells.resolution ? resolved : null,
    resolution: tells.resolution ? ratio(resolved, created - cancelled) : null,
    firstContact: tells.firstContact ? ratio(totals.firstContact, totals.contactKnown) : null,
    reopened: tells.reopened ? ratio(totals.reopened, totals.everResolved) : null,
  };
}
