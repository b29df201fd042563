import type { CalendarDefinition } from '../domain/calendar.ts';
import type { Clock, Policy, Target, Trigger } from '../domain/policy.ts';
import { HABITS, type HabitId, type ReadingId } from '../domain/reading.ts';
import type { Millis } from '../domain/time.ts';
import { rereadingsOf } from './readings.ts';

/** A way in which a help desk may have come to its own flag. */
interface Habit {
  /** Whether it can make a difference to this clock; `events` are those that happen in the export. */
  readonly concerns: (clock: Clock, policy: Policy, events: ReadonlySet<string>) => boolean;
  readonly read: (clock: Clock, policy: Policy) => Clock;
  /** What becomes of the rest of the policy; absent: nothing. */
  readonly around?: (policy: Policy) => Policy;
}

/** Events that a habit may ask for. */
export const EVENTS_OF_HABITS: ReadonlySet<string> = new Set(['created', 'resolved', 'closed', 'reopened']);

/** The calendar that every policy has. */
const ALWAYS = '24x7';
const DAY = 86_400_000;

const habits: Readonly<Record<HabitId, Habit>> = {
  'hours: 24x7': {
    concerns: (clock, policy) => calendarsOf(clock, policy).some((calendar) => calendar?.id !== ALWAYS),
    read: (clock) => ({ ...withTargets(clock, open), ...open }),
  },
  'pauses: none': {
    concerns: ({ pause, pauseTotals = [] }) => pause.length + pauseTotals.length > 0,
    read: ({ pauseTotals: _, ...clock }) => ({ ...clock, pause: [] }),
  },
  'holidays: none': {
    concerns: (clock, policy) =>
      calendarsOf(clock, policy).some((calendar) => calendar && withoutHolidays(calendar) !== calendar),
    read: (clock) => clock,
    around: (policy) => ({
      ...policy,
      calendars: new Map([...policy.calendars].map(([id, calendar]) => [id, withoutHolidays(calendar)])),
    }),
  },
  'exclusions: none': {
    concerns: ({ id }, { exclusions }) => exclusions.some(({ clocks }) => clocks.length === 0 || clocks.includes(id)),
    read: (clock) => clock,
    around: (policy) => ({ ...policy, exclusions: [] }),
  },
  'start: created': {
    concerns: (clock, _, events) => isPlain(clock) && !waitsFor(clock.start, 'created') && events.has('created'),
    read: (clock) => ({ ...clock, start: [event('created', clock)] }),
  },
  'stop: resolved': {
    concerns: (clock, policy, events) =>
      isPlain(clock) &&
      clock.kind !== 'resolution' &&
      isOther(clock.stop, resolution(clock, policy)) &&
      (events.has('resolved') || policy.clocks.some(({ kind }) => kind === 'resolution')),
    read: (clock, policy) => ({ ...clock, stop: resolution(clock, policy) }),
  },
  'stop: closed': {
    concerns: (clock, _, events) => isPlain(clock) && !waitsFor(clock.stop, 'closed') && events.has('closed'),
    read: (clock) => ({ ...clock, stop: [event('closed', clock)] }),
  },
  'stop: anybody': {
    concerns: ({ stop }) => stop.some((trigger) => trigger.kind === 'event' && trigger.by !== undefined),
    read: (clock) => ({ ...clock, stop: clock.stop.map(byAnybody) }),
  },
  'stop: last': {
    concerns: (clock, _, events) => isPlain(clock) && clock.reopen === undefined && events.has('reopened'),
    read: (clock) => ({ ...clock, reopen: { on: [event('reopened', clock)], rule: 'continue' } }),
  },
  'target: present': {
    concerns: (clock, { records }) =>
      records.form !== 'tickets' && clock.kind !== 'duty' && clock.targets.some(isConditional),
    read: (clock) => ({ ...clock, fits: 'present' }),
  },
  'open: ignored': {
    concerns: ({ stillOpen, kind }) => stillOpen === 'breached' && kind !== 'duty',
    read: (clock) => ({ ...clock, stillOpen: 'closed-only' }),
  },
  'units: minute': wholeUnits(60_000),
  'units: hour': wholeUnits(3_600_000),
  'units: day': {
    concerns: (clock, policy) =>
      clock.kind !== 'duty' && clock.targets.some((target) => isOfWholeDays(target) && isAlwaysOpen(target, policy)),
    read: (clock, policy) =>
      withTargets(clock, (target) =>
        isOfWholeDays(target) && isAlwaysOpen(target, policy)
          ? { within: { kind: 'working-days', days: lengthOf(target) / DAY, end: 'closing' } }
          : {},
      ),
  },
};

const open = { calendar: ALWAYS, isOnShift: false } as const;

function withTargets(clock: Clock, change: Partial<Target> | ((target: Target) => Partial<Target>)): Clock {
  const changed = (target: Target) => ({ ...target, ...(typeof change === 'function' ? change(target) : change) });
  return { ...clock, targets: clock.targets.map(changed) };
}

function calendarsOf(clock: Clock, { calendars }: Policy): (CalendarDefinition | undefined)[] {
  const all = [clock, ...clock.targets];
  return all.map(({ calendar, isOnShift }) => (isOnShift ? undefined : calendars.get(calendar)));
}

function isAlwaysOpen({ calendar, isOnShift }: Target, policy: Policy): boolean {
  return !isOnShift && policy.calendars.get(calendar)?.id === ALWAYS;
}

