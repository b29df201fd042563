import type { FindPerson } from '../domain/person.ts';
import type { Trigger } from '../domain/policy.ts';
import type { PassedOver, ProofRun } from '../domain/proof.ts';
import type { Instant } from '../domain/time.ts';
import type { Run } from '../domain/verdict.ts';
import { passes } from '../timeline/condition.ts';
import { placeOf } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock } from './compile.ts';
import { actorNamed } from './prove-events.ts';
import { type CompiledTrigger, isDoneBy, isPulled } from './trigger.ts';

/** As many are told. */
const MOST = 3;

/**
 * What happened by a name that the clock waits for and was not what it waits for: done by somebody else, or while something
 * else was the case. Before the start that is what could have started it; from then to the end what could have stopped it,
 * or kept a duty.
 *
 * @param end the stop, the cancellation, the end of a duty's interval or the as-of instant, in
 */
export function provePassedOver(
  run: Run,
  end: Instant,
  clock: CompiledClock,
  timeline: Timeline,
  find: FindPerson | undefined,
): Pick<ProofRun, 'passedOver' | 'morePassedOver'> {
  const start = run.start?.at ?? Infinity;
  const isFirst = run.cycle === 1 && run.start?.row !== -1;
  const isOfRun = (at: Instant) => at >= start && at <= end;
  const parts: readonly Part[] = [
    { part: 'start', triggers: clock.clock.start, compiled: clock.start.each, covers: (at) => isFirst && at <= start },
    { part: 'stop', triggers: clock.clock.stop, compiled: clock.stop.each, covers: isOfRun },
    { part: 'update', triggers: clock.clock.by, compiled: clock.by.each, covers: isOfRun },
  ];
  const found = factsOf(timeline).flatMap(({ step, fact }): PassedOver[] => {
    const at = timeline.factAt[fact]!;
    const event = timeline.text(timeline.factEvent[fact]!);
    const told = {
      at,
      place: placeOf(timeline.log, timeline.factRow[fact]!),
      event,
      ...actorNamed(timeline, fact, find),
    };
    return parts.flatMap(({ part, triggers, compiled, covers }) => {
      const why = covers(at) ? whyNot(triggers, compiled, timeline, step, fact) : undefined;
      if (why !== undefined) return [{ ...told, part, why }];
      const isEarly = part === 'stop' && isFirst && clock.clock.kind !== 'next_response' && at < start;
      return isEarly && run.start !== undefined && isAskedFor(compiled, timeline, step, fact)
        ? [{ ...told, part, why: { kind: 'before-start' } }]
        : [];
    });
  });
  return { passedOver: found.slice(0, MOST), morePassedOver: Math.max(0, found.length - MOST) };
}

interface Part {
  readonly part: PassedOver['part'];
  readonly triggers: readonly Trigger[];
  readonly compiled: readonly CompiledTrigger[];
  readonly covers: (at: Instant) => boolean;
}

function factsOf(timeline: Timeline): { readonly step: number; readonly fact: number }[] {
  const facts: { step: number; fact: number }[] = [];
  for (let step = 0; step < timeline.stepCount; step++) {
    for (let fact = timeline.stepStart[step]!; fact < timeline.stepStart[step + 1]!; fact++) facts.push({ step, fact });
  }
  return facts;
}

function isAskedFor(triggers: readonly CompiledTrigger[], timeline: Timeline, step: number, fact: number): boolean {
  return triggers.some((trigger) => isNamed(trigger, timeline, fact) && isPulled(trigger, timeline, step, fact));
}

function isNamed(trigger: CompiledTrigger, timeline: Timeline, fact: number): boolean {
  return trigger.kind === 'event' && timeline.factEvent[fact] === trigger.event;
}

/** By the first trigger of the event's name; `undefined` where none has it, or one is pulled after all. */
function whyNot(
  triggers: readonly Trigger[],
  compiled: readonly CompiledTrigger[],
  timeline: Timeline,
  step: number,
  fact: number,
): PassedOver['why'] | undefined {
  const named = compiled.findIndex((trigger) => isNamed(trigger, timeline, fact));
  const trigger = triggers[named];
  const asked = compiled[named];
  if (asked === undefined || trigger?.kind !== 'event' || isAskedFor(compiled, timeline, step, fact)) return undefined;
  if (trigger.by !== undefined && !isDoneBy(asked, timeline, fact)) return { kind: 'actor', by: trigger.by };
  const tests = trigger.when.map((test) => {
    const field = timeline.log.fields.findIndex((column) => column.field === test.field);
    const own = timeline.text(timeline.ownValue(fact, field));
    const value = own === '' ? timeline.text(timeline.value(step, field)) : own;
    return { test, value, holds: passes(test, value) };
  });
  return { kind: 'condition', tests: tests.filter(({ holds }) => !holds) };
}
