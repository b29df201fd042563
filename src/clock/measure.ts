import type { OpenTime } from '../domain/calendar.ts';
import type { Instant, Millis, Span } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { CompiledClock, CompiledTarget } from './compile.ts';
import { instantOf, layOut, openTimeOf, pausedFirst, type Stretch } from './stretches.ts';
import { type InForce, NOT_APPLICABLE } from './targets-in-force.ts';

/** A run with every instant taken as known: as it stands, or at its best or worst reading. */
export interface Outline {
  readonly start: Instant;
  /** The stop, the cancellation or the as-of instant. */
  readonly end: Instant;
  readonly gaps: readonly Span[];
  readonly pauses: readonly Span[];
  readonly exclusions: readonly Span[];
  /** Paused time that lies nobody knows when. */
  readonly unplaced: Millis;
  readonly reading: 'nominal' | 'best' | 'worst';
}

/** An outline held against the targets in force. */
export interface Measurement {
  /** Where the count began: the start, or the change after which it began anew (S21, restart). */
  readonly countedFrom: Instant;
  /** The target that was broken, else the one in force at the end; absent when none was. */
  readonly target: CompiledTarget | undefined;
  /** Counted service time from start to end, in the target's calendar (in the clock's without a target). */
  readonly elapsed: Millis;
  /** Service time taken out by pauses and by exclusions. */
  readonly paused: Millis;
  readonly excluded: Millis;
  readonly allowed: Millis | undefined;
  readonly isBreached: boolean;
  /** When the target ran out, or would if nothing else happened. */
  readonly dueAt: Instant | undefined;
  /** Of a breach, when time first counted beyond the target; not before the target was in force. */
  readonly exceededAt: Instant | undefined;
  /** A new target was already used up when it came into force (S21). */
  readonly usedUpAtChange: boolean;
  readonly isPromisedBeforeStart: boolean;
  /** Of a breach, the instant at which the time beyond the target came to this length; `undefined` when it never will. */
  readonly overFrom: (over: Millis) => Instant | undefined;
  /** See `Verdict.milestones`. */
  readonly milestones: NonNullable<Verdict['milestones']>;
}

/**
 * Holds an outline against its targets.
 *
 * One clock runs from the start, whatever the target; the target in force at each instant is the one judged there. The
 * first breach stands, whatever comes later (S16). A target that comes into force already used up is broken at
 * that instant, never before. `elapsed` equal to the target is met unless the boundary is exclusive (S6).
 *
 * @returns `undefined` where the clock's `when` does not hold at the end and nothing was broken before
 */
export function measure(clock: CompiledClock, outline: Outline, inForce: readonly InForce[]): Measurement | undefined {
  const placed = layOut(outline.start, outline.pauses, outline.exclusions, outline.gaps);
  for (let index = 0; index < inForce.length; index++) {
    const each = inForce[index]!;
    const allowance = allowanceOf(clock, outline, each);
    if (allowance === undefined) continue;
    const stretches = pausedFirst(placed, allowance.target.openTime, allowance.base, outline.unplaced);
    const isLast = index === inForce.length - 1;
    const until = inForce[index + 1]?.from ?? outline.end;
    if (!isExceeded(clock, allowance, stretches, until, isLast)) continue;

    const { base, target, allowed } = allowance;
    const ranOutAt = dueOf(allowance, stretches) ?? until;
    const mayLieBefore = clock.clock.change === 'retroactive';
    const exceededAt =
      clock.clock.boundary === 'exclusive' ? ranOutAt : exceeded(stretches, target.openTime, base, allowed);
    const { elapsed, paused, excluded, milestones } = lengths(clock, stretches, target.openTime, base, outline.end);
    return {
      countedFrom: base,
      elapsed,
      paused,
      excluded,
      milestones,
      target,
      allowed,
      isBreached: true,
      dueAt: mayLieBefore ? ranOutAt : Math.max(ranOutAt, each.from),
      exceededAt: Math.max(exceededAt ?? ranOutAt, ranOutAt, each.since),
      overFrom: (over) => instantOf(stretches, target.openTime, base, allowed + over),
      usedUpAtChange: !mayLieBefore && ranOutAt < each.from,
      isPromisedBeforeStart: isPast(allowance),
    };
  }

  const last = inForce.at(-1);
  if (last === undefined || last.target === NOT_APPLICABLE) return undefined;
  const allowance = allowanceOf(clock, outline, last);
  const base = baseOf(clock, outline, last);
  const { openTime } = last.target ?? clock;
  const stretches = pausedFirst(placed, openTime, base, outline.unplaced);
  const { elapsed, paused, excluded, milestones } = lengths(clock, stretches, openTime, base, outline.end);
  return {
    countedFrom: base,
    elapsed,
    paused,
    excluded,
    milestones,
    target: last.target,
    allowed: allowance?.allowed,
    isBreached: false,
    dueAt: allowance === undefined ? undefined : dueOf(allowance, stretches),
    exceededAt: undefined,
    overFrom: never,
    usedUpAtChange: false,
    isPromisedBeforeStart: false,
  };
}

