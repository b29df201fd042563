import { BLANK, type EventLog } from '../domain/event-log.ts';
import type { FindPerson, Person } from '../domain/person.ts';
import type { Trigger } from '../domain/policy.ts';
import { type CompiledCondition, compileCondition, holdsAt, holdsFor } from '../timeline/condition.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** A trigger made ready for one event log. */
export interface CompiledTrigger {
  readonly kind: Trigger['kind'];
  /** Code of the event; a code that no row has where the export never names it. */
  readonly event: number;
  readonly when: CompiledCondition;
  readonly roles: CompiledRoles | undefined;
  readonly actors: ReadonlySet<number> | undefined;
}

/** Triggers in the order in which they are asked, and which facts need not be shown to them at all. */
export interface CompiledTriggers {
  readonly each: readonly CompiledTrigger[];
  /** By code of an event + 1, so that `BLANK` has a place: 1 where one of them waits for that event. */
  readonly waitsFor: Uint8Array;
  /** One of them waits for no event but for a condition, or for the first row. */
  readonly waitsForMore: boolean;
}

/** Roles an actor may have; where the export names none, the roster's. */
export interface CompiledRoles {
  readonly codes: ReadonlySet<number>;
  readonly names: readonly string[];
  readonly find: FindPerson | undefined;
}

const NEVER = -3;

export function compileTriggers(
  triggers: readonly Trigger[],
  log: EventLog,
  find: FindPerson | undefined,
): CompiledTriggers {
  const codes = (texts: readonly string[] | undefined) =>
    texts === undefined ? undefined : new Set(texts.map((text) => log.values.code(text) ?? NEVER));
  const each = triggers.map((trigger) => ({
    kind: trigger.kind,
    event: trigger.kind === 'event' ? (log.values.code(trigger.event) ?? NEVER) : NEVER,
    when: compileCondition(trigger.when, log),
    roles: trigger.kind === 'event' && trigger.by?.roles ? compileRoles(trigger.by.roles, log, find) : undefined,
    actors: trigger.kind === 'event' ? codes(trigger.by?.actors) : undefined,
  }));
  const events = each.flatMap(({ kind, event }) => (kind === 'event' && event !== NEVER ? [event] : []));
  const waitsFor = new Uint8Array(Math.max(0, ...events) + 2);
  for (const event of events) waitsFor[event + 1] = 1;
  return { each, waitsFor, waitsForMore: each.some(({ kind }) => kind !== 'event') };
}

export function compileRoles(names: readonly string[], log: EventLog, find: FindPerson | undefined): CompiledRoles {
  return { codes: new Set(names.map((name) => log.values.code(name) ?? NEVER)), names, find };
}

export const NO_FACT = -1;

/**
 * The first fact of a step that pulls one of the triggers, other than `except`; `NO_FACT` when none does.
 * A condition that begins to hold is pulled by the last fact of the step whose row speaks of it.
 */
export function findFact(
  triggers: CompiledTriggers,
  timeline: Timeline,
  step: number,
  except: number = NO_FACT,
): number {
  if (triggers.each.length === 0 || !mayPull(triggers, timeline, step)) return NO_FACT;
  for (const trigger of triggers.each) {
    const fact = factOf(trigger, timeline, step, except);
    if (fact !== NO_FACT) return fact;
  }
  return NO_FACT;
}

/** Whether anything of the whole ticket may pull one of the triggers. */
export function occurs({ each, waitsFor, waitsForMore }: CompiledTriggers, timeline: Timeline): boolean {
  if (waitsForMore) return true;
  if (each.length === 0) return false;
  for (let fact = 0; fact < timeline.factCount; fact++) if (waitsFor[timeline.factEvent[fact]! + 1] === 1) return true;
  return false;
}

/** Most steps bring nothing that a list of triggers waits for: a look into a table tells. */
function mayPull({ waitsFor, waitsForMore }: CompiledTriggers, timeline: Timeline, step: number): boolean {
  if (waitsForMore) return true;
  const end = timeline.stepStart[step + 1]!;
  for (let fact = timeline.stepStart[step]!; fact < end; fact++) {
    if (waitsFor[timeline.factEvent[fact]! + 1] === 1) return true;
  }
  return false;
}

