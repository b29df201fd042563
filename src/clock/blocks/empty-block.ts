import type { RunBlock } from '../../domain/run-block.ts';

/** How much at most is in a block. */
export interface BlockRoom {
  readonly tickets: number;
  readonly runs: number;
  readonly gaps: number;
  readonly values: number;
}

export function emptyBlock({ tickets, runs, gaps, values }: BlockRoom): RunBlock {
  const lengths = () => new Float64Array(runs);
  return {
    tickets: 0,
    runs: 0,
    ticket: new Int32Array(tickets),
    createdAt: new Float64Array(tickets),
    lastAt: new Float64Array(tickets),
    lastFields: new Int32Array(tickets),
    replies: new Int32Array(tickets),
    wasResolved: new Uint8Array(tickets),
    wasReopened: new Uint8Array(tickets),
    firstRun: new Int32Array(tickets + 1),
    clock: new Uint16Array(runs),
    cycle: new Int32Array(runs),
    outcome: new Uint8Array(runs),
    target: new Uint16Array(runs),
    startAt: lengths(),
    stopAt: lengths(),
    dueAt: lengths(),
    decidedAt: lengths(),
    settledAt: lengths(),
    elapsed: lengths(),
    wall: lengths(),
    within: lengths(),
    over: lengths(),
    band: new Int16Array(runs),
    fields: new Int32Array(runs),
    fieldsBefore: new Int32Array(runs),
    charged: new Int32Array(runs),
    firstGap: new Int32Array(runs + 1),
    gapStart: new Float64Array(gaps),
    gapEnd: new Float64Array(gaps),
    values: new Int32Array(values),
  };
}
