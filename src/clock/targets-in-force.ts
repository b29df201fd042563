import type { Instant } from '../domain/time.ts';
import { holdsAt } from '../timeline/condition.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock, CompiledTarget } from './compile.ts';

/** Which target a run was under from an instant on; until the next one's `from`. */
export interface InForce {
  readonly from: Instant;
  /** `undefined`: the clock applied but no target matched (S23). `NOT_APPLICABLE`: the clock's `when` did not hold. */
  readonly target: CompiledTarget | undefined | typeof NOT_APPLICABLE;
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
 * stop is in. Which changes count is the clock's `change` rule (S21).
 */
export function targetsInForce(
  clock: CompiledClock,
  timeline: Timeline,
  start: Instant,
  end: Instant,
): readonly InForce[] {
  const first = timeline.stepIn(start);
  if (clock.clock.change === 'at-start') return [{ from: start, target: targetAt(clock, timeline, first) }];
  if (clock.clock.change === 'at-stop')
    return [{ from: start, target: targetAt(clock, timeline, timeline.stepIn(end)) }];

  let target = targetAt(clock, timeline, first);
  const inForce: InForce[] = [{ from: start, target }];
  for (let step = first + 1; step < timeline.stepCount && timeline.stepAt(step) <= end; step++) {
    const next = targetAt(clock, timeline, step);
    if (next === target) continue;
    target = next;
    inForce.push({ from: timeline.stepAt(step), target });
  }
  return inForce;
}
