import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Clock } from '../domain/policy.ts';
import type { Instant, Span } from '../domain/time.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock } from './compile.ts';
import type { Court, Judgement } from './court.ts';
import { type ExcludedSpan, findExclusions } from './exclusion-spans.ts';
import { findingsOf } from './findings.ts';
import { isPlainFor } from './judge-plainly.ts';
import { kinds } from './kinds/kinds.ts';
import { findPauses } from './pauses.ts';
import { onShift } from './shifts.ts';
import { canStart } from './trace-runs.ts';
import { isOrderVague } from './vague-order.ts';

/** One clock's verdicts on one ticket, and what was found on the way. */
export interface Judgements {
  readonly clock: CompiledClock;
  readonly judgements: readonly Judgement[];
  readonly exclusions: readonly ExcludedSpan[];
  readonly findings: readonly Diagnostic<Code>[];
}

/** What holds for every ticket. */
export interface Circumstances {
  readonly asOf: Instant;
  /** The policy is in force from then on; absent: always. */
  readonly effective: Instant | undefined;
  /** No longer in force from then on, though no other version is; absent: for ever. */
  readonly until: Instant | undefined;
  /** Only runs that started in it are judged: those of other versions are theirs (S32). */
  readonly inForce: Span;
  /** Codes of tickets of which rows were set aside. */
  readonly incomplete: ReadonlySet<number>;
  /** All runs are judged the long way, which must come to the same. */
  readonly isThorough: boolean;
}

/**
 * Holds one ticket's timeline against one clock.
 *
 * @param written how many records the earlier versions of the policy wrote of this clock; absent: there are none
 */
export function judgeTicket(
  compiled: CompiledClock,
  timeline: Timeline,
  circumstances: Circumstances,
  written?: number,
): Judgements {
  if (!canStart(compiled, timeline)) return { clock: compiled, judgements: NONE, exclusions: NONE, findings: NONE };
  const clock = onShift(compiled, timeline);
  const pauses = findPauses(clock.pause, timeline, clock.clock.maxPause);
  const exclusions = clock.exclusions.length === 0 ? NONE : findExclusions(clock.exclusions, timeline);
  const isIncomplete = circumstances.incomplete.has(timeline.ticketCode);
  const court: Court = {
    clock,
    timeline,
    asOf: circumstances.asOf,
    effective: circumstances.effective,
    until: circumstances.until,
    inForce: circumstances.inForce,
    exclusions,
    isIncomplete,
    isOrderVague: isOrderVague(clock, timeline),
    isPlain: !circumstances.isThorough && !isIncomplete && isPlainFor(clock, timeline),
  };
  const judgements = numberedOn(written, clock.clock, kinds[clock.clock.kind](court, pauses.spans));
  return { clock, judgements, exclusions, findings: findingsOf(court, judgements, pauses) };
}

const NONE: readonly never[] = [];

/**
 * A duty's cycles are its intervals, and where a reset forgives kept rounds they are the records that remain: neither can be told
 * from the part of one version alone, and they go on from those of the versions before. Elsewhere a cycle is a round.
 */
function numberedOn(written: number | undefined, clock: Clock, judgements: readonly Judgement[]): readonly Judgement[] {
  const isRound = clock.kind !== 'duty' && clock.reset.length === 0 && clock.reopen?.rule !== 'reset';
  if (written === undefined || isRound) return judgements;
  return judgements.map((each, index) => ({ ...each, run: { ...each.run, cycle: written + index + 1 } }));
}
