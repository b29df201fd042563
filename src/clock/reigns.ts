import type { Instant, Millis } from '../domain/time.ts';
import type { Moment, Run } from '../domain/verdict.ts';
import { asOfStay, type Court, stayOf } from './judge-run.ts';
import { measure, type Stay } from './measure.ts';
import { layOut, openTimeOf } from './stretches.ts';
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
  const stay = stayOf({ ...run, start }, court, 'nominal');
  const list = targetsFitting(court.clock, court.timeline, start.at, asOfStay(run, stay.end));
  if (list.length < 2) return [];
  const isAnew = clock.change === 'restart';
  const baseOf = (index: number) => (isAnew ? (list[index]?.from ?? stay.start) : stay.start);
  return list.map((inForce, index): RunReign => {
    const before = list[index - 1];
    const whole = standing(court, stay, inForce, baseOf(index), stay.end);
    const left = before && standing(court, stay, before, baseOf(index - 1), inForce.from);
    return {
      inForce,
      used: counted(court, stay, isAnew ? before : inForce, isAnew ? baseOf(index - 1) : stay.start, inForce.from),
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

/** The stay until `end` as if one target had been in force all along. */
function standing(court: Court, stay: Stay, inForce: InForce, base: Instant, end: Instant) {
  return measure(court.clock, { ...stay, end: Math.max(end, stay.start) }, [{ ...inForce, from: base, since: base }]);
}

function counted(court: Court, stay: Stay, by: InForce | undefined, from: Instant, until: Instant): Millis {
  const target = by?.target === NOT_APPLICABLE ? undefined : by?.target;
  const stretches = layOut(stay.start, stay.pauses, stay.exclusions, stay.gaps);
  return openTimeOf(stretches, 'counts', (target ?? court.clock).openTime, from, until);
}
