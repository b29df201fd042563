import type { SourceClock, SourceFigures } from '../domain/source-figures.ts';
import { titlePlan } from './figure-plans.ts';
import type { Masks } from './masks.ts';
import { by, open, type Plan } from './plan.ts';

const runPlan = { outcome: open, startedAt: open, dueAt: open, stoppedAt: open } as const;

/** The cells of a column of verdicts are words of the help desk, such as `breached`; what else stands there is hidden. */
export function sourcePlan(masks: Masks): Plan<SourceFigures> {
  const clock: Plan<SourceClock> = {
    clock: open,
    title: titlePlan,
    column: open,
    confusion: { ours: open },
    cells: by((cell: SourceClock['cells'][number]) => ({
      text: cell.says === 'nothing' ? masks.free : open,
      says: open,
    })),
    readings: { parts: open },
    rows: by((row: SourceClock['rows'][number]) => ({
      ticket: masks.ticket,
      line: open,
      says: row.theirs === 'nothing' ? masks.free : open,
      theirs: open,
      ours: open,
      run: runPlan,
      explanations: { parts: open, run: runPlan },
    })),
  };
  return { clocks: clock };
}
