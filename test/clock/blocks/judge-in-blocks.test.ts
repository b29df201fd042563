import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judging, type TicketVerdicts } from '../../../src/audit/judging.ts';
import type { EventLog } from '../../../src/domain/event-log.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import type { RunBlock } from '../../../src/domain/run-block.ts';
import type { Source } from '../../../src/domain/source.ts';
import { OUTCOMES, type Verdict } from '../../../src/domain/verdict.ts';
import { source } from '../../ingest/exports.ts';
import { benchOf, shippedCases, shippedPolicies } from '../hearings.ts';
import { calmPolicy, calmTicket, exportOf, randomPolicy, randomTicket } from '../random-hearings.ts';

// Nearly all tickets of a large log are judged in blocks, without an object for any run. What the blocks say is held here against
// the long way, which makes a timeline, runs and verdicts of each ticket and knows every rule.

/** A run, as far as a block tells of it. */
function toldOf({ run, target, severity, charged, ...verdict }: Verdict) {
  return {
    clock: run.clock.id,
    cycle: run.cycle,
    outcome: verdict.outcome,
    target: target?.id,
    startAt: run.start?.at,
    stopAt: run.stop?.at,
    decidedAt: verdict.decidedAt,
    settledAt: verdict.settledAt,
    // Of a run that was kept nobody asks when it would have been due.
    dueAt: verdict.outcome === 'met' ? undefined : verdict.dueAt,
    elapsed: verdict.elapsed,
    wall: verdict.wall,
    within: verdict.within,
    over: verdict.over,
    severity,
    charged: charged?.to,
    fields: verdict.fields,
    fieldsBefore: verdict.fieldsBefore,
    gaps: run.gaps.map(({ start, end }) => [start, end]),
  };
}

function toldOfTicket({ ticket, createdAt, lastAt, fields, contacts, verdicts }: TicketVerdicts) {
  return { ticket, createdAt, lastAt, fields, contacts, runs: verdicts.map(toldOf) };
}

type Told = ReturnType<typeof toldOfTicket>;

function read(block: RunBlock, log: EventLog, { clocks }: Policy): Told[] {
  const text = (code: number) => (code < 0 ? '' : log.values.text(code));
  const fieldsFrom = (place: number) => log.fields.map((_, field) => text(block.values[place + field] ?? -1));
  const known = (number: number | undefined) => (number === undefined || Number.isNaN(number) ? undefined : number);
  const runOf = (run: number): Told['runs'][number] => {
    const clock = clocks[block.clock[run] ?? -1];
    const outcome = OUTCOMES[block.outcome[run] ?? -1] ?? 'undecided';
    const before = block.fieldsBefore[run] ?? -1;
    const [firstGap = 0, endGap = 0] = block.firstGap.subarray(run, run + 2);
    const gaps = Array.from({ length: endGap - firstGap }, (_, index) => firstGap + index);
    return {
      clock: clock?.id ?? '',
      cycle: block.cycle[run] ?? 0,
      outcome,
      target: clock?.targets[block.target[run] ?? -1]?.id,
      startAt: known(block.startAt[run]),
      stopAt: known(block.stopAt[run]),
      decidedAt: known(block.decidedAt[run]),
      settledAt: known(block.settledAt[run]),
      dueAt: outcome === 'met' ? undefined : known(block.dueAt[run]),
      elapsed: known(block.elapsed[run]),
      wall: known(block.wall[run]),
      within: known(block.within[run]),
      over: known(block.over[run]),
      severity: clock?.severity[block.band[run] ?? -1]?.name,
      charged: outcome === 'breached' ? text(block.charged[run] ?? -1) : undefined,
      fields: fieldsFrom(block.fields[run] ?? 0),
      fieldsBefore: before < 0 ? undefined : fieldsFrom(before),
      gaps: gaps.map((gap) => [block.gapStart[gap] ?? 0, block.gapEnd[gap] ?? 0]),
    };
  };
  return Array.from({ length: block.tickets }, (_, ticket) => {
    const [first = 0, end = 0] = block.firstRun.subarray(ticket, ticket + 2);
    const replies = block.replies[ticket] ?? -1;
    return {
      ticket: log.tickets.text(block.ticket[ticket] ?? -1),
      createdAt: block.createdAt[ticket] ?? 0,
      lastAt: block.lastAt[ticket] ?? 0,
      fields: fieldsFrom(block.lastFields[ticket] ?? 0),
      contacts: {
        ...(replies >= 0 && { replies }),
        wasResolved: block.wasResolved[ticket] === 1,
        wasReopened: block.wasReopened[ticket] === 1,
      },
      runs: Array.from({ length: end - first }, (_, index) => runOf(first + index)),
    };
  });
}

