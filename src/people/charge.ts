import type { OpenTime } from '../domain/calendar.ts';
import { BLANK } from '../domain/event-log.ts';
import type { ChargedKind, ChargeRule, Clock } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Charged, Run } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type Holding, holdingAt, holdingBefore } from './holding.ts';

/**
 * Who answers for a breach: the first of the clock's charge rules that names somebody, else *unassigned*, never the
 * next person (S24).
 *
 * @param at the instant the time ran out
 * @param assignee index of the field that says who holds the ticket, or -1
 * @param openTime counts the minimum holding (S25)
 */
export function chargeFor(run: Run, timeline: Timeline, at: Instant, assignee: number, openTime: OpenTime): Charged {
  for (const rule of run.clock.charge) {
    const code = chargedBy(rule, run, timeline, at, assignee, openTime);
    if (code !== BLANK) return { to: timeline.text(code), kind: kindOf(rule) };
  }
  return { to: '', kind: 'unassigned' };
}

function kindOf(rule: ChargeRule): ChargedKind {
  return rule.kind === 'field' ? rule.as : 'employee';
}

function chargedBy(
  rule: ChargeRule,
  run: Run,
  timeline: Timeline,
  at: Instant,
  assignee: number,
  openTime: OpenTime,
): number {
  switch (rule.kind) {
    case 'holder':
      return longEnough(run.clock, timeline, holdingAt(timeline, assignee, at), at, assignee, openTime).holder;
    case 'current':
      return timeline.value(timeline.stepCount - 1, assignee);
    case 'first':
      return firstHolder(timeline, assignee);
    case 'stopper':
      return run.stop === undefined || timeline.log.actor === undefined ? BLANK : timeline.log.actor.at(run.stop.row);
    case 'field':
      return timeline.value(
        timeline.stepIn(at),
        timeline.log.fields.findIndex(({ field }) => field === rule.field),
      );
  }
}

/** Whoever received it with too little time left passes it on to who held it before (S25). */
function longEnough(
  clock: Clock,
  timeline: Timeline,
  holding: Holding,
  at: Instant,
  assignee: number,
  openTime: OpenTime,
): Holding {
  if (clock.minHolding === 0) return holding;
  let current = holding;
  while (current.since > -Infinity && openTime.between(current.since, at) < clock.minHolding) {
    const earlier = holdingBefore(timeline, assignee, current);
    if (earlier === undefined || earlier.holder === BLANK) break;
    current = earlier;
  }
  return current;
}

function firstHolder(timeline: Timeline, assignee: number): number {
  for (let step = 0; step < timeline.stepCount; step++) {
    const holder = timeline.value(step, assignee);
    if (holder !== BLANK) return holder;
  }
  return BLANK;
}
