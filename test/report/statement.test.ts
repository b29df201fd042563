import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { byDecision } from '../../src/figures/breaches.ts';
import { consequenceFigures } from '../../src/figures/consequences.ts';
import { displayWidth } from '../../src/locale/width.ts';
import type { RenderOptions } from '../../src/report/formats/format.ts';
import { renderStatement, type Statement } from '../../src/report/statement-page.ts';
import { breaches, consequences, scope } from '../figures/consequences-in-october.ts';
import { october } from './october.ts';
import { ops118 } from './ops-118.ts';
import { escaped, pseudo } from './pseudo.ts';
import { chinese, english } from './reader.ts';

const lines = breaches
  .map(({ dated }) => dated)
  .sort(byDecision)
  .map(({ line }) => ({ ...line, elapsed: 3000, within: 1800 }));
const report: Report = {
  ...october,
  breaches: lines.filter(({ ticket }) => ticket !== 'T-0'),
  consequences: consequenceFigures(consequences, breaches, scope),
};
const [run] = ops118.runs;
const li: Statement = {
  report,
  person: { id: 'E1', name: '李娜', department: '客服一部' },
  who: 'E1',
  proofOf: ({ ticket }) => (ticket === 'T-1' && run !== undefined ? { run, records: undefined } : undefined),
};
const wang: Statement = { ...li, person: { id: 'E2', name: '王芳', department: '' }, who: 'E2' };

function page(statement: Statement, options: RenderOptions = { ...chinese, width: 200 }): string {
  return renderStatement(statement, options);
}

describe('in Chinese', () => {
  const shown = page(li);

  test('opens with the policy, the person, the period, the file', () => {
    expect(shown.split('\n').slice(0, 8)).toEqual([
      '超时及处理告知书',
      '所依制度：售后服务响应时限控制制度',
      '姓名：李娜',
      '工号：E1',
      '部门：客服一部',
      '期间：2026-10（自2026-10-01 00:00:00起，至2026-11-01 00:00:00前）',
      '截至：2026-11-01 00:00:00（时区 Asia/Shanghai）',
      '文件：tickets.csv',
    ]);
  });

  test('each breach with its proof in short, by the policy’s clock', () => {
    // 1800 s promised, 3000 s taken, 20 min over: as the lines say.
    expect(shown).toContain(`一、超时
1. T-1，首次响应，第1轮，minor
   时限30分0秒，用时50分0秒，超出20分0秒
   工作时间内扣除：暂停1小时30分0秒，除外0秒。自然时间：68小时0分0秒。
   到期时间：2026-10-05 17:00:00
   开始：2026-09-01 17:00:00，tickets.csv:7
   结束：2026-10-05 17:20:00，tickets.csv:12
   当时持有人：李晓明，自 2026-03-06 16:10:00，tickets.csv:8
2. T-2，`);
  });

  test('a breach without its proof is told all the same', () => {
    expect(shown).toContain(`2. T-2，首次响应，第1轮，severe
   时限30分0秒，用时50分0秒，超出40分0秒
   到期时间：2026-10-06 17:00:00
   开始：2026-09-01 17:00:00
   尚未结束，计至报告时点
3. T-3`);
  });

  test('who was away, and what was set aside by whom', () => {
    expect(shown).toMatch(/3\. T-3，.*\n(.*\n)+? {3}时限用尽时正在休假\n4\. T-4/);
    expect(shown).toMatch(
      /4\. T-4，.*\n(.*\n)+? {3}免责：周宁，2026-10-12 08:00:00，台风停电，证据：公告第 7 号，不计入次数\n\n二、/,
    );
  });

  test('each consequence with its step and the breach that reached it, what is only proposed apart', () => {
    expect(shown).toContain(`二、处理
1. 罚款 ¥50.00：2026-10第1次超时，阶梯fines第1档
   2026-10-05 17:00:00，因T-1，首次响应，第1轮
2. 罚款 ¥100.00：2026-10第2次超时，阶梯fines第2档`);
    expect(shown).toContain(`3. 罚款 ¥150.00：2026-10第3次超时，阶梯fines第3档
   2026-10-07 17:00:00，因T-3，首次响应，第1轮
   一并计入：以上所列
   因封顶减去¥50.00`);
    // T-0 is of September: this page does not have it otherwise.
    expect(shown).toContain(`5. 口头警告：2025-10-07至2026-10-07第3次超时（minor），阶梯oral第1档
   2026-10-07 17:00:00，因T-3，首次响应，第1轮
   一并计入：T-0，其余见上
`);
    expect(shown).toContain(`三、建议
以下仅为建议，须由有权的人逐项决定；作出决定之前不予执行。
1. 调岗评议：2025-10-07至2026-10-07第3次口头警告，written第2档`);
  });

  test('the sums, how to appeal, and lines to sign on', () => {
    expect(shown).toContain(`四、合计
罚款 ¥300.00
扣绩效 ¥123.45
扣分 2分
口头警告 1次
暂停晋升 1次
建议：调岗评议 1次

五、申诉
对上列任何一项有异议的，可以提出申诉，并附理由和证据。

六、签收
本人已收到并阅读本告知书；签收不表示同意其内容。
`);
    expect(shown).toMatch(/\n员工： {4}_+ {2}日期：_+\n\n主管： {4}_+ {2}日期：_+\n\n人事部门：_+ {2}日期：_+\n$/);
  });

  test('nobody else’s breaches and consequences', () => {
    for (const other of ['T-5', 'T-6', 'T-7', 'E2', '违约金', 'voucher']) expect(shown).not.toContain(other);
  });
});

