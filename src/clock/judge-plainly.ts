import type { Instant, Millis } from '../domain/time.ts';
import type { Moment, Remark, Run } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock, CompiledTarget } from './compile.ts';
import type { Court, Judgement } from './court.ts';
import { bandOf, bandsEntered, NO_DOUBT } from './doubt.ts';
import { fieldsOf } from './fields-at.ts';
import { countedAfter, pausedWithin } from './plain-count.ts';
import { canChange, NOT_APPLICABLE, targetAt } from './targets-in-force.ts';

/**
 * Whether a ticket asks nothing of a clock but to count from start to stop: its stamps are known to the second, and one target
 * was in force all along.
 */
export function isPlainFor(clock: CompiledClock, timeline: Timeline): boolean {
  return (
    timeline.isExact && clock.milestones.length === 0 && clock.pauseTotals.length === 0 && !canChange(clock, timeline)
  );
}

/**
 * The judgement that `judgeRun` comes to, for a run of a plain court that was taken from start to stop, or up to now, with
 * nothing but pauses in between; `undefined` where only `judgeRun` can tell. Nearly all runs are of this kind, and a few looks
 * into the index of open time are all that they need.
 */
export function judgePlainly(run: Run, court: Court): Judgement | undefined {
  const { clock, timeline } = court;
  const { start, stop, pauses } = run;
  if (start === undefined || !isSimple(run) || !isInForce(start, court)) return undefined;
  const target = targetAt(clock, timeline, timeline.stepIn(start.at));
  if (target === undefined || target === NOT_APPLICABLE || target.target.within.kind !== 'duration') return undefined;

  const { openTime } = target;
  const allowed = target.target.within.length;
  const end = stop?.at ?? Math.max(court.asOf, start.at);
  const dueAt = countedAfter(openTime, pauses, start.at, end, allowed);
  if (dueAt === undefined || isTouched(court, start.at, Math.max(end, dueAt))) return undefined;
  const paused = pauses.length === 0 ? 0 : pausedWithin(openTime, pauses, start.at, end);
  const elapsed = openTime.between(start.at, end) - paused;
  const counted: Counted = { start: start.at, end, elapsed, paused, allowed, dueAt };
  // Exactly on target is met, unless the policy draws the border there (S6).
  if (elapsed > allowed || (elapsed === allowed && clock.clock.boundary === 'exclusive')) {
    return clock.clock.stillOpen === 'closed-only' ? undefined : breached(run, court, target, counted);
  }
  return stop === undefined ? goingOn(run, court, target, counted) : met(run, stop, court, target, counted);
}

/** How a run was counted. Lengths are service time. */
interface Counted {
  readonly start: Instant;
  readonly end: Instant;
  readonly elapsed: Millis;
  readonly paused: Millis;
  readonly allowed: Millis;
  readonly dueAt: Instant;
}

/** Nothing cut it short or began it anew, and nothing is to be remarked. */
function isSimple(run: Run): boolean {
  return (
    run.remarks.length === 0 &&
    run.gaps.length === 0 &&
    run.undoneStops.length === 0 &&
    run.cancelledAt === undefined &&
    run.earlyStop === undefined &&
    run.endsStay === undefined
  );
}

/** Whether an exclusion took time out of the run, or would before it is due. */
function isTouched({ exclusions }: Court, start: Instant, until: Instant): boolean {
  for (const exclusion of exclusions) if (exclusion.end > start && exclusion.start <= until) return true;
  return false;
}

function isInForce({ at }: Moment, { effective = -Infinity, until = Infinity }: Court): boolean {
  return effective <= at && at < until;
}

// Each outcome is written out: engines make objects of one literal alike, and spreading parts that may be absent costs more than
// all else about a run.

function met(run: Run, stop: Moment, { timeline }: Court, target: CompiledTarget, counted: Counted): Judgement {
  const { fields, fieldsBefore } = fieldsOf(run, timeline, 'met', stop.at);
  const { start, end, elapsed, paused, allowed, dueAt } = counted;
  if (fieldsBefore === undefined) {
    return {
      ticket: timeline.ticket,
      run,
      outcome: 'met',
      target: target.target,
      dueAt,
      decidedAt: stop.at,
      elapsed,
      wall: end - start,
      within: allowed,
      paused,
      excluded: 0,
      fields,
      reason: '',
    };
  }
  return {
    ticket: timeline.ticket,
    run,
    outcome: 'met',
    target: target.target,
    dueAt,
    decidedAt: stop.at,
    elapsed,
    wall: end - start,
    within: allowed,
    paused,
    excluded: 0,
    fields,
    fieldsBefore,
    reason: '',
  };
}

function goingOn(run: Run, court: Court, target: CompiledTarget, counted: Counted): Judgement {
  const { start, end, elapsed, paused, allowed, dueAt } = counted;
  const judgement = {
    ticket: court.timeline.ticket,
    run,
    target: target.target,
    elapsed,
    wall: end - start,
    within: allowed,
    paused,
    excluded: 0,
    fields: court.timeline.textsAt(court.timeline.stepIn(end)),
    reason: '',
  };
  const isPaused = run.pauses.some((pause) => pause.start <= court.asOf && court.asOf < pause.end);
  // Nobody knows when a pause that goes on will let the time run out.
  return isPaused ? { ...judgement, outcome: 'paused' } : { ...judgement, outcome: 'running', dueAt };
}

function breached(run: Run, { clock, timeline }: Court, target: CompiledTarget, counted: Counted): Judgement {
  const { start, end, elapsed, paused, allowed, dueAt } = counted;
  const overFrom = (over: Millis) => countedAfter(target.openTime, run.pauses, start, end, allowed + over);
  const isOpen = run.stop === undefined;
  // Used up exactly at closing it may still be kept at the next opening: it is settled when time counts again.
  const exceededAt = clock.clock.boundary === 'exclusive' ? dueAt : (overFrom(1) ?? dueAt + 1) - 1;
  const settledAt = Math.max(exceededAt, dueAt);
  const judgement = {
    ticket: timeline.ticket,
    run: isOpen ? { ...run, remarks: STILL_OPEN } : run,
    outcome: 'breached' as const,
    target: target.target,
    dueAt,
    decidedAt: dueAt,
    settledAt,
    elapsed,
    wall: end - start,
    within: allowed,
    over: elapsed - allowed,
    paused,
    excluded: 0,
    fields: timeline.textsAt(timeline.stepIn(dueAt)),
    reason: isOpen ? 'still-open' : '',
  };
  if (clock.clock.severity.length === 0) return judgement;
  const reading = { isBreached: true, elapsed, allowed, overFrom };
  const severity = bandOf(run, reading, NO_DOUBT);
  const bands = bandsEntered(run, reading, settledAt, NO_DOUBT);
  return severity === undefined ? { ...judgement, bands } : { ...judgement, severity, bands };
}

const STILL_OPEN: readonly Remark[] = [{ kind: 'still-open' }];