function factOf(trigger: CompiledTrigger, timeline: Timeline, step: number, except: number): number {
  const first = timeline.stepStart[step]!;
  const end = timeline.stepStart[step + 1]!;
  if (trigger.kind === 'event') {
    for (let fact = first; fact < end; fact++) {
      if (fact !== except && timeline.factEvent[fact] === trigger.event && isPulled(trigger, timeline, step, fact)) {
        return fact;
      }
    }
    return NO_FACT;
  }
  if (!beginsToHold(trigger, timeline, step)) return NO_FACT;
  const fact = trigger.kind === 'first' ? first : speakerOf(trigger.when, timeline, first, end);
  return fact === except ? NO_FACT : fact;
}

/** A cancelling condition counts from the start on even if it began to hold before. */
export function isCancelled(cancel: CompiledTriggers, timeline: Timeline, step: number): boolean {
  if (cancel.each.length === 0) return false;
  if (cancel.waitsForMore) {
    for (const trigger of cancel.each) {
      if (trigger.kind === 'condition' && holdsAt(trigger.when, timeline, step)) return true;
    }
  }
  return findFact(cancel, timeline, step) !== NO_FACT;
}

/** The last fact of a step whose row speaks of a condition's fields. */
export function speakerOf(condition: CompiledCondition, timeline: Timeline, first: number, end: number): number {
  for (let fact = end - 1; fact >= first; fact--) {
    for (const test of condition) if (timeline.ownValue(fact, test.field) !== BLANK) return fact;
  }
  return end - 1;
}

/** Whether a fact with the trigger's event is what the trigger asks for. */
export function isPulled(trigger: CompiledTrigger, timeline: Timeline, step: number, fact: number): boolean {
  return isDoneBy(trigger, timeline, fact) && holdsFor(trigger.when, timeline, step, fact);
}

/** Whether it was done by one of the actors, and in one of the roles, that the trigger names. */
export function isDoneBy({ actors, roles }: CompiledTrigger, timeline: Timeline, fact: number): boolean {
  return (
    (actors === undefined || actors.has(actorOf(timeline, fact))) &&
    (roles === undefined || isInRole(roles, timeline, fact))
  );
}

function beginsToHold(trigger: CompiledTrigger, timeline: Timeline, step: number): boolean {
  if (trigger.kind === 'first') return step === 0 && holdsAt(trigger.when, timeline, step);
  return holdsAt(trigger.when, timeline, step) && (step === 0 || !holdsAt(trigger.when, timeline, step - 1));
}

/** Who did it; an event column names nobody. */
export function actorOf(timeline: Timeline, fact: number): number {
  if (timeline.factOwn[fact] === 0) return BLANK;
  return timeline.log.actor?.at(timeline.factRow[fact]!) ?? BLANK;
}

/** The actor's role: what the row says, else what the roster gives to all who bear the name and are on it then; '' for none. */
export function roleOf(timeline: Timeline, fact: number, find: FindPerson | undefined): string {
  if (timeline.factOwn[fact] === 0) return '';
  const role = timeline.log.role?.at(timeline.factRow[fact]!) ?? BLANK;
  if (role !== BLANK) return timeline.text(role);
  const roles = new Set(bearersOf(timeline, fact, find).map((bearer) => bearer.role));
  return roles.size === 1 ? ([...roles][0] ?? '') : '';
}

/** Whom the roster gives the actor's name to; nobody where one of them was not employed at that instant. */
function bearersOf(timeline: Timeline, fact: number, find: FindPerson | undefined): readonly Person[] {
  const actor = actorOf(timeline, fact);
  if (find === undefined || actor === BLANK) return [];
  const at = timeline.factAt[fact]!;
  const match = find(timeline.text(actor), at);
  const bearers = match.kind === 'one' ? [match.person] : match.kind === 'several' ? match.persons : [];
  return bearers.every(({ employed }) => employed.start <= at && at < employed.end) ? bearers : [];
}

/**
 * Was it done by somebody in one of these roles? What the row says comes first; where it says nothing, whoever was on
 * the roster at that instant has the role it gives them. Of several people of one name all must have it.
 */
export function isInRole({ codes, names, find }: CompiledRoles, timeline: Timeline, fact: number): boolean {
  if (timeline.factOwn[fact] === 0) return false;
  const role = timeline.log.role?.at(timeline.factRow[fact]!) ?? BLANK;
  if (role !== BLANK) return codes.has(role);
  const bearers = bearersOf(timeline, fact, find);
  return bearers.length > 0 && bearers.every(({ role: own }) => names.includes(own));
}
