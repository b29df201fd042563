import { formatInstant } from '../calendar/stamps.ts';
import type { CalendarDefinition } from '../domain/calendar.ts';
import type { Why, WhyKind } from '../domain/comparison.ts';
import type { Clock, Policy } from '../domain/policy.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { seconds } from './lengths.ts';

/** A policy, and what it makes of a run. */
export interface JudgedBy {
  readonly policy: Policy;
  /** Absent: it has no such run. */
  readonly verdict?: Verdict;
  /** The run counts in the period. */
  readonly isCounted: boolean;
  /** Some run of the ticket is judged by it, whatever the clock. */
  readonly hasTicket: boolean;
}

/**
 * Why two policies come to another verdict on one run: each rule that differs and whose own number in the verdict differs, and
 * that works the way in which the verdict turned; all of them where there are several. What no such rule explains is told as
 * unexplained, with the time counted on both sides.
 */
export function reasonsOf(clock: string, before: JudgedBy, after: JudgedBy): Why[] {
  const reasons = Array.from(reasonsFor(clock, before, after));
  if (reasons.length > 0) return reasons;
  return [why('unexplained', length(before.verdict?.elapsed), length(after.verdict?.elapsed))];
}

function* reasonsFor(id: string, before: JudgedBy, after: JudgedBy): Generator<Why> {
  const [ours, theirs] = [clockOf(id, before), clockOf(id, after)];
  if (ours === undefined || theirs === undefined) {
    yield why('clock-only', ours === undefined ? null : id, theirs === undefined ? null : id);
    return;
  }
  const [one, other] = [before.verdict, after.verdict];
  if (one === undefined || other === undefined) {
    yield* reasonsOfBeing([ours, theirs], before, after);
    return;
  }
  if (before.isCounted !== after.isCounted) {
    yield* reasonsOfLength([ours, theirs], before, after, 0);
    if (ours.month !== theirs.month) yield why('month', ours.month, theirs.month);
    else yield why('due', stamp(one.decidedAt), stamp(other.decidedAt));
    return;
  }
  if (one.outcome !== other.outcome) yield* reasonsOfOutcome([ours, theirs], before, after);
  else if (one.charged?.to !== other.charged?.to || one.charged?.kind !== other.charged?.kind) {
    yield* reasonsOfCharge([ours, theirs], one, other);
  } else yield* reasonsOfSeverity([ours, theirs], before, after);
}

type Clocks = readonly [before: Clock, after: Clock];

/** Why there is a run on one side only. */
function* reasonsOfBeing([ours, theirs]: Clocks, before: JudgedBy, after: JudgedBy): Generator<Why> {
  if (!before.hasTicket || !after.hasTicket) {
    yield why('records', before.hasTicket ? 'read' : null, after.hasTicket ? 'read' : null);
    return;
  }
  if (differ(ours.start, theirs.start) || differ(ours.during, theirs.during)) yield why('start');
  if (differ(ours.when, theirs.when)) yield why('when');
  if (differ(ours.reopen, theirs.reopen)) yield why('reopen', ours.reopen?.rule, theirs.reopen?.rule);
  if (differ(ours.reset, theirs.reset) || ours.kind !== theirs.kind || differ(ours.by, theirs.by)) yield why('cycles');
  if (ours.kind === 'duty' && differ(ours.targets, theirs.targets)) yield targetReason(ours, theirs);
  if (ours.createdByAgent !== theirs.createdByAgent) {
    yield why('response', ours.createdByAgent, theirs.createdByAgent);
  }
  if (ours.kind === 'duty' && differ(ours.stop, theirs.stop)) yield why('stop');
}

