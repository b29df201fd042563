import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { DueList } from '../../src/domain/due-list.ts';
import type { Proof } from '../../src/domain/proof.ts';
import type { Report } from '../../src/domain/report.ts';
import { duePlan } from '../../src/privacy/due-plan.ts';
import type { Masks } from '../../src/privacy/masks.ts';
import { carryOut, open, type Plan } from '../../src/privacy/plan.ts';
import { proofPlan } from '../../src/privacy/proof-plan.ts';
import { reportPlan } from '../../src/privacy/report-plan.ts';
import { ruleMasks } from '../../src/privacy/rules.ts';
import { outputsIn } from '../cli/in-folder.ts';
import { files } from './hostile.ts';
import { auditIn, fullReport } from './told.ts';

const hide = (text: string) => (text === '' ? '' : '#');
const masks: Masks = {
  ...{
    person: hide,
    actor: hide,
    customer: hide,
    ticket: hide,
    ticketOf: open,
    free: hide,
    reason: hide,
    argument: hide,
  },
  ...{ field: () => hide, division: () => hide, party: () => hide, isHidden: () => true },
  ...{ clocks: [], hasCustomers: true, areTicketsHidden: true, lengthened: 0 },
  words: { employee: String, customer: String, ticket: String, value: String, hidden: '#', finding: open },
};

/** Paths of texts of which the plan knows nothing. */
function strangers<Value>(plan: Plan<Value>, value: Value): string[] {
  const paths = new Set<string>();
  carryOut(plan, value, (path) => {
    paths.add(path);
    return '#';
  });
  return [...paths];
}

describe('every text is either masked or said to be harmless', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slaudit-privacy-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const audit = await auditIn(outputsIn(folder), ['tickets.csv'], { policy: 'policy.yaml' });

  test('of a report with every section', () => {
    expect(strangers<Report>(reportPlan(masks), fullReport(audit))).toEqual([]);
  });

  test('of proofs', () => {
    const plan = proofPlan(masks, ruleMasks(masks), (verdict) => verdict);
    const proofs = ['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6', 'T-7'].flatMap((ticket) => audit.prove(ticket) ?? []);
    expect(proofs).toHaveLength(7);
    for (const proof of proofs) expect(strangers<Proof>(plan, proof)).toEqual([]);
  });

  test('of what is due', () => {
    expect(strangers<DueList>(duePlan(masks), audit.due({}))).toEqual([]);
  });
});
