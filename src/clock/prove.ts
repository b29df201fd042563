import { BLANK } from '../domain/event-log.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Clock, Policy } from '../domain/policy.ts';
import type { Proof, ProofEvent, ProofRun, ProofSpan, TargetTrial } from '../domain/proof.ts';
import type { Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { passes } from '../timeline/condition.ts';
import { placeOf } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { type CompiledClock, openTimeFor } from './compile.ts';
import type { ExcludedSpan } from './exclusion-spans.ts';
import type { Judgements } from './judge-ticket.ts';
import { proveGrounds } from './prove-grounds.ts';
import { proveHolders } from './prove-holders.ts';
import { layOut, type Stretch } from './stretches.ts';
import { actorOf } from './trigger.ts';

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
    events: proveEvents(timeline),
    runs: judged.flatMap(({ judgements, verdicts }) =>
      verdicts.map((verdict) => proveRun(verdict, judgements, timeline, scope)),
    ),
  };
}

function proveEvents(timeline: Timeline): ProofEvent[] {
  const events: ProofEvent[] = [];
  for (let step = 0; step < timeline.stepCount; step++) {
    for (let fact = timeline.stepStart[step]!; fact < timeline.stepStart[step + 1]!; fact++) {
      const event = timeline.text(timeline.factEvent[fact]!);
      const actor = timeline.text(actorOf(timeline, fact));
      events.push({
        at: timeline.factAt[fact]!,
        latest: timeline.factLatest[fact]!,
        place: placeOf(timeline.log, timeline.factRow[fact]!),
        ...(event !== '' && { event }),
        ...(actor !== '' && { actor }),
        changes: changesBy(timeline, step, fact),
      });
    }
  }
  return events;
}

/** Fields that the fact's row gives another value; in form tickets the first fact shows them all. */
function changesBy(timeline: Timeline, step: number, fact: number): ProofEvent['changes'] {
  const showsAll = timeline.log.moment === undefined && fact === 0;
  return timeline.log.fields.flatMap(({ field }, index) => {
    const value = timeline.value(step, index);
    if (showsAll) return value === BLANK ? [] : [{ field, value: timeline.text(value) }];
    const isNew = timeline.ownValue(fact, index) !== BLANK && timeline.value(step - 1, index) !== value;
    return isNew ? [{ field, value: timeline.text(value) }] : [];
  });
}

function proveRun(
  verdict: Verdict,
  { clock, exclusions }: Judgements,
  timeline: Timeline,
  { asOf, find, versions }: ProofScope,
): ProofRun {
  const { run } = verdict;
  const version = versions.length < 2 ? undefined : versions.find(({ clocks }) => clocks.includes(run.clock));
  const judgedAt = verdict.decidedAt ?? run.stop?.at ?? asOf;
  const spans = proveSpans(verdict, clock, exclusions, asOf);
  return {
    verdict,
    ...(version !== undefined && { version: versionOf(version) }),
    ...(run.start !== undefined && run.start.row >= 0 && { start: placeOf(timeline.log, run.start.row) }),
    ...(run.stop !== undefined && { stop: placeOf(timeline.log, run.stop.row) }),
    targets: trials(clock.clock, timeline, judgedAt, verdict),
    spans,
    grounds: proveGrounds(verdict, timeline),
    ...proveHolders(run, spans, judgedAt, find, {
      clock,
      timeline,
      asOf,
      effective: undefined,
      until: undefined,
      inForce: { start: -Infinity, end: Infinity },
      exclusions,
      isIncomplete: false,
      isOrderVague: false,
    }),
  };
}

function versionOf({ name, effective }: Policy): NonNullable<ProofRun['version']> {
  return { name, ...(effective !== undefined && { effective }) };
}

function trials(clock: Clock, timeline: Timeline, at: Instant, verdict: Verdict): TargetTrial[] {
  const step = timeline.stepIn(at);
  const tried: TargetTrial[] = [];
  for (const target of clock.targets) {
    const tests = target.when.map((test) => {
      const field = timeline.log.fields.findIndex((column) => column.field === test.field);
      const value = timeline.text(timeline.value(step, field));
      return { test, value, holds: passes(test, value) };
    });
    tried.push({ target, matched: target === verdict.target, tests });
    if (target === verdict.target) break;
  }
  return tried;
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
  const end = run.cancelledAt ?? run.stop?.at ?? (clock.clock.kind === 'duty' ? verdict.decidedAt : undefined) ?? asOf;
  if (start === undefined || end <= start) return [];

  const pauses = run.pauses.map((pause) => ({ ...pause, end: Math.min(pause.end, end) }));
  const openTime = openTimeFor(clock, verdict.target);
  const spans: ProofSpan[] = [];
  let total = 0;
  for (const stretch of layOut(start, pauses, exclusions, run.gaps)) {
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
      const rules = run.pauses[stretch.source]?.rules ?? [];
      return { why: 'pause', detail: rules.map((rule) => describePause(run.clock, rule)).join(', ') };
    }
    default:
      return { why: 'between-rounds' };
  }
}

/** In the policy's own words. */
function describePause({ pause }: Clock, rule: number): string {
  const described = pause[rule];
  if (described === undefined) return '';
  if (described.kind === 'between') {
    const events = described.from.map((trigger) => (trigger.kind === 'event' ? trigger.event : trigger.kind));
    return events.join(' / ');
  }
  return described.when
    .map((test) =>
      test.kind === 'one-of'
        ? `${test.field}: ${test.values.join(' / ')}`
        : `${test.field} ${test.operator} ${test.value}`,
    )
    .join(', ');
}
