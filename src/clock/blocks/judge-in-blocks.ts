import type { EventLog } from '../../domain/event-log.ts';
import type { Clock } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Instant } from '../../domain/time.ts';
import { type CompiledCondition, holdsAt } from '../../timeline/condition.ts';
import type { RowsByTicket } from '../../timeline/rows-by-ticket.ts';
import { ROOM, TicketBatch } from '../../timeline/ticket-batch.ts';
import type { TicketSteps } from '../../timeline/ticket-steps.ts';
import type { Version } from '../versions.ts';
import { BlockCourt } from './block-court.ts';
import { emptyBlock } from './empty-block.ts';
import { type PlainClock, plainPolicy } from './plain-clock.ts';
import { Signals } from './signals.ts';

/** What tickets are judged by. No roster is asked, and there are no decisions on breaches. */
export interface BlockHearing {
  readonly log: EventLog;
  readonly grouped: RowsByTicket;
  readonly versions: readonly Version[];
  readonly asOf: Instant;
  /** What tickets are judged at all. */
  readonly include: CompiledCondition;
  /** Hears of each calendar that asks for lists of holidays when something falls due. */
  readonly noteDue: (calendar: string, at: Instant) => void;
  /** Hears of each pause that goes on, and with it a run of its clock: with which row of which ticket (a code) it begins. */
  readonly noteOpenPause: (clock: Clock, ticket: number, row: number) => void;
}

/**
 * Judges all tickets of a log: those of which nothing has to be told go to `take` in blocks, which are good until the next; the
 * codes of the others are yielded, to be judged one by one.
 */
export function* judgeInBlocks(hearing: BlockHearing, take: (block: RunBlock) => void): Generator<number> {
  const { log, grouped, versions, asOf, include, noteDue, noteOpenPause } = hearing;
  const signals = new Signals();
  const policy = canBePlain(log) ? plainPolicy(versions, signals) : undefined;
  if (policy === undefined) {
    for (let code = 0; code < log.tickets.size; code++) yield code;
    return;
  }
  const batch = new TicketBatch(log, grouped, actorsAsked(policy.clocks));
  const steps = ROOM * Math.max(1, log.stamped.length);
  const width = log.fields.length;
  const runs = steps * policy.clocks.length;
  const block = emptyBlock({ tickets: ROOM, runs, gaps: runs, values: (steps + runs) * width });
  const assignee = log.fields.findIndex(({ field }) => field === 'assignee');
  const court = new BlockCourt(policy, signals, block, { asOf, width, assignee, noteDue, noteOpenPause });
  const isIncluded = (ticket: TicketSteps) => holdsAt(include, ticket, ticket.count - 1);

  for (let first = 0; first < log.tickets.size; first = batch.end) {
    batch.gatherFrom(first);
    court.empty();
    for (let ticket = first; ticket < batch.end; ticket++) {
      if (log.incomplete.has(ticket) || !court.judge(batch, ticket, isIncluded)) yield ticket;
    }
    if (block.tickets > 0) take(block);
  }
}

/** What a row says of a change has both sides, and rows of one instant a sequence; lengths make events of their own. */
function canBePlain({ fields, stamped }: EventLog): boolean {
  return fields.every(({ before }) => before === undefined) && stamped.every(({ from }) => from === undefined);
}

function actorsAsked(clocks: readonly PlainClock[]): { readonly actors: boolean; readonly roles: boolean } {
  const triggers = clocks.flatMap(({ compiled }) => [
    ...[compiled.start, compiled.stop, compiled.lastResort, compiled.cancel, compiled.reset, compiled.reopen].flatMap(
      ({ each }) => each,
    ),
    ...compiled.pause.flatMap((pause) => (pause.kind === 'between' ? [...pause.from.each, ...pause.until.each] : [])),
  ]);
  return {
    actors: triggers.some(({ actors }) => actors !== undefined),
    roles: triggers.some(({ roles }) => roles !== undefined),
  };
}
