import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { consequenceFigures } from '../../src/figures/consequences.ts';
import { displayWidth } from '../../src/locale/width.ts';
import type { RenderOptions } from '../../src/report/formats/format.ts';
import type { FormatName } from '../../src/report/formats/formats.ts';
import { render } from '../../src/report/render.ts';
import type { ViewName } from '../../src/report/views/views.ts';
import { breaches, consequence, consequences, ref, scope } from '../figures/consequences-in-october.ts';
import { october } from './october.ts';
import { escaped, pseudo } from './pseudo.ts';
import { chinese, english } from './reader.ts';
import { written } from './written.ts';

const VIEWS = ['penalties', 'compensation', 'rewards', 'consequences'] as const satisfies ViewName[];

const report: Report = { ...october, consequences: consequenceFigures(consequences, breaches, scope) };

function show(view: ViewName, options: RenderOptions, format: FormatName = 'table', shown = report): string {
  return written(render({ report: shown, findings: [] }, view, format, options));
}

describe.each(VIEWS)('%s', (view) => {
  test.each([
    ['Chinese', chinese],
    ['English', english],
  ])('fits into 80 columns, its tables aligned, in %s', (_, options) => {
    const page = show(view, options);
    expect(page.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
    const tables = page.split('\n\n').filter((part) => /^-[- ]*-$/m.test(part));
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const lines = table.split('\n').slice(table.split('\n').findIndex((line) => /^-[- ]*-$/.test(line)));
      expect(new Set(lines.filter((line) => line !== '').map(displayWidth)).size).toBe(1);
    }
  });

  test('every word comes from the catalogue', () => {
    const options = { ...english, words: pseudo, local: () => '', width: 1000 };
    let rest = escaped(show(view, options));
    for (const own of OWN) rest = rest.replaceAll(own, '');
    expect(rest.match(/\p{Letter}+/gu) ?? []).toEqual([]);
  });

  test('says so where there is nothing, and where the policy has no rule', () => {
    const none = { ...october, consequences: consequenceFigures([], [], scope) };
    expect(show(view, english, 'table', none)).toMatch(/\nNone in this period\.\n$/);
    expect(show(view, chinese, 'table', october)).toMatch(/\n制度未规定超时的后果。\n$/);
    const [header, ...rows] = show(view, english, 'csv', october).split('\n');
    expect([header, rows]).toEqual([show(view, english, 'csv').split('\n')[0], ['']]);
  });

  test('a report that was saved as JSON shows the same', () => {
    expect(show(view, english, 'table', JSON.parse(JSON.stringify(report)))).toBe(show(view, english));
  });
});

/** The policy's and the export's own words, the longer first. */
const OWN = [
  ...['售后服务响应时限控制制度', 'First response', 'Ladder fines', 'Ladder bonus', 'Ladder oral', 'Always in time'],
  ...[
    '客服一部',
    '北方物流',
    '违约金',
    'voucher',
    'written',
    'minor',
    'severe',
    'timely',
    'share',
    'score',
    'cash',
    'Acme',
  ],
  ...['李娜', '王芳', 'unit', 'CNY', 'T-', 'E1', 'E2', 'Q4'],
];

