import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { Diagnostic, Sentence, ToldInstant } from '../domain/diagnostic.ts';
import type { EventLog } from '../domain/event-log.ts';
import type { Clock } from '../domain/policy.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { Remark, Run } from '../domain/verdict.ts';
import { placeOf } from '../timeline/place.ts';
import type { Court, Judgement } from './court.ts';
import { type Found, nameOf, subjectOf, subjectWith } from './found.ts';
import { isOpen } from './judge-run.ts';
import { loweredFound } from './lowered.ts';
import type { Pauses } from './pauses.ts';
import { findFact, NO_FACT } from './trigger.ts';

/** What somebody should look at in one clock's verdicts on one ticket. */
export function findingsOf(
  court: Court,
  judgements: readonly Judgement[],
  pauses: Pauses,
): readonly Diagnostic<Code>[] {
  const lowered = loweredFound(court, judgements, pauses);
  const judged = judgements.length === 0 ? NONE : judgedFound(court, judgements, pauses);
  if (lowered.length === 0 && judged.length === 0) return NONE;
  const { log, ticket } = court.timeline;
  return [...lowered, ...judged].map((found) => placed(found, log, ticket));
}

/** A pause of a clock that begins with a row and goes on, and with it a run of the clock. */
export function openPauseFinding(
  { clock, ticket, row }: { readonly clock: Clock; readonly ticket: string; readonly row: number },
  log: EventLog,
  asOf: Instant,
): Diagnostic<Code> {
  return placed(pauseFound(row, subjectWith(clock, ticket), clock, asOf), log, ticket);
}

function placed({ row, ...rest }: Found, log: EventLog, ticket: string): Diagnostic<Code> {
  return { ...rest, ...(row !== undefined && { place: placeOf(log, row) }), ticket };
}

const NONE: readonly never[] = [];

function judgedFound(court: Court, judgements: readonly Judgement[], { open }: Pauses): readonly Found[] {
  const isNothing = open.length === 0 && !canBeTied(court) && !judgements.some(isTelling);
  if (isNothing) return NONE;
  const name = subjectOf(court);
  return [
    ...judgements.flatMap(({ run }) => run.remarks.flatMap(({ kind }) => remarked[kind]?.(run, name, court) ?? [])),
    ...judgements.flatMap((judgement) => promiseFound(judgement, name)),
    ...(judgements.some(({ run }) => isOpen(run))
      ? open.map(({ row }) => pauseFound(row, name, court.clock.clock, court.asOf))
      : []),
    ...assumedOrders(court).map((row) => orderFound(row, court)),
  ];
}

/** Only of such a judgement anything can be found. */
function isTelling({ run, target }: Judgement): boolean {
  return run.remarks.some(isFound) || target?.within.kind === 'promised';
}

function isFound({ kind }: Remark): boolean {
  return remarked[kind] !== undefined || kind === 'promised-before-start';
}

/** Of how a run was read, what must not go unsaid. */
const remarked: {
  readonly [Kind in Remark['kind']]?: (run: Run, name: Sentence, court: Court) => Found | undefined;
} = {
  'no-start': ({ stop }, name) => ({
    code: 'no-start',
    row: stop?.row,
    message: say`${name} stops here but never started`,
    hint: say`Undecided. Is an event missing from the export, or does the clock start on something else?`,
  }),
  'stop-before-start': ({ start, stop }, name) => ({
    code: 'stop-before-start',
    row: stop?.row,
    message: say`${name} stops at ${when(stop?.at)}, before it starts at ${when(start?.at)}`,
    hint: say`Undecided: no length can be told. Mend the times in the source system.`,
  }),
  'pause-too-long': ({ start, unplacedPause }, name) => ({
    code: 'pause-too-long',
    row: start?.row,
    message: say`${name} was paused for ${hours(unplacedPause?.least ?? 0)}, longer than its open time from start to stop`,
    hint: say`Undecided. Is the total counted in other hours than the calendar, or of more than this clock?`,
  }),
  'before-policy': ({ start, cycle }, name, { effective }) =>
    cycle > 1
      ? undefined
      : {
          code: 'before-policy',
          row: start?.row,
          message: say`${name} started at ${when(start?.at)}, before the policy was in force`,
          hint: say`It is in force from ${when(effective)} on. Judged by it all the same, for want of an earlier version.`,
        },
  'after-policy': ({ start, cycle }, name, { until }) =>
    cycle > 1
      ? undefined
      : {
          code: 'after-policy',
          row: start?.row,
          message: say`${name} started at ${when(start?.at)}, when the policy was no longer in force`,
          hint: say`It was in force until ${when(until)}. Judged by it all the same, for want of a later version.`,
        },
};

