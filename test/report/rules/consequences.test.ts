import { describe, expect, test } from 'vitest';
import { type Lines, told } from './telling.ts';

/** Rules of consequences, and the sentences that must stand on the page, word for word. */
type Row = readonly [rules: string, english: string, chinese: string];

const HEAD = 'currency: CNY\n';
const CLOCKS = `clocks:
  answer: {title: {zh: 首次响应, en: First answer}, start: created, stop: responded, within: 1h, severity: {minor: "<= 30m", severe: "> 30m"}}
  end: {start: created, stop: resolved, within: 24h}
`;

function page(rest: string, head = HEAD): Lines {
  return told('consequences', { head, clocks: CLOCKS, rest: `${rest}\n` });
}

function saysOf(rows: readonly Row[], around: (part: string) => string = (part) => part, head = HEAD) {
  test.each(rows)('%s', (part, english, chinese) => {
    const { en, zh } = page(around(part), head);
    expect(en).toContain(english);
    expect(zh).toContain(chinese);
  });
}

const ladder = (parts: Readonly<Record<string, string>>) => {
  const all = {
    id: 'a',
    count: '{breaches: {}}',
    per: 'employee',
    window: 'month',
    tiers: '[{at: 1, points: 1}]',
    ...parts,
  };
  return `ladders:\n  - {${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`;
};

test('a policy that says nothing of what follows has no such chapter', () => {
  expect(page('')).toEqual({ en: [], zh: [] });
});

describe('what is counted', () => {
  saysOf(
    [
      [
        '{breaches: {}}',
        'Counted: the breaches of each employee in a month.',
        '计数：同一员工同一自然月内的超时次数。',
      ],
      [
        '{breaches: {clock: [answer, end], severity: [minor, severe], when: {channel: phone}}}',
        'Counted: the breaches of each employee in a month. Only of: First answer [answer] and end. Only of tickets where 渠道 is 电话. Only of grade "minor" or "severe".',
        '计数：同一员工同一自然月内的超时次数。限于：首次响应 [answer]、end。限于渠道为电话的工单。限于「minor」或「severe」等级。',
      ],
      [
        '{breaches: {after: training, weights: {minor: 0, severe: 3}}}',
        'Counted: the breaches of each employee in a month. Only what came after the latest of this in that time: training. Without one, nothing. A breach counts as much as its grade: "minor" as 0 and "severe" as 3; any other as 1. A step is reached also where the count goes past it.',
        '计数：同一员工同一自然月内的超时次数。只计该期间内最近一次培训之后的；没有培训的，不计。按等级折算：「minor」每次计 0、「severe」每次计 3；其他每次计 1。折算后越过某一档的，视为达到该档。',
      ],
      [
        '{consequences: [oral_warning, fine]}',
        'Counted: how often each employee has had this in a month: oral warning or fine.',
        '计数：同一员工同一自然月内受到下列处理的次数：口头警告或罚款。',
      ],
    ],
    (count) => ladder({ count }),
  );
  saysOf(
    [
      [
        '{overtime: {severity: severe}}',
        'Counted: the time over the limit of all breaches of each employee in a month, together, each breach when it has stopped. Only of grade "severe".',
        '计数：同一员工同一自然月内各次超时超出时限的时间合计，每次在其结束时计入。限于「severe」等级。',
      ],
    ],
    (count) => ladder({ count, tiers: '[{at: 2h, points: 1}]' }),
  );
  saysOf(
    [
      [
        '{attainment: {clock: end, runs: 20}}',
        'Measured: what share of the results of each employee in a month was in time, once that has ended. Only of: end. With fewer than 20 results nothing is measured.',
        '考核：每一员工每个自然月的达标率，该期间结束后计算。限于：end。已经判定的不足 20 次的，不作考核。',
      ],
      [
        '{rating: {}}',
        'Measured: the mean rating of each employee in a month, once that has ended.',
        '考核：每一员工每个自然月的客户平均评分，该期间结束后计算。',
      ],
    ],
    (count) => ladder({ count, tiers: `[{below: ${count.includes('rating') ? 4 : '90%'}, points: 1}]` }),
    `${HEAD}rating: grade\n`,
  );
});

