import { BLANK } from '../../domain/event-log.ts';
import type { Clock } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Instant, Millis } from '../../domain/time.ts';
import { OUTCOMES, type Outcome } from '../../domain/verdict.ts';
import { compareNumbers, holdsAt } from '../../timeline/condition.ts';
import type { TicketBatch } from '../../timeline/ticket-batch.ts';
import { TicketSteps } from '../../timeline/ticket-steps.ts';
import type { CompiledClock, CompiledTarget } from '../compile.ts';
import { OffSpans } from './off-spans.ts';
import type { PlainClock, PlainPolicy } from './plain-clock.ts';
import type { Signal, Signals } from './signals.ts';

const numberOf = (outcome: Outcome) => OUTCOMES.indexOf(outcome);
const MET = numberOf('met');
const BREACHED = numberOf('breached');
const RUNNING = numberOf('running');
const PAUSED = numberOf('paused');

/** Where a clock is in its course. */
const WAITING = 0;
const GOING = 1;
const STOPPED = 2;

const NO_STEP = -1;

/** A place in the block up to which it is filled. */
interface Mark {
  runs: number;
  gaps: number;
  values: number;
}

/**
 * Judges tickets on which nothing odd happens, and writes what comes of it into a block, in numbers: what `traceRuns`, `judgeRun`
 * and `chargeFor` say of them, without an object for anything. Nearly all tickets of a large log are such; of all others it says
 * so, and they are judged the long way, which is also what it is held against in tests.
 *
 * Left to the long way is whatever has to be told (a finding, a remark that weighs), and whatever is seldom: two facts of one
 * instant, targets that change, cancellations.
 */
export class BlockCourt {
  readonly block: RunBlock;
  private readonly policy: PlainPolicy;
  private readonly signals: Signals;
  private readonly asOf: Instant;
  /** Index of the field that says who holds the ticket, or -1. */
  private readonly assignee: number;
  /** Hears when runs are due, where lists of holidays are asked how far they reach. */
  private readonly noteDue: (calendar: string, at: Instant) => void;
  /** Hears of pauses that go on, and of the ticket and row that they begin with. */
  private readonly noteOpenPause: (clock: Clock, ticket: number, row: number) => void;
  private readonly steps: TicketSteps;
  /** Up to where the block is filled. */
  private readonly mark: Mark = { runs: 0, gaps: 0, values: 0 };
  /** Of the clock that is being judged: the ticket's pauses, and of the run that is the gaps between its rounds. */
  private readonly pauses = new OffSpans();
  /** The steps with which those begin that go on, rule by rule. */
  private readonly openPauses: number[] = [];
  /** Of the ticket that is being judged: the pauses that go on, and with them a run; of each its clock and its step. */
  private readonly told: { readonly clock: PlainClock; readonly step: number }[] = [];
  private firstGap = 0;
  private readonly off = new OffSpans();

  constructor(
    policy: PlainPolicy,
    signals: Signals,
    block: RunBlock,
    {
      asOf,
      width,
      assignee,
      noteDue,
      noteOpenPause,
    }: {
      readonly asOf: Instant;
      readonly width: number;
      readonly assignee: number;
      readonly noteDue: (calendar: string, at: Instant) => void;
      readonly noteOpenPause: (clock: Clock, ticket: number, row: number) => void;
    },
  ) {
    this.policy = policy;
    this.signals = signals;
    this.block = block;
    this.asOf = asOf;
    this.assignee = assignee;
    this.noteDue = noteDue;
    this.noteOpenPause = noteOpenPause;
    this.steps = new TicketSteps(width);
  }

  /** Begins a block. */
  empty(): void {
    const { block, mark } = this;
    block.tickets = 0;
    block.runs = 0;
    mark.runs = 0;
    mark.gaps = 0;
    mark.values = 0;
    block.firstRun[0] = 0;
    block.firstGap[0] = 0;
  }

