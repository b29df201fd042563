import { describe, expect, test } from 'vitest';
import { english } from '../../src/diagnostics/say.ts';
import { readBeside } from './companion-file.ts';

const read = (text: string, name = 'excuses.csv') => readBeside({ excuses: [name, text] });

const HEAD = 'ticket,clock,cycle,decision,by,at,reason,evidence\n';

const expected = {
  ticket: 'OPS-118',
  clock: 'first_response',
  cycle: 2,
  decision: 'upheld',
  by: '周宁',
  // 14:30 in Shanghai.
  at: Date.parse('2026-11-03T06:30Z'),
  reason: '台风停电',
  evidence: '公告 17',
};

describe('one decision, as', () => {
  test.each([
    ['CSV', 'excuses.csv', `${HEAD}OPS-118,first_response,2,upheld,周宁,2026-11-03 14:30,台风停电,公告 17\n`, 2],
    [
      'CSV in Chinese, in another order, with a column of the office',
      'excuses.csv',
      '\ufeff证据;理由;决定时间;决定人;决定;轮次;时限;备注;工单号\r\n公告 17;台风停电;2026年11月3日 14:30;周宁;申诉成立;2;first_response;-;OPS-118\r\n',
      2,
    ],
    [
      'YAML',
      'excuses.yaml',
      '# by hand\n- ticket: OPS-118\n  clock: first_response\n  cycle: 2\n  decision: upheld\n  by: 周宁\n  at: 2026-11-03T14:30+08:00\n  reason: 台风停电\n  evidence: 公告 17\n',
      2,
    ],
    [
      'YAML in Chinese',
      'a.yml',
      '- {工单号: OPS-118, 时限: first_response, 轮次: 2, 决定: 申诉成立, 决定人: 周宁, 决定时间: 2026/11/3 14:30, 理由: 台风停电, 证据: 公告 17}\n',
      1,
    ],
  ])('%s', async (_, name, text, line) => {
    const { value, told } = await read(text, name);
    expect(told).toEqual([]);
    expect(value?.excuses).toEqual([{ ...expected, place: { file: name, line } }]);
  });
});

test('what need not be there: the cycle and the evidence; a date is the beginning of its day', async () => {
  const { value } = await read('ticket,clock,decision,by,at,reason\n007,c,Excused,Li,2026-11-03,flood\n');
  expect(value?.excuses).toEqual([
    {
      ...{ ticket: '007', clock: 'c', decision: 'excused', by: 'Li', reason: 'flood', evidence: '' },
      at: Date.parse('2026-11-02T16:00Z'),
      place: { file: 'excuses.csv', line: 2 },
    },
  ]);
});

test.each([
  [
    'ticket, a number in YAML',
    '- {ticket: 007, clock: c, decision: excused, by: Li, at: 2026-11-03, reason: x}',
    '007',
  ],
  ['of which nothing is decided', '# none yet\n', undefined],
  ['of which the list is empty', '[]\n', undefined],
])('a file %s', async (_, text, ticket) => {
  const { value, told } = await read(text, 'excuses.yaml');
  expect(told).toEqual([]);
  expect(value?.excuses.map((excuse) => excuse.ticket)).toEqual(ticket === undefined ? [] : [ticket]);
});

describe('what no decision is', () => {
  const row = (cells: string) => `${HEAD}${cells}\n`;
  test.each([
    ['without who', row('T,c,,excused,,2026-11-03,flood,'), ['2 bad-excuse']],
    ['without when', row('T,c,,excused,Li,,flood,'), ['2 bad-excuse']],
    ['without why', row('T,c,,excused,Li,2026-11-03,,'), ['2 bad-excuse']],
    ['without a ticket', row(',c,,excused,Li,2026-11-03,flood,'), ['2 bad-excuse']],
    ['without a clock', row('T,,,excused,Li,2026-11-03,flood,'), ['2 bad-excuse']],
    ['without a decision', row('T,c,,,Li,2026-11-03,flood,'), ['2 bad-excuse']],
    ['of another word', row('T,c,,forgiven,Li,2026-11-03,flood,'), ['2 bad-excuse']],
    ['on cycle nought', row('T,c,0,excused,Li,2026-11-03,flood,'), ['2 bad-excuse']],
    ['on half a cycle', row('T,c,1.5,excused,Li,2026-11-03,flood,'), ['2 bad-excuse']],
    ['on a day that does not exist', row('T,c,,excused,Li,2026-02-30,flood,'), ['2 bad-date']],
    ['at an hour that does not exist', row('T,c,,excused,Li,2026-02-03 25:00,flood,'), ['2 bad-date']],
    [
      'of several faults',
      row(',c,x,forgiven,,yesterday,,'),
      ['2 bad-excuse', '2 bad-date', '2 bad-excuse', '2 bad-excuse'],
    ],
    ['a row with a cell too many', row('T,c,,excused,Li,2026-11-03,flood, and storm,'), ['2 bad-excuse']],
    [
      'without the columns',
      'ticket,clock\nT,c\n',
      ['1 missing-column', '1 missing-column', '1 missing-column', '1 missing-column'],
    ],
    [
      'for all cycles by a slip of the pen',
      'ticket,clock,cylce,decision,by,at,reason\nT,c,2,excused,Li,2026-11-03,flood\n',
      ['1 bad-excuse'],
    ],
  ])('%s', async (_, text, faults) => {
    const { value, told } = await read(text);
    expect(value).toBeUndefined();
    expect(told).toEqual(faults);
  });

  test.each([
    ['no list', 'ticket: T\n', ['1 bad-excuse']],
    ['a list of texts', '- T\n- U\n', ['1 bad-excuse', '2 bad-excuse']],
    ['a list in a list', '- ticket: [T]\n  clock: c\n', ['1 bad-excuse']],
    ['no YAML', '- ticket: "T\n', ['2 bad-excuse']],
    ['a key twice', '- {ticket: T, ticket: U}\n', ['1 bad-excuse']],
    [
      'one key missing',
      '- {ticket: T, clock: c, decision: excused, by: Li, at: 2026-11-03, reason: x}\n- {ticket: T}\n',
      ['2 bad-excuse'],
    ],
  ])('in YAML: %s', async (_, text, faults) => {
    const { value, told } = await read(text, 'excuses.yaml');
    expect(value).toBeUndefined();
    expect(told).toEqual(faults);
  });
});

test('what is meant is told', async () => {
  const { diagnostics } = await read(`${HEAD}T,c,,upheeld,Li,2026-11-03,flood,\nT,c,,申诉成力,Li,2026-11-03,flood,\n`);
  expect(diagnostics.map(({ hint }) => /Did you mean "(.*)"/.exec(english(hint ?? ''))?.[1])).toEqual([
    'upheld',
    '申诉成立',
  ]);
});
