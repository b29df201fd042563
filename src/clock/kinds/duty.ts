import type { Instant, Millis, Span } from '../../domain/time.ts';
import type { Moment, PauseSpan, Run } from '../../domain/verdict.ts';
import { holdsAt } from '../../timeline/condition.ts';
import { certaintyOf } from '../certainty.ts';
import type { CompiledTarget } from '../compile.ts';
import type { Court, Judgement } from '../court.ts';
import { fieldsAt } from '../fields-at.ts';
import { isOpen, judgeRun } from '../judge-run.ts';
import { exceeded, type Outline } from '../measure.ts';
import { outlineOf } from '../measure-reading.ts';
import { reasonOf } from '../reason.ts';
import { momentOf } from '../run-draft.ts';
import { runsInForce } from '../runs-in-force.ts';
import { severityOf } from '../severity.ts';
import { instantOf, layOut, openTimeOf, type Stretch } from '../stretches.ts';
import { findFact, NO_FACT } from '../trigger.ts';

/**
 * A recurring duty: something must happen in every interval while the clock runs.
 *
 * The next due instant is the last update (or the start) plus the interval of service time; after a miss it is the
 * previous one plus the interval. Each interval that ends without an update is a breach of its own, each kept one a
 * met record; the one cut off by the stop is none. Where the clock's `when` begins to hold later, the first
 * interval begins then.
 */
export function judgeDuty(court: Court, pauses: readonly PauseSpan[]): Judgement[] {
  const judgements: Judgement[] = [];
  const [target] = court.clock.targets;
  if (target === undefined) return judgements;
  for (const run of runsInForce(court, pauses)) {
    if (
      run.start === undefined ||
      court.isIncomplete ||
      court.isOrderVague ||
      run.remarks.some(({ kind }) => kind === 'stop-before-start')
    ) {
      const judgement = judgeRun(run, court);
      if (judgement !== undefined) judgements.push(judgement);
      continue;
    }
    const duty = new Duty(run, run.start, court, target, judgements);
    for (const window of duty.windows()) duty.judgeWindow(window);
  }
  return judgements;
}

function stretchesOf({ start, pauses, exclusions, gaps }: Outline): readonly Stretch[] {
  return layOut(start, pauses, exclusions, gaps);
}

const NO_ROW = -1;

/** As exactly known as it was. */
function moved(moment: Moment, at: Instant): Moment {
  const { earliest } = moment;
  const later = { ...moment, at, latest: at + (moment.latest - moment.at) };
  return earliest === undefined ? later : { ...later, earliest: at - (moment.at - earliest) };
}

/** A stamp of 1900 must not make a million records. */
const MOST_INTERVALS = 100_000;

/** One run of the duty while its intervals are judged one after the other. */
class Duty {
  readonly run: Run;
  readonly start: Moment;
  readonly court: Court;
  readonly target: CompiledTarget;
  readonly judgements: Judgement[];
  readonly stretches: readonly Stretch[];
  readonly best: Outline;
  readonly worst: Outline;
  readonly bestStretches: readonly Stretch[];
  readonly worstStretches: readonly Stretch[];
  readonly end: Instant;
  readonly isOpen: boolean;

  constructor(run: Run, start: Moment, court: Court, target: CompiledTarget, judgements: Judgement[]) {
    this.run = run;
    this.start = start;
    this.court = court;
    this.target = target;
    this.judgements = judgements;
    const outline = outlineOf(run, court, 'nominal');
    this.stretches = stretchesOf(outline);
    const isExact = run.certainty === 'exact';
    this.best = isExact ? outline : outlineOf(run, court, 'best');
    this.worst = isExact ? outline : outlineOf(run, court, 'worst');
    this.bestStretches = isExact ? this.stretches : stretchesOf({ ...this.best, start: outline.start });
    this.worstStretches = isExact ? this.stretches : stretchesOf(this.worst);
    this.end = outline.end;
    this.isOpen = isOpen(run);
  }

  get interval(): number {
    const { within } = this.target.target;
    return within.kind === 'duration' ? within.length : Infinity;
  }

  /** The spans of the run in which the clock's `when` held. */
  windows(): Span[] {
    const { clock, timeline } = this.court;
    if (clock.when.length === 0) return [{ start: this.start.at, end: this.end }];
    const windows: Span[] = [];
    for (let step = Math.max(0, timeline.stepIn(this.start.at)); step < timeline.stepCount; step++) {
      if (!holdsAt(clock.when, timeline, step)) continue;
      const start = Math.max(this.start.at, timeline.stepAt(step));
      while (step + 1 < timeline.stepCount && holdsAt(clock.when, timeline, step + 1)) step++;
      const end = Math.min(this.end, step + 1 < timeline.stepCount ? timeline.stepAt(step + 1) : Infinity);
      if (start <= end) windows.push({ start, end });
    }
    return windows;
  }

