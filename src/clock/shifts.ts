import { shiftTime, type Turn } from '../calendar/shift-time.ts';
import type { OpenTime } from '../domain/calendar.ts';
import { BLANK } from '../domain/event-log.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock, Shifts } from './compile.ts';

/**
 * The clock as it runs on one ticket: where it or its targets are `isOnShift`, in the hours of whoever holds the ticket,
 * for as long as they hold it; while nobody does, or somebody without a shift, in the calendar that the policy names.
 */
export function onShift(clock: CompiledClock, timeline: Timeline): CompiledClock {
  const { shifts } = clock;
  if (shifts === undefined && clock.successors.length === 0) return clock;
  const successors = clock.successors.map((each) => ({ ...each, clock: onShift(each.clock, timeline) }));
  if (shifts === undefined) return { ...clock, successors };
  const stays = staysOf(timeline, clock.assignee, shifts.find);
  const inTurns = (isOnShift: boolean, otherwise: OpenTime): OpenTime =>
    isOnShift ? shiftTime(turnsOf(stays, shifts.openTimes, otherwise)) : otherwise;
  return {
    ...clock,
    openTime: inTurns(clock.clock.isOnShift, clock.openTime),
    targets: clock.targets.map((each) => ({ ...each, openTime: inTurns(each.target.isOnShift, each.openTime) })),
    successors,
  };
}

/** From an instant on somebody with this shift held the ticket. */
interface Stay {
  readonly from: Instant;
  /** Absent: nobody, or somebody without a shift. */
  readonly calendar: string | undefined;
}

function staysOf(timeline: Timeline, assignee: number, find: FindPerson): Stay[] {
  const stays: Stay[] = [{ from: -Infinity, calendar: undefined }];
  for (let step = 0; step < timeline.stepCount; step++) {
    const code = timeline.value(step, assignee);
    if (step > 0 && code === timeline.value(step - 1, assignee)) continue;
    let end = step + 1;
    while (end < timeline.stepCount && timeline.value(end, assignee) === code) end++;
    const until = end < timeline.stepCount ? timeline.stepAt(end) : Infinity;
    const start = timeline.stepAt(step);
    if (code === BLANK) stays.push({ from: start, calendar: undefined });
    else stays.push(...shiftsOf(timeline.text(code), start, until, find));
  }
  // In form tickets the holder is not known to have begun: the first held it from the beginning.
  return timeline.log.moment === undefined ? stays.slice(1).map(fromTheBeginning) : stays;
}

/**
 * Who moves to another shift has another line on the roster from that day on; and whose name it is may change with any day
 * on which somebody of that name begins or leaves.
 */
function shiftsOf(name: string, start: Instant, until: Instant, find: FindPerson): Stay[] {
  const stays: Stay[] = [];
  for (let from = start; from < until; ) {
    const match = find(name, from);
    stays.push({ from, calendar: match.kind === 'one' ? match.person.calendar : undefined });
    from = match.until ?? Infinity;
  }
  return stays;
}

function fromTheBeginning(stay: Stay, index: number): Stay {
  return index === 0 ? { ...stay, from: -Infinity } : stay;
}

function turnsOf(stays: readonly Stay[], openTimes: Shifts['openTimes'], otherwise: OpenTime): Turn[] {
  return stays.map(({ from, calendar }) => {
    const openTime = calendar === undefined ? undefined : openTimes.get(calendar);
    return { from, openTime: openTime ?? otherwise, isShift: openTime !== undefined };
  });
}
