import { formatInstant } from '../calendar/stamps.ts';
import type { BreachRef, Consequence } from '../domain/consequence.ts';
import type { ConsequenceLine, Family } from '../domain/consequence-figures.ts';
import type { ConsequenceRules, Ladder } from '../domain/consequence-rules.ts';
import type { Policy } from '../domain/policy.ts';
import type { Millis } from '../domain/time.ts';
import { seconds } from './lengths.ts';

/** What lines are written by. */
export interface Ledger {
  readonly policy: Pick<Policy, 'consequences' | 'currency'>;
  /** Decimals of the currency's amounts: 2 of CNY, 0 of JPY. */
  readonly minorDigits: number;
  /** How far over a breach was; `undefined`: not known. */
  readonly overOf: (breach: BreachRef) => Millis | undefined;
}

/** In a window without an end every consequence counts all that went before: together the square of their number. */
const LISTED = 200;

/** The consequence record of each consequence, in their order. */
export function consequenceLines(consequences: readonly Consequence[], ledger: Ledger): ConsequenceLine[] {
  const { consequences: rules, currency } = ledger.policy;
  const unit = 10 ** ledger.minorDigits;
  return consequences.map((consequence): ConsequenceLine => {
    const { amount, share, cappedBy, breach, isMoney } = consequence;
    const family = familyOf(consequence, rules);
    const ladder = rules.ladders.find(({ id }) => id === consequence.ladder);
    const major = (minor: number) => (isMoney ? minor / unit : minor);
    const over = breach && ledger.overOf(breach);
    const { counted } = consequence;
    return {
      family,
      who: consequence.who,
      name: consequence.whoName ?? null,
      kind: consequence.kind,
      ladder: family === 'reward' ? 'rewards' : consequence.ladder,
      reward: family === 'reward' ? consequence.ladder : null,
      title: consequence.title,
      tier: consequence.tier,
      consequence: consequence.consequence,
      amount: amount === undefined ? null : major(amount),
      currency: isMoney && amount !== undefined ? (currency ?? null) : null,
      percent: share === undefined ? null : share / 100,
      base: consequence.base === undefined ? null : major(consequence.base),
      quantity: consequence.quantity ?? null,
      at: formatInstant(consequence.at),
      period: consequence.window.label,
      count: thousandths(consequence.count),
      counts: family === 'penalty' && ladder !== undefined ? countsOf(ladder) : null,
      countsOf: family === 'penalty' && ladder !== undefined ? sortsOf(ladder) : [],
      lines: (family === 'reward' && rules.rewards.find(({ id }) => id === consequence.ladder)?.lines) || [],
      breach: breach ?? null,
      over: over === undefined ? null : seconds(over),
      counted: counted.slice(-LISTED),
      countedBefore: Math.max(0, counted.length - LISTED),
      facts: (consequence.facts ?? []).map(({ what, at, reason }) => ({ what, at: formatInstant(at), reason })),
      proposal: consequence.isProposal,
      until: consequence.until === undefined ? null : formatInstant(consequence.until),
      raised: consequence.raisedBy === undefined ? null : major(consequence.raisedBy),
      // Where no amount is known the cap was one of the share, in basis points.
      capped: cappedBy === undefined ? null : amount === undefined ? cappedBy / 100 : major(cappedBy),
    };
  });
}

/** A consequence bears the id of its ladder or reward; the policy reader has refused two of one id. */
function familyOf({ ladder }: Consequence, { rewards }: ConsequenceRules): Family {
  if (ladder === 'compensation' || ladder === 'liability') return ladder;
  return rewards.some(({ id }) => id === ladder) ? 'reward' : 'penalty';
}

function countsOf({ count }: Ladder): ConsequenceLine['counts'] {
  return count.kind === 'breaches' && count.weights.size > 0 ? 'weighted' : count.kind;
}

function sortsOf({ count }: Ladder): readonly string[] {
  if (count.kind === 'consequences') return count.of;
  return count.kind === 'breaches' || count.kind === 'overtime' ? count.filter.severities : [];
}

/** Up to three decimals, as all numbers of a report. */
function thousandths(number: number): number {
  return Math.round(number * 1000) / 1000;
}
