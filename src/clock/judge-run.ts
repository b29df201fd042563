import type { Instant } from '../domain/time.ts';
import type { Moment, Outcome, Remark, Run, Verdict } from '../domain/verdict.ts';
import type { Court, Judgement } from './court.ts';
import { type Bounds, bandOf, bandsEntered, doubtOf, NO_DOUBT, overOf, settledAt } from './doubt.ts';
import { fieldsAt, fieldsOf } from './fields-at.ts';
import { judgePlainly } from './judge-plainly.ts';
import { type Measurement, measure } from './measure.ts';
import { asOfStay, isRunBreached, measureReading, outlineOf } from './measure-reading.ts';
import { reasonOf } from './reason.ts';
import { type InForce, NOT_APPLICABLE, targetAt, targetsInForce } from './targets-in-force.ts';

/**
 * Judges one run; `undefined` where the clock does not apply to it.
 *
 * Where stamps lack digits (S8) the run is judged at its best and at its worst reading too: if they differ, it is
 * undecided.
 */
export function judgeRun(run: Run, court: Court): Judgement | undefined {
  const plain = court.isPlain ? judgePlainly(run, court) : undefined;
  if (plain !== undefined) return plain;
  const { start } = run;
  if (start === undefined || run.remarks.some(isStopBeforeStart)) {
    return judgeWithoutLength(run, court);
  }
  const outline = outlineOf(run, court, 'nominal');
  const inForce = targetsInForce(court.clock, court.timeline, start.at, asOfStay(run, outline.end));
  const nominal = measure(court.clock, outline, inForce);
  if (nominal === undefined) return undefined;
  if (court.isIncomplete) return undecided(run, court, nominal, { kind: 'incomplete-rows' });
  if (court.isOrderVague) return undecided(run, court, nominal, VAGUE_ORDER);

  if (isPausedBeyond(run, court)) return undecided(run, court, nominal, { kind: 'pause-too-long' });

  const isVague = inForce.some(isVaguePromise);
  const doubt = run.certainty === 'exact' && !isVague ? NO_DOUBT : doubtOf(run, court);
  if (doubt.dependsOnDigits && isVague) {
    return undecided(run, court, { ...nominal, allowed: undefined }, VAGUE_PROMISE, doubt.bounds);
  }
  if (doubt.dependsOnDigits && run.certainty !== 'ambiguous') {
    return undecided(run, court, nominal, { kind: 'imprecise' }, doubt.bounds);
  }

  const outcome = outcomeOf(run, nominal, court.asOf);
  // What was promised for a day or an hour is broken when that has passed, by a length that nobody knows (S8).
  const { dueAt, isPromisedBeforeStart } = isVague && doubt.best !== undefined ? doubt.best : nominal;
  const decidedAt = outcome === 'breached' ? dueAt : (run.cancelledAt ?? run.stop?.at);
  const remarks = remarksOn(run, start, court, {
    outcome,
    isPromisedBeforeStart,
    isBreached: nominal.isBreached,
    isUsedUpAtChange: nominal.usedUpAtChange,
    dependsOnDigits: doubt.dependsOnDigits,
  });
  const isCoarse = run.certainty === 'coarse';
  const isDueKnown = outcome === 'breached' || outcome === 'met' || outcome === 'running';
  const { allowed, elapsed, paused, excluded, milestones, countedFrom, target } = nominal;
  const { fields, fieldsBefore } = fieldsOf(run, court.timeline, outcome, decidedAt ?? outline.end);
  // Put together part by part: spreading parts that may be absent costs more than all else about a run.
  const judgement: Draft = {
    ticket: court.timeline.ticket,
    run: asJudged(run, start, remarks, countedFrom),
    outcome,
    paused,
    excluded,
    fields,
    reason: reasonOf(remarks, doubt.bounds),
  };
  if (target !== undefined) judgement.target = target.target;
  if (isDueKnown && dueAt !== undefined) judgement.dueAt = dueAt;
  if (decidedAt !== undefined) judgement.decidedAt = decidedAt;
  if (!isCoarse) {
    judgement.elapsed = elapsed;
    judgement.wall = outline.end - countedFrom;
  }
  if (!isVague && allowed !== undefined && Number.isFinite(allowed)) judgement.within = allowed;
  if (milestones.length > 0) judgement.milestones = milestones;
  if (isCoarse && doubt.bounds !== undefined) judgement.bounds = doubt.bounds;
  if (fieldsBefore !== undefined) judgement.fieldsBefore = fieldsBefore;
  if (nominal.isBreached) {
    const over = overOf(nominal);
    if (!isCoarse && !isVague && over !== undefined) judgement.over = over;
  }
  if (outcome === 'breached') {
    const settled = settledAt(run, nominal, doubt);
    judgement.settledAt = settled;
    const severity = bandOf(run, nominal, doubt);
    if (severity !== undefined) judgement.severity = severity;
    if (run.clock.severity.length > 0) judgement.bands = bandsEntered(run, nominal, settled, doubt);
  }
  return judgement;
}

type Draft = { -readonly [Key in keyof Judgement]: Judgement[Key] };

function isStopBeforeStart({ kind }: Remark): boolean {
  return kind === 'stop-before-start';
}

function isVaguePromise({ promised }: InForce): boolean {
  return promised !== undefined && promised.latest > promised.at;
}

const VAGUE_ORDER: Remark = { kind: 'imprecise', detail: 'the stamps do not say which event came first' };

