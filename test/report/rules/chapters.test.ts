import { describe, expect, test } from 'vitest';
import { CALENDARS, policyOf, policyText, RECORDS, rulesToldBy, told } from './telling.ts';

describe('from when, by whose clock, for whom', () => {
  test.each([
    ['', 'The rules are in force without a date.', '本制度未设生效日期，始终有效。'],
    [
      'effective: 2026-01-01\n',
      'The rules are in force from 2026-01-01 00:00 on. What began before is judged by them too, and marked.',
      '本制度自 2026-01-01 00:00 起生效。生效之前开始的事项也按本制度判定，并予注明。',
    ],
    // 08:00 in UTC is 16:00 in Shanghai.
    [
      'until: 2027-01-01T08:00Z\n',
      'The rules are in force without a date. They are in force until before 2027-01-01 16:00. What begins later is judged by them too, while there are no newer ones, and marked.',
      '本制度未设生效日期，始终有效。本制度至 2027-01-01 16:00 止失效。其后开始的事项，在没有新版本之前仍按本制度判定，并予注明。',
    ],
    [
      '',
      'Dates and times of day are those of the time zone Asia/Shanghai.',
      '本文所称日期和时刻，均为 Asia/Shanghai 时区的时间。',
    ],
    ['', 'Every ticket of the export is judged.', '导出数据中的工单全部纳入判定。'],
    ['', 'People are named as in the export.', '人员姓名以导出数据所写为准。'],
    [
      'people: staff/roster.csv\n',
      'Who is who is told by the roster staff/roster.csv: by number first, then by name and other names, among those employed at the time. A name that it gives to nobody, or to several, is charged as it stands and marked; it is never guessed and never passed on to somebody else. Where the export does not say what somebody is, whoever is employed by the roster is 客服, unless the roster says what else they are.',
      '人员以名册 staff/roster.csv 为准：先按工号，再按姓名和别名，在当时在职的人员中查找。名册中查无此人或者对应多人的，按导出数据所写的姓名记载并注明，不作推测，也不改由他人承担。导出数据未写明操作人身份的，名册中当时在职的人员视为客服，名册另有身份的从其规定。',
    ],
  ])('%s', (head, english, chinese) => {
    const { en, zh } = told('scope', { head });
    expect(en).toContain(english);
    expect(zh).toContain(chinese);
  });

  test('decisions on breaches, and how to ask for one', () => {
    const head =
      'excuses: {file: decisions.csv, within: 14d}\nappeal: {zh: 十四日内向人事部书面提出。, en: In writing.}\n';
    const { en, zh } = told('scope', { head });
    expect(en.slice(-2)).toEqual([
      'Decisions on breaches are in decisions.csv: a breach that is excused, or against which an appeal is upheld, counts for nothing and stays on record. A decision made more than 14 days (336 hours) of calendar time after the breach was decided has no effect.',
      'Appeals: In writing.',
    ]);
    expect(zh.slice(-2)).toEqual([
      '免责和申诉的决定见 decisions.csv：经免责或者申诉成立的超时不再计入，记录予以保留。超时判定之后超过自然时间 14 天（336 小时）才作出的决定，不发生效力。',
      '申诉：十四日内向人事部书面提出。',
    ]);
  });

  test('the role of the staff is named in our words where the export has none for it', () => {
    const records = RECORDS.replace(', role: {column: 角色, values: {客服: agent, 机器人: bot}}', '');
    const { zh } = told('scope', { head: 'people: r.csv\n', records });
    expect(zh.at(-1)).toContain('名册中当时在职的人员视为客服人员（agent），名册另有身份的从其规定。');
  });

  test('tickets that count', () => {
    const { en, zh } = told('scope', { records: `${RECORDS}  include: {channel: "!= email"}\n` });
    expect(en).toContain(
      'Only tickets are judged where, at the date of the report, 渠道 is not 邮件. The others are counted and listed apart.',
    );
    expect(zh).toContain('只判定截至报告时点符合下列条件的工单：渠道不是邮件。其余工单不作判定，另行计数列出。');
  });
});

