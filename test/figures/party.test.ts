import { expect, test } from 'vitest';
import type { ChargeRule } from '../../src/domain/policy.ts';
import { answering } from '../../src/figures/party.ts';
import { at, clock, policy, type Told, verdict } from './verdicts.ts';

const { fields } = policy([], ['department', 'assignee']).records;
const met = { outcome: 'met', start: '2026-10-08 09:00', stop: '2026-10-08 10:00' } as const;
const byDepartment: ChargeRule = { kind: 'field', field: 'department', as: 'department' };

const cases: [claim: string, charge: ChargeRule[], told: Partial<Told>, kind: string, name: string][] = [
  ['its holder', [{ kind: 'holder' }], { fields: ['Repair', 'Li'] }, 'employee', 'Li'],
  ['nobody held it: unassigned (S24)', [{ kind: 'holder' }], { fields: ['Repair', ''] }, 'unassigned', ''],
  [
    'the first rule that is known',
    [{ kind: 'holder' }, byDepartment],
    { fields: ['Repair', ''] },
    'department',
    'Repair',
  ],
  [
    'a department’s met run stands beside its breaches',
    [byDepartment],
    { fields: ['Repair', 'Li'] },
    'department',
    'Repair',
  ],
  ['no rule at all', [], { fields: ['Repair', 'Li'] }, 'employee', 'Li'],
  [
    'the one charged, whoever holds it',
    [{ kind: 'holder' }],
    { outcome: 'breached', due: '2026-10-08 09:30', charged: { kind: 'supplier', to: 'Acme' } },
    'supplier',
    'Acme',
  ],
];

test.each(cases)('%s', (_, charge, told, kind, name) => {
  const run = verdict({ ...met, clock: clock('step', { charge }), ...told });
  expect(answering({ fields, asOf: at('2026-11-01 00:00') }, run)).toEqual({ kind, name });
});
