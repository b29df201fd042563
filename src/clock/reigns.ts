import type { Instant, Millis } from '../domain/time.ts';
import type { Moment, Run } from '../domain/verdict.ts';
import type { Court } from './court.ts';
import { measure, type Outline } from './measure.ts';
import { asOfStay, outlineOf } from './measure-reading.ts';
import { layOut, openTimeOf, pausedFirst } from './stretches.ts';
import { type InForce, NOT_APPLICABLE, targetsFitting } from './targets-in-force.ts';

/** A target that fitted from an instant of a run on, and how the run then stood. Lengths are service time. */
export interface RunReign {
  readonly inForce: InForce;
  /**
   * Counted by then, by this target's calendar; where the count begins anew (S21, restart), since the last change and by
   * the calendar of the target before.
   */
  readonly used: Millis;
  readonly allowed: Millis | undefined;
  /** What was left then of the target before; negative once it was used up. */
  readonly leftBefore: Millis | undefined;
  /** When this target runs out, or would if nothing else happened. */
  readonly dueAt: Instant | undefined;
}

/**
 * The targets that fitted while a run went on, in order, whatever the clock makes of a change. None where it never changed,
 * nor of a duty, which has one.
 */
export function reignsOf(run: Run, court: Court): RunReign[] {
  const { clock } = court.clock;
  if (run.start === undefined || clock.kind === 'duty') return [];
  const start = asItHappened(run.start);
  const outline = outlineOf({ ...run, start }, court, 'nominal');
  const list = targetsFitting(court.clock, court.timeline, start.at, asOfStay(run, outline.end));
  if (list.length < 2) return [];
  const isAnew = clock.change === 'restart';
  const baseOf = (index: number) => (isAnew ? (list[index]?.from ?? outline.start) : outline.start);
  return list.map((inForce, index): RunReign => {
    const before = list[index - 1];
    const whole = standing(court, outline, inForce, baseOf(index), outline.end);
    const left = before && standing(court, outline, before, baseOf(index - 1), inForce.from);
    return {
      inForce,
      used: counted(
        court,
        outline,
        isAnew ? before : inForce,
        isAnew ? baseOf(index - 1) : outline.start,
        inForce.from,
      ),
      allowed: whole?.allowed,
      leftBefore: left?.allowed === undefined ? undefined : left.allowed - left.elapsed,
      dueAt: whole?.dueAt,
    };
  });
}

/** A start from which the count began anew, as its own row tells it. */
function asItHappened({ happenedAt, ...start }: Moment): Moment {
  return happenedAt === undefined ? start : { ...start, at: happenedAt, latest: happenedAt };
}

/** The outline until `end` as if one target had been in force all along. */
function standing(court: Court, outline: Outline, inForce: InForce, base: Instant, end: Instant) {
  return measure(court.clock, { ...outline, end: Math.max(end, outline.start) }, [
    { ...inForce, from: base, since: base },
  ]);
}

function counted(court: Court, outline: Outline, by: InForce | undefined, from: Instant, until: Instant): Millis {
  const target = by?.target === NOT_APPLICABLE ? undefined : by?.target;
  const { openTime } = target ?? court.clock;
  const placed = layOut(outline.start, outline.pauses, outline.exclusions, outline.gaps);
  return openTimeOf(pausedFirst(placed, openTime, from, outline.unplaced), 'counts', openTime, from, until);
}
