import type { Instant, Span } from '../domain/time.ts';
import type { Run, Verdict } from '../domain/verdict.ts';

/**
 * When a ticket was open, as it stands now: from its creation until every clock of kind resolution that had begun was stopped
 * in its last round, or one was cancelled; again from a reopening on. In order; the end of the last is Infinity where it still is.
 * `undefined`: no clock of kind resolution applies to it, so nobody can say.
 */
export function openSpans(verdicts: readonly Verdict[], createdAt: Instant): Span[] | undefined {
  let runs = 0;
  let last: Run | undefined;
  for (const { run } of verdicts) {
    if (run.clock.kind !== 'resolution') continue;
    runs++;
    last = run;
  }
  if (last === undefined) return undefined;
  const plain = runs === 1 && last.gaps.length === 0 ? plainSpan(last, createdAt) : undefined;
  return plain ?? spansOf(stretchesOf(verdicts, createdAt), createdAt);
}

function stretchesOf(verdicts: readonly Verdict[], createdAt: Instant): Stretch[] {
  const runs = verdicts.map(({ run }) => run).filter(({ clock }) => clock.kind === 'resolution');
  return runs.map((run): Stretch => {
    const start = run.start?.at ?? run.stop?.at ?? createdAt;
    const end = run.stop?.at ?? Infinity;
    return {
      clock: run.clock.id,
      cycle: run.cycle,
      start,
      end,
      cancelledAt: run.stop === undefined ? (run.cancelledAt ?? Infinity) : Infinity,
      gaps: run.gaps,
    };
  });
}

/** When one of them was running, from the ticket's creation on. */
export function spansOf(stretches: readonly Stretch[], createdAt: Instant): Span[] {
  const turns = stretches.flatMap(({ start, end, cancelledAt, gaps }) => [
    ...[start, end, cancelledAt],
    ...gaps.flatMap((gap) => [gap.start, gap.end]),
  ]);
  const spans: { start: Instant; end: Instant }[] = [];
  for (const at of [...new Set([createdAt, ...turns])].sort((a, b) => a - b)) {
    if (at < createdAt || at === Infinity) continue;
    const last = spans.at(-1);
    const wasOpen = last?.end === Infinity;
    if (isOpen(stretches, at) === wasOpen) continue;
    if (wasOpen && last !== undefined) last.end = at;
    else spans.push({ start: at, end: Infinity });
  }
  return spans;
}

/** Of one run that was neither reopened nor cancelled nor stopped before it began: most tickets have no other. */
function plainSpan({ start, stop, cancelledAt }: Run, createdAt: Instant): Span[] | undefined {
  if (stop === undefined) return cancelledAt === undefined ? [{ start: createdAt, end: Infinity }] : undefined;
  if (start !== undefined && start.at > stop.at) return undefined;
  return stop.at > createdAt ? [{ start: createdAt, end: stop.at }] : [];
}

/** A run of a clock of kind resolution. `end`: its last stop; Infinity: none. */
export interface Stretch extends Span {
  /** Its id, or its number. */
  readonly clock: string | number;
  readonly cycle: number;
  readonly cancelledAt: Instant;
  readonly gaps: readonly Span[];
}

/** At the instant and just after it. */
function isOpen(stretches: readonly Stretch[], at: Instant): boolean {
  const current = new Map<Stretch['clock'], Stretch>();
  for (const stretch of stretches) {
    if (stretch.start > at) continue;
    const other = current.get(stretch.clock);
    if (other === undefined || other.cycle < stretch.cycle) current.set(stretch.clock, stretch);
  }
  const last = [...current.values()];
  if (last.some(({ cancelledAt }) => cancelledAt <= at)) return false;
  return !(
    last.length > 0 && last.every(({ end, gaps }) => end <= at || gaps.some((gap) => gap.start <= at && at < gap.end))
  );
}

/** The resolution as it stands, Infinity where there is none: a ticket that was open and is so no more. */
export function closedAt(spans: readonly Span[] | undefined, createdAt: Instant): Instant {
  if (spans === undefined) return Infinity;
  return spans.at(-1)?.end ?? createdAt;
}