function promiseFound({ run, target, dueAt }: Judgement, name: Sentence): Found[] {
  const { start, remarks } = run;
  if (remarks.some(({ kind }) => kind === 'promised-before-start')) {
    const message = say`${name} was promised for an instant before it starts here`;
    const hint = say`Broken from the start. Mend the promised time in the source system if it is a slip.`;
    return [{ code: 'promise-before-start', row: start?.row, message, hint }];
  }
  const furthest = target?.within.kind === 'promised' ? target.within.furthest : undefined;
  const ahead = dueAt === undefined || start === undefined ? 0 : dueAt - start.at;
  if (furthest === undefined || ahead <= furthest) return [];
  const message = say`${name} was promised ${hours(ahead)} ahead, beyond the ${hours(furthest)} that the policy allows`;
  return [{ code: 'promise-too-far', row: start?.row, message, hint: say`Judged by the promise all the same.` }];
}

function pauseFound(row: number, name: Sentence, clock: Clock, asOf: Instant): Found {
  const message = say`a pause of ${name} begins here and has no end`;
  const hint =
    clock.maxPause === undefined
      ? say`It runs to the as-of instant, ${when(asOf)}. The policy can bound it with max_pause.`
      : say`It counts for ${hours(clock.maxPause)} at most, the max_pause of the policy.`;
  return { code: 'open-pause', row, message, hint };
}

function orderFound(row: number, { clock: { clock }, timeline: { ticket } }: Court): Found {
  const message = say`ticket ${ticket} has events of one instant that clock "${nameOf(clock)}" reads as stop, pause, resume, start`;
  const hint = say`A sequence column would say what really came first: records.sequence.`;
  return { code: 'simultaneous', row, message, hint };
}

function when(instant: Instant | undefined): ToldInstant | Sentence {
  return instant === undefined ? say`an unknown time` : { at: instant };
}

/**
 * Rows of steps at which the order of two facts, which nothing tells, decides what the clock does: a stop and a
 * reopening, or the beginning and the end of a pause. Start and stop of one instant are a run of zero seconds, and
 * any other two come out the same either way.
 */
function assumedOrders(court: Court): number[] {
  if (!canBeTied(court)) return [];
  const { clock, timeline } = court;
  const rows: number[] = [];
  const pairs = [
    { earlier: clock.stop, later: clock.reopen },
    ...clock.pause.flatMap((rule) => (rule.kind === 'between' ? [{ earlier: rule.from, later: rule.until }] : [])),
  ];
  for (let step = 0; step < timeline.stepCount; step++) {
    if (timeline.stepStart[step + 1]! - timeline.stepStart[step]! < 2) continue;
    for (const { earlier, later } of pairs) {
      const first = findFact(earlier, timeline, step);
      const second = first === NO_FACT ? NO_FACT : findFact(later, timeline, step, first);
      if (second !== NO_FACT) rows.push(timeline.factRow[second]!);
    }
  }
  return rows;
}

/** Two facts of one instant. */
function canBeTied({ timeline }: Court): boolean {
  return timeline.factCount > timeline.stepCount;
}

/** Wall time, to a hundredth of an hour. */
function hours(length: Millis): Sentence {
  return say`${Math.round(length / 36_000) / 100} h`;
}