function* reasonsOfOutcome(clocks: Clocks, before: JudgedBy, after: JudgedBy): Generator<Why> {
  const [ours, theirs] = clocks;
  const [one, other] = [before.verdict, after.verdict];
  if (one === undefined || other === undefined) return;
  if ((one.outcome === 'excused') !== (other.outcome === 'excused') && isBroken(one) && isBroken(other)) {
    yield why('excuse', decision(one), decision(other));
    return;
  }
  // Longer time counts for a breach, and a longer target against it.
  yield* reasonsOfLength(clocks, before, after, Number(isBroken(other)) - Number(isBroken(one)));
  if ((one.run.cancelledAt === undefined) !== (other.run.cancelledAt === undefined)) {
    yield why('cancel', stamp(one.run.cancelledAt), stamp(other.run.cancelledAt));
  }
  const isExact = ({ elapsed, within }: Verdict) => elapsed !== undefined && elapsed === within;
  if (ours.boundary !== theirs.boundary && (isExact(one) || isExact(other))) {
    yield why('boundary', ours.boundary, theirs.boundary);
  }
  const isOpen = one.run.stop === undefined || other.run.stop === undefined;
  if (ours.stillOpen !== theirs.stillOpen && isOpen) yield why('still-open', ours.stillOpen, theirs.stillOpen);
  if (one.run.certainty !== other.run.certainty) yield why('precision', one.run.certainty, other.run.certainty);
}

/** @param direction 1: more time or a shorter target can be why; -1: the other way round; 0: either */
function* reasonsOfLength(
  [ours, theirs]: Clocks,
  before: JudgedBy,
  after: JudgedBy,
  direction: number,
): Generator<Why> {
  const [one, other] = [before.verdict, after.verdict];
  if (one === undefined || other === undefined) return;
  const works = (change: number) => direction === 0 || Math.sign(change) === direction;

  const shorter = (one.within ?? Infinity) - (other.within ?? Infinity);
  const isPromise = one.within === undefined && other.within === undefined && one.target !== undefined;
  const isOtherTarget = differ(targetRule(ours), targetRule(theirs));
  if (one.within !== other.within && works(shorter)) {
    const same = !isOtherTarget && differ(ours.change, theirs.change);
    yield same ? why('change', ours.change, theirs.change) : why('target', length(one.within), length(other.within));
  } else if (isPromise && isOtherTarget && one.dueAt !== other.dueAt) {
    yield why('target', stamp(one.dueAt), stamp(other.dueAt));
  } else if ((one.target === undefined) !== (other.target === undefined)) {
    yield why('target', length(one.within), length(other.within));
  }

  const longer = (other.elapsed ?? Number.NaN) - (one.elapsed ?? Number.NaN);
  if (longer === 0 || (!Number.isNaN(longer) && !works(longer))) return;
  const [start, startThen] = [one.run.start, other.run.start];
  if (start?.at !== startThen?.at) yield why('start', stamp(start?.at), stamp(startThen?.at));
  const [stop, stopThen] = [one.run.stop, other.run.stop];
  if (stop?.at !== stopThen?.at && stop?.row !== stopThen?.row) {
    const isReply = ours.unanswered !== theirs.unanswered && !differ(ours.stop, theirs.stop);
    if (isReply) yield why('response', ours.unanswered, theirs.unanswered);
    else if (!differ(ours.stop, theirs.stop) && differ(ours.reopen, theirs.reopen)) {
      yield why('reopen', ours.reopen?.rule, theirs.reopen?.rule);
    } else yield why('stop', stamp(stop?.at), stamp(stopThen?.at));
  } else if (differ(one.run.gaps, other.run.gaps)) yield why('reopen', ours.reopen?.rule, theirs.reopen?.rule);
  const [calendar, calendarThen] = [calendarOf(one, before.policy, ours), calendarOf(other, after.policy, theirs)];
  if (calendar.isOnShift !== calendarThen.isOnShift || differ(calendar.hours, calendarThen.hours)) {
    yield why('calendar', calendar.name, calendarThen.name);
  }
  const isPausedOtherwise = differ(
    [ours.pause, ours.pauseTotals, ours.maxPause],
    [theirs.pause, theirs.pauseTotals, theirs.maxPause],
  );
  if (one.paused !== other.paused && isPausedOtherwise) yield why('pauses', length(one.paused), length(other.paused));
  if (one.excluded !== other.excluded && differ(before.policy.exclusions, after.policy.exclusions)) {
    yield why('exclusions', length(one.excluded), length(other.excluded));
  }
}

