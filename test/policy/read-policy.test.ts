import { expect, test } from 'vitest';
import { readPolicy } from './marked.ts';

// The example of the policy contract without what is not supported yet; the numbers in the expectations below are
// worked out beside them.
const TEXT = `slaudit: 1
name: 售后服务响应时限控制制度
effective: 2026-01-01
timezone: Asia/Shanghai
currency: CNY
language: zh
records:
  file: {delimiter: ";"}
  form: events
  rows: data.tickets
  ticket: 工单号
  events:
    created: 创建时间
    called_back: {column: 回电时间, format: [yyyy/M/d], assume: end}
  at: 时间
  event: {column: 动作, values: {客服回复: responded, 1: resolved}}
  actor: {column: 操作人, role: 角色}
  sequence: 序号
  fields:
    channel: 渠道
    urgency: {column: 紧急程度, values: {一般: general, 紧急: urgent}}
    assignee: {column: 负责人, empty: clear}
    promised_at: {column: 约定回电时间, time: true, zone: UTC}
    2: 第二
  time: {format: yyyy/M/d H:mm, ambiguous: later}
  missing: ["", "-", "1900-01-01 00:00:00"]
  include: {channel: [phone, null], urgency: "!= test"}
calendars:
  hotline: 24x7
  office:
    timezone: Europe/Berlin
    hours: {mon-fri: [08:30-12:00, 13:30-18:00], sat: 22:00-06:00}
    holidays: [CN, US-CA, firm/days.ics, 2026-12-31]
    dates: {2026-10-10: mon, 2026-12-30: [08:30-12:00], 2026-05-04: closed}
    breaks: {2026-03-05: [10:00-11:00]}
    make_up: fri
exclusions:
  - {from: 2026-09-05T00:00, until: 2026-09-07T12:00Z, reason: 台风, when: {channel: phone}, clocks: [first_response]}
clocks:
  first_response:
    title: {zh: 首次响应, en: First response}
    kind: response
    start: [created, {first: true}]
    stop: {event: [responded, resolved], by: {role: agent}, when: {urgency: urgent}}
    pause: [{while: {channel: 007}}, {from: paused, until: {while: {channel: x}}}]
    cancel: {while: {urgency: [spam, true]}}
    reopen: {on: reopened, rule: cycle, grace: 7d}
    change: at-start
    calendar: office
    charge: [holder, {field: urgency, kind: supplier}]
    severity: {minor: "<= 30m", severe: "> 2h"}
    targets:
      - {id: phone, when: {channel: phone}, within: 3m, calendar: hotline}
      - {within: 2wd same-time exact}
    attain: 99.5%
    boundary: exclusive
    min_holding: 10m
    max_pause: 5d
    unanswered: none
    created_by_agent: met
  progress:
    title: 进度
    start: responded
    stop: resolved
    every: 1h30m
    by: customer_update
`;

/** The place of a text, told apart from its like by what stands before it. */
function after(before: string, text: string) {
  const pieces = TEXT.split(before + text);
  expect(pieces).toHaveLength(2);
  const lines = `${pieces[0]}${before}`.split('\n');
  return { file: 'p.yaml', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, length: text.length };
}

const clock = (minutes: number) => minutes * 60_000;

test('a policy of every part', () => {
  const { value: policy, diagnostics } = readPolicy('p.yaml', TEXT);
  expect(diagnostics).toEqual([]);
  expect(policy).toMatchObject({
    file: 'p.yaml',
    name: '售后服务响应时限控制制度',
    effective: Date.parse('2025-12-31T16:00:00Z'), // midnight in Shanghai, UTC+8
    timezone: 'Asia/Shanghai',
    currency: 'CNY',
    language: 'zh',
  });
});

