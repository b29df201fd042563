import type { Instant } from '../domain/time.ts';
import { holdsAt } from '../timeline/condition.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock, CompiledTarget } from './compile.ts';

/** Which target a run was under from an instant on; until the next one's `from`. */
export interface InForce {
  readonly from: Instant;
  /** When it came into force in fact, where the `change` rule lets it count from earlier on. */
  readonly since: Instant;
  /** `undefined`: the clock applied but no target matched (S23). `NOT_APPLICABLE`: the clock's `when` did not hold. */
  readonly target: CompiledTarget | undefined | typeof NOT_APPLICABLE;
  /** Of a target that is a promise made per ticket: the instant promised. */
  readonly promised?: Promised;
}

/** A promised instant. `latest` is later than `at` where only the day or hour was promised (S8). */
export interface Promised {
  readonly at: Instant;
  readonly latest: Instant;
}

export const NOT_APPLICABLE = 'not-applicable';

/** The first target that matches what was true from a step on (S23). */
export function targetAt(clock: CompiledClock, timeline: Timeline, step: number): InForce['target'] {
  if (!holdsAt(clock.when, timeline, step)) return NOT_APPLICABLE;
  for (const target of clock.targets) if (holdsAt(target.when, timeline, step)) return target;
  return undefined;
}

/**
 * The targets in force over a run, in order, at least one, both ends included: a change at the very instant of the
 * stop is in. Which changes count is the clock's `change` rule (S21). Where later versions of the policy bring targets of
 * their own (S32, at-breach), they change with the version too.
 */
export function targetsInForce(
  clock: CompiledClock,
  timeline: Timeline,
  start: Instant,
  end: Instant,
): readonly InForce[] {
  if (!canChange(clock, timeline)) return [inForceAt(clock, timeline, start)];
  if (clock.clock.fits === 'present') return [presentTarget(clock, timeline, start)];
  if (clock.clock.change === 'at-start') return [inForceAt(clock, timeline, start)];
  if (clock.clock.change === 'at-stop') return [lastInForce(clock, timeline, start, end)];
  return targetsFitting(clock, timeline, start, end);
}

/** Whether anything by which targets are chosen is not the same all along: of most tickets nothing is. */
export function canChange(clock: CompiledClock, timeline: Timeline): boolean {
  if (clock.successors.length > 0) return true;
  for (const field of clock.deciding) if (timeline.varies[field] === 1) return true;
  return false;
}

/** The targets that fitted over a run, likewise, whatever the clock makes of a change. */
export function targetsFitting(
  clock: CompiledClock,
  timeline: Timeline,
  start: Instant,
  end: Instant,
): readonly InForce[] {
  let last = inForceAt(clock, timeline, start);
  const inForce = [last];
  for (const at of changesWithin(clock, timeline, start, end)) {
    const next = inForceAt(clock, timeline, at);
    if (isSame(next, last)) continue;
    last = next;
    inForce.push(last);
  }
  return inForce;
}

/** Instants after `start`, up to `end`, at which another target may come into force. */
function changesWithin(clock: CompiledClock, timeline: Timeline, start: Instant, end: Instant): Instant[] {
  const changes: Instant[] = [];
  for (let step = timeline.stepIn(start) + 1; step < timeline.stepCount && timeline.stepAt(step) <= end; step++) {
    changes.push(timeline.stepAt(step));
  }
  if (clock.successors.length === 0) return changes;
  const versions = clock.successors.map(({ from }) => from).filter((from) => start < from && from <= end);
  return [...changes, ...versions].sort((a, b) => a - b);
}

/** What fits the ticket as it is now, as if it had been so from the start. */
function presentTarget(clock: CompiledClock, timeline: Timeline, start: Instant): InForce {
  const now = inForceAt(clock, timeline, Math.max(start, timeline.stepAt(timeline.stepCount - 1)));
  return { ...now, from: start, since: start };
}

/** The target in force at the end, counted from the start on. */
function lastInForce(clock: CompiledClock, timeline: Timeline, start: Instant, end: Instant): InForce {
  const last = inForceAt(clock, timeline, end);
  let since: Instant | undefined;
  for (const at of [start, ...changesWithin(clock, timeline, start, end)]) {
    if (isSame(inForceAt(clock, timeline, at), last)) since ??= at;
    else since = undefined;
  }
  return { ...last, from: start, since: since ?? end };
}

/** The clock as the version of the policy has it that promises at an instant (S32, at-breach). */
export function versionAt(clock: CompiledClock, at: Instant): CompiledClock {
  if (clock.successors.length === 0) return clock;
  return clock.successors.findLast((successor) => successor.from <= at)?.clock ?? clock;
}

/** A ticket that was promised nothing has no target. */
function inForceAt(clock: CompiledClock, timeline: Timeline, from: Instant): InForce {
  const version = versionAt(clock, from);
  const step = timeline.stepIn(from);
  const target = targetAt(version, timeline, step);
  if (target === undefined || target === NOT_APPLICABLE || target.promise < 0) return { from, since: from, target };
  const promised = readPromised(timeline.text(timeline.value(step, target.promise)));
  return promised === undefined ? { from, since: from, target: undefined } : { from, since: from, target, promised };
}

/** An instant as the reader of exports writes it, or two with a slash between where only a day or hour is known. */
export function readPromised(text: string): Promised | undefined {
  if (text === '') return undefined;
  const [at = '', latest = at] = text.split('/');
  return { at: Date.parse(at), latest: Date.parse(latest) };
}

function isSame(one: InForce, other: InForce): boolean {
  const isSamePromise = one.promised?.at === other.promised?.at && one.promised?.latest === other.promised?.latest;
  return isSamePromise && isSameTarget(one.target, other.target);
}

/** Two versions of a policy may promise the same in the same words: then nothing changes between them. */
function isSameTarget(one: InForce['target'], other: InForce['target']): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || one === NOT_APPLICABLE || other === NOT_APPLICABLE) return false;
  return one.target.id === other.target.id && meaningOf(one) === meaningOf(other);
}

/** Whatever line it stands on. */
function meaningOf({ target, openTime, shifts }: CompiledTarget): string {
  const calendars = shifts && Array.from(shifts, ([id, shift]) => [id, shift.definition]);
  return JSON.stringify([target.within, openTime.definition, calendars], (key, value: unknown) => {
    if (key === 'place') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}
