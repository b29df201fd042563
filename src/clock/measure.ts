import type { OpenTime } from '../domain/calendar.ts';
import type { Within } from '../domain/policy.ts';
import type { Instant, Millis, Span } from '../domain/time.ts';
import type { CompiledClock, CompiledTarget } from './compile.ts';
import { instantOf, layOut, openTimeOf, type Stretch } from './stretches.ts';
import { type InForce, NOT_APPLICABLE } from './targets-in-force.ts';

/** A run with every instant taken as known: as it stands, or at its best or worst reading. */
export interface Stay {
  readonly start: Instant;
  /** The stop, the cancellation or the as-of instant. */
  readonly end: Instant;
  readonly gaps: readonly Span[];
  readonly pauses: readonly Span[];
  readonly exclusions: readonly Span[];
}

/** A stay held against the targets in force. */
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
  /** A new target was already used up when it came into force (S21). */
  readonly usedUpAtChange: boolean;
}

/**
 * Holds a stay against its targets.
 *
 * One clock runs from the start, whatever the target; the target in force at each instant is the one judged there. The
 * first breach stands, whatever comes later (S16). A target that comes into force already used up is broken at
 * that instant, never before. `elapsed` equal to the target is met unless the boundary is exclusive (S6).
 *
 * @returns `undefined` where the clock's `when` does not hold at the end and nothing was broken before
 */
export function measure(clock: CompiledClock, stay: Stay, inForce: readonly InForce[]): Measurement | undefined {
  const stretches = layOut(stay.start, stay.pauses, stay.exclusions, stay.gaps);
  for (const [index, { from, target }] of inForce.entries()) {
    if (target === undefined || target === NOT_APPLICABLE) continue;
    const isLast = index === inForce.length - 1;
    const until = inForce[index + 1]?.from ?? stay.end;
    const base = clock.clock.change === 'restart' ? from : stay.start;
    const allowed = allowanceOf(target, base);
    if (!isExceeded(clock, target, stretches, base, until, allowed, isLast)) continue;

    const ranOutAt = dueOf(target, stretches, base, allowed) ?? until;
    const mayLieBefore = clock.clock.change === 'retroactive';
    return {
      ...lengths(stretches, target.openTime, base, stay.end),
      target,
      allowed,
      isBreached: true,
      dueAt: mayLieBefore ? ranOutAt : Math.max(ranOutAt, from),
      usedUpAtChange: !mayLieBefore && ranOutAt < from,
    };
  }

  const last = inForce.at(-1);
  if (last === undefined || last.target === NOT_APPLICABLE) return undefined;
  const { target } = last;
  const base = clock.clock.change === 'restart' ? last.from : stay.start;
  const allowed = target === undefined ? undefined : allowanceOf(target, base);
  return {
    ...lengths(stretches, (target ?? clock).openTime, base, stay.end),
    target,
    allowed,
    isBreached: false,
    dueAt: target === undefined || allowed === undefined ? undefined : dueOf(target, stretches, base, allowed),
    usedUpAtChange: false,
  };
}

function lengths(stretches: readonly Stretch[], openTime: OpenTime, from: Instant, until: Instant) {
  return {
    countedFrom: from,
    elapsed: openTimeOf(stretches, 'counts', openTime, from, until),
    paused: openTimeOf(stretches, 'pause', openTime, from, until),
    excluded: openTimeOf(stretches, 'exclusion', openTime, from, until),
  };
}

function isExceeded(
  clock: CompiledClock,
  target: CompiledTarget,
  stretches: readonly Stretch[],
  base: Instant,
  until: Instant,
  allowed: Millis,
  isLast: boolean,
): boolean {
  const used = openTimeOf(stretches, 'counts', target.openTime, base, until);
  if (used > allowed) return true;
  if (used < allowed || clock.clock.boundary === 'inclusive') return false;
  return isLast || (instantOf(stretches, target.openTime, base, allowed) ?? until) < until;
}

/** Service time that the target allows a run from `start`. Working days are turned into it, so that pauses extend them (S9). */
export function allowanceOf(target: CompiledTarget, start: Instant): Millis {
  const { within } = target.target;
  if (within.kind === 'duration') return within.length;
  const end = workingDaysEnd(target.openTime, start, within);
  return end === undefined ? Infinity : target.openTime.between(start, end);
}

/** Of working days that nothing interrupted, their own end: it may lie outside opening hours. */
function dueOf(
  target: CompiledTarget,
  stretches: readonly Stretch[],
  start: Instant,
  allowed: Millis,
): Instant | undefined {
  const { within } = target.target;
  if (within.kind === 'working-days') {
    const end = workingDaysEnd(target.openTime, start, within);
    if (end === undefined) return undefined;
    if (openTimeOf(stretches, 'counts', target.openTime, start, end) === allowed) return end;
  }
  return instantOf(stretches, target.openTime, start, allowed);
}

/** `undefined` for a calendar that never opens long enough. */
function workingDaysEnd(openTime: OpenTime, start: Instant, within: Within & { kind: 'working-days' }) {
  return openTime.workingDayEnd(start, within.days, within.end);
}
