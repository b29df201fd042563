import type { Moment, PauseSpan, Run, VagueSpan } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { appended } from './appended.ts';
import { certaintyOf } from './certainty.ts';
import type { CompiledClock } from './compile.ts';
import type { Court } from './court.ts';
import { isRunBreached } from './measure-reading.ts';
import { begin, type Draft, end, finish, momentOf } from './run-draft.ts';
import { findFact, isCancelled, isInRole, NO_FACT, occurs } from './trigger.ts';

/**
 * Every start-to-stop of a clock on one ticket.
 *
 * At one instant a stop comes before a start (S28), but a stop at the very instant of its start ends a run of zero
 * seconds, and a single fact that is both starts it. A start while running, a stop while stopped and anything after a
 * cancellation are ignored; but where each round is a run of its own, a cancelled one takes none of the others with it.
 *
 * @param pauses the ticket's pauses under this clock's rules, whatever the clock did meanwhile
 */
export function traceRuns(court: Court, pauses: readonly PauseSpan[]): readonly Run[] {
  const { clock, timeline } = court;
  const traced: Traced = { court, pauses, runs: NONE };
  let draft: Draft | undefined;
  let earlyStop = NO_FACT;

  for (let step = 0; step < timeline.stepCount; step++) {
    if (draft === undefined) {
      const fact = findFact(clock.start, timeline, step);
      if (fact === NO_FACT) {
        const stop = findFact(clock.stop, timeline, step);
        if (stop !== NO_FACT) earlyStop = stop;
        continue;
      }
      draft = begin(momentOf(timeline, fact), 1);
      if (earlyStop !== NO_FACT && clock.clock.kind !== 'next_response')
        draft.earlyStop = momentOf(timeline, earlyStop);
      if (clock.clock.kind === 'response' && isInRole(clock.agent, timeline, fact)) {
        if (clock.clock.createdByAgent === 'not-applicable') return NONE;
        if (clock.clock.createdByAgent === 'met') {
          draft.remarks = [...draft.remarks, { kind: 'created-by-agent' }];
          end(draft, timeline, fact);
        }
      }
      if (isCancelled(clock.cancel, timeline, step)) draft.cancelledAt = draft.start.at;
      else if (draft.stop === undefined) stopAtStart(clock, draft, timeline, step, fact, earlyStop);
    } else if (draft.stop === undefined && draft.cancelledAt === undefined) {
      if (isCancelled(clock.cancel, timeline, step)) draft.cancelledAt = timeline.stepAt(step);
      else {
        tryToStop(clock, draft, timeline, step, NO_FACT);
        if (draft.stop === undefined) draft = tryToReset(traced, draft, step);
      }
    }
    if (draft.cancelledAt !== undefined) {
      if (clock.reopen.each.length === 0) break;
      draft = startNextRound(traced, draft, step);
      continue;
    }
    if (draft.stop === undefined) continue;
    if (clock.reopen.each.length === 0) break;

    const reopening = findFact(clock.reopen, timeline, step, draft.stopFact);
    if (reopening !== NO_FACT && timeline.factAt[reopening]! >= draft.stop.at) {
      draft = reopen(traced, draft, momentOf(timeline, reopening));
    }
  }

  if (draft !== undefined) {
    if (earlyStop !== NO_FACT && isUntouched(clock, draft)) {
      draft.stop = momentOf(timeline, earlyStop);
      draft.remarks = [...draft.remarks, { kind: 'stop-before-start' }];
    }
    keep(traced, draft);
  } else if (earlyStop !== NO_FACT && clock.clock.kind !== 'next_response') {
    return [withoutStart(clock, momentOf(timeline, earlyStop))];
  }
  return traced.runs;
}

const NONE: readonly never[] = [];

/** What is known of a clock's runs while they are traced. */
interface Traced {
  readonly court: Court;
  readonly pauses: readonly PauseSpan[];
  runs: readonly Run[];
}

function keep(traced: Traced, ended: Draft): void {
  traced.runs = appended(traced.runs, finish(traced.court.clock, ended, traced.pauses));
}

/** Did it break its target? `reset` forgives only kept promises. */
function isBroken({ court, pauses }: Traced, ended: Draft): boolean {
  return isRunBreached(finish(court.clock, ended, pauses), court);
}

/** Whether the ticket has anything that the clock starts on, or could be found to stop on without a start. */
export function canStart({ clock, start, stop, during }: CompiledClock, timeline: Timeline): boolean {
  if (during.length > 0) return true;
  return occurs(start, timeline) || (clock.kind !== 'next_response' && occurs(stop, timeline));
}

