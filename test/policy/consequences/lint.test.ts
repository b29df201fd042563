import { describe, expect, test } from 'vitest';
import { lintPolicy } from '../../../src/policy/lint.ts';
import { readPolicy } from '../marked.ts';
import { ladderText, MORE, TOP, withRules } from './rules.ts';

function lint(text: string): string[] {
  const { value, diagnostics } = readPolicy('policy.yaml', text);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return lintPolicy(value).map(({ code }) => code);
}

const ladder = (parts: Readonly<Record<string, string>>, top = TOP) =>
  lint(withRules({ top, rules: ladderText(parts), clocks: MORE }));
const rules = (text: string, top = TOP) => lint(withRules({ top, rules: text, clocks: MORE }));

test('the base of these tests', () => expect(ladder({})).toEqual([]));

describe('what is counted and nothing brings', () => {
  const warnings =
    '{id: w, count: {breaches: {}}, per: employee, window: year, tiers: [{at: 1, action: oral_warning}]}';
  const counting = (per: string) =>
    `ladders:\n  - ${warnings}\n  - {id: c, count: {consequences: oral_warning}, per: ${per}, window: year, tiers: [{at: 3, points: 1}]}`;

  test.each<[string, string[], string[]]>([
    ['counted', ladder({ count: '{consequences: oral_warning}' }), ['uncaused-consequence']],
    ['waited for', ladder({ count: '{breaches: {after: training}}' }), ['uncaused-consequence']],
    [
      'needed',
      ladder({ tiers: '[{at: 1, fine: 5, needs: {exam: 1, notice: 1}}]' }),
      ['uncaused-consequence', 'uncaused-consequence'],
    ],
    ['reset by', ladder({ reset: '{after: training}' }), ['uncaused-consequence']],
    ['what it needs is its own', ladder({ tiers: '[{at: 1, fine: 5}, {at: 2, points: 1, needs: {fine: 1}}]' }), []],
    [
      'the personnel file can bring it',
      ladder({ count: '{consequences: exam_failed}' }, `${TOP}\npersonnel: p.csv`),
      [],
    ],
    [
      'but not to a team',
      ladder({ count: '{consequences: exam_failed}', per: 'team' }, `${TOP}\npeople: r.csv\npersonnel: p.csv`),
      ['uncaused-consequence'],
    ],
    ['another ladder brings it', rules(counting('employee')), []],
    ['another ladder brings it to others', rules(counting('department')), ['uncaused-consequence']],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});

describe('rules without effect', () => {
  const roster = `${TOP}\npeople: r.csv`;
  test.each<[string, string[], string[]]>([
    ['a cap on fines', ladder({ tiers: '[{at: 1, points: 1}]', cap: '{fine: 5}' }), ['idle-rule']],
    ['as a share', ladder({ tiers: '[{at: 1, points: 1}]', cap: '{fine: 5%}' }, roster), ['idle-rule']],
    ['a cap on points', ladder({ cap: '{points: 5}' }), ['idle-rule']],
    [
      'a cap on shares where amounts are withheld',
      ladder({ tiers: '[{at: 1, bonus: 300}]', cap: '{bonus: 5%}' }),
      ['idle-rule'],
    ],
    ['a cap that is needed', ladder({ tiers: '[{at: 1, bonus: 5%, points: 1}]', cap: '{bonus: 5%, points: 3}' }), []],
    ['off duty, and nobody can tell', ladder({ off_duty: 'spare' }), ['idle-rule']],
    ['off duty by the file of leave', ladder({ off_duty: 'spare' }, `${TOP}\nleave: l.csv`), []],
    ['off duty by the roster’s shifts', ladder({ off_duty: 'spare' }, roster), []],
    [
      'a cap on a share of nothing known',
      rules('compensation: [{give: a, percent: 5%, cap: 5, at_least: 1}]'),
      ['idle-rule', 'idle-rule'],
    ],
    ['a cap on a share of a price', rules('compensation: [{give: a, percent: 5%, of: amount, cap: 5}]'), []],
    ['a cap on a band’s amount', rules('compensation: [{give: a, bands: [{over: "> 1h", amount: 9}], cap: 5}]'), []],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});

describe('the first entry that matches counts', () => {
  const both = (first: string, second: string) => rules(`compensation:\n  - {give: a${first}}\n  - {give: b${second}}`);
  test.each<[string, string[], string[]]>([
    ['one for all first', both('', ', clock: answer'), ['dead-compensation']],
    ['the same condition', both(', when: {channel: [a, b]}', ', when: {channel: a}'), ['dead-compensation']],
    ['another clock', both(', clock: ship', ', clock: answer'), []],
    ['one clock before all', both(', clock: ship', ''), []],
    ['a narrower condition first', both(', when: {channel: a}', ''), []],
    ['only what is not excused', both('', ', despite_excuse: true'), []],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});

describe('a count per somebody who never answers', () => {
  const roster = `${TOP}\npeople: r.csv`;
  const answered = (per: string, clock: string, top = TOP) =>
    ladder({ per, count: `{breaches: {clock: ${clock}}}` }, top);
  // "answer" is charged to its holder, "ship" to a supplier.
  test.each<[string, string[], string[]]>([
    ['an employee, where suppliers answer', answered('employee', 'ship'), ['no-subject']],
    ['a supplier, where employees do', answered('supplier', 'answer'), ['no-subject']],
    ['a supplier', answered('supplier', '[answer, ship]'), []],
    ['a department nobody knows', answered('department', 'answer'), ['no-subject']],
    ['a department by the roster', answered('department', 'answer', roster), []],
    ['a team nobody knows', answered('team', 'answer'), ['no-subject']],
    ['a team by the roster', answered('team', 'answer', roster), []],
    ['suppliers have no teams', answered('team', 'ship', roster), ['no-subject']],
    ['liability', rules('liability: [{clock: answer, give: a}]'), ['no-subject']],
    ['liability of a supplier', rules('liability: [{give: a}]'), []],
    [
      'a reward',
      rules('rewards: [{per: employee, window: month, clock: ship, when: {runs: 1}, give: {points: 1}}]'),
      ['no-subject'],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  test('a team by its own field', () => {
    const text = withRules({ rules: ladderText({ per: 'team', count: '{breaches: {clock: answer}}' }), clocks: MORE });
    expect(lint(text.replace('channel: 渠道', 'channel: 渠道, team: 班组'))).toEqual([]);
  });
});

describe('of several versions the newest one’s rules hold', () => {
  const versions = (before: string, after: string) => {
    const newest = withRules({ top: `${TOP}\neffective: 2026-07-01${after}` });
    return lint(`${withRules({ top: `${TOP}${before}` })}---\n${newest}`);
  };
  const fines = (amount: number) => `\n${ladderText({ tiers: `[{at: 1, fine: ${amount}}]` })}`;
  test.each<[string, string[], string[]]>([
    ['other ladders', versions(fines(50), fines(60)), ['superseded-rules']],
    ['none any more', versions(fines(50), ''), ['superseded-rules']],
    ['the same', versions(fines(50), fines(50)), []],
    ['none yet', versions('', fines(50)), []],
    ['other excuses', versions('\nexcuses: a.csv', '\nexcuses: b.csv'), ['superseded-rules']],
    ['the same excuses', versions('\nexcuses: a.csv', '\nexcuses: a.csv'), []],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});
