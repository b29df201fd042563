import { expect, test } from 'vitest';
import type { ConsequenceLine } from '../../src/domain/consequence-figures.ts';
import type { Proof } from '../../src/domain/proof.ts';
import { consequenceLines } from '../../src/figures/consequence-lines.ts';
import { proofJson } from '../../src/report/proof-json.ts';
import { renderProof } from '../../src/report/proof-text.ts';
import { consequence, consequences, ref, rules } from '../figures/consequences-in-october.ts';
import { MINUTE, response, verdict } from '../figures/verdicts.ts';
import { ops118 } from './ops-118.ts';
import { escaped, pseudo } from './pseudo.ts';
import { chinese, english } from './reader.ts';

const ledger = { policy: { consequences: rules, currency: 'CNY' }, minorDigits: 2, overOf: () => 20 * MINUTE };

/** The proof of T-2, with consequences of the month, or others. */
function proofOf(lines: readonly ConsequenceLine[], outcome: 'breached' | 'excused' = 'breached'): Proof {
  const { excuse: _, ...base } = verdict({ ticket: 'T-2', clock: response, outcome, start: '2026-10-06 08:00' });
  const [run] = ops118.runs;
  return { ...ops118, ticket: 'T-2', events: [], runs: [{ ...run!, verdict: base, consequences: lines }] };
}

const month = consequenceLines(
  consequences.filter(({ counted }) => counted.some(({ ticket }) => ticket === 'T-2')),
  ledger,
);

/** What stands after the heading. */
function told(proof: Proof, options = english): string {
  const { words } = options;
  return renderProof(proof, { ...options, width: 300 }).split(`\n${words.consequences.following.title}\n`)[1] ?? '';
}

test('what the breach reached, then what later ones reached with it, a line for each ladder', () => {
  expect(told(proofOf(month)).split('\n')).toEqual([
    'Counted as the 2nd breach in 2026-10: fine CNY 100.00 (Ladder fines, tier 2), for 李娜 (E1)',
    // Without a customer there is nobody to name.
    'Cash CNY 20.50 (compensation of the customer), CNY 5.00 taken off by the cap',
    'Also counted later by Ladder fines, for 李娜 (E1): fine CNY 150.00 with T-3',
    'Also counted later by Ladder bonus, for 李娜 (E1): bonus withheld CNY 123.45 (5%) with T-3',
    'Also counted later by Ladder fines, for 李娜 (E1): points off 2 points with T-3',
    '',
  ]);
});

test('in Chinese', () => {
  expect(told(proofOf(month), chinese).split('\n').slice(0, 3)).toEqual([
    '计为2026-10第2次超时：罚款 ¥100.00（阶梯fines第2档），对象为李娜（E1）',
    '现金 ¥20.50（客户补偿），因封顶减去¥5.00',
    '其后又计入阶梯fines，对象为李娜（E1）：T-3 罚款 ¥150.00',
  ]);
});

test('a proposal says that somebody must decide', () => {
  const review = consequence({ consequence: 'dismissal_review', isMoney: false, isProposal: true, breach: ref('T-2') });
  expect(told(proofOf(consequenceLines([review], ledger)))).toBe(
    'Counted as the 1st breach in 2026-10: proposed: review of dismissal (Ladder fines, tier 1), for 李娜 (E1), a proposal only: a person must decide\n',
  );
});

test('of many later steps four are told, the others counted', () => {
  const later = ['T-3', 'T-4', 'T-5', 'T-6', 'T-7', 'T-8'].map((ticket) =>
    consequence({ amount: 5000, breach: ref(ticket), counted: [ref('T-2'), ref(ticket)] }),
  );
  const fine = (ticket: string) => `fine CNY 50.00 with ${ticket}`;
  const list = [...['T-3', 'T-4', 'T-5', 'T-6'].map(fine), '2 more'].join(', ');
  expect(told(proofOf(consequenceLines(later, ledger)))).toBe(
    `Also counted later by Ladder fines, for 李娜 (E1): ${list}\n`,
  );
});

test('where nothing follows it says so, and why', () => {
  expect(told(proofOf([]))).toBe('Nothing: it counts in no step of the policy that was reached.\n');
  expect(told(proofOf([], 'excused'))).toBe('Nothing: it is excused and counts for nobody.\n');
  // A policy without such rules, and a run that is no breach, do not speak of it.
  expect(renderProof(ops118, english)).not.toContain('What follows from it');
});

test('JSON has the record’s lines', () => {
  const { runs } = JSON.parse(proofJson(proofOf(month)));
  expect(runs[0].consequences.map(({ consequence: what, amount }: ConsequenceLine) => [what, amount])).toEqual([
    ['fine', 100],
    ['cash', 20.5],
    ['fine', 150],
    ['bonus', 123.45],
    ['points', 2],
  ]);
  expect(JSON.parse(proofJson(ops118)).runs[0]).not.toHaveProperty('consequences');
});

test('every word comes from the catalogue', () => {
  const page = renderProof(proofOf(month), { ...english, words: pseudo, local: () => '', width: 2000 });
  const part = page.slice(page.indexOf(pseudo.consequences.following.title));
  const own = /Ladder (fines|bonus)|cash|李娜|E1|T-\d|CNY/g;
  expect(
    escaped(part)
      .replaceAll(own, '')
      .match(/\p{Letter}+/gu) ?? [],
  ).toEqual([]);
});
