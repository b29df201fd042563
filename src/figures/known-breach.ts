import type { BreachRef } from '../domain/consequence.ts';
import type { Instant, Millis, Period } from '../domain/time.ts';
import type { Charged, Verdict } from '../domain/verdict.ts';
import { type DatedBreach, datedBreach } from './breaches.ts';
import { isCounted } from './counted.ts';
import type { Party } from './party.ts';

/** A breach, excused or not, as the figures of consequences know it. Plain values: parts can be merged. */
export interface KnownBreach {
  readonly ref: BreachRef;
  readonly outcome: Verdict['outcome'];
  /** In the period of the report. */
  readonly isCounted: boolean;
  readonly over?: Millis;
  readonly severity?: string;
  readonly charged?: Charged;
  /** Who answers, by the roster and the ticket's fields as of then. */
  readonly answering: Party;
  readonly at: Instant;
  readonly fields: readonly string[];
  readonly dated: DatedBreach;
}

export function knownBreach(
  verdict: Verdict,
  answering: Party,
  { asOf, period }: { readonly asOf: Instant; readonly period?: Period },
): KnownBreach {
  const { ticket, run, outcome, over, severity, charged, fields } = verdict;
  return {
    ref: { ticket, clock: run.clock.id, cycle: run.cycle },
    outcome,
    isCounted: isCounted(verdict, period),
    ...(over !== undefined && { over }),
    ...(severity !== undefined && { severity }),
    ...(charged !== undefined && { charged }),
    ...{ answering, at: verdict.decidedAt ?? asOf, fields, dated: datedBreach(verdict) },
  };
}
