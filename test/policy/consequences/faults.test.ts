import { describe, expect, test } from 'vitest';
import { faultsOf, readPolicy, unmark } from '../marked.ts';
import { ladderText, MORE, TOP, withRules } from './rules.ts';

/** Name, marked text, the code at each mark. */
type Row = readonly [name: string, marked: string, ...codes: string[]];

function check(rows: readonly Row[]): void {
  test.each(rows.map(([name, marked, ...codes]) => ({ name, marked, codes })))('$name', ({ marked, codes }) => {
    const { text, places } = unmark(marked);
    expect(faultsOf(text)).toEqual(codes.map((code, index) => [code, ...(places[index] ?? [])]));
    expect(places).toHaveLength(codes.length);
  });
}

const ladder = (parts: Readonly<Record<string, string>>, top = TOP): string =>
  withRules({ top, rules: ladderText(parts), clocks: MORE });
const tiers = (text: string): string => ladder({ tiers: `[${text}]` });
const rules = (text: string, top = TOP): string => withRules({ top, rules: text, clocks: MORE });
const reward = (text: string): string =>
  rules(
    `rewards:\n  - {per: team, window: month, when: {runs: ">= 5"}, give: {points: 1}}`.replace(/when.*/, `${text}}`),
  );

describe('the base of these tests', () =>
  check([
    ['a ladder', ladder({})],
    ['a reward', reward('when: {runs: ">= 5"}, give: {points: 1}')],
  ]));

describe('money', () =>
  check([
    [
      'without a currency: told at the first',
      ladder({ tiers: '[{at: 1, fine: ▲50}, {at: 2, fine: 100}]' }, 'timezone: UTC'),
      'missing-key',
    ],
    ['a fine that is no amount', tiers('{at: 1, fine: ▲50元}'), 'bad-amount'],
    ['a bonus without its sign and not an amount', tiers('{at: 1, bonus: ▲5 percent}'), 'bad-amount'],
    ['more than the whole bonus', tiers('{at: 1, bonus: ▲120%}'), 'bad-amount'],
    [
      'of a bonus base without a currency',
      ladder({ tiers: '[{at: 1, bonus: ▲5%}]' }, 'timezone: UTC\npeople: r.csv'),
      'missing-key',
    ],
    [
      'of a price without a currency',
      rules('compensation: [{give: cash, percent: 5%, of: ▲amount}]', 'timezone: UTC'),
      'missing-key',
    ],
    ['a currency that is none is told once', ladder({}, 'timezone: UTC\ncurrency: ▲元'), 'bad-value'],
    ['a step of rounding finer than the currency', rules('rounding: {to: ▲0.001}'), 'bad-amount'],
    ['a rule of rounding that is none', rules('rounding: {rule: ▲half}'), 'bad-value'],
  ]));

describe('what is counted', () =>
  check([
    ['nothing', ladder({ count: '{}' }).replace('count:', '▲count:'), 'missing-key'],
    ['two things', ladder({ count: '{breaches: {}, ▲overtime: {}}' }), 'bad-value'],
    ['a thing that is none', ladder({ count: '{▲breach: {}}' }), 'unknown-key'],
    ['an unknown clock', ladder({ count: '{breaches: {clock: [answer, ▲answr]}}' }), 'unknown-clock'],
    ['an unknown field', ladder({ count: '{breaches: {when: {▲chanel: a}}}' }), 'unknown-field'],
    ['an unknown band', ladder({ count: '{breaches: {severity: ▲sever}}' }), 'unknown-severity'],
    [
      'a band of another clock',
      ladder({ count: '{breaches: {clock: ship, severity: [minor, ▲severe]}}' }),
      'unknown-severity',
    ],
    [
      'bands of an unknown clock are not told',
      ladder({ count: '{breaches: {clock: ▲shp, severity: severe}}' }),
      'unknown-clock',
    ],
    [
      'an unknown band of overtime',
      ladder({ count: '{overtime: {severity: ▲major}}', tiers: '[{at: 1h, fine: 1}]' }),
      'unknown-severity',
    ],
    ['a weight for an unknown band', ladder({ count: '{breaches: {weights: {▲major: 2}}}' }), 'unknown-severity'],
    [
      'a weight for a band that does not count',
      ladder({ count: '{breaches: {severity: minor, weights: {▲severe: 2}}}' }),
      'bad-value',
    ],
    ['a weight that is not whole', ladder({ count: '{breaches: {weights: {minor: ▲0.5}}}' }), 'bad-value'],
    ['an unknown consequence', ladder({ count: '{consequences: ▲oral_warnng}' }), 'bad-value'],
    [
      'an unknown one in a list',
      ladder({ count: '{consequences: [fine, ▲warning]}', tiers: '[{at: 1, points: 1}]' }),
      'bad-value',
    ],
    ['no consequence', ladder({ count: '{consequences: ▲[]}' }), 'bad-value'],
    ['after an unknown one', ladder({ count: '{breaches: {after: ▲trainig}}' }), 'bad-value'],
    ['ratings of no field', ladder({ count: '{▲rating: {}}', tiers: '[{below: 4, points: 1}]' }), 'missing-key'],
    ['too few runs', ladder({ count: '{attainment: {runs: ▲0}}', tiers: '[{below: 9%, points: 1}]' }), 'bad-value'],
    [
      'runs below a number',
      ladder({ count: '{attainment: {runs: ▲"< 20"}}', tiers: '[{below: 9%, points: 1}]' }),
      'bad-value',
    ],
    ['a rating field that is not there', rules('', `${TOP}\nrating: ▲stars`), 'unknown-field'],
    ['a customer field that is not there', rules('', `${TOP}\ncustomer: ▲client`), 'unknown-field'],
  ]));

