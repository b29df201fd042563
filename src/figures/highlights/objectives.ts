import type { Ratio } from '../../domain/figures.ts';
import type { ObjectiveHighlight, OtherObjectives } from '../../domain/highlights.ts';
import type { Report } from '../../domain/report.ts';
import { reaches } from '../ratio.ts';
import { LEAST } from './thresholds.ts';

/**
 * The objectives that can be told: those missed first, the furthest first, then those reached, the closest first; of equal ones
 * in the order of the policy. One over a single clock that says what the clock's own says is the same objective.
 */
export function objectivesOf({ clocks, objectives }: Pick<Report, 'clocks' | 'objectives'>): ObjectiveHighlight[] {
  const ofClocks = clocks.flatMap(({ clock, title, attainment, objective }) =>
    objective === null ? [] : [{ id: clock, isClock: true, title, kept: attainment, aim: objective.percent }],
  );
  const over = objectives
    .filter(({ clocks: asked, atLeast, share }) => {
      const [only] = asked;
      const own = asked.length === 1 ? ofClocks.find(({ id }) => id === only) : undefined;
      return own === undefined || own.aim !== atLeast || !isSame(own.kept, share);
    })
    .map(({ id, title, share, atLeast }) => ({ id, isClock: false, title, kept: share, aim: atLeast }));
  return [...ofClocks, ...over]
    .filter(({ kept }) => kept.denominator >= LEAST.runs)
    .map((each): ObjectiveHighlight => {
      const needed = Math.ceil((Math.round(each.aim * 1000) * each.kept.denominator) / 100_000);
      const margin = Math.abs(each.kept.numerator - needed);
      return { kind: 'objective', ...each, isReached: reaches(each.kept, each.aim) === true, margin };
    })
    .sort((a, b) => Number(a.isReached) - Number(b.isReached) || (gapOf(a) - gapOf(b)) * (a.isReached ? 1 : -1));
}

/** What is said of the objectives that have no sentence of their own. */
export function otherObjectives(rest: readonly ObjectiveHighlight[]): OtherObjectives | undefined {
  if (rest.length === 0) return undefined;
  const missed = rest.filter(({ isReached }) => !isReached).map(({ id, title }) => ({ id, title }));
  return { kind: 'other-objectives', reached: rest.length - missed.length, missed };
}

/** Percentage points between what was kept and what was aimed for. */
function gapOf({ kept, aim }: ObjectiveHighlight): number {
  return Math.abs((kept.percent ?? 0) - aim);
}

function isSame(one: Ratio, other: Ratio): boolean {
  return one.numerator === other.numerator && one.denominator === other.denominator;
}
