import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { placeOf } from './place.ts';
import type { Contradiction } from './reconstruct.ts';
import type { Timeline } from './timeline.ts';

/** What the rows of one ticket contradict each other about. */
export function contradictionsFound(
  timeline: Timeline,
  contradictions: readonly Contradiction[],
  sequenceBreaks: readonly number[],
): Diagnostic<Code>[] {
  const { log, ticket } = timeline;
  return [
    ...contradictions.map(({ row, field }) => ({
      code: 'simultaneous' as const,
      place: placeOf(log, row),
      message: `ticket ${ticket} has two values of field "${log.fields[field]?.field ?? ''}" at one instant`,
      hint: 'The one that comes last in text order was taken. A sequence column would say which: records.sequence.',
      ticket,
    })),
    ...sequenceBreaks.map((row) => ({
      code: 'sequence-contradicts-time' as const,
      place: placeOf(log, row),
      message: `the sequence of ticket ${ticket} goes backwards here while time goes on`,
      hint: 'The time was believed; the sequence orders rows of one instant only.',
      ticket,
    })),
  ];
}
