import type { Objective, Policy } from '../domain/policy.ts';
import type { ObjectiveFigures, Ratio } from '../domain/report.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { Period } from '../domain/time.ts';
import { OUTCOMES, type Verdict } from '../domain/verdict.ts';
import { isCountedIn } from './blocks/counted-in.ts';
import { isCounted, isWithin } from './counted.ts';
import type { BlockTexts, Dimension } from './dimension.ts';
import { dimension } from './dimensions.ts';
import { byCodeUnits } from './order.ts';
import type { Desk, Party } from './party.ts';
import { gapTo, ratio, reaches } from './ratio.ts';
import { partyCoder } from './tables/group-codes.ts';

/** How many runs kept an objective, how many failed it, and how many are neither because they were excused. */
interface Tally {
  kept: number;
  failed: number;
  excused: number;
}

/** Plain values: they merge by adding. */
export interface ObjectiveTotals extends Tally {
  /** By the names of each of the objective's dimensions, in their order. */
  readonly groups: readonly Map<string, Tally>[];
}

/** An objective with the ways to divide it. */
export interface ObjectivePart {
  readonly objective: Objective;
  readonly divisions: readonly Dimension[];
}

/** Throws RangeError for an unknown name in `by`: the policy's reader checks first. */
export function objectiveParts(policy: Policy, scope: Omit<Desk, 'fields'>): ObjectivePart[] {
  return policy.objectives.map((objective) => ({
    objective,
    divisions: [...new Set(objective.by)].map((name) => dimension(policy, scope, name)),
  }));
}

export function emptyObjective({ divisions }: ObjectivePart): ObjectiveTotals {
  return { ...emptyTally(), groups: divisions.map(() => new Map()) };
}

function emptyTally(): Tally {
  return { kept: 0, failed: 0, excused: 0 };
}

/**
 * Adds a run to an objective it concerns.
 *
 * @param holds whether the objective's condition holds for the run's fields
 */
export function addToObjective(
  totals: ObjectiveTotals,
  { objective, divisions }: ObjectivePart,
  verdict: Verdict,
  period: Period | undefined,
  holds: (values: readonly string[]) => boolean,
): void {
  if (!objective.clocks.includes(verdict.run.clock.id) || !holds(verdict.fields)) return;
  const counted = countedAs(objective, verdict);
  if (counted === undefined || !isOfPeriod(objective, verdict, period)) return;
  totals[counted] += 1;
  for (const [index, division] of divisions.entries()) {
    tallyOf(totals.groups[index], division.ofVerdict(verdict).name)[counted] += 1;
  }
}

/**
 * Adds the runs of blocks to an objective without a length of its own: for that runs have milestones, which no block has.
 *
 * @param holds whether the objective's condition holds for the fields that stand in a block
 */
export function objectiveOfBlocks(
  totals: ObjectiveTotals,
  { objective, divisions }: ObjectivePart,
  { texts, period, holds }: ObjectiveScope,
): (block: RunBlock) => void {
  const isConcerned = texts.clocks.map(({ id }) => objective.clocks.includes(id));
  const groups = divisions.map((division, index) => {
    const tallies: Tally[] = [];
    const parties = partyCoder();
    const numberOf = (party: Party) => {
      const number = parties.codeOf(party);
      tallies[number] ??= tallyOf(totals.groups[index], party.name);
      return number;
    };
    return { tallies, dimension: division.ofBlocks({ ...texts, numberOf }) };
  });
  return (block) => {
    for (let run = 0; run < block.runs; run++) {
      const clock = block.clock[run]!;
      if (!isConcerned[clock] || !holds(block, block.fields[run]!)) continue;
      const counted = block.outcome[run] === MET ? 'kept' : block.outcome[run] === BREACHED ? 'failed' : undefined;
      if (counted === undefined || !isCountedIn(block, run, texts.clocks[clock]!, period)) continue;
      totals[counted] += 1;
      for (const { tallies, dimension: own } of groups) tallies[own.ofRun(block, run)]![counted] += 1;
    }
  };
}

export interface ObjectiveScope {
  readonly texts: BlockTexts;
  readonly period: Period | undefined;
  readonly holds: (block: RunBlock, fields: number) => boolean;
}

const MET = OUTCOMES.indexOf('met');
const BREACHED = OUTCOMES.indexOf('breached');

function tallyOf(groups: Map<string, Tally> | undefined, name: string): Tally {
  const tally = groups?.get(name) ?? emptyTally();
  groups?.set(name, tally);
  return tally;
}

/**
 * Whether a run kept the objective's own length, whatever its target; without one, whether it met its target.
 * `undefined`: neither yet, or never: still within it, undecided or cancelled (S29). Excused is neither, and told.
 */
function countedAs({ within }: Objective, { outcome, run, elapsed, bounds }: Verdict): keyof Tally | undefined {
  if (outcome === 'excused') return outcome;
  if (within === undefined) return outcome === 'met' ? 'kept' : outcome === 'breached' ? 'failed' : undefined;
  if (outcome === 'cancelled') return undefined;
  const least = elapsed ?? bounds?.best;
  const most = elapsed ?? bounds?.worst;
  if (least === undefined || most === undefined) return undefined;
  if (least > within) return 'failed';
  return run.stop !== undefined && most <= within ? 'kept' : undefined;
}

/** With a length of its own a run is decided when it stops or passes that length, once and for all (S27). */
function isOfPeriod({ within }: Objective, verdict: Verdict, period: Period | undefined): boolean {
  if (within === undefined || verdict.outcome === 'excused') return isCounted(verdict, period);
  const passed = verdict.milestones?.find(({ length }) => length === within)?.passedAt;
  return isWithin(period, passed ?? verdict.run.stop?.at);
}

export function mergeObjective(totals: ObjectiveTotals, other: ObjectiveTotals): void {
  addTally(totals, other);
  for (const [index, groups] of totals.groups.entries()) {
    for (const [name, more] of other.groups[index] ?? []) addTally(tallyOf(groups, name), more);
  }
}

function addTally(tally: Tally, more: Tally): void {
  tally.kept += more.kept;
  tally.failed += more.failed;
  tally.excused += more.excused;
}

export function objectiveFigures({ objective, divisions }: ObjectivePart, totals: ObjectiveTotals): ObjectiveFigures {
  const shareOf = ({ kept, failed }: Tally): Ratio => ratio(kept, kept + failed);
  const share = shareOf(totals);
  return {
    id: objective.id,
    title: objective.title,
    clocks: objective.clocks,
    within: objective.within === undefined ? null : objective.within / 1000,
    atLeast: objective.atLeast,
    share,
    excused: totals.excused,
    reached: reaches(share, objective.atLeast),
    gap: gapTo(share, objective.atLeast),
    groups: divisions.flatMap(({ by }, index) =>
      [...(totals.groups[index] ?? [])]
        .sort(([a], [b]) => byCodeUnits(a, b))
        .map(([name, tally]) => {
          const ofGroup = shareOf(tally);
          return {
            ...{ by, name, share: ofGroup, excused: tally.excused },
            ...{ reached: reaches(ofGroup, objective.atLeast), gap: gapTo(ofGroup, objective.atLeast) },
          };
        }),
    ),
  };
}