describe('whose count, and in which window', () => {
  saysOf(
    [
      ['per: team', 'Counted: the breaches of each team in a month.', '计数：同一班组同一自然月内的超时次数。'],
      [
        'per: department',
        'Counted: the breaches of each department in a month.',
        '计数：同一部门同一自然月内的超时次数。',
      ],
      [
        'per: supplier',
        'Counted: the breaches of each supplier in a month.',
        '计数：同一供应商同一自然月内的超时次数。',
      ],
      [
        'window: quarter',
        'Counted: the breaches of each employee in a quarter.',
        '计数：同一员工同一季度内的超时次数。',
      ],
      ['window: year', 'Counted: the breaches of each employee in a year.', '计数：同一员工同一自然年内的超时次数。'],
      [
        'window: ever',
        'Counted: the breaches of each employee since records began.',
        '计数：同一员工自有记录以来的超时次数。',
      ],
      [
        'window: 12 months',
        'Counted: the breaches of each employee within 12 months. The time reaches back to the same date and hour 12 months before, which is not in it. A count that has fallen and rises again acts again.',
        '计数：同一员工连续 12 个月内的超时次数。期间自计入之时上溯至 12 个月前的同一日期和时刻，该时刻不在内；次数回落后再次达到的，再次适用。',
      ],
    ],
    (part) => {
      const [key = '', value = ''] = part.split(': ');
      return ladder({ [key]: value });
    },
  );
});

describe('steps', () => {
  saysOf(
    [
      ['{at: 1, fine: 50}', 'at a count of 1: fine of CNY 50.00.', '计至 1 次：罚款 ¥50.00。'],
      [
        '{at: 3, fine: "1,200.5", repeat: true}',
        'at a count of 3 and each time after: fine of CNY 1,200.50.',
        '计至 3 次，以及其后每次：罚款 ¥1,200.50。',
      ],
      [
        '{at: 3, points: 0.5, every: 2}',
        'at a count of 3 and again at every 2 more: 0.5 points off.',
        '计至 3 次，以及其后每增加 2 次：扣 0.5 分。',
      ],
      ['{at: 2, bonus: 12.5%}', 'at a count of 2: 12.5% of the bonus withheld.', '计至 2 次：扣发绩效奖金的 12.5%。'],
      [
        '{at: 2, bonus: 300}',
        'at a count of 2: CNY 300.00 of the bonus withheld.',
        '计至 2 次：扣发绩效奖金 ¥300.00。',
      ],
      [
        '{at: 2, fine: 5, points: 1, action: [written_warning, training]}',
        'at a count of 2: fine of CNY 5.00; 1 point off; written warning; training.',
        '计至 2 次：罚款 ¥5.00；扣 1 分；书面警告；培训。',
      ],
      [
        '{at: 1, action: promotion_bar, for: 12 months}',
        'at a count of 1: bar to promotion for 12 months.',
        '计至 1 次：暂停晋升，为期 12 个月。',
      ],
      [
        '{at: 3, action: dismissal_review}',
        'at a count of 3: proposed: review of dismissal.',
        '计至 3 次：建议辞退评议。',
      ],
      [
        '{at: 1, points: 1, needs: {written_warning: 2, training: 1}}',
        'at a count of 1, for those who have had in that time written warning (2) and training (1): 1 point off.',
        '计至 1 次，且该期间内已受书面警告 2 次、培训 1 次：扣 1 分。',
      ],
    ],
    (tier) => ladder({ tiers: `[${tier}]` }),
  );
  saysOf(
    [
      [
        '{at: 2h, points: 1, every: 90m}',
        'at 2 hours and again at every 1 hour 30 minutes more: 1 point off.',
        '计至 2 小时，以及其后每增加 1 小时 30 分钟：扣 1 分。',
      ],
      // Neither clock ever closes: two days are 48 hours and nothing else (S9).
      ['{at: 2d, points: 1}', 'at 2 days (48 hours): 1 point off.', '计至 2 天（48 小时）：扣 1 分。'],
    ],
    (tier) => ladder({ count: '{overtime: {}}', tiers: `[${tier}]` }),
  );
  saysOf(
    [
      ['each', 'Steps, each of which acts by itself:', '各档分别适用：'],
      [
        'highest',
        'Steps, of which the highest that is reached in that time stands alone:',
        '只适用该期间内达到的最高一档：',
      ],
    ],
    (apply) => ladder({ apply }),
  );
  test('below a line', () => {
    const { en, zh } = page(
      ladder({ count: '{attainment: {}}', apply: 'highest', tiers: '[{below: 92.5%, points: 1}]' }),
    );
    expect(en).toEqual(
      expect.arrayContaining([
        'Steps, of which the lowest line that is missed counts alone:',
        'below 92.5%: 1 point off.',
      ]),
    );
    expect(zh).toEqual(expect.arrayContaining(['只适用未达到的最低一档：', '低于 92.5%：扣 1 分。']));
  });
});

