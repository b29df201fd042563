import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock } from './compile.ts';
import { type CompiledTriggers, findFact, NO_FACT } from './trigger.ts';

/**
 * Whether missing digits hide the order in which a stop and its reopening came, or a pause and its end (S8): the later of
 * the two by meaning has a stamp that begins before the other's and ends after it, as `10:00` does about 10:00:30.
 */
export function isOrderVague(clock: CompiledClock, timeline: Timeline): boolean {
  if (timeline.isExact) return false;
  const pairs = [
    { first: clock.stop, second: clock.reopen },
    ...clock.pause.flatMap((rule) => (rule.kind === 'between' ? [{ first: rule.from, second: rule.until }] : [])),
  ];
  return pairs.some(({ first, second }) => isHidden(first, second, timeline));
}

function isHidden(first: CompiledTriggers, second: CompiledTriggers, timeline: Timeline): boolean {
  for (let step = 0; step + 1 < timeline.stepCount; step++) {
    const fact = isVague(timeline, step) ? findFact(second, timeline, step) : NO_FACT;
    if (fact === NO_FACT) continue;
    for (
      let next = step + 1;
      next < timeline.stepCount && timeline.stepAt(next) <= timeline.factLatest[fact]!;
      next++
    ) {
      if (timeline.stepAt(next) > timeline.stepAt(step) && findFact(first, timeline, next) !== NO_FACT) return true;
    }
  }
  return false;
}

/** Most exports have no vague stamp at all: the triggers are asked only about those. */
function isVague(timeline: Timeline, step: number): boolean {
  for (let fact = timeline.stepStart[step]!; fact < timeline.stepStart[step + 1]!; fact++) {
    if (timeline.factLatest[fact]! > timeline.factAt[fact]!) return true;
  }
  return false;
}
