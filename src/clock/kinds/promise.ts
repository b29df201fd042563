import type { PauseSpan } from '../../domain/verdict.ts';
import type { Court, Judgement } from '../court.ts';
import { judgeRun } from '../judge-run.ts';
import { runsInForce } from '../runs-in-force.ts';

/** The clock measures from start to stop and holds the length against a target: every kind but duty. */
export function judgePromise(court: Court, pauses: readonly PauseSpan[]): Judgement[] {
  return runsInForce(court, pauses)
    .map((run) => judgeRun(run, court))
    .filter((judgement) => judgement !== undefined);
}
