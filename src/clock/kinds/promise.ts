import type { PauseSpan } from '../../domain/verdict.ts';
import { type Court, isRunBreached, type Judgement, judgeRun } from '../judge-run.ts';
import { traceRuns } from '../trace-runs.ts';

/** The clock measures from start to stop and holds the length against a target: every kind but duty. */
export function judgePromise(court: Court, pauses: readonly PauseSpan[]): Judgement[] {
  const runs = traceRuns(court.clock, court.timeline, pauses, (run) => isRunBreached(run, court));
  return runs.map((run) => judgeRun(run, court)).filter((judgement) => judgement !== undefined);
}
