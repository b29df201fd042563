import { MINUTE } from '../calendar/dates.ts';
import type { Instant } from '../domain/time.ts';
import type { Certainty, Moment, PauseSpan, Remark, Run, VagueSpan } from '../domain/verdict.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { certaintyOf, worseOf } from './certainty.ts';
import type { CompiledClock } from './compile.ts';
import { actorOf, NO_FACT } from './trigger.ts';

/** A run while it is being traced. Its lists are replaced, never added to: most runs have nothing in any of them. */
export interface Draft {
  readonly cycle: number;
  readonly start: Moment;
  stop: Moment | undefined;
  stopFact: number;
  earlyStop: Moment | undefined;
  cancelledAt: Instant | undefined;
  gaps: readonly VagueSpan[];
  reopenings: readonly Moment[];
  undoneStops: readonly Moment[];
  remarks: readonly Remark[];
}

const NONE: readonly never[] = [];

export function begin(start: Moment, cycle: number): Draft {
  return {
    cycle,
    start,
    stop: undefined,
    stopFact: NO_FACT,
    earlyStop: undefined,
    cancelledAt: undefined,
    gaps: NONE,
    reopenings: NONE,
    undoneStops: NONE,
    remarks: NONE,
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
  const own = pauses.length === 0 ? NONE : pauses.filter((pause) => pause.latestEnd > start.at && pause.start < ended);
  let certainty: Certainty = certaintyOf(start.grade);
  if (stop !== undefined) certainty = worseOf(certainty, certaintyOf(stop.grade));
  for (const moment of undoneStops) certainty = worseOf(certainty, certaintyOf(moment.grade));
  for (const moment of draft.reopenings) certainty = worseOf(certainty, certaintyOf(moment.grade));
  for (const pause of own) certainty = worseOf(certainty, pause.certainty);
  const unplacedPause = clock.pauseTotals.length === 0 ? undefined : unplacedPauseOf(clock, start.row);
  if (unplacedPause !== undefined) certainty = worseOf(certainty, certaintyOfLength(unplacedPause));
  // Written out: spreading optional parts costs more than all else about a run.
  const run: Run =
    stop === undefined
      ? { clock: clock.clock, cycle, start, gaps, pauses: own, undoneStops, remarks, certainty }
      : { clock: clock.clock, cycle, start, stop, gaps, pauses: own, undoneStops, remarks, certainty };
  if (earlyStop === undefined && cancelledAt === undefined && unplacedPause === undefined) return run;
  return {
    ...run,
    ...(earlyStop !== undefined && { earlyStop }),
    ...(cancelledAt !== undefined && { cancelledAt }),
    ...(unplacedPause !== undefined && { unplacedPause }),
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
  // Written out, as above.
  const moment = actor < 0 ? { at, latest, row, grade } : { at, latest, row, grade, actor };
  const earliest = timeline.factEarliest[fact]!;
  const told = earliest < at ? { ...moment, earliest } : moment;
  return timeline.hasReckoned && timeline.factOwn[fact] === 0 ? { ...told, event: timeline.factEvent[fact]! } : told;
}
