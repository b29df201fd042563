import { MINUTE } from '../calendar/dates.ts';
import type { Instant } from '../domain/time.ts';
import type { Certainty, Moment, PauseSpan, Remark, Run, VagueSpan } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { certaintyOf, worseOf } from './certainty.ts';
import type { CompiledClock } from './compile.ts';
import { actorOf, NO_FACT } from './trigger.ts';

/** A run while it is being traced. */
export interface Draft {
  readonly cycle: number;
  readonly start: Moment;
  stop: Moment | undefined;
  stopFact: number;
  earlyStop: Moment | undefined;
  cancelledAt: Instant | undefined;
  readonly gaps: VagueSpan[];
  readonly reopenings: Moment[];
  readonly undoneStops: Moment[];
  readonly remarks: Remark[];
}

export function begin(start: Moment, cycle: number): Draft {
  return {
    cycle,
    start,
    stop: undefined,
    stopFact: NO_FACT,
    earlyStop: undefined,
    cancelledAt: undefined,
    gaps: [],
    reopenings: [],
    undoneStops: [],
    remarks: [],
  };
}

export function end(draft: Draft, timeline: Timeline, fact: number): void {
  draft.stop = momentOf(timeline, fact);
  draft.stopFact = fact;
}

/** The run of a draft, which may go on. `pauses`: all of the ticket's; the run has those that touch it. */
export function finish(clock: CompiledClock, draft: Draft, pauses: readonly PauseSpan[]): Run {
  const { cycle, start, stop, earlyStop, cancelledAt, gaps, undoneStops, remarks } = draft;
  const ended = cancelledAt ?? stop?.latest ?? Infinity;
  const own = pauses.filter((pause) => pause.latestEnd > start.at && pause.start < ended);
  let certainty: Certainty = certaintyOf(start.grade);
  for (const moment of [...undoneStops, ...draft.reopenings, ...(stop === undefined ? [] : [stop])]) {
    certainty = worseOf(certainty, certaintyOf(moment.grade));
  }
  for (const pause of own) certainty = worseOf(certainty, pause.certainty);
  const unplacedPause = clock.pauseTotals.length === 0 ? undefined : unplacedPauseOf(clock, start.row);
  if (unplacedPause !== undefined) certainty = worseOf(certainty, certaintyOfLength(unplacedPause));
  return {
    clock: clock.clock,
    cycle,
    start,
    ...(stop !== undefined && { stop }),
    ...(earlyStop !== undefined && { earlyStop }),
    ...(cancelledAt !== undefined && { cancelledAt }),
    gaps: [...gaps],
    pauses: own,
    ...(unplacedPause !== undefined && { unplacedPause }),
    undoneStops: [...undoneStops],
    remarks,
    certainty,
  };
}

/** The totals of the row together; a blank cell says that there was no pause. */
function unplacedPauseOf({ pauseTotals }: CompiledClock, row: number): Run['unplacedPause'] {
  let [least, most] = [0, 0];
  for (const { lengths, doubts } of pauseTotals) {
    const length = lengths.at(row);
    if (Number.isNaN(length)) continue;
    least += length;
    most += length + doubts.at(row);
  }
  return most === 0 ? undefined : { least, most };
}

function certaintyOfLength({ least, most }: NonNullable<Run['unplacedPause']>): Certainty {
  return most === least ? 'exact' : most - least < MINUTE ? 'minute' : 'coarse';
}

/** When a fact's row was, as exactly as its stamp says, and who did it. */
export function momentOf(timeline: Timeline, fact: number): Moment {
  const at = timeline.factAt[fact]!;
  const latest = timeline.factLatest[fact]!;
  const row = timeline.factRow[fact]!;
  const grade = timeline.grade(fact);
  const actor = actorOf(timeline, fact);
  // Written out: spreading optional parts costs more than all else about a run.
  const moment = actor < 0 ? { at, latest, row, grade } : { at, latest, row, grade, actor };
  const earliest = timeline.factEarliest[fact]!;
  const told = earliest < at ? { ...moment, earliest } : moment;
  return timeline.hasReckoned && timeline.factOwn[fact] === 0 ? { ...told, event: timeline.factEvent[fact]! } : told;
}