describe('bounds of a ladder', () => {
  const trimmed = ' What goes beyond a cap is cut off, and what follows in that time is nought.';
  const cutOff = '超出上限的部分免除，其后在该期间内的记为零。';
  saysOf(
    [
      [
        'cap: {fine: 800}',
        `Fines in a month come to no more than CNY 800.00.${trimmed}`,
        `同一自然月内罚款合计不超过 ¥800.00。${cutOff}`,
      ],
      [
        'cap: {fine: [800, 20%], points: 10}',
        `Fines in a month come to no more than CNY 800.00 or, where that is less, 20% of the bonus base. Points taken off in a month come to no more than 10.${trimmed}`,
        `同一自然月内罚款合计不超过 ¥800.00，且不超过绩效基数的 20%。同一自然月内扣分合计不超过 10 分。${cutOff}`,
      ],
      [
        'cap: {bonus: 30%}',
        `Shares of the bonus withheld in a month come to no more than 30%.${trimmed}`,
        `同一自然月内扣发绩效奖金的比例合计不超过 30%。${cutOff}`,
      ],
      ['grace: 1', 'The first one in a month counts for nothing.', '同一自然月内最初 1 次不计。'],
      ['grace: 2', 'The first 2 in a month count for nothing.', '同一自然月内最初 2 次不计。'],
      [
        'reset: {after: [training, exam]}',
        'After this the count begins again at nought: training or exam.',
        '受到下列处理以后，从零重新计数：培训或考试。',
      ],
      [
        'reset: {clean: 6 months}',
        'After 6 months without anything that counts, the count begins again at nought.',
        '连续 6 个月没有应计事项的，从零重新计数。',
      ],
      [
        'off_duty: spare',
        'A breach of somebody who was on leave or off shift when the time ran out does not count here.',
        '时限用尽时正在休假或者不在班的，该次不在此计入。',
      ],
    ],
    (part) => {
      const [, key = '', value = ''] = /^(\w+): (.*)$/.exec(part) ?? [];
      return ladder({ [key]: value });
    },
    `${HEAD}people: r.csv\n`,
  );
});

