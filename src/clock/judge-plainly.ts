import type { Instant, Millis } from '../domain/time.ts';
import type { Moment, Remark, Run } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock, CompiledTarget } from './compile.ts';
import type { Court, Judgement } from './court.ts';
import { fieldsOf } from './fields-at.ts';
import { canChange, NOT_APPLICABLE, targetAt } from './targets-in-force.ts';

/**
 * Whether a ticket asks nothing of a clock but to count from start to stop: its stamps are known to the second, one target was
 * in force all along, and nothing takes time out for everybody.
 */
export function isPlainFor(clock: CompiledClock, timeline: Timeline, exclusions: Court['exclusions']): boolean {
  return (
    timeline.isExact &&
    exclusions.length === 0 &&
    clock.milestones.length === 0 &&
    clock.pauseTotals.length === 0 &&
    !canChange(clock, timeline)
  );
}

/**
 * The judgement that `judgeRun` comes to, for a run that nothing disturbed, of a court that is plain; `undefined` where only
 * `judgeRun` can tell. Nearly all runs are of this kind, and two looks into the index of open time are all that they need.
 */
export function judgePlainly(run: Run, court: Court): Judgement | undefined {
  const { clock, timeline } = court;
  const { start, stop } = run;
  if (start === undefined || !isUndisturbed(run) || !isInForce(start, court)) return undefined;
  const target = targetAt(clock, timeline, timeline.stepIn(start.at));
  if (target === undefined || target === NOT_APPLICABLE || target.target.within.kind !== 'duration') return undefined;

  const allowed = target.target.within.length;
  const end = stop?.at ?? Math.max(court.asOf, start.at);
  const elapsed = target.openTime.between(start.at, end);
  const dueAt = target.openTime.after(start.at, allowed);
  if (dueAt === undefined) return undefined;
  const counted = { start: start.at, end, elapsed, allowed, dueAt };
  // Exactly on target is met, unless the policy draws the border there (S6).
  if (elapsed > allowed || (elapsed === allowed && clock.clock.boundary === 'exclusive')) {
    return breached(run, court, target, counted);
  }
  return stop === undefined ? running(run, court, target, counted) : met(run, stop, court, target, counted);
}

/** How a run was counted. Lengths are service time. */
interface Counted {
  readonly start: Instant;
  readonly end: Instant;
  readonly elapsed: Millis;
  readonly allowed: Millis;
  readonly dueAt: Instant;
}

/** Nothing was taken out of it or cut it short, and nothing is to be remarked. */
function isUndisturbed(run: Run): boolean {
  return (
    run.pauses.length === 0 &&
    run.gaps.length === 0 &&
    run.remarks.length === 0 &&
    run.cancelledAt === undefined &&
    run.earlyStop === undefined &&
    run.endsStay === undefined &&
    run.undoneStops.length === 0
  );
}

function isInForce({ at }: Moment, { effective = -Infinity, until = Infinity }: Court): boolean {
  return effective <= at && at < until;
}

// Each outcome is written out: engines make objects of one literal alike, and spreading parts that may be absent costs more than
// all else about a run.

function met(run: Run, stop: Moment, { timeline }: Court, target: CompiledTarget, counted: Counted): Judgement {
  const { fields, fieldsBefore } = fieldsOf(run, timeline, 'met', stop.at);
  const judgement: Judgement = {
    ticket: timeline.ticket,
    run,
    outcome: 'met',
    target: target.target,
    dueAt: counted.dueAt,
    decidedAt: stop.at,
    elapsed: counted.elapsed,
    wall: counted.end - counted.start,
    within: counted.allowed,
    paused: 0,
    excluded: 0,
    fields,
    reason: '',
  };
  return fieldsBefore === undefined ? judgement : { ...judgement, fieldsBefore };
}

function running(run: Run, { timeline }: Court, target: CompiledTarget, counted: Counted): Judgement {
  return {
    ticket: timeline.ticket,
    run,
    outcome: 'running',
    target: target.target,
    dueAt: counted.dueAt,
    elapsed: counted.elapsed,
    wall: counted.end - counted.start,
    within: counted.allowed,
    paused: 0,
    excluded: 0,
    fields: timeline.textsAt(timeline.stepIn(counted.end)),
    reason: '',
  };
}

function breached(
  run: Run,
  { clock, timeline }: Court,
  target: CompiledTarget,
  counted: Counted,
): Judgement | undefined {
  const { start, end, elapsed, allowed, dueAt } = counted;
  // Bands that a breach grows into, and clocks that wait for the stop, are told by the general way.
  if (clock.clock.severity.length > 0 || clock.clock.stillOpen === 'closed-only') return undefined;
  const isOpen = run.stop === undefined;
  // Used up exactly at closing it may still be kept at the next opening: it is settled when time counts again.
  const next = clock.clock.boundary === 'exclusive' ? undefined : target.openTime.after(start, allowed + 1);
  return {
    ticket: timeline.ticket,
    run: isOpen ? { ...run, remarks: STILL_OPEN } : run,
    outcome: 'breached',
    target: target.target,
    dueAt,
    decidedAt: dueAt,
    settledAt: Math.max(next === undefined ? dueAt : next - 1, dueAt),
    elapsed,
    wall: end - start,
    within: allowed,
    over: elapsed - allowed,
    paused: 0,
    excluded: 0,
    fields: timeline.textsAt(timeline.stepIn(dueAt)),
    reason: isOpen ? 'still-open' : '',
  };
}

const STILL_OPEN: readonly Remark[] = [{ kind: 'still-open' }];