/** The day or hour was promised, and it was that day or hour: nobody can say whether it was kept. */
const VAGUE_PROMISE: Remark = { kind: 'imprecise', detail: 'the promise names no time of day' };

/** More paused time than there was time at all, however its stamps are read: one of them is wrong. */
function isPausedBeyond(run: Run, court: Court): boolean {
  if (run.unplacedPause === undefined) return false;
  const { unplacedPause, ...unpaused } = run;
  return (measureReading(unpaused, court, 'worst')?.elapsed ?? 0) < unplacedPause.least;
}

/** Neither stopped nor cancelled by the as-of instant. */
export function isOpen({ stop, cancelledAt }: Run): boolean {
  return stop === undefined && cancelledAt === undefined;
}

/** Where the run ended, or is measured up to; a duty's interval ends when it is missed. */
export function endOf({ run, decidedAt }: Verdict, asOf: Instant): Instant {
  return run.cancelledAt ?? run.stop?.at ?? (run.clock.kind === 'duty' ? decidedAt : undefined) ?? asOf;
}

/** What of a measured run is worth a remark. */
interface Remarkable {
  readonly outcome: Outcome;
  readonly isPromisedBeforeStart: boolean;
  readonly isBreached: boolean;
  readonly isUsedUpAtChange: boolean;
  readonly dependsOnDigits: boolean;
}

function remarksOn(run: Run, start: Moment, court: Court, found: Remarkable): readonly Remark[] {
  const remarks: Remark[] = [];
  if (found.dependsOnDigits) remarks.push({ kind: 'ambiguous-time' });
  if (found.outcome === 'no-target') remarks.push({ kind: 'no-target' });
  if (run.cancelledAt !== undefined && !run.remarks.some(({ kind }) => kind === 'reset'))
    remarks.push({ kind: 'cancelled' });
  if (found.isPromisedBeforeStart) remarks.push({ kind: 'promised-before-start' });
  if (found.isBreached && isOpen(run)) remarks.push({ kind: 'still-open' });
  if (found.isUsedUpAtChange) remarks.push({ kind: 'used-up-at-change' });
  if (run.undoneStops.length > 0) remarks.push(reopenedRemark(run, court));
  if (court.effective !== undefined && start.at < court.effective) remarks.push({ kind: 'before-policy' });
  if (court.until !== undefined && start.at >= court.until) remarks.push({ kind: 'after-policy' });
  return remarks.length === 0 ? run.remarks : [...run.remarks, ...remarks];
}

/** With all that is remarked of it. A count that began anew at a change began with the change (S21, restart). */
function asJudged(run: Run, start: Moment, remarks: readonly Remark[], countedFrom: Instant): Run {
  if (countedFrom === start.at) return remarks === run.remarks ? run : { ...run, remarks };
  const again: Moment = { ...start, at: countedFrom, latest: countedFrom, grade: 'exact', happenedAt: start.at };
  return { ...run, remarks, start: again };
}

function outcomeOf(run: Run, measurement: Measurement, asOf: Instant): Outcome {
  const isForgiven = isOpen(run) && run.clock.stillOpen === 'closed-only';
  if (measurement.isBreached && !isForgiven) return 'breached';
  if (run.cancelledAt !== undefined) return 'cancelled';
  if (measurement.target === undefined) return 'no-target';
  if (run.stop !== undefined) return 'met';
  if (run.pauses.length === 0) return 'running';
  return run.pauses.some((pause) => pause.start <= asOf && asOf < pause.end) ? 'paused' : 'running';
}

/** Stop without start, or before it: nothing can be measured (S30). */
function judgeWithoutLength(run: Run, court: Court): Judgement | undefined {
  const seenAt = Math.max(run.start?.at ?? -Infinity, run.stop?.at ?? -Infinity);
  if (targetAt(court.clock, court.timeline, court.timeline.stepIn(seenAt)) === NOT_APPLICABLE) return undefined;
  return {
    ticket: court.timeline.ticket,
    run,
    outcome: 'undecided',
    fields: fieldsAt(court.timeline, seenAt),
    reason: reasonOf(court.isIncomplete ? [...run.remarks, { kind: 'incomplete-rows' }] : run.remarks, undefined),
  };
}

function undecided(run: Run, court: Court, measurement: Measurement, remark: Remark, bounds?: Bounds): Judgement {
  const remarks = [...run.remarks, remark];
  return {
    ticket: court.timeline.ticket,
    run: { ...run, remarks },
    outcome: 'undecided',
    ...(measurement.target !== undefined && { target: measurement.target.target }),
    ...(measurement.allowed !== undefined && Number.isFinite(measurement.allowed) && { within: measurement.allowed }),
    ...(bounds !== undefined && { bounds, paused: measurement.paused, excluded: measurement.excluded }),
    fields: fieldsAt(court.timeline, asOfStay(run, run.cancelledAt ?? run.stop?.at ?? court.asOf)),
    reason: reasonOf(remarks, bounds),
  };
}

/** Keeps the first stop's result beside the last one's (S15). */
function reopenedRemark(run: Run, court: Court): Remark {
  const firstStop = run.undoneStops[0];
  const rounds = `${run.undoneStops.length + 1} rounds`;
  if (firstStop === undefined) return { kind: 'reopened', detail: rounds };
  const firstRound: Run = { ...run, stop: firstStop, gaps: [], undoneStops: [] };
  return {
    kind: 'reopened',
    detail: `${rounds}, first stop ${isRunBreached(firstRound, court) ? 'breached' : 'met'}`,
  };
}
