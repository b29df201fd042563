import { formatInstant } from '../calendar/stamps.ts';
import type { Flip, FlipKind, FlipSide, VerdictChanges, Why, WhyKind } from '../domain/comparison.ts';
import type { BreachRef } from '../domain/consequence.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant, Millis, Period } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isBreach } from './breaches.ts';
import { isCounted } from './counted.ts';
import { reasonsOf } from './flip-reasons.ts';
import { seconds } from './lengths.ts';
import { byCodeUnits } from './order.ts';

/** One of the two policies, and how the rows of its export are called. */
export interface ComparedPolicy {
  readonly policy: Policy;
  readonly period: Period | undefined;
  readonly placeOf: (row: number) => string | undefined;
}

/** The verdicts of both policies on one ticket; absent: it is not among the tickets of that one. */
export interface TicketPair {
  readonly ticket: string;
  readonly before: readonly Verdict[] | undefined;
  readonly after: readonly Verdict[] | undefined;
}

export interface VerdictComparer {
  /** Tickets in the order of their ids: of very many changes the first are listed. */
  add(pair: TicketPair): void;
  finish(): VerdictChanges;
  /** Whether a breach, of whatever time, is one under one policy only, or another there: somebody else's, or of another severity. */
  isOther(breach: BreachRef): boolean;
}

/** More nobody goes through one by one. */
const MOST_FLIPS = 20_000;

/** Reasons of which what stands on both sides is the same for many runs, and is told with them. */
const GROUPED: readonly WhyKind[] = [
  'clock-only',
  'target',
  'change',
  'calendar',
  'reopen',
  'response',
  'boundary',
  'still-open',
  'month',
  'precision',
  'charge',
  'severity',
  'excuse',
];

/** Holds two policies' verdicts on the same runs against each other: a run is told by its ticket, clock and cycle. */
export function compareVerdicts(
  before: ComparedPolicy,
  after: ComparedPolicy,
  most: number = MOST_FLIPS,
): VerdictComparer {
  const others = new Set<string>();
  const whys = new Map<string, { why: Why; verdicts: number; more: number; fewer: number }>();
  const flips: Flip[] = [];
  let [compared, changed] = [0, 0];

  function addRun(ticket: TicketPair, one: Verdict | undefined, other: Verdict | undefined): void {
    const known = other ?? one;
    if (known === undefined) return;
    const { clock, cycle } = known.run;
    const ref = { ticket: ticket.ticket, clock: clock.id, cycle };
    if (isOtherBreach(one, other)) others.add(keyOf(ref));
    const [mine, theirs] = [counted(one, before), counted(other, after)];
    if (mine === undefined && theirs === undefined) return;
    compared += 1;
    const flip = flipOf(clock.id, mine, theirs);
    if (flip === undefined) return;
    changed += 1;
    const reasons = reasonsOf(
      clock.id,
      judged(before, one, mine !== undefined, ticket.before),
      judged(after, other, theirs !== undefined, ticket.after),
    );
    for (const reason of reasons) count(reason, flip);
    if (flips.length >= most) return;
    flips.push({ ...ref, flip, before: sideOf(mine), after: sideOf(theirs), whys: reasons, lines: linesOf(known) });
  }

  /** What of a clock that only one policy has is no breach is no change: there is nothing to hold it against. */
  function flipOf(clock: string, one: Verdict | undefined, other: Verdict | undefined): FlipKind | undefined {
    const [wasBroken, isBroken] = [one?.outcome === 'breached', other?.outcome === 'breached'];
    if (wasBroken !== isBroken) return isBroken ? 'more' : 'fewer';
    if (one === undefined || other === undefined)
      return hasClock(before, clock) && hasClock(after, clock) ? 'outcome' : undefined;
    if (one.outcome !== other.outcome) return 'outcome';
    if (!isBroken) return undefined;
    if (one.charged?.to !== other.charged?.to || one.charged?.kind !== other.charged?.kind) return 'hands';
    return one.severity === other.severity ? undefined : 'severity';
  }

  function linesOf({ run }: Verdict): string[] {
    const places = [run.start, run.stop].flatMap((moment) =>
      moment === undefined ? [] : (after.placeOf(moment.row) ?? []),
    );
    return [...new Set(places)];
  }

  function count(why: Why, flip: FlipKind): void {
    const told = GROUPED.includes(why.kind) ? why : { kind: why.kind, before: null, after: null };
    const key = JSON.stringify(told);
    const known = whys.get(key) ?? { why: told, verdicts: 0, more: 0, fewer: 0 };
    whys.set(key, known);
    known.verdicts += 1;
    if (flip === 'more' || flip === 'fewer') known[flip] += 1;
  }

  return {
    add(ticket) {
      const [earlier, later] = [byRun(ticket.before), byRun(ticket.after)];
      for (const key of new Set([...earlier.keys(), ...later.keys()])) addRun(ticket, earlier.get(key), later.get(key));
    },
    finish: () => ({
      compared,
      changed,
      whys: [...whys.values()]
        .map(({ why, ...counts }) => ({ ...why, ...counts }))
        .sort((a, b) => b.verdicts - a.verdicts || byCodeUnits(JSON.stringify(a), JSON.stringify(b))),
      flips: flips.toSorted(byTicket),
      leftOut: changed - flips.length,
    }),
    isOther: (breach) => others.has(keyOf(breach)),
  };
}