/** A stop of the start's instant; or an earlier stamp whose missing digits allow it to lie after the start (S8). */
function stopAtStart(
  clock: CompiledClock,
  draft: Draft,
  timeline: Timeline,
  step: number,
  startFact: number,
  earlyStop: number,
): void {
  tryToStop(clock, draft, timeline, step, startFact);
  if (
    draft.stop === undefined &&
    earlyStop !== NO_FACT &&
    timeline.factLatest[earlyStop]! >= (draft.start.earliest ?? draft.start.at)
  ) {
    end(draft, timeline, earlyStop);
    draft.stop = { ...momentOf(timeline, earlyStop), at: draft.start.at };
  }
}

function tryToStop(clock: CompiledClock, draft: Draft, timeline: Timeline, step: number, except: number): void {
  const fact = findFact(clock.stop, timeline, step, except);
  if (fact !== NO_FACT) {
    end(draft, timeline, fact);
    return;
  }
  // A reply stamped before the start is a reply all the same: its stamp is wrong (S30), and the resolution is no stand-in.
  if (clock.lastResort.each.length === 0 || draft.earlyStop !== undefined) return;
  const resolution = findFact(clock.lastResort, timeline, step, except);
  if (resolution === NO_FACT) return;
  end(draft, timeline, resolution);
  draft.remarks = [...draft.remarks, { kind: 'answered-by-resolution' }];
}

/** What a reopening makes of a stopped run (S15): the draft to go on with. */
function reopen(traced: Traced, draft: Draft, moment: Moment): Draft {
  const { clock } = traced.court;
  const { rule, grace } = clock.clock.reopen ?? { rule: 'cycle', grace: undefined };
  const stop = draft.stop ?? draft.start;
  const isNewPromise = grace !== undefined && moment.at - stop.at > grace;
  if (isNewPromise || rule === 'cycle') {
    keep(traced, draft);
    return begin(moment, traced.runs.length + 1);
  }
  if (rule === 'first') return draft;
  if (rule === 'reset') {
    if (isBroken(traced, draft)) keep(traced, draft);
    return begin(moment, traced.runs.length + 1);
  }
  draft.gaps = [...draft.gaps, spanBetween(stop, moment)];
  draft.reopenings = [...draft.reopenings, moment];
  draft.undoneStops = [...draft.undoneStops, stop];
  draft.stop = undefined;
  draft.stopFact = NO_FACT;
  return draft;
}

/** After a cancelled round: who hung up may call again, and who left a chat may come back (S20: every exchange is kept). */
function startNextRound(traced: Traced, draft: Draft, step: number): Draft {
  const { clock, timeline } = traced.court;
  if ((clock.clock.reopen?.rule ?? 'cycle') !== 'cycle') return draft;
  const fact = findFact(clock.reopen, timeline, step);
  if (fact === NO_FACT || isCancelled(clock.cancel, timeline, step)) return draft;
  keep(traced, draft);
  return begin(momentOf(timeline, fact), traced.runs.length + 1);
}

/** The count begins anew; a breach by then stays, as a cycle of its own (S16). */
function tryToReset(traced: Traced, draft: Draft, step: number): Draft {
  const { clock, timeline } = traced.court;
  const fact = findFact(clock.reset, timeline, step);
  if (fact === NO_FACT) return draft;
  const moment = momentOf(timeline, fact);
  const ended: Draft = { ...draft, cancelledAt: moment.at, remarks: [...draft.remarks, { kind: 'reset' }] };
  if (isBroken(traced, ended)) keep(traced, ended);
  return begin(moment, traced.runs.length + 1);
}

/** Nothing but an earlier stop is there to end it. An answer before the question was an answer to something else. */
function isUntouched(clock: CompiledClock, { cycle, gaps, stop, cancelledAt }: Draft): boolean {
  const isOpen = stop === undefined && cancelledAt === undefined;
  return isOpen && cycle === 1 && gaps.length === 0 && clock.clock.kind !== 'next_response';
}

/** From one row to another, as exactly as both are known. */
function spanBetween(from: Moment, until: Moment): VagueSpan {
  const span = { start: from.at, end: until.at, latestStart: from.latest, latestEnd: until.latest };
  if (from.earliest === undefined && until.earliest === undefined) return span;
  return {
    ...span,
    ...(from.earliest !== undefined && { earliestStart: from.earliest }),
    ...(until.earliest !== undefined && { earliestEnd: until.earliest }),
  };
}

function withoutStart(clock: CompiledClock, stop: Moment): Run {
  return {
    clock: clock.clock,
    cycle: 1,
    stop,
    gaps: [],
    pauses: [],
    undoneStops: [],
    remarks: [{ kind: 'no-start' }],
    certainty: certaintyOf(stop.grade),
  };
}