interface Judged {
  readonly told: readonly Told[];
  readonly findings: readonly unknown[];
  readonly setAside: ReadonlyMap<string, number>;
}

const NOTHING: Judged = { told: [], findings: [], setAside: new Map() };
const byTicket = (a: Told, b: Told) => (a.ticket < b.ticket ? -1 : 1);

/** By both ways, and how many runs were told in blocks; nothing where the exports cannot be read by this policy. */
async function judgeBothWays(text: string, sources: readonly Source[]) {
  const bench = await benchOf(text, sources);
  if (bench === undefined) return { inBlocks: NOTHING, long: NOTHING, blockRuns: 0 };
  const { log, policy } = bench;
  const court = judging({ ...bench, isThorough: true });
  const long = [...court.judge(Array.from({ length: log.tickets.size }, (_, code) => code))].map(toldOfTicket);
  const other = judging(bench);
  const told: Told[] = [];
  let blockRuns = 0;
  const left = [
    ...other.judgeInBlocks((block) => {
      blockRuns += block.runs;
      told.push(...read(block, log, policy));
    }),
  ];
  const all = [...told, ...left.map(toldOfTicket)];
  return {
    blockRuns,
    inBlocks: { told: all.sort(byTicket), findings: other.findings(), setAside: other.setAside() },
    long: { told: long.sort(byTicket), findings: court.findings(), setAside: court.setAside() },
  };
}

const countRuns = ({ told }: Judged) => told.reduce((sum, { runs }) => sum + runs.length, 0);

describe('blocks say of runs what the long way says', () => {
  test('on any policy and any log', { timeout: 60_000 }, async () => {
    const policy = fc.oneof({ weight: 4, arbitrary: calmPolicy }, { weight: 1, arbitrary: randomPolicy });
    const ticket = fc.oneof({ weight: 4, arbitrary: calmTicket }, { weight: 1, arbitrary: randomTicket });
    let [runs, inBlock] = [0, 0];
    await fc.assert(
      fc.asyncProperty(policy, fc.array(ticket, { minLength: 1, maxLength: 12 }), async (text, tickets) => {
        const { inBlocks, long, blockRuns } = await judgeBothWays(text, [source('a.csv', exportOf(tickets))]);
        runs += countRuns(long);
        inBlock += blockRuns;
        expect(inBlocks).toStrictEqual(long);
      }),
      { seed: 20261123, numRuns: Number(process.env['RUNS'] ?? 200) },
    );
    // It must be the blocks that are tried.
    expect(runs).toBeGreaterThan(500);
    expect(inBlock / runs).toBeGreaterThan(0.1);
  });

  test.each(shippedPolicies)('on the shipped policy $name', { timeout: 60_000 }, async ({ text, sources }) => {
    const { inBlocks, long } = await judgeBothWays(text, sources);
    expect(countRuns(long)).toBeGreaterThan(20);
    expect(inBlocks).toStrictEqual(long);
  });

  test('on the exports of every vendor and on the cases about clocks', { timeout: 60_000 }, async () => {
    let [runs, inBlock] = [0, 0];
    for (const { name, text, sources } of shippedCases) {
      const { inBlocks, long, blockRuns } = await judgeBothWays(text, sources);
      runs += countRuns(long);
      inBlock += blockRuns;
      expect(inBlocks, name).toStrictEqual(long);
    }
    expect(runs).toBeGreaterThan(300);
    expect(inBlock).toBeGreaterThan(50);
  });
});
