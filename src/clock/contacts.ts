import type { Instant } from '../domain/time.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { appended } from './appended.ts';
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
  const isAnswered = clocks.some(isReplying);
  let courses: readonly Course[] = NONE;
  for (const clock of clocks) {
    if (clock.clock.kind !== 'resolution') continue;
    courses = appended(courses, { clock, stoppedAt: undefined, wasResolved: false, wasReopened: false });
  }
  let replies = 0;
  let isResolved = false;
  for (let step = 0; step < timeline.stepCount; step++) {
    if (isAnswered && !isResolved && isReply(clocks, timeline, step)) replies++;
    for (const course of courses) {
      follow(course, timeline, step);
      if (course.wasResolved) isResolved = true;
    }
  }
  const isReopened = courses.some(wasReopened);
  if (!isAnswered) return { wasResolved: isResolved, wasReopened: isReopened };
  return { replies, wasResolved: isResolved, wasReopened: isReopened };
}

const NONE: readonly never[] = [];

function isReplying({ clock: { kind } }: CompiledClock): boolean {
  return kind === 'response' || kind === 'next_response';
}

function isReply(clocks: readonly CompiledClock[], timeline: Timeline, step: number): boolean {
  for (const clock of clocks) {
    if (isReplying(clock) && findFact(clock.stop, timeline, step) !== NO_FACT) return true;
  }
  return false;
}

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
