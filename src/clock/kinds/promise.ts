import type { PauseSpan } from '../../domain/verdict.ts';
import type { Court, Judgement } from '../court.ts';
import { judgeRun } from '../judge-run.ts';
import { runsInForce } from '../runs-in-force.ts';

/** The clock measures from start to stop and holds the length against a target: every kind but duty. */
export function judgePromise(court: Court, pauses: readonly PauseSpan[]): readonly Judgement[] {
  const runs = runsInForce(court, pauses);
  const [first] = runs;
  if (first === undefined) return NONE;
  if (runs.length === 1) return only(judgeRun(first, court));
  const judgements = runs.map((run) => judgeRun(run, court));
  return judgements.every(isThere) ? judgements : judgements.filter(isThere);
}

const NONE: readonly never[] = [];

function only(judgement: Judgement | undefined): readonly Judgement[] {
  return judgement === undefined ? NONE : [judgement];
}

function isThere(judgement: Judgement | undefined): judgement is Judgement {
  return judgement !== undefined;
}
