import type { Consequence } from '../domain/consequence.ts';
import type { Compensation, Minor, Rounding, Worth } from '../domain/consequence-rules.ts';
import type { Operator } from '../domain/policy.ts';
import type { Millis } from '../domain/time.ts';
import type { Breach } from './breach.ts';
import type { Society } from './events.ts';
import { shareOf } from './money.ts';
import { compareFraction } from './standing.ts';

export interface Till {
  readonly society: Society;
  readonly rounding: Rounding;
  /** The field that names the customer, where there is one. */
  readonly customer: string | undefined;
  /** What a cell with a sum of money says, in minor units; `undefined`: nothing that is one. */
  readonly amountIn: (cell: string) => Minor | undefined;
}

/**
 * What each breach costs, by the first rule that matches. A rule with bands falls due when the run stops, for before nobody
 * knows how late it will be; any other when the time ran out.
 */
export function compensate(
  rules: readonly Compensation[],
  breaches: readonly Breach[],
  to: 'customer' | 'supplier',
  till: Till,
): Consequence[] {
  return breaches.flatMap((breach): Consequence[] => {
    const { charged, ref, stoppedAt } = breach;
    if (to === 'supplier' && charged?.kind !== 'supplier') return [];
    const tier = rules.findIndex((rule) => matches(rule, breach, till.society));
    const rule = rules[tier];
    if (rule === undefined) return [];
    if (rule.bands.length > 0 && stoppedAt === undefined && !breach.isDuty) return [];
    const isAtStop = rule.bands.length > 0 && stoppedAt !== undefined;
    const worth = worthOf(rule, breach.over);
    if (worth === undefined) return [];
    const customer = till.customer === undefined ? '' : till.society.field(breach.fields, till.customer);
    return [
      {
        who: to === 'supplier' ? (charged?.to ?? '') : customer || ref.ticket,
        kind: to,
        ladder: to === 'supplier' ? 'liability' : 'compensation',
        title: {},
        tier: tier + 1,
        consequence: rule.give,
        ...sumOf(worth, rule, breach.fields, till),
        ...(worth.quantity !== undefined && { quantity: worth.quantity }),
        at: breach.decidedAt,
        settledAt: isAtStop ? Math.max(breach.settledAt, stoppedAt) : breach.settledAt,
        window: { label: '' },
        count: 1,
        breach: ref,
        counted: [ref],
        isProposal: false,
      },
    ];
  });
}

function matches({ clocks, when, despiteExcuse }: Compensation, breach: Breach, society: Society): boolean {
  const isClock = clocks.length === 0 || clocks.includes(breach.ref.clock);
  return (!breach.isExcused || despiteExcuse) && isClock && society.holds(when, breach.fields);
}

/** `undefined`: it is not late enough for any band, and nothing is given otherwise. */
function worthOf({ bands, worth }: Compensation, over: Millis | undefined): Worth | undefined {
  const band = bands.find(({ operator, over: limit }) => over !== undefined && isBeyond(over, operator, limit));
  if (band !== undefined) return band.worth;
  return bands.length > 0 && Object.keys(worth).length === 0 ? undefined : worth;
}

function isBeyond(over: Millis, operator: Operator, limit: Millis): boolean {
  return compareFraction({ numerator: over, denominator: 1 }, operator, limit);
}

/** The share of a sum that nobody knows stays a share: 10 % of the next purchase. */
function sumOf(
  { amount, share, of }: Worth,
  { cap, atLeast }: Compensation,
  values: readonly string[],
  { society, rounding, amountIn }: Till,
): Pick<Consequence, 'amount' | 'share' | 'base' | 'isMoney' | 'cappedBy' | 'raisedBy'> {
  const base = of === undefined || share === undefined ? undefined : amountIn(society.field(values, of));
  const due = amount ?? (base === undefined || share === undefined ? undefined : shareOf(base, share, rounding));
  if (due === undefined) return { ...(share !== undefined && { share }), isMoney: share !== undefined };
  const given = Math.min(Math.max(due, atLeast ?? 0), cap ?? Infinity);
  return {
    amount: given,
    isMoney: true,
    ...(share !== undefined && { share }),
    ...(amount === undefined && base !== undefined && { base }),
    ...(given < due && { cappedBy: due - given }),
    ...(given > due && { raisedBy: given - due }),
  };
}
