import type { BreachRef, Consequence } from '../../src/domain/consequence.ts';
import type { ConsequenceRules, Ladder } from '../../src/domain/consequence-rules.ts';
import type { Excuse } from '../../src/domain/excuse.ts';
import type { FindPerson } from '../../src/domain/person.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { ConsequenceScope } from '../../src/figures/consequences.ts';
import { type KnownBreach, knownBreach } from '../../src/figures/known-breach.ts';
import { at, MINUTE, october, policy, response, type Told, verdict } from './verdicts.ts';

const place = { file: 'policy.yaml', line: 1 };
const filter = { clocks: [], severities: [], when: [] };

function ladder(id: string, count: Ladder['count'], more: Partial<Ladder> = {}): Ladder {
  return {
    ...{ id, count, title: { en: `Ladder ${id}`, zh: `阶梯${id}` }, per: 'employee', window: { kind: 'month' } },
    ...{ apply: 'each', tiers: [], cap: {}, grace: 0, reset: { after: [] }, sparesOffDuty: false, place },
    ...more,
  };
}

/** What the policy of these tests says; its tiers are not asked for any more. */
export const rules: ConsequenceRules = {
  ladders: [
    ladder('fines', { kind: 'breaches', filter, weights: new Map() }),
    ladder('bonus', { kind: 'breaches', filter, weights: new Map([['severe', 3]]) }, { apply: 'highest' }),
    ladder('oral', { kind: 'breaches', filter: { ...filter, severities: ['minor'] }, weights: new Map() }),
    ladder('written', { kind: 'consequences', of: ['oral_warning'] }),
    ladder('slow', { kind: 'overtime', filter }),
    ladder('share', { kind: 'attainment', filter, atLeastRuns: 1 }),
    ladder('score', { kind: 'rating', filter, atLeastRuns: 1 }),
    ladder('unit', { kind: 'breaches', filter, weights: new Map() }, { per: 'department' }),
  ],
  compensation: [],
  liability: [],
  rewards: [
    {
      ...{ id: 'timely', title: { en: 'Always in time', zh: '及时奖' }, per: 'employee', window: { kind: 'month' } },
      ...{ filter, awards: [], place },
      lines: [
        { figure: 'attainment', operator: '>=', value: 98 },
        { figure: 'rating', operator: '>', value: 4.5 },
        { figure: 'breaches', operator: '=', value: 0 },
      ],
    },
  ],
  rounding: { to: 1, rule: 'half-up' },
};

const LI = { to: 'E1', name: '李娜', kind: 'employee' } as const;

function breached(ticket: string, due: string, more: Partial<Told> = {}): Verdict {
  const over = 20 * MINUTE;
  return verdict({
    ticket,
    due,
    over,
    severity: 'minor',
    charged: LI,
    outcome: 'breached',
    start: '2026-09-01 09:00',
    ...more,
  });
}

export const excuse: Excuse = {
  ...{ ticket: 'T-4', clock: 'first_response', decision: 'excused', by: '周宁', at: at('2026-10-12 00:00') },
  ...{ reason: '台风停电', evidence: '公告第 7 号', place },
};

/**
 * Li Na has one in September, four in October of which one is excused, one was on a day of leave; department, supplier and
 * nobody have one each.
 */
export const breaches: readonly KnownBreach[] = [
  breached('T-3', '2026-10-07 09:00', { charged: { ...LI, offDuty: 'leave' }, stop: '2026-10-07 09:20' }),
  breached('T-0', '2026-09-20 09:00'),
  breached('T-1', '2026-10-05 09:00', { stop: '2026-10-05 09:20' }),
  breached('T-2', '2026-10-06 09:00', { over: 40 * MINUTE, severity: 'severe' }),
  { ...breached('T-4', '2026-10-08 09:00', { outcome: 'excused', decided: '2026-10-08 09:00' }), excuse },
  breached('T-5', '2026-10-09 09:00', { charged: { to: '', kind: 'unassigned' } }),
  breached('T-6', '2026-10-10 09:00', { charged: { to: '北方物流', kind: 'supplier' } }),
  breached('T-7', '2026-10-11 09:00', { severity: 'severe', charged: { to: '客服一部', kind: 'department' } }),
].map((verdict) => knownBreach(verdict, { kind: 'unassigned', name: '' }, { asOf: october.end, period: october }));

export function ref(ticket: string): BreachRef {
  return { ticket, clock: 'first_response', cycle: 1 };
}

/** Everything to which a test says nothing else is of the fine for T-1. */
export function consequence(more: Partial<Consequence> = {}): Consequence {
  const when = more.breach === undefined ? at('2026-10-05 09:00') : dueOf(more.breach.ticket);
  return {
    ...{
      who: 'E1',
      whoName: '李娜',
      kind: 'employee',
      ladder: 'fines',
      title: { en: 'Ladder fines', zh: '阶梯fines' },
    },
    ...{
      tier: 1,
      consequence: 'fine',
      isMoney: true,
      at: when,
      settledAt: when,
      window: { label: '2026-10' },
      count: 1,
    },
    ...{ breach: ref('T-1'), counted: [ref('T-1')], isProposal: false },
    ...more,
  };
}

function dueOf(ticket: string): number {
  return breaches.find(({ ref: own }) => own.ticket === ticket)?.dated.decidedAt ?? Number.NaN;
}

