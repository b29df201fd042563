import type { PauseSpan, Run } from '../domain/verdict.ts';
import type { Court } from './court.ts';
import { traceRuns } from './trace-runs.ts';
import { traceStays } from './trace-stays.ts';

/** The runs of the court's clock that started while its version of the policy was in force; one without a start goes by its stop. */
export function runsInForce(court: Court, pauses: readonly PauseSpan[]): readonly Run[] {
  const { start, end } = court.inForce;
  const runs =
    court.clock.during.length > 0 ? traceStays(court.clock, court.timeline, pauses) : traceRuns(court, pauses);
  if (start === -Infinity && end === Infinity) return runs;
  return runs.filter((run) => {
    const at = run.start?.at ?? run.stop?.at ?? -Infinity;
    return start <= at && at < end;
  });
}
