import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Charged } from '../../src/domain/verdict.ts';
import { collect } from '../../src/figures/figures.ts';
import { en } from '../../src/locale/en.ts';
import { breachesByParty, partiesOf } from '../../src/report/views/party-table.ts';
import { at, MINUTE, policy, response, verdict } from '../figures/verdicts.ts';

const parties: Charged[] = [
  { kind: 'employee', to: 'E-1', name: 'Li' },
  // The roster called him so for a time.
  { kind: 'employee', to: 'E-1', name: 'Li Wei' },
  { kind: 'employee', to: 'E-2', name: 'Li' },
  { kind: 'unmatched', to: 'Li' },
  { kind: 'department', to: 'Li' },
  { kind: 'unassigned', to: '' },
];
const breach = fc.record({
  charged: fc.constantFrom(...parties),
  day: fc.integer({ min: 1, max: 31 }),
  outcome: fc.constantFrom('breached' as const, 'breached' as const, 'excused' as const),
  severity: fc.constantFrom('minor', 'severe', undefined),
});

test('who answers is told alike of breaches that are listed and of those that are only counted, however they came', () => {
  fc.assert(
    fc.property(fc.array(fc.array(breach, { maxLength: 4 }), { maxLength: 10 }), fc.boolean(), (tickets, isMerged) => {
      const scope = { asOf: at('2026-11-01 00:00') };
      const listing = collect(policy([response]), scope);
      const [counting, other] = [true, true].map(() => collect(policy([response]), { ...scope, breachLines: false }));
      for (const [index, breaches] of tickets.entries()) {
        const verdicts = breaches.map(({ charged, day, outcome, severity }, cycle) => {
          const due = `2026-10-${String(day).padStart(2, '0')} 12:00`;
          return verdict({
            ...{ ticket: `T-${index}`, cycle: cycle + 1, outcome, start: due, due, over: MINUTE, charged },
            ...(severity !== undefined && { severity }),
          });
        });
        const facts = { createdAt: at('2026-10-01 00:00'), fields: ['phone', 'Li'] };
        listing.add(verdicts, facts);
        (isMerged && index % 2 === 1 ? other : counting)?.add(verdicts, facts);
      }
      if (other !== undefined) counting?.merge({ totals: structuredClone(other.totals) });
      const rows = { files: 1, rows: 0, used: 0, setAside: [], byFile: [] };
      const listed = listing.finish({ rows, findings: [] });
      const counted = counting?.finish({ rows, findings: [] }) ?? listed;
      expect(listed.breachParties).toBeUndefined();
      expect(counted.breaches).toEqual([]);
      expect(breachesByParty(counted, en)).toEqual(breachesByParty(listed, en));
      const names = (report: typeof listed) => partiesOf(report, en).map(({ kind, name }) => [kind, name]);
      expect(names(counted)).toEqual(names(listed));
    }),
    { seed: 73, numRuns: 200 },
  );
});