describe('windows and whose count', () => {
  const figure = { count: '{attainment: {}}', tiers: '[{below: 90%, points: 1}]' };
  check([
    ['a window that is none', ladder({ window: '▲monht' }), 'bad-value'],
    ['a year without its kind', ladder({ window: '▲1 year' }), 'bad-value'],
    ['no months', ladder({ window: '▲0 months' }), 'bad-value'],
    ['highest in a rolling one', ladder({ apply: 'highest', window: '▲12 months' }), 'bad-value'],
    ['highest for ever', ladder({ apply: 'highest', window: '▲ever' }), 'bad-value'],
    ['attainment in a rolling one', ladder({ ...figure, window: '▲12 months' }), 'bad-value'],
    [
      'a rating for ever',
      ladder({ count: '{rating: {}}', tiers: '[{below: 4, points: 1}]', window: '▲ever' }, `${TOP}\nrating: amount`),
      'bad-value',
    ],
    [
      'a reward for ever',
      rules('rewards:\n  - {per: team, window: ▲ever, when: {runs: ">= 5"}, give: {points: 1}}'),
      'bad-value',
    ],
    ['nobody', ladder({ per: '▲employees' }), 'bad-value'],
    [
      'a reward for suppliers',
      rules('rewards:\n  - {per: ▲supplier, window: month, when: {runs: ">= 5"}, give: {points: 1}}'),
      'bad-value',
    ],
  ]);
});

