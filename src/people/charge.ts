import type { OpenTime } from '../domain/calendar.ts';
import { BLANK } from '../domain/event-log.ts';
import type { FindPerson } from '../domain/person.ts';
import type { ChargeRule, Clock } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import type { Charged, Run } from '../domain/verdict.ts';
import { rowOf } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type Holding, holdingAt, holdingBefore } from './holding.ts';
import type { NameLedger } from './name-ledger.ts';

/** What a breach is charged by, but for the breach itself. */
export interface Bench {
  /** Index of the field that says who holds the ticket, or -1. */
  readonly assignee: number;
  /** Counts the minimum holding (S25). */
  readonly openTime: OpenTime;
  readonly roster: Roster | undefined;
}

/** Who is who, and where it is put down that a name was not found there. */
export interface Roster {
  readonly find: FindPerson;
  readonly ledger: NameLedger;
}

/**
 * Who answers for a breach: the first of the clock's charge rules that names somebody, else *unassigned*, never the
 * next person (S24). With a roster a person is charged by id; a name that it gives to nobody, or to several, stays as
 * the export has it, *unmatched*: never a guess, and never the next rule.
 *
 * @param at the instant the time ran out
 */
export function chargeFor(run: Run, timeline: Timeline, at: Instant, bench: Bench): Charged {
  for (const rule of run.clock.charge) {
    const charged = chargedBy(rule, run, timeline, at, bench);
    if (charged !== undefined) return charged;
  }
  return { to: '', kind: 'unassigned' };
}

function chargedBy(rule: ChargeRule, run: Run, timeline: Timeline, at: Instant, bench: Bench): Charged | undefined {
  if (rule.kind === 'field') {
    const field = timeline.log.fields.findIndex((column) => column.field === rule.field);
    const step = timeline.stepIn(at);
    const code = timeline.value(step, field);
    if (rule.as === 'employee') return person({ code, at, row: rowOf(timeline, step) }, timeline, bench.roster);
    return code === BLANK ? undefined : { to: timeline.text(code), kind: rule.as };
  }
  if (rule.kind === 'unit') return unit(mention('holder', run, timeline, at, bench), rule.unit, timeline, bench.roster);
  return person(mention(rule.kind, run, timeline, at, bench), timeline, bench.roster);
}

/** A name in the export: its code, the instant at which it was whose, and the row that says so. */
interface Mention {
  readonly code: number;
  readonly at: Instant;
  readonly row: number;
}

function person({ code, at, row }: Mention, timeline: Timeline, roster: Roster | undefined): Charged | undefined {
  if (code === BLANK) return undefined;
  const name = timeline.text(code);
  if (roster === undefined) return { to: name, kind: 'employee' };
  const match = roster.find(name, at);
  roster.ledger.note(name, match, timeline, row);
  if (match.kind === 'one') return { to: match.person.id, name: match.person.name, kind: 'employee' };
  return { to: name, kind: 'unmatched' };
}

/** The holder's department or team on the roster; nobody's where the roster does not say. */
function unit(
  { code, at, row }: Mention,
  which: 'department' | 'team',
  timeline: Timeline,
  roster: Roster | undefined,
): Charged | undefined {
  if (code === BLANK || roster === undefined) return undefined;
  const name = timeline.text(code);
  const match = roster.find(name, at);
  roster.ledger.note(name, match, timeline, row);
  const to = match.kind === 'one' ? match.person[which] : '';
  return to === '' ? undefined : { to, kind: 'department' };
}

function mention(
  part: 'holder' | 'current' | 'first' | 'stopper',
  run: Run,
  timeline: Timeline,
  at: Instant,
  bench: Bench,
): Mention {
  const { assignee } = bench;
  const held = (step: number, instant: Instant): Mention => ({
    code: timeline.value(step, assignee),
    at: instant,
    row: rowOf(timeline, step),
  });
  switch (part) {
    case 'holder': {
      const then = holdingAt(timeline, assignee, at);
      const holding = longEnough(run.clock, timeline, then, at, bench);
      return { ...held(holding.step, holding === then ? at : Math.max(holding.since, timeline.stepAt(0))) };
    }
    case 'current': {
      const last = timeline.stepCount - 1;
      return held(last, timeline.stepAt(last));
    }
    case 'first': {
      const step = firstHeld(timeline, assignee);
      return held(step, step < 0 ? at : timeline.stepAt(step));
    }
    case 'stopper': {
      const { stop } = run;
      return stop?.actor === undefined ? { code: BLANK, at, row: 0 } : { code: stop.actor, at: stop.at, row: stop.row };
    }
  }
}

/**
 * Whoever held it for too little service time before it ran out passes it on to who held it before (S25). Two names of
 * one person are one holding.
 */
function longEnough(
  clock: Clock,
  timeline: Timeline,
  holding: Holding,
  at: Instant,
  { assignee, openTime, roster }: Bench,
): Holding {
  if (clock.minHolding === 0) return holding;
  let answering = holding;
  let first = holding;
  let until = at;
  while (first.since > -Infinity && openTime.between(first.since, until) < clock.minHolding) {
    const earlier = holdingBefore(timeline, assignee, first);
    if (earlier === undefined || earlier.holder === BLANK) break;
    if (!isOnePerson(earlier, first, timeline, roster)) {
      until = first.since;
      answering = earlier;
    }
    first = earlier;
  }
  return answering;
}

/** A name that the roster gives to nobody, or to several, is nobody's but its own. */
function isOnePerson(earlier: Holding, later: Holding, timeline: Timeline, roster: Roster | undefined): boolean {
  const idOf = ({ holder, since }: Holding) => {
    const match = roster?.find(timeline.text(holder), since);
    return match?.kind === 'one' ? match.person.id : undefined;
  };
  const id = idOf(earlier);
  return id !== undefined && id === idOf(later);
}

/** The first step at which anybody held it; -1 when nobody ever did. */
function firstHeld(timeline: Timeline, assignee: number): number {
  for (let step = 0; step < timeline.stepCount; step++) if (timeline.value(step, assignee) !== BLANK) return step;
  return -1;
}
