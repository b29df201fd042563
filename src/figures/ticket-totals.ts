import type { TicketFigures } from '../domain/report.ts';
import type { Verdict } from '../domain/verdict.ts';
import { ratio } from './ratio.ts';

/** Tickets created in the period (S27). */
export interface TicketTotals {
  readonly created: number;
  readonly cancelled: number;
  readonly resolved: number;
  /** Of those resolved, the ones of which the contacts are known, and of these the ones that took one. */
  readonly contactKnown: number;
  readonly firstContact: number;
  /** Resolved at least once, and of those the ones reopened at least once; without the cancelled. */
  readonly everResolved: number;
  readonly reopened: number;
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

/**
 * Cancelled: a clock of kind resolution was cancelled in its last round or, where none ran, any clock was. Resolved:
 * every clock of kind resolution that ran has stopped in its last round, a reopened ticket is open again.
 */
export function fateOf(verdicts: readonly Verdict[]): Fate {
  let isAnyCancelled = false;
  let isResolutionCancelled = false;
  let resolutions = 0;
  let stopped = 0;
  const isLast = verdicts.some(hasRounds) ? lastRounds(verdicts) : undefined;
  for (let index = 0; index < verdicts.length; index++) {
    const verdict = verdicts[index];
    if (verdict === undefined || isLast?.(verdict) === false) continue;
    const isOver = isCancelled(verdict);
    isAnyCancelled ||= isOver;
    if (verdict.run.clock.kind !== 'resolution') continue;
    resolutions++;
    isResolutionCancelled ||= isOver;
    if (verdict.run.stop !== undefined) stopped++;
  }
  if (resolutions > 0 ? isResolutionCancelled : isAnyCancelled) return 'cancelled';
  return resolutions > 0 && stopped === resolutions ? 'resolved' : 'open';
}

function hasRounds({ run }: Verdict): boolean {
  return run.cycle > 1;
}

function lastRounds(verdicts: readonly Verdict[]): (verdict: Verdict) => boolean {
  const last = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const earlier = last.get(verdict.run.clock.id);
    if (earlier === undefined || earlier.run.cycle < verdict.run.cycle) last.set(verdict.run.clock.id, verdict);
  }
  return (verdict) => last.get(verdict.run.clock.id) === verdict;
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
