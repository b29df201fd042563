import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { placeOf } from '../timeline/place.ts';
import type { Court, Judgement } from './judge-run.ts';
import type { Pauses } from './pauses.ts';
import { type CompiledTrigger, findFact, NO_FACT } from './trigger.ts';

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
          `clock "${clock.id}" of ticket ${ticket} stops before it starts`,
          'Undecided. Mend the times in the source system.',
        );
      }
      if (kind === 'before-policy' && run.cycle === 1) {
        tell(
          'before-policy',
          run.start?.row,
          `clock "${clock.id}" of ticket ${ticket} started before the policy was in force`,
          'Judged by this policy all the same, for want of an earlier version.',
        );
      }
    }
  }
  if (judgements.some(({ run }) => run.stop === undefined && run.cancelledAt === undefined)) {
    for (const { row } of openPauses) {
      tell(
        'open-pause',
        row,
        `a pause of clock "${clock.id}" of ticket ${ticket} begins here and never ends`,
        'It runs to the as-of instant. The policy can bound it with max_pause.',
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

/** Rows of steps at which two different facts pull this clock in two ways. */
function assumedOrders({ clock, timeline }: Court): number[] {
  const rows: number[] = [];
  for (let step = 0; step < timeline.stepCount; step++) {
    if (timeline.stepStart[step + 1]! - timeline.stepStart[step]! < 2) continue;
    const pulled = new Set<number>();
    let ways = 0;
    for (const triggers of waysOf(clock)) {
      const fact = findFact(triggers, timeline, step);
      if (fact === NO_FACT) continue;
      ways++;
      pulled.add(fact);
    }
    if (ways > 1 && pulled.size > 1) rows.push(timeline.factRow[Math.max(...pulled)]!);
  }
  return rows;
}

function waysOf(clock: Court['clock']): readonly (readonly CompiledTrigger[])[] {
  const pauses = clock.pause.flatMap((rule) => (rule.kind === 'between' ? [rule.from, rule.until] : []));
  return [[...clock.start, ...clock.reopen], clock.stop, ...pauses];
}
