import type { OpenTime } from '../domain/calendar.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Leave } from '../domain/personnel.ts';
import type { Instant } from '../domain/time.ts';
import type { Charged } from '../domain/verdict.ts';

/** Who was away when. */
export interface Attendance {
  readonly leaves: readonly Leave[];
  /** Absent: no roster, so that nobody has a shift. */
  readonly find?: FindPerson | undefined;
  /** By the name of their calendar. */
  readonly openTimes: ReadonlyMap<string, OpenTime>;
}

/** Says of a charge whether the employee was away when the time ran out: on leave, else gone, else outside their shift. */
export type NoteAbsence = (charged: Charged, at: Instant) => Charged;

/** Of a leave the first instant is in, the last is out. */
export function absenceNoter({ leaves, find, openTimes }: Attendance): NoteAbsence {
  const byPerson = Map.groupBy(leaves, ({ who }) => who);

  const isOnLeave = (who: string, at: Instant) =>
    byPerson.get(who)?.some(({ from, until }) => from <= at && at < until) === true;

  /** The last of the time may be used up at the very instant a shift ends: they were there until then. */
  const isOutsideShift = (who: string, at: Instant) => {
    const match = find?.(who, at);
    const shift = match?.kind === 'one' ? openTimes.get(match.person.calendar ?? '') : undefined;
    return shift !== undefined && shift.between(at - 1, at + 1) === 0;
  };

  return (charged, at) => {
    if (charged.kind !== 'employee') return charged;
    if (isOnLeave(charged.to, at)) return { ...charged, offDuty: 'leave' };
    const match = find?.(charged.to, at);
    if (match?.kind === 'one' && match.absence !== undefined) return { ...charged, offDuty: 'left' };
    return isOutsideShift(charged.to, at) ? { ...charged, offDuty: 'shift' } : charged;
  };
}