describe('tiers', () =>
  check([
    ['none', ladder({ tiers: '[]' }).replace('tiers:', '▲tiers:'), 'bad-value'],
    ['without a count', tiers('▲{fine: 50}'), 'missing-key'],
    ['of no count', tiers('{at: ▲0, fine: 50}'), 'bad-value'],
    ['of half a count', tiers('{at: ▲1.5, fine: 50}'), 'bad-value'],
    ['of a length where breaches count', tiers('{at: ▲2h, fine: 50}'), 'bad-value'],
    [
      'of a number where time counts',
      ladder({ count: '{overtime: {}}', tiers: '[{at: ▲2, fine: 50}]' }),
      'bad-duration',
    ],
    ['below, where breaches count', tiers('{▲below: 90%, fine: 50}'), 'unknown-key'],
    [
      'at, where a figure is measured',
      ladder({ count: '{attainment: {}}', tiers: '[{▲at: 1, fine: 50}]' }),
      'unknown-key',
    ],
    ['below beside at', tiers('{at: 1, ▲below: 90%, fine: 50}'), 'bad-value'],
    ['at beside below', ladder({ count: '{attainment: {}}', tiers: '[{▲at: 1, below: 90%, fine: 50}]' }), 'bad-value'],
    ['without a line', ladder({ count: '{attainment: {}}', tiers: '[▲{points: 1}]' }), 'missing-key'],
    ['a line without its sign', ladder({ count: '{attainment: {}}', tiers: '[{below: ▲90, points: 1}]' }), 'bad-value'],
    [
      'a mean that is a share',
      ladder({ count: '{rating: {}}', tiers: '[{below: ▲90%, points: 1}]' }, `${TOP}\nrating: amount`),
      'bad-value',
    ],
    ['that bring nothing', tiers('▲{at: 1}'), 'missing-key'],
    ['an unknown award', tiers('{at: 1, ▲fines: 50}'), 'unknown-key'],
    ['an unknown action', tiers('{at: 1, action: ▲oral_warnings}'), 'bad-value'],
    ['an action that is a fact', tiers('{at: 1, action: [training, ▲exam_failed]}'), 'bad-value'],
    ['points below nothing', tiers('{at: 1, points: ▲-2}'), 'bad-value'],
    ['points too fine', tiers('{at: 1, points: ▲0.125}'), 'bad-value'],
    ['for, without an action', tiers('{at: 1, fine: 50, ▲for: 12 months}'), 'bad-value'],
    ['for, with two', tiers('{at: 1, action: [training, exam], ▲for: 12 months}'), 'bad-value'],
    ['for no months', tiers('{at: 1, action: promotion_bar, for: ▲1y}'), 'bad-duration'],
    ['repeat beside every', tiers('{at: 1, fine: 50, repeat: true, ▲every: 2}'), 'bad-value'],
    ['every nothing', tiers('{at: 1, fine: 50, every: ▲0}'), 'bad-value'],
    [
      'repeat where the highest counts',
      ladder({ apply: 'highest', tiers: '[{at: 1, fine: 50, ▲repeat: true}]' }),
      'unknown-key',
    ],
    [
      'every where a figure is measured',
      ladder({ count: '{attainment: {}}', tiers: '[{below: 9%, points: 1, ▲every: 2}]' }),
      'unknown-key',
    ],
    [
      'needs where a figure is measured',
      ladder({ count: '{attainment: {}}', tiers: '[{below: 9%, points: 1, ▲needs: {exam: 1}}]' }),
      'unknown-key',
    ],
    ['needs an unknown consequence', tiers('{at: 1, fine: 50, needs: {▲writen_warning: 1}}'), 'unknown-key'],
    ['needs none of it', tiers('{at: 1, fine: 50, needs: {exam: ▲0}}'), 'bad-value'],
  ]));

describe('the rest of a ladder', () =>
  check([
    ['without an id', ladder({ id: '' }).replace('- {', '- ▲{'), 'missing-key'],
    [
      'two of one id',
      `${ladder({})}`
        .replace(
          'ladders:',
          'ladders:\n  - {id: fines, count: {breaches: {}}, per: team, window: year, tiers: [{at: 1, points: 1}]}',
        )
        .replace(/(?<=\n.*\n)(.*id: )fines(?=.*employee)/, '$1▲fines'),
      'duplicate-id',
    ],
    [
      'the id of a reward',
      rules(
        `${ladderText()}\nrewards:\n  - {id: ▲fines, per: team, window: month, when: {runs: 1}, give: {points: 1}}`,
      ),
      'duplicate-id',
    ],
    ['an id that means something else', ladder({ id: '▲liability' }), 'reserved-name'],
    ['or every reward', ladder({ id: '▲rewards' }), 'reserved-name'],
    ['a grace that is not whole', ladder({ grace: '▲1.5' }), 'bad-value'],
    ['a cap that is no share', ladder({ cap: '{bonus: ▲300}' }), 'bad-amount'],
    ['a cap of nothing', ladder({ cap: '{fine: ▲0}' }), 'bad-amount'],
    ['a cap of a share without a roster', ladder({ cap: '{fine: ▲20%}' }), 'bad-value'],
    ['two caps of one kind', ladder({ cap: '{fine: [800, ▲900]}' }), 'bad-value'],
    ['a reset that says nothing', ladder({ reset: '{}' }).replace('reset:', '▲reset:'), 'missing-key'],
    ['a reset after nothing', ladder({ reset: '{after: ▲[]}' }), 'bad-value'],
    ['a reset after an unknown one', ladder({ reset: '{after: ▲exams}' }), 'bad-value'],
    ['a reset after days', ladder({ reset: '{clean: ▲30d}' }), 'bad-duration'],
    [
      'grace where a figure is measured',
      ladder({ count: '{attainment: {}}', tiers: '[{below: 9%, points: 1}]', grace: '1' }).replace('grace', '▲grace'),
      'unknown-key',
    ],
    [
      'off duty where consequences count',
      ladder({ count: '{consequences: exam}', off_duty: 'spare' }).replace('off_duty', '▲off_duty'),
      'unknown-key',
    ],
  ]));

