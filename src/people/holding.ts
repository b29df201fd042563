import { BLANK } from '../domain/event-log.ts';
import type { Instant } from '../domain/time.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** Who held a ticket at an instant, and since when. */
export interface Holding {
  /** Code in the log's values; `BLANK` when nobody held it. */
  readonly holder: number;
  /** The instant it was handed to them; -Infinity where that lies before the first fact. */
  readonly since: Instant;
  /** The step at which it was handed to them; -1 for before the first. */
  readonly step: number;
}

/**
 * Who held the ticket at an instant. A hand-over at that very instant counts: a value holds from its row's instant on,
 * included.
 */
export function holdingAt(timeline: Timeline, assignee: number, instant: Instant): Holding {
  return holdingFrom(timeline, assignee, timeline.stepIn(instant));
}

/** The holding before this one, whoever it was; `undefined` when there was none. */
export function holdingBefore(timeline: Timeline, assignee: number, holding: Holding): Holding | undefined {
  return holding.step <= 0 ? undefined : holdingFrom(timeline, assignee, holding.step - 1);
}

function holdingFrom(timeline: Timeline, assignee: number, last: number): Holding {
  const holder = timeline.value(last, assignee);
  if (last < 0) return { holder: BLANK, since: -Infinity, step: -1 };
  let step = last;
  while (step > 0 && timeline.value(step - 1, assignee) === holder) step--;
  return { holder, since: step === 0 && timeline.log.moment === undefined ? -Infinity : timeline.stepAt(step), step };
}
