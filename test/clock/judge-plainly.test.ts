import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { judging, type TicketVerdicts } from '../../src/audit/judging.ts';
import type * as Plainly from '../../src/clock/judge-plainly.ts';
import type { Source } from '../../src/domain/source.ts';
import { source } from '../ingest/exports.ts';
import { benchOf, shippedCases, shippedPolicies } from './hearings.ts';
import { exportOf, randomPolicy, randomTicket } from './random-hearings.ts';

// Nearly all runs are judged by `judgePlainly`. What it says is held here against `judgeRun`, which lays every run out in
// stretches and knows every rule: on policies and logs of all kinds, and on all that we ship.

/** Runs of which the short way told the verdict. */
let plain = 0;
beforeEach(() => {
  plain = 0;
});
vi.mock('../../src/clock/judge-plainly.ts', async (original) => {
  const module = await original<typeof Plainly>();
  const judgePlainly: typeof Plainly.judgePlainly = (run, court) => {
    const judgement = module.judgePlainly(run, court);
    if (judgement !== undefined) plain++;
    return judgement;
  };
  return { ...module, judgePlainly };
});

interface Judged {
  readonly tickets: readonly TicketVerdicts[];
  readonly findings: readonly unknown[];
}

/** By both ways; nothing where the exports cannot be read by this policy. */
async function judgeBothWays(text: string, sources: readonly Source[]): Promise<Record<'short' | 'long', Judged>> {
  const bench = await benchOf(text, sources);
  const nothing: Judged = { tickets: [], findings: [] };
  if (bench === undefined) return { short: nothing, long: nothing };
  const judge = (isThorough: boolean): Judged => {
    const court = judging({ ...bench, isThorough });
    const tickets = [...court.judge(Array.from({ length: bench.log.tickets.size }, (_, code) => code))];
    return { tickets, findings: court.findings() };
  };
  return { long: judge(true), short: judge(false) };
}

const countRuns = ({ tickets }: Judged) => tickets.reduce((sum, { verdicts }) => sum + verdicts.length, 0);

describe('the short way comes to what the long way comes to', () => {
  test('on any policy and any log', { timeout: 60_000 }, async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(randomPolicy, fc.array(randomTicket, { minLength: 1, maxLength: 12 }), async (text, tickets) => {
        const { short, long } = await judgeBothWays(text, [source('a.csv', exportOf(tickets))]);
        runs += countRuns(long);
        expect(short).toStrictEqual(long);
      }),
      { seed: 20261122, numRuns: 120 },
    );
    // It must be the short way that is tried.
    expect(runs).toBeGreaterThan(500);
    expect(plain / runs).toBeGreaterThan(0.1);
  });

  test.each(shippedPolicies)('on the shipped policy $name', { timeout: 60_000 }, async ({ text, sources }) => {
    const { short, long } = await judgeBothWays(text, sources);
    expect(countRuns(long)).toBeGreaterThan(20);
    expect(short).toStrictEqual(long);
  });

  test('on the exports of every vendor and on the cases about clocks', { timeout: 60_000 }, async () => {
    let runs = 0;
    for (const { name, text, sources } of shippedCases) {
      const { short, long } = await judgeBothWays(text, sources);
      runs += countRuns(long);
      expect(short, name).toStrictEqual(long);
    }
    expect(runs).toBeGreaterThan(300);
  });
});
