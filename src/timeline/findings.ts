import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { Diagnostic, Sentence } from '../domain/diagnostic.ts';
import { placeOf } from './place.ts';
import type { Contradiction } from './reconstruct.ts';
import type { Timeline } from './timeline.ts';

const NONE: readonly never[] = [];

/** What the rows of one ticket contradict each other about. */
export function contradictionsFound(
  timeline: Timeline,
  contradictions: readonly Contradiction[],
  sequenceBreaks: readonly number[],
): readonly Diagnostic<Code>[] {
  if (contradictions.length === 0 && sequenceBreaks.length === 0) return NONE;
  const { log, ticket } = timeline;
  return [
    ...contradictions.map(({ row, field, step }) => ({
      code: 'simultaneous' as const,
      place: placeOf(log, row),
      message: say`ticket ${ticket} has two values of field "${log.fields[field]?.field ?? ''}" at one instant, and ${taken(timeline, step, field)} was taken`,
      hint: say`No column says which came last, so the texts of the rows decide, never their place. Name one: records.sequence.`,
      ticket,
    })),
    ...sequenceBreaks.map((row) => ({
      code: 'sequence-contradicts-time' as const,
      place: placeOf(log, row),
      message: say`the sequence of ticket ${ticket} goes back to ${log.sequence?.at(row) ?? ''} while time goes on`,
      hint: say`The time was believed; the sequence orders rows of one instant only.`,
      ticket,
    })),
  ];
}

/** What a field is after all that happened in a step. */
function taken(timeline: Timeline, step: number, field: number): Sentence {
  const value = timeline.value(step, field);
  return value < 0 ? say`nothing` : say`"${timeline.text(value)}"`;
}
