import type { Consequence } from '../domain/consequence.ts';
import type { Compensation, Minor, Rounding, Worth } from '../domain/consequence-rules.ts';
import type { Operator } from '../domain/policy.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Society } from './events.ts';
import { shareOf } from './money.ts';
import { compareFraction } from './standing.ts';

/** A breach that may have to be made good. */
export interface Harm {
  readonly verdict: Verdict;
  readonly settledAt: Instant;
  readonly decidedAt: Instant;
}

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
  harms: readonly Harm[],
  to: 'customer' | 'supplier',
  till: Till,
): Consequence[] {
  return harms.flatMap((harm): Consequence[] => {
    const { verdict } = harm;
    const { charged } = verdict;
    if (to === 'supplier' && charged?.kind !== 'supplier') return [];
    const tier = rules.findIndex((rule) => matches(rule, verdict, till.society));
    const rule = rules[tier];
    if (rule === undefined) return [];
    const stoppedAt = verdict.run.stop?.at ?? verdict.run.cancelledAt;
    if (rule.bands.length > 0 && stoppedAt === undefined && verdict.run.clock.kind !== 'duty') return [];
    const isAtStop = rule.bands.length > 0 && stoppedAt !== undefined;
    const worth = worthOf(rule, verdict.over);
    if (worth === undefined) return [];
    const ref = { ticket: verdict.ticket, clock: verdict.run.clock.id, cycle: verdict.run.cycle };
    const customer = till.customer === undefined ? '' : till.society.field(verdict.fields, till.customer);
    return [
      {
        who: to === 'supplier' ? (charged?.to ?? '') : customer || verdict.ticket,
        kind: to,
        ladder: to === 'supplier' ? 'liability' : 'compensation',
        title: {},
        tier: tier + 1,
        consequence: rule.give,
        ...sumOf(worth, rule, verdict.fields, till),
        ...(worth.quantity !== undefined && { quantity: worth.quantity }),
        at: harm.decidedAt,
        settledAt: isAtStop ? Math.max(harm.settledAt, stoppedAt) : harm.settledAt,
        window: { label: '' },
        count: 1,
        breach: ref,
        counted: [ref],
        isProposal: false,
      },
    ];
  });
}

function matches({ clocks, when, despiteExcuse }: Compensation, verdict: Verdict, society: Society): boolean {
  const isBreach = verdict.outcome === 'breached' || (despiteExcuse && verdict.outcome === 'excused');
  const isClock = clocks.length === 0 || clocks.includes(verdict.run.clock.id);
  return isBreach && isClock && society.holds(when, verdict.fields);
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
