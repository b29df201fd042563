import type { ConsequenceLine, ConsequenceSum } from '../domain/consequence-figures.ts';
import { ACTIONS } from '../domain/consequence-rules.ts';
import { byCodeUnits } from './order.ts';

const FAMILIES: readonly ConsequenceLine['family'][] = ['penalty', 'liability', 'compensation', 'reward'];
const SORTS: readonly string[] = ['fine', 'bonus', 'points', ...ACTIONS];
/** Amounts add up as whole thousandths: finer than the smallest coin, and than the parts of a point. */
const PARTS = 1000;

/** One sum for each sort of consequence: money, then points, then actions, and what is only proposed behind what is done. */
export function sumsOf(lines: readonly ConsequenceLine[]): ConsequenceSum[] {
  const sorts = Map.groupBy(lines, (line) => JSON.stringify([line.family, line.proposal, line.consequence]));
  return [...sorts.values()].map(sumOf).sort(inOrder);
}

function sumOf(lines: readonly ConsequenceLine[]): ConsequenceSum {
  const known = lines.flatMap(({ amount }) => (amount === null ? [] : [Math.round(amount * PARTS)]));
  const { family, consequence, proposal } = lines[0]!;
  return {
    family,
    consequence,
    proposal,
    times: lines.length,
    amount: known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0) / PARTS,
    currency: lines.find(({ currency }) => currency !== null)?.currency ?? null,
    percents: lines.flatMap(({ amount, percent }) => (amount === null && percent !== null ? [percent] : [])),
  };
}

function inOrder(a: ConsequenceSum, b: ConsequenceSum): number {
  return (
    FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) ||
    Number(a.proposal) - Number(b.proposal) ||
    rankOf(a) - rankOf(b) ||
    byCodeUnits(a.consequence, b.consequence)
  );
}

/** What is given in the policy's own words comes last. */
function rankOf({ consequence }: ConsequenceSum): number {
  const rank = SORTS.indexOf(consequence);
  return rank < 0 ? SORTS.length : rank;
}
