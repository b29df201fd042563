import { intersect, subtract } from '../calendar/spans.ts';
import type { TimeUse, UsedTime } from '../domain/account.ts';
import type { OpenTime } from '../domain/calendar.ts';
import type { Clock } from '../domain/policy.ts';
import type { Instant, Millis, Span } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { openTimeFor } from './compile.ts';
import type { Court } from './court.ts';
import type { Holding } from './holdings.ts';
import { outlineOf } from './measure-reading.ts';
import { describePause } from './pause-words.ts';
import { findPauses } from './pauses.ts';
import { layOut, pausedFirst, type Stretch, UNPLACED } from './stretches.ts';

/** One part of a run's time, in the making. */
type Part = { -readonly [Key in keyof UsedTime]: UsedTime[Key] };

/** The stretches of a run from start to end, for one reason to count or not each, and the hours they are counted in. */
export interface Laid {
  readonly stretches: readonly Stretch[];
  readonly openTime: OpenTime;
}

/** `undefined` where the run has no start, or its stamps do not tell the time. */
export function layOutRun(verdict: Verdict, court: Court, end: Instant): Laid | undefined {
  const { run } = verdict;
  if (run.start === undefined || verdict.elapsed === undefined) return undefined;
  const { start, pauses, exclusions, gaps, unplaced } = outlineOf(run, court, 'nominal');
  const openTime = openTimeFor(court.clock, verdict.target);
  const placed = layOut(start, pauses, exclusions, gaps);
  const stretches = pausedFirst(placed, openTime, start, unplaced).flatMap((stretch): Stretch[] =>
    stretch.start < end ? [{ ...stretch, end: Math.min(stretch.end, end) }] : [],
  );
  return { stretches, openTime };
}

/**
 * What all the time of a run was, each millisecond once, from start to end. Where several things hold at once: time between a
 * stop and its reopening is that and nothing else; of the rest, what is outside opening hours is closed; of the open time,
 * paused and excluded is excluded; and where several pause rules hold, the first of them has it. So `ours` and `nobody` are
 * together the verdict's `elapsed`, `waiting` is its `paused` and `excluded` its `excluded`.
 *
 * @param holdings who held it when; empty: the export does not say, and all that counts is `ours`
 */
export function timeUsed(
  { stretches, openTime }: Laid,
  verdict: Verdict,
  holdings: readonly Holding[],
  court: Court,
): UsedTime[] {
  const parts = new Map<string, Part>();
  const { run } = verdict;
  const waits = waitsOf(court.clock.clock);
  const add = (use: TimeUse, length: Millis, waiting?: UsedTime['waiting']) => {
    if (length === 0) return;
    const key = JSON.stringify([use, waiting]);
    const known = parts.get(key);
    if (known !== undefined) known.length += length;
    else parts.set(key, { use, ...(waiting !== undefined && { waiting }), length });
  };
  const open = ({ start, end }: Span) => openTime.between(start, end);
  let unplaced = 0;
  for (const stretch of stretches) {
    const length = stretch.end - stretch.start;
    if (stretch.kind === 'between-rounds') {
      add('between-rounds', length);
      continue;
    }
    const opened = open(stretch);
    add('closed', length - opened);
    if (opened === 0) continue;
    if (stretch.kind === 'exclusion') add('excluded', opened);
    else if (stretch.kind === 'counts') {
      const unheld = holdings.filter(({ holder }) => holder === undefined);
      const nobodys = intersect([stretch], unheld).reduce((sum, span) => sum + open(span), 0);
      add('nobody', nobodys);
      add('ours', opened - nobodys);
    } else if (stretch.source === UNPLACED) unplaced += opened;
    else {
      for (const [rule, span] of byRule(stretch, run.pauses[stretch.source]?.rules ?? [], court)) {
        add('waiting', open(span), waits.rules[rule]);
      }
    }
  }
  for (const [index, total] of court.clock.pauseTotals.entries()) {
    const own = total.lengths.at(run.start?.row ?? -1);
    const length = Math.min(unplaced, Number.isNaN(own) ? 0 : own);
    unplaced -= length;
    add('waiting', length, waits.totals[index]);
  }
  return [...parts.values()];
}

/** The parts of a pause in which each of its rules held, where several do the first of them. */
function* byRule(stretch: Stretch, rules: readonly number[], { clock, timeline }: Court): Generator<[number, Span]> {
  const [only] = rules;
  if (only !== undefined && rules.length === 1) {
    yield [only, stretch];
    return;
  }
  let rest: Span[] = [{ start: stretch.start, end: stretch.end }];
  for (const rule of rules) {
    const compiled = clock.pause[rule];
    const own = compiled === undefined ? [] : findPauses([compiled], timeline, undefined).spans;
    for (const span of intersect(rest, own)) yield [rule, span];
    rest = subtract(rest, own);
  }
}

/** Whom each pause rule and each total waits for. */
function waitsOf(clock: Clock): {
  readonly rules: readonly NonNullable<UsedTime['waiting']>[];
  readonly totals: readonly NonNullable<UsedTime['waiting']>[];
} {
  const { pause, pauseTotals = [], totalsWaitingFor } = clock;
  const wait = (whom: string | undefined, words: string) => (whom === undefined ? { rule: words } : { for: whom });
  return {
    rules: pause.map((rule, index) => wait(rule.waitingFor, describePause(clock, index))),
    totals: pauseTotals.map((name) => wait(totalsWaitingFor?.get(name), name)),
  };
}
