import type { Clock } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Instant, Span } from '../../domain/time.ts';
import { type Stretch, spansOf } from '../open-spans.ts';
import type { Fate, Outcome } from '../ticket-totals.ts';
import type { HoldsIn } from './field-texts.ts';

/** What became of the tickets of a block, in their order; of use until the next. */
export interface BlockTickets {
  readonly outcomes: readonly Outcome[];
  /** When one was open: from its creation on until then, `Infinity` where it still is; `NaN`: see `openSpans`. */
  openUntil(ticket: number): Instant;
  /** As `openSpans` of all its runs; `undefined`: nobody can say. */
  openSpans(ticket: number): readonly Span[] | undefined;
}

/** @param isFirstContact by the condition of the policy; absent: one reply was enough */
export function blockTickets(clocks: readonly Clock[], isFirstContact: HoldsIn | undefined) {
  const isResolution = clocks.map(({ kind }) => kind === 'resolution');
  const outcomes: Outcome[] = [];

  return (block: RunBlock): BlockTickets => {
    outcomes.length = 0;
    for (let ticket = 0; ticket < block.tickets; ticket++) {
      const wasReopened = block.wasReopened[ticket] === 1;
      const isFirst =
        isFirstContact === undefined
          ? onFirst(block.replies[ticket]!, wasReopened)
          : isFirstContact(block, block.lastFields[ticket]!);
      const fate = fateIn(block, ticket, isResolution);
      outcomes.push(outcomeOf(fate, isFirst, block.wasResolved[ticket] === 1, wasReopened));
    }
    const openUntil = (ticket: number) => openUntilIn(block, ticket, isResolution);
    return {
      outcomes,
      openUntil,
      openSpans(ticket) {
        const end = openUntil(ticket);
        return Number.isNaN(end) ? spansIn(block, ticket, isResolution) : [{ start: block.createdAt[ticket]!, end }];
      },
    };
  };
}

function onFirst(replies: number, wasReopened: boolean): boolean | undefined {
  return replies < 0 ? undefined : replies <= 1 && !wasReopened;
}

/** One object for all that are alike. */
function outcomeOf(
  fate: Fate,
  isFirstContact: boolean | undefined,
  wasResolved: boolean,
  wasReopened: boolean,
): Outcome {
  const first = isFirstContact === undefined ? 0 : isFirstContact ? 1 : 2;
  const index = (fate === 'resolved' ? 12 : 0) + first * 4 + (wasResolved ? 2 : 0) + (wasReopened ? 1 : 0);
  alike[index] ??= { fate, isFirstContact, wasResolved, wasReopened };
  return alike[index];
}

const alike: Outcome[] = [];

/**
 * `fateOf` a ticket of a block, none of whose runs was cancelled: every clock of kind resolution that ran has stopped in its last
 * round, or the ticket is open.
 */
function fateIn(block: RunBlock, ticket: number, isResolution: readonly boolean[]): Fate {
  const end = block.firstRun[ticket + 1]!;
  let isResolved = false;
  for (let run = block.firstRun[ticket]!; run < end; run++) {
    if (!isResolution[block.clock[run]!]) continue;
    // A clock's rounds stand one behind the other.
    if (run + 1 < end && block.clock[run + 1] === block.clock[run]) continue;
    if (Number.isNaN(block.stopAt[run]!)) return 'open';
    isResolved = true;
  }
  return isResolved ? 'resolved' : 'open';
}

/** Of a ticket with one run that was neither reopened nor stopped before it began, as most are; `NaN`: of any other. */
function openUntilIn(block: RunBlock, ticket: number, isResolution: readonly boolean[]): Instant {
  const only = onlyRun(block, ticket, isResolution);
  if (only < 0 || block.firstGap[only + 1]! > block.firstGap[only]!) return Number.NaN;
  const stopAt = block.stopAt[only]!;
  if (Number.isNaN(stopAt)) return Infinity;
  return block.startAt[only]! > stopAt || stopAt <= block.createdAt[ticket]! ? Number.NaN : stopAt;
}

function spansIn(block: RunBlock, ticket: number, isResolution: readonly boolean[]): readonly Span[] | undefined {
  const createdAt = block.createdAt[ticket]!;
  const only = onlyRun(block, ticket, isResolution);
  const between = only < 0 ? undefined : spansBetweenGaps(block, only, createdAt);
  if (between !== undefined) return between;
  const stretches: Stretch[] = [];
  for (let run = block.firstRun[ticket]!; run < block.firstRun[ticket + 1]!; run++) {
    if (!isResolution[block.clock[run]!]) continue;
    stretches.push({
      clock: block.clock[run]!,
      cycle: block.cycle[run]!,
      start: known(block.startAt[run]!) ?? known(block.stopAt[run]!) ?? createdAt,
      end: known(block.stopAt[run]!) ?? Infinity,
      cancelledAt: Infinity,
      gaps: gapsIn(block, run),
    });
  }
  return stretches.length === 0 ? undefined : spansOf(stretches, createdAt);
}

/** The one run of kind resolution; -1: there are none, or several. */
function onlyRun(block: RunBlock, ticket: number, isResolution: readonly boolean[]): number {
  let only = -1;
  for (let run = block.firstRun[ticket]!; run < block.firstRun[ticket + 1]!; run++) {
    if (!isResolution[block.clock[run]!]) continue;
    if (only >= 0) return -1;
    only = run;
  }
  return only;
}

/** Of one run, whose gaps stand in order: what lies between them. `undefined` where it begins or ends in one of them. */
function spansBetweenGaps(block: RunBlock, run: number, createdAt: Instant): Span[] | undefined {
  const spans: Span[] = [];
  let from = createdAt;
  for (let gap = block.firstGap[run]!; gap < block.firstGap[run + 1]!; gap++) {
    const end = block.gapStart[gap]!;
    if (!(end > from && block.startAt[run]! <= end && block.gapEnd[gap]! > end)) return undefined;
    spans.push({ start: from, end });
    from = block.gapEnd[gap]!;
  }
  const end = known(block.stopAt[run]!) ?? Infinity;
  if (!(end > from && block.startAt[run]! <= end)) return undefined;
  spans.push({ start: from, end });
  return spans;
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
