import type { Instant } from '../domain/time.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock } from './compile.ts';
import { findFact, NO_FACT } from './trigger.ts';

/** How a ticket came to its end, whatever its clocks make of it. */
export interface Contacts {
  /** Instants at which somebody replied, up to the first resolution, that one included; absent: no clock is of kind response. */
  readonly replies?: number;
  /** A clock of kind resolution stopped at least once … */
  readonly wasResolved: boolean;
  /** … and was reopened after a stop; later than its `grace` it is a new promise. */
  readonly wasReopened: boolean;
}

/**
 * Counts the contacts that a ticket took. A reply is what stops a clock of kind response or next response, a reopening what
 * reopens one of kind resolution, whichever rule it follows (S15).
 *
 * @param clocks those that apply to the ticket
 */
export function contactsOf(clocks: readonly CompiledClock[], timeline: Timeline): Contacts {
  const replying: CompiledClock[] = [];
  const courses: Course[] = [];
  for (const clock of clocks) {
    const { kind } = clock.clock;
    if (kind === 'response' || kind === 'next_response') replying.push(clock);
    if (kind === 'resolution') courses.push({ clock, stoppedAt: undefined, wasResolved: false, wasReopened: false });
  }
  let replies = 0;
  for (let step = 0; step < timeline.stepCount; step++) {
    if (isReply(replying, timeline, step) && !courses.some(wasResolved)) replies++;
    for (const course of courses) follow(course, timeline, step);
  }
  const end = { wasResolved: courses.some(wasResolved), wasReopened: courses.some(wasReopened) };
  return replying.length > 0 ? { replies, ...end } : end;
}

function isReply(replying: readonly CompiledClock[], timeline: Timeline, step: number): boolean {
  for (const { stop } of replying) if (findFact(stop, timeline, step) !== NO_FACT) return true;
  return false;
}

const wasResolved = (course: Course): boolean => course.wasResolved;
const wasReopened = (course: Course): boolean => course.wasReopened;

interface Course {
  readonly clock: CompiledClock;
  /** Absent: it goes on. */
  stoppedAt: Instant | undefined;
  wasResolved: boolean;
  wasReopened: boolean;
}

function follow(course: Course, timeline: Timeline, step: number): void {
  const { clock } = course;
  let stopFact = NO_FACT;
  if (course.stoppedAt === undefined) {
    stopFact = findFact(clock.stop, timeline, step);
    if (stopFact === NO_FACT) return;
    course.stoppedAt = timeline.stepAt(step);
    course.wasResolved = true;
  }
  const reopening = clock.clock.reopen === undefined ? NO_FACT : findFact(clock.reopen, timeline, step, stopFact);
  if (reopening === NO_FACT) return;
  const grace = clock.clock.reopen?.grace ?? Infinity;
  if (timeline.stepAt(step) - course.stoppedAt <= grace) course.wasReopened = true;
  course.stoppedAt = undefined;
}
