import type { OpenTime } from '../domain/calendar.ts';
import type { EventLog, TotalColumn } from '../domain/event-log.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Clock, Exclusion, Policy, Target, Trigger } from '../domain/policy.ts';
import type { Instant, Millis } from '../domain/time.ts';
import { type CompiledCondition, compileCondition } from '../timeline/condition.ts';
import type { CompiledPause } from './pauses.ts';
import { type CompiledRoles, type CompiledTriggers, compileRoles, compileTriggers } from './trigger.ts';

/** A clock made ready for one event log: names are codes, calendars are indexes of open time. */
export interface CompiledClock {
  readonly clock: Clock;
  readonly start: CompiledTriggers;
  readonly during: CompiledCondition;
  readonly stop: CompiledTriggers;
  /** Stops it where nothing of `stop` has: a resolution without any reply (S19). */
  readonly lastResort: CompiledTriggers;
  readonly cancel: CompiledTriggers;
  readonly reset: CompiledTriggers;
  readonly reopen: CompiledTriggers;
  readonly by: CompiledTriggers;
  readonly pause: readonly CompiledPause[];
  /** Lengths of pauses that lie nobody knows when. */
  readonly pauseTotals: readonly TotalColumn[];
  readonly when: CompiledCondition;
  readonly targets: readonly CompiledTarget[];
  /** Indexes of the fields by which `when` and the targets are chosen. */
  readonly deciding: readonly number[];
  readonly exclusions: readonly CompiledExclusion[];
  readonly openTime: OpenTime;
  /** Present where the clock or one of its targets counts the shifts of the roster. */
  readonly shifts?: Shifts;
  /** The clock in later versions of the policy, in their order: their targets hold from then on (S32, at-breach). */
  readonly successors: readonly { readonly from: Instant; readonly clock: CompiledClock }[];
  /** Lengths of the policy's objectives over this clock. */
  readonly milestones: readonly Millis[];
  /** The role `agent`. */
  readonly agent: CompiledRoles;
  /** Index of the field `assignee`, or -1. */
  readonly assignee: number;
}

/** Whose shift is open when. */
export interface Shifts {
  readonly find: FindPerson;
  /** By the name of their calendar. */
  readonly openTimes: ReadonlyMap<string, OpenTime>;
}

export interface CompiledTarget {
  readonly target: Target;
  readonly when: CompiledCondition;
  readonly openTime: OpenTime;
  /** Of a target that counts the shifts of the roster: their calendars, by name. */
  readonly shifts?: Shifts['openTimes'];
  /** Index of the field that holds the promised instant, or -1. */
  readonly promise: number;
}

export interface CompiledExclusion {
  readonly exclusion: Exclusion;
  readonly when: CompiledCondition;
}

/**
 * `openTimes` has an index for each key of `policy.calendars`; `objectives` are those that are reported, the newest
 * version's; `find` knows the roster, where there is one.
 */
export function compileClocks(
  policy: Policy,
  log: EventLog,
  openTimes: ReadonlyMap<string, OpenTime>,
  objectives: Policy['objectives'],
  find?: FindPerson,
): readonly CompiledClock[] {
  const compile = (triggers: readonly Trigger[]) => compileTriggers(triggers, log, find);
  return policy.clocks.map((clock) => {
    const when = compileCondition(clock.when, log);
    const targets = clock.targets.map(
      (target): CompiledTarget => ({
        target,
        when: compileCondition(target.when, log),
        openTime: lookUp(openTimes, target.calendar),
        ...(target.isOnShift && { shifts: openTimes }),
        promise: promiseField(target, log),
      }),
    );
    return {
      clock,
      start: compile(clock.start),
      during: compileCondition(clock.during, log),
      stop: compile(clock.stop),
      lastResort: compile(answersByResolution(clock) ? resolutionTriggers(policy) : []),
      cancel: compile(clock.cancel),
      reset: compile(clock.reset),
      reopen: compile(reopeningOf(clock)),
      by: compile(clock.by),
      pause: clock.pause.map((rule) =>
        rule.kind === 'while'
          ? { kind: 'while', when: compileCondition(rule.when, log) }
          : { kind: 'between', from: compile(rule.from), until: compile(rule.until) },
      ),
      pauseTotals: log.totals.filter(({ name }) => clock.pauseTotals?.includes(name) === true),
      when,
      targets,
      deciding: fieldsOf(when, targets),
      exclusions: policy.exclusions
        .filter((exclusion) => exclusion.clocks.length === 0 || exclusion.clocks.includes(clock.id))
        .map((exclusion) => ({ exclusion, when: compileCondition(exclusion.when, log) })),
      openTime: lookUp(openTimes, clock.calendar),
      ...(find !== undefined && hasShifts(clock) && { shifts: { find, openTimes } }),
      successors: [],
      milestones: objectives.flatMap(({ clocks, within }) =>
        within !== undefined && clocks.includes(clock.id) ? [within] : [],
      ),
      agent: compileRoles(['agent'], log, find),
      assignee: log.fields.findIndex(({ field }) => field === 'assignee'),
    };
  });
}

function fieldsOf(when: CompiledCondition, targets: readonly CompiledTarget[]): number[] {
  const fields = [
    ...when.map(({ field }) => field),
    ...targets.flatMap((target) => [...target.when.map(({ field }) => field), target.promise]),
  ];
  return [...new Set(fields)].filter((field) => field >= 0);
}

function hasShifts(clock: Clock): boolean {
  return clock.isOnShift || clock.targets.some(({ isOnShift }) => isOnShift);
}

/** The open time by which a target's runs are counted; without a target the clock's. */
export function openTimeFor(clock: CompiledClock, target: Target | undefined): OpenTime {
  if (target === undefined) return clock.openTime;
  for (const each of clock.targets) if (each.target === target) return each.openTime;
  for (const { clock: version } of clock.successors) {
    for (const each of version.targets) if (each.target === target) return each.openTime;
  }
  return clock.openTime;
}

/** A next response is asked for anew by each start after an answer (S20). */
function reopeningOf(clock: Clock): readonly Trigger[] {
  return clock.reopen?.on ?? (clock.kind === 'next_response' ? clock.start : []);
}

function promiseField({ within }: Target, log: EventLog): number {
  return within.kind === 'promised' ? log.fields.findIndex(({ field }) => field === within.field) : -1;
}

function answersByResolution(clock: Clock): boolean {
  return clock.kind === 'response' && clock.unanswered === 'resolution';
}

/** What resolves a ticket: the stops of the clocks of kind resolution, else the event of that name. */
function resolutionTriggers(policy: Policy): readonly Trigger[] {
  const clocks = policy.clocks.filter(({ kind }) => kind === 'resolution');
  if (clocks.length > 0) return clocks.flatMap(({ stop }) => stop);
  return [{ kind: 'event', event: 'resolved', when: [], place: { file: policy.file } }];
}

function lookUp(openTimes: ReadonlyMap<string, OpenTime>, calendar: string): OpenTime {
  const openTime = openTimes.get(calendar);
  if (openTime === undefined) throw new Error(`no index of open time for calendar "${calendar}"`);
  return openTime;
}
