import type { Millis } from '../domain/time.ts';
import type { Run } from '../domain/verdict.ts';
import type { Court } from './court.ts';
import { isReckonedFrom } from './reckoned.ts';
import { type InForce, NOT_APPLICABLE } from './targets-in-force.ts';

/**
 * By how much the start and the stop of a run can be later, both by as much: the export tells the stop as a length since the
 * start, and that began whenever the start truly was (S8). 0 where they cannot, or where it is not certain that the most and
 * the least time lie at the two ends of the doubt: the time at the start is to be all open or all closed, and nothing but
 * the calendar may decide what counts.
 */
export function sharedDoubt(run: Run, { timeline, clock, exclusions }: Court, inForce: readonly InForce[]): Millis {
  const { start, stop, cancelledAt, gaps, pauses } = run;
  if (start?.event === undefined || stop?.event === undefined || start.row !== stop.row) return 0;
  const doubt = start.latest - start.at;
  if (doubt === 0 || start.earliest !== undefined || stop.latest - stop.at < doubt) return 0;
  if (cancelledAt !== undefined || gaps.length > 0 || pauses.length > 0 || clock.clock.change === 'restart') return 0;
  if (!isReckonedFrom(timeline.log, timeline.text(stop.event), timeline.text(start.event))) return 0;

  const [only, ...others] = inForce;
  if (only === undefined || only.target === NOT_APPLICABLE || others.length > 0) return 0;
  if (only.target !== undefined && only.target.target.within.kind !== 'duration') return 0;
  const open = (only.target ?? clock).openTime.between(start.at, start.latest);
  const isAlike = open === 0 || open === doubt;
  const isWithin = (instant: number) => start.at < instant && instant < start.latest;
  return isAlike && !exclusions.some((span) => isWithin(span.start) || isWithin(span.end)) ? doubt : 0;
}
