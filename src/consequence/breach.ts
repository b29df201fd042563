import type { BreachRef } from '../domain/consequence.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { Charged, Verdict } from '../domain/verdict.ts';

/** All that consequences need to know of a breach, excused or not. Plain values: parts can be merged. */
export interface Breach {
  readonly ref: BreachRef;
  readonly isExcused: boolean;
  readonly isDuty: boolean;
  /** Its clock counts runs in the month of their creation. */
  readonly isOfCreation: boolean;
  /** It counts in the period in which this lies. */
  readonly settledAt: Instant;
  readonly decidedAt: Instant;
  /** When it stopped or was cancelled; absent: it goes on, or is an interval of a duty. */
  readonly stoppedAt?: Instant;
  readonly over?: Millis;
  readonly severity?: string;
  readonly bands?: Verdict['bands'];
  readonly charged?: Pick<Charged, 'kind' | 'to' | 'offDuty'>;
  /** Who answers, by the roster and the ticket's fields as of then. */
  readonly answering: { readonly kind: string; readonly name: string };
  /** Of its ticket, as of the breach. */
  readonly fields: readonly string[];
}

/** @param settledAt the instant by which it is counted in a period (S27) */
export function breachOf(verdict: Verdict, settledAt: Instant, { kind, name }: Breach['answering']): Breach {
  const { ticket, run, charged, over, severity, bands } = verdict;
  const stoppedAt = run.stop?.at ?? run.cancelledAt;
  return {
    ref: { ticket, clock: run.clock.id, cycle: run.cycle },
    isExcused: verdict.outcome === 'excused',
    isDuty: run.clock.kind === 'duty',
    isOfCreation: run.clock.month === 'created',
    settledAt,
    decidedAt: verdict.decidedAt ?? settledAt,
    answering: { kind, name },
    fields: verdict.fields,
    ...(stoppedAt !== undefined && { stoppedAt }),
    ...(over !== undefined && { over }),
    ...(severity !== undefined && { severity }),
    ...(bands !== undefined && { bands }),
    ...(charged !== undefined && {
      charged: {
        kind: charged.kind,
        to: charged.to,
        ...(charged.offDuty !== undefined && { offDuty: charged.offDuty }),
      },
    }),
  };
}
