import type { Clock } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Instant, Span } from '../../domain/time.ts';
import { type Stretch, spansOf } from '../open-spans.ts';
import type { Fate, Outcome } from '../ticket-totals.ts';

/** What became of the tickets of a block, in their order. */
export interface BlockTickets {
  readonly outcomes: readonly Outcome[];
  /** See `openSpans`. */
  readonly open: readonly (readonly Span[] | undefined)[];
}

/** @param isFirstContact by the condition of the policy; absent: one reply was enough */
export function ticketsIn(
  block: RunBlock,
  clocks: readonly Clock[],
  isFirstContact: ((block: RunBlock, fields: number) => boolean) | undefined,
): BlockTickets {
  const outcomes: Outcome[] = [];
  const open: (Span[] | undefined)[] = [];
  for (let ticket = 0; ticket < block.tickets; ticket++) {
    const wasReopened = block.wasReopened[ticket] === 1;
    outcomes.push({
      fate: fateIn(block, ticket, clocks),
      isFirstContact:
        isFirstContact === undefined
          ? onFirst(block.replies[ticket]!, wasReopened)
          : isFirstContact(block, block.lastFields[ticket]!),
      wasResolved: block.wasResolved[ticket] === 1,
      wasReopened,
    });
    open.push(openSpansIn(block, ticket, clocks));
  }
  return { outcomes, open };
}

function onFirst(replies: number, wasReopened: boolean): boolean | undefined {
  return replies < 0 ? undefined : replies <= 1 && !wasReopened;
}

/**
 * `fateOf` a ticket of a block, none of whose runs was cancelled: every clock of kind resolution that ran has stopped in its last
 * round, or the ticket is open.
 *
 * @param clocks by their index in the block
 */
function fateIn(block: RunBlock, ticket: number, clocks: readonly Clock[]): Fate {
  const end = block.firstRun[ticket + 1]!;
  let isResolved = false;
  for (let run = block.firstRun[ticket]!; run < end; run++) {
    if (clocks[block.clock[run]!]?.kind !== 'resolution') continue;
    // A clock's rounds stand one behind the other.
    if (run + 1 < end && block.clock[run + 1] === block.clock[run]) continue;
    if (Number.isNaN(block.stopAt[run]!)) return 'open';
    isResolved = true;
  }
  return isResolved ? 'resolved' : 'open';
}

/** `openSpans` of a ticket of a block. */
function openSpansIn(block: RunBlock, ticket: number, clocks: readonly Clock[]): Span[] | undefined {
  const end = block.firstRun[ticket + 1]!;
  const createdAt = block.createdAt[ticket]!;
  let runs = 0;
  let last = -1;
  for (let run = block.firstRun[ticket]!; run < end; run++) {
    if (clocks[block.clock[run]!]?.kind !== 'resolution') continue;
    runs++;
    last = run;
  }
  if (last < 0) return undefined;
  const stopAt = block.stopAt[last]!;
  const hasGaps = block.firstGap[last + 1]! > block.firstGap[last]!;
  if (runs > 1 || hasGaps || block.startAt[last]! > stopAt)
    return spansOf(stretchesIn(block, ticket, clocks), createdAt);
  if (Number.isNaN(stopAt)) return [{ start: createdAt, end: Infinity }];
  return stopAt > createdAt ? [{ start: createdAt, end: stopAt }] : [];
}

function stretchesIn(block: RunBlock, ticket: number, clocks: readonly Clock[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let run = block.firstRun[ticket]!; run < block.firstRun[ticket + 1]!; run++) {
    if (clocks[block.clock[run]!]?.kind !== 'resolution') continue;
    stretches.push({
      clock: block.clock[run]!,
      cycle: block.cycle[run]!,
      start: known(block.startAt[run]!) ?? known(block.stopAt[run]!) ?? block.createdAt[ticket]!,
      end: known(block.stopAt[run]!) ?? Infinity,
      cancelledAt: Infinity,
      gaps: gapsIn(block, run),
    });
  }
  return stretches;
}

function gapsIn(block: RunBlock, run: number): Span[] {
  const gaps: Span[] = [];
  for (let gap = block.firstGap[run]!; gap < block.firstGap[run + 1]!; gap++) {
    gaps.push({ start: block.gapStart[gap]!, end: block.gapEnd[gap]! });
  }
  return gaps;
}

function known(at: Instant): Instant | undefined {
  return Number.isNaN(at) ? undefined : at;
}