describe('time that counts for nobody', () => {
  test('none', () => {
    expect(told('exclusions', {})).toEqual({ en: ['None.'], zh: ['无。'] });
  });

  test('each with its reason, whom it touches and for which clocks', () => {
    const rest =
      'exclusions:\n  - {from: 2026-09-05, until: 2026-09-07T12:00, reason: 台风, when: {channel: [phone, wechat]}, clocks: answer}\n  - {from: 2026-09-08, until: 2026-09-09, reason: 停电}\n';
    const { en, zh } = told('exclusions', { rest, clock: 'title: {zh: 首次响应, en: First answer}' });
    expect(en).toEqual([
      'In these times no time counts:',
      'From 2026-09-05 00:00 to before 2026-09-07 12:00: 台风. Only for tickets where 渠道 is 电话 or 微信, and only while that is so. Only for: First answer [answer].',
      'From 2026-09-08 00:00 to before 2026-09-09 00:00: 停电.',
    ]);
    expect(zh).toEqual([
      '下列时间一律不计时：',
      '自 2026-09-05 00:00 起至 2026-09-07 12:00 止，事由：台风。仅限符合以下条件的工单及其符合的期间：渠道为电话或微信。仅限下列时限：首次响应 [answer]。',
      '自 2026-09-08 00:00 起至 2026-09-09 00:00 止，事由：停电。',
    ]);
  });
});

describe('who answers for a breach (S24, S25)', () => {
  test.each([
    [
      '',
      'Answers for a breach: whoever held the ticket (负责人) when the time ran out.',
      '责任：超时由时限用尽时持有工单的人（「负责人」栏）负责。',
    ],
    [
      'charge: current',
      'Answers for a breach: whoever holds the ticket (负责人) at the date of the report.',
      '责任：超时由报告时点持有工单的人（「负责人」栏）负责。',
    ],
    [
      'charge: first',
      'Answers for a breach: whoever held the ticket (负责人) first.',
      '责任：超时由最先持有工单的人（「负责人」栏）负责。',
    ],
    ['charge: stopper', 'Answers for a breach: whoever stopped the clock.', '责任：超时由使计时结束的操作人负责。'],
    [
      'charge: [holder, department, {field: supplier, kind: supplier}]',
      'Answers for a breach: whoever held the ticket (负责人) when the time ran out or, if that is not known, the department named in 部门 when the time ran out or, if that is not known either, the supplier named in 供应商 when the time ran out.',
      '责任：超时由时限用尽时持有工单的人（「负责人」栏）负责；不能确定的，由时限用尽时「部门」栏所写的部门负责；仍不能确定的，由时限用尽时「供应商」栏所写的供应商负责。',
    ],
    [
      'charge: {field: status, kind: employee}',
      'Answers for a breach: the employee named in 状态 when the time ran out.',
      '责任：超时由时限用尽时「状态」栏所写的员工负责。',
    ],
    [
      'min_holding: 10m',
      'Who had held it for less than 10 minutes of opening hours when the time ran out does not answer for it; who held it before does. Where nobody did, it counts as not known who held it.',
      '截至时限用尽时，持有工单不足 10 分钟（工作时间）的人不负责任，由此前持有的人负责；此前无人持有的，视为不能确定。',
    ],
    [
      'charge: nobody',
      'Answers for a breach: nobody; it is kept for the figures only.',
      '责任：超时不由任何人负责，仅作统计。',
    ],
    [
      'charge: [department, nobody]',
      'Answers for a breach: the department named in 部门 when the time ran out. Otherwise nobody does.',
      '责任：超时由时限用尽时「部门」栏所写的部门负责。除此以外，不由任何人负责。',
    ],
  ])('%s', (clock, english, chinese) => {
    const { en, zh } = told('clocks', { clock });
    expect(en).toContain(english);
    expect(zh).toContain(chinese);
  });

  test('the holder’s unit on the roster', () => {
    const records = RECORDS.replace('    department: 部门\n', '');
    const { en, zh } = told('clocks', { head: 'people: r.csv\n', records, clock: 'charge: [department, team]' });
    expect(en).toContain(
      'Answers for a breach: the department, by the roster, of whoever held the ticket (负责人) when the time ran out or, if that is not known, the team, by the roster, of whoever held the ticket (负责人) when the time ran out.',
    );
    expect(zh).toContain(
      '责任：超时由时限用尽时持有工单的人（「负责人」栏）在名册中所属的部门负责；不能确定的，由时限用尽时持有工单的人（「负责人」栏）在名册中所属的班组负责。',
    );
  });

  test('nobody, where the export names no holder: it is said', () => {
    const records = 'records:\n  ticket: 工单号\n  events: {created: 创建, responded: 响应}\n';
    const { zh } = told('clocks', { records });
    expect(zh.at(-1)).toBe(
      '责任：超时由时限用尽时持有工单的人（「assignee」栏）负责。但导出数据没有记载工单由谁持有，因而无法据此确定责任。',
    );
  });
});

