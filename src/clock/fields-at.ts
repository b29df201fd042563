import type { Instant } from '../domain/time.ts';
import type { Outcome, Run } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Judgement } from './court.ts';
import { asOfStay } from './measure-reading.ts';

/** The ticket's fields as texts, in the records' order, as of an instant. */
export function fieldsAt(timeline: Timeline, instant: Instant): readonly string[] {
  return timeline.textsAt(timeline.stepIn(instant));
}

/** The fields at the decision; and, of a run kept, as they were until its stop, where the stop changed them. */
export function fieldsOf(
  run: Run,
  timeline: Timeline,
  outcome: Outcome,
  decidedAt: Instant,
): Pick<Judgement, 'fields' | 'fieldsBefore'> {
  const { start, stop } = run;
  const hasPassed = start !== undefined && stop !== undefined && outcome !== 'breached' && start.at < stop.at;
  const until = hasPassed ? fieldsAt(timeline, stop.at - 1) : undefined;
  if (until !== undefined && run.endsStay === true) return { fields: until };
  const fields = fieldsAt(timeline, asOfStay(run, decidedAt));
  if (until === undefined || until === fields) return { fields };
  const fieldsBefore = filledIn(until, fields);
  return fieldsBefore === undefined ? { fields } : { fields, fieldsBefore };
}

/**
 * What was not known until the stop is taken as the stop has it: the agent whose first row is the answer. `undefined` where
 * nothing else changed.
 */
function filledIn(until: readonly string[], fields: readonly string[]): readonly string[] | undefined {
  let isOther = false;
  let hasBlanks = false;
  for (let field = 0; field < fields.length; field++) {
    if (until[field] === fields[field]) continue;
    if (until[field] === '') hasBlanks = true;
    else isOther = true;
  }
  if (!isOther) return undefined;
  return hasBlanks ? until.map((value, field) => value || (fields[field] ?? '')) : until;
}