describe('circles', () => {
  const one = (id: string, counted: string, brought: string, more = '') =>
    `  - {id: ▲${id}, count: {${counted}}, per: employee, window: year, tiers: [{at: 1, ${brought}${more}}]}`;
  const all = (...ladders: string[]) => rules(`ladders:\n${ladders.join('\n')}`);
  /** Only the first is marked. */
  const first = (text: string) => text.replace('▲', '△').replaceAll('▲', '').replace('△', '▲');
  const none = (text: string) => text.replaceAll('▲', '');
  const [WARN, LEARN] = ['action: oral_warning', 'action: training'];

  check([
    ['its own count', ladder({ count: '{consequences: ▲fine}' }), 'circular-count'],
    ['its own, in a list', ladder({ count: '{consequences: [exam, ▲fine]}' }), 'circular-count'],
    ['after its own', ladder({ count: '{breaches: {after: ▲fine}}' }), 'circular-count'],
    [
      'of two',
      first(all(one('a', 'consequences: training', WARN), one('b', 'consequences: oral_warning', LEARN))),
      'circular-count',
    ],
    [
      'of three, the one before not in it',
      first(
        all(
          none(one('z', 'consequences: exam', 'action: notice')),
          one('a', 'consequences: exam', WARN),
          one('b', 'consequences: oral_warning', LEARN),
          one('c', 'consequences: training', 'action: exam'),
        ),
      ),
      'circular-count',
    ],
    [
      'by way of after',
      first(all(one('a', 'breaches: {after: training}', WARN), one('b', 'consequences: oral_warning', LEARN))),
      'circular-count',
    ],
    [
      'by way of needs',
      first(
        all(one('a', 'breaches: {}', WARN, ', needs: {training: 1}'), one('b', 'consequences: oral_warning', LEARN)),
      ),
      'circular-count',
    ],
    [
      'by way of reset',
      first(
        all(
          one('a', 'breaches: {}', WARN).replace('window', 'reset: {after: training}, window'),
          one('b', 'consequences: oral_warning', LEARN),
        ),
      ),
      'circular-count',
    ],
    [
      'two of them',
      all(
        one('a', 'consequences: training', WARN),
        none(one('b', 'consequences: oral_warning', LEARN)),
        one('c', 'consequences: exam', 'action: notice'),
        none(one('d', 'consequences: notice', 'action: exam')),
      ),
      'circular-count',
      'circular-count',
    ],
    ['none: what a tier needs may be its own', none(all(one('a', 'breaches: {}', WARN, ', needs: {oral_warning: 1}')))],
    [
      'none: so may what resets it',
      none(all(one('a', 'breaches: {}', WARN).replace('window', 'reset: {after: oral_warning}, window'))),
    ],
    [
      'none: a chain, the last first',
      none(
        all(
          one('c', 'consequences: training', 'action: exam'),
          one('b', 'consequences: oral_warning', LEARN),
          one('a', 'breaches: {}', WARN),
        ),
      ),
    ],
  ]);

  test('the hint tells who looks at whom', () => {
    const { text } = unmark(
      all(one('a', 'consequences: training', WARN), one('b', 'consequences: oral_warning', LEARN)),
    );
    expect(readPolicy('policy.yaml', text).diagnostics[0]?.hint).toContain(
      '"a" looks at training, which "b" brings; "b" looks at oral_warning, which "a" brings.',
    );
  });
});

