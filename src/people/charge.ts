import type { OpenTime } from '../domain/calendar.ts';
import { BLANK } from '../domain/event-log.ts';
import type { FindPerson, Holder } from '../domain/person.ts';
import type { AskingRule } from '../domain/policy.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { AskedRule, Charged, Run, ShortHolding } from '../domain/verdict.ts';
import { rowSaying } from '../timeline/place.ts';
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
  const grounds: AskedRule[] = [];
  for (const rule of run.clock.charge) {
    if (rule.kind === 'nobody') return { to: '', kind: 'nobody', grounds: [...grounds, { rule, tooShort: [] }] };
    const mention = mentionBy(rule, run, timeline, at, bench);
    grounds.push(ground(rule, mention, timeline, bench.roster));
    const charged = chargedBy(rule, mention, timeline, bench.roster);
    if (charged !== undefined) return { ...charged, grounds };
  }
  return { to: '', kind: 'unassigned', grounds };
}

/** A name in the export: its code, the instant at which it was whose, since when it stands there, and the row that says so. */
interface Mention {
  readonly code: number;
  readonly at: Instant;
  readonly since: Instant;
  readonly row: number;
  readonly tooShort: readonly ShortHolding[];
}

const NOBODY: Mention = { code: BLANK, at: -Infinity, since: -Infinity, row: 0, tooShort: [] };

function mentionBy(rule: AskingRule, run: Run, timeline: Timeline, at: Instant, bench: Bench): Mention {
  const { assignee } = bench;
  switch (rule.kind) {
    case 'holder':
    case 'unit':
      return answeringHolder(run.clock.minHolding, timeline, at, bench);
    case 'current': {
      const last = timeline.stepAt(timeline.stepCount - 1);
      return mentionOf(holdingAt(timeline, assignee, last), last, timeline, assignee);
    }
    case 'first': {
      const step = firstHeld(timeline, assignee);
      if (step < 0) return NOBODY;
      return mentionOf(holdingAt(timeline, assignee, timeline.stepAt(step)), timeline.stepAt(step), timeline, assignee);
    }
    case 'stopper': {
      const { stop } = run;
      if (stop?.actor === undefined) return NOBODY;
      return { code: stop.actor, at: stop.at, since: stop.at, row: stop.row, tooShort: [] };
    }
    case 'field': {
      const field = timeline.log.fields.findIndex((column) => column.field === rule.field);
      return mentionOf(holdingAt(timeline, field, at), at, timeline, field);
    }
  }
}

function mentionOf({ holder, since, step }: Holding, at: Instant, timeline: Timeline, field: number): Mention {
  return { code: holder, at, since, row: rowSaying(timeline, step, field), tooShort: [] };
}

function chargedBy(
  rule: AskingRule,
  mention: Mention,
  timeline: Timeline,
  roster: Roster | undefined,
): Charged | undefined {
  if (mention.code === BLANK) return undefined;
  if (rule.kind === 'unit') return unit(mention, rule.unit, timeline, roster);
  if (rule.kind === 'field' && rule.as !== 'employee') return { to: timeline.text(mention.code), kind: rule.as };
  return person(mention, timeline, roster);
}

function person({ code, at, row }: Mention, timeline: Timeline, roster: Roster | undefined): Charged {
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
  if (roster === undefined) return undefined;
  const name = timeline.text(code);
  const match = roster.find(name, at);
  roster.ledger.note(name, match, timeline, row);
  const to = match.kind === 'one' ? match.person[which] : '';
  return to === '' ? undefined : { to, kind: 'department' };
}

function ground(
  rule: AskingRule,
  { code, at, since, row, tooShort }: Mention,
  timeline: Timeline,
  roster: Roster | undefined,
): AskedRule {
  if (code === BLANK) return { rule, tooShort };
  const isPerson = rule.kind !== 'field' || rule.as === 'employee';
  const who = isPerson ? holderNamed(code, at, timeline, roster) : { name: timeline.text(code) };
  return { rule, named: { ...who, ...(since > -Infinity && { since }), row }, tooShort };
}

function holderNamed(code: number, at: Instant, timeline: Timeline, roster: Roster | undefined): Holder {
  const name = timeline.text(code);
  const match = roster?.find(name, at);
  return match?.kind === 'one' ? { name: match.person.name, id: match.person.id } : { name };
}

/**
 * Who held it when the time ran out. Whoever had held it for too little service time by then passes it on to who held it
 * before (S25); where it lay with nobody before, the queue used up the time and no holder is named. Who had it from the
 * ticket's first row on answers however short that was: nobody else used the time. Two names of one person are one holding.
 */
function answeringHolder(least: Millis, timeline: Timeline, at: Instant, bench: Bench): Mention {
  const { assignee, openTime, roster } = bench;
  const tooShort: ShortHolding[] = [];
  let answering = holdingAt(timeline, assignee, at);
  let first = answering;
  let until = at;
  if (least === 0) return mentionOf(answering, at, timeline, assignee);
  while (first.since > -Infinity) {
    const earlier = holdingBefore(timeline, assignee, first);
    if (earlier === undefined) break;
    if (isOnePerson(earlier, first, timeline, roster)) {
      first = earlier;
      continue;
    }
    const held = openTime.between(first.since, until);
    if (held >= least) break;
    const { since } = first;
    tooShort.push({
      ...(answering.holder !== BLANK && { by: holderNamed(answering.holder, since, timeline, roster) }),
      ...{ since, held, row: rowSaying(timeline, first.step, assignee) },
    });
    if (earlier.holder === BLANK) return { ...NOBODY, tooShort };
    [answering, first, until] = [earlier, earlier, since];
  }
  return {
    code: answering.holder,
    at: until === at ? at : Math.max(answering.since, timeline.stepAt(0)),
    since: first.since,
    row: rowSaying(timeline, first.step, assignee),
    tooShort,
  };
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