  /**
   * Judges a ticket of the batch; false, and nothing is written, where the long way has to.
   *
   * @param isIncluded whether the ticket as it is at its end is to be judged at all
   */
  judge(batch: TicketBatch, ticket: number, isIncluded: (steps: TicketSteps) => boolean): boolean {
    const { block, mark, steps, signals, policy } = this;
    if (!steps.layOut(batch, ticket, this.asOf, block.values, mark.values) || !isIncluded(steps)) return false;
    signals.read(steps);
    const { runs, gaps, values } = mark;
    if (this.told.length > 0) this.told.length = 0;
    mark.values += steps.count * steps.width;
    for (let index = 0; index < policy.clocks.length; index++) {
      if (this.judgeClock(policy.clocks[index]!)) continue;
      mark.runs = runs;
      mark.gaps = gaps;
      mark.values = values;
      return false;
    }
    const place = block.tickets++;
    const last = steps.count - 1;
    block.ticket[place] = ticket;
    block.createdAt[place] = steps.at[0]!;
    block.lastAt[place] = steps.at[last]!;
    block.lastFields[place] = this.fieldsOf(last);
    block.firstRun[place + 1] = mark.runs;
    block.runs = mark.runs;
    this.noteContacts(place, runs);
    for (const { clock, step } of this.told) this.noteOpenPause(clock.compiled.clock, ticket, steps.row(step));
    return true;
  }

  private fieldsOf(step: number): number {
    return this.steps.from + step * this.steps.width;
  }

  /** As `traceRuns`, of steps that are a single fact each. */
  private judgeClock(clock: PlainClock): boolean {
    const { steps, signals } = this;
    const { all, of } = signals;
    if ((all & clock.start) === 0) return clock.isNextResponse || (all & clock.stop) === 0;
    const { at, count } = steps;
    const ending = clock.stop | clock.lastResort;
    if (clock.pauses.length > 0) this.findPauses(clock);
    let state = WAITING;
    let startStep = NO_STEP;
    let stopStep = NO_STEP;
    let cycle = 1;
    this.firstGap = this.mark.gaps;
    for (let step = 0; step < count; step++) {
      const signal = of[step]!;
      if (state === WAITING) {
        if ((signal & clock.start) !== 0) {
          if ((signal & clock.cancel) !== 0) return false;
          startStep = step;
          state = GOING;
        } else if ((signal & clock.stop) !== 0 && !clock.isNextResponse) return false;
      } else if (state === GOING) {
        if ((signal & clock.cancel) !== 0) return false;
        if ((signal & ending) !== 0) {
          stopStep = step;
          state = STOPPED;
          if (clock.reopening === 0) break;
        } else if ((signal & clock.reset) !== 0) return false;
      } else if ((signal & clock.reopening) !== 0) {
        if (clock.rule === 'cycle' || at[step]! - at[stopStep]! > clock.grace) {
          if (!this.keep(clock, startStep, stopStep, cycle)) return false;
          cycle++;
          startStep = step;
          stopStep = NO_STEP;
          state = GOING;
        } else if (clock.rule === 'continue') {
          this.addGap(at[stopStep]!, at[step]!);
          stopStep = NO_STEP;
          state = GOING;
        }
      }
    }
    return state === WAITING || this.keep(clock, startStep, stopStep, cycle);
  }

  private addGap(start: Instant, end: Instant): void {
    const { block, mark } = this;
    block.gapStart[mark.gaps] = start;
    block.gapEnd[mark.gaps] = end;
    mark.gaps++;
  }