test('its records', () => {
  const records = readPolicy('p.yaml', TEXT).value?.records;
  const stamps = { formats: ['yyyy/M/d H:mm'], zone: 'Asia/Shanghai', assume: 'undecided', ambiguous: 'later' };
  const none = new Map();
  expect(records).toEqual({
    form: 'events',
    file: { delimiter: ';' },
    rows: ['data', 'tickets'],
    repeats: 'last',
    ticket: { column: '工单号', values: none, place: after('  ticket: ', '工单号') },
    events: [
      { event: 'created', column: '创建时间', values: none, place: after('    created: ', '创建时间'), ...stamps },
      {
        event: 'called_back',
        column: '回电时间',
        values: none,
        place: after('    called_back: ', '{column: 回电时间, format: [yyyy/M/d], assume: end}'),
        ...stamps,
        formats: ['yyyy/M/d'],
        assume: 'end',
      },
    ],
    at: { column: '时间', values: none, place: after('  at: ', '时间'), ...stamps },
    event: {
      column: '动作',
      values: new Map([
        ['客服回复', 'responded'],
        ['1', 'resolved'],
      ]),
      place: after('  event: ', '{column: 动作, values: {客服回复: responded, 1: resolved}}'),
    },
    actor: {
      column: '操作人',
      values: none,
      place: after('  actor: ', '{column: 操作人, role: 角色}'),
      role: { column: '角色', values: none, place: after('{column: 操作人, role: ', '角色') },
    },
    sequence: { column: '序号', values: none, place: after('sequence: ', '序号') },
    durations: [],
    fields: [
      { field: 'channel', column: '渠道', values: none, place: after('channel: ', '渠道'), clearedByEmpty: false },
      {
        field: 'urgency',
        column: '紧急程度',
        values: new Map([
          ['一般', 'general'],
          ['紧急', 'urgent'],
        ]),
        place: after('urgency: ', '{column: 紧急程度, values: {一般: general, 紧急: urgent}}'),
        clearedByEmpty: false,
      },
      {
        field: 'assignee',
        column: '负责人',
        values: none,
        place: after('assignee: ', '{column: 负责人, empty: clear}'),
        clearedByEmpty: true,
      },
      {
        field: 'promised_at',
        column: '约定回电时间',
        values: none,
        place: after('promised_at: ', '{column: 约定回电时间, time: true, zone: UTC}'),
        clearedByEmpty: false,
        time: {
          column: '约定回电时间',
          values: none,
          place: after('promised_at: ', '{column: 约定回电时间, time: true, zone: UTC}'),
          ...stamps,
          zone: 'UTC',
        },
      },
      // A key that looks like a number stays where the policy puts it.
      { field: '2', column: '第二', values: none, place: after('    2: ', '第二'), clearedByEmpty: false },
    ],
    missing: ['', '-', '1900-01-01 00:00:00'],
    include: [
      { field: 'channel', kind: 'one-of', values: ['phone', ''] },
      { field: 'urgency', kind: 'compare', operator: '!=', value: 'test' },
    ],
  });
});

test('its calendars, the built-in one included', () => {
  const calendars = readPolicy('p.yaml', TEXT).value?.calendars;
  const day = [{ from: 0, to: clock(1440) }];
  const weekday = [
    { from: clock(510), to: clock(720) }, // 8 × 60 + 30, 12 × 60
    { from: clock(810), to: clock(1080) }, // 13 × 60 + 30, 18 × 60
  ];
  const always = {
    timezone: 'Asia/Shanghai',
    hours: Array(7).fill(day),
    holidays: [],
    dates: new Map(),
    breaks: new Map(),
  };
  const date = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  expect([...(calendars?.values() ?? [])]).toEqual([
    { id: 'hotline', ...always },
    {
      id: 'office',
      timezone: 'Europe/Berlin',
      // Saturday's span ends at 6:00 on Sunday: 24 h + 6 h.
      hours: [...Array(5).fill(weekday), [{ from: clock(1320), to: clock(1800) }], []],
      holidays: [
        { kind: 'country', code: 'CN' },
        { kind: 'country', code: 'US-CA' },
        // After four blanks, `holidays: [CN, US-CA, ` has 22 characters.
        { kind: 'ics', path: 'firm/days.ics', place: expect.objectContaining({ column: 27, length: 13 }) },
        {
          kind: 'date',
          date: date('2026-12-31'),
          place: after('    holidays: [CN, US-CA, firm/days.ics, ', '2026-12-31'),
        },
      ],
      dates: new Map([
        [date('2026-10-10'), weekday],
        [date('2026-12-30'), weekday.slice(0, 1)],
        [date('2026-05-04'), []],
      ]),
      breaks: new Map([[date('2026-03-05'), [{ from: clock(600), to: clock(660) }]]]),
      makeUp: 4,
    },
    { id: '24x7', ...always },
  ]);
});

