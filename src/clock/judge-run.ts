import type { Instant, Millis, Span } from '../domain/time.ts';
import type { Moment, Outcome, PauseSpan, Remark, Run, VagueSpan, Verdict } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock } from './compile.ts';
import { type Measurement, measure, type Stay } from './measure.ts';
import { reasonOf } from './reason.ts';
import { bandsUpTo, severityOf } from './severity.ts';
import { NOT_APPLICABLE, targetAt, targetsInForce } from './targets-in-force.ts';
import { traceRuns } from './trace-runs.ts';
import { traceStays } from './trace-stays.ts';

/** What a run is judged from. */
export interface Court {
  readonly clock: CompiledClock;
  readonly timeline: Timeline;
  readonly asOf: Instant;
  /** The policy is in force from then on; absent: always. */
  readonly effective: Instant | undefined;
  /** No longer in force from then on; absent: until the next version is. */
  readonly until: Instant | undefined;
  /** Only runs that started in it are judged: those of other versions of the policy are theirs (S32). */
  readonly inForce: Span;
  /** When exclusions touched the ticket. */
  readonly exclusions: readonly Span[];
  /** Rows of the ticket were set aside: nothing about it is certain. */
  readonly isIncomplete: boolean;
  /** Missing digits hide in which order the ticket's events came. */
  readonly isOrderVague: boolean;
}

/** A verdict before anybody is charged with it. */
export type Judgement = Omit<Verdict, 'charged'>;

/**
 * Judges one run; `undefined` where the clock does not apply to it.
 *
 * Where stamps lack digits (S8) the run is judged at its best and at its worst reading too: if they differ, it is
 * undecided.
 */
