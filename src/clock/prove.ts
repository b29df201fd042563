import type { FindPerson } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { Proof, ProofPause, ProofRun, ProofSpan } from '../domain/proof.ts';
import type { Instant } from '../domain/time.ts';
import type { Moment, Run, Verdict } from '../domain/verdict.ts';
import { placeOf } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type CompiledClock, openTimeFor } from './compile.ts';
import { courtOf } from './court.ts';
import type { ExcludedSpan } from './exclusion-spans.ts';
import { endOf } from './judge-run.ts';
import type { Judgements } from './judge-ticket.ts';
import { asOfStay } from './measure-reading.ts';
import { describePause } from './pause-words.ts';
import { proveEvents } from './prove-events.ts';
import { proveGrounds } from './prove-grounds.ts';
import { proveHolders } from './prove-holders.ts';
import { provePassedOver } from './prove-passed-over.ts';
import { proveTargets } from './prove-targets.ts';
import { reckonedOf } from './reckoned.ts';
import { layOut, pausedFirst, type Stretch, UNPLACED } from './stretches.ts';

/** A clock's judgements with the verdicts made of them, one for one. */
export interface Judged {
  readonly judgements: Judgements;
  readonly verdicts: readonly Verdict[];
}

export interface ProofScope {
  readonly asOf: Instant;
  /** IANA name. */
  readonly timezone: string;
  /** The ticket is one that the policy is about, and something of it had happened by the as-of instant. */
  readonly isIncluded: boolean;
  /** Absent: no roster. */
  readonly find?: FindPerson;
  /** The versions of the policy; a proof names the one that judged only where there are several (S32). */
  readonly versions: readonly Policy[];
}

/** Lays open what the verdicts on one ticket rest on. */
export function prove(timeline: Timeline, judged: readonly Judged[], scope: ProofScope): Proof {
  const { asOf, timezone, versions } = scope;
  const records = versions[0]?.records;
  return {
    ticket: timeline.ticket,
    timezone,
    asOf,
    ...(records !== undefined && { records }),
    isIncluded: scope.isIncluded,
    events: proveEvents(timeline, records, scope.find),
    runs: judged.flatMap(({ judgements, verdicts }) =>
      verdicts.map((verdict) => proveRun(verdict, judgements, timeline, scope)),
    ),
  };
}

function proveRun(
  verdict: Verdict,
  { clock, exclusions }: Judgements,
  timeline: Timeline,
  { asOf, find, versions }: ProofScope,
): ProofRun {
  const { run } = verdict;
  const version = versions.length < 2 ? undefined : versions.find(({ clocks }) => clocks.includes(run.clock));
  const court = courtOf({ clock, exclusions }, timeline, asOf);
  const judgedAt = asOfStay(run, verdict.decidedAt ?? run.stop?.at ?? asOf);
  const spans = proveSpans(verdict, clock, exclusions, asOf);
  const end = endOf(verdict, asOf);
  return {
    verdict,
    ...(version !== undefined && { version: versionOf(version) }),
    ...(run.start !== undefined && run.start.row >= 0 && { start: placeOf(timeline.log, run.start.row) }),
    ...(run.stop !== undefined && { stop: placeOf(timeline.log, run.stop.row) }),
    ...reckonedEnds(run, timeline),
    ...provePassedOver(run, end, clock, timeline, find),
    ...proveTargets(verdict, judgedAt, court, versions),
    spans,
    pauses: provePauses(run, end, timeline),
    grounds: proveGrounds(verdict, timeline),
    ...proveHolders(run, spans, judgedAt, find, court),
  };
}

function reckonedEnds({ start, stop }: Run, timeline: Timeline): Pick<ProofRun, 'startReckoned' | 'stopReckoned'> {
  const reckoned = (moment: Moment | undefined) =>
    moment?.event === undefined ? undefined : reckonedOf(timeline.log, timeline.text(moment.event), moment.row);
  const [startReckoned, stopReckoned] = [reckoned(start), reckoned(stop)];
  return { ...(startReckoned && { startReckoned }), ...(stopReckoned && { stopReckoned }) };
}