/** Without a value for what the defaults have. */
function without(whole: Consequence, ...keys: ('breach' | 'whoName')[]): Consequence {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.some((each) => each === key))) as never;
}

const action = { isMoney: false } as const;
const rolling = { label: '2025-10-07..2026-10-07' };
const monthEnd = { at: october.end, settledAt: october.end - 1, counted: [] };
const wang = { who: 'E2', whoName: '王芳' };

export const consequences: readonly Consequence[] = [
  consequence({ amount: 5000, breach: ref('T-0'), counted: [ref('T-0')], window: { label: '2026-09' } }),
  consequence({ amount: 5000 }),
  without(
    consequence({
      ...{ who: 'Acme', kind: 'customer', ladder: 'compensation', title: {}, consequence: 'voucher', share: 1000 },
      window: { label: '' },
    }),
    'whoName',
  ),
  consequence({ amount: 10_000, tier: 2, count: 2, breach: ref('T-2'), counted: [ref('T-1'), ref('T-2')] }),
  without(
    consequence({
      ...{ who: 'T-2', kind: 'customer', ladder: 'compensation', title: {}, tier: 2, consequence: 'cash' },
      ...{ amount: 2050, cappedBy: 500, breach: ref('T-2'), counted: [ref('T-2')], window: { label: '' } },
    }),
    'whoName',
  ),
  consequence({
    ...{ amount: 15_000, cappedBy: 5000, tier: 3, count: 3 },
    ...{ breach: ref('T-3'), counted: [ref('T-1'), ref('T-2'), ref('T-3')] },
  }),
  consequence({
    ...{ ladder: 'bonus', title: { en: 'Ladder bonus' }, consequence: 'bonus', amount: 12_345, share: 500, count: 5 },
    ...{ breach: ref('T-3'), counted: [ref('T-1'), ref('T-2'), ref('T-3')] },
  }),
  consequence({
    ...{
      ladder: 'oral',
      title: { en: 'Ladder oral', zh: '阶梯oral' },
      consequence: 'oral_warning',
      ...action,
      window: rolling,
    },
    ...{ count: 3, breach: ref('T-3'), counted: [ref('T-0'), ref('T-1'), ref('T-3')] },
  }),
  consequence({
    ...{ ladder: 'written', title: {}, consequence: 'promotion_bar', ...action, window: rolling, count: 3 },
    ...{ breach: ref('T-3'), counted: [ref('T-0'), ref('T-1'), ref('T-3')], until: at('2027-10-07 09:00') },
  }),
  consequence({
    ...{
      ladder: 'written',
      title: {},
      tier: 2,
      consequence: 'reassignment_review',
      ...action,
      window: rolling,
      count: 3,
    },
    ...{ breach: ref('T-3'), counted: [ref('T-0'), ref('T-1'), ref('T-3')], isProposal: true },
  }),
  consequence({
    ...{ ladder: 'slow', consequence: 'points', amount: 2, ...action, count: 80.5, window: { label: '2026-Q4' } },
    ...{ breach: ref('T-3'), counted: [ref('T-1'), ref('T-2'), ref('T-3')] },
  }),
  without(
    consequence({
      ...{ who: '北方物流', kind: 'supplier', ladder: 'liability', title: {}, consequence: '违约金', amount: 100_000 },
      ...{ breach: ref('T-6'), counted: [ref('T-6')], window: { label: '' } },
    }),
    'whoName',
  ),
  without(
    consequence({
      ...{
        who: '客服一部',
        kind: 'department',
        ladder: 'unit',
        title: {},
        consequence: 'points',
        amount: 2.5,
        ...action,
      },
      ...{ breach: ref('T-7'), counted: [ref('T-7')] },
    }),
    'whoName',
  ),
  without(
    consequence({
      ...{ ...wang, ladder: 'share', title: {}, consequence: 'bonus', share: 550, cappedBy: 50, ...monthEnd },
      count: 600 / 7,
    }),
    'breach',
  ),
  without(
    consequence({ ...wang, ladder: 'score', title: {}, consequence: 'notice', ...action, ...monthEnd, count: 3.9 }),
    'breach',
  ),
  without(
    consequence({
      ...wang,
      ladder: 'timely',
      title: { en: 'Always in time', zh: '及时奖' },
      consequence: 'bonus',
      amount: 30_000,
      ...monthEnd,
      count: 100,
    }),
    'breach',
  ),
  without(
    consequence({
      ...wang,
      ladder: 'timely',
      title: { en: 'Always in time', zh: '及时奖' },
      consequence: 'commendation',
      ...action,
      ...monthEnd,
      count: 100,
    }),
    'breach',
  ),
];

const find: FindPerson = (text) => {
  const name = { E1: '李娜', E2: '王芳' }[text];
  if (name === undefined) return { kind: 'none' };
  const employed = { start: -Infinity, end: Infinity };
  const more = { aliases: [], team: '', manager: '', role: 'agent', employed, place };
  return { kind: 'one', person: { id: text, name, department: '客服一部', ...more } };
};

export const scope: ConsequenceScope = {
  policy: { ...policy([response]), consequences: rules, currency: 'CNY' },
  period: october,
  asOf: october.end,
  minorDigits: 2,
  find,
  subjectOf({ charged }, per) {
    if (charged?.kind === per) return charged.to;
    return per === 'department' && charged?.kind === 'employee' ? '客服一部' : undefined;
  },
};
