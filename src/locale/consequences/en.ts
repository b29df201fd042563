import type { ConsequenceLine, NoFile } from '../../domain/consequence-figures.ts';
import type { Action, Countable, Per, RewardLine } from '../../domain/consequence-rules.ts';
import type { Operator } from '../../domain/policy.ts';
import { COUNT } from '../count.ts';

const ACTIONS: Readonly<Record<Action, string>> = {
  oral_warning: 'oral warning',
  written_warning: 'written warning',
  self_review: 'written self-review',
  training: 'training',
  exam: 'exam',
  exam_failed: 'exam failed',
  promotion_bar: 'bar to promotion',
  reassignment_review: 'review of reassignment',
  suspension: 'suspension',
  dismissal_review: 'review of dismissal',
  notice: 'notice',
  commendation: 'commendation',
};

/** What follows from breaches, in English. `rules` has the same of a policy. */
export const consequencesInEnglish = {
  /** With the currency's own number of digits. */
  money: (amount: number, currency: string): string => {
    const { maximumFractionDigits: digits = 2 } = inCurrency('en-US', currency).resolvedOptions();
    const number = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return `${currency} ${number.format(amount)}`;
  },
  points: (points: string): string => (points === '1' ? '1 point' : `${points} points`),
  /** Money that is known, and shares of which nobody knows what they are of. */
  and: (parts: readonly string[]): string => parts.join(' and '),
  times: (times: number): string => (times === 1 ? 'once' : `${times} times`),
  many: (what: string, times: number): string => `${what} (${times})`,

  /** What a ladder brings … */
  brought: {
    fine: 'fine',
    bonus: 'bonus withheld',
    points: 'points off',
    ...ACTIONS,
  } satisfies Record<Countable, string>,
  /** … and what a reward gives. */
  given: { fine: 'fine', bonus: 'bonus', points: 'points', ...ACTIONS } satisfies Record<Countable, string>,
  /** What a customer is given, where the policy says it by one of these words; any other stands as it is. */
  gifts: {
    voucher: 'voucher',
    coupon: 'coupon',
    cash: 'cash',
    credit: 'credit',
    service_credit: 'service credit',
    refund: 'refund',
    discount: 'discount',
    waiver: 'waiver of the fee',
    service: 'service',
    free_service: 'free service',
    warranty: 'extended warranty',
    gift: 'gift',
    points: 'points',
    apology: 'apology',
  } as Readonly<Record<string, string>>,
  proposed: (what: string): string => `proposed: ${what}`,
  mustDecide: 'a proposal only: a person must decide',
  shareOf: (amount: string): string => `a share of ${amount}`,
  raised: (amount: string): string => `${amount} added up to the least amount`,
  onFile: (facts: string): string => `on file: ${facts}`,

  /** The window of a count; '' is never asked for. */
  within: (label: string): string => {
    const [, first, last] = /^(.+)\.\.(.+)$/.exec(label) ?? [];
    if (label === 'ever') return 'since records began';
    return last === undefined ? `in ${label}` : `from ${first} to ${last}`;
  },
  /** What the count had come to; `countsOf`: which consequences in words, or which severities. */
  reached: (
    counts: NonNullable<ConsequenceLine['counts']>,
    count: number,
    countsOf: readonly string[],
    window: string,
  ): string => {
    const number = COUNT.format(count);
    const bands = countsOf.length === 0 ? '' : `${countsOf.join(' or ')} `;
    switch (counts) {
      case 'breaches':
        return `${ordinal(count)} ${bands}breach ${window}`;
      case 'weighted':
        return `${bands}breaches counting ${number} ${window}`;
      case 'consequences':
        return `${ordinal(count)} ${countsOf.join(' or ')} ${window}`;
      case 'overtime':
        return `${number} min over in ${bands}breaches ${window}`;
      case 'attainment':
        return `${number}% in time ${window}`;
      case 'rating':
        return `rated ${number} ${window}`;
    }
  },
  /** What is no ladder. */
  families: { compensation: 'compensation of the customer', liability: 'liability of the supplier' },
  step: (ladder: string, tier: number): string => `${ladder}, tier ${tier}`,
  breach: (ticket: string, clock: string, cycle: number): string => `${ticket}, ${clock}, cycle ${cycle}`,
  alsoCounted: (tickets: string): string => `counted with it: ${tickets}`,
  andEarlier: (tickets: string, more: number): string => `${tickets} and ${more} earlier`,
  above: 'those above',
  andAbove: (tickets: string): string => `${tickets} and those above`,
  capped: (amount: string): string => `${amount} taken off by the cap`,
  until: (at: string): string => `until ${at}`,

  kinds: {
    employee: 'Employees',
    team: 'Teams',
    department: 'Departments',
    supplier: 'Suppliers',
  } satisfies Record<Per, string>,
  noFile: {
    unassigned: 'nobody held the ticket',
    unmatched: 'the roster does not settle the name',
    nobody: 'the policy charges nobody',
  } satisfies Record<NoFile, string>,

  penalties: {
    title: 'Penalties',
    details: (kind: string): string => `${kind}: what follows, and from which breaches`,
    none: 'None in this period.',
    noRules: 'The policy says nothing of what follows from breaches.',
    file: (name: string, department: string): string => (department === '' ? name : `${name}, ${department}`),
    breaches: (counted: number): string => (counted === 1 ? '1 breach' : `${counted} breaches`),
    bands: (bands: string): string => `of them ${bands}`,
    band: (name: string, breaches: number): string => `${breaches} ${name}`,
    noBand: 'without a band',
    excused: (breaches: number): string => `${breaches} more excused`,
    offDuty: (breaches: number): string => `${breaches} while off duty`,
    sum: 'Sum',
    total: 'All of them',
    withoutFile: (breaches: number, why: string): string =>
      `On no employee’s file: ${breaches === 1 ? '1 breach' : `${breaches} breaches`}, for ${why}. Nobody is penalised for that in person.`,
  },
  columns: {
    excused: 'Excused',
    offDuty: 'Off duty',
    fine: 'Fines',
    bonus: 'Bonus withheld',
    points: 'Points off',
    owed: 'Owed',
    consequence: 'Consequence',
    amount: 'Amount',
    reached: 'Reached with',
    at: 'Fell due',
    who: 'Who',
    customer: 'Customer',
    given: 'Given',
    reward: 'Reward',
    breaches: 'Breaches',
  },
  compensation: {
    title: 'Compensation of customers',
    sums: 'Sums',
    number: 'Number',
  },
  rewards: {
    title: 'Rewards',
    figures: {
      attainment: 'share in time',
      rating: 'mean rating',
      runs: 'runs judged',
      ratings: 'ratings',
      breaches: 'breaches',
    } satisfies Record<RewardLine['figure'], string>,
    line: (figure: string, operator: Operator, value: string): string => `${figure} ${SIGNS[operator]} ${value}`,
    because: (lines: string): string => `reached: ${lines}`,
  },
  /** In the proof of a breach. */
  following: {
    title: 'What follows from it',
    none: 'Nothing: it counts in no step of the policy that was reached.',
    excused: 'Nothing: it is excused and counts for nobody.',
    countedAs: (reached: string): string => `Counted as the ${reached}`,
    for: (who: string): string => `for ${who}`,
    countedIn: (ladder: string, who: string): string => `Also counted later by ${ladder}, for ${who}`,
    with: (what: string, ticket: string): string => `${what} with ${ticket}`,
    more: (steps: number): string => `${steps} more`,
  },
  record: { title: 'All consequences' },
};

const SIGNS: Readonly<Record<Operator, string>> = {
  '<': 'below',
  '<=': 'at most',
  '>': 'above',
  '>=': 'at least',
  '=': 'exactly',
  '!=': 'other than',
};

export function inCurrency(locale: string, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'currency', currency });
}

/** A count need not be whole: weights add up to what they add up to. */
function ordinal(count: number): string {
  const last = count % 100 > 10 && count % 100 < 14 ? 0 : count % 10;
  return `${count}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}
