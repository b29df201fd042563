import { formatInstant } from '../calendar/stamps.ts';
import type { ExcuseLine } from '../domain/breach-line.ts';
import type { Excuse } from '../domain/excuse.ts';
import type { BreachLine } from '../domain/report.ts';
import type { Instant, Period } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isCounted } from './counted.ts';
import { seconds } from './lengths.ts';
import { byCodeUnits } from './order.ts';

export interface DatedBreach {
  readonly decidedAt: Instant;
  readonly line: BreachLine;
}

/** Set aside or not: both stay on record. */
export function isBreach({ outcome }: Verdict): boolean {
  return outcome === 'breached' || outcome === 'excused';
}

/** The breach behind a number; `undefined` for what is no breach of the period. */
export function breach(verdict: Verdict, period: Period | undefined): DatedBreach | undefined {
  if (!isBreach(verdict) || !isCounted(verdict, period)) return undefined;
  return datedBreach(verdict);
}

/** A breach, whenever it was. */
export function datedBreach(verdict: Verdict): DatedBreach {
  const { run, charged, excuse } = verdict;
  const decidedAt = verdict.decidedAt ?? verdict.dueAt ?? Number.NaN;
  const line = {
    ticket: verdict.ticket,
    clock: run.clock.id,
    target: verdict.target?.id ?? '',
    cycle: run.cycle,
    startedAt: stamp(run.start?.at) ?? '',
    dueAt: stamp(verdict.dueAt) ?? '',
    stoppedAt: stamp(run.stop?.at) ?? null,
    cancelledAt: stamp(run.cancelledAt) ?? null,
    elapsed: length(verdict.elapsed),
    within: length(verdict.within),
    over: length(verdict.over),
    severity: verdict.severity ?? null,
    chargedTo: charged?.to ?? '',
    ...(charged?.name !== undefined && { chargedName: charged.name }),
    chargedKind: charged?.kind ?? 'unassigned',
    offDuty: charged?.offDuty ?? null,
    outcome: verdict.outcome === 'excused' ? verdict.outcome : ('breached' as const),
    excuse: excuse === undefined ? null : excuseLine(excuse),
  };
  return { decidedAt, line };
}

/** Without its place: nothing in a report depends on where a row stands. */
function excuseLine({ decision, by, at, reason, evidence }: Excuse): ExcuseLine {
  return { decision, by, at: formatInstant(at), reason, evidence };
}

function stamp(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : formatInstant(at);
}

function length(millis: number | undefined): number | null {
  return millis === undefined ? null : seconds(millis);
}

/** By decision, ticket, clock, cycle: no two breaches are equal in all four. */
export function byDecision(a: DatedBreach, b: DatedBreach): number {
  return (
    a.decidedAt - b.decidedAt ||
    byCodeUnits(a.line.ticket, b.line.ticket) ||
    byCodeUnits(a.line.clock, b.line.clock) ||
    a.line.cycle - b.line.cycle
  );
}
