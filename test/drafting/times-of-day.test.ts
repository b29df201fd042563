import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/audit/inspecting.ts';
import { profileOf } from '../ingest/profile/profile.ts';
import { draftAndRun, textSource } from './drafted.ts';

/** Registered at 8:35 and 14:10; done at 10:00 (85 min) and 16:30 (140 min). */
const register = `单号,登记日期,登记时间,完成日期,完成时间,报修人
A-1,2026年9月1日,上午8:35,2026年9月1日,上午10:00,王芳
A-2,2026年9月2日,下午2:10,2026年9月2日,下午4:30,李强
A-3,2026年9月3日,下午2:10,2026年9月3日,下午4:30,李强
`;

test('date and time in two columns are read together', async () => {
  const two = { targets: new Map([['resolution', '2h']]) };
  const { draft, outcomes } = await draftAndRun(textSource('t.csv', register), two);
  expect(draft?.text).toContain('created: {column: 登记日期, time_of_day: 登记时间}');
  expect(draft?.text).toContain('resolved: {column: 完成日期, time_of_day: 完成时间}');
  expect(outcomes.get('resolution')).toEqual(['breached', 'breached', 'met']);
});

test('by their names, where they do not stand side by side', async () => {
  const text = `Ticket,Opened date,Closed date,Opened time,Closed time
T-1,2026-03-02,2026-03-02,09:00,10:30
T-2,2026-03-03,2026-03-03,08:00,10:30
`;
  const { draft, faults } = await draftAndRun(textSource('t.csv', text));
  expect(faults).toEqual([]);
  expect(draft?.text).toContain('created: {column: Opened date, time_of_day: Opened time}');
  expect(draft?.text).toContain('closed: {column: Closed date, time_of_day: Closed time}');
});

describe('a time of day without a date', () => {
  const text = `单号,日期,报修时间,响应时间,完成时间
A-1,2026-09-01,8:30,8:50,11:00
A-2,2026-09-02,9:30,9:55,13:00
`;
  test('is nothing else, and told with the date that may be its own', async () => {
    const { profile, guess } = inspect(await profileOf(text));
    expect(profile.columns.map(({ kind }) => kind)).toEqual([
      'id',
      'instant',
      'time-of-day',
      'time-of-day',
      'time-of-day',
    ]);
    expect(guess.roles.map(({ role, column }) => [role, column])).toEqual([
      ['ticket', '单号'],
      ['created', '日期'],
    ]);
    expect(guess.oddities.filter(({ kind }) => kind === 'no-date')).toEqual([
      { kind: 'no-date', column: '报修时间', date: '日期', isPaired: true },
      { kind: 'no-date', column: '响应时间', date: '日期', isPaired: false },
      { kind: 'no-date', column: '完成时间', date: '日期', isPaired: false },
    ]);
  });

  test('the draft offers the pair', async () => {
    const { draft, faults } = await draftAndRun(textSource('t.csv', text));
    expect(faults).toEqual([]);
    expect(draft?.text).toContain('# TODO: responded: {column: 日期, time_of_day: 响应时间}');
    expect(draft?.open.filter((point) => point.includes('times of day without a date'))).toHaveLength(2);
  });

  test('no column of dates: that is told, and there is no draft', async () => {
    const bare = '序号,报修时间,响应时间\n1,8:30,8:50\n2,9:30,9:55\n';
    const { guess } = inspect(await profileOf(bare));
    expect(guess.roles.map(({ column }) => column)).toEqual(['序号']);
    expect(guess.oddities).toContainEqual({ kind: 'no-date', column: '响应时间', date: undefined, isPaired: false });
    expect((await draftAndRun(textSource('t.csv', bare))).draft).toBeUndefined();
  });
});

test.each([
  ['响应时长', '8:30'],
  ['First response time (in hrs)', '12:30:00'],
  ['响应时间', '0:35'],
])('"%s" with %s is a length', async (header, cell) => {
  const { columns } = await profileOf(`单号,日期,${header}\nA-1,2026-09-01,${cell}\nA-2,2026-09-02,${cell}\n`);
  expect(columns[2]?.kind).toBe('duration');
});