test('an appeal in the policy’s own words, and until when a decision has effect', () => {
  const appeal = { zh: '五个工作日内向人事部申诉。', en: 'Appeal to personnel within five working days.' };
  const DAY = 86_400_000;
  const shown = page({ ...li, appeal, within: 30 * DAY });
  // The first breach that counts is of 5 October 17:00; 30 days later it is 4 November.
  expect(shown).toContain(`五、申诉
五个工作日内向人事部申诉。
免责或申诉的决定，须在超时之后 30天之内作出，逾期不生效力。
上列超时中，最早到期的一次截至 2026-11-04 17:00:00。
`);
  const inEnglish = page({ ...li, appeal, within: 36 * 3_600_000 }, { ...english, width: 200 });
  expect(inEnglish).toContain('Appeal to personnel within five working days.\n');
  expect(inEnglish).toContain('only within 36h 0m 0s of the breach.\n');
});

test('somebody without a breach gets a page that says so, with what is known at the end of a window', () => {
  const shown = page(wang, { ...english, width: 200 });
  expect(shown).toContain('1. Breaches\nThere are no breaches in this period.\n');
  expect(shown).toContain(
    '1. Bonus withheld 5.5%: 85.714% in time in 2026-10, share, tier 1\n   2026-11-01 08:00:00\n',
  );
  expect(shown).toContain('3. Rewards\n1. Bonus CNY 300.00: Always in time\n');
  expect(shown).toContain('   reached: share in time at least 98%, mean rating above 4.5, breaches exactly 0\n');
  expect(shown).not.toMatch(/Department|Proposed/);
});

test('without consequences it says whether the policy has any', () => {
  const calm = { ...wang, who: 'E3' };
  expect(page(calm, english)).toContain('2. What follows\nNothing follows in this period.\n');
  expect(page({ ...calm, report: october }, english)).toContain(
    'The policy says nothing of what follows from breaches.\n',
  );
});

test('who is charged otherwise than as the holder is told why', () => {
  const place = { file: 'tickets.csv', line: 9 };
  const stopper = { rule: { kind: 'stopper' } as const, decides: true, named: { name: '李娜', place }, tooShort: [] };
  const charged = {
    ...run!,
    verdict: { ...run!.verdict, charged: { to: 'E1', kind: 'employee' as const } },
    grounds: [stopper],
  };
  const shown = page({ ...li, proofOf: () => ({ run: charged, records: undefined }) }, { ...english, width: 200 });
  expect(shown).toContain('   By the rule: whoever stopped the clock, tickets.csv:9\n');
});

test('of a long path the last part is enough beside each line, unless two files share it', () => {
  const elsewhere = (file: string) => ({ run: { ...run!, start: { file, line: 7 } }, records: undefined });
  const named = page({ ...li, proofOf: () => elsewhere('exports/2026/october.csv') });
  expect(named).toContain('文件：exports/2026/october.csv、tickets.csv\n');
  expect(named).toContain('开始：2026-09-01 17:00:00，october.csv:7\n');
  const shared = page({ ...li, proofOf: () => elsewhere('C:\\exports\\tickets.csv') });
  expect(shared).toContain('开始：2026-09-01 17:00:00，C:\\exports\\tickets.csv:7\n');
});

test('a duty’s missed interval is no length', () => {
  const { clock } = run!.verdict.run;
  const verdict = { ...run!.verdict, run: { ...run!.verdict.run, clock: { ...clock, kind: 'duty' as const } } };
  const proof = { run: { ...run!, verdict }, records: undefined };
  const shown = page({ ...li, proofOf: () => proof }, { ...english, width: 200 });
  expect(shown).toContain('   Due every 30m 0s; the interval ended without what was due\n');
  expect(shown).not.toContain('Not stopped');
});

test.each([
  ['Chinese', chinese],
  ['English', english],
])('fits into 80 columns in %s', (_, options) => {
  for (const statement of [li, wang]) {
    expect(
      page(statement, options)
        .split('\n')
        .filter((line) => displayWidth(line) > 80),
    ).toEqual([]);
  }
});

test('every word comes from the catalogue', () => {
  const own = [
    '售后服务响应时限控制制度',
    'First response',
    'Ladder fines',
    'Ladder bonus',
    'Ladder oral',
    'Always in time',
  ];
  own.push('客服一部', '台风停电', '公告第 7 号', 'tickets.csv', 'written', 'minor', 'severe', 'share', 'score');
  own.push('李晓明', '李娜', '王芳', '周宁', 'CNY', 'T-', 'E1', 'E2', 'Q4', 'Asia/Shanghai');
  for (const statement of [li, wang]) {
    let rest = escaped(page(statement, { ...english, words: pseudo, local: () => '', width: 2000 }));
    for (const word of own) rest = rest.replaceAll(word, '');
    expect(rest.match(/\p{Letter}+/gu) ?? []).toEqual([]);
  }
});
