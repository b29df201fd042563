import type { Clock } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Instant, Period } from '../../domain/time.ts';
import { OUTCOMES } from '../../domain/verdict.ts';
import { type Contribution, contributionOf } from '../contribution.ts';
import { isWithin } from '../counted.ts';

const BREACHED = OUTCOMES.indexOf('breached');

/** `countedAt` of a run of a block (S27); `NaN`: it is still going. */
export function countedAtIn(block: RunBlock, run: number, clock: Pick<Clock, 'month' | 'kind'> | undefined): Instant {
  const startAt = block.startAt[run]!;
  const stopAt = block.stopAt[run]!;
  const settledAt = block.settledAt[run]!;
  const decidedAt = Number.isNaN(settledAt) ? block.decidedAt[run]! : settledAt;
  if (clock?.month === 'created') return firstKnown(startAt, stopAt, decidedAt);
  if (clock?.month === 'stopped' && clock.kind !== 'duty') return stopAt;
  return Number.isNaN(decidedAt) ? stopAt : decidedAt;
}

function firstKnown(one: Instant, other: Instant, third: Instant): Instant {
  if (!Number.isNaN(one)) return one;
  return Number.isNaN(other) ? third : other;
}

/** `isCounted` of a run of a block. */
export function isCountedIn(block: RunBlock, run: number, clock: Clock, period: Period | undefined): boolean {
  if (period === undefined) return true;
  const at = countedAtIn(block, run, clock);
  if (!Number.isNaN(at)) return isWithin(period, at);
  return block.outcome[run] !== BREACHED && block.startAt[run]! < period.end;
}

/** `contribution` of a run of a block: what it adds to the figures of a period. */
export function contributionIn(block: RunBlock, run: number, clock: Clock, period: Period | undefined): Contribution {
  const stopAt = block.stopAt[run]!;
  const isStopped = !Number.isNaN(stopAt);
  return contributionOf(
    {
      outcome: block.outcome[run]!,
      isHere: isCountedIn(block, run, clock, period),
      stopAt,
      isOpen: !isStopped && clock.kind !== 'duty',
      hasLengths: !Number.isNaN(block.elapsed[run]!) && !Number.isNaN(block.wall[run]!),
    },
    period,
  );
}
