import { describe, expect, test } from 'vitest';
import { readPolicy } from '../marked.ts';
import { MORE, rulesOf, TOP, withRules } from './rules.ts';

const read = (rules: string, top = TOP) => rulesOf(withRules({ top, rules, clocks: MORE }));

test('a policy that says nothing of what follows', () => {
  expect(read('', 'timezone: UTC')).toEqual({
    ladders: [],
    compensation: [],
    liability: [],
    rewards: [],
    rounding: { to: 1, rule: 'half-up' },
  });
});

describe('compensation', () => {
  const base = { id: '1', when: [], clocks: [], worth: {}, bands: [], despiteExcuse: false };
  test.each([
    ['{give: 致歉函}', { give: '致歉函' }],
    ['{give: cash, amount: 50}', { give: 'cash', worth: { amount: 5000 } }],
    ['{give: voucher, percent: 10%}', { give: 'voucher', worth: { share: 1000 } }],
    ['{give: cash, percent: 300%, of: amount}', { give: 'cash', worth: { share: 30_000, of: 'amount' } }],
    ['{give: 延长保修, quantity: 6 months}', { give: '延长保修', worth: { quantity: '6 months' } }],
    [
      '{id: a, when: {channel: 电话}, clock: [answer, ship], give: cash, amount: 1}',
      {
        id: 'a',
        when: [{ field: 'channel', kind: 'one-of', values: ['电话'] }],
        clocks: ['answer', 'ship'],
        give: 'cash',
        worth: { amount: 100 },
      },
    ],
    [
      '{give: cash, percent: 30%, of: amount, cap: 5000, at_least: 50, despite_excuse: true}',
      { give: 'cash', worth: { share: 3000, of: 'amount' }, cap: 500_000, atLeast: 5000, despiteExcuse: true },
    ],
    [
      '{give: cash, percent: 5%, of: amount, bands: [{over: "> 1d", percent: 10%}, {over: "<= 30m", amount: 2}, {over: "> 0s", quantity: 1 visit}]}',
      {
        give: 'cash',
        worth: { share: 500, of: 'amount' },
        bands: [
          { operator: '>', over: 86_400_000, worth: { share: 1000, of: 'amount' } },
          { operator: '<=', over: 1_800_000, worth: { amount: 200 } },
          { operator: '>', over: 0, worth: { quantity: '1 visit' } },
        ],
      },
    ],
  ])('%s', (entry, expected) => {
    const wanted = { ...base, ...expected, place: expect.anything() };
    expect(read(`compensation:\n  - ${entry}`).compensation).toEqual([wanted]);
    expect(read(`liability:\n  - ${entry}`)).toMatchObject({ compensation: [], liability: [wanted] });
  });
});

describe('rewards', () => {
  const rated = `${TOP}\nrating: amount`;
  const reward = (parts: string) => read(`rewards:\n  - {per: employee, window: month, ${parts}}`, rated).rewards[0];

  test('one with everything', () => {
    const parts =
      'id: timely, title: 及时奖, clock: answer, runs_when: {channel: 电话}, when: {attainment: ">= 98.5%"}, give: {bonus: 300}';
    expect(reward(parts)).toEqual({
      id: 'timely',
      title: { zh: '及时奖', en: '及时奖' },
      per: 'employee',
      window: { kind: 'month' },
      filter: { clocks: ['answer'], when: [{ field: 'channel', kind: 'one-of', values: ['电话'] }] },
      lines: [{ figure: 'attainment', operator: '>=', value: 98.5 }],
      awards: [{ kind: 'bonus', amount: 30_000 }],
      place: expect.anything(),
    });
  });

  test.each([
    ['attainment: "= 100%"', { figure: 'attainment', operator: '=', value: 100 }],
    ['rating: ">= 4.5"', { figure: 'rating', operator: '>=', value: 4.5 }],
    ['runs: "> 20"', { figure: 'runs', operator: '>', value: 20 }],
    ['ratings: 10', { figure: 'ratings', operator: '=', value: 10 }],
    ['breaches: 0', { figure: 'breaches', operator: '=', value: 0 }],
    ['breaches: "<= 2"', { figure: 'breaches', operator: '<=', value: 2 }],
  ])('the line %s', (line, expected) => {
    expect(reward(`when: {${line}}, give: {points: 1}`)?.lines).toEqual([expected]);
  });

  test('what is given, in the order of the record', () => {
    expect(reward('when: {runs: 1}, give: {action: commendation, points: 5, bonus: 2%}')?.awards).toEqual([
      { kind: 'bonus', share: 200 },
      { kind: 'points', points: 5 },
      { kind: 'action', action: 'commendation' },
    ]);
  });
});

describe('rounding', () => {
  test.each([
    ['{to: 0.01}', { to: 1, rule: 'half-up' }],
    ['{to: 1, rule: down}', { to: 100, rule: 'down' }],
    ['{rule: half-even}', { to: 1, rule: 'half-even' }],
    ['{to: 10, rule: up}', { to: 1000, rule: 'up' }],
  ])('%s', (text, expected) => {
    expect(read(`rounding: ${text}`).rounding).toEqual(expected);
  });
});

test('the fields of the rating and of the customer', () => {
  expect(read('', `${TOP}\nrating: amount\ncustomer: channel`)).toMatchObject({
    rating: 'amount',
    customer: 'channel',
  });
  expect(read('')).not.toHaveProperty('customer');
});

test('a field called customer names the customer, unless the policy says another', () => {
  const text = withRules({}).replace('channel: 渠道', 'channel: 渠道, customer: 客户');
  expect(rulesOf(text).customer).toBe('customer');
  expect(rulesOf(text.replace('currency: CNY', 'currency: CNY\ncustomer: channel')).customer).toBe('channel');
});

test('the files beside the policy, and how to appeal', () => {
  const top = `${TOP}\nexcuses: {file: e.csv, within: 30d}\npersonnel: p.csv\nleave: l.csv\nappeal: {zh: 申诉, en: Appeal}`;
  const { value } = readPolicy('policy.yaml', withRules({ top }));
  expect(value).toMatchObject({
    excuses: { path: 'e.csv', within: 2_592_000_000 },
    personnel: { path: 'p.csv' },
    leave: { path: 'l.csv' },
    appeal: { zh: '申诉', en: 'Appeal' },
  });
  const plain = readPolicy('policy.yaml', withRules({ top: `${TOP}\nexcuses: e.csv` })).value;
  expect(plain?.excuses).toEqual({ path: 'e.csv', place: expect.objectContaining({ line: 4, column: 10 }) });
  expect(plain).not.toHaveProperty('personnel');
});