test('its exclusions', () => {
  expect(readPolicy('p.yaml', TEXT).value?.exclusions).toEqual([
    {
      start: Date.parse('2026-09-04T16:00:00Z'), // midnight in Shanghai
      end: Date.parse('2026-09-07T12:00:00Z'), // says its own offset
      reason: '台风',
      when: [{ field: 'channel', kind: 'one-of', values: ['phone'] }],
      clocks: ['first_response'],
      place: after(
        '  - ',
        '{from: 2026-09-05T00:00, until: 2026-09-07T12:00Z, reason: 台风, when: {channel: phone}, clocks: [first_response]}',
      ),
    },
  ]);
});

test('its clocks', () => {
  const by = { roles: ['agent'] };
  const urgent = [{ field: 'urgency', kind: 'one-of', values: ['urgent'] }];
  const [first, second] = readPolicy('p.yaml', TEXT).value?.clocks ?? [];
  expect(first).toEqual({
    id: 'first_response',
    title: { zh: '首次响应', en: 'First response' },
    kind: 'response',
    start: [
      { kind: 'event', event: 'created', when: [], place: after('start: [', 'created') },
      { kind: 'first', when: [], place: after('start: [created, ', '{first: true}') },
    ],
    stop: [
      {
        kind: 'event',
        event: 'responded',
        when: urgent,
        by,
        place: after('stop: ', '{event: [responded, resolved], by: {role: agent}, when: {urgency: urgent}}'),
      },
      {
        kind: 'event',
        event: 'resolved',
        when: urgent,
        by,
        place: after('stop: ', '{event: [responded, resolved], by: {role: agent}, when: {urgency: urgent}}'),
      },
    ],
    pause: [
      // As the file has it: not the number 7.
      {
        kind: 'while',
        when: [{ field: 'channel', kind: 'one-of', values: ['007'] }],
        place: after('pause: [', '{while: {channel: 007}}'),
      },
      {
        kind: 'between',
        from: [{ kind: 'event', event: 'paused', when: [], place: after('from: ', 'paused') }],
        until: [
          {
            kind: 'condition',
            when: [{ field: 'channel', kind: 'one-of', values: ['x'] }],
            place: after('until: ', '{while: {channel: x}}'),
          },
        ],
        place: after('007}}, ', '{from: paused, until: {while: {channel: x}}}'),
      },
    ],
    cancel: [
      {
        kind: 'condition',
        when: [{ field: 'urgency', kind: 'one-of', values: ['spam', 'true', 'TRUE', 'True'] }],
        place: after('cancel: ', '{while: {urgency: [spam, true]}}'),
      },
    ],
    reset: [],
    reopen: {
      on: [{ kind: 'event', event: 'reopened', when: [], place: after('{on: ', 'reopened') }],
      rule: 'cycle',
      grace: 604_800_000, // 7 × 86,400 s
    },
    when: [],
    change: 'at-start',
    calendar: 'office',
    isOnShift: false,
    charge: [{ kind: 'holder' }, { kind: 'field', field: 'urgency', as: 'supplier' }],
    severity: [
      { name: 'minor', operator: '<=', over: 1_800_000 },
      { name: 'severe', operator: '>', over: 7_200_000 },
    ],
    targets: [
      {
        id: 'phone',
        when: [{ field: 'channel', kind: 'one-of', values: ['phone'] }],
        within: { kind: 'duration', length: 180_000 },
        calendar: 'hotline',
        isOnShift: false,
        place: after('      - ', '{id: phone, when: {channel: phone}, within: 3m, calendar: hotline}'),
      },
      {
        id: '2',
        when: [],
        within: { kind: 'working-days', days: 2, end: 'same-time-exact' },
        calendar: 'office',
        isOnShift: false,
        place: after('      - ', '{within: 2wd same-time exact}'),
      },
    ],
    attain: 99.5,
    by: [],
    boundary: 'exclusive',
    minHolding: 600_000,
    maxPause: 432_000_000, // 5 × 86,400 s
    unanswered: 'none',
    createdByAgent: 'met',
    during: [],
    stillOpen: 'breached',
    month: 'decided',
    place: after('\n  ', 'first_response'),
  });
  expect(second).toEqual({
    id: 'progress',
    title: { zh: '进度', en: '进度' },
    kind: 'duty',
    start: [{ kind: 'event', event: 'responded', when: [], place: after('    start: ', 'responded') }],
    stop: [{ kind: 'event', event: 'resolved', when: [], place: after('    stop: ', 'resolved') }],
    pause: [],
    cancel: [],
    reset: [],
    when: [],
    change: 'at-instant',
    calendar: '24x7',
    isOnShift: false,
    charge: [{ kind: 'holder' }],
    severity: [],
    targets: [
      {
        id: '1',
        when: [],
        within: { kind: 'duration', length: 5_400_000 },
        calendar: '24x7',
        isOnShift: false,
        place: after('    ', 'every'),
      },
    ],
    by: [{ kind: 'event', event: 'customer_update', when: [], place: after('    by: ', 'customer_update') }],
    boundary: 'inclusive',
    minHolding: 0,
    unanswered: 'resolution',
    createdByAgent: 'normal',
    during: [],
    stillOpen: 'breached',
    month: 'decided',
    place: after('\n  ', 'progress'),
  });
});

