import type { Change, ConsequenceChange, MoneyChanges, SumChange } from '../domain/comparison.ts';
import type { BreachRef } from '../domain/consequence.ts';
import type { ConsequenceFigures, ConsequenceLine } from '../domain/consequence-figures.ts';
import { changeOf } from './figure-changes.ts';
import { byCodeUnits } from './order.ts';

/** Amounts add up as whole thousandths: finer than the smallest coin. */
const PARTS = 1000;

/**
 * What follows on both sides; a side that says nothing of it has none. Amounts of different currencies never meet.
 *
 * @param isOther whether a breach is one on one side only, or somebody else's there
 */
export function moneyChanges(
  before: ConsequenceFigures | undefined,
  after: ConsequenceFigures | undefined,
  isOther: (breach: BreachRef) => boolean,
): MoneyChanges | null {
  if (before === undefined && after === undefined) return null;
  const [earlier, later] = [before?.lines ?? [], after?.lines ?? []];
  const sortOf = (line: ConsequenceLine) => [line.kind, line.family, line.consequence, line.proposal, line.currency];
  const ofAll = sums(earlier, later, sortOf).map(({ line, ...sum }): SumChange => ({ ...sortOfLine(line), ...sum }));
  const ofEach = sums(earlier, later, (line) => [line.who, ...sortOf(line)]).filter(
    ({ times, amount }) => times.change !== 0 || (amount.change ?? 0) !== 0,
  );
  return {
    totals: ofAll,
    parties: ofEach
      .map(({ line, ...sum }) => ({ who: line.who, name: line.name, ...sortOfLine(line), ...sum }))
      .sort((a, b) => byCodeUnits(a.kind, b.kind) || byCodeUnits(a.who, b.who)),
    lines: lineChanges(earlier, later, isOther),
  };
}

function sortOfLine({ kind, family, consequence, proposal, currency }: ConsequenceLine) {
  return { kind, family, consequence, proposal, currency };
}

interface Sum {
  readonly line: ConsequenceLine;
  readonly times: Change;
  readonly amount: Change;
}

/** In the order in which each sort first comes up. */
function sums(
  before: readonly ConsequenceLine[],
  after: readonly ConsequenceLine[],
  sortOf: (line: ConsequenceLine) => readonly unknown[],
): Sum[] {
  const keyOf = (line: ConsequenceLine) => JSON.stringify(sortOf(line));
  const [earlier, later] = [Map.groupBy(before, keyOf), Map.groupBy(after, keyOf)];
  const firsts = new Map([...after, ...before].map((line) => [keyOf(line), line]));
  const keys = [...firsts.keys()].sort(byCodeUnits);
  return keys.flatMap((key): Sum[] => {
    const line = firsts.get(key);
    if (line === undefined) return [];
    const [one, other] = [earlier.get(key) ?? [], later.get(key) ?? []];
    const hasAmount = [...one, ...other].some(({ amount }) => amount !== null);
    const amount = hasAmount ? changeOf(total(one), total(other)) : changeOf(null, null);
    return [{ line, times: changeOf(one.length, other.length), amount }];
  });
}

function total(lines: readonly ConsequenceLine[]): number {
  return lines.reduce((sum, { amount }) => sum + Math.round((amount ?? 0) * PARTS), 0) / PARTS;
}

/**
 * Consequences of both sides go together by who bears them, their rule, what they are, and the breach that reached them or, without
 * one, their window; of several alike the first with the first. A breach further on may reach what another one did.
 */
function lineChanges(
  before: readonly ConsequenceLine[],
  after: readonly ConsequenceLine[],
  isOther: (breach: BreachRef) => boolean,
): ConsequenceChange[] {
  const waiting = Map.groupBy(before, keyOf);
  const met: [before: ConsequenceLine | undefined, after: ConsequenceLine | undefined][] = after.map((line) => [
    waiting.get(keyOf(line))?.shift(),
    line,
  ]);
  const gone = [...waiting.values()].flat();
  return [...gone.map((line) => [line, undefined] as const), ...met]
    .flatMap(([one, other]): ConsequenceChange[] => {
      const line = other ?? one;
      if (line === undefined) return [];
      const amount = changeOf(one?.amount, other?.amount);
      const percent = changeOf(one?.percent, other?.percent);
      const isSame = one !== undefined && other !== undefined && isSameAmount(one, other);
      if (isSame) return [];
      const because = [one, other].flatMap((each) => (each === undefined ? [] : refsOf(each).filter(isOther)));
      return [
        {
          change: one === undefined ? 'appears' : other === undefined ? 'disappears' : 'altered',
          kind: line.kind,
          ...{ who: line.who, name: line.name, family: line.family },
          ladder: line.reward ?? line.ladder,
          title: line.title,
          ...{ tier: line.tier, consequence: line.consequence, currency: line.currency },
          ...{ amount, percent, at: line.at, period: line.period, proposal: line.proposal, breach: line.breach },
          because: [...new Map(because.map((ref) => [JSON.stringify(ref), ref])).values()],
        },
      ];
    })
    .sort((a, b) => byCodeUnits(a.kind, b.kind) || byCodeUnits(a.who, b.who) || byCodeUnits(a.at, b.at));
}

function isSameAmount(one: ConsequenceLine, other: ConsequenceLine): boolean {
  return one.amount === other.amount && one.percent === other.percent && one.currency === other.currency;
}

function keyOf(line: ConsequenceLine): string {
  const { kind, who, ladder, reward, tier, consequence, proposal, breach, period } = line;
  return JSON.stringify([kind, who, ladder, reward, tier, consequence, proposal, breach ?? period]);
}

function refsOf({ breach, counted }: ConsequenceLine): BreachRef[] {
  return [...counted, ...(breach === null || counted.includes(breach) ? [] : [breach])].map(
    ({ ticket, clock, cycle }) => ({ ticket, clock, cycle }),
  );
}