describe('penalties', () => {
  const page = show('penalties', { ...chinese, width: 200 });
  const inEnglish = show('penalties', { ...english, width: 200 });

  test.each([
    ['what is on nobody’s file', '未记入任何员工名下：超时1次，无人持有工单。'],
    // 50 + 100 + 150 of fines.
    ['each employee on a line', /李娜（E1） +3 +1 +1 +¥300\.00 +¥123\.45 +2 *\n/],
    ['what is no number under it, proposals last', '口头警告 1次，暂停晋升 1次，建议：调岗评议 1次'],
    ['all of them together', /总计 +3 +1 +1 +¥300\.00 +¥123\.45 +2 *\n +扣绩效 5\.5%，/],
    ['the department, and its breaches by band', '客服一部：超时4次，其中minor 2次、severe 2次，不当班1次，另免责1次'],
    ['what a supplier owes', /北方物流 +1 +¥1,000\.00/],
    ['who it is and where they work', '李娜（E1），客服一部：超时3次'],
    ['the amount, the count, the window', /罚款 +¥150\.00 +2026-10第3次超时 +2026-10-07 17:00:00/],
    ['the step, and the breach that reached it', '阶梯fines第3档：T-3，首次响应，第1轮'],
    ['what the cap took off', '因封顶减去¥50.00'],
    ['money with the share that it is', /扣绩效 +¥123\.45（5%） +2026-10超时加权计5次/],
    [
      'a count of one severity, with what was counted before',
      /2025-10-07至2026-10-07第3次超时（minor）[^一]+一并计入：T-0、T-1/,
    ],
    ['a count of warnings', '第3次口头警告'],
    ['how long it lasts', '至 2027-10-07 17:00:00 止'],
    [
      'that somebody must decide',
      /建议：调岗评议[^：]+第2档：T-3，首次响应，第1轮 *\n +一并计入：.*\n +仅为建议，须由有权的人决定/,
    ],
    ['a length', /扣分 +2分 +2026-Q4超时累计超出80\.5分钟/],
    ['a share in time', /扣绩效 +5\.5% +2026-10达标率85\.714%/],
    ['a rating', '2026-10平均评分3.9'],
  ])('in Chinese: %s', (_, text) => {
    if (typeof text === 'string') expect(page).toContain(text);
    else expect(page).toMatch(text);
  });

  test.each([
    /李娜 \(E1\) +3 +1 +1 +CNY 300\.00 +CNY 123\.45 +2 *\n/,
    /Fine +CNY 150\.00 +3rd breach in 2026-10 /,
    /Oral warning +3rd minor breach from 2025-10-07 to 2026-10-07/,
    /Proposed: review of reassignment +3rd oral warning/,
    /a proposal only: a person must decide/,
    /Bonus withheld +5\.5% +85\.714% in time in 2026-10/,
    /Points off +2 points +80\.5 min over in breaches in 2026-Q4/,
    /Sum: fine CNY 300\.00, bonus withheld CNY 123\.45, points off 2 points, oral warning \(1\)/,
  ])('in English: %s', (text) => {
    expect(inEnglish).toMatch(text);
  });

  test('rewards are no penalties', () => {
    expect(page).not.toContain('表彰');
    expect(page).not.toContain('奖金');
  });

  test('of each ladder a ticket is named once: what reached a step above is not told again', () => {
    expect(page.match(/一并计入：T-1、T-2/g)).toHaveLength(2); // bonus and slow, not fines
    const grown = [
      consequence({ breach: ref('T-2'), counted: [ref('T-0'), ref('T-1'), ref('T-2')] }),
      consequence({ breach: ref('T-3'), counted: [ref('T-0'), ref('T-1'), ref('T-2'), ref('T-3')] }),
      consequence({ breach: ref('T-4'), counted: [ref('T-9'), ref('T-3'), ref('T-4')] }),
    ];
    const shown = { ...october, consequences: consequenceFigures(grown, [], scope) };
    expect(show('penalties', chinese, 'table', shown).match(/一并计入：.*\S/g)).toEqual([
      '一并计入：T-0、T-1',
      '一并计入：以上所列',
      '一并计入：T-9，其余见上',
    ]);
  });

  test('of more than eight tickets the last are named, the others counted', () => {
    const counted = Array.from({ length: 11 }, (_, n) => ref(`A-${n}`));
    const shown = { ...october, consequences: consequenceFigures([consequence({ counted })], [], scope) };
    const wide = show('penalties', { ...english, width: 200 }, 'table', shown);
    expect(wide).toContain('counted with it: A-3, A-4, A-5, A-6, A-7, A-8, A-9, A-10 and 3 earlier');
  });

  test('CSV has a row for each subject, and the same columns whatever happened', () => {
    expect(show('penalties', english, 'csv').split('\n')).toEqual([
      'period,who,name,kind,department,breaches,excused,off_duty,severity,fine,bonus,currency,bonus_percents,points,owed,oral_warning,written_warning,self_review,training,exam,exam_failed,promotion_bar,reassignment_review,suspension,dismissal_review,notice,commendation',
      '2026-10,E1,李娜,employee,客服一部,3,1,1,minor=2 severe=1,300,123.45,CNY,,2,,1,0,0,0,0,0,1,1,0,0,0,0',
      '2026-10,E2,王芳,employee,客服一部,0,0,0,,,,,5.5,,,0,0,0,0,0,0,0,0,0,0,1,0',
      '2026-10,客服一部,,department,,4,1,1,minor=2 severe=2,,,,,2.5,,0,0,0,0,0,0,0,0,0,0,0,0',
      '2026-10,北方物流,,supplier,,1,0,0,minor=1,,,CNY,,,1000,0,0,0,0,0,0,0,0,0,0,0,0',
      '',
    ]);
  });

  test('JSON is one value: each subject with its breaches, sums and consequences', () => {
    const json = JSON.parse(show('penalties', english, 'json'));
    expect(json).toMatchObject({
      schemaVersion: 1,
      currency: 'CNY',
      withoutFile: [{ kind: 'unassigned', breaches: 1 }],
    });
    expect(json.subjects[0]).toMatchObject({
      ...{
        kind: 'employee',
        name: 'E1',
        counted: 3,
        sums: [{ consequence: 'fine', times: 3, amount: 300 }, {}, {}, {}, {}, {}],
      },
      breaches: [{ ticket: 'T-1' }, { ticket: 'T-2' }, { ticket: 'T-3', offDuty: 'leave' }, { outcome: 'excused' }],
    });
    expect(json.subjects[0].consequences).toHaveLength(8);
    // The reward stands in a view of its own.
    expect(json.subjects[1].consequences.map(({ ladder }: { ladder: string }) => ladder)).toEqual(['share', 'score']);
  });
});

