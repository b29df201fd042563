import { formatInstant } from '../calendar/stamps.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Instant, Millis } from '../domain/time.ts';
import { placeOf } from '../timeline/place.ts';
import { type Court, isOpen, type Judgement } from './judge-run.ts';
import type { Pauses } from './pauses.ts';
import { findFact, NO_FACT } from './trigger.ts';

/** What somebody should look at in one clock's verdicts on one ticket. */
export function findingsOf(
  court: Court,
  judgements: readonly Judgement[],
  openPauses: Pauses['open'],
): Diagnostic<Code>[] {
  if (judgements.length === 0) return [];
  const findings: Diagnostic<Code>[] = [];
  const { clock } = court.clock;
  const { ticket } = court.timeline;
  const tell = (code: Code, row: number | undefined, message: string, hint: string) =>
    findings.push({
      code,
      ...(row !== undefined && { place: placeOf(court.timeline.log, row) }),
      message,
      hint,
      ticket,
    });

  for (const { run } of judgements) {
    for (const { kind } of run.remarks) {
      if (kind === 'no-start') {
        tell(
          'no-start',
          run.stop?.row,
          `clock "${clock.id}" of ticket ${ticket} stops here but never started`,
          'Undecided. Is an event missing from the export, or does the clock start on something else?',
        );
      }
      if (kind === 'stop-before-start') {
        tell(
          'stop-before-start',
          run.stop?.row,
          `clock "${clock.id}" of ticket ${ticket} stops at ${when(run.stop?.at)}, before it starts at ${when(run.start?.at)}`,
          'Undecided: no length can be told. Mend the times in the source system.',
        );
      }
      if (kind === 'before-policy' && run.cycle === 1) {
        tell(
          'before-policy',
          run.start?.row,
          `clock "${clock.id}" of ticket ${ticket} started at ${when(run.start?.at)}, before the policy was in force`,
          `It is in force from ${when(court.effective)} on. Judged by it all the same, for want of an earlier version.`,
        );
      }
    }
  }
  for (const { run, target, dueAt } of judgements) {
    const furthest = target?.within.kind === 'promised' ? target.within.furthest : undefined;
    if (run.remarks.some(({ kind }) => kind === 'promised-before-start')) {
      tell(
        'promise-before-start',
        run.start?.row,
        `clock "${clock.id}" of ticket ${ticket} was promised for an instant before it starts here`,
        'Broken from the start. Mend the promised time in the source system if it is a slip.',
      );
    } else if (furthest !== undefined && dueAt !== undefined && dueAt - (run.start?.at ?? dueAt) > furthest) {
      const ahead = dueAt - (run.start?.at ?? dueAt);
      tell(
        'promise-too-far',
        run.start?.row,
        `clock "${clock.id}" of ticket ${ticket} was promised ${hours(ahead)} ahead, beyond the ${hours(furthest)} that the policy allows`,
        'Judged by the promise all the same.',
      );
    }
  }
  if (judgements.some(({ run }) => isOpen(run))) {
    for (const { row } of openPauses) {
      tell(
        'open-pause',
        row,
        `a pause of clock "${clock.id}" of ticket ${ticket} begins here and has no end`,
        clock.maxPause === undefined
          ? `It runs to the as-of instant, ${when(court.asOf)}. The policy can bound it with max_pause.`
          : `It counts for ${hours(clock.maxPause)} at most, the max_pause of the policy.`,
      );
    }
  }
  for (const row of assumedOrders(court)) {
    tell(
      'simultaneous',
      row,
      `ticket ${ticket} has events of one instant that clock "${clock.id}" reads as stop, pause, resume, start`,
      'A sequence column would say what really came first: records.sequence.',
    );
  }
  return findings;
}

function when(instant: Instant | undefined): string {
  return instant === undefined ? 'an unknown time' : formatInstant(instant);
}

/**
 * Rows of steps at which the order of two facts, which nothing tells, decides what the clock does: a stop and a
 * reopening, or the beginning and the end of a pause. Start and stop of one instant are a run of zero seconds, and
 * any other two come out the same either way.
 */
function assumedOrders({ clock, timeline }: Court): number[] {
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

/** Wall time, to a hundredth of an hour. */
function hours(length: Millis): string {
  return `${Math.round(length / 36_000) / 100} h`;
}
