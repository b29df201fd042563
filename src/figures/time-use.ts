import type { RunAccount, TicketAccount, UsedTime } from '../domain/account.ts';
import { TIME_USES } from '../domain/account.ts';
import type { Clock, Policy } from '../domain/policy.ts';
import type { Breakdown } from '../domain/report.ts';
import type { Instant, Millis, Period } from '../domain/time.ts';
import type { ClockTimeUse, RunReference, TimePart, TimeUseFigures, UseOfTime } from '../domain/time-figures.ts';
import type { Outcome, Verdict } from '../domain/verdict.ts';
import { isWithin } from './counted.ts';
import type { Dimension } from './dimension.ts';
import { dimension, dimensionNames } from './dimensions.ts';
import { byName, handOf, keyOf, partyKeyed, type Roll } from './hand.ts';
import {
  byReference,
  emptyLines,
  type KeptLines,
  keepLine,
  listed,
  mergeLines,
  type PlaceOf,
  referenceTo,
} from './kept-lines.ts';
import { seconds } from './lengths.ts';
import { byCodeUnits } from './order.ts';
import { ratio } from './ratio.ts';
import { addStep, emptyStep, mergeStep, type StepTotals, stepFigures } from './steps.ts';

export interface TimeScope extends Roll {
  readonly period?: Period;
  readonly by?: readonly Breakdown[];
  readonly placeOf: PlaceOf;
}

/** So many runs are told one by one for each clock, the longest on the wall. */
const LONGEST = 20;

/** Plain values, whole milliseconds: nothing depends on the order of arrival. */
export interface TimeUseTotals {
  /** By clock id. */
  readonly steps: Map<string, StepTotals>;
  readonly clocks: Map<string, ClockTotals>;
}

interface ClockTotals {
  readonly whole: UseTotals;
  /** Of each dimension, by group. */
  readonly groups: readonly Map<string, UseTotals>[];
  longest: KeptLines<LongRun>;
}

interface UseTotals {
  runs: number;
  open: number;
  leftOut: number;
  wall: Millis;
  /** By use, and of waiting by what for. */
  readonly parts: Map<string, Millis>;
}

interface LongRun extends RunReference {
  readonly outcome: Outcome;
  readonly wall: Millis;
  readonly uses: readonly UsedTime[];
}

export interface TimeUseCollector {
  readonly totals: TimeUseTotals;
  /** One ticket, once; tickets may come in any order. */
  add(account: TicketAccount): void;
  /** Takes over what another collector of the same policy and scope has seen; the parts share no ticket. */
  merge(other: Pick<TimeUseCollector, 'totals'>): void;
  finish(): TimeUseFigures;
}

/**
 * The steps of the chain, and where their time goes. Time is that of the runs that stopped in the period or, at the as-of
 * instant, have not stopped yet: all of it, also what lies before the period. What was cancelled is left out, and what is not
 * known.
 */
export function collectTimeUse(policy: Policy, scope: TimeScope): TimeUseCollector {
  const { period } = scope;
  const dimensions = [...new Set((scope.by ?? usualOf(policy)).map(({ by }) => by))].map((by) =>
    dimension(policy, scope, by),
  );
  const divided = dividedClocks(policy.clocks);
  const totals: TimeUseTotals = { steps: new Map(), clocks: new Map() };

  function stepOf(id: string): StepTotals {
    return madeIn(totals.steps, id, emptyStep);
  }

  function clockOf(id: string): ClockTotals {
    return madeIn(totals.clocks, id, () => ({
      whole: emptyUse(),
      groups: dimensions.map(() => new Map()),
      longest: emptyLines(),
    }));
  }

  function addTime(account: RunAccount): void {
    const { verdict, uses } = account;
    const { whole, groups, longest } = clockOf(verdict.run.clock.id);
    addUse(whole, account);
    for (const [index, each] of dimensions.entries()) {
      const group = keyOf(groupIn(each, verdict));
      addUse(madeIn(groups[index] ?? new Map(), group, emptyUse), account);
    }
    if (uses === undefined || verdict.outcome === 'cancelled') return;
    const { run, outcome } = verdict;
    const line = {
      ...referenceTo(verdict, [run.start?.row, run.stop?.row], scope.placeOf),
      outcome,
      wall: sum(uses),
      uses,
    };
    keepLine(longest, line, byWall, LONGEST);
  }

  return {
    totals,
    add({ runs }) {
      for (const account of runs) {
        const { verdict } = account;
        addStep(stepOf(verdict.run.clock.id), verdict, period);
        if (divided.has(verdict.run.clock.id) && isTold(verdict, period, scope.asOf)) addTime(account);
      }
    },
    merge({ totals: other }) {
      for (const [id, step] of other.steps) mergeStep(stepOf(id), step);
      for (const [id, clock] of other.clocks) {
        const own = clockOf(id);
        mergeUse(own.whole, clock.whole);
        for (const [index, groups] of clock.groups.entries()) {
          for (const [key, use] of groups) mergeUse(madeIn(own.groups[index] ?? new Map(), key, emptyUse), use);
        }
        mergeLines(own.longest, clock.longest, byWall, LONGEST);
      }
    },
    finish() {
      const knowsHolder = policy.records.fields.some(({ field }) => field === 'assignee');
      return {
        ...stepFigures(policy.clocks, totals.steps),
        clocks: policy.clocks
          .filter(({ id }) => divided.has(id))
          .map((clock) => clockUse(clock, clockOf(clock.id), dimensions, { knowsHolder, roll: scope })),
      };
    },
  };
}