describe('compensation', () => {
  test('for people: the customer, the reason, how late, what and how much', () => {
    const page = show('compensation', { ...english, width: 120 });
    expect(page).toMatch(/Acme +T-1 +First response +20m 0s +voucher +10% *\n/);
    // Without a customer the record names the ticket; the page does not call it one.
    expect(page).toMatch(
      /\(not given\) +T-2 +First response +40m 0s +cash +CNY 20\.50 *\n +CNY 5\.00 taken off by the cap/,
    );
    expect(page).toMatch(/Sums\ncash CNY 20\.50: once\nvoucher 10%: once\n$/);
  });

  test('for machines', () => {
    expect(show('compensation', english, 'csv').split('\n')).toEqual([
      'customer,ticket,clock,cycle,over_s,give,amount,currency,percent,quantity,at,rule,capped',
      'Acme,T-1,first_response,1,1200,voucher,,,10,,2026-10-05T09:00:00Z,1,',
      ',T-2,first_response,1,2400,cash,20.5,CNY,,,2026-10-06T09:00:00Z,2,5',
      '',
    ]);
  });
});

describe('rewards', () => {
  test('for people: who, what for, what', () => {
    const page = show('rewards', { ...chinese, width: 120 });
    expect(page).toMatch(/王芳（E2） +及时奖 /);
    expect(page).toContain('2026-10，达到：达标率不低于98%、平均评分高于4.5、超时次数为0');
    expect(page).toMatch(/奖金 +¥300\.00 *\n.*\n +表彰/);
    expect(page).toMatch(/员工：奖金 ¥300\.00，表彰 1次\n$/);
  });

  test('for machines', () => {
    expect(show('rewards', english, 'csv').split('\n')).toEqual([
      'who,name,kind,reward,consequence,amount,currency,percent,period,at,proposal',
      'E2,王芳,employee,timely,bonus,300,CNY,,2026-10,2026-11-01T00:00:00Z,false',
      'E2,王芳,employee,timely,commendation,,,,2026-10,2026-11-01T00:00:00Z,false',
      '',
    ]);
  });
});

