import type { PauseSpan } from '../../domain/verdict.ts';
import type { Court, Judgement } from '../court.ts';
import { judgeRun } from '../judge-run.ts';
import { runsInForce } from '../runs-in-force.ts';

/** The clock measures from start to stop and holds the length against a target: every kind but duty. */
export function judgePromise(court: Court, pauses: readonly PauseSpan[]): Judgement[] {
  const judgements: Judgement[] = [];
  for (const run of runsInForce(court, pauses)) {
    const judgement = judgeRun(run, court);
    if (judgement !== undefined) judgements.push(judgement);
  }
  return judgements;
}