/** Somebody else answers: by other rules, or because the time ran out when somebody else held it. */
function* reasonsOfCharge([ours, theirs]: Clocks, one: Verdict, other: Verdict): Generator<Why> {
  if (differ(ours.charge, theirs.charge)) yield why('charge', chargeText(ours), chargeText(theirs));
  if (ours.minHolding !== theirs.minHolding) {
    yield why('charge', length(ours.minHolding), length(theirs.minHolding));
  }
  // Whom the same rules name hangs on who held it when the time ran out.
  const isSameKind = one.charged?.kind === other.charged?.kind || !differ(ours.charge, theirs.charge);
  if (one.dueAt !== other.dueAt && isSameKind) yield why('due', stamp(one.dueAt), stamp(other.dueAt));
}

function* reasonsOfSeverity(clocks: Clocks, before: JudgedBy, after: JudgedBy): Generator<Why> {
  const [one, other] = [before.verdict, after.verdict];
  if (differ(clocks[0].severity, clocks[1].severity)) yield why('severity', one?.severity, other?.severity);
  if (one?.over !== other?.over) yield* reasonsOfLength(clocks, before, after, 0);
}

function isBroken({ outcome }: Verdict): boolean {
  return outcome === 'breached' || outcome === 'excused';
}

function decision({ outcome, excuse }: Verdict): string | null {
  return outcome === 'excused' ? (excuse?.decision ?? 'excused') : null;
}

/** The clock as the version that judged the run has it; else the newest that knows it. */
function clockOf(id: string, { policy, verdict }: JudgedBy): Clock | undefined {
  if (verdict !== undefined) return verdict.run.clock;
  return [policy, ...policy.earlier.toReversed()].flatMap(({ clocks }) => clocks).find((clock) => clock.id === id);
}

/** By which calendar a run was counted: that of its target, else the clock's. */
function calendarOf({ target }: Verdict, policy: Policy, clock: Clock) {
  const { calendar: name, isOnShift } = target ?? clock;
  const version = [policy, ...policy.earlier].find(({ clocks }) => clocks.includes(clock)) ?? policy;
  const hours = version.calendars.get(name);
  return { name, isOnShift, hours: hours && withoutId(hours) };
}

/** Two calendars of the same hours count alike, whatever they are called. */
function withoutId({ id: _, ...hours }: CalendarDefinition): Omit<CalendarDefinition, 'id'> {
  return hours;
}

function targetRule({ targets }: Clock) {
  return targets.map(({ when, within }) => ({ when, within }));
}

function targetReason(ours: Clock, theirs: Clock): Why {
  const intervalOf = ({ targets: [target] }: Clock) =>
    target?.within.kind === 'duration' ? length(target.within.length) : null;
  return why('target', intervalOf(ours), intervalOf(theirs));
}

function chargeText({ charge }: Clock): string {
  return charge
    .map((rule) => (rule.kind === 'field' ? rule.field : rule.kind === 'unit' ? rule.unit : rule.kind))
    .join(', ');
}

/** What it says, whatever line it stands on. */
function differ(one: unknown, other: unknown): boolean {
  return one !== other && meaning(one) !== meaning(other);
}

function meaning(part: unknown): string {
  return JSON.stringify(part ?? null, (key, value: unknown) => {
    if (key === 'place') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

function why(kind: WhyKind, before: Why['before'] | undefined = null, after: Why['after'] | undefined = null): Why {
  return { kind, before: before ?? null, after: after ?? null };
}

function stamp(at: Instant | undefined): string | null {
  return at === undefined ? null : formatInstant(at);
}

function length(millis: Millis | undefined): number | null {
  return millis === undefined ? null : seconds(millis);
}