  judgeWindow(window: Span): void {
    const updates = this.updatesWithin(window);
    let next = 0;
    let anchor: Moment = { ...this.start, at: window.start, latest: Math.max(window.start, this.start.latest) };
    for (let count = 0; ; count++) {
      while (next < updates.length && updates[next]!.at <= anchor.at) next++;
      const update = updates[next];
      const dueAt = instantOf(this.stretches, this.target.openTime, anchor.at, this.interval);
      if (count === MOST_INTERVALS) {
        this.record(anchor, dueAt, { outcome: 'undecided', remark: 'too-many-intervals' });
        return;
      }
      const bounds = this.boundsOf(anchor, update, window);
      if (bounds.best > this.interval && dueAt !== undefined) {
        this.recordMiss(anchor, dueAt);
        // No row says so: the interval begins where the missed one ended.
        anchor = { ...moved(anchor, dueAt), row: NO_ROW };
      } else if (bounds.worst > this.interval) {
        this.record(anchor, dueAt, {
          outcome: 'undecided',
          bounds,
          remark: 'imprecise',
          ...(update && { stop: update }),
        });
        if (update === undefined) return;
        anchor = update;
      } else if (update !== undefined) {
        this.recordKept(anchor, update, dueAt);
        anchor = update;
      } else {
        if (this.isOpen && window.end === this.end) this.recordGoingOn(anchor, dueAt);
        return;
      }
    }
  }

  /** Least and most that can have counted from the last update to this one, or to the end of the window. */
  boundsOf(
    anchor: Moment,
    update: Moment | undefined,
    window: Span,
  ): { readonly best: Millis; readonly worst: Millis } {
    const { best, worst, target } = this;
    const isEnd = window.end === this.end;
    return {
      best: openTimeOf(
        this.bestStretches,
        'counts',
        target.openTime,
        anchor.latest,
        update?.earliest ?? update?.at ?? (isEnd ? best.end : window.end),
      ),
      worst: openTimeOf(
        this.worstStretches,
        'counts',
        target.openTime,
        anchor.earliest ?? anchor.at,
        update?.latest ?? (isEnd ? worst.end : window.end),
      ),
    };
  }

  counted(from: Instant, until: Instant): Millis {
    return openTimeOf(this.stretches, 'counts', this.target.openTime, from, until);
  }

  updatesWithin(window: Span): Moment[] {
    const { clock, timeline } = this.court;
    const updates: Moment[] = [];
    for (let step = 0; step < timeline.stepCount; step++) {
      const at = timeline.stepAt(step);
      if (at <= window.start || at > window.end) continue;
      const fact = findFact(clock.by, timeline, step);
      if (fact !== NO_FACT) updates.push(momentOf(timeline, fact));
    }
    return updates;
  }

  recordMiss(anchor: Moment, dueAt: Instant): void {
    const severity = severityOf(this.run.clock.severity, 0);
    this.record(anchor, dueAt, {
      outcome: 'breached',
      decidedAt: dueAt,
      settledAt: this.missedAt(anchor, dueAt),
      elapsed: this.interval,
      over: 0,
      ...(severity !== undefined && { severity }),
    });
  }

  /** From then on the interval is over beyond doubt: a closing or pause that begins just then leaves it open. */
  missedAt(anchor: Moment, dueAt: Instant): Instant {
    return exceeded(this.bestStretches, this.target.openTime, anchor.latest, this.interval) ?? dueAt;
  }

  recordKept(anchor: Moment, update: Moment, dueAt: Instant | undefined): void {
    const isCoarse = certaintyOf(update.grade) === 'coarse' || certaintyOf(anchor.grade) === 'coarse';
    this.record(anchor, dueAt, {
      stop: update,
      outcome: 'met',
      decidedAt: update.at,
      ...(!isCoarse && { elapsed: this.counted(anchor.at, update.at) }),
    });
  }

  recordGoingOn(anchor: Moment, dueAt: Instant | undefined): void {
    const { asOf } = this.court;
    const isPaused = this.run.pauses.some((pause) => pause.start <= asOf && asOf < pause.end);
    this.record(anchor, isPaused ? undefined : dueAt, {
      outcome: isPaused ? 'paused' : 'running',
      elapsed: this.counted(anchor.at, this.end),
    });
  }

  record(
    anchor: Moment,
    dueAt: Instant | undefined,
    ruling: Pick<Judgement, 'outcome' | 'decidedAt' | 'settledAt' | 'elapsed' | 'over' | 'severity' | 'bounds'> & {
      readonly stop?: Moment;
      readonly remark?: 'imprecise' | 'too-many-intervals';
    },
  ): void {
    const { stop, remark, ...rest } = ruling;
    const { court, target } = this;
    const end = stop?.at ?? rest.decidedAt ?? this.end;
    const remarks = remark === undefined ? [] : [{ kind: remark }];
    const { stop: _, ...run } = this.run;
    this.judgements.push({
      ticket: court.timeline.ticket,
      run: { ...run, cycle: this.judgements.length + 1, start: anchor, ...(stop !== undefined && { stop }), remarks },
      target: target.target,
      ...(rest.outcome !== 'undecided' && dueAt !== undefined && { dueAt }),
      within: this.interval,
      ...rest,
      ...(rest.outcome !== 'undecided' && {
        wall: end - anchor.at,
        paused: openTimeOf(this.stretches, 'pause', target.openTime, anchor.at, end),
        excluded: openTimeOf(this.stretches, 'exclusion', target.openTime, anchor.at, end),
      }),
      fields: fieldsAt(court.timeline, rest.decidedAt ?? end),
      reason: reasonOf(remarks, rest.bounds),
    });
  }
}
