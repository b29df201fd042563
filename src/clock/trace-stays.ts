import type { PauseSpan, Run } from '../domain/verdict.ts';
import { holdsAt } from '../timeline/condition.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock } from './compile.ts';
import { begin, end, finish, momentOf } from './run-draft.ts';
import { findFact, isCancelled, NO_FACT, speakerOf } from './trigger.ts';

/**
 * A run for each stay: a stretch in which the clock's `during` holds with the same values of its fields, so that a ticket
 * handed from one supplier to the next begins another. It ends with the stay, or with the first stop before that.
 */
export function traceStays(clock: CompiledClock, timeline: Timeline, pauses: readonly PauseSpan[]): Run[] {
  const runs: Run[] = [];
  for (let step = 0; step < timeline.stepCount; step++) {
    if (!holdsAt(clock.during, timeline, step)) continue;
    const next = endOfStay(clock, timeline, step);
    runs.push(traceStay(clock, timeline, step, next, runs.length + 1, pauses));
    step = next - 1;
  }
  return runs;
}

/** The first step after the stay that begins at this one. */
function endOfStay({ during }: CompiledClock, timeline: Timeline, first: number): number {
  let step = first + 1;
  const isSame = () => during.every(({ field }) => timeline.value(step, field) === timeline.value(first, field));
  while (step < timeline.stepCount && isSame()) step++;
  return step;
}

function traceStay(
  clock: CompiledClock,
  timeline: Timeline,
  first: number,
  next: number,
  cycle: number,
  pauses: readonly PauseSpan[],
): Run {
  const startFact = speakerAt(clock, timeline, first);
  const draft = begin(momentOf(timeline, startFact), cycle);
  for (let step = first; step < next; step++) {
    if (isCancelled(clock.cancel, timeline, step)) {
      draft.cancelledAt = timeline.stepAt(step);
      return finish(clock, draft, pauses);
    }
    const stop = findFact(clock.stop, timeline, step, step === first ? startFact : NO_FACT);
    if (stop === NO_FACT) continue;
    end(draft, timeline, stop);
    return finish(clock, draft, pauses);
  }
  if (next === timeline.stepCount) return finish(clock, draft, pauses);
  end(draft, timeline, speakerAt(clock, timeline, next));
  // What another row brought at that instant is the next holder's, not this one's.
  return { ...finish(clock, draft, pauses), endsStay: true };
}

/** The row that began or ended the stay. */
function speakerAt({ during }: CompiledClock, timeline: Timeline, step: number): number {
  return speakerOf(during, timeline, timeline.stepStart[step]!, timeline.stepStart[step + 1]!);
}