function byTicket(a: Flip, b: Flip): number {
  return byCodeUnits(a.ticket, b.ticket) || byCodeUnits(a.clock, b.clock) || a.cycle - b.cycle;
}

function byRun(verdicts: readonly Verdict[] = []): Map<string, Verdict> {
  return new Map(verdicts.map((verdict) => [JSON.stringify([verdict.run.clock.id, verdict.run.cycle]), verdict]));
}

function counted(verdict: Verdict | undefined, { period }: ComparedPolicy): Verdict | undefined {
  return verdict !== undefined && isCounted(verdict, period) ? verdict : undefined;
}

function judged(
  { policy }: ComparedPolicy,
  verdict: Verdict | undefined,
  isIn: boolean,
  ticket: readonly Verdict[] | undefined,
) {
  return { policy, ...(verdict !== undefined && { verdict }), isCounted: isIn, hasTicket: ticket !== undefined };
}

function hasClock({ policy: { clocks, earlier } }: ComparedPolicy, id: string): boolean {
  return [clocks, ...earlier.map((version) => version.clocks)].some((all) => all.some((clock) => clock.id === id));
}

function isOtherBreach(one: Verdict | undefined, other: Verdict | undefined): boolean {
  const said = (verdict: Verdict | undefined) =>
    verdict !== undefined && isBreach(verdict)
      ? JSON.stringify([verdict.outcome, verdict.charged?.kind, verdict.charged?.to, verdict.severity, verdict.over])
      : '';
  return said(one) !== said(other);
}

function keyOf({ ticket, clock, cycle }: BreachRef): string {
  return JSON.stringify([ticket, clock, cycle]);
}

function sideOf(verdict: Verdict | undefined): FlipSide | null {
  if (verdict === undefined) return null;
  const { charged } = verdict;
  const isCharged = isBreach(verdict);
  return {
    outcome: verdict.outcome,
    target: verdict.target?.id ?? null,
    startedAt: stamp(verdict.run.start?.at),
    dueAt: stamp(verdict.dueAt),
    stoppedAt: stamp(verdict.run.stop?.at),
    elapsed: length(verdict.elapsed),
    within: length(verdict.within),
    over: length(verdict.over),
    paused: length(verdict.paused),
    excluded: length(verdict.excluded),
    severity: verdict.severity ?? null,
    chargedTo: (isCharged && charged?.to) || '',
    ...(isCharged && charged?.name !== undefined && { chargedName: charged.name }),
    chargedKind: isCharged ? (charged?.kind ?? null) : null,
  };
}

function stamp(at: Instant | undefined): string | null {
  return at === undefined ? null : formatInstant(at);
}

function length(millis: Millis | undefined): number | null {
  return millis === undefined ? null : seconds(millis);
}
