import { BLANK } from '../domain/event-log.ts';
import type { FindPerson, Holder } from '../domain/person.ts';
import type { Instant, Millis, Span } from '../domain/time.ts';
import type { Run } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Court } from './court.ts';
import { measure } from './measure.ts';
import { outlineOf } from './measure-reading.ts';
import { targetsInForce } from './targets-in-force.ts';

/** A stretch in which one person, or nobody, held the ticket. `step`: that at which it was handed to them. */
export interface Holding extends Span {
  readonly holder: Holder | undefined;
  readonly step: number;
}

/**
 * Who held a ticket when: over the whole time line, without gaps. Two names of one person, by the roster, are one holder.
 * In form tickets the one holder is not known to have begun.
 */
export function holdingsOf(timeline: Timeline, assignee: number, find: FindPerson | undefined): Holding[] {
  const holdings: Holding[] = [];
  let current: Holding = { start: -Infinity, end: Infinity, holder: undefined, step: 0 };
  for (let step = 0; step < timeline.stepCount; step++) {
    const at = timeline.stepAt(step);
    const holder = holderNamed(timeline, timeline.value(step, assignee), at, find);
    if (isSame(holder, current.holder)) continue;
    const start = timeline.log.moment === undefined ? -Infinity : at;
    holdings.push({ ...current, end: start });
    current = { start, end: Infinity, holder, step };
  }
  return [...holdings, current].filter(({ start, end }) => start < end);
}

/** A name of the export, as the roster knows it then; `undefined` for a blank. */
export function holderNamed(
  timeline: Timeline,
  code: number,
  at: Instant,
  find: FindPerson | undefined,
): Holder | undefined {
  if (code === BLANK) return undefined;
  const name = timeline.text(code);
  const match = find?.(name, at);
  return match?.kind === 'one' ? { name: match.person.name, id: match.person.id } : { name };
}

export function isSame(a: Holder | undefined, b: Holder | undefined): boolean {
  return a?.id === b?.id && (a?.id !== undefined || a?.name === b?.name);
}

/** What a run was allowed at an instant, and what was left of it then; negative once it was used up. */
export interface Allowance {
  readonly within: Millis;
  readonly left: Millis;
}

/** By the target in force at the instant; `undefined` without one, and where stamps name no time. */
export function allowanceAt(run: Run, at: Instant, court: Court): Allowance | undefined {
  if (run.start === undefined || run.certainty === 'coarse') return undefined;
  const outline = { ...outlineOf(run, court, 'nominal'), end: at };
  const measured = measure(court.clock, outline, targetsInForce(court.clock, court.timeline, outline.start, at));
  if (measured?.allowed === undefined || !Number.isFinite(measured.allowed)) return undefined;
  return { within: measured.allowed, left: measured.allowed - measured.elapsed };
}