export function judgeRun(run: Run, court: Court): Judgement | undefined {
  const { start } = run;
  if (start === undefined || run.remarks.some(({ kind }) => kind === 'stop-before-start')) {
    return judgeWithoutLength(run, court);
  }
  const stay = stayOf(run, court, 'nominal');
  const inForce = targetsInForce(court.clock, court.timeline, start.at, asOfStay(run, stay.end));
  const nominal = measure(court.clock, stay, inForce);
  if (nominal === undefined) return undefined;
  if (court.isIncomplete) return undecided(run, court, nominal, { kind: 'incomplete-rows' });
  if (court.isOrderVague) return undecided(run, court, nominal, VAGUE_ORDER);

  const isVague = inForce.some(({ promised }) => promised !== undefined && promised.latest > promised.at);
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
  const remarks = remarksOn(run, start, court, { ...nominal, isPromisedBeforeStart }, outcome, doubt.dependsOnDigits);
  const isCoarse = run.certainty === 'coarse';
  const over = overOf(nominal);
  const settled = outcome === 'breached' ? settledAt(run, nominal, doubt) : undefined;
  const severity = outcome === 'breached' ? bandOf(run, nominal, doubt) : undefined;
  const isDueKnown = outcome === 'breached' || outcome === 'met' || outcome === 'running';
  return {
    ticket: court.timeline.ticket,
    run: { ...run, remarks, start: startedAgain(start, nominal.countedFrom) },
    outcome,
    ...(nominal.target !== undefined && { target: nominal.target.target }),
    ...(isDueKnown && dueAt !== undefined && { dueAt }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(settled !== undefined && { settledAt: settled }),
    ...(!isCoarse && { elapsed: nominal.elapsed, wall: stay.end - nominal.countedFrom }),
    ...(!isVague && nominal.allowed !== undefined && Number.isFinite(nominal.allowed) && { within: nominal.allowed }),
    ...(!isCoarse && !isVague && over !== undefined && { over }),
    paused: nominal.paused,
    excluded: nominal.excluded,
    ...(nominal.milestones.length > 0 && { milestones: nominal.milestones }),
    ...(isCoarse && doubt.bounds && { bounds: doubt.bounds }),
    ...(severity !== undefined && { severity }),
    ...(settled !== undefined &&
      run.clock.severity.length > 0 && { bands: bandsEntered(run, nominal, settled, doubt) }),
    ...fieldsOf(run, court.timeline, outcome, decidedAt ?? stay.end),
    reason: reasonOf(remarks, doubt.bounds),
  };
}

/** Least and most that a run's length can be, and whether that decides its verdict. */
interface Doubt {
  readonly dependsOnDigits: boolean;
  readonly bounds: Bounds | undefined;
  /** The readings with least and most time used; absent where nothing is doubtful. A breach at its best is beyond doubt. */
  readonly best: Measurement | undefined;
  readonly worst: Measurement | undefined;
}

/**
 * A breach is settled when it is beyond doubt, and not before the stop where that tells it from a slip in the export, or where
 * the clock calls nothing a breach before it (S26).
 */
function settledAt(run: Run, { exceededAt = -Infinity }: Measurement, doubt: Doubt): Instant {
  const waits = run.earlyStop !== undefined || run.clock.stillOpen === 'closed-only';
  const told = waits ? (run.stop?.at ?? run.cancelledAt ?? -Infinity) : -Infinity;
  return Math.max(exceededAt, doubt.best?.exceededAt ?? -Infinity, told);
}

const VAGUE_ORDER: Remark = { kind: 'imprecise', detail: 'the stamps do not say which event came first' };

/** The day or hour was promised, and it was that day or hour: nobody can say whether it was kept. */
const VAGUE_PROMISE: Remark = { kind: 'imprecise', detail: 'the promise names no time of day' };

const NO_DOUBT: Doubt = { dependsOnDigits: false, bounds: undefined, best: undefined, worst: undefined };

function doubtOf(run: Run, court: Court): Doubt {
  const [best, worst] = [measureReading(run, court, 'best'), measureReading(run, court, 'worst')];
  return {
    dependsOnDigits: best?.isBreached !== worst?.isBreached,
    bounds: best && worst ? { best: best.elapsed, worst: worst.elapsed } : undefined,
    best,
    worst,
  };
}

/** Neither stopped nor cancelled by the as-of instant. */
export function isOpen({ stop, cancelledAt }: Run): boolean {
  return stop === undefined && cancelledAt === undefined;
}

function remarksOn(
  run: Run,
  start: Moment,
  court: Court,
  measurement: Measurement,
  outcome: Outcome,
  dependsOnDigits: boolean,
): Remark[] {
  const remarks: Remark[] = [...run.remarks];
  const isReset = run.remarks.some(({ kind }) => kind === 'reset');
  if (dependsOnDigits) remarks.push({ kind: 'ambiguous-time' });
  if (outcome === 'no-target') remarks.push({ kind: 'no-target' });
  if (run.cancelledAt !== undefined && !isReset) remarks.push({ kind: 'cancelled' });
  if (measurement.isPromisedBeforeStart) remarks.push({ kind: 'promised-before-start' });
  if (measurement.isBreached && isOpen(run)) remarks.push({ kind: 'still-open' });
  if (measurement.usedUpAtChange) remarks.push({ kind: 'used-up-at-change' });
  if (run.undoneStops.length > 0) remarks.push(reopenedRemark(run, court));
  if (court.effective !== undefined && start.at < court.effective) remarks.push({ kind: 'before-policy' });
  if (court.until !== undefined && start.at >= court.until) remarks.push({ kind: 'after-policy' });
  return remarks;
}

/** A count that began anew at a change began with the change (S21, restart). */
function startedAgain(start: Moment, countedFrom: Instant): Moment {
  return countedFrom === start.at
    ? start
    : { ...start, at: countedFrom, latest: countedFrom, grade: 'exact', happenedAt: start.at };
}

/** The runs of the court's clock that started while its version of the policy was in force; one without a start goes by its stop. */
export function runsInForce(court: Court, pauses: readonly PauseSpan[]): Run[] {
  const { start, end } = court.inForce;
  const runs =
    court.clock.during.length > 0
      ? traceStays(court.clock, court.timeline, pauses)
      : traceRuns(court.clock, court.timeline, pauses, (run) => isRunBreached(run, court));
  return runs.filter((run) => {
    const at = run.start?.at ?? run.stop?.at ?? -Infinity;
    return start <= at && at < end;
  });
}

/** Was the run broken by its stop? Used where a reopening must know. */
export function isRunBreached(run: Run, court: Court): boolean {
  return run.start !== undefined && (measureReading(run, court, 'nominal')?.isBreached ?? false);
}

function measureReading(run: Run, court: Court, reading: Stay['reading']): Measurement | undefined {
  const stay = stayOf(run, court, reading);
  return measure(
    court.clock,
    stay,
    targetsInForce(court.clock, court.timeline, run.start?.at ?? stay.start, asOfStay(run, stay.end)),
  );
}

/** `best`: as little time as the stamps allow. `worst`: as much. */
export function stayOf(run: Run, court: Court, reading: Stay['reading']): Stay {
  const isBest = reading === 'best';
  const isWorst = reading === 'worst';
  const began = (isWorst ? run.start?.earliest : undefined) ?? run.start?.at ?? court.asOf;
  const end = run.cancelledAt ?? stopRead(run.stop, reading) ?? Math.max(court.asOf, began);
  const start = isBest ? Math.min(run.start?.latest ?? began, end) : began;
  const read = (span: VagueSpan): Span => ({
    start: isWorst ? span.latestStart : ((isBest ? span.earliestStart : undefined) ?? span.start),
    end: Math.min(isBest ? span.latestEnd : ((isWorst ? span.earliestEnd : undefined) ?? span.end), end),
  });
  const isSome = (span: Span): boolean => span.start < span.end;
  const [gaps, pauses] = [run.gaps.map(read).filter(isSome), run.pauses.map(read)];
  return { start, end, gaps, pauses, exclusions: court.exclusions, reading };
}

function stopRead(stop: Moment | undefined, reading: Stay['reading']): Instant | undefined {
  if (reading === 'worst') return stop?.latest;
  return (reading === 'best' ? stop?.earliest : undefined) ?? stop?.at;
}

function outcomeOf(run: Run, measurement: Measurement, asOf: Instant): Outcome {
  const isForgiven = isOpen(run) && run.clock.stillOpen === 'closed-only';
  if (measurement.isBreached && !isForgiven) return 'breached';
  if (run.cancelledAt !== undefined) return 'cancelled';
  if (measurement.target === undefined) return 'no-target';
  if (run.stop !== undefined) return 'met';
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

type Bounds = { readonly best: Millis; readonly worst: Millis };

/**
 * Where digits are missing, the band is known only if both readings fall into it (S8): a graver one may cost more. Which of
 * two occurrences a local time was is settled by the policy (S4).
 */
function bandOf({ clock, certainty }: Run, nominal: Measurement, { best, worst }: Doubt): string | undefined {
  const isSettled = certainty === 'ambiguous';
  const least = overOf(isSettled ? nominal : (best ?? nominal));
  const most = overOf(isSettled ? nominal : (worst ?? nominal));
  if (least === undefined || most === undefined) return undefined;
  const band = severityOf(clock.severity, least);
  return band === severityOf(clock.severity, most) ? band : undefined;
}

/**
 * The bands it came into, and when; before the breach was settled it was in none. Where digits are missing it is in none
 * either while one reading is in the graver band already and the other is not.
 */
function bandsEntered(
  { clock, certainty }: Run,
  nominal: Measurement,
  settled: Instant,
  { best, worst }: Doubt,
): NonNullable<Verdict['bands']> {
  // A promise for an hour or a day leaves exact stamps in doubt, too.
  const readings = certainty === 'ambiguous' ? [nominal] : [best ?? nominal, worst ?? nominal];
  const entered = readings.map((reading) =>
    bandsUpTo(clock.severity, overOf(reading) ?? 0).map(({ name, from }) => ({
      name,
      from: from <= 1 ? settled : Math.max(settled, reading.overFrom(from) ?? settled),
    })),
  );
  const bands: { name: string | undefined; from: Instant }[] = [];
  for (const from of new Set(
    entered
      .flat()
      .map((band) => band.from)
      .sort((a, b) => a - b),
  )) {
    // A target that was used up when it came into force is over by much at once: of the bands of one instant the last counts.
    const [name, other = name] = entered.map((each) => each.findLast((band) => band.from <= from)?.name ?? '');
    const known = name === other && name !== '' ? name : undefined;
    if (known !== bands.at(-1)?.name) bands.push({ name: known, from });
  }
  return bands;
}

/** How far beyond its target; `undefined` where there is none, or it was kept. */
function overOf({ isBreached, elapsed, allowed }: Measurement): Millis | undefined {
  return isBreached && allowed !== undefined ? elapsed - allowed : undefined;
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

/** What is asked as of the end of a stay is asked as of just before: what changes then is the next holder's. */
export function asOfStay({ endsStay, start, stop }: Run, at: Instant): Instant {
  if (endsStay !== true || start === undefined || stop === undefined || stop.at <= start.at) return at;
  return Math.min(at, stop.at - 1);
}

/** The fields at the decision; and, of a run kept, as they were until its stop, where the stop changed them. */
function fieldsOf(
  run: Run,
  timeline: Timeline,
  outcome: Outcome,
  decidedAt: Instant,
): Pick<Judgement, 'fields' | 'fieldsBefore'> {
  const { start, stop } = run;
  const hasPassed = start !== undefined && stop !== undefined && outcome !== 'breached' && start.at < stop.at;
  const until = hasPassed ? fieldsAt(timeline, stop.at - 1) : undefined;
  if (until !== undefined && run.endsStay === true) return { fields: until };
  const fields = fieldsAt(timeline, asOfStay(run, decidedAt));
  if (until === undefined) return { fields };
  // What was not known until then is taken as the stop has it: the agent whose first row is the answer.
  const before = until.map((value, index) => value || (fields[index] ?? ''));
  return before.some((value, index) => value !== fields[index]) ? { fields, fieldsBefore: before } : { fields };
}

/** The ticket's fields as texts, in the records' order, as of an instant. */
export function fieldsAt(timeline: Timeline, instant: Instant): readonly string[] {
  const step = timeline.stepIn(instant);
  const texts: string[] = [];
  for (let field = 0; field < timeline.fieldCount; field++) {
    texts.push(timeline.text(step < 0 ? timeline.value(0, field) : timeline.value(step, field)));
  }
  return texts;
}
