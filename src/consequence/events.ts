import type { BreachRef } from '../domain/consequence.ts';
import type { BreachFilter } from '../domain/consequence-rules.ts';
import type { Condition } from '../domain/policy.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Breach } from './breach.ts';
import { byCodeUnits } from './order.ts';

/** Who is who: what the consequence room asks of the people's rooms. */
export interface Society {
  /** Who answers for a run, or would have answered. */
  readonly answering: (verdict: Verdict) => { readonly kind: string; readonly name: string };
  /** The roster's unit of an employee at an instant; '' where nothing says. */
  readonly unitOf: (employee: string, unit: 'department' | 'team', at: Instant) => string;
  /** The roster's name for an id. */
  readonly nameOf: (id: string) => string | undefined;
  /** What a share of somebody's bonus is a share of, in minor units. */
  readonly bonusBase: (id: string, at: Instant) => number | undefined;
  /** Whether a condition holds for a ticket's fields. */
  readonly holds: (condition: Condition, values: readonly string[]) => boolean;
  /** The value of a field among a ticket's. */
  readonly field: (values: readonly string[], field: string) => string;
}

/**
 * A breach as it came to count: when it was settled, and again when it grew into a graver band, for ladders that ask for
 * that band. A month that is closed never changes by what a breach became later (S27).
 */
export interface BreachEvent {
  readonly breach: Breach;
  readonly ref: BreachRef;
  /**
   * From then on it counts: breaches are taken in the order of their decisions. One that was decided before the month in
   * which it was settled counts from that month's beginning on: the month before is closed (S27).
   */
  readonly at: Instant;
  /** It counts in the period in which this lies. */
  readonly settledAt: Instant;
  readonly decidedAt: Instant;
  readonly severity: string | undefined;
  /** How far over at the stop; absent while it goes on. */
  readonly over: Millis | undefined;
  readonly stoppedAt: Instant | undefined;
}

/** In time order; of one instant by decision, ticket, clock, cycle. */
export function byTime(a: BreachEvent, b: BreachEvent): number {
  return (
    a.at - b.at ||
    a.decidedAt - b.decidedAt ||
    byCodeUnits(a.ref.ticket, b.ref.ticket) ||
    byCodeUnits(a.ref.clock, b.ref.clock) ||
    a.ref.cycle - b.ref.cycle
  );
}

/** Whether a breach counts, as it then was. */
export function passes(event: BreachEvent, filter: BreachFilter, society: Society): boolean {
  const { breach, severity } = event;
  const isClock = filter.clocks.length === 0 || filter.clocks.includes(breach.ref.clock);
  const isBand = filter.severities.length === 0 || (severity !== undefined && filter.severities.includes(severity));
  return isClock && isBand && society.holds(filter.when, breach.fields);
}

/** The events that a ladder counts: each breach once, when it first passes. */
export function countedOnce(
  events: readonly BreachEvent[],
  filter: BreachFilter,
  society: Society,
): readonly BreachEvent[] {
  const passed = new Set<Breach>();
  return events.filter((event) => {
    if (passed.has(event.breach) || !passes(event, filter, society)) return false;
    passed.add(event.breach);
    return true;
  });
}
