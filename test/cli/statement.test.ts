import { describe, expect, test } from 'vitest';
import { findEmployee } from '../../src/cli/find-employee.ts';
import type { Person } from '../../src/domain/person.ts';
import { october } from '../report/october.ts';
import { runIn } from './made-world.ts';

const policy = `slaudit: 1
name: Desk
timezone: UTC
currency: CNY
records: {ticket: t, events: {created: a, done: b}, fields: {assignee: who}}
people: roster.csv
clocks: {c: {start: created, stop: done, within: 1h}}
ladders: [{id: fines, count: {breaches: {}}, per: employee, window: month, tiers: [{at: 1, fine: 50}]}]`;
// E1 breaks T by an hour; E2 keeps U; nobody on the roster is Zhao.
const tickets = `t,a,b,who
T,2026-03-05 09:00:00,2026-03-05 11:00:00,Li Na
U,2026-03-05 09:00:00,2026-03-05 09:30:00,E2
V,2026-03-05 09:00:00,2026-03-05 09:30:00,Zhao
`;
const roster = 'id,name,department\nE1,Li Na,Front\nE2,Wang Fang,Front\nE3,Wang Fang,Back\n';
const files = { 'policy.yaml': policy, 'roster.csv': roster, 't.csv': tickets };
const given = ['t.csv', '-p', 'policy.yaml', '--quiet'];

describe('slaudit statement', () => {
  test.each(['E1', 'Li Na'])('by id or name: %s', async (employee) => {
    const { code, stdout, stderr } = await runIn({ files }, 'statement', employee, ...given);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Policy: Desk\nName: Li Na\nId: E1\nDepartment: Front\n');
    expect(stdout).toContain('1. T, c, cycle 1\n   Promised 1h 0m 0s, took 2h 0m 0s, over by 1h 0m 0s\n');
    expect(stdout).toContain('Held then by Li Na (E1), t.csv:2\n');
    expect(stdout).toContain('1. Fine CNY 50.00: 1st breach in 2026-03, fines, tier 1\n');
  });

  test('somebody without a breach, and one of whom the exports say nothing', async () => {
    for (const employee of ['E2', 'E3']) {
      const { code, stdout } = await runIn({ files }, 'statement', employee, ...given);
      expect(code).toBe(0);
      expect(stdout).toContain('There are no breaches in this period.');
      expect(stdout).toContain('Nothing follows in this period.');
    }
  });

  test('a name that two bear is 64, with their ids', async () => {
    expect(await runIn({ files }, 'statement', 'Wang Fang', ...given)).toMatchObject({
      ...{ code: 64, stdout: '' },
      stderr: 'slaudit: "Wang Fang" is the name of 2 people\n  Say which by id: E2 (Front), E3 (Back).\n',
    });
  });

  test('a name that nobody bears is 64, with the near miss', async () => {
    const { code, stderr } = await runIn({ files }, 'statement', 'Li Ma', ...given);
    expect(code).toBe(64);
    expect(stderr).toContain('nobody called "Li Ma"');
    expect(stderr).toContain('Did you mean "Li Na"?');
  });

  test('a name of the exports that the roster does not settle is on nobody’s file', async () => {
    const { code, stderr } = await runIn({ files }, 'statement', 'Zhao', ...given);
    expect(code).toBe(64);
    expect(stderr).toContain('the exports name "Zhao", and it is not known who that is');
  });

  test('--period, --lang, -o, --width', async () => {
    const options = ['--period', '2026-04', '--lang', 'zh', '-o', 'E1.txt', '--width', '100'];
    const { code, stdout, files: after } = await runIn({ files }, 'statement', 'E1', ...given, ...options);
    expect([code, stdout]).toEqual([0, '']);
    expect(after.get('E1.txt')).toMatch(/^超时及处理告知书\n/);
    expect(after.get('E1.txt')).toContain('期间：2026-04');
    expect(after.get('E1.txt')).toContain('本期没有超时。');
  });

  test('--as-of: before the time ran out there is no breach', async () => {
    const { stdout } = await runIn({ files }, 'statement', 'E1', ...given, '--as-of', '2026-03-05T09:30');
    expect(stdout).toContain('There are no breaches in this period.');
  });

  test.each([
    [['--lang', 'fr'], '--lang "fr" is not known'],
    [['--period', 'May'], '--period "May" is not a period'],
    [['-o', 'roster.csv'], 'would overwrite'],
  ])('%j is 64', async (options, told) => {
    const { code, stderr } = await runIn({ files }, 'statement', 'E1', ...given, ...options);
    expect(code).toBe(64);
    expect(stderr).toContain(told);
  });

  test('findings of the whole report are told', async () => {
    const { stderr } = await runIn({ files }, 'statement', 'E1', 't.csv', '-p', 'policy.yaml');
    expect(stderr).toContain('Zhao');
  });
});

describe('who is meant', () => {
  const person = (id: string, name: string, department: string, employed = { start: 0, end: 100 }): Person => {
    const place = { file: 'roster.csv', line: 2 };
    return { id, name, department, employed, aliases: [`${name} II`], team: '', manager: '', role: 'agent', place };
  };
  const people = [
    person('E1', 'Li', 'Front'),
    person('E1', 'Li', 'Back', { start: 100, end: 200 }),
    person('Li', 'Zhou', 'Front'),
  ];

  test.each([
    ['an id before a name', 'Li', 50, { id: 'Li', name: 'Zhou' }],
    ['an alias', 'Li II', 50, { id: 'E1', department: 'Front' }],
    ['the department of that instant, its start in', 'E1', 100, { department: 'Back' }],
    ['else the last', 'E1', 500, { department: 'Back' }],
    ['a name of the exports, where the roster has it not', '李晓明', 50, { id: '李晓明', department: '' }],
  ])('%s', (_, text, at, employee) => {
    expect(findEmployee(text, { people, report: october, at })).toMatchObject({ kind: 'one', employee });
  });

  test('a department is nobody', () => {
    expect(findEmployee('维修部', { people, report: october, at: 50 })).toMatchObject({ kind: 'none' });
  });
});
