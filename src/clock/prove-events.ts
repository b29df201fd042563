import { BLANK } from '../domain/event-log.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Records } from '../domain/policy.ts';
import type { FieldChange, ProofEvent } from '../domain/proof.ts';
import { placeOf } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { reckonedOf } from './reckoned.ts';
import { readPromised } from './targets-in-force.ts';
import { actorOf, roleOf } from './trigger.ts';

/** Each dated fact of a ticket, with what it changed. */
export function proveEvents(
  timeline: Timeline,
  records: Records | undefined,
  find: FindPerson | undefined,
): ProofEvent[] {
  const events: ProofEvent[] = [];
  const constant = constantFields(timeline, records);
  for (let step = 0; step < timeline.stepCount; step++) {
    for (let fact = timeline.stepStart[step]!; fact < timeline.stepStart[step + 1]!; fact++) {
      const event = timeline.text(timeline.factEvent[fact]!);
      events.push({
        at: timeline.factAt[fact]!,
        ...(timeline.factEarliest[fact]! < timeline.factAt[fact]! && { earliest: timeline.factEarliest[fact]! }),
        latest: timeline.factLatest[fact]!,
        place: placeOf(timeline.log, timeline.factRow[fact]!),
        ...(event !== '' && { event }),
        ...reckonedFact(timeline, fact, event),
        ...actorNamed(timeline, fact, find),
        changes: changesBy(timeline, step, fact, constant).map((change) => withTime(change, records)),
      });
    }
  }
  return events;
}

function reckonedFact(timeline: Timeline, fact: number, event: string): Pick<ProofEvent, 'reckoned'> {
  if (!timeline.hasReckoned || timeline.factOwn[fact] === 1) return {};
  const reckoned = reckonedOf(timeline.log, event, timeline.factRow[fact]!);
  return reckoned === undefined ? {} : { reckoned };
}

/** Who did it, in which role. */
export function actorNamed(
  timeline: Timeline,
  fact: number,
  find: FindPerson | undefined,
): Pick<ProofEvent, 'actor' | 'role'> {
  const actor = timeline.text(actorOf(timeline, fact));
  const role = roleOf(timeline, fact, find);
  return { ...(actor !== '' && { actor }), ...(role !== '' && { role }) };
}

/** Columns of a change log that say the same on every row of the ticket, and are changed by none: the customer's name. */
function constantFields(timeline: Timeline, records: Records | undefined): ReadonlySet<number> {
  if (records?.form !== 'changes') return new Set();
  const constant = timeline.log.fields.flatMap(({ field }, index) => {
    const last = timeline.value(timeline.stepCount - 1, index);
    for (let fact = 0; fact < timeline.factCount; fact++) {
      const own = timeline.ownValue(fact, index);
      if (timeline.text(timeline.factEvent[fact]!) === field || (own !== BLANK && own !== last)) return [];
    }
    return [index];
  });
  return new Set(constant);
}

/** Fields that the fact's row gives another value; in form tickets the first fact shows them all. */
function changesBy(timeline: Timeline, step: number, fact: number, constant: ReadonlySet<number>): FieldChange[] {
  const showsAll = timeline.log.moment === undefined && fact === 0;
  return timeline.log.fields.flatMap(({ field }, index) => {
    if (constant.has(index)) return [];
    const value = timeline.value(step, index);
    if (showsAll) return value === BLANK ? [] : [{ field, value: timeline.text(value) }];
    const isNew = timeline.ownValue(fact, index) !== BLANK && timeline.value(step - 1, index) !== value;
    return isNew ? [{ field, value: timeline.text(value) }] : [];
  });
}

function withTime(change: FieldChange, records: Records | undefined): FieldChange {
  const isTime = records?.fields.some(({ field, time }) => field === change.field && time !== undefined) === true;
  const time = isTime ? readPromised(change.value) : undefined;
  return time === undefined ? change : { ...change, time };
}