describe('the consequence record', () => {
  const [header, ...rows] = show('consequences', english, 'csv').split('\n');

  test('has the contract’s columns in its order, then our own', () => {
    const contract =
      'who,kind,ladder,tier,consequence,amount,currency,percent,at,period,count,ticket,clock,cycle,proposal';
    expect(header).toBe(`${contract},name,until,quantity,capped,reward,counted,on_file`);
  });

  test('has a row for each consequence, in time order; what is not known is empty', () => {
    expect(rows.slice(0, 5)).toEqual([
      'E1,employee,fines,1,fine,50,CNY,,2026-10-05T09:00:00Z,2026-10,1,T-1,first_response,1,false,李娜,,,,,T-1/first_response/1,',
      'Acme,customer,compensation,1,voucher,,,10,2026-10-05T09:00:00Z,,1,T-1,first_response,1,false,,,,,,T-1/first_response/1,',
      'E1,employee,fines,2,fine,100,CNY,,2026-10-06T09:00:00Z,2026-10,2,T-2,first_response,1,false,李娜,,,,,T-1/first_response/1 T-2/first_response/1,',
      'T-2,customer,compensation,2,cash,20.5,CNY,,2026-10-06T09:00:00Z,,1,T-2,first_response,1,false,,,,5,,T-2/first_response/1,',
      'E1,employee,fines,3,fine,150,CNY,,2026-10-07T09:00:00Z,2026-10,3,T-3,first_response,1,false,李娜,,,50,,T-1/first_response/1 T-2/first_response/1 T-3/first_response/1,',
    ]);
    expect(rows[8]).toMatch(/^E1,employee,written,2,reassignment_review,,,,.*,true,李娜,/);
    expect(rows.at(-5)).toBe(
      'E2,employee,share,1,bonus,,,5.5,2026-11-01T00:00:00Z,2026-10,85.714,,,,false,王芳,,,0.5,,,',
    );
    expect(rows.at(-4)).toMatch(/^E2,employee,score,/);
  });

  test('calls every reward "rewards", and says which', () => {
    expect(rows.at(-2)).toBe(
      'E2,employee,rewards,1,commendation,,,,2026-11-01T00:00:00Z,2026-10,100,,,,false,王芳,,,,timely,,',
    );
  });

  test('of very many that were counted it has the last, and how many there are before them', () => {
    const counted = Array.from({ length: 203 }, (_, n) => ref(`A-${n}`));
    const shown = { ...october, consequences: consequenceFigures([consequence({ counted })], [], scope) };
    expect(show('consequences', english, 'csv', shown)).toMatch(
      /,\(\+3\) A-3\/first_response\/1 A-4\/first_response\/1 /,
    );
    // Eight are named: 202 - 8 + 1 = 195 is the first of them, and 195 were before.
    expect(show('penalties', { ...english, width: 200 }, 'table', shown)).toContain('A-202 and 195 earlier');
  });

  test('as NDJSON: the same keys, numbers as numbers', () => {
    const [first = ''] = show('consequences', english, 'ndjson').split('\n');
    expect(JSON.parse(first)).toMatchObject({ who: 'E1', amount: 50, percent: null, count: 1, proposal: false });
  });

  test('for people: who it is about, then what', () => {
    const page = show('consequences', { ...english, width: 120 });
    expect(page).toMatch(
      /李娜 \(E1\) *\n +Fine +CNY 50\.00 .*\n.*\nAcme *\n +voucher +10% .*\n +compensation of the customer: T-1/i,
    );
  });
});