describe('objectives', () => {
  const clocks = `clocks:
  answer: {start: created, stop: responded, within: 1h, calendar: office}
  end: {title: 办结, start: created, stop: resolved, within: 8h, calendar: office}
`;

  test('over all clocks', () => {
    const rest = 'objectives: [{at_least: 90%, by: [employee, channel]}]\n';
    expect(told('objectives', { clocks, rest })).toEqual({
      en: [
        '1',
        'All clocks count.',
        'At least 90% of what has been decided is to be in time.',
        'What is void or undecided counts neither way.',
        'The share is told also for each employee and 渠道.',
      ],
      zh: [
        '1',
        '统计范围：全部时限。',
        '已经判定的，达标的不低于 90%。',
        '作废和无法判定的，不计入。',
        '另按员工、渠道分别统计。',
      ],
    });
  });

  test('over one, with a length of its own, for some tickets', () => {
    const rest =
      'objectives: [{id: a, title: {zh: 全部, en: All}, clock: end, when: {channel: phone}, within: 24h, at_least: 85%}]\n';
    expect(told('objectives', { clocks, rest })).toEqual({
      en: [
        'All',
        'Counted: 办结 [end].',
        'Only for tickets where 渠道 is 电话.',
        'At least 85% is to stop within 24 hours of time used, whatever its own limit. What is still open counts once it is beyond that.',
        'What is void or undecided counts neither way.',
      ],
      zh: [
        '全部',
        '统计范围：办结 [end]。',
        '仅限渠道为电话的工单。',
        '不论各自的时限，计入的时间在 24 小时以内结束的不低于 85%。尚未结束而已超过该时间的，计为未达成。',
        '作废和无法判定的，不计入。',
      ],
    });
  });
});

describe('how the export is read', () => {
  test('one row an action', () => {
    const records = `${RECORDS}  sequence: 序号\n  missing: ["", "-"]\n`.replace(
      'assignee: 负责人',
      'assignee: {column: 负责人, empty: clear}',
    );
    const { en, zh } = told('records', { records });
    expect(zh.slice(0, 4)).toEqual([
      '每行为工单上发生的一个动作，工单号在「工单号」。发生时间在「时间」。动作在「动作」。操作人在「操作人」。操作人的身份在「角色」。',
      '同一时刻的记录以「序号」为序；仍不能分先后的，依次为结束、暂停、恢复、开始。记录所写的内容自其时间起有效，直至另有记录改变。单元格空白的，视为没有变化。但负责人空白的，自该时间起视为空白。',
      '所记的时间：未注明时区的，为 Asia/Shanghai 时区的时间；没有秒数或者只有日期的，凡取决于所缺部分的结果不作判定；因夏令时结束而出现两次的时刻，取较早的一次。',
      '下列单元格视为空白：空白、「-」。',
    ]);
    expect(en).toContain(
      'Columns: 紧急程度 (urgency), 渠道 (channel), 等级 (grade), 金额 (amount), 状态 (status), 部门 (department), 负责人 (assignee), 供应商 (supplier) and 约定时间 (promised).',
    );
    expect(en).toContain('紧急程度: 紧急 (urgent), 特急 (urgent) and 一般 (general).');
    expect(zh).toContain('操作人：张工（zhang）。');
  });

  test('one row a ticket; columns of times that are read otherwise are told apart', () => {
    const records = `records:
  ticket: id
  rows: data.tickets
  repeats: first
  events: {created: 创建, responded: {column: 响应, assume: end, ambiguous: reject, format: [yyyy/M/d, yyyy-M-d], zone: UTC}}
`;
    const { en, zh } = told('records', { records });
    expect(en.slice(0, 4)).toEqual([
      'Each row is a ticket; its number is in "id". The rows stand in data.tickets. Of several rows of one ticket the one with the earliest time counts.',
      'Of what happens at one instant a stop comes first, then the beginning of a rest, then its end, then a start.',
      'Times in 创建: without a zone of their own they are those of Asia/Shanghai; a time without seconds, or a date alone, decides nothing that hangs on what is missing; a time that occurred twice, when clocks were put back, is the earlier.',
      'Times in 响应: without a zone of their own they are those of UTC; they are written yyyy/M/d or yyyy-M-d; of a time without seconds, or a date alone, the last second is meant; a time that occurred twice, when clocks were put back, is not used.',
    ]);
    expect(zh[3]).toBe(
      '响应所记的时间：未注明时区的，为 UTC 时区的时间；书写格式为 yyyy/M/d 或 yyyy-M-d；没有秒数或者只有日期的，以其最后一秒为准；因夏令时结束而出现两次的时刻，不予采用。',
    );
  });

  test('one row a change of a field', () => {
    const records =
      'records:\n  ticket: id\n  at: when\n  field: field\n  from: old\n  to: new\n  fields: {status: status}\n';
    const { en } = told('records', { records });
    expect(en[0]).toBe(
      'Each row is a change of one field of the ticket named in "id". When it happened is in "when". Which field changed is in "field", and to what in "new". What it was before is in "old".',
    );
    expect(en[1]).toBe(
      'Of what happens at one instant a stop comes first, then the beginning of a rest, then its end, then a start. What a row says of a ticket holds from its time on, until another row says otherwise.',
    );
  });
});