describe('what a breach costs', () => {
  saysOf(
    [
      ['{give: 致歉函}', 'any breach: 致歉函.', '任何超时：致歉函。'],
      ['{give: 现金, amount: 50}', 'any breach: 现金, CNY 50.00.', '任何超时：现金，¥50.00。'],
      ['{give: 延长保修, quantity: 6 months}', 'any breach: 延长保修, 6 months.', '任何超时：延长保修，6 months。'],
      [
        '{clock: [answer, end], when: {channel: phone}, give: 券, percent: 10%}',
        'a breach of First answer [answer] and end, where 渠道 is 电话: 券, 10%.',
        '首次响应 [answer]、end 超时，且渠道为电话：券，10%。',
      ],
      [
        '{when: {channel: phone}, give: 现金, percent: 30%, of: amount, cap: 5000, at_least: 50, despite_excuse: true}',
        'any breach, where 渠道 is 电话: 现金, 30% of "金额". No more than CNY 5,000.00. No less than CNY 50.00. Also where the breach is excused.',
        '任何超时，且渠道为电话：现金，「金额」的 30%。最多 ¥5,000.00。最少 ¥50.00。该次超时经免责的，照样给付。',
      ],
    ],
    (entry) => `compensation:\n  - ${entry}`,
  );

  test('bands, what is given otherwise, and the bounds under them', () => {
    const { en, zh } = page(
      'compensation:\n  - {clock: end, give: 券, percent: 10%, cap: 9, bands: [{over: "> 24h", percent: 20%}, {over: ">= 2h", amount: 5}]}',
    );
    expect(en.slice(-7, -1)).toEqual(
      [
        'a breach of end, once it has stopped, by how far it is over the limit:',
        'over by more than 24 hours: 券, 20%.',
        'over by 2 hours or more: 券, CNY 5.00.',
        'otherwise: 券, 10%.',
        'No more than CNY 9.00.',
      ].toSpliced(0, 0, 'For a breach the customer is given what the first of these says that fits:'),
    );
    expect(zh.slice(-6, -1)).toEqual([
      'end 超时，结束以后，按超出时限的多少：',
      '超时超过 24 小时的：券，20%。',
      '超时达到或超过 2 小时的：券，¥5.00。',
      '其他：券，10%。',
      '最多 ¥9.00。',
    ]);
  });

  test('bands alone: otherwise nothing', () => {
    const { en, zh } = page('compensation:\n  - {give: 券, bands: [{over: "> 24h", percent: 20%}]}');
    expect(en).toContain('otherwise: nothing.');
    expect(zh).toContain('其他：不予给付。');
  });

  test.each([
    ['', 'The export names no customer: each ticket stands for its own.', '导出数据没有客户名称，以工单号代替。'],
    [
      'customer: supplier\n',
      'The customer is whoever "供应商" names; where it is blank, the ticket stands for them.',
      '客户以「供应商」所记的为准；空白的，以工单号代替。',
    ],
  ])('the customer: %s', (head, english, chinese) => {
    const { en, zh } = page('compensation: [{give: a}]', HEAD + head);
    expect([en.at(-1), zh.at(-1)]).toEqual([english, chinese]);
  });

  test('suppliers', () => {
    const { en, zh } = page('liability: [{give: 违约金, amount: 500}]');
    expect(en.slice(-3)).toEqual([
      'Liability of suppliers',
      'For a breach that is charged to a supplier, it owes what the first of these says that fits:',
      'any breach: 违约金, CNY 500.00.',
    ]);
    expect(zh.slice(-3)).toEqual([
      '供应商责任',
      '由供应商负责的每次超时，供应商按下列第一条符合的承担：',
      '任何超时：违约金，¥500.00。',
    ]);
  });
});

test('rewards', () => {
  const { en, zh } = page(
    'rewards:\n  - {id: t, title: {zh: 及时奖, en: Timely}, per: team, window: quarter, clock: answer, runs_when: {channel: phone}, when: {attainment: ">= 98%", rating: "> 4.5", ratings: 5, breaches: 0}, give: {bonus: 2%, points: 5, action: commendation}}',
    `${HEAD}rating: grade\n`,
  );
  expect(en.slice(-8)).toEqual([
    'Timely [t]',
    'Each team is rewarded who meets all of these lines in a quarter, once that has ended:',
    'the share in time is at least 98%.',
    'the mean rating is more than 4.5.',
    'the number of ratings is 5.',
    'the number of breaches is 0.',
    'Only of: First answer [answer]. Only of tickets where 渠道 is 电话.',
    'Given: bonus of 2% of the base; 5 points; commendation.',
  ]);
  expect(zh.slice(-8)).toEqual([
    '及时奖 [t]',
    '每一班组每个季度同时符合下列条件的，该期间结束后给予奖励：',
    '达标率不低于 98%。',
    '客户平均评分超过 4.5。',
    '评分次数为 5。',
    '超时次数为 0。',
    '限于：首次响应 [answer]。限于渠道为电话的工单。',
    '奖励：绩效基数 2%的奖金；加 5 分；表彰。',
  ]);
});