test('whom a field charges is told by its name', () => {
  const fields = ['部门', 'department', 'team', 'group', 'supplier', 'vendor', '供应商', 'engineer'];
  const { value } = readPolicy(
    'p',
    `slaudit: 1
timezone: UTC
records: {ticket: a, events: {x: b}, fields: {${fields.map((field) => `${field}: c`)}}}
clocks: {c: {start: x, stop: x, within: 1h, charge: [${fields}]}}`,
  );
  expect(value?.clocks[0]?.charge.map((rule) => 'as' in rule && rule.as)).toEqual([
    ...Array(4).fill('department'),
    ...Array(3).fill('supplier'),
    'employee',
  ]);
});

test.each([
  ['tickets', 'events: {x: b}'],
  ['events', 'at: b, event: c'],
  ['changes', 'at: b, field: c, to: d'],
])('the form is %s where the keys are {%s}', (form, keys) => {
  const text = `slaudit: 1\ntimezone: UTC\nrecords: {ticket: a, ${keys}}\nclocks: {c: {start: x, stop: x, within: 1h}}`;
  expect(readPolicy('p', text).value?.records.form).toBe(form);
});

test('anchors and aliases, Windows line ends and a byte order mark are no faults', () => {
  const text = `\uFEFFslaudit: 1
timezone: UTC
records: {ticket: a, events: {x: b}, fields: {y: z}}
clocks:
  c: {start: &s [x], stop: *s, within: 1h, when: &w {y: 1}, cancel: {while: *w}}
`;
  const { value, diagnostics } = readPolicy('p', text.replaceAll('\n', '\r\n'));
  expect(diagnostics).toEqual([]);
  expect(value?.clocks[0]?.stop).toEqual(value?.clocks[0]?.start);
  expect(value?.clocks[0]?.cancel[0]?.when).toEqual(value?.clocks[0]?.when);
});

test('with a roster a unit is charged that the records do not have, and roles need none of their own', () => {
  const clocks = 'clocks: {c: {start: {event: x, by: {role: agent}}, stop: x, within: 1h, charge: [team, department]}}';
  const text = `slaudit: 1
timezone: UTC
records: {ticket: a, at: b, event: e, actor: who, fields: {department: 部门}}
${clocks}
people: staff/roster.csv`;
  const { value, diagnostics } = readPolicy('policy.yaml', text);
  expect(diagnostics).toEqual([]);
  expect(value?.people).toEqual({
    path: 'staff/roster.csv',
    place: { file: 'policy.yaml', line: 5, column: 9, length: 16 },
  });
  // The field comes first where there is one.
  expect(value?.clocks[0]?.charge).toEqual([
    { kind: 'unit', unit: 'team' },
    { kind: 'field', field: 'department', as: 'department' },
  ]);
});