  /** Writes a run, if the clock applies to it; false where only the long way can. */
  private keep(clock: PlainClock, startStep: number, stopStep: number, cycle: number): boolean {
    const { policy, steps, mark, block } = this;
    const { compiled } = clock;
    const { at } = steps;
    const startAt = at[startStep]!;
    if (startAt < policy.effective || startAt >= policy.until) return false;
    const isOpen = stopStep === NO_STEP;
    for (const field of compiled.deciding) if (steps.varies[field] === 1) return false;
    if (!holdsAt(compiled.when, steps, startStep)) {
      mark.gaps = this.firstGap;
      return true;
    }
    const target = targetIn(compiled, steps, startStep);
    if (target < 0) return false;

    const { openTime } = compiled.targets[target]!;
    const allowed = clock.within[target]!;
    const endAt = isOpen ? Math.max(this.asOf, startAt) : at[stopStep]!;
    const off = this.offSpans(clock, startAt, endAt);
    const counted = openTime.between(startAt, endAt);
    const elapsed = off.count === 0 ? counted : counted - off.openWithin(openTime, startAt, endAt);
    const isExclusive = compiled.clock.boundary === 'exclusive';
    const isBreached = elapsed > allowed || (elapsed === allowed && isExclusive);
    let dueAt = Number.NaN;
    if (isBreached || isOpen || clock.asksHolidays) {
      dueAt = off.countedAfter(openTime, startAt, endAt, allowed);
      if (isBreached && Number.isNaN(dueAt)) return false;
    }
    // Nobody knows when a pause that goes on will let the time run out.
    const isPaused = isOpen && clock.pauses.length > 0 && this.pauses.holds(this.asOf);
    if (isPaused && !isBreached) dueAt = Number.NaN;
    if (clock.asksHolidays && !Number.isNaN(dueAt)) {
      this.noteDue(compiled.targets[target]!.target.calendar, dueAt);
    }

    const run = mark.runs++;
    block.clock[run] = clock.index;
    block.cycle[run] = cycle;
    block.target[run] = target;
    block.startAt[run] = startAt;
    block.stopAt[run] = isOpen ? Number.NaN : endAt;
    block.dueAt[run] = dueAt;
    block.elapsed[run] = elapsed;
    block.wall[run] = endAt - startAt;
    block.within[run] = allowed;
    block.firstGap[run + 1] = mark.gaps;
    this.firstGap = mark.gaps;
    block.band[run] = -1;
    block.charged[run] = BLANK;
    block.over[run] = Number.NaN;
    block.settledAt[run] = Number.NaN;
    block.fieldsBefore[run] = -1;
    if (isBreached) {
      const step = steps.stepIn(dueAt);
      block.outcome[run] = BREACHED;
      block.decidedAt[run] = dueAt;
      block.settledAt[run] = isExclusive ? dueAt : this.settledAt(openTime, startAt, endAt, allowed, dueAt);
      block.over[run] = elapsed - allowed;
      block.band[run] = bandOf(compiled, elapsed - allowed);
      block.fields[run] = this.fieldsOf(Math.max(step, 0));
      block.charged[run] = steps.value(step, this.assignee);
    } else if (isOpen) {
      block.outcome[run] = isPaused ? PAUSED : RUNNING;
      block.decidedAt[run] = Number.NaN;
      block.fields[run] = this.fieldsOf(steps.stepIn(endAt));
    } else {
      block.outcome[run] = MET;
      block.decidedAt[run] = endAt;
      block.fields[run] = this.fieldsOf(stopStep);
      block.fieldsBefore[run] = this.fieldsUntil(stopStep);
    }
    // A pause without an end is told where a run of the clock goes on.
    if (isOpen && clock.pauses.length > 0) for (const step of this.openPauses) this.told.push({ clock, step });
    return true;
  }

  /** Used up exactly at closing it may still be kept at the next opening: it is settled when time counts again. */
  private settledAt(
    openTime: CompiledTarget['openTime'],
    startAt: Instant,
    endAt: Instant,
    allowed: Millis,
    dueAt: Instant,
  ): Instant {
    const exceededAt = this.off.countedAfter(openTime, startAt, endAt, allowed + 1) - 1;
    return exceededAt > dueAt ? exceededAt : dueAt;
  }

  /** As `fieldsOf` and `filledIn` tell it of a run that was kept: -1 where the stop changed nothing that was known before. */
  private fieldsUntil(stopStep: number): number {
    const { mark, block, steps } = this;
    const { width } = steps;
    const [until, then] = [this.fieldsOf(stopStep - 1), this.fieldsOf(stopStep)];
    const { values } = block;
    let isOther = false;
    let hasBlanks = false;
    for (let field = 0; field < width; field++) {
      const value = values[until + field]!;
      if (value === values[then + field]!) continue;
      if (value === BLANK) hasBlanks = true;
      else isOther = true;
    }
    if (!isOther) return -1;
    if (!hasBlanks) return until;
    const filled = mark.values;
    for (let field = 0; field < width; field++) {
      const value = values[until + field]!;
      values[filled + field] = value === BLANK ? values[then + field]! : value;
    }
    mark.values += width;
    return filled;
  }

  /** As `findPauses`: the union of the rules, in order. */
  private findPauses(clock: PlainClock): void {
    const { pauses } = this;
    const { maxPause } = clock.compiled.clock;
    pauses.count = 0;
    if (this.openPauses.length > 0) this.openPauses.length = 0;
    for (const rule of clock.pauses) {
      if (rule.kind === 'while' && this.neverHolds(rule.when)) continue;
      let since = NO_STEP;
      for (let step = 0; step < this.steps.count; step++) {
        const turns =
          rule.kind === 'while'
            ? holdsAt(rule.when, this.steps, step) !== since >= 0
            : (this.signals.of[step]! & (since < 0 ? rule.from : rule.until)) !== 0;
        if (!turns) continue;
        if (since >= 0) pauses.push(this.steps.at[since]!, this.steps.at[step]!);
        since = since < 0 ? step : NO_STEP;
      }
      if (since < 0) continue;
      this.openPauses.push(since);
      pauses.push(this.steps.at[since]!, Infinity);
    }
    if (clock.pauses.length > 1) pauses.unite();
    if (maxPause !== undefined) pauses.shorten(maxPause);
  }