describe('what holds for all of them is told where it matters', () => {
  const general = (rest: string, head = HEAD) => page(rest, head);

  test.each<readonly [name: string, lines: Lines, english: string, chinese: string]>([
    [
      'excuses',
      general(ladder({}), `${HEAD}excuses: e.csv\n`),
      'A breach that is excused does not count, and stays on record.',
      '经免责的超时不计次数，记录予以保留。',
    ],
    [
      'grades',
      general(ladder({ count: '{breaches: {severity: minor}}' })),
      'A breach counts with the grade',
      '超时的等级，',
    ],
    [
      'weights',
      general(ladder({ count: '{breaches: {weights: {minor: 2}}}' })),
      'A breach counts with the grade',
      '超时的等级，',
    ],
    [
      'ratings',
      general(ladder({}), `${HEAD}rating: grade\n`),
      'Ratings are the numbers in "等级"',
      '客户评分以「等级」所记',
    ],
    [
      'the personnel file',
      general(ladder({}), `${HEAD}personnel: p.csv\n`),
      'What p.csv has of people',
      '人事档案文件 p.csv 所记',
    ],
    [
      'leave',
      general(ladder({}), `${HEAD}leave: l.csv\n`),
      'Who was on leave is told by l.csv;',
      '休假以 l.csv 为准；',
    ],
    [
      'a share of the bonus without a roster',
      general(ladder({ tiers: '[{at: 1, bonus: 5%}]' })),
      'A share of the bonus is told as a share:',
      '绩效奖金只记比例：',
    ],
    [
      'with one',
      general(ladder({ tiers: '[{at: 1, bonus: 5%}]' }), `${HEAD}people: r.csv\n`),
      'A share of the bonus is a share of the base',
      '绩效奖金的比例，以名册',
    ],
    [
      'rounding',
      general('rounding: {to: 1, rule: down}\ncompensation: [{give: a, percent: 5%, of: amount}]'),
      'A share of money is rounded once, where it arises, to whole steps of CNY 1.00, down.',
      '按比例计算的金额，在产生之时取整一次，以 ¥1.00 为单位，尾数舍去。',
    ],
    [
      'proposals',
      general(ladder({ tiers: '[{at: 1, action: [reassignment_review, suspension]}]' })),
      'Of these only a proposal is made, on which people decide: suspension or review of reassignment. They are never told as facts.',
      '下列各项仅为建议，须由有权的人决定，不作为事实记载：停职或调岗评议。',
    ],
  ])('%s', (_, { en, zh }, english, chinese) => {
    const plain = page(ladder({}));
    expect(en.some((line) => line.startsWith(english))).toBe(true);
    expect(zh.some((line) => line.startsWith(chinese))).toBe(true);
    expect(plain.en.some((line) => line.startsWith(english))).toBe(false);
    expect(plain.zh.some((line) => line.startsWith(chinese))).toBe(false);
  });

  test.each([
    ['half-up', 'the nearest CNY 0.01, a half up.', '以 ¥0.01 为单位，四舍五入。'],
    ['half-even', 'the nearest CNY 0.01, a half to the even one.', '以 ¥0.01 为单位，四舍六入、恰为一半的取偶数。'],
    ['up', 'whole steps of CNY 0.01, up.', '以 ¥0.01 为单位，尾数进位。'],
  ])('rounding %s', (rule, english, chinese) => {
    const { en, zh } = page(`rounding: {rule: ${rule}}\nliability: [{give: a, percent: 5%, of: amount}]`);
    expect(en.some((line) => line.endsWith(english))).toBe(true);
    expect(zh.some((line) => line.endsWith(chinese))).toBe(true);
  });
});
