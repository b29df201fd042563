import { describe, expect, test } from 'vitest';
import { openTime } from '../../src/calendar/open-time.ts';
import { absenceNoter } from '../../src/people/off-duty.ts';
import { personFinder } from '../../src/people/roster.ts';
import { HOUR } from '../figures/verdicts.ts';
import { readBeside } from './companion-file.ts';

const ROSTER = ['roster.csv', 'id,name\nE1,李娜\n'] as const;
const read = (text: string) => readBeside({ people: ROSTER, leave: ['leave.csv', text] });

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`);

describe('away', () => {
  test.each([
    ['for days, both in', '2026-10-08', '2026-10-09', '2026-10-08 00:00', '2026-10-10 00:00'],
    ['for one day', '2026年10月8日', '2026年10月8日', '2026-10-08 00:00', '2026-10-09 00:00'],
    ['for an hour', '2026-10-08 14:00', '2026-10-08 15:00', '2026-10-08 14:00', '2026-10-08 15:00'],
    ['from an instant to the end of a day', '2026/10/8 14:00', '2026/10/8', '2026-10-08 14:00', '2026-10-09 00:00'],
  ])('%s', async (_, from, until, first, last) => {
    const { value, told } = await read(`姓名,开始,结束,事由\n李娜,${from},${until},病假\n`);
    expect(told).toEqual([]);
    expect(value?.leaves).toEqual([
      { who: 'E1', from: at(first), until: at(last), reason: '病假', place: { file: 'leave.csv', line: 2 } },
    ]);
  });
});

describe('what no leave is', () => {
  test.each([
    ['of nobody', ',2026-10-08,2026-10-08', ['2 bad-leave']],
    ['without a beginning', 'E1,,2026-10-08', ['2 bad-leave']],
    ['without an end', 'E1,2026-10-08,', ['2 bad-leave']],
    ['that ends before it begins', 'E1,2026-10-08,2026-10-07', ['2 bad-leave']],
    ['of no time at all', 'E1,2026-10-08 14:00,2026-10-08 14:00', ['2 bad-leave']],
    ['on no day', 'E1,2026-10-32,2026-10-08', ['2 bad-date']],
  ])('%s', async (_, row, faults) => {
    const { value, told } = await read(`who,from,until\n${row}\n`);
    expect(value).toBeUndefined();
    expect(told).toEqual(faults);
  });

  test('whom nobody knows is told, and left out', async () => {
    const { value, told } = await read('who,from,until\nE2,2026-10-08,2026-10-08\n');
    expect(told).toEqual(['2 unknown-person']);
    expect(value?.leaves).toEqual([]);
  });
});

describe('off duty when the time ran out', () => {
  const place = { file: 'leave.csv', line: 2 };
  const shanghai = 'Asia/Shanghai';
  const nine = { from: 9 * HOUR, to: 17 * HOUR };
  const shift = openTime({
    ...{ id: 'day', timezone: shanghai, hours: Array.from({ length: 7 }, () => [nine]) },
    ...{ holidays: [], dates: new Map(), breaks: new Map() },
  });
  const person = {
    ...{ id: 'E1', name: '李娜', aliases: [], department: '', team: '', manager: '', role: 'agent' },
    ...{ calendar: 'day', employed: { start: -Infinity, end: Infinity }, place },
  };
  const leave = { who: 'E1', from: at('2026-10-08 00:00'), until: at('2026-10-09 00:00'), reason: '', place };
  const { calendar: _, ...unshifted } = person;
  const note = absenceNoter({
    leaves: [leave],
    find: personFinder([person, { ...unshifted, id: 'E2', name: '王芳' }]),
    openTimes: new Map([['day', shift]]),
  });
  const charged = (to: string, kind: 'employee' | 'department' = 'employee') => ({ to, kind });

  test.each([
    // The first instant of the leave is in, its last is out; leave comes before shift.
    ['2026-10-07 23:59:59', 'shift'],
    ['2026-10-08 00:00', 'leave'],
    ['2026-10-08 12:00', 'leave'],
    ['2026-10-08 23:59:59', 'leave'],
    ['2026-10-09 00:00', 'shift'],
    // The shift is 9 to 17. What is used up at 17:00 sharp was used up while they were there.
    ['2026-10-09 08:59:59', 'shift'],
    ['2026-10-09 09:00', undefined],
    ['2026-10-09 17:00', undefined],
    ['2026-10-09 17:00:01', 'shift'],
  ])('at %s: %s', (text, expected) => {
    expect(note(charged('E1'), at(text))).toEqual({
      ...charged('E1'),
      ...(expected !== undefined && { offDuty: expected }),
    });
  });

  test('nobody without a shift is outside it, and a department is never away', () => {
    expect(note(charged('E2'), at('2026-10-09 03:00'))).toEqual(charged('E2'));
    expect(note(charged('E1', 'department'), at('2026-10-08 12:00'))).toEqual(charged('E1', 'department'));
  });
});