describe('compensation and liability', () => {
  for (const part of ['compensation', 'liability']) {
    const entry = (text: string) => rules(`${part}:\n  - ${text}`);
    check([
      [`${part}: nothing given`, entry('▲{amount: 5}'), 'missing-key'],
      [`${part}: an unknown clock`, entry('{clock: ▲anser, give: cash}'), 'unknown-clock'],
      [`${part}: a field that is not there`, entry('{give: cash, percent: 5%, of: ▲price}'), 'unknown-field'],
      [`${part}: of, and no share`, entry('{give: cash, amount: 5, ▲of: amount}'), 'bad-value'],
      [`${part}: two sums`, entry('{give: cash, amount: 5, ▲percent: 5%}'), 'bad-value'],
      [
        `${part}: more least than most`,
        entry('{give: cash, percent: 5%, of: amount, cap: 50, at_least: ▲51}'),
        'bad-value',
      ],
      [
        `${part}: a band that compares nothing`,
        entry('{give: cash, bands: [{over: ▲24h, amount: 5}]}'),
        'bad-condition',
      ],
      [`${part}: a band without a unit`, entry('{give: cash, bands: [{over: ▲"> 24", amount: 5}]}'), 'bad-duration'],
      [`${part}: a band that gives nothing`, entry('{give: cash, bands: [▲{over: "> 24h"}]}'), 'missing-key'],
      [
        `${part}: two sums in a band`,
        entry('{give: cash, bands: [{over: "> 24h", amount: 5, ▲quantity: a}]}'),
        'bad-value',
      ],
      [`${part}: two of one id`, rules(`${part}: [{id: a, give: b}, {id: ▲a, give: c}]`), 'duplicate-id'],
      [`${part}: the number of another`, rules(`${part}: [{id: "2", give: b}, ▲{give: c}]`), 'duplicate-id'],
    ]);
  }
});

describe('days in lengths (S9)', () => {
  const shut = (text: string) =>
    rules(`${text}\ncalendars: {office: {hours: {mon-fri: ["09:00-17:00"]}}}`).replace(
      '    within: 24h',
      '    within: 24h\n    calendar: office',
    );
  check([
    [
      'overtime of a clock that closes',
      shut(ladderText({ count: '{overtime: {}}', tiers: '[{at: ▲1d, fine: 1}]' })),
      'day-without-kind',
    ],
    [
      'a band of one',
      shut('compensation:\n  - {clock: ship, give: a, bands: [{over: ▲"> 1d", amount: 1}]}'),
      'day-without-kind',
    ],
    ['another clock alone', shut(ladderText({ count: '{overtime: {clock: answer}}', tiers: '[{at: 1d, fine: 1}]' }))],
  ]);
});

describe('rewards', () =>
  check([
    ['for everybody', reward('▲when: {}, give: {points: 1}'), 'bad-value'],
    ['of nothing', reward('when: {runs: 1}, give: ▲{}'), 'missing-key'],
    ['a fine', reward('when: {runs: 1}, give: {points: 1, ▲fine: 50}'), 'unknown-key'],
    ['a share without its sign', reward('when: {attainment: ▲">= 98"}, give: {points: 1}'), 'bad-condition'],
    ['a share over the whole', reward('when: {attainment: ▲">= 101%"}, give: {points: 1}'), 'bad-condition'],
    ['a share that compares nothing', reward('when: {attainment: ▲98%}, give: {points: 1}'), 'bad-condition'],
    ['half a run', reward('when: {runs: ▲">= 1.5"}, give: {points: 1}'), 'bad-condition'],
    [
      'ratings of no field',
      reward('when: {▲rating: ">= 4", ▲ratings: ">= 3"}, give: {points: 1}'),
      'missing-key',
      'missing-key',
    ],
    ['an unknown clock', reward('clock: ▲shp, when: {runs: 1}, give: {points: 1}'), 'unknown-clock'],
    ['an unknown field', reward('runs_when: {▲chanel: a}, when: {runs: 1}, give: {points: 1}'), 'unknown-field'],
    ['an unknown figure', reward('when: {runs: 1, ▲attainmnt: ">= 9%"}, give: {points: 1}'), 'unknown-key'],
  ]));

describe('files beside the policy', () =>
  check([
    [
      'a map without the file',
      rules('', `${TOP}\nexcuses: {within: 30d}`).replace('excuses:', '▲excuses:'),
      'missing-key',
    ],
    ['a deadline that is no length', rules('', `${TOP}\nexcuses: {file: a.csv, within: ▲30}`), 'bad-duration'],
    ['a list', rules('', `${TOP}\npersonnel: ▲[a.csv]`), 'bad-value'],
  ]));