function never(): undefined {
  return undefined;
}

/**
 * The instant from which more than `amount` has counted: where it was used up, or where counting went on after a closing
 * or pause that began just then.
 */
export function exceeded(
  stretches: readonly Stretch[],
  openTime: OpenTime,
  base: Instant,
  amount: Millis,
): Instant | undefined {
  const first = instantOf(stretches, openTime, base, amount + 1);
  return first === undefined ? undefined : first - 1;
}

/** What a target allows an outline: the count begins at `base`. */
interface Allowance {
  readonly base: Instant;
  readonly target: CompiledTarget;
  /** Service time, from `base`. Working days and promised instants are turned into it, so that pauses extend them (S9). */
  readonly allowed: Millis;
  /** Where the target names an instant, that instant: it may lie outside opening hours, or before `base`. */
  readonly namedAt: Instant | undefined;
}

function baseOf(clock: CompiledClock, outline: Outline, { from }: InForce): Instant {
  return clock.clock.change === 'restart' ? from : outline.start;
}

function allowanceOf(clock: CompiledClock, outline: Outline, inForce: InForce): Allowance | undefined {
  const { target, promised } = inForce;
  if (target === undefined || target === NOT_APPLICABLE) return undefined;
  const base = baseOf(clock, outline, inForce);
  const { within } = target.target;
  if (within.kind === 'duration') return { base, target, allowed: within.length, namedAt: undefined };
  const namedAt =
    within.kind === 'working-days'
      ? target.openTime.workingDayEnd(base, within.days, within.end)
      : outline.reading === 'best'
        ? promised?.latest
        : promised?.at;
  // A calendar that never opens long enough allows any length.
  const allowed = namedAt === undefined ? Infinity : target.openTime.between(base, namedAt);
  return { base, target, allowed, namedAt };
}

function lengths(
  clock: CompiledClock,
  stretches: readonly Stretch[],
  openTime: OpenTime,
  from: Instant,
  until: Instant,
) {
  const elapsed = openTimeOf(stretches, 'counts', openTime, from, until);
  return {
    elapsed,
    paused: openTimeOf(stretches, 'pause', openTime, from, until),
    excluded: openTimeOf(stretches, 'exclusion', openTime, from, until),
    milestones: clock.milestones.length === 0 ? NO_MILESTONES : passed(clock, stretches, openTime, from, elapsed),
  };
}

const NO_MILESTONES: Measurement['milestones'] = [];

function passed(
  { milestones }: CompiledClock,
  stretches: readonly Stretch[],
  openTime: OpenTime,
  from: Instant,
  elapsed: Millis,
): Measurement['milestones'] {
  return milestones.flatMap((length) => {
    const passedAt = elapsed > length ? exceeded(stretches, openTime, from, length) : undefined;
    return passedAt === undefined ? [] : [{ length, passedAt }];
  });
}

function isExceeded(
  clock: CompiledClock,
  allowance: Allowance,
  stretches: readonly Stretch[],
  until: Instant,
  isLast: boolean,
): boolean {
  const { base, target, allowed } = allowance;
  if (isPast(allowance)) return true;
  const used = openTimeOf(stretches, 'counts', target.openTime, base, until);
  if (used > allowed) return true;
  if (used < allowed || clock.clock.boundary === 'inclusive') return false;
  return isLast || (instantOf(stretches, target.openTime, base, allowed) ?? until) < until;
}

/** A promise for an instant before the start is broken from the start. */
function isPast({ base, namedAt }: Allowance): boolean {
  return namedAt !== undefined && namedAt < base;
}

/** An instant that the target names stands as it is, unless time was taken out before it. */
function dueOf(allowance: Allowance, stretches: readonly Stretch[]): Instant | undefined {
  const { base, target, allowed, namedAt } = allowance;
  if (isPast(allowance)) return base;
  const isUndisturbed =
    namedAt !== undefined && openTimeOf(stretches, 'counts', target.openTime, base, namedAt) === allowed;
  return isUndisturbed ? namedAt : instantOf(stretches, target.openTime, base, allowed);
}