describe('versions (S32): the newest in full, of each earlier one what differs', () => {
  const version = (head: string, clocks: string, calendars = CALENDARS) =>
    policyText({ head, clocks: `clocks:\n${clocks}`, calendars });
  const answer = (within: string, more = '') =>
    `  answer: {start: created, stop: responded, within: ${within}, calendar: office${more}}\n`;
  const end = '  end: {start: created, stop: resolved, within: 24h}\n';
  const text = [
    version('', answer('8h') + end, CALENDARS.replace('18:00', '17:00')).replace('name: 办法', 'name: 旧办法'),
    version('effective: 2026-01-01\nuntil: 2026-03-31\n', answer('4h', ', pause: {while: {status: 等待}}')),
    version('effective: 2026-04-01\n', `${answer('4h')}  call: {start: created, stop: resolved, within: 1h}\n`),
  ].join('---\n');
  const chapters = rulesToldBy(policyOf(text));

  test('which judges what', () => {
    expect(chapters.en[0]?.items[0]?.text).toBe(
      'There are several versions. This is the newest, for what began at 2026-04-01 00:00 or later. What was otherwise before is told in the last chapters; what began before the first version is judged by the first, and marked. What has begun is judged to its end by the version in force when it began.',
    );
    const atBreach = rulesToldBy(
      policyOf(text.replace('effective: 2026-04-01\n', 'effective: 2026-04-01\nversion: at-breach\n')),
    );
    expect(atBreach.zh[0]?.items[0]?.text).toBe(
      '本制度有多个版本。以下为最新版本，适用于 2026-04-01 00:00 及以后开始的事项；此前版本的不同之处见文末各章。最早版本生效之前开始的事项，按最早版本判定，并予注明。每一时刻的时限按当时有效的版本，此前开始的事项亦同；其他规则按事项开始时有效的版本。',
    );
  });

  test('the one before', () => {
    expect(chapters.en.at(-2)).toEqual({
      title: 'What was otherwise for what began from 2026-01-01 00:00 to before 2026-04-01 00:00',
      items: [
        {
          text: 'It went out of force at 2026-03-31 00:00; what began after that and before the next version is judged by it too, and marked.',
        },
        { text: 'These were not there yet: What is timed: call.' },
        { text: 'What is not told here was as above.' },
      ],
      sections: [
        {
          key: 'clock:answer',
          title: 'What is timed: answer',
          items: [
            { text: 'At that time:', items: [{ text: 'Rests: while 状态 is 等待.' }] },
            { text: 'Now:', items: [{ text: 'Rests: never.' }] },
          ],
        },
      ],
    });
  });

  test('the first, with what is gone since in full', () => {
    const first = chapters.zh.at(-1);
    expect(first?.title).toBe('此前版本：2026-01-01 00:00 前开始的事项');
    expect(first?.items.map((item) => item.text)).toEqual([
      '该版本名称为「旧办法」。',
      '当时尚无下列内容：各项时限：call。',
      '除本章所列外，均与上文相同。',
    ]);
    expect(first?.sections.map(({ title }) => title)).toEqual([
      '工作日历：office',
      '各项时限：answer',
      '各项时限：end',
    ]);
    expect(first?.sections[0]?.items).toEqual([
      {
        text: '当时的规定：',
        items: [{ text: '工作时间：周一至周五 08:30-12:00、13:30-17:00，其间 12:00-13:30 为休息，不计时。' }],
      },
      {
        text: '现行的规定：',
        items: [{ text: '工作时间：周一至周五 08:30-12:00、13:30-18:00，其间 12:00-13:30 为休息，不计时。' }],
      },
    ]);
    expect(first?.sections[2]?.items).toContainEqual({ text: '适用：全部工单。' });
  });

  test('an alike one says so', () => {
    const same = [version('', end), version('effective: 2026-01-01\n', end)].join('---\n');
    expect(rulesToldBy(policyOf(same)).zh.at(-1)?.items).toEqual([{ text: '规则相同，没有差别。' }]);
  });
});