/** Where nobody says by what: of what can be done something about. */
function usualOf(policy: Policy): Breakdown[] {
  const known = dimensionNames(policy);
  return ['channel', 'department', 'employee'].filter((name) => known.includes(name)).map((by) => ({ by }));
}

/** A run of another clock lies within one of these: its time would be told twice. */
function dividedClocks(clocks: readonly Clock[]): ReadonlySet<string> {
  const resolutions = clocks.filter(({ kind }) => kind === 'resolution');
  return new Set((resolutions.length > 0 ? resolutions : clocks).map(({ id }) => id));
}

function isTold({ run, decidedAt }: Verdict, period: Period | undefined, asOf: Instant): boolean {
  const start = run.start?.at;
  const endedAt = run.cancelledAt ?? run.stop?.at ?? (run.clock.kind === 'duty' ? decidedAt : undefined);
  if (endedAt !== undefined) return isWithin(period, endedAt);
  return period === undefined || (start !== undefined && start < period.end && period.start <= asOf);
}

/** By what the run was when it stopped, as its length is (S27). */
function groupIn(dimension: Dimension, verdict: Verdict) {
  return dimension.ofLength?.(verdict) ?? dimension.ofVerdict(verdict);
}

function addUse(totals: UseTotals, { verdict, uses }: RunAccount): void {
  if (uses === undefined || verdict.outcome === 'cancelled') {
    totals.leftOut += 1;
    return;
  }
  totals.runs += 1;
  if (verdict.run.stop === undefined && verdict.run.cancelledAt === undefined && verdict.run.clock.kind !== 'duty') {
    totals.open += 1;
  }
  for (const used of uses) {
    totals.wall += used.length;
    const key = partKey(used);
    totals.parts.set(key, (totals.parts.get(key) ?? 0) + used.length);
  }
}

function mergeUse(totals: UseTotals, other: UseTotals): void {
  totals.runs += other.runs;
  totals.open += other.open;
  totals.leftOut += other.leftOut;
  totals.wall += other.wall;
  for (const [key, length] of other.parts) totals.parts.set(key, (totals.parts.get(key) ?? 0) + length);
}

function emptyUse(): UseTotals {
  return { runs: 0, open: 0, leftOut: 0, wall: 0, parts: new Map() };
}

function madeIn<Made>(known: Map<string, Made>, key: string, make: () => Made): Made {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function clockUse(
  { id, title }: Clock,
  { whole, groups, longest }: ClockTotals,
  dimensions: readonly Dimension[],
  { knowsHolder, roll }: { readonly knowsHolder: boolean; readonly roll: Roll },
): ClockTimeUse {
  return {
    ...{ clock: id, title, knowsHolder },
    ...useOfTime(whole),
    groupings: dimensions.map(({ by, compare }, index) => ({
      by,
      groups: [...(groups[index] ?? [])]
        .map(([key, use]) => ({ ...handOf(partyKeyed(key), roll), ...useOfTime(use) }))
        .sort((a, b) => compare?.(a, b) || b.wall - a.wall || byName(a, b)),
    })),
    longest: listed(
      longest,
      byWall,
      ({ uses, wall, ...run }) => ({ ...run, wall: seconds(wall), parts: partsOf(uses, wall) }),
      LONGEST,
    ),
  };
}

function useOfTime({ runs, open, leftOut, wall, parts }: UseTotals): UseOfTime {
  const uses = Array.from(parts, ([key, length]) => ({ ...usedAs(key), length }));
  return { runs, open, leftOut, wall: seconds(wall), parts: partsOf(uses, wall) };
}

function partsOf(uses: readonly UsedTime[], wall: Millis): TimePart[] {
  return uses.toSorted(byUse).map(({ use, waiting, length }) => ({
    use,
    waitingFor: waiting !== undefined && 'for' in waiting ? waiting.for : null,
    rule: waiting !== undefined && 'rule' in waiting ? waiting.rule : null,
    length: seconds(length),
    percent: ratio(length, wall).percent,
  }));
}

function byUse(a: UsedTime, b: UsedTime): number {
  return (
    TIME_USES.indexOf(a.use) - TIME_USES.indexOf(b.use) || b.length - a.length || byCodeUnits(partKey(a), partKey(b))
  );
}

function partKey({ use, waiting }: Pick<UsedTime, 'use' | 'waiting'>): string {
  return JSON.stringify(waiting === undefined ? [use] : [use, waiting]);
}

function usedAs(key: string): Pick<UsedTime, 'use' | 'waiting'> {
  const [use, waiting] = JSON.parse(key) as [UsedTime['use'], UsedTime['waiting']?];
  return waiting === undefined ? { use } : { use, waiting };
}

function sum(uses: readonly UsedTime[]): Millis {
  return uses.reduce((whole, { length }) => whole + length, 0);
}

function byWall(a: LongRun, b: LongRun): number {
  return b.wall - a.wall || byReference(a, b);
}