/** The pauses of the run, each with the rows that began and ended it. */
function provePauses({ start, clock, pauses }: Run, end: Instant, timeline: Timeline): ProofPause[] {
  const touching = pauses.filter((pause) => pause.start < end && pause.end > (start?.at ?? Infinity));
  return touching.map((pause) => ({
    rules: pause.rules.flatMap((rule) => clock.pause[rule] ?? []),
    start: pause.start,
    ...(pause.end < Infinity && { end: pause.end }),
    began: placeOf(timeline.log, pause.startRow),
    ...(pause.endRow >= 0 && { ended: placeOf(timeline.log, pause.endRow) }),
    isCut: pause.isCut,
  }));
}

function versionOf({ name, effective }: Policy): NonNullable<ProofRun['version']> {
  return { name, ...(effective !== undefined && { effective }) };
}

/** From the start to the stop (or as-of), cut wherever the reason to count or not changes. */
function proveSpans(
  verdict: Verdict,
  clock: CompiledClock,
  exclusions: readonly ExcludedSpan[],
  asOf: Instant,
): ProofSpan[] {
  const { run } = verdict;
  const start = run.start?.at;
  const end = endOf(verdict, asOf);
  if (start === undefined || end <= start) return [];

  const pauses = run.pauses.map((pause) => ({ ...pause, end: Math.min(pause.end, end) }));
  const openTime = openTimeFor(clock, verdict.target);
  const spans: ProofSpan[] = [];
  let total = 0;
  const placed = layOut(start, pauses, exclusions, run.gaps);
  for (const stretch of pausedFirst(placed, openTime, start, run.unplacedPause?.least ?? 0)) {
    if (stretch.start >= end) break;
    for (const service of openTime.spans(stretch.start, Math.min(stretch.end, end))) {
      const counts = stretch.kind === 'counts' && service.open;
      if (counts) total += service.end - service.start;
      const ranOutAt = ranOutWithin(verdict, service.start, service.end);
      const because = reasonFor(stretch, verdict, exclusions);
      spans.push({
        start: service.start,
        end: service.end,
        counts,
        // What the clock was stopped for is only worth saying where it would have run.
        ...(stretch.kind === 'counts' || !service.open
          ? { why: service.reason, ...(service.name !== undefined && { detail: service.name }) }
          : because),
        ...(service.shift !== undefined && { shift: service.shift }),
        total,
        ...(ranOutAt !== undefined && { ranOutAt }),
      });
    }
  }
  return spans;
}

/** The due instant belongs to the span that ends with it: that is where the last of the time was used up. */
function ranOutWithin({ outcome, dueAt }: Verdict, start: Instant, end: Instant): Instant | undefined {
  const isBreach = outcome === 'breached' || outcome === 'excused';
  return isBreach && dueAt !== undefined && start < dueAt && dueAt <= end ? dueAt : undefined;
}

function reasonFor(
  stretch: Stretch,
  { run }: Verdict,
  exclusions: readonly ExcludedSpan[],
): Pick<ProofSpan, 'why' | 'detail'> {
  switch (stretch.kind) {
    case 'exclusion': {
      const reason = exclusions[stretch.source]?.exclusion.exclusion.reason;
      return { why: 'exclusion', ...(reason !== undefined && { detail: reason }) };
    }
    case 'pause': {
      if (stretch.source === UNPLACED)
        return { why: 'unplaced-pause', detail: run.clock.pauseTotals?.join(', ') ?? '' };
      const rules = run.pauses[stretch.source]?.rules ?? [];
      return { why: 'pause', detail: rules.map((rule) => describePause(run.clock, rule)).join(', ') };
    }
    default:
      return { why: 'between-rounds' };
  }
}