/** A date of the policy that is closed altogether is a holiday too. */
function withoutHolidays(calendar: CalendarDefinition): CalendarDefinition {
  const dates = new Map([...calendar.dates].filter(([, hours]) => hours.length > 0));
  const hasSome = calendar.holidays.length > 0 || dates.size < calendar.dates.size;
  return hasSome ? { ...calendar, holidays: [], dates } : calendar;
}

/** It starts at a row and stops at a row. */
function isPlain({ kind, during }: Clock): boolean {
  return kind !== 'duty' && kind !== 'next_response' && during.length === 0;
}

function isConditional({ when, within }: Target): boolean {
  return when.length > 0 || within.kind === 'promised';
}

function event(name: string, { place }: Clock): Trigger {
  return { kind: 'event', event: name, when: [], place };
}

function waitsFor(triggers: readonly Trigger[], name: string): boolean {
  return triggers.every((trigger) => trigger.kind === 'event' && trigger.event === name && trigger.by === undefined);
}

/** What resolves a ticket: the stops of the clocks of that kind, else the event of that name. */
function resolution(clock: Clock, policy: Policy): readonly Trigger[] {
  const stops = policy.clocks.filter(({ kind }) => kind === 'resolution').flatMap(({ stop }) => stop);
  if (stops.length > 0) return stops;
  return [event('resolved', clock)];
}

function isOther(triggers: readonly Trigger[], others: readonly Trigger[]): boolean {
  const said = (each: readonly Trigger[]) =>
    JSON.stringify(each, (key, value) => (key === 'place' ? undefined : value));
  return said(triggers) !== said(others);
}

function byAnybody(trigger: Trigger): Trigger {
  if (trigger.kind !== 'event') return trigger;
  const { by: _, ...rest } = trigger;
  return rest;
}

/** Only what is a whole unit more is late: parts of one are dropped before they are compared. */
function wholeUnits(unit: Millis): Habit {
  const isWhole = (target: Target) => lengthOf(target) >= unit && lengthOf(target) % unit === 0;
  return {
    concerns: ({ kind, boundary, targets }) => kind !== 'duty' && boundary === 'inclusive' && targets.some(isWhole),
    read: (clock) =>
      withTargets(clock, (target) =>
        isWhole(target) ? { within: { kind: 'duration', length: lengthOf(target) + unit - 1 } } : {},
      ),
  };
}

function isOfWholeDays(target: Target): boolean {
  return lengthOf(target) >= DAY && lengthOf(target) % DAY === 0;
}

/** 0 of a target that is no length. */
function lengthOf({ within }: Target): Millis {
  return within.kind === 'duration' ? within.length : 0;
}

/** A policy read in one other way or several at once. */
export interface Explanation {
  /** One, or several that belong together. */
  readonly parts: readonly (ReadingId | HabitId)[];
  /** Clocks that are read otherwise, in any version of the policy. */
  readonly clocks: readonly string[];
  /** All versions are read so. */
  readonly policy: Policy;
}

/** How time is counted, and from when to when: two habits that often come together. */
const TIMES: readonly (readonly HabitId[])[] = [['hours: 24x7'], ['pauses: none'], ['hours: 24x7', 'pauses: none']];
const ENDS: readonly HabitId[] = [
  'start: created',
  'stop: resolved',
  'stop: closed',
  'stop: anybody',
  'target: present',
];

/**
 * The ways in which whoever flags tickets by these clocks may have counted: a single one first, then those that come together,
 * two before three. Only what can make a difference to one of the clocks.
 *
 * @param events those that happen in the export: nobody stops a clock at what is never written down
 */
export function explanationsOf(policy: Policy, clocks: readonly string[], events: ReadonlySet<string>): Explanation[] {
  const readings = rereadingsOf(policy).flatMap(({ reading, clocks: changed, policy: reread }): Explanation[] => {
    const own = changed.filter((id) => clocks.includes(id));
    return own.length === 0 ? [] : [{ parts: [reading], clocks: own, policy: reread }];
  });
  const together = [...TIMES, ...TIMES.flatMap((parts) => ENDS.map((end) => [...parts, end]))]
    .filter(({ length }) => length > 1)
    .toSorted((a, b) => a.length - b.length);
  const all = [...HABITS.map((habit) => [habit]), ...together];
  return [...readings, ...all.flatMap((parts) => explanationOf(parts, policy, clocks, events))];
}

/** Of clocks that all parts concern; nothing where there is none. */
function explanationOf(
  parts: readonly HabitId[],
  policy: Policy,
  ids: readonly string[],
  events: ReadonlySet<string>,
): Explanation[] {
  const isConcerned = (clock: Clock, version: Policy) =>
    ids.includes(clock.id) && parts.every((part) => habits[part].concerns(clock, version, events));
  const versions = [policy, ...policy.earlier];
  const concerned = versions.flatMap((version) => version.clocks.filter((clock) => isConcerned(clock, version)));
  if (concerned.length === 0) return [];
  const read = (version: Policy): Policy => {
    const clocks = version.clocks.map((clock) =>
      isConcerned(clock, version)
        ? parts.reduce<Clock>((each, part) => habits[part].read(each, version), clock)
        : clock,
    );
    return parts.reduce<Policy>((each, part) => habits[part].around?.(each) ?? each, { ...version, clocks });
  };
  const clocks = [...new Set(concerned.map(({ id }) => id))];
  return [{ parts, clocks, policy: { ...read(policy), earlier: policy.earlier.map(read) } }];
}