  /** Of most tickets the fields that a pause hangs on never change, and are not those of one. */
  private neverHolds(when: CompiledClock['when']): boolean {
    for (const { field } of when) if (field >= 0 && this.steps.varies[field] === 1) return false;
    return !holdsAt(when, this.steps, 0);
  }

  /** What of a run does not count: pauses, and the gaps between its rounds. */
  private offSpans(clock: PlainClock, startAt: Instant, endAt: Instant): OffSpans {
    const { off, pauses, block, mark } = this;
    off.count = 0;
    const pauseCount = clock.pauses.length > 0 ? pauses.count : 0;
    let gap = this.firstGap;
    for (let pause = 0; pause < pauseCount; pause++) {
      const [start, end] = [pauses.start[pause]!, Math.min(pauses.end[pause]!, endAt)];
      if (end <= startAt || start >= endAt) continue;
      while (gap < mark.gaps && block.gapStart[gap]! <= start) {
        off.add(block.gapStart[gap]!, block.gapEnd[gap]!);
        gap++;
      }
      off.add(start, end);
    }
    for (; gap < mark.gaps; gap++) off.add(block.gapStart[gap]!, block.gapEnd[gap]!);
    return off;
  }

  /** As `contactsOf`, by the clocks that have runs from `firstRun` on. */
  private noteContacts(place: number, firstRun: number): void {
    const { block, policy, steps } = this;
    let replies = 0;
    let isAnswered = false;
    let isReopened = false;
    let resolvedStep = steps.count;
    for (let run = firstRun; run < block.runs; run++) {
      if (run > firstRun && block.clock[run] === block.clock[run - 1]) continue;
      const clock = policy.clocks[block.clock[run]!]!;
      if (clock.isReplying) {
        isAnswered = true;
        replies |= clock.stop;
      }
      if (!clock.isResolution) continue;
      resolvedStep = Math.min(resolvedStep, this.firstStep(clock.stop));
      if (this.isReopened(clock)) isReopened = true;
    }
    block.replies[place] = isAnswered ? this.countSteps(replies, resolvedStep) : -1;
    block.wasResolved[place] = resolvedStep < steps.count ? 1 : 0;
    block.wasReopened[place] = isReopened ? 1 : 0;
  }

  /** The first step that gives a signal; the steps' count where none does. */
  private firstStep(signal: Signal): number {
    const { steps, signals } = this;
    let step = 0;
    while (step < steps.count && (signals.of[step]! & signal) === 0) step++;
    return step;
  }

  /** How many steps give a signal, up to this one and with it. */
  private countSteps(signal: Signal, last: number): number {
    const { steps, signals } = this;
    let count = 0;
    for (let step = 0; step <= last && step < steps.count; step++) if ((signals.of[step]! & signal) !== 0) count++;
    return count;
  }

  /** Whether it stopped and was reopened within its grace. */
  private isReopened({ stop, reopening, grace }: PlainClock): boolean {
    const { steps, signals } = this;
    let stoppedAt = Number.NaN;
    let isReopened = false;
    for (let step = 0; step < steps.count; step++) {
      const signal = signals.of[step]!;
      if (Number.isNaN(stoppedAt)) {
        if ((signal & stop) !== 0) stoppedAt = steps.at[step]!;
      } else if ((signal & reopening) !== 0) {
        if (steps.at[step]! - stoppedAt <= grace) isReopened = true;
        stoppedAt = Number.NaN;
      }
    }
    return isReopened;
  }
}

/** The first target that matches, of a ticket on which it cannot change; -1: none does. */
function targetIn({ targets }: CompiledClock, steps: TicketSteps, step: number): number {
  for (let index = 0; index < targets.length; index++) if (holdsAt(targets[index]!.when, steps, step)) return index;
  return -1;
}

/** As `severityOf`: the index of the band. */
function bandOf({ clock: { severity } }: CompiledClock, over: Millis): number {
  for (let index = 0; index < severity.length; index++) {
    const band = severity[index]!;
    if (compareNumbers(over, band.operator, band.over)) return index;
  }
  return -1;
}
